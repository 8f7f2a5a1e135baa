"""Readings among the dated notes: bad days and the highest alone, the rest folded into runs."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from app.domain.derived.bins import middle_of
from app.domain.derived.document import NoteMark, Run, Text
from app.domain.derived.documents.material import Material, begun, bold, ended, facts, quote
from app.domain.derived.documents.notes_shape import Entry
from app.domain.derived.gaps import days_of
from app.domain.derived.phrasing import mid_sentence
from app.domain.derived.provenance import margin_words, written_later
from app.domain.records import Day, SymptomEntry
from app.domain.records.record import RecordId
from app.domain.records.symptoms import DayKind, Impact

_HEAVY = frozenset({Impact.MOST_THINGS, Impact.EVERYTHING})
_BREAK = timedelta(days=7)  # longer without a reading, and a new run begins
_QUOTED = 2  # notes of a run
_FEWEST = 3  # readings in a month before one of them is its highest


def reading_notes(made: Material, since: date) -> tuple[Entry, ...]:
    """Every reading and every day as a whole after `since`, folded as document.md 7.1.1 says."""
    entries = [
        entry for entry in made.journal.of(SymptomEntry) if _dated(entry) and _dated(entry)[-1] > since
    ]
    days = [day for day in made.journal.of(Day) if days_of(day.when) and days_of(day.when)[-1] > since]
    bad = {days_of(day.when)[-1]: day for day in sorted(days, key=_by_id) if day.day is DayKind.BAD_DAY}
    single = _standing_alone(entries, made)
    lone: dict[date, list[SymptomEntry]] = {}
    folded: list[SymptomEntry] = []
    for entry in sorted(entries, key=_by_time):
        on = _dated(entry)[-1]
        if on in bad or entry.id in single:
            lone.setdefault(on, []).append(entry)
        else:
            folded.append(entry)
    alone = [_day_note(on, bad.get(on), lone.get(on, []), made) for on in sorted({*bad, *lone})]
    good = [day for day in days if day.day is DayKind.NO_SYMPTOMS]
    undated = [_undated(entry, made) for entry in made.journal.of(SymptomEntry) if _is_rough(entry)]
    return (*alone, *_runs(folded, made), *_good_runs(good, made), *undated)


def _dated(entry: SymptomEntry) -> tuple[date, ...]:
    return days_of(entry.when)


def _is_rough(entry: SymptomEntry) -> bool:
    return entry.when.is_dated and not _dated(entry)


def _by_id(day: Day) -> RecordId:
    return day.id


def _by_time(entry: SymptomEntry) -> tuple[object, ...]:
    return (_dated(entry)[-1], entry.when.sort_key, entry.symptom, entry.id)


def _name(entry: SymptomEntry, made: Material) -> str:
    symptom = made.journal.symptom(entry.symptom)
    return symptom.name if symptom else ""


def _standing_alone(entries: list[SymptomEntry], made: Material) -> frozenset[RecordId]:
    """What kept the person from most things, and each month's highest reading of a symptom."""
    found = {entry.id for entry in entries if entry.impact in _HEAVY}
    months: dict[tuple[str, int, int], list[SymptomEntry]] = {}
    for entry in entries:
        if entry.severity:
            on = _dated(entry)[-1]
            months.setdefault((_name(entry, made), on.year, on.month), []).append(entry)
    for held in months.values():
        top = max(entry.severity or 0 for entry in held)
        highest = [entry for entry in held if entry.severity == top]
        if len(held) >= _FEWEST and len(highest) * 2 < len(held):
            found.add(max(highest, key=_by_time).id)
    return frozenset(found)


def _day_note(on: date, bad: Day | None, entries: list[SymptomEntry], made: Material) -> Entry:
    """A bad day with its readings, or readings that stand alone."""
    words = made.words
    runs: list[Run] = []
    if bad is not None:
        runs.append(bold(words.say("notes.bad_day", "Bad day.")))
    for number, entry in enumerate(entries):
        name = _name(entry, made)
        shown = mid_sentence(name) if number else name
        lead = ", " if number else " " if runs else ""
        runs += [facts(lead), facts(shown) if bad is not None else bold(shown), facts(_severity(entry))]
    runs += [facts(".")] if entries else []
    runs += _impact(entries, made)
    noted = [
        *([bad.note] if bad else []),
        *(text for entry in entries for text in (entry.could_not, entry.note)),
    ]
    for text in _once(noted):
        runs += [facts(" "), quote(text)]
    record = bad if bad is not None else entries[0]
    when = bad.when if bad is not None else entries[0].when
    return Entry(
        first=on,
        last=on,
        mark=NoteMark.BAD_DAY if bad is not None else NoteMark.SYMPTOM,
        paragraphs=(tuple(runs),),
        provenance=margin_words(record, when, words, made.changed.get(record.id)),
        rank=3,
        key=record.id,
    )


def _once(texts: list[str]) -> tuple[str, ...]:
    """Each text once; one that another holds already is left to that other."""
    said = tuple(dict.fromkeys(text for text in texts if text.strip()))
    return tuple(text for text in said if not any(text != other and text in other for other in said))


