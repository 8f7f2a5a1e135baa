"""The facts beside the person on About me: conditions, allergies, whom to call, what is not safe."""

from dataclasses import dataclass

from app.domain.derived.about_page import marked
from app.domain.journal import Journal
from app.domain.records import Allergy, Condition, Contact, NoneKnown, SafetyFact
from app.domain.records.person import Badness, ConditionStatus, NoneOf, SafetyAnswer, SafetyTopic
from app.domain.wording import Phrase, Wording

LOW_IMMUNITY = frozenset({SafetyTopic.VACCINES, SafetyTopic.INFECTIONS})
"""What is asked only of who takes a medicine that holds the immune system down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact: a line, a smaller one below it, and a phone number where there is one.

    A `heading` stands above facts of another sort. `key` opens the fact.
    """

    key: str = ""
    title: str
    note: str = ""
    phone: str = ""
    heading: bool = False

    @property
    def spoken(self) -> str:
        """The whole fact for a screen reader."""
        return ", ".join(part for part in (self.title, self.note, self.phone) if part)


def person_facts(journal: Journal, words: Wording) -> tuple[Fact, ...]:
    """Name and birth date, languages, and what else documents may print if ticked."""
    person = journal.person
    if person is None:
        return ()
    born = (
        words.say("about.born", "born {day}", day=words.when(person.born)) if person.born is not None else ""
    )
    spoken = tuple(language.name for language in person.languages)
    notes = (
        [words.say("about.speaks", "Speaks {languages}", languages=words.listing(spoken))] if spoken else []
    )
    if person.full_name:
        notes.append(words.say("about.full_name", "Full name: {name}", name=person.full_name))
    if person.record_number:
        notes.append(words.say("about.number", "Record number: {number}", number=person.record_number))
    title = ", ".join(part for part in (person.name, born) if part)
    return (Fact(key=person.id, title=title, note="\n".join(notes)),)


def conditions(journal: Journal, words: Wording) -> tuple[Fact, ...]:
    """What a clinician told first; under a heading of its own, what the person wonders about."""
    found = sorted(journal.of(Condition), key=lambda one: (one.order, one.name))
    told = [_condition(journal, one, words) for one in found if not one.wondering]
    wondering = [_condition(journal, one, words) for one in found if one.wondering]
    heading = Fact(title=words.say("about.wonder", "I wonder about"), heading=True)
    none = [Fact(key=one.id, title=_none(words)) for one in says_none(journal, NoneOf.CONDITIONS)]
    return (*(told or ([] if wondering else none)), *((heading, *wondering) if wondering else ()))


def allergies(journal: Journal, words: Wording) -> tuple[Fact, ...]:
    """Allergies; what is not tolerated apart; without any, that there is none known, where that was said."""
    found = sorted(journal.of(Allergy), key=lambda one: one.substance)
    real = [_allergy(journal, one, words) for one in found if not one.intolerance]
    other = [_allergy(journal, one, words) for one in found if one.intolerance]
    heading = Fact(title=words.say("about.not_tolerated", "I don’t tolerate"), heading=True)
    none = [Fact(key=one.id, title=_none(words)) for one in says_none(journal, NoneOf.ALLERGIES)]
    return (*(real or none), *((heading, *other) if other else ()))


def people(journal: Journal, words: Wording) -> tuple[Fact, ...]:
    """Whom to call first, then the others."""
    found = sorted(journal.of(Contact), key=lambda one: (not one.call_first, one.order, one.name))
    return tuple(_contact(one, words) for one in found)


def may_talk(contact: Contact, words: Wording) -> str:
    """The tick beside a person."""
    return words.say("about.may_talk", "You may talk to {name} about me", name=contact.name)


def safety(journal: Journal, words: Wording) -> tuple[Fact, ...]:
    """One line for each standard fact (document.md 5.2): yes, no, or that nothing is written."""
    person = journal.person
    low = person is not None and person.immune_lowering
    topics = [topic for topic in SafetyTopic if low or topic not in LOW_IMMUNITY]
    return tuple(_safety(journal, topic, words) for topic in topics)


def safety_fact(journal: Journal, topic: SafetyTopic) -> SafetyFact | None:
    """What is written about a topic."""
    return next((fact for fact in journal.of(SafetyFact) if fact.topic is topic), None)


