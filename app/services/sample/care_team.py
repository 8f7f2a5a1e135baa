"""The people who look after Maya, and what she has with each of them."""

from app.domain.records import (
    Clinician,
    EndingCare,
    Handoff,
    Record,
    ResetConversation,
    SecondOpinion,
    ShareRecord,
    Term,
    WorkingAgreement,
)
from app.domain.records.care_team import AgreementState, DoTheyKnow, LeftOutCount, Loop, Now, Report
from app.domain.records.record import SHARED
from app.domain.records.when import in_year
from app.services.sample.telling import Telling

_OSEI_SINCE = "2023-11-22"


def care_team(tell: Telling) -> tuple[Record, ...]:
    """Clinicians past and present, the agreement, the handoff, and what was given to whom."""
    return (
        *_clinicians(tell),
        _agreement(tell),
        *_resets(tell),
        _handoff(tell),
        _second_opinion(tell),
        _ending(tell),
        _given(tell),
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


def _handoff(tell: Telling) -> Handoff:
    return Handoff(
        id=tell.id("handoff"),
        written=tell.wrote("2026-01-09"),
        from_clinician=tell.clinician("Whitlock"),
        to_clinician=tell.clinician("Rahal"),
        when=tell.on("2025-12-19"),
        why="Dr Whitlock retired. She knew me for six years. I don’t want to start again from nothing.",
        how_i_am=Now.UP_AND_DOWN,
        how_i_am_words="Good for ten days after each injection, then four bad ones.",
        loops=_loops(tell),
        acknowledged=tell.on("2026-01-20"),
    )


def _loops(tell: Telling) -> tuple[Loop, ...]:
    return (
        Loop(
            text="Repeat prescription: propranolol",
            kind="repeat prescription",
            of=tell.treatment("Propranolol"),
            who_has_it="Dr Rahal",
            by=tell.on("2026-06-03"),
            landed=tell.on("2026-01-09"),
        ),
        Loop(
            text="Yearly blood tests",
            kind="test",
            who_has_it="Dr Rahal",
            by=tell.month("2026-03-12"),
            landed=tell.on("2026-03-12"),
        ),
        Loop(
            text=f"Hospital letter, {tell.date_words('2025-11-03')}",
            kind="letter",
            of=tell.event("emergency"),
            who_has_it="asked for, sent",
            landed=tell.on("2026-01-20"),
        ),
        Loop(
            text="Eye clinic referral",
            kind="referral",
            of=tell.id("step eye clinic"),
            who_has_it="who has it now?",
            by=tell.on("2026-05-01"),
        ),
        Loop(
            text="Vitamin D, is it still needed?",
            kind="repeat prescription",
            of=tell.question("vitamin D"),
            who_has_it="not talked about",
        ),
        Loop(
            text="Who do I ring at the weekend?",
            kind="question",
            of=tell.question("weekend"),
            who_has_it="not answered",
        ),
    )


def _second_opinion(tell: Telling) -> SecondOpinion:
    return SecondOpinion(
        id=tell.id("second opinion"),
        written=tell.wrote("2026-05-02"),
        from_clinician=tell.clinician("Osei"),
        condition=tell.condition("arthritis"),
        want_to_know=(
            "Should the injection come more often, or should I change to another medicine?",
            "Is it wearing off, or is this a flare? What would tell us?",
        ),
        decision=tell.id("decision injection"),
        reports=(
            Report(
                name="Blood test, anti-CCP",
                dated=tell.on("2023-09-20"),
                have="yes",
                where="paper copy, with me",
            ),
            Report(
                name="X-rays of knees and hands, pictures",
                dated=tell.month("2023-10-10"),
                have="no",
                where="Riverside Clinic",
            ),
            Report(name="X-ray report", dated=tell.month("2023-10-10"), have="yes"),
            Report(name="Blood test, adalimumab level", dated=tell.on("2026-05-12"), have="waiting"),
        ),
        do_they_know=DoTheyKnow.YES,
    )


def _ending(tell: Telling) -> EndingCare:
    """She chose to share this one: nothing in it is a secret."""
    return EndingCare(
        id=tell.id("ending Whitlock"),
        written=tell.wrote("2025-12-19"),
        sharing=SHARED,
        clinician=tell.clinician("Whitlock"),
        someone_new="Dr Rahal, from January",
        records_asked_for=tell.on("2025-12-04"),
        repeats_covered_until=tell.month("2026-01-09"),
        ended=tell.on("2025-12-19"),
        why=("retired",),
    )


def _given(tell: Telling) -> ShareRecord:
    return ShareRecord(
        id=tell.id("given Rahal"),
        written=tell.wrote("2026-01-09"),
        document="new-clinician",
        to_clinician=tell.clinician("Rahal"),
        to_whom="Dr Sami Rahal",
        when=tell.on("2026-01-09"),
        file_name=f"Maya R, for Dr Rahal, {tell.day('2026-01-09').isoformat()}.pdf",
        pages=6,
        left_out=(
            LeftOutCount(count=2, what="2 reset conversations", why="because you keep these private"),
            LeftOutCount(count=4, what="4 photos and files", why="unless you choose them"),
        ),
        visit=tell.visit("2026-01-09"),
        read=tell.on("2026-01-20"),
    )


def _term(tell: Telling) -> Term:
    return Term(
        id=tell.id("term anti-CCP"),
        written=tell.wrote(_OSEI_SINCE),
        their_word="anti-CCP positive",
        my_words="A blood sign that my own defences attack the joints.",
        clinician=tell.clinician("Osei"),
    )
