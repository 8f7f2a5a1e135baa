"""The legend of what is on this page, and the sentences under it (document.md 5.4 and 8)."""

from app.domain.derived.chart.scope import ChartScope
from app.domain.derived.chart.text_room import cut_at_word
from app.domain.derived.chart.treatments import ChosenTreatments
from app.domain.derived.document import LegendEntry
from app.domain.derived.phrasing import mid_sentence
from app.domain.derived.readings import Readings
from app.domain.derived.timeline_geometry import Ending, Fill, Sign, TimelinePicture, TreatmentLane
from app.domain.records import Condition
from app.domain.records.person import ConditionStatus
from app.domain.records.when import When
from app.domain.wording import Wording

_MOST_BEFORE = 3
_MOST_NOT_DRAWN = 3
_ONE_LINE = 60  # characters of names on a line that says more

_FEW = 3


def legend(scope: ChartScope, picture: TimelinePicture) -> tuple[LegendEntry, ...]:
    """Only what is on this page, in a fixed order; a dashed line names its day's change."""
    present = _signs(picture)
    entries: list[LegendEntry] = []
    for sign in Sign:
        if sign is Sign.DASHED:
            entries += [LegendEntry(sign=sign, word=line.label) for line in picture.lines]
        elif sign in present:
            entries.append(LegendEntry(sign=sign, word=_word(scope, picture, sign)))
    return tuple(entries)


def _word(scope: ChartScope, picture: TimelinePicture, sign: Sign) -> str:
    monthly = [column for lane in picture.days for panel in lane.panels for column in panel]
    if sign is Sign.ZERO and any(column.zero for column in monthly):
        name = mid_sentence(picture.days[0].name) if len(picture.days) == 1 else ""
        if name:
            return scope.words.say("legend.zero_days", "0: notes, but no {name}", name=name)
        return scope.words.say("legend.zero_days.some", "0: notes, but none of it")
    return _usual_words(scope.words)[sign]


def kind_word(kind: Sign, words: Wording) -> str:
    """The word of a kind of treatment."""
    return _usual_words(words)[kind]


def _usual_words(words: Wording) -> dict[Sign, str]:
    return {
        Sign.PRESCRIBED: words.say("legend.prescribed", "prescribed"),
        Sign.FROM_THE_SHOP: words.say("legend.from_the_shop", "from the shop"),
        Sign.SUPPLEMENT: words.say("legend.supplement", "supplement"),
        Sign.THERAPY: words.say("legend.therapy", "therapy"),
        Sign.PROCEDURE: words.say("legend.procedure", "procedure"),
        Sign.DEVICE: words.say("legend.device", "device"),
        Sign.LIFESTYLE: words.say("legend.lifestyle", "daily life"),
        Sign.WHEN_NEEDED: words.say("legend.when_needed", "when needed"),
        Sign.MOSTLY_NOT: words.say("legend.mostly_not", "mostly not taken"),
        Sign.PAUSED: words.say("legend.paused", "paused"),
        Sign.SOFT: words.say("legend.soft", "date not exact"),
        Sign.STILL: words.say("legend.still", "still taking"),
        Sign.STOPPED: words.say("legend.stopped", "stopped"),
        Sign.VISIT: words.say("legend.visit", "visit"),
        Sign.NEXT_VISIT: words.say("legend.next_visit", "next visit"),
        Sign.EVENT: words.say("legend.event", "event"),
        Sign.EMERGENCY: words.say("legend.emergency", "emergency"),
        Sign.SPREAD: words.say("legend.spread", "lowest, middle, highest"),
        Sign.FEW: words.say("legend.few", "under 3 readings"),
        Sign.ZERO: words.say("legend.zero", "0 written"),
        Sign.LARGER: words.say("legend.larger", "the 12 months drawn larger"),
    }


def _signs(picture: TimelinePicture) -> set[Sign]:
    signs: set[Sign] = {Sign.LARGER} if picture.larger else set()
    for lane in (*picture.now, *picture.stopped):
        signs |= _lane_signs(lane)
    signs |= {Sign.EMERGENCY if mark.hollow else Sign.EVENT for mark in picture.events}
    for visits in picture.visits:
        signs |= ({Sign.VISIT} if visits.marks else set()) | ({Sign.NEXT_VISIT} if visits.next_day else set())
    bins = [column for lane in picture.symptoms for panel in lane.panels for column in panel]
    days = [column for lane in picture.days for panel in lane.panels for column in panel]
    signs |= {Sign.SPREAD} if any(column.lowest < column.highest for column in bins) else set()
    signs |= {Sign.FEW} if any(column.count < _FEW for column in bins) else set()
    zero = any(column.zero for column in bins) or any(column.zero for column in days)
    signs |= {Sign.ZERO} if zero else set()
    return signs


