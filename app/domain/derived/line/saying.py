"""A thing of the line in words: beside its lane, on its flag, and for a screen reader."""

from datetime import date

from app.domain.derived.line.in_view import column_of
from app.domain.derived.line.lanes import Column, Group, Lane, Line, Thing
from app.domain.derived.line.windows import Window
from app.domain.derived.timeline import when_of
from app.domain.derived.timeline_geometry import BinSize
from app.domain.derived.timeline_rows import tell_record
from app.domain.journal import Journal
from app.domain.records import Record, TreatmentChange
from app.domain.records.treatments import ChangeKind
from app.domain.wording import Phrase, Wording

_CHANGES = {
    ChangeKind.STARTED: Phrase("line.change.started", "Started"),
    ChangeKind.DOSE: Phrase("line.change.dose", "New dose"),
    ChangeKind.SWITCHED: Phrase("line.change.switched", "Switched"),
    ChangeKind.PAUSED: Phrase("line.change.paused", "Paused"),
    ChangeKind.RESUMED: Phrase("line.change.resumed", "Taken again"),
    ChangeKind.STOPPED: Phrase("line.change.stopped", "Stopped"),
    ChangeKind.MISSED: Phrase("line.change.missed", "Skipped"),
    ChangeKind.TAKEN: Phrase("line.change.taken", "Taken"),
    ChangeKind.NOTICED: Phrase("line.change.noticed", "Noticed"),
    ChangeKind.HOW_TAKEN: Phrase("line.change.how taken", "How it is taken"),
}


def thing_words(journal: Journal, thing: Thing, words: Wording) -> str:
    """A thing and when, as it is said: "Adalimumab started, 12 June 2025"."""
    record = journal.records[thing.id]
    told = tell_record(journal, record, words).thing
    return words.say("line.thing", "{thing}, {date}", thing=told, date=words.when(when_of(record)))


def flag_words(journal: Journal, thing: Thing, words: Wording) -> str:
    """The label of a chosen thing: "Started 12 Jun 2025" in its own lane, else with its name."""
    record = journal.records[thing.id]
    what = _in_lane(journal, record, words)
    return words.say("line.flag", "{thing} {date}", thing=what, date=words.short_when(when_of(record)))


def _in_lane(journal: Journal, record: Record, words: Wording) -> str:
    if isinstance(record, TreatmentChange):
        return words.say(*_CHANGES[record.change])
    return tell_record(journal, record, words).thing


def crowd_words(things: tuple[Thing, ...], lane: Lane, words: Wording) -> str:
    """Several things under one mark: "3 in Visits, 3 to 20 October 2024"."""
    dates = words.span(min(thing.first for thing in things), max(thing.last for thing in things))
    said = "{n} in {lane}, {dates}"
    return words.say("line.crowd", said, n=words.number(len(things)), lane=lane.name, dates=dates)


def column_words(lane: Lane, column: Column, words: Wording) -> str:
    """A column in words: its middle reading and how many there were; of a few, each of them."""
    said, dates = column_part(lane, column, words), span_words(column.first, column.last, words)
    return words.say("line.thing", "{thing}, {date}", thing=said, date=dates)


def column_part(lane: Lane, column: Column, words: Wording) -> str:
    """The same without its dates: "Knee pain 4, middle of 21"; of fewer than five each of them.

    What comes in attacks is counted in days once there are several readings.
    """
    things = lane.things[column.start : column.end]
    if lane.attacks and column.count > 1:
        days = len({thing.first for thing in things if thing.severity != 0})
        return words.count(
            "line.column.days", "{name} on {n} day", "{name} on {n} days", days, name=lane.called
        )
    if not column.numbers:
        return words.count(
            "line.column.noted",
            "{name}, {n} entry without a number",
            "{name}, {n} entries without a number",
            column.count,
            name=lane.called,
        )
    if column.numbers >= _FEWEST:
        middle, count = words.number(column.middle), words.number(column.numbers)
        said_middle = "{name} {v}, middle of {n}"
        return words.say("line.column.middle", said_middle, name=lane.called, v=middle, n=count)
    values = tuple(words.number(thing.severity) for thing in things if thing.severity is not None)
    return words.say("line.column.few", "{name} {values}", name=lane.called, values=words.listing(values))


def span_words(first: date, last: date, words: Wording) -> str:
    """The days of a column, written out: a day, a whole month, or from one day to another."""
    if first == last:
        return words.day(first)
    if first.day == 1 and last.month == first.month and (last.toordinal() - first.toordinal()) > _WEEK:
        return words.month(first)
    return words.say("line.from_to", "{first} to {last}", first=words.day(first), last=words.day(last))


_WEEK = 7
_FEWEST = 5  # readings below which no middle is told
_EACH = {
    None: Phrase("line.caption.symptoms.each", "each reading, 0 to 10; ··· nothing written"),
    BinSize.DAY: Phrase(
        "line.caption.symptoms.day", "middle reading of each day, 0 to 10; ··· nothing written"
    ),
    BinSize.WEEK: Phrase(
        "line.caption.symptoms.week", "middle reading of each week, 0 to 10; ··· nothing written"
    ),
    BinSize.MONTH: Phrase(
        "line.caption.symptoms.month", "middle reading of each month, 0 to 10; ··· nothing written"
    ),
}


def symptoms_caption(size: BinSize | None, words: Wording) -> str:
    """What a column of the symptoms is, said once."""
    return words.say(*_EACH[size])


def window_words(window: Window, today: date, words: Wording) -> str:
    """The days in view: "May 2023 to today"."""
    name = words.month if window.zoom.gathered is not None else words.day
    first = name(window.first)
    if window.holds(today):
        return words.say("line.to_today", "{first} to today", first=first)
    return words.say("line.from_to", "{first} to {last}", first=first, last=name(window.last))


def summary(line: Line, window: Window, words: Wording) -> str:
    """What is in view, counted: "6 treatments now, 4 stopped, 16 visits, 4 events."."""
    shown = line.lanes_in(window.first, window.last)
    bars = [lane for lane in shown if lane.group is Group.TREATMENTS and lane.bar is not None]
    now = sum(lane.now for lane in bars)
    parts = []
    if bars:
        parts.append(words.count("line.now", "{n} treatment now", "{n} treatments now", now))
        parts.append(words.say("line.stopped", "{n} stopped", n=words.number(len(bars) - now)))
    moments = (lane for lane in shown if lane.group is Group.MOMENTS)
    counts = {lane.key: len(lane.between(window.first, window.last)) for lane in moments}
    if "visits" in counts:
        parts.append(words.count("line.visits", "{n} visit", "{n} visits", counts["visits"]))
    if "events" in counts:
        parts.append(words.count("line.events", "{n} event", "{n} events", counts["events"]))
    press = words.say("line.press_l", "Press L for the list.")
    return f"{', '.join(parts)}. {press}" if parts else press


def chosen_words(line: Line, window: Window, key: str, words: Wording) -> str:
    """What is chosen, as it is said aloud; "" for nothing."""
    found = line.thing(key)
    if found is None:
        return ""
    lane, thing = found
    column = column_of(lane, thing, window)
    return column_words(lane, column, words) if column else thing_words(line.journal, thing, words)
