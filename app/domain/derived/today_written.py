"""What was written today, one line each, oldest first."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from app.domain.derived.today_page import WrittenLine
from app.domain.journal import Journal
from app.domain.quick_line import dose_words, severity_words, when_words
from app.domain.quick_line.echo_words import allergy_words
from app.domain.records import (
    Allergy,
    Day,
    Event,
    Note,
    Question,
    Record,
    SymptomEntry,
    TreatmentChange,
    Visit,
)
from app.domain.records.record import Mark
from app.domain.records.symptoms import DayKind
from app.domain.records.treatments import ChangeKind, Route
from app.domain.records.when import When
from app.domain.wording import Phrase, Wording

_Said = tuple[str, str, str, str]  # icon, thing, value, the person's own words
_CHANGES = {
    ChangeKind.STARTED: Phrase("today.change.started", "started"),
    ChangeKind.DOSE: Phrase("today.change.dose", "new dose"),
    ChangeKind.SWITCHED: Phrase("today.change.switched", "switched"),
    ChangeKind.PAUSED: Phrase("today.change.paused", "paused"),
    ChangeKind.RESUMED: Phrase("today.change.resumed", "started again"),
    ChangeKind.STOPPED: Phrase("today.change.stopped", "stopped"),
    ChangeKind.MISSED: Phrase("today.change.missed", "skipped"),
    ChangeKind.TAKEN: Phrase("today.change.taken", "taken"),
    ChangeKind.NOTICED: Phrase("today.change.noticed", "noticed"),
    ChangeKind.HOW_TAKEN: Phrase("today.change.how taken", "how it is really being taken"),
}


def written_today(journal: Journal, now: datetime, words: Wording) -> tuple[WrittenLine, ...]:
    """Records written down today by hand, whenever they happened; imported ones are not among them."""
    lines = []
    lately = now - timedelta(days=2)  # spares most records the turning into this time zone
    for record in journal.written_since(lately):
        local = record.written.astimezone(now.tzinfo)
        said = _said(record, journal, now, words) if local.date() == now.date() else None
        if said is not None and record.source is None:
            moment = _moment(record, local, now)
            lines.append((moment, record.id, _line(record, said, moment, words)))
    return tuple(line for _, _, line in sorted(lines, key=lambda item: item[:2]))


def written_lines(
    journal: Journal, records: Iterable[Record], now: datetime, words: Wording
) -> Iterator[WrittenLine]:
    """The lines of some records, whenever they were written; of those that have a line of their own."""
    for record in records:
        said = _said(record, journal, now, words)
        if said is not None:
            moment = _moment(record, record.written.astimezone(now.tzinfo), now)
            yield _line(record, said, moment, words)


def _moment(record: Record, local: datetime, now: datetime) -> datetime:
    """When it was, if it was at a time today; else when it was written.

    What is written as it happens stands in the order of writing: its minute alone would not tell.
    """
    when = getattr(record, "when", None)
    if isinstance(when, When) and when.at is not None and when.day == now.date() and when.at <= now.time():
        moment = datetime.combine(now.date(), when.at, tzinfo=now.tzinfo)
        return local if moment == local.replace(second=0, microsecond=0) else moment
    return local


def _line(record: Record, said: _Said, moment: datetime, words: Wording) -> WrittenLine:
    icon, thing, value, own = said
    time = words.time(moment.time())
    spoken = [
        time,
        thing,
        value,
        words.say("spoken.you wrote", "you wrote {words}", words=own) if own else "",
    ]
    private = record.sharing.mark is Mark.PRIVATE
    return WrittenLine(
        record=record.id,
        time=time,
        icon=icon,
        thing=thing,
        value=value,
        words=own,
        spoken=", ".join(part for part in spoken if part),
        private=private,
        typed_by=typed_by(record, words),
    )


def typed_by(record: Record, words: Wording) -> str:
    """Who typed it for the person; nothing where they did themselves."""
    if not record.typed_by:
        return ""
    return words.say("today.typed by", "typed by {name}, for me", name=record.typed_by)


def _said(record: Record, journal: Journal, now: datetime, words: Wording) -> _Said | None:
    """What stands in the line of a record, or None for a kind that has no line of its own."""
    said: _Said | None = None
    match record:
        case SymptomEntry():
            said = _entry(record, journal, now, words)
        case TreatmentChange():
            said = _change(record, journal, now, words)
        case Question():
            said = _question(record, journal, words)
        case Visit():
            said = _visit(record, journal, now, words)
        case _:
            said = _said_of_days(record, now, words)
    return said


def _said_of_days(record: Record, now: datetime, words: Wording) -> _Said | None:
    said: _Said | None = None
    match record:
        case Day():
            said = _day(record, now, words)
        case Allergy():
            title = allergy_words(intolerance=record.intolerance, words=words)
            said = "warning", title, record.substance, _sentences(record.reaction, record.note)
        case Note():
            said = "note-pencil", words.say("today.note", "Note"), "", record.text
        case Event():
            said = "flag-pennant", record.title, _when_else(record.when, now, words), record.note
    return said


def _entry(entry: SymptomEntry, journal: Journal, now: datetime, words: Wording) -> _Said:
    symptom = journal.symptom(entry.symptom)
    severity = "" if entry.severity is None else severity_words(entry.severity, words)
    parts = (severity, *_around(entry, words), _when_else(entry.when, now, words))
    value = ", ".join(part for part in parts if part)
    return "wave-sine", symptom.name if symptom else "", value, _sentences(entry.could_not, entry.note)


def _around(entry: SymptomEntry, words: Wording) -> Iterator[str]:
    """Where it is, what makes it worse and what helps: nothing that was typed goes unseen."""
    yield from entry.where
    if entry.worse_with:
        yield words.say("today.worse_with", "worse with {what}", what=words.listing(entry.worse_with))
    if entry.helped_by:
        yield words.say("today.helped_by", "helped by {what}", what=words.listing(entry.helped_by))


def _change(change: TreatmentChange, journal: Journal, now: datetime, words: Wording) -> _Said:
    treatment = journal.treatment(change.treatment)
    injected = treatment is not None and treatment.route is Route.INJECTION
    dose = change.taking or change.planned
    parts = (
        change_word(change, words),
        change.taken_share,
        dose_words(dose) if dose else "",
        _when_else(change.when, now, words),
    )
    own = _sentences(change.why_words, change.noticed, change.note)
    value = " ".join(part for part in parts if part)
    return "syringe" if injected else "pill", treatment.name if treatment else "", value, own


def change_word(change: TreatmentChange, words: Wording) -> str:
    """What happened to a treatment: "started", "new dose", "stopped"."""
    return words.say(*_CHANGES[change.change])


def _question(question: Question, journal: Journal, words: Wording) -> _Said:
    clinician = journal.clinician(question.clinician)
    value = words.say("today.for", "for {name}", name=clinician.called) if clinician else ""
    return "chat-circle-text", words.say("today.question", "Question"), value, question.text


def _visit(visit: Visit, journal: Journal, now: datetime, words: Wording) -> _Said:
    clinician = journal.clinician(visit.clinician)
    name = clinician.called if clinician else words.say("today.visit", "Visit")
    when = when_words(visit.when, now, words) if visit.when else ""
    return "stethoscope", name, when, _sentences(visit.reason, visit.heard)


def _day(day: Day, now: datetime, words: Wording) -> _Said:
    bad = day.day is DayKind.BAD_DAY
    thing = words.say("today.bad day", "Bad day") if bad else words.say("today.no symptoms", "No symptoms")
    icon = "moon-stars-fill" if bad else "check-circle"
    return icon, thing, _when_else(day.when, now, words), day.note


def _when_else(when: When | None, now: datetime, words: Wording) -> str:
    """When it was, where the time at the left does not say it."""
    if when is None or (when.day == now.date() and when.part is None):
        return ""
    return when_words(when, now, words)


def _sentences(*texts: str) -> str:
    return " ".join(text for text in texts if text)
