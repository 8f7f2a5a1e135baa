"""A small journal to read lines against, and the lines people type."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import strategies as st

from app.domain.journal import Journal
from app.domain.quick_line import Understood, Vocabulary, echo, parse
from app.domain.records import Clinician, Condition, Symptom, SymptomEntry, Treatment, TreatmentChange, Visit
from app.domain.records.record import (
    PRIVATE,
    ClinicianId,
    ConditionId,
    RecordId,
    SymptomId,
    TreatmentId,
    VisitId,
)
from app.domain.records.treatments import ChangeKind, Dose, Route
from app.domain.records.when import at_time, on_day
from app.i18n import Words

NOW = datetime(2026, 5, 12, 18, 40, tzinfo=UTC)  # a Tuesday
WORDS = Words()


def key(text: str) -> RecordId:
    return RecordId(text)


def symptom(key_: str, name: str, order: int, *other_names: str) -> Symptom:
    return Symptom(id=key(key_), written=NOW, name=name, order=order, other_names=other_names)


def treatment(key_: str, name: str, order: int) -> Treatment:
    return Treatment(id=key(key_), written=NOW, name=name, order=order)


JOURNAL = Journal.holding(
    symptom("s1", "Knee pain", 0, "kn", "knees"),
    symptom("s2", "Hand stiffness", 1),
    symptom("s3", "Fatigue", 2),
    symptom("s4", "Migraine", 3),
    symptom("s5", "Headache", 4),
    Symptom(id=key("s6"), written=NOW, name="Low mood", order=5, sharing=PRIVATE),
    treatment("t1", "Naproxen", 2),
    treatment("t2", "Methotrexate", 1),
    Treatment(
        id=key("t3"), written=NOW, name="Adalimumab", dose_every_days=14, route=Route.INJECTION, order=3
    ),
    treatment("t4", "Amitriptyline", 4),
    Clinician(id=key("c1"), written=NOW, name="Dr Ama Osei", short="Dr Osei", role="Rheumatologist"),
    Clinician(id=key("c2"), written=NOW, name="Dr Lindqvist", role="GP"),
    Condition(id=key("k1"), written=NOW, name="Rheumatoid arthritis", short="arthritis"),
    Visit(
        id=key("v1"),
        written=NOW,
        clinician=ClinicianId(key("c1")),
        when=at_time(datetime(2026, 5, 14, 10, 20, tzinfo=UTC)),
    ),
    TreatmentChange(
        id=key("x1"),
        written=NOW,
        treatment=TreatmentId(key("t2")),
        change=ChangeKind.STARTED,
        planned=Dose(words="15 mg", amount=Decimal(15), unit="mg"),
        when=on_day(date(2025, 1, 1)),
    ),
    SymptomEntry(
        id=key("e1"),
        written=NOW,
        symptom=SymptomId(key("s1")),
        severity=4,
        when=at_time(datetime(2026, 5, 11, 8, 0, tzinfo=UTC)),
    ),
    SymptomEntry(
        id=key("e2"),
        written=NOW,
        symptom=SymptomId(key("s1")),
        severity=6,
        when=at_time(datetime(2026, 5, 11, 20, 0, tzinfo=UTC)),
    ),
    SymptomEntry(
        id=key("e3"),
        written=NOW,
        symptom=SymptomId(key("s3")),
        severity=7,
        when=on_day(date(2026, 5, 11)),
    ),
)
VOCABULARY = Vocabulary.of(JOURNAL)
VISIT = VisitId(key("v1"))
ARTHRITIS = ConditionId(key("k1"))


def understood(text: str, now: datetime = NOW) -> Understood:
    return parse(text, VOCABULARY, now)


def shown(text: str, now: datetime = NOW) -> str:
    """The strip as one line, with "?" after what is not sure; spaces that do not break made plain."""
    parts = echo(understood(text, now), WORDS).parts
    return " · ".join(part.text + ("" if part.sure else "?") for part in parts).replace("\u00a0", " ")


def new_ids() -> Iterator[str]:
    return (f"new{number}" for number in range(1_000_000))


# fmt: off
PIECES = (
    "knee", "kn", "headache", "6", "7/10", "14", "6.5", "6-7", "10", "11", "now", "today", "yesterday",
    "evening", "last", "night", "3", "days", "ago", "since", "Monday", "on", "14", "May", "10:20",
    "2-4pm", "from", "to", "9", "started", "stopped", "took", "half", "skipped", "naproxen",
    "methotrexate", "adalimumab", "ibuprofen", "250", "mg", "twice", "a", "day", "label", "50", ",",
    "allergic", "to", "can't", "take",
    ";", ".", "?", "ask", "Dr", "Osei", "visit", "phone", "ER", "A&E", "hospital", "for", "worse", "on",
    "stairs", "lasted", "2", "hours", "could", "not", "open", "no", "symptoms", "as", "same", "bad",
    "day", "and", "switched", "injection", "too", "sick", "cost", "scared", "before", "the", "move",
    "İ", "ß", "mémoire", "😀", "\u202e", "\x00", "(left", "about", "around", "March", "2019", "31",
    "February", "2006-13-45", "99", "999999999999", "every", "0", "hours", "in", "the", "¿",
)
# fmt: on
typed_lines = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=7).map("".join),
)
moments = st.datetimes(
    min_value=datetime(1900, 1, 1),  # noqa: DTZ001 - the zone comes from `timezones`
    max_value=datetime(2100, 1, 1),  # noqa: DTZ001 - the zone comes from `timezones`
    timezones=st.just(UTC),
)