def safety_name(topic: SafetyTopic, words: Wording) -> str:
    """What a safety fact is called."""
    return words.say(*_SAFETY[topic])


def says_none(journal: Journal, of: NoneOf) -> tuple[NoneKnown, ...]:
    """Where the person said on purpose that there is none."""
    return tuple(none for none in journal.of(NoneKnown) if none.of is of)


def _none(words: Wording) -> str:
    return words.say("about.none.row", "None that I know of")


def _condition(journal: Journal, one: Condition, words: Wording) -> Fact:
    status = "" if one.wondering else words.say(*_STATUS[one.status])
    clinician = journal.clinician(one.told_by_clinician)
    told = words.short_when(one.told) if one.told is not None else ""
    since = words.say("condition.since", "since {date}", date=words.when(one.onset)) if one.onset else ""
    who = clinician.called if clinician is not None else one.told_by_name
    parts = (status, who, told or since, marked(journal, one.sharing, words))
    return Fact(key=one.id, title=one.name, note=", ".join(part for part in parts if part))


def _allergy(journal: Journal, one: Allergy, words: Wording) -> Fact:
    title = f"{one.substance}: {one.reaction}" if one.reaction else one.substance
    clinician = journal.clinician(one.told_by_clinician)
    bad = words.say("answer", str(one.badness)) if one.badness is Badness.BAD else ""
    when = words.when(one.when) if one.when is not None else ""
    who = clinician.called if clinician is not None else one.told_by
    parts = (bad, when, who, one.how_sure, marked(journal, one.sharing, words))
    return Fact(key=one.id, title=title, note=", ".join(part for part in parts if part))


def _contact(one: Contact, words: Wording) -> Fact:
    first = "" if one.call_first else words.say("contact.also", "not called first")
    return Fact(
        key=one.id,
        title=", ".join(part for part in (one.name, one.tie) if part),
        note=first if one.phone else "",
        phone=one.phone,
    )


def _safety(journal: Journal, topic: SafetyTopic, words: Wording) -> Fact:
    fact, name = safety_fact(journal, topic), safety_name(topic, words)
    if fact is None:
        unwritten = words.say("safety.unwritten", "Not written")
        return Fact(key=topic, title=f"{name}: {unwritten}")
    answer = words.say(*_ANSWERS[fact.answer])
    clinician = journal.clinician(fact.told_by_clinician)
    told = words.short_when(fact.told) if fact.told is not None else ""
    parts = (clinician.called if clinician is not None else "", told, marked(journal, fact.sharing, words))
    return Fact(
        key=topic,
        title=f"{name}: " + ", ".join(part for part in (answer, fact.words) if part),
        note=", ".join(part for part in parts if part),
    )


_STATUS = {
    ConditionStatus.SUSPECTED: Phrase("about.status.suspected", "suspected"),
    ConditionStatus.CONFIRMED: Phrase("about.status.confirmed", "confirmed"),
    ConditionStatus.RULED_OUT: Phrase("about.status.ruled out", "ruled out"),
    ConditionStatus.RESOLVED: Phrase("about.status.resolved", "over"),
}
_ANSWERS = {
    SafetyAnswer.YES: Phrase("safety.answer.yes", "Yes"),
    SafetyAnswer.NO: Phrase("safety.answer.no", "No"),
    SafetyAnswer.DOES_NOT_APPLY: Phrase("safety.answer.does not apply", "Doesn’t apply"),
}
_SAFETY = {
    SafetyTopic.PREGNANCY: Phrase("safety.name.pregnancy", "Pregnancy"),
    SafetyTopic.SMOKING: Phrase("safety.name.smoking", "Smoking"),
    SafetyTopic.KIDNEYS: Phrase("safety.name.kidneys", "Kidneys"),
    SafetyTopic.LIVER: Phrase("safety.name.liver", "Liver"),
    SafetyTopic.BLOOD: Phrase("safety.name.blood", "Blood"),
    SafetyTopic.BLOOD_THINNERS: Phrase("safety.name.blood thinners", "Blood thinners"),
    SafetyTopic.IMPLANTS: Phrase("safety.name.implants", "Implants or devices"),
    SafetyTopic.ASTHMA: Phrase("safety.name.asthma", "Asthma"),
    SafetyTopic.VACCINES: Phrase("safety.name.vaccines", "Vaccines"),
    SafetyTopic.INFECTIONS: Phrase("safety.name.infections", "Infections"),
}
