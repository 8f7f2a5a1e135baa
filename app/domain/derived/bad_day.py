"""The bad-day page: what can be said with one tap, what helps, and whom to call (interface.md 11.4, 14.5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.derived.belonging import named
from app.domain.derived.today_answers import weekday_name
from app.domain.derived.today_ledger import MOST_ROWS, inside_sentence, tracked_symptoms
from app.domain.derived.treatments.doses import dose_words
from app.domain.derived.treatments.story import Status, TreatmentStory, stories
from app.domain.journal import Journal
from app.domain.quick_line import day_it_counts_to
from app.domain.quick_line.speaking import dose_aloud
from app.domain.records import AboutMe, Contact, Day, PlanStep, SymptomEntry, TreatmentChange
from app.domain.records.person import Topic
from app.domain.records.plans import Outcome, PlanPart
from app.domain.records.record import RecordId
from app.domain.records.treatments import ChangeKind, TreatmentKind
from app.domain.wording import Wording

MOST_TREATMENTS = 5
_TAKEN_WITH_WATER = frozenset(
    {TreatmentKind.PRESCRIBED, TreatmentKind.FROM_THE_SHOP, TreatmentKind.SUPPLEMENT}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIsIt:
    """A tracked symptom; `entry` is its reading of this bad day, None where it is not picked."""

    symptom: RecordId
    name: str
    how_bad: str  # the question of its scale
    entry: RecordId | None = None
    severity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """A treatment that is really being taken; `taken` is the record that it was, None where not yet."""

    treatment: RecordId
    name: str
    dose: str = ""
    spoken: str = ""  # the same, written out
    taken: RecordId | None = None

    @property
    def text(self) -> str:
        """What stands on its button."""
        return " ".join(part for part in (self.name, self.dose) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCall:
    """Someone to call: "Tomás, my brother", and the number."""

    who: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallIf:
    """What a clinician said to call about, word for word, each with whom to call."""

    heading: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BadDay:
    """The whole page. `counts_to` is said only where the day is not today's. `helps`: the person's words."""

    counts_to: str
    symptoms: tuple[WhatIsIt, ...]
    treatments: tuple[Took, ...]
    helps: tuple[str, ...]
    to_call: tuple[ToCall, ...]
    call_if: tuple[CallIf, ...]


def bad_day(
    journal: Journal, day: Day | None, now: datetime, words: Wording, noted: frozenset[RecordId] = frozenset()
) -> BadDay:
    """The page of a bad day, or of one that was just taken back; `noted` are the records made on it."""
    return BadDay(
        counts_to=_counts_to(day, now, words),
        symptoms=tuple(_symptoms(journal, noted, words)),
        treatments=tuple(_treatments(journal, now.date(), noted, words)),
        helps=_helps(journal),
        to_call=tuple(_to_call(journal, words)),
        call_if=tuple(_call_if(journal, words)),
    )


def _counts_to(day: Day | None, now: datetime, words: Wording) -> str:
    """Between midnight and five a bad day counts to the evening before."""
    on = day.when.day if day is not None else None
    if on is None or on == now.date() or on != day_it_counts_to(now):
        return ""
    return words.say(
        "bad_day.counts_to",
        "It is after midnight, so it counts to {weekday}.",
        weekday=weekday_name(on, words),
    )


def _symptoms(journal: Journal, noted: frozenset[RecordId], words: Wording) -> Iterator[WhatIsIt]:
    """The tracked symptoms in the person's order, what comes in attacks first."""
    entries = {entry.symptom: entry for entry in journal.of(SymptomEntry) if entry.id in noted}
    tracked = sorted(tracked_symptoms(journal)[:MOST_ROWS], key=lambda symptom: not symptom.attack_like)
    for symptom in tracked:
        entry = next((held for key, held in entries.items() if journal.symptom(key) == symptom), None)
        yield WhatIsIt(
            symptom=symptom.id,
            name=symptom.name,
            how_bad=words.say(
                "bad_day.how_bad", "How bad is the {symptom}?", symptom=inside_sentence(symptom.name)
            ),
            entry=entry.id if entry is not None else None,
            severity=entry.severity if entry is not None else None,
        )


