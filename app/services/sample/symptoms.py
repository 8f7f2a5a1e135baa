"""What Maya tracks, in her order."""

from app.domain.records import Record, Symptom
from app.domain.records.symptoms import Anchor
from app.services.sample.telling import Telling

KNEE, STIFFNESS, FATIGUE, MIGRAINE = "Knee pain", "Hand stiffness", "Fatigue", "Migraine"


def symptoms(tell: Telling) -> tuple[Record, ...]:
    """Three that are there most days, and one that comes in attacks."""
    return (_knee(tell), _stiffness(tell), _fatigue(tell), _migraine(tell))


def _knee(tell: Telling) -> Symptom:
    arthritis = (tell.condition("arthritis"),)
    began = tell.wrote("2023-06-01")
    return Symptom(
        id=tell.symptom(KNEE),
        written=began,
        name=KNEE,
        other_names=("kn", "knees"),
        conditions=arthritis,
        since=tell.month("2022-10-15", around=True),
        order=0,
    )


def _stiffness(tell: Telling) -> Symptom:
    arthritis = (tell.condition("arthritis"),)
    began = tell.wrote("2023-06-01")
    return Symptom(
        id=tell.symptom(STIFFNESS),
        written=began,
        name=STIFFNESS,
        other_names=("hands", "stiff"),
        conditions=arthritis,
        since=tell.month("2023-03-15", around=True),
        order=1,
    )


def _fatigue(tell: Telling) -> Symptom:
    began = tell.wrote("2023-06-01")
    return Symptom(
        id=tell.symptom(FATIGUE),
        written=began,
        name=FATIGUE,
        other_names=("tired",),
        anchors=(Anchor(severity=7, words="I cancel work"),),
        order=2,
    )


def _migraine(tell: Telling) -> Symptom:
    began = tell.wrote("2023-06-01")
    return Symptom(
        id=tell.symptom(MIGRAINE),
        written=began,
        name=MIGRAINE,
        other_names=("mig",),
        conditions=(tell.condition("migraine"),),
        since=tell.year("2006-07-01", around=True),
        attack_like=True,
        order=3,
    )
