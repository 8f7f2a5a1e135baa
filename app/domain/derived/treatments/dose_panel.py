"""The panel of days since the dose: it shows and counts, and never concludes."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.derived.before_after import middle_words
from app.domain.derived.chart.rounds import picture_of_rounds
from app.domain.derived.dose_rounds import FEWEST_ROUNDS, dose_days, dose_rounds
from app.domain.derived.timeline_geometry import RoundsPicture
from app.domain.derived.treatments.story import TreatmentStory
from app.domain.derived.treatments.written import Written, usual_symptom
from app.domain.journal import Journal
from app.domain.records.record import RecordId
from app.domain.records.treatments import TreatmentKind
from app.domain.wording import Wording

MEDICINES = frozenset({TreatmentKind.PRESCRIBED, TreatmentKind.FROM_THE_SHOP, TreatmentKind.SUPPLEMENT})
"""What is taken in doses; a weekly hour of therapy is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DosePanel:
    """Everything the panel shows. Without `picture` there are too few rounds, and `sentence` says so."""

    title: str
    sentence: str
    symptom: RecordId | None = None
    symptoms: tuple[tuple[RecordId, str], ...] = ()
    picture: RoundsPicture | None = None
    taken_today: bool = False
    rows: tuple[tuple[str, str], ...] = ()
    """The picture as a list: the day of the round, and what was written on it."""


def round_length(story: TreatmentStory) -> int | None:
    """Every how many days it is taken; None for what is taken daily, or when needed."""
    said = story.treatment.dose_every_days
    now = story.now
    often = now.how_often if now is not None else None
    medicine = story.treatment.treatment in MEDICINES
    if said is None and medicine and often is not None and often.times == 1 and (often.days or 0) > 1:
        said = often.days
    return said if story.taking_now or story.taken_days else None


def dose_panel(
    journal: Journal,
    story: TreatmentStory,
    told: Written,
    today: date,
    words: Wording,
    *,
    symptom: RecordId | None = None,
) -> DosePanel | None:
    """The panel of a treatment that is taken every so many days; None for any other."""
    every = round_length(story)
    if every is None:
        return None
    days = dose_days(journal, story.treatment, today)
    held = (told.of(symptom) if symptom else None) or usual_symptom(story, told)
    found = dose_rounds(journal, story.treatment, held, today, every=every) if held else None
    symptoms = tuple((one.symptom.id, one.symptom.name) for one in told.readings)
    picture = picture_of_rounds(found, words) if found else None
    bare = words.say("rounds.title", "By day since {treatment}", treatment=story.treatment.name)
    return DosePanel(
        title=picture.heading if picture else bare,
        sentence=picture.sentence if picture else _too_few(days, every, words),
        symptom=held.symptom.id if held else None,
        symptoms=symptoms,
        picture=picture,
        taken_today=today in days,
        rows=_rows(picture, words) if picture else (),
    )


def _too_few(days: tuple[date, ...], every: int, words: Wording) -> str:
    wanted = words.say(
        "rounds.too_few",
        "It appears here once there are {n} dose days with readings after them.",
        n=words.number(FEWEST_ROUNDS),
    )
    if not days:
        return wanted
    said = words.say(
        "rounds.doses",
        "Last dose {last}, next {following}.",
        last=words.short_day(days[-1]),
        following=words.short_day(days[-1] + timedelta(days=every)),
    )
    return f"{said} {wanted}"


def _rows(picture: RoundsPicture, words: Wording) -> tuple[tuple[str, str], ...]:
    return tuple(
        (
            words.say("rounds.row.day", "Day {day}", day=held.day)
            if held.day
            else words.say("rounds.row.dose", "Dose day"),
            words.say(
                "rounds.row",
                "middle {middle}, from {lowest} to {highest}, {readings}",
                middle=middle_words(held.middle, words),
                lowest=middle_words(held.lowest, words),
                highest=middle_words(held.highest, words),
                readings=words.count("compare.readings", "{n} reading", "{n} readings", held.count),
            ),
        )
        for held in picture.days
    )
