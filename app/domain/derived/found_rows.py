"""What was found, in words: what it belongs to and when, then the passage in the person's own words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.derived.belonging import happened
from app.domain.derived.search import Found
from app.domain.derived.timeline_rows import Told, tell_record
from app.domain.journal import Journal
from app.domain.records import (
    AboutMe,
    Allergy,
    Attachment,
    Clinician,
    Condition,
    Contact,
    Day,
    Decision,
    EndingCare,
    Event,
    Goal,
    Handoff,
    Measurement,
    NoneKnown,
    Note,
    Person,
    PlanStep,
    Question,
    Record,
    ResetConversation,
    SafetyFact,
    SecondOpinion,
    ShareRecord,
    Symptom,
    SymptomEntry,
    Term,
    Treatment,
    TreatmentChange,
    TurningPoint,
    Visit,
    WorkingAgreement,
)
from app.domain.records.record import RecordId
from app.domain.records.symptoms import DayKind
from app.domain.records.when import When
from app.domain.wording import Phrase, Wording

_DATED = (SymptomEntry, TreatmentChange, Visit, Day, Decision, PlanStep, Event, Measurement)
"""Known by a thing and its day; what is found in them is a line about that thing."""

_KINDS: dict[type[Record], tuple[str, Phrase]] = {
    SymptomEntry: ("wave-sine", Phrase("found.kind.symptom entry", "Reading")),
    TreatmentChange: ("pill", Phrase("found.kind.treatment change", "Treatment")),
    Visit: ("calendar-blank", Phrase("found.kind.visit", "Visit")),
    Day: ("check-circle", Phrase("found.kind.day", "Day")),
    Decision: ("arrows-split", Phrase("found.kind.decision", "Decision")),
    PlanStep: ("check-circle", Phrase("found.kind.plan step", "Plan step")),
    Event: ("flag-pennant", Phrase("found.kind.event", "Event")),
    Measurement: ("heartbeat", Phrase("found.kind.measurement", "Measurement")),
    WorkingAgreement: ("signature", Phrase("found.kind.agreement", "How we work together")),
    ResetConversation: ("users-three", Phrase("found.kind.reset conversation", "Reset conversation")),
    Handoff: ("users-three", Phrase("found.kind.handoff", "Handoff")),
    SecondOpinion: ("users-three", Phrase("found.kind.second opinion", "Second opinion")),
    EndingCare: ("users-three", Phrase("found.kind.ending care", "Ending care")),
    NoneKnown: ("info", Phrase("found.kind.none known", "None known")),
    AboutMe: ("user-circle", Phrase("found.kind.about", "About me")),
    Allergy: ("warning", Phrase("found.kind.allergy", "Allergy")),
    Attachment: ("paperclip", Phrase("found.kind.attachment", "Photo or file")),
    Clinician: ("users-three", Phrase("found.kind.clinician", "Clinician")),
    Condition: ("first-aid-kit", Phrase("found.kind.condition", "Condition")),
    Contact: ("user-circle", Phrase("found.kind.contact", "Contact")),
    Goal: ("flag-pennant", Phrase("found.kind.goal", "Goal")),
    Note: ("note-pencil", Phrase("found.kind.note", "Note")),
    Person: ("user-circle", Phrase("found.kind.person", "About me")),
    Question: ("chat-circle-text", Phrase("found.kind.question", "Question")),
    SafetyFact: ("info", Phrase("found.kind.safety", "Safety fact")),
    ShareRecord: ("paper-plane-tilt", Phrase("found.kind.share record", "Given to someone")),
    Symptom: ("wave-sine", Phrase("found.kind.symptom", "Symptom")),
    Term: ("info", Phrase("found.kind.term", "Word explained")),
    Treatment: ("pill", Phrase("found.kind.treatment", "Treatment")),
    TurningPoint: ("note-pencil", Phrase("found.kind.turning point", "My story")),
}
KIND_GROUPS: dict[Phrase, tuple[type[Record], ...]] = {
    Phrase("find.kind.Treatments", "Treatments"): (Treatment, TreatmentChange),
    Phrase("find.kind.Symptoms", "Symptoms"): (Symptom, SymptomEntry, Day),
    Phrase("find.kind.Visits", "Visits"): (Visit, Decision, PlanStep),
    Phrase("find.kind.Questions", "Questions"): (Question,),
    Phrase("find.kind.Events", "Events"): (Event, Measurement, Condition, Allergy),
    Phrase("find.kind.Notes", "Notes"): (Note, TurningPoint, Term),
    Phrase("find.kind.People", "People"): (
        Clinician,
        Contact,
        WorkingAgreement,
        ResetConversation,
        Handoff,
        SecondOpinion,
        EndingCare,
    ),
    Phrase("find.kind.Photos and files", "Photos and files"): (Attachment,),
    Phrase("find.kind.About me", "About me"): (AboutMe, Goal, Person, SafetyFact, NoneKnown),
}
"""What the Find page can be narrowed to, in its order."""

_ALONE = (Question, Note)
"""Only words: in the palette nothing stands before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """One record: `before` is said by the app, the passage by the person, `at` is what was found in it."""

    key: RecordId
    icon: str
    thing: str
    before: str
    passage: str
    at: tuple[int, int]
    day: str
    private: bool
    trashed: bool
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundYear:
    """What was found in one year; what has no date of its own stands in the year it was written."""

    year: int
    rows: tuple[FoundRow, ...]


