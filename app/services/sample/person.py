"""Who Maya is, and what anyone should know about her."""

from datetime import date

from app.domain.records import (
    AboutMe,
    Allergy,
    Condition,
    Contact,
    Goal,
    NoneKnown,
    Person,
    Record,
    SafetyFact,
    TurningPoint,
)
from app.domain.records.person import (
    Badness,
    ConditionStatus,
    GoalState,
    Language,
    NoneOf,
    SafetyAnswer,
    SafetyTopic,
    Topic,
)
from app.domain.records.record import PRIVATE, SHARED
from app.domain.records.when import on_day
from app.services.sample.telling import Telling

_BEGAN = "2023-06-01"  # the evening the journal was begun
_HELPS = (
    "Dark room, cold cloth.",
    "Do not drive.",
    "Tomás can fetch Inés.",
    "It passes. The last one took a day.",
)
_TOLD = "2026-03-12"  # when the yearly blood tests came


def person(tell: Telling) -> tuple[Record, ...]:
    """Maya, her brother, her story, her conditions, and what is not safe for her."""
    return (
        _maya(tell),
        *_contacts(tell),
        *_about(tell),
        *_goals(tell),
        *_conditions(tell),
        *_allergies(tell),
        *_safety(tell),
        *_turning_points(tell),
    )


def _maya(tell: Telling) -> Person:
    return Person(
        id=tell.id("person"),
        written=tell.wrote(_BEGAN),
        name="Maya R.",
        full_name="Maya Reyes",
        record_number="RC-20417",
        born=on_day(date(1984, 10, 2)),  # a birthday does not move with the demo
        languages=(Language(name="English", first=True), Language(name="Spanish")),
        at_home="Inés, 7, my daughter. I am the only adult.",
        immune_lowering=True,
    )


def _contacts(tell: Telling) -> tuple[Contact, ...]:
    return (
        Contact(
            id=tell.id("contact Tomás"),
            written=tell.wrote(_BEGAN),
            name="Tomás",
            tie="brother",
            phone="020 7946 0142",
            object_pronoun="him",
            call_first=True,
            may_be_spoken_to=True,
            involve="He can fetch Inés when I can't drive.",
        ),
        Contact(
            id=tell.id("contact Inés"),
            written=tell.wrote(_BEGAN),
            name="Inés",
            tie="daughter",
            order=1,
        ),
    )


def _about(tell: Telling) -> tuple[AboutMe, ...]:
    season = tell.season("2022-10-15").season
    story = (
        f"It began in my knees the {season} Inés started nursery. For a year I was told it was wear "
        "and tear. Now it has a name, and a treatment that helped me climb stairs again. I work three "
        "days in a school library. I drive my daughter everywhere; there is no one else to do it. "
        "I would rather hear the truth early than be protected from it. I have told this story eleven "
        "times. I would like this to be the last."
    )
    rows = (
        (Topic.STORY, story),
        (Topic.MATTERS, "Driving Inés, my daughter."),
        (Topic.HOPE, "A whole month without a bad day."),
        (Topic.FEAR, "Losing my hands. Being a burden at fifty."),
        (Topic.WONT_TRADE, "Nothing that makes driving unsafe."),
        (Topic.TALK, "Choices first, numbers second. Write the plan down."),
        (Topic.HARD, "Cost of parking. No one else to drive. School hours."),
        (
            Topic.HELPS,
            "\n".join(_HELPS),
        ),
    )
    return tuple(
        AboutMe(
            id=tell.id(f"about {topic}"),
            written=tell.wrote("2025-06-01"),
            topic=topic,
            text=text,
            sharing=PRIVATE if topic is Topic.FEAR else SHARED,
            order=order,
        )
        for order, (topic, text) in enumerate(rows)
    )


def _goals(tell: Telling) -> tuple[Goal, ...]:
    return (
        Goal(
            id=tell.id("goal library"),
            written=tell.wrote("2025-06-05"),
            text="Keep three days a week at the library.",
            shared_with=tell.clinician("Osei"),
            state=GoalState.GOING,
            look_again=tell.month("2026-06-05"),
        ),
    )


def _conditions(tell: Telling) -> tuple[Condition, ...]:
    return (
        Condition(
            id=tell.condition("arthritis"),
            written=tell.wrote("2023-11-22"),
            name="Inflammatory arthritis",
            detail="anti-CCP positive",
            short="arthritis",
            status=ConditionStatus.CONFIRMED,
            told_by_clinician=tell.clinician("Osei"),
            told=tell.month("2023-11-22"),
            what_i_was_told="My own defences attack the lining of the joints. It can be held down.",
        ),
        Condition(
            id=tell.condition("migraine"),
            written=tell.wrote(_BEGAN),
            name="Migraine with aura",
            short="migraine",
            onset=tell.year("2006-07-01", around=True),
            from_memory=True,
            order=1,
        ),
        Condition(
            id=tell.condition("dry eyes"),
            written=tell.wrote("2025-12-03"),
            name="dry eyes",
            status=ConditionStatus.SUSPECTED,
            wondering=True,
            order=2,
        ),
    )


def _allergies(tell: Telling) -> tuple[Record, ...]:
    """The allergy, and the *None* it was said to be before her mother remembered."""
    return (
        NoneKnown(
            id=tell.id("none known"),
            written=tell.wrote(_BEGAN),
            of=NoneOf.ALLERGIES,
            trashed=True,
        ),
        Allergy(
            id=tell.id("allergy penicillin"),
            written=tell.wrote("2023-06-11"),
            substance="Penicillin",
            reaction="rash",
            badness=Badness.MIDDLING,
            when=tell.year("1998-07-01"),
            told_by="my mother told me",
            from_memory=True,
        ),
    )


def _safety(tell: Telling) -> tuple[SafetyFact, ...]:
    told = {
        SafetyTopic.PREGNANCY: (SafetyAnswer.YES, "possible, not planned (condoms)"),
        SafetyTopic.SMOKING: (SafetyAnswer.NO, "Never smoked"),
        SafetyTopic.KIDNEYS: (SafetyAnswer.NO, "told normal"),
        SafetyTopic.LIVER: (SafetyAnswer.NO, "told normal"),
        SafetyTopic.BLOOD: (SafetyAnswer.NO, "told normal"),
        SafetyTopic.BLOOD_THINNERS: (SafetyAnswer.NO, ""),
        SafetyTopic.IMPLANTS: (SafetyAnswer.NO, ""),
        SafetyTopic.ASTHMA: (SafetyAnswer.NO, ""),
    }
    from_a_test = {SafetyTopic.KIDNEYS, SafetyTopic.LIVER, SafetyTopic.BLOOD}
    return tuple(
        SafetyFact(
            id=tell.id(f"safety {topic}"),
            written=tell.wrote(_TOLD),
            topic=topic,
            answer=answer,
            words=words,
            told=tell.month(_TOLD) if topic in from_a_test else None,
        )
        for topic, (answer, words) in told.items()
    )


def _turning_points(tell: Telling) -> tuple[TurningPoint, ...]:
    points = (
        (tell.season("2022-10-15"), "Knee pain, first called wear and tear.", None),
        (tell.month("2023-11-22"), "It got its name, and treatment began.", tell.event("diagnosis")),
        (tell.month("2025-11-03"), "Emergency visit: migraine. Scan clear.", tell.event("emergency")),
    )
    return tuple(
        TurningPoint(id=tell.new(), written=tell.wrote("2026-05-03"), text=text, when=when, of=of)
        for when, text, of in points
    )
