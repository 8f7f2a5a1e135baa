"""The timeline's entries as rows of a list, under the names of their months."""

from collections.abc import Iterable, Iterator

from app.domain.derived.timeline import Entry, RowKind, row_of
from app.domain.journal import Journal
from app.domain.records import Day, Decision, Measurement, PlanStep, TreatmentChange
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
    Measurement: ("heartbeat", "event"),
}


def rows_of(journal: Journal, entries: Iterable[Entry], words: Words) -> Iterator[RecordRow]:
    """Each entry, and before the first of each month its name; what has no date stands last."""
    month = None
    for entry in entries:
        told = row_of(journal, entry, words)
        if told.month != month:
            month = told.month
            title = month or words.say("timeline.undated", "Without a date")
            yield RecordRow(title=title, heading=True)
        private = _private(entry.record, words)
        icon, tone = icon_of(journal, entry)
        yield RecordRow(
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
        )


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
