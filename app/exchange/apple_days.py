"""The readings of one kind on one day, and the one line that is kept of them."""

from array import array
from collections import defaultdict
from decimal import Decimal
from statistics import median

ADDED_UP = frozenset(
    {
        *("StepCount", "DistanceWalkingRunning", "DistanceCycling", "DistanceSwimming", "FlightsClimbed"),
        *("ActiveEnergyBurned", "BasalEnergyBurned", "AppleExerciseTime", "AppleStandTime", "PushCount"),
        *("DietaryWater", "DietaryEnergyConsumed", "DietaryCaffeine", "TimeInDaylight"),
    }
)
"""Kinds of which a day has a sum; of all others it has a middle reading."""

_NAMES = {
    "StepCount": "Steps",
    "BodyMass": "Weight",
    "DistanceWalkingRunning": "Walking and running",
    "SleepAnalysis": "Sleep",
    "OxygenSaturation": "Oxygen in the blood",
    "BloodPressureSystolic": "Blood pressure",
    "HeartRateVariabilitySDNN": "Heart rate variability",
}
_UNITS = {"count": "", "count/min": "per minute", "degC": "°C", "degF": "°F"}


class Day:
    """What was read on one day. Sources are told apart: a phone and a watch count the same steps."""

    def __init__(self) -> None:
        self.values = array("d")
        self.by_source: defaultdict[str, float] = defaultdict(float)

    def add(self, value: float, source: str) -> None:
        """Take one reading in."""
        self.values.append(value)
        self.by_source[source] += value

    def total(self) -> Decimal:
        """The sum of the source that counted the most."""
        return rounded(max(self.by_source.values()))

    def middle(self) -> Decimal:
        """The middle reading."""
        return rounded(median(self.values))

    def said(self) -> str:
        """How many readings it comes from, and how far apart they lie."""
        count = len(self.values)
        if count == 1:
            return ""
        return f"{count} readings, lowest {rounded(min(self.values))}, highest {rounded(max(self.values))}"


def rounded(value: float) -> Decimal:
    """At most two decimals, without zeros behind them."""
    number = Decimal(str(round(value, 2)))
    return number.to_integral_value() if number == number.to_integral_value() else number.normalize()


def name_of(kind: str) -> str:
    """What a kind is called: "RestingHeartRate" is "Resting heart rate"."""
    if kind in _NAMES:
        return _NAMES[kind]
    words = "".join(f" {letter}" if letter.isupper() else letter for letter in kind).split()
    return " ".join(words).capitalize()


def unit_of(unit: str) -> str:
    """A unit as a person reads it."""
    return _UNITS.get(unit, unit)