def _treatments(journal: Journal, today: date, noted: frozenset[RecordId], words: Wording) -> Iterator[Took]:
    """What is used when needed, then what is taken regularly; at most as many as a tired eye takes in."""
    taken = {
        change.treatment: change.id
        for change in journal.of(TreatmentChange)
        if change.id in noted and change.change is ChangeKind.TAKEN
    }
    offered = [story for story in stories(journal, today) if _is_taken(story)]
    offered.sort(key=_as_offered)
    for story in offered[:MOST_TREATMENTS]:
        name, now = story.treatment.name, story.now
        dose = (now.taking or now.planned) if now is not None else None
        yield Took(
            treatment=story.treatment.id,
            name=name,
            dose=dose_words(dose, words),
            spoken=f"{name}, {dose_aloud(dose, words)}" if dose is not None else name,
            taken=next((held for key, held in taken.items() if key == story.treatment.id), None),
        )


def _as_offered(story: TreatmentStory) -> tuple[object, ...]:
    """What is taken every day comes before what has a day of its own every so often."""
    treatment = story.treatment
    return (not story.when_needed, treatment.dose_every_days is not None, treatment.order, treatment.name)


def _is_taken(story: TreatmentStory) -> bool:
    """Nothing that is stopped, resting, mostly not taken or not tolerated (interface.md 14.5)."""
    return (
        story.treatment.treatment in _TAKEN_WITH_WATER
        and story.status is Status.TAKING
        and story.not_tolerated is None
        and not (story.how_taken is not None and story.how_taken.mostly_not)
    )


def _helps(journal: Journal) -> tuple[str, ...]:
    told = [about for about in journal.of(AboutMe) if about.topic is Topic.HELPS and about.text]
    return tuple(about.text for about in sorted(told, key=lambda about: (about.order, about.id)))


def _to_call(journal: Journal, words: Wording) -> Iterator[ToCall]:
    """Whom the person would call first."""
    first = [contact for contact in journal.of(Contact) if contact.call_first and contact.phone]
    for contact in sorted(first, key=lambda contact: (contact.order, contact.name)):
        who = contact.name
        if contact.tie:
            who = words.say("bad_day.who", "{name}, my {tie}", name=contact.name, tie=contact.tie)
        yield ToCall(who=who, phone=contact.phone)


def _call_if(journal: Journal, words: Wording) -> Iterator[CallIf]:
    """Every open "call if", by who said it: what a clinician said last comes first."""
    steps = [
        step
        for step in journal.of(PlanStep)
        if step.part is PlanPart.CALL_IF and step.outcome is Outcome.OPEN
    ]
    said: dict[str, list[str]] = {}
    steps.sort(key=lambda step: (step.clinician is not None, step.written, step.id), reverse=True)
    for step in steps:
        said.setdefault(_who_said(journal, step, words), []).append(_word_for_word(step, words))
    for heading, lines in said.items():
        yield CallIf(heading=heading, said=tuple(lines))


def _who_said(journal: Journal, step: PlanStep, words: Wording) -> str:
    name = named(journal, step.clinician)
    if name:
        return words.say("bad_day.call_if", "{name} said to call if", name=name)
    treatment = journal.treatment(step.treatment)
    if treatment is not None:
        return words.say("bad_day.call_if.taking", "Taking {name}, call if", name=treatment.name)
    return words.say("bad_day.call_if.nobody", "Call if")


def _word_for_word(step: PlanStep, words: Wording) -> str:
    """The words as they were written, then whom to call, and the number where it does not say so itself."""
    text = step.text if step.text.endswith((".", "!", "?")) else f"{step.text}."
    whom = step.call_whom
    if step.phone and step.phone not in whom:
        whom = ", ".join(part for part in (whom, step.phone) if part)
    return words.say("bad_day.then", "{said} Then {whom}.", said=text, whom=whom) if whom else text
