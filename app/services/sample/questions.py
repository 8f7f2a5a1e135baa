"""What Maya wants to know, and how often it went unanswered."""

from app.domain.records import Question, Record
from app.domain.records.questions import QuestionStep, Step, Understood
from app.domain.records.record import Mark, Sharing
from app.services.sample.telling import Telling

_SEPTEMBER = "2025-09-11"
_FEBRUARY = "2026-02-12"


def questions(tell: Telling) -> tuple[Record, ...]:
    """Eight that are open or still not clear, two that were answered, one that is no longer needed."""
    return (
        _naproxen(tell),
        _safer(tell),
        *_must(tell),
        *_good_to_ask(tell),
        *_settled(tell),
    )


def _asked(tell: Telling, day: str, *, answered: bool = True) -> QuestionStep:
    return QuestionStep(
        step=Step.ASKED if answered else Step.NOT_ANSWERED,
        when=tell.on(day),
        visit=tell.visit(day),
        clinician=tell.clinician("Osei"),
    )


def _naproxen(tell: Telling) -> Question:
    return Question(
        id=tell.question("naproxen"),
        written=tell.wrote("2025-09-04"),
        text="Should I keep taking naproxen with this stomach pain?",
        must=True,
        clinician=tell.clinician("Osei"),
        why="Mornings are worse without it, but I was up at 3 with pain twice last week.",
        when=tell.on("2025-09-04"),
        life=(
            _asked(tell, _SEPTEMBER),
            QuestionStep(
                step=Step.ANSWERED,
                when=tell.on(_SEPTEMBER),
                visit=tell.visit(_SEPTEMBER),
                clinician=tell.clinician("Osei"),
                answer="She said to pause it and rest the stomach.",
                understood=Understood.YES,
            ),
            QuestionStep(step=Step.REOPENED, when=tell.on("2026-02-02")),
            _asked(tell, _FEBRUARY, answered=False),
        ),
        order=0,
    )


def _safer(tell: Telling) -> Question:
    return Question(
        id=tell.question("safer"),
        written=tell.wrote("2025-09-10"),
        text="Is there something safer than naproxen for stiff mornings?",
        must=True,
        clinician=tell.clinician("Rahal"),
        when=tell.on("2025-09-10"),
        life=(_asked(tell, _SEPTEMBER, answered=False), _asked(tell, _FEBRUARY, answered=False)),
        order=1,
    )


def _must(tell: Telling) -> tuple[Question, ...]:
    return (
        Question(
            id=tell.question("wearing off"),
            written=tell.wrote("2026-04-21"),
            text="Is it wearing off, or is this a flare? What would tell us?",
            must=True,
            clinician=tell.clinician("Osei"),
            when=tell.on("2026-04-21"),
            order=2,
        ),
        Question(
            id=tell.question("eye clinic"),
            written=tell.wrote("2026-05-04"),
            text="Where is the eye clinic referral?",
            must=True,
            when=tell.on("2026-05-04"),
            life=(QuestionStep(step=Step.ASKED, when=tell.on("2026-05-04"), said_by="the clinic’s desk"),),
            order=3,
        ),
    )


def _good_to_ask(tell: Telling) -> tuple[Question, ...]:
    return (
        Question(
            id=tell.question("closer"),
            written=tell.wrote("2026-05-12 13:05"),
            text="Could the injections be closer together?",
            clinician=tell.clinician("Osei"),
            when=tell.at("2026-05-12 13:05"),
            sharing=Sharing(mark=Mark.NOT_WITH, not_with=(tell.clinician("Rahal"),)),
            order=4,
        ),
        Question(
            id=tell.question("tired"),
            written=tell.wrote("2025-10-06"),
            text="Is propranolol one reason I am so tired?",
            clinician=tell.clinician("Lindqvist"),
            when=tell.on("2025-10-06"),
            order=5,
        ),
        Question(
            id=tell.question("vitamin D"),
            written=tell.wrote("2026-04-14"),
            text="Is vitamin D still needed?",
            clinician=tell.clinician("Rahal"),
            when=tell.on("2026-04-14"),
            order=6,
        ),
        Question(
            id=tell.question("weekend"),
            written=tell.wrote("2025-11-29"),
            text="Who do I ring at the weekend?",
            when=tell.on("2025-11-29"),
            life=(QuestionStep(step=Step.NOT_ANSWERED, when=tell.on("2025-12-04")),),
            order=7,
        ),
    )


def _settled(tell: Telling) -> tuple[Question, ...]:
    return (_flu_jab(tell), _eye_test(tell), _wear_and_tear(tell))


def _flu_jab(tell: Telling) -> Question:
    return Question(
        id=tell.question("flu jab"),
        written=tell.wrote("2025-11-26"),
        text="Can I have the flu jab with the injection?",
        clinician=tell.clinician("Rahal"),
        when=tell.on("2025-11-26"),
        life=(
            QuestionStep(
                step=Step.ANSWERED,
                when=tell.on("2026-01-09"),
                visit=tell.visit("2026-01-09"),
                clinician=tell.clinician("Rahal"),
                answer="Yes, the usual one. Not the spray.",
                understood=Understood.YES,
            ),
        ),
        order=8,
    )


def _eye_test(tell: Telling) -> Question:
    return Question(
        id=tell.question("eye test"),
        written=tell.wrote("2026-02-09"),
        text="Do I still need the eye test every year?",
        clinician=tell.clinician("Osei"),
        when=tell.on("2026-02-09"),
        life=(
            QuestionStep(
                step=Step.ANSWERED,
                when=tell.on(_FEBRUARY),
                visit=tell.visit(_FEBRUARY),
                clinician=tell.clinician("Osei"),
                answer="Something about the earlier tablets.",
                understood=Understood.PARTLY,
            ),
        ),
        order=9,
    )


def _wear_and_tear(tell: Telling) -> Question:
    return Question(
        id=tell.question("wear and tear"),
        written=tell.wrote("2023-06-13"),
        text="Could it be something other than wear and tear?",
        clinician=tell.clinician("Whitlock"),
        when=tell.on("2023-06-13"),
        life=(
            QuestionStep(
                step=Step.NOT_ANSWERED,
                when=tell.on("2023-06-14"),
                visit=tell.visit("2023-06-14"),
                clinician=tell.clinician("Whitlock"),
            ),
            QuestionStep(step=Step.DROPPED, when=tell.on("2023-11-22")),
        ),
        order=10,
    )
