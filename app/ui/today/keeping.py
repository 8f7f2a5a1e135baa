"""What Today knows beside the records: the key's check, the backups, and what was put aside."""

import json
from datetime import date

from app.domain.derived.today_page import Keeping
from app.ui.desk import Desk

PLACE = "today/put aside"
"""Kept in the encrypted journal beside the words that are not saved yet."""


def last_backup(desk: Desk) -> date | None:
    """The day of the last proved backup. Looks at every backup there is: not for each keystroke."""
    last = desk.session.backups.state().last
    return last.date() if last is not None else None


def keeping_of(desk: Desk, last: date | None) -> Keeping:
    """How things stand now; `last` is the day of the last backup. Keys and backups are the person's own."""
    if desk.journal.helping is not None:
        return Keeping(put_aside=put_aside(desk))
    return Keeping(
        recovery_key_checked=bool(desk.session.keys.recovery_key_checked),
        last_backup=last,
        backups_wanted=last is not None,
        put_aside=put_aside(desk),
        begun=tuple(desk.journal.drafts_written().items()),
    )


def put_aside(desk: Desk) -> tuple[tuple[str, date | None], ...]:
    """What was put aside, until when (None: for good)."""
    kept = desk.journal.drafts().get(PLACE)
    held: dict[str, str] = json.loads(kept) if kept else {}
    return tuple((key, date.fromisoformat(until) if until else None) for key, until in held.items())


def put_away(desk: Desk, key: str, until: date | None) -> None:
    """Put something aside; what came back already is forgotten."""
    today = desk.today()
    held = {one: day for one, day in put_aside(desk) if day is None or day > today}
    held[key] = until
    keep_aside(desk, tuple(held.items()))


def keep_aside(desk: Desk, held: tuple[tuple[str, date | None], ...]) -> None:
    """Keep what is put aside in this way, and nothing else."""
    texts = {one: day.isoformat() if day is not None else "" for one, day in held}
    desk.journal.save_draft(PLACE, json.dumps(texts, ensure_ascii=False))
