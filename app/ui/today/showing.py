"""From what Today derives to what its widgets show."""

from app.domain.derived.today_ledger import inside_sentence
from app.domain.derived.today_page import Ledger, WrittenLine
from app.domain.quick_line import Echo as Heard
from app.domain.quick_line import EchoPart as HeardPart
from app.domain.quick_line import Named, Role, Understood
from app.domain.records.when import When
from app.i18n import Words
from app.ui.widgets.echo import Echo, EchoPart
from app.ui.widgets.ledger_value import LedgerCell, LedgerDay, LedgerRow, LedgerView
from app.ui.widgets.record_row import RecordRow

SHARING = "sharing"
"""Key of the part of the strip that says who may see the line."""

_STRONG = frozenset({Role.SUBSTANCE, Role.SYMPTOM, Role.TREATMENT, Role.KEYWORD, Role.MODE})
_SAID = frozenset(
    {
        *(Role.KEYWORD, Role.SUBSTANCE, Role.SYMPTOM, Role.SEVERITY, Role.MODE),
        *(Role.CHANGE, Role.TREATMENT, Role.SWITCHED_TO, Role.SHARE, Role.PLANNED, Role.TAKING),
    }
)


def ledger_view(ledger: Ledger, words: Words) -> LedgerView:
    """The ledger as its widget takes it."""
    return LedgerView(
        days=tuple(
            LedgerDay(
                name=day.weekday,
                number=day.number,
                spoken=words.weekday(day.day),
                today=day.today,
                marks=tuple((mark.icon, mark.text) for mark in day.marks),
            )
            for day in ledger.days
        ),
        rows=tuple(
            LedgerRow(
                key=row.symptom,
                name=row.name,
                cells=tuple(LedgerCell(value=cell.severity, readings=cell.count) for cell in row.cells),
            )
            for row in ledger.rows
        ),
    )


def place_of(understood: Understood | None, ledger: Ledger) -> tuple[int, int, int | None] | None:
    """The cell of the ledger that the line would write, with the number; None for no cell in view."""
    if understood is None:
        return None
    named, when = understood.value(Role.SYMPTOM, Named), understood.value(Role.WHEN, When)
    rows: list[str] = [row.symptom for row in ledger.rows]
    days = [day.day for day in ledger.days]
    if named is None or named.id not in rows or when is None or when.day not in days:
        return None
    return rows.index(named.id), days.index(when.day), understood.value(Role.SEVERITY, int)


def written_row(line: WrittenLine, words: Words) -> RecordRow:
    """One thing written today as a row."""
    private = words.say("sharing.private", "private") if line.private else ""
    spoken = ", ".join(part for part in (line.spoken, private, line.typed_by) if part)
    return RecordRow(
        key=line.record,
        title=line.thing,
        value=", ".join(part for part in (line.value, line.typed_by) if part),
        words=line.words,
        when=line.time,
        icon=line.icon,
        private=private,
        spoken=spoken,
    )


def strip_of(heard: Heard, completion: str) -> Echo:
    """What the strip shows: the parts, and last who may see them.

    A reading does not say so unless it is private: that is for what is really taken, and what is asked
    (interface.md 14.4).
    """
    if not heard.parts:
        return Echo(completion=completion)
    parts = [_part(part) for part in heard.parts]
    if heard.private or not any(part.role is Role.SYMPTOM for part in heard.parts):
        icon = "eye-slash" if heard.private else ""
        parts.append(EchoPart(text=heard.sharing, icon=icon, key=SHARING))
    return Echo(
        parts=tuple(parts),
        spoken=heard.spoken,
        caption=heard.caption,
        completion=completion,
        choices=tuple(text for _, text in heard.choices),
    )


def _part(part: HeardPart) -> EchoPart:
    return EchoPart(
        text=part.text,
        spoken=part.spoken,
        icon=part.icon,
        severity=part.severity,
        strong=part.role in _STRONG,
        sure=part.sure,
        key=part.role,
    )


def saved_words(heard: Heard, words: Words) -> str:
    """What the toast says was saved: "Saved: knee pain 5 of 10"."""
    visit = any(part.role is Role.MODE for part in heard.parts)
    parts = [part for part in heard.parts if part.role in _SAID or (visit and part.role is Role.CLINICIAN)]
    said = [_name_of(part) for part in parts]
    first = said[0][:1].lower() + said[0][1:] if heard.parts[0].role is Role.KEYWORD else said[0]
    what = inside_sentence(first)
    for part, name in zip(parts[1:], said[1:], strict=True):
        what += f", {inside_sentence(name)}" if part.role is Role.SYMPTOM else f" {name}"
    return words.say("today.saved", "Saved: {what}", what=what)


def _name_of(part: HeardPart) -> str:
    """A new symptom by its name alone."""
    named = part.part.value if part.part is not None else None
    return named.name if part.role is Role.SYMPTOM and isinstance(named, Named) else part.text
