"""What the chart says to whoever listens: the figure's alternative text and one sentence for each lane."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from app.domain.derived.before_after import middle_words
from app.domain.derived.bins import NOTES_FOR_A_ZERO, middle_of, start_of
from app.domain.derived.chart.lane_words import could_not_tolerate
from app.domain.derived.chart.scope import ChartScope
from app.domain.derived.chart.stretches import dose_of, how_often_of
from app.domain.derived.chart.text_room import cut_at_word
from app.domain.derived.chart.visits import MOST_LANES, ClinicianVisits
from app.domain.derived.phrasing import mid_sentence
from app.domain.derived.readings import Readings
from app.domain.derived.timeline_geometry import BinSize, TimelinePicture
from app.domain.derived.treatments.doses import dose_words
from app.domain.derived.treatments.phrases import verdict_words
from app.domain.derived.treatments.story import Status, TreatmentStory
from app.domain.records import Event, Visit
from app.domain.records.when import When
from app.domain.wording import Phrase

LONGEST_ALT = 600
FEWEST_OF_A_MONTH = 3  # readings a month needs to be the highest or the lowest


def figure_alt(scope: ChartScope, picture: TimelinePicture) -> str:
    """What the picture is, in at most 600 characters."""
    counts = scope.words.say(
        "alt.counts",
        "{t} treatments as bars, {s} symptoms, {v} visits, {e} events.",
        t=len(picture.now) + len(picture.stopped),
        s=len(picture.symptoms) + len(picture.days),
        v=sum(len(lane.marks) for lane in picture.visits),
        e=len(picture.events),
    )
    first, last = picture.panels[0].first, picture.panels[0].last
    span = {"first": scope.words.month(first), "last": scope.words.day(last)}
    if len(picture.panels) == 1:
        lead = scope.words.say("alt.one", "Timeline from {first} to {last}.", **span)
    else:
        lead = scope.words.say(
            "alt.two",
            "Timeline from {first} to {last} in two panels, the right one showing the last 12 months larger.",
            **span,
        )
    if picture.stopped:
        below = scope.words.say("alt.stopped", "; stopped treatments are below.")
        lead = lead.removesuffix(".") + below
    return cut_at_word(f"{lead} {counts}", LONGEST_ALT)


def treatment_sentence(scope: ChartScope, story: TreatmentStory) -> str:
    """As in "Methotrexate: 10 mg from 5 Dec 2023, 15 mg from 12 Mar 2024, stopped 17 Sep 2024, helped."."""
    parts = [*_steps(scope, story), *_pauses(scope, story), *_ending(scope, story)]
    parts.append(verdict_words(story.verdict, scope.words))
    if story.not_tolerated is not None:
        parts.append(could_not_tolerate(story.not_tolerated.reaction, scope.words))
    return f"{story.treatment.name}: {', '.join(part for part in parts if part)}."


def _steps(scope: ChartScope, story: TreatmentStory) -> list[str]:
    words = scope.words
    if not story.steps:
        return [
            words.say(
                "alt.from", "{what} from {date}", what=_no_dose(scope), date=_when(scope, story.started)
            )
        ]
    return [
        words.say(
            "alt.from",
            "{what} from {date}",
            what=_step_words(scope, story, at),
            date=_when(scope, step.when),
        )
        for at, step in enumerate(story.steps)
    ]


def _step_words(scope: ChartScope, story: TreatmentStory, at: int) -> str:
    from_words = dose_words(dose_of(story.steps[at]), scope.words)
    often = how_often_of(story.steps[at])
    return from_words or (often.words if often else "") or _no_dose(scope)


def _no_dose(scope: ChartScope) -> str:
    return scope.words.say("dose.unknown", "dose not written")


def _pauses(scope: ChartScope, story: TreatmentStory) -> list[str]:
    return [
        scope.words.say("alt.paused", "paused from {date}", date=_when(scope, pause.first))
        if pause.last is None
        else scope.words.say(
            "alt.paused_until",
            "paused from {date} to {last}",
            date=_when(scope, pause.first),
            last=_when(scope, pause.last),
        )
        for pause in story.pauses
    ]


def _ending(scope: ChartScope, story: TreatmentStory) -> list[str]:
    if story.ended is not None:
        return [scope.words.say("alt.stopped_on", "stopped {date}", date=_when(scope, story.ended.when))]
    if story.status is Status.DONE:
        return []
    how = story.how_taken
    if how is not None and how.mostly_not:
        since = _when(scope, how.since)
        return [scope.words.say("alt.mostly_not", "mostly not taken since {date}", date=since)]
    return [scope.words.say("alt.still", "still taking")]


def _when(scope: ChartScope, when: When | None) -> str:
    return scope.words.short_when(when)


def symptom_sentence(scope: ChartScope, held: Readings) -> str:
    """Its readings, the middle by year, the highest and the lowest month (ties: the newest)."""
    words = scope.words
    parts = [
        words.count(
            "alt.readings",
            "{name}: {n} reading.",
            "{name}: {n} readings.",
            held.entries,
            name=held.symptom.name,
        )
    ]
    by_year = _grouped(held.rated, BinSize.YEAR)
    years = [f"{year.year} {middle_words(middle_of(levels), words)}" for year, levels in by_year.items()]
    parts.append(words.say("alt.by_year", "Middle by year: {years}.", years=", ".join(years)))
    months = [
        (middle_of(levels), month)
        for month, levels in _grouped(held.rated, BinSize.MONTH).items()
        if len(levels) >= FEWEST_OF_A_MONTH
    ]
    if months:
        high = max(months)
        low = min(months, key=lambda item: (item[0], -item[1].toordinal()))
        parts.append(
            _month_words(scope, Phrase("alt.highest", "Highest month: {month}, middle {middle}."), high)
        )
        parts.append(
            _month_words(scope, Phrase("alt.lowest", "Lowest month: {month}, middle {middle}."), low)
        )
    return " ".join(parts)


def _month_words(scope: ChartScope, phrase: Phrase, found: tuple[float, date]) -> str:
    middle, month = found
    return scope.words.say(
        *phrase, month=scope.words.short_month(month), middle=middle_words(middle, scope.words)
    )


def _grouped(rated: Iterable[tuple[date, int]], size: BinSize) -> dict[date, list[int]]:
    groups: dict[date, list[int]] = {}
    for day, level in rated:
        groups.setdefault(start_of(day, size), []).append(level)
    return dict(sorted(groups.items()))


def days_sentence(scope: ChartScope, held: Readings, first: date) -> str:
    """Days a month, the middle by year, the month with most; then the months that were a written nothing."""
    words = scope.words
    counts = _days_by_month(scope, held, first)
    by_year: dict[int, list[int]] = {}
    for month, days in counts.items():
        by_year.setdefault(month.year, []).append(days)
    years = ", ".join(f"{year} {middle_words(middle_of(days), words)}" for year, days in by_year.items())
    text = words.say(
        "alt.days", "{name}: days a month, middle by year: {years}.", name=held.symptom.name, years=years
    )
    if counts:
        most, month = max((days, month) for month, days in counts.items())
        text += " " + words.count(
            "alt.most",
            "Most: {month}, {n} day.",
            "Most: {month}, {n} days.",
            most,
            month=words.short_month(month),
        )
    return text + _zeros(scope, held, counts)


def _days_by_month(scope: ChartScope, held: Readings, first: date) -> dict[date, int]:
    """Every month that has any note."""
    noted = {start_of(day, BinSize.MONTH) for day in scope.noted if first <= day <= scope.today}
    felt = Counter(start_of(day, BinSize.MONTH) for day in held.days)
    return {month: felt[month] for month in sorted(noted)}


def _zeros(scope: ChartScope, held: Readings, counts: dict[date, int]) -> str:
    noted = Counter(start_of(day, BinSize.MONTH) for day in scope.noted if day <= scope.today)
    hidden = {start_of(day, BinSize.MONTH) for day in scope.hidden}
    months = [
        scope.words.short_month(month)
        for month, days in counts.items()
        if not days and month not in hidden and noted[month] >= NOTES_FOR_A_ZERO
    ]
    if not months:
        return ""
    name = mid_sentence(held.symptom.name)
    return " " + scope.words.say("alt.zeros", "No {name} in {months}.", name=name, months=", ".join(months))


def gaps_sentence(scope: ChartScope, first: date) -> str:
    """When nothing was written."""
    spans = tuple(
        scope.words.say(
            "alt.gap",
            "from {first} to {last}",
            first=_gap_day(scope, gap.first, gap.last),
            last=scope.words.short_day(gap.last),
        )
        for gap in scope.gaps
        if gap.last >= first
    )
    return scope.words.say("alt.gaps", "No notes {spans}.", spans=scope.words.listing(spans))


def _gap_day(scope: ChartScope, first: date, last: date) -> str:
    return scope.words.day_in_year(first) if first.year == last.year else scope.words.short_day(first)


def visits_sentence(scope: ChartScope, name: str, past: tuple[Visit, ...], coming: Visit | None) -> str:
    """As in "Dr Osei: 9 visits, last on 12 Feb 2026, next on 14 May 2026."."""
    words = scope.words
    parts = [words.count("alt.visits", "{n} visit", "{n} visits", len(past))]
    if past:
        parts.append(words.say("alt.last_visit", "last on {date}", date=words.short_when(past[-1].when)))
    if coming is not None:
        parts.append(words.say("alt.next_visit", "next on {date}", date=words.short_when(coming.when)))
    return f"{name}: {', '.join(parts)}."


def visit_sentences(
    scope: ChartScope, picture: TimelinePicture, groups: tuple[ClinicianVisits, ...]
) -> list[str]:
    """One for each lane; the last lane may be everybody else's."""
    said = []
    for at, lane in enumerate(picture.visits):
        alone = at < MOST_LANES
        mine = groups[at : at + 1] if alone else groups[at:]
        name = scope.words.listing(tuple(held.called for held in mine[0].who)) if alone else lane.name
        past = sorted((visit for group in mine for visit in group.past), key=_by_day)
        coming = sorted((group.coming for group in mine if group.coming), key=_by_day)
        said.append(visits_sentence(scope, name, tuple(past), coming[0] if coming else None))
    return said


def _by_day(visit: Visit) -> date:
    return visit.when.earliest if visit.when else date.min


def events_sentence(scope: ChartScope, events: tuple[Event, ...]) -> str:
    """All events with their dates."""
    named = (f"{event.title}, {scope.words.short_when(event.when)}" for event in events)
    return scope.words.say("alt.events", "Events: {events}.", events="; ".join(named))