def _severity(entry: SymptomEntry) -> str:
    return "" if entry.severity is None else f" {entry.severity}"


def _impact(entries: list[SymptomEntry], made: Material) -> list[Run]:
    order = list(Impact)
    found = [entry.impact for entry in entries if entry.impact is not None]
    if not found:
        return []
    worst = max(found, key=order.index)
    said = made.words.say("impact", str(worst))
    text = made.words.say("notes.impact", "Impact on my day: {impact}.", impact=said)
    return [facts(f" {text}")]


def _runs(entries: list[SymptomEntry], made: Material) -> list[Entry]:
    """Stretches of readings within a month, with no week between them left out."""
    stretches: list[list[SymptomEntry]] = []
    for entry in entries:
        if stretches and _goes_on(stretches[-1][-1], entry):
            stretches[-1].append(entry)
        else:
            stretches.append([entry])
    return [_run(stretch, made) for stretch in stretches]


def _goes_on(before: SymptomEntry, after: SymptomEntry) -> bool:
    first, then = _dated(before)[-1], _dated(after)[-1]
    return (first.year, first.month) == (then.year, then.month) and then - first <= _BREAK


def _run(entries: list[SymptomEntry], made: Material) -> Entry:
    runs: list[Run] = []
    held: dict[str, list[SymptomEntry]] = {}
    for entry in entries:
        held.setdefault(_name(entry, made), []).append(entry)
    for name in sorted(held, key=lambda name: (-len(held[name]), name)):
        runs += [facts(" ")] if runs else []
        runs += [bold(name), facts(" " + _summary(held[name], made))]
    notes = sorted(
        {entry.note for entry in entries if entry.note.strip()}, key=lambda text: (-len(text), text)
    )
    for text in notes[:_QUOTED]:
        runs += [facts(" "), quote(text)]
    return Entry(
        first=min(_dated(entry)[0] for entry in entries),
        last=_dated(entries[-1])[-1],
        mark=NoteMark.SYMPTOM,
        paragraphs=(tuple(runs),),
        provenance=_late(entries, made),
        rank=6,
        key=entries[0].id,
    )


def _summary(entries: list[SymptomEntry], made: Material) -> str:
    """How many, from where to where, the middle: "11 readings, 3 to 6, middle 4."."""
    words = made.words
    rated = [entry.severity for entry in entries if entry.severity is not None]
    if len(entries) == 1 and rated:
        return f"{rated[0]}."
    said = words.count("notes.readings", "{n} reading", "{n} readings", len(entries))
    if not rated:
        return f"{said}."
    if min(rated) == max(rated):
        return words.say("notes.run.all", "{readings}, all {level}.", readings=said, level=rated[0])
    return words.say(
        "notes.run",
        "{readings}, {low} to {high}, middle {middle}.",
        readings=said,
        low=min(rated),
        high=max(rated),
        middle=words.number(Decimal(str(round(middle_of(rated), 1)))),
    )


def _late(entries: list[SymptomEntry], made: Material) -> str:
    late = Counter(written_later(entry, entry.when, made.words) for entry in entries)
    on_time = late.pop("", 0)
    if not late:
        return ""
    if len(late) == 1 and not on_time:
        return next(iter(late))
    return made.words.say("notes.some_later", "some written later")


def _good_runs(days: Iterable[Day], made: Material) -> list[Entry]:
    stretches: list[list[Day]] = []
    for day in sorted(days, key=lambda day: (days_of(day.when)[-1], day.id)):
        on = days_of(day.when)[-1]
        before = days_of(stretches[-1][-1].when)[-1] if stretches else date.min
        if stretches and on - before <= timedelta(days=1) and on.month == before.month:
            stretches[-1].append(day)
        else:
            stretches.append([day])
    return [_good(stretch, made) for stretch in stretches]


def _good(days: list[Day], made: Material) -> Entry:
    count = len({days_of(day.when)[-1] for day in days})
    text = made.words.count("notes.good", "No symptoms.", "No symptoms, {n} days.", count)
    said: Text = (
        bold(text),
        *(run for day in days if day.note.strip() for run in (facts(" "), quote(day.note))),
    )
    return Entry(
        first=days_of(days[0].when)[0],
        last=days_of(days[-1].when)[-1],
        mark=NoteMark.SYMPTOM,
        paragraphs=(said,),
        provenance=margin_words(days[0], days[0].when, made.words) if len(days) == 1 else "",
        rank=6,
        key=days[0].id,
    )


def _undated(entry: SymptomEntry, made: Material) -> Entry:
    """A reading of a month or a season: its date as it was written."""
    runs: list[Run] = [bold(begun(_name(entry, made))), facts(_severity(entry) + ".")]
    if entry.note.strip():
        runs += [facts(" "), quote(ended(entry.note) if entry.note[-1:].isalnum() else entry.note)]
    return Entry(
        first=entry.when.earliest,
        last=entry.when.latest,
        mark=NoteMark.SYMPTOM,
        paragraphs=(tuple(runs),),
        provenance=margin_words(entry, entry.when, made.words, made.changed.get(entry.id)),
        label=made.words.short_when(entry.when),
        key=entry.id,
    )
