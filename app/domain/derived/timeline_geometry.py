"""One geometry of treatments, symptoms, visits and events over time, for the screen and for paper.

Lanes and marks stand in days and in shares of a lane's height, never in points or pixels: whoever draws
decides those. Nothing is joined, smoothed or guessed; what was not written is not drawn. Every text is final
and in the picture's language. Days are inclusive at both ends, as in `When`.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

ONE_DAY = timedelta(days=1)


class BinSize(StrEnum):
    """How much time one column of a symptom lane holds."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Sign(StrEnum):
    """Every sign a picture can hold, named for its legend (document.md 8)."""

    PRESCRIBED = "prescribed"
    FROM_THE_SHOP = "from the shop"
    SUPPLEMENT = "supplement"
    THERAPY = "therapy"
    PROCEDURE = "procedure"
    DEVICE = "device"
    LIFESTYLE = "lifestyle"
    WHEN_NEEDED = "when needed"
    MOSTLY_NOT = "mostly not taken"
    PAUSED = "paused"
    SOFT = "date not exact"
    STILL = "still taking"
    STOPPED = "stopped"
    VISIT = "visit"
    NEXT_VISIT = "next visit"
    EVENT = "event"
    EMERGENCY = "emergency"
    DASHED = "dashed line"
    SPREAD = "lowest, middle, highest"
    FEW = "under 3 readings"
    ZERO = "a written 0"
    DAYS = "days with it"
    LARGER = "the 12 months drawn larger"


class Fill(StrEnum):
    """How a stretch of a treatment is drawn."""

    TAKEN = "taken"
    MOSTLY_NOT = "mostly not taken"
    PAUSED = "paused"
    SOFT = "soft"  # it may have begun or ended anywhere in this stretch: outline only


class Ending(StrEnum):
    """What stands at the right end of a treatment."""

    STILL = "still taking"
    STOPPED = "stopped"
    NONE = "none"  # a procedure: dates, no span


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A line of the time grid at the beginning of `day`. Without a label it is a line only."""

    day: date
    label: str = ""
    year: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One stretch of time, `first` to `last`, drawn over the same lanes as every other panel."""

    first: date
    last: date
    heading: str
    bins: BinSize
    caption: str  # "each month": what one column holds
    ticks: tuple[Tick, ...] = ()

    @property
    def days(self) -> int:
        """How many days it shows, at least 1."""
        return (self.last - self.first).days + 1

    def share(self, day: date) -> float:
        """Where `day` begins, as a share of the panel's width: 0 the left edge. Outside: below 0, above 1."""
        return (day - self.first).days / self.days

    def middle_of(self, day: date) -> float:
        """Where the middle of `day` is."""
        return ((day - self.first).days + 0.5) / self.days

    def extent(self, first: date, last: date) -> tuple[float, float] | None:
        """From where to where `first` to `last` is drawn, cut at the edges; None if none of it is inside."""
        if last < self.first or first > self.last:
            return None
        return max(0.0, self.share(first)), min(1.0, ((last - self.first).days + 1) / self.days)

    def holds(self, first: date, last: date) -> bool:
        """Whether any of these days is inside."""
        return first <= self.last and self.first <= last


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMark:
    """An event. `label` is beside its mark (16 characters, or a number); `title` is the whole of it."""

    first: date
    last: date
    label: str
    title: str
    hollow: bool = False  # an emergency or a hospital stay


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitMark:
    """A visit that happened: one day, or the days it may have been on."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLane:
    """A clinician's visits, or a role's where the clinician changed. `next_label` stands beside the ring."""

    name: str
    aside: str
    marks: tuple[VisitMark, ...]
    next_day: date | None = None
    next_label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of a treatment's bar. `height` is its share of the highest dose of this treatment, 0 to 1."""

    first: date
    last: date
    fill: Fill
    height: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentLane:
    """A treatment's life. `dose` is printed, `why` tells why it ended, `kind` names its pattern."""

    name: str
    dose: str
    kind: Sign
    stretches: tuple[Stretch, ...]
    ending: Ending
    when_needed: bool = False
    marks: tuple[VisitMark, ...] = ()  # a procedure's dates
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The readings of one column: lowest, middle (median), highest. `zero`: a 0 was written in it."""

    first: date
    last: date
    lowest: float
    middle: float
    highest: float
    count: int
    zero: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysBin:
    """How many days of one month had it. `zero`: notes on at least 10 days and none of it."""

    first: date
    last: date
    days: int
    zero: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SymptomLane:
    """Readings of 0 to 10; one tuple of columns for each panel. Columns without a reading are absent."""

    name: str
    caption: str
    anchor: str = ""
    panels: tuple[tuple[Bin, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysLane:
    """A symptom that comes in attacks: days with it in each month. `top` is how many days a full lane is."""

    name: str
    caption: str
    panels: tuple[tuple[DaysBin, ...], ...]
    top: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GapBand:
    """A time without any note. `label` is empty where the dates have no room under it."""

    first: date
    last: date
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DashedLine:
    """The day behind a dashed line through treatments and symptoms, and its words for the legend."""

    day: date
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundDay:
    """The readings of one symptom written `day` days after a dose, over all rounds."""

    day: int
    lowest: float
    middle: float
    highest: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundsPicture:
    """By day since the dose: a small picture of one symptom over the days of a round, 0 the dose day."""

    heading: str
    days_label: str  # "day since the dose"
    counts_label: str  # "readings"
    every: int
    days: tuple[RoundDay, ...]
    sentence: str  # how many rounds, the last and the next dose
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """What is written at the head of each zone."""

    events: str = ""
    now: str = ""
    symptoms: str = ""
    no_notes: str = ""
    stopped: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePicture:
    """The picture of a journal between two days: its two panels, or one where it is short.

    `larger` is the stretch of the first panel that the second one shows larger. Stopped treatments stand in
    the first panel only.
    """

    panels: tuple[Panel, ...]
    headings: Headings = Headings()
    larger: tuple[date, date] | None = None
    events: tuple[EventMark, ...] = ()
    visits: tuple[VisitLane, ...] = ()
    now: tuple[TreatmentLane, ...] = ()
    symptoms: tuple[SymptomLane, ...] = ()
    days: tuple[DaysLane, ...] = ()
    gaps: tuple[GapBand, ...] = ()
    stopped: tuple[TreatmentLane, ...] = ()
    lines: tuple[DashedLine, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not (self.events or self.visits or self.now or self.symptoms or self.days or self.stopped)
