"""Each kind of entry in words for the timeline's list: the thing, and one line about it."""

from dataclasses import dataclass
from functools import singledispatch

from app.domain.derived.treatments.change_phrases import change_phrase
from app.domain.derived.treatments.doses import dose_words, often_words
from app.domain.derived.treatments.phrases import verdict_words
from app.domain.journal import Journal
from app.domain.records import (
    Day,
    Decision,
    Event,
    Measurement,
    Note,
    PlanStep,
    Question,
    Record,
    SymptomEntry,
    TreatmentChange,
    TurningPoint,
    Visit,
)
from app.domain.records.symptoms import DayKind
from app.domain.records.treatments import ChangeKind
from app.domain.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A thing and a line; `own_words`: the line is in the person's words."""

    thing: str
    line: str = ""
    own_words: bool = False


def tell_record(journal: Journal, record: Record, words: Wording) -> Told:
    """The record in words; its kind's own word where nothing better is known."""
    return _told(record, journal, words)


@singledispatch
def _told(record: Record, _journal: Journal, _words: Wording) -> Told:
    return Told(thing=record.KIND)


def _own(thing: str, *texts: str) -> Told:
    """The first of the person's texts that says something, in one line."""
    line = next((" ".join(text.split()) for text in texts if text.strip()), "")
    return Told(thing=thing, line=line, own_words=bool(line))


@_told.register
def _change(record: TreatmentChange, journal: Journal, words: Wording) -> Told:
    treatment = journal.treatment(record.treatment)
    if treatment is None:
        return _own(words.say("timeline.change", "Treatment"), record.note)
    thing = _change_thing(record, treatment.name, change_phrase(treatment, record.change, words), words)
    facts = _facts(journal, record, words)
    if facts:
        return Told(thing=thing, line=facts)
    return _own(thing, record.note, record.noticed, record.why_words, record.reaction)


def _change_thing(record: TreatmentChange, name: str, phrase: str, words: Wording) -> str:
    match record.change:
        case ChangeKind.TAKEN:
            return words.say("timeline.taken", "{name} taken", name=name)
        case ChangeKind.MISSED:
            return words.say("timeline.skipped", "{name} skipped", name=name)
        case ChangeKind.NOTICED:
            return words.say("timeline.noticed", "Noticed with {name}", name=name)
        case ChangeKind.HOW_TAKEN:
            return words.say("timeline.how_taken", "How {name} is taken", name=name)
    return phrase


def _facts(journal: Journal, record: TreatmentChange, words: Wording) -> str:
    """A dose and how often, and with whom; a verdict where it was stopped."""
    dose = " ".join(
        part
        for part in (
            dose_words(record.taking or record.planned, words),
            often_words(record.taking_how_often or record.how_often, words),
        )
        if part
    )
    if not dose or record.change is ChangeKind.TAKEN:
        said = record.note or record.noticed or record.why_words
        return "" if said else verdict_words(record.verdict, words)
    who = journal.clinician(record.clinician)
    if who is None:
        return dose
    return words.say("timeline.with", "{what}, with {who}.", what=dose, who=who.called)


@_told.register
def _reading(record: SymptomEntry, journal: Journal, words: Wording) -> Told:
    symptom = journal.symptom(record.symptom)
    name = symptom.name if symptom else words.say("timeline.symptom", "Symptom")
    thing = name if record.severity is None else f"{name} {record.severity}"
    return _own(thing, record.note, record.could_not, ", ".join(record.where))


@_told.register
def _day(record: Day, _journal: Journal, words: Wording) -> Told:
    bad = words.say("timeline.bad_day", "Bad day")
    none = words.say("timeline.no_symptoms", "No symptoms")
    return _own(bad if record.day is DayKind.BAD_DAY else none, record.note)


@_told.register
def _visit(record: Visit, journal: Journal, words: Wording) -> Told:
    who = journal.clinician(record.clinician)
    thing = who.called if who else words.say("timeline.visit", "Visit")
    quotes = [f"“{said.words}”" for said in record.said]
    return _own(thing, *quotes, record.heard, record.what_to_do, record.reason, record.main_thing)


@_told.register
def _decision(record: Decision, _journal: Journal, _words: Wording) -> Told:
    return _own(record.about, record.chosen, record.because)


@_told.register
def _step(record: PlanStep, _journal: Journal, words: Wording) -> Told:
    return Told(thing=record.text, line=record.outcome_words or words.say("outcome", str(record.outcome)))


@_told.register
def _event(record: Event, _journal: Journal, _words: Wording) -> Told:
    return _own(record.title, record.outcome, record.understood, record.note)


@_told.register
def _measurement(record: Measurement, _journal: Journal, words: Wording) -> Told:
    if record.value is None:
        return Told(thing=record.name, line=record.words)
    numbers = [words.number(number) for number in (record.value, record.second) if number is not None]
    return Told(thing=record.name, line=f"{'/'.join(numbers)}\u00a0{record.unit}".rstrip("\u00a0"))


@_told.register
def _question(record: Question, _journal: Journal, words: Wording) -> Told:
    return _own(words.say("timeline.question", "Question"), record.text)


@_told.register(Note)
@_told.register(TurningPoint)
def _note(record: Note | TurningPoint, _journal: Journal, words: Wording) -> Told:
    return _own(words.say("timeline.note", "Note"), record.text)
