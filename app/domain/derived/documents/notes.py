"""My notes by date, newest first: months, folded runs, and how late each was written (document.md 7.1.1)."""

from collections.abc import Iterable
from datetime import date, timedelta

from app.domain.derived.document import (
    DatedNote,
    DatedNotes,
    NoteMark,
    NotesMonth,
    Section,
    Text,
    plain,
    words_of,
)
from app.domain.derived.documents.material import Material
from app.domain.derived.documents.notes_gaps import gaps
from app.domain.derived.documents.notes_readings import reading_notes
from app.domain.derived.documents.notes_records import record_notes
from app.domain.derived.documents.notes_shape import Entry
from app.domain.derived.documents.visits import year_before
from app.domain.derived.gaps import noted_days

MOST_LINES = 200  # of about 80 characters: four pages (document.md 7.1)
_LINE = 74  # characters of a note's text in 120 mm


def notes(made: Material) -> Section | None:
    """The notes of the last 12 months, at most about four pages of them."""
    since = max(year_before(made.today), made.choice.since or date.min)
    found = [entry for entry in (*record_notes(made), *reading_notes(made, since)) if entry.last > since]
    found = [entry for entry in found if entry.first <= made.today]
    found += _gaps(made, since)
    if not found:
        return None
    kept, more = _four_pages(sorted(found, key=_newest_first))
    months = _months(kept, made)
    words = made.words
    back_to = max(kept[-1].last.replace(day=1), since + timedelta(days=1))
    lead = words.say(
        "notes.lead",
        "{from} back to {to}. I wrote each note within two days, unless it says otherwise.",
        **{"from": words.day(made.today), "to": words.day(back_to)},
    )
    earlier = words.say("notes.earlier", "Earlier notes are in my journal; ask me.")
    older = more or _any_before(made, since)
    part = DatedNotes(months=months, after=earlier if older else "")
    return Section(
        title=words.say("title.notes", "My notes by date, newest first"),
        lead=lead,
        parts=(part,),
        new_page=False,
    )


def _any_before(made: Material, since: date) -> bool:
    return any(day <= since for day in noted_days(made.journal))


def _newest_first(entry: Entry) -> tuple[object, ...]:
    return (-entry.last.toordinal(), entry.rank, -entry.first.toordinal(), entry.key)


def _four_pages(found: list[Entry]) -> tuple[list[Entry], bool]:
    used = 0
    for number, entry in enumerate(found):
        used += sum(1 + len(words_of(text)) // _LINE for text in entry.paragraphs)
        if number and used > MOST_LINES:
            return found[:number], True
    return found, False


def _months(found: list[Entry], made: Material) -> tuple[NotesMonth, ...]:
    months: dict[date, list[DatedNote]] = {}
    for entry in found:
        note = DatedNote(
            day=entry.label or _label(entry, made),
            mark=entry.mark,
            paragraphs=entry.paragraphs,
            provenance=entry.provenance,
            pattern=entry.pattern,
        )
        months.setdefault(entry.last.replace(day=1), []).append(note)
    return tuple(_month(first, held, made) for first, held in months.items())


def _month(first: date, held: Iterable[DatedNote], made: Material) -> NotesMonth:
    heading = made.words.month(first)
    continued = made.words.say("notes.continued", "{month}, continued", month=heading)
    return NotesMonth(heading=heading, continued=continued, notes=tuple(held))


def _label(entry: Entry, made: Material) -> str:
    """The day, or from when to when: "12", "1–28", "29 Apr–11"."""
    if entry.first == entry.last:
        return str(entry.last.day)
    same = (entry.first.year, entry.first.month) == (entry.last.year, entry.last.month)
    first = str(entry.first.day) if same else made.words.day_in_year(entry.first)
    return f"{first}–{entry.last.day}"


def _gaps(made: Material, since: date) -> list[Entry]:
    return [
        Entry(
            first=gap.first,
            last=gap.last,
            mark=NoteMark.GAP,
            paragraphs=(_no_notes(gap.days, made),),
            key=f"gap {gap.first}",
        )
        for gap in gaps(made)
        if gap.last > since
    ]


def _no_notes(days: int, made: Material) -> Text:
    return plain(
        made.words.count("notes.gap", "No notes here for {n} day.", "No notes here for {n} days.", days)
    )
