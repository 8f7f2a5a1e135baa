"""Reads one field of a form the way the quick line reads a line. Words are kept as typed."""

from dataclasses import replace

from app.domain.quick_line.doses import (
    DOSE,
    FREQUENCY,
    LASTED,
    STILL_GOING,
    dose_of,
    duration_of,
    frequency_of,
)
from app.domain.records.symptoms import Duration
from app.domain.records.text import NAME_LIMIT
from app.domain.records.treatments import Dose, Frequency


def dose_in(text: str) -> Dose | None:
    """The dose a field says; its words alone where the amount can't be read, None where it is empty."""
    if not text.strip():
        return None
    found = DOSE.search(text[:NAME_LIMIT])
    return replace(dose_of(found), words=text) if found is not None else Dose(words=text)


def frequency_in(text: str) -> Frequency | None:
    """How often a field says; its words alone where they can't be counted, None where it is empty."""
    if not text.strip():
        return None
    found = FREQUENCY.search(text[:NAME_LIMIT])
    return replace(frequency_of(found), words=text) if found is not None else Frequency(words=text)


def duration_in(text: str) -> Duration | None:
    """How long a field says; its words alone where they can't be counted, None where it is empty."""
    if not text.strip():
        return None
    found = LASTED.search(text[:NAME_LIMIT])
    lasted = duration_of(found) if found is not None else Duration()
    return replace(lasted, words=text, still_going=STILL_GOING.search(text[:NAME_LIMIT]) is not None)