def _lane_signs(lane: TreatmentLane) -> set[Sign]:
    fills = {stretch.fill for stretch in lane.stretches}
    signs: set[Sign] = set()
    if Fill.TAKEN in fills or lane.marks or lane.when_needed:
        signs.add(Sign.WHEN_NEEDED if lane.when_needed else lane.kind)
    found = {Fill.MOSTLY_NOT: Sign.MOSTLY_NOT, Fill.PAUSED: Sign.PAUSED, Fill.SOFT: Sign.SOFT}
    signs |= {sign for fill, sign in found.items() if fill in fills}
    ends = {Ending.STILL: Sign.STILL, Ending.STOPPED: Sign.STOPPED}
    return signs | ({ends[lane.ending]} if lane.ending in ends else set())


def sentences(
    scope: ChartScope,
    picture: TimelinePicture,
    treatments: ChosenTreatments,
    symptoms: tuple[Readings, ...],
) -> tuple[str, ...]:
    """What the picture cannot say itself: heights, scale, blanks, what is not drawn, what was before."""
    words = scope.words
    said = []
    if picture.now or picture.stopped:
        said.append(words.say("chart.heights", "Bar height: dose, to compare within one medicine only."))
    if picture.symptoms:
        said.append(words.say("chart.scale", "Symptoms: my own ratings, 0 to 10."))
    if not scope.left_out:
        said.append(words.say("chart.nothing", "Nothing drawn: nothing written."))
    said += _not_drawn(scope, treatments, symptoms)
    if scope.total_readings:
        number = words.number(scope.total_readings)
        said.append(words.say("chart.all_readings", "Readings of all kinds: {n}.", n=number))
    return (*said, *_before_this(scope, picture))


def _not_drawn(scope: ChartScope, treatments: ChosenTreatments, symptoms: tuple[Readings, ...]) -> list[str]:
    words = scope.words
    said = []
    if treatments.not_drawn:
        said.append(_treatments_not_drawn(scope, [story.treatment.name for story in treatments.not_drawn]))
    rest = sorted(
        (held for held in scope.readings if held not in symptoms),
        key=lambda held: (-held.entries, held.symptom.name.casefold()),
    )
    if rest:
        named = "; ".join(_counted(scope, held) for held in rest[:_MOST_NOT_DRAWN])
        more = sum(held.entries for held in rest[_MOST_NOT_DRAWN:])
        others = (
            words.count("chart.more_readings", "; {n} other reading", "; {n} other readings", more)
            if more
            else ""
        )
        said.append(words.say("chart.not_drawn", "Not drawn: {names}.", names=named + others))
    return said


def _treatments_not_drawn(scope: ChartScope, names: list[str]) -> str:
    """One line: as many names as it has room for, the others counted. {page} is filled in by the report."""
    shown = 0
    while shown < len(names) and sum(map(len, names[: shown + 1])) <= _ONE_LINE:
        shown += 1
    shown = max(1, shown)
    named = ", ".join(cut_at_word(name, _ONE_LINE) for name in names[:shown])
    more = len(names) - shown
    others = (
        scope.words.count("chart.more_treatments", " and {n} other", " and {n} others", more) if more else ""
    )
    return scope.words.say(
        "chart.not_drawn.treatments",
        "Not drawn: {names}, on page\u00a0{page}.",
        names=named + others,
        page="{page}",
    )


def _counted(scope: ChartScope, held: Readings) -> str:
    return scope.words.count(
        "chart.name_readings",
        "{name}, {n}\u00a0reading",
        "{name}, {n}\u00a0readings",
        held.entries,
        name=cut_at_word(mid_sentence(held.symptom.name), _ONE_LINE),
    )


def _before_this(scope: ChartScope, picture: TimelinePicture) -> list[str]:
    """What began before the left edge: "Before this: migraine since about 2006."."""
    edge = picture.panels[0].first
    found = [
        (held.onset, held.short or held.name)
        for held in scope.journal.of(Condition)
        if held.onset is not None
        and held.onset.is_dated
        and held.onset.latest < edge
        and held.status is ConditionStatus.CONFIRMED
        and not held.wondering
    ]
    if not found:
        return []
    oldest = sorted(found, key=lambda item: (item[0].sort_key, item[1]))[:_MOST_BEFORE]
    named = ", ".join(_since(scope, when, name) for when, name in oldest)
    return [scope.words.say("chart.before_this", "Before this: {names}.", names=named)]


def _since(scope: ChartScope, when: When, name: str) -> str:
    return scope.words.say(
        "chart.before_since",
        "{name} since {date}",
        name=cut_at_word(mid_sentence(name), _ONE_LINE),
        date=scope.words.short_when(when),
    )
