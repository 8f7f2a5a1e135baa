"""The people who look after Maya, and what she has with each of them."""

from app.domain.records import (
    Clinician,
    Record,
    ResetConversation,
    Term,
    WorkingAgreement,
)
from app.domain.records.care_team import AgreementState
from app.domain.records.when import in_year
from app.services.sample.telling import Telling

_OSEI_SINCE = "2023-11-22"


def care_team(tell: Telling) -> tuple[Record, ...]:
    """Clinicians past and present, what was agreed with one of them, and words of theirs."""
    return (
        *_clinicians(tell),
        _agreement(tell),
        *_resets(tell),
        _term(tell),
    )


def _clinicians(tell: Telling) -> tuple[Clinician, ...]:
    return (_osei(tell), _lindqvist(tell), _rahal(tell), _barnes(tell), _whitlock(tell))


def _osei(tell: Telling) -> Clinician:
    return Clinician(
        id=tell.clinician("Osei"),
        written=tell.wrote(_OSEI_SINCE),
        name="Dr Ama Osei",
        short="Dr Osei",
        role="Rheumatologist",
        specialty="rheumatology",
        place="Riverside Clinic",
        phone="020 7946 0177",
        since=tell.month(_OSEI_SINCE),
        between_visits="nurse line, weekdays to 16:00",
        likes_first="morning stiffness in minutes, and the medicine list",
        looks_after="arthritis, adalimumab, blood tests",
        conditions=(tell.condition("arthritis"),),
        order=0,
    )


def _lindqvist(tell: Telling) -> Clinician:
    return Clinician(
        id=tell.clinician("Lindqvist"),
        written=tell.wrote("2024-10-08"),
        name="Dr Piet Lindqvist",
        short="Dr Lindqvist",
        role="Neurologist",
        specialty="neurology",
        since=tell.month("2024-10-08"),
        between_visits="letter or phone, yearly visit",
        looks_after="migraine, propranolol dose",
        conditions=(tell.condition("migraine"),),
        order=1,
    )


def _rahal(tell: Telling) -> Clinician:
    return Clinician(
        id=tell.clinician("Rahal"),
        written=tell.wrote("2026-01-09"),
        name="Dr Sami Rahal",
        short="Dr Rahal",
        role="GP",
        specialty="GP",
        phone="020 7946 0163",
        since=tell.month("2026-01-09"),
        looks_after="repeats, everything else",
        home_base=True,
        took_over_from=tell.clinician("Whitlock"),
        order=2,
    )


def _barnes(tell: Telling) -> Clinician:
    return Clinician(
        id=tell.clinician("Barnes"),
        written=tell.wrote("2025-06-30"),
        name="Jo Barnes",
        role="Hand therapist",
        specialty="hand therapy",
        since=tell.month("2025-06-30"),
        looks_after="hands",
        order=3,
    )


def _whitlock(tell: Telling) -> Clinician:
    return Clinician(
        id=tell.clinician("Whitlock"),
        written=tell.wrote("2023-06-14"),
        name="Dr Helen Whitlock",
        short="Dr Whitlock",
        role="GP",
        specialty="GP",
        since=in_year(tell.day("2019-07-01").year),
        until=tell.on("2025-12-19"),
        why_ended="She retired.",
        order=4,
    )


def _agreement(tell: Telling) -> WorkingAgreement:
    return WorkingAgreement(
        id=tell.id("agreement"),
        written=tell.wrote("2025-06-05"),
        clinician=tell.clinician("Osei"),
        mine=(
            "Tell you what I really take, and what I skip.",
            "Bring three things at most, written down.",
            "Say when I have not understood.",
            "Ring before I stop a medicine on my own.",
        ),
        theirs=(
            "Tell me the choices, and what each one costs me.",
            "Say who rings me with a result, and by when.",
            "Tell me when she does not know.",
            "Not decide without me.",
        ),
        if_we_disagree=(
            "We say so out loud, we write both views down, and a second opinion is fine with both of us."
        ),
        between_visits=(
            "Nurse line, weekdays until 16:00. Portal message, answer in 3 days. Nights: 111, or 999."
        ),
        state=AgreementState.AGREED,
        agreed=tell.on("2025-06-05"),
        look_again=tell.month("2026-06-05"),
        number=2,
        signing_boxes=True,
    )


def _resets(tell: Telling) -> tuple[ResetConversation, ...]:
    june = tell.month_name("2023-06-14")
    return (
        ResetConversation(
            id=tell.id("reset Whitlock"),
            written=tell.wrote("2023-09-05"),
            clinician=tell.clinician("Whitlock"),
            understood=(
                f"When we talked in {june} you said the swelling was wear and tear, "
                "and to take ibuprofen and come back if it got worse."
            ),
            worried=(
                "I’m worried we are not on the same page. It has got worse since then. My hands are stiff "
                "until eleven, and I am not sure that came across."
            ),
            would_like="Could we look at the last weeks together, and talk about a blood test?",
            said=tell.on("2023-09-07"),
            how_it_was="She read it twice. Then she ordered the test.",
        ),
        ResetConversation(
            id=tell.id("reset Osei"),
            written=tell.wrote("2025-11-27"),
            clinician=tell.clinician("Osei"),
            understood="On the phone I understood that nothing changes for now.",
            worried="I’m worried my stomach was not heard. I did not get to ask about naproxen.",
            would_like="Could we start with naproxen next time?",
        ),
    )


def _term(tell: Telling) -> Term:
    return Term(
        id=tell.id("term anti-CCP"),
        written=tell.wrote(_OSEI_SINCE),
        their_word="anti-CCP positive",
        my_words="A blood sign that my own defences attack the joints.",
        clinician=tell.clinician("Osei"),
    )
