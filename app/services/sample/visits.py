"""Every visit Maya has had since the journal began, the coming one, and the decision of the injection."""

from dataclasses import replace
from datetime import timedelta

from app.domain.records import Decision, Record, Visit
from app.domain.records.treatments import Decided
from app.domain.records.visits import (
    Agreed,
    Concern,
    Felt,
    HowItWent,
    Option,
    Said,
    VisitMode,
    Want,
    WrittenUp,
)
from app.services.sample.telling import Telling

_ONE_DAY = timedelta(days=1)


def visits(tell: Telling) -> tuple[Record, ...]:
    """Fifteen that have been, oldest first, one to come, and one decision."""
    return (
        *_with_whitlock(tell),
        *_first_with_osei(tell),
        *_with_lindqvist(tell),
        _choosing(tell),
        _september(tell),
        _by_phone(tell),
        _february(tell),
        _taking_over(tell),
        _coming(tell),
        _decision(tell),
    )


def _been(tell: Telling, day: str, clinician: str, *, later: int = 0) -> Visit:
    """A visit that has been and was written up the same evening, or `later` days on."""
    written = tell.wrote(day)
    return Visit(
        id=tell.visit(day),
        written=written + later * _ONE_DAY,
        clinician=tell.clinician(clinician),
        when=tell.on(day),
        written_up=WrittenUp.DONE,
    )


_GOOD = HowItWent(
    listened=Felt.YES, understood=Felt.MOSTLY, counted=Felt.MOSTLY, agreed=Felt.YES, trust=Felt.MOSTLY
)
_MIXED = HowItWent(
    listened=Felt.MOSTLY, understood=Felt.MOSTLY, counted=Felt.A_LITTLE, agreed=Felt.MOSTLY, trust=Felt.MOSTLY
)


def _with_whitlock(tell: Telling) -> tuple[Visit, ...]:
    return (
        replace(
            _been(tell, "2023-06-14", "Whitlock"),
            reason="Swollen knees",
            conditions=(tell.condition("arthritis"),),
            said=(Said(words="It’s wear and tear at your age. Ibuprofen, and rest.", by="Dr Whitlock"),),
            how_it_went=HowItWent(
                listened=Felt.A_LITTLE, understood=Felt.MOSTLY, counted=Felt.A_LITTLE, time=Felt.NO
            ),
        ),
        replace(
            _been(tell, "2023-09-07", "Whitlock"),
            reason="It is worse, and my hands too",
            conditions=(tell.condition("arthritis"),),
            heard="A blood test, to be sure.",
            became="Blood test taken, then sent to Riverside Clinic.",
        ),
    )


def _first_with_osei(tell: Telling) -> tuple[Visit, ...]:
    arthritis = (tell.condition("arthritis"),)
    told = (
        ("2023-11-22", "It has a name: inflammatory arthritis. A short course now, a long one after.", _GOOD),
        ("2024-03-12", "The tablets work. More of them should work better.", _GOOD),
        ("2024-09-17", "Being sick two days a week is too much. We stop and rest a month.", _MIXED),
        ("2024-10-22", "The next one is sulfasalazine. Give it half a year.", None),
        ("2025-04-08", "No difference after half a year. We stop. There are other kinds.", _MIXED),
    )
    return tuple(
        replace(_been(tell, day, "Osei"), conditions=arthritis, heard=heard, how_it_went=felt)
        for day, heard, felt in told
    )


def _with_lindqvist(tell: Telling) -> tuple[Visit, ...]:
    migraine = (tell.condition("migraine"),)
    return (
        replace(
            _been(tell, "2024-10-08", "Lindqvist"),
            conditions=migraine,
            heard="A tablet every day, to have fewer of them.",
            how_it_went=_GOOD,
        ),
        replace(
            _been(tell, "2025-01-14", "Lindqvist"),
            conditions=migraine,
            heard="Fewer already. Twice the dose, and see.",
        ),
        replace(
            _been(tell, "2026-01-20", "Lindqvist"),
            conditions=migraine,
            heard="No change. Next check in a year.",
            how_it_went=HowItWent(listened=Felt.YES, understood=Felt.YES, trust=Felt.YES, time=Felt.MOSTLY),
        ),
    )


def _choosing(tell: Telling) -> Visit:
    return replace(
        _been(tell, "2025-06-05", "Osei"),
        place="Riverside Clinic",
        conditions=(tell.condition("arthritis"),),
        heard="Three choices on the table. We chose the injection.",
        became=f"Started {tell.short_date_words('2025-06-12')}",
        how_it_went=HowItWent(
            listened=Felt.YES,
            understood=Felt.YES,
            counted=Felt.YES,
            agreed=Felt.YES,
            trust=Felt.MOSTLY,
            time=Felt.YES,
            one_line="good",
            what_built_trust="She asked what my weeks are like.",
        ),
    )


