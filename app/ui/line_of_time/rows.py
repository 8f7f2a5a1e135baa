"""The timeline's entries as rows of a list, under the names of their months."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.derived.line.lanes import Line
from app.domain.derived.line.rows import Gathered, Row
from app.domain.derived.line.saying import column_part, span_words
from app.domain.derived.timeline import Entry, RowKind, row_of
from app.domain.journal import Journal
from app.domain.records import Day, Decision, Measurement, PlanStep, TreatmentChange, Visit
from app.domain.records.record import Mark, Record
from app.domain.records.symptoms import DayKind
from app.domain.records.treatments import Route, Treatment, TreatmentKind
from app.i18n import Words
from app.ui.widgets.record_row import RecordRow

_KINDS = {
    RowKind.TREATMENTS: ("pill", "rx"),
    RowKind.SYMPTOMS: ("wave-sine", "ink2"),
    RowKind.VISITS: ("stethoscope", "visit"),
    RowKind.EVENTS: ("flag-pennant", "event"),
    RowKind.QUESTIONS: ("chat-circle-text", "question"),
    RowKind.PLANS: ("check-circle", "step"),
    RowKind.MEASUREMENTS: ("heartbeat", "ink2"),
    RowKind.NOTES: ("note-pencil", "ink2"),
}
_TREATMENTS = {
    TreatmentKind.PRESCRIBED: ("pill", "rx"),
    TreatmentKind.FROM_THE_SHOP: ("pill", "otc"),
    TreatmentKind.SUPPLEMENT: ("leaf", "supplement"),
    TreatmentKind.THERAPY: ("hand", "therapy"),
    TreatmentKind.PROCEDURE: ("first-aid-kit", "procedure"),
    TreatmentKind.DEVICE: ("bandaids", "device"),
    TreatmentKind.LIFESTYLE: ("fork-knife", "lifestyle"),
}
_RECORDS: dict[type[Record], tuple[str, str]] = {
    Decision: ("arrows-split", "visit"),
    PlanStep: ("check-circle", "step"),
    Measurement: ("heartbeat", "ink2"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow(RecordRow):
    """A row of the timeline's list. `compare`: it offers "Before and after"; `visit`: its mark is a visit's.

    `gathered`: it stands for several readings, and opening it looks closer.
    """

    compare: bool = False
    visit: bool = False
    gathered: bool = False


def rows_of(line: Line, rows: Iterable[Row], words: Words) -> Iterator[LineRow]:
    """Each entry, and before the first of each month its name; what has no date stands last."""
    month = None
    for row in rows:
        shown, of = _gathered(row, words) if isinstance(row, Gathered) else _entry(line.journal, row, words)
        if of != month:
            month = of
            yield LineRow(title=month or words.say("timeline.undated", "Without a date"), heading=True)
        yield shown


def _entry(journal: Journal, entry: Entry, words: Words) -> tuple[LineRow, str]:
    told = row_of(journal, entry, words)
    private = _private(entry.record, words)
    icon, tone = icon_of(journal, entry)
    row = LineRow(
        key=told.id,
        title=told.thing,
        words=told.line if told.own_words else "",
        note="" if told.own_words else told.line,
        when=told.day,
        icon=icon,
        tone=tone,
        pill=("plain", told.written_later) if told.written_later else None,
        private=private,
        spoken=" ".join(part for part in (told.spoken, private, told.written_later) if part),
        compare=told.can_compare,
        visit=isinstance(entry.record, Visit),
    )
    return row, told.month


def _gathered(row: Gathered, words: Words) -> tuple[LineRow, str]:
    parts = [column_part(lane, column, words) for lane, column in row.parts]
    note = "; ".join(parts)
    dates = span_words(row.first, row.last, words)
    title = words.say("line.symptoms", "Symptoms")
    when = words.day_in_year(row.first) if row.first == row.last else ""
    if row.first != row.last and row.first.day != 1:
        when = words.say("line.week", "from {day}", day=words.day_in_year(row.first))
    shown = LineRow(
        key=row.key,
        title=title,
        note=note,
        when=when,
        icon="wave-sine",
        spoken=f"{dates}. {title}: {note}.",
        gathered=True,
    )
    return shown, words.month(row.first)


def icon_of(journal: Journal, entry: Entry) -> tuple[str, str]:
    """The icon of an entry and its colour's name."""
    record = entry.record
    if isinstance(record, TreatmentChange):
        return _of_treatment(journal.treatment(record.treatment))
    if isinstance(record, Day):
        bad = record.day is DayKind.BAD_DAY
        return ("moon-stars-fill" if bad else "check-circle"), "ink2"
    return _RECORDS.get(type(record), _KINDS[entry.kind])


def _of_treatment(treatment: Treatment | None) -> tuple[str, str]:
    if treatment is None:
        return _KINDS[RowKind.TREATMENTS]
    icon, tone = _TREATMENTS[treatment.treatment]
    return ("syringe" if treatment.route is Route.INJECTION else icon), tone


def _private(record: Record, words: Words) -> str:
    return words.say("sharing.private", "private") if record.sharing.mark is Mark.PRIVATE else ""