def found_row(journal: Journal, found: Found, today: date, words: Wording) -> FoundRow:
    """One found record in words."""
    record = found.record
    icon, kind = _kind(record, words)
    passage, at = _one_line(found.passage, found.at)
    when = happened(record)
    day = _short(when, today, words)
    told = tell_record(journal, record, words) if isinstance(record, _DATED) else Told(thing="")
    thing = told.thing
    if found.by_name or passage.casefold() in thing.casefold():
        passage, at = (
            (told.line if told.own_words else record.text if isinstance(record, Question) else ""),
            (0, 0),
        )
    before = _joined((thing or ("" if isinstance(record, _ALONE) else kind), day if thing else ""))
    long_day = words.when(when) if when is not None else ""
    private = words.say("sharing.private", "private") if found.private else ""
    wrote = words.say("spoken.wrote", "you wrote {words}", words=passage) if passage else ""
    return FoundRow(
        key=record.id,
        icon=icon,
        thing=thing or kind,
        before=before,
        passage=passage,
        at=at,
        day=day,
        private=found.private,
        trashed=record.trashed,
        spoken=_joined((thing or kind, long_day, wrote, private)),
    )


def by_year(rows: Iterable[tuple[Found, FoundRow]]) -> Iterator[FoundYear]:
    """Rows that come newest first, under their years."""
    year, held = 0, list[FoundRow]()
    for found, row in rows:
        at = (found.day or found.record.written.date()).year
        if held and at != year:
            yield FoundYear(year=year, rows=tuple(held))
            held = []
        year = at
        held.append(row)
    if held:
        yield FoundYear(year=year, rows=tuple(held))


def _kind(record: Record, words: Wording) -> tuple[str, str]:
    icon, phrase = _KINDS[type(record)]
    if isinstance(record, Day) and record.day is DayKind.BAD_DAY:
        icon = "moon-stars"
    if isinstance(record, Attachment) and record.photo:
        icon = "image"
    return icon, words.say(*phrase)


def _line(record: Record, told: Told) -> str:
    """What was written about a thing that only its name was found in."""
    if isinstance(record, Question):
        return record.text
    return told.line if told.own_words else ""


def _one_line(passage: str, at: tuple[int, int]) -> tuple[str, tuple[int, int]]:
    """The passage in one line: line breaks become spaces, one for one, so that places stay right."""
    return "".join(" " if letter.isspace() else letter for letter in passage), at


def _short(when: When | None, today: date, words: Wording) -> str:
    if when is None:
        return ""
    this_year = when.day is not None and when.day.year == today.year
    return words.day_in_year(when.day) if this_year and when.day else words.short_when(when)


def _joined(parts: tuple[str, ...]) -> str:
    return ", ".join(part for part in parts if part)