def _september(tell: Telling) -> Visit:
    return replace(
        _been(tell, "2025-09-11", "Osei"),
        place="Riverside Clinic",
        conditions=(tell.condition("arthritis"),),
        questions=(tell.question("naproxen"), tell.question("safer")),
        said=(Said(words="Keep going. Pause naproxen, let the stomach rest.", by="Dr Osei"),),
        became=f"Done. Restarted {tell.short_date_words('2025-10-20')}: mornings too stiff",
        how_it_went=HowItWent(
            listened=Felt.MOSTLY,
            understood=Felt.MOSTLY,
            counted=Felt.YES,
            agreed=Felt.YES,
            trust=Felt.MOSTLY,
            one_line="good",
        ),
    )


def _by_phone(tell: Telling) -> Visit:
    return replace(
        _been(tell, "2025-11-18", "Osei", later=9),
        mode=VisitMode.PHONE,
        conditions=(tell.condition("arthritis"),),
        heard="Short call after the hospital. No change.",
        not_reached=("Naproxen question",),
        how_it_went=HowItWent(
            listened=Felt.A_LITTLE,
            understood=Felt.A_LITTLE,
            counted=Felt.A_LITTLE,
            trust=Felt.A_LITTLE,
            time=Felt.NO,
            one_line="rushed",
        ),
    )


def _february(tell: Telling) -> Visit:
    return replace(
        _been(tell, "2026-02-12", "Osei"),
        place="Riverside Clinic",
        conditions=(tell.condition("arthritis"),),
        questions=(tell.question("naproxen"), tell.question("safer")),
        heard=(
            "She thinks the injection works but may run out early. "
            "She wants to see two more months written down before she changes it."
        ),
        teach_back="When I get home I will note each injection day.",
        how_it_went=HowItWent(
            listened=Felt.YES,
            understood=Felt.MOSTLY,
            counted=Felt.MOSTLY,
            agreed=Felt.MOSTLY,
            trust=Felt.MOSTLY,
            time=Felt.MOSTLY,
            one_line="mostly good",
        ),
    )


def _taking_over(tell: Telling) -> Visit:
    return replace(
        _been(tell, "2026-01-09", "Rahal"),
        heard="Took over from Dr Whitlock.",
        became="Repeat prescriptions moved",
    )


def _coming(tell: Telling) -> Visit:
    return Visit(
        id=tell.visit("2026-05-14"),
        written=tell.wrote("2026-05-10 19:30"),
        clinician=tell.clinician("Osei"),
        when=tell.at("2026-05-14 10:20"),
        place="Riverside Clinic",
        conditions=(tell.condition("arthritis"),),
        main_thing="The injection fades after about ten days.",
        concerns=(
            Concern(
                text="The injection fades after about ten days. The last four are bad.",
                hope="a plan for those days",
            ),
            Concern(
                text="Naproxen hurts my stomach. Most mornings I skip it.",
                hope="something safer for stiff mornings",
            ),
            Concern(
                text="My hands at work. By noon I can’t hold a date stamp.",
                hope="keeping three days a week at the library",
            ),
        ),
        questions=(tell.question("naproxen"), tell.question("wearing off"), tell.question("closer")),
        wants=(Want.DECISION, Want.CHANGE),
    )


def _decision(tell: Telling) -> Decision:
    return Decision(
        id=tell.id("decision injection"),
        written=tell.wrote("2025-06-05"),
        visit=tell.visit("2025-06-05"),
        clinician=tell.clinician("Osei"),
        when=tell.on("2025-06-05"),
        about="Which treatment after sulfasalazine",
        condition=tell.condition("arthritis"),
        treatment=tell.treatment("Adalimumab"),
        options=_options(),
        chosen="the injection",
        decided=Decided.TOGETHER,
        because="fewer visits, fits my driving",
        why_they_recommend_it="It works in most people within three months.",
        agreed=Agreed.ACCEPTED,
        gut_feeling="A little afraid of the needle. Not of the rest.",
        look_back=tell.on("2025-09-11"),
        looked_back="Right so far. I climb stairs again.",
    )


def _options() -> tuple[Option, ...]:
    return (
        Option(
            name="The injection at home",
            for_it="fewer visits",
            against_it="a needle; infections matter more",
            how_soon="three months",
            burden="every two weeks, in the evening",
            my_view="fits my driving",
        ),
        Option(
            name="An infusion at the clinic",
            for_it="someone else does it",
            against_it="half a day each time, and parking",
            how_soon="three months",
            cost="parking and unpaid hours",
            my_view="I can't be away from school runs",
        ),
        Option(
            name="Stay without",
            for_it="no side effects",
            against_it="joints can be damaged",
            my_view="not for long",
        ),
    )
