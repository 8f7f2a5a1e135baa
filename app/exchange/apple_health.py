"""Apple Health: years of readings as one line for each kind and day, read in a stream, never kept whole."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime
from math import isfinite

from lxml import etree

from app.domain.records import Measurement, Symptom, SymptomEntry
from app.domain.records.invalid import InvalidRecord
from app.domain.records.record import SymptomId
from app.domain.records.when import on_day
from app.exchange.apple_days import ADDED_UP, Day, name_of, unit_of
from app.exchange.apple_files import Guarded
from app.exchange.errors import FileCutShort, FileEmpty, FileHostile, FormatUnknown
from app.exchange.found import Found, Gathering
from app.exchange.xml_tree import Element

FORM = "Apple Health"
Tell = Callable[[int, float], None]
"""Told how many readings were read, and how much of the file; may raise to stop."""

_EVERY = 5_000
_QUANTITY, _CATEGORY = "HKQuantityTypeIdentifier", "HKCategoryTypeIdentifier"
_SEVERITY = "HKCategoryValueSeverity"
_UPPER, _LOWER, _SLEEP = "BloodPressureSystolic", "BloodPressureDiastolic", "SleepAnalysis"
_LONGEST_SLEEP = 24 * 60  # minutes
_Key = tuple[str, str, date]  # kind, unit, day


def read_apple_health(
    stream: Guarded, title: str, now: datetime, new_id: Callable[[], str], tell: Tell
) -> Found:
    """The readings of an export, summed up by day. Raises an ExchangeError, or what `tell` raises."""
    reading = _Readings(Gathering(FORM, title, now, new_id))
    for count, record in enumerate(_records(stream), 1):
        reading.take(record)
        if count % _EVERY == 0:
            tell(count, stream.share)
    return reading.found()


def _records(stream: Guarded) -> Iterator[Element]:
    """Each thing right below the root, freed again as soon as it has been read."""
    try:
        walk = etree.iterparse(
            stream, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        depth = 0
        for event, element in walk:
            depth += 1 if event == "start" else -1
            if event == "start" and depth == 1 and element.tag != "HealthData":
                raise FormatUnknown(str(element.tag)[:40])
            if event == "end" and depth == 1:
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        said = (error.msg or "").lower()
        hostile = "depth" in said or "entity" in said or "huge" in said
        raise (FileHostile if hostile else FileCutShort)(f"line {error.lineno}") from None


class _Readings:
    """Gathers by kind and day."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._days: defaultdict[_Key, Day] = defaultdict(Day)
        self._felt: dict[tuple[str, date], str] = {}

    def take(self, element: Element) -> None:
        """Take one record in; what is none of these stays in the file and is counted."""
        if element.tag != "Record":
            if element.tag not in {"ExportDate", "Me", "Correlation"}:  # parts of one stand by themselves too
                self._gathering.leave(str(element.tag)[:80])
            return
        kind = element.get("type", "")
        day = _day(element.get("endDate" if kind.endswith(_SLEEP) else "startDate", ""))
        understood = day is not None and (
            self._take_number(element, kind.removeprefix(_QUANTITY), day)
            if kind.startswith(_QUANTITY)
            else self._take_word(element, kind.removeprefix(_CATEGORY), day)
        )
        if not understood:
            self._gathering.leave(name_of(kind.removeprefix(_QUANTITY).removeprefix(_CATEGORY))[:80])

    def found(self) -> Found:
        """One measurement for each kind and day, one reading for each symptom and day."""
        for (kind, unit, day), held in sorted(self._days.items()):
            if kind != _LOWER or (_UPPER, unit, day) not in self._days:
                self._add(kind, unit, day, held)
        symptoms: dict[str, SymptomId] = {}
        for (kind, day), word in sorted(self._felt.items()):
            self._add_felt(symptoms, name_of(kind), day, word)
        found = self._gathering.found()
        if not found.records and not found.not_understood:
            raise FileEmpty
        return found

    def _take_number(self, element: Element, kind: str, day: date) -> bool:
        try:
            value = float(element.get("value", ""))
        except ValueError:
            return False
        unit = element.get("unit", "")
        if not isfinite(value) or abs(value) > 1e12:  # noqa: PLR2004 - no reading of a body
            return False
        self._days[kind, unit, day].add(value * 100 if unit == "%" else value, element.get("sourceName", ""))
        return True

    def _take_word(self, element: Element, kind: str, day: date) -> bool:
        word = element.get("value", "")
        if kind == _SLEEP:
            minutes = _minutes(element)
            if "Asleep" in word and 0 < minutes <= _LONGEST_SLEEP:
                self._days[kind, "hours", day].add(minutes / 60, element.get("sourceName", ""))
            return True
        if not word.startswith(_SEVERITY):
            return False
        if not word.endswith("NotPresent"):
            self._felt[kind, day] = name_of(word.removeprefix(_SEVERITY)).lower()
        return True

    def _add(self, kind: str, unit: str, day: date, held: Day) -> None:
        summed = kind in ADDED_UP or kind == _SLEEP
        lower = self._days.get((_LOWER, unit, day)) if kind == _UPPER else None
        try:
            measured = Measurement(
                **self._gathering.origin(f"{kind}/{day.isoformat()}"),
                name=name_of(kind),
                when=on_day(day),
                value=held.total() if summed else held.middle(),
                second=lower.middle() if lower is not None else None,
                unit=unit_of(unit),
                note="" if summed else held.said(),
            )
        except InvalidRecord:
            self._gathering.leave(name_of(kind)[:80])
            return
        self._gathering.add(measured)

    def _add_felt(self, symptoms: dict[str, SymptomId], name: str, day: date, word: str) -> None:
        if name not in symptoms:
            made = Symptom(**self._gathering.origin(f"symptom {name}"), name=name[:80])
            self._gathering.add(made)
            symptoms[name] = SymptomId(made.id)
        origin = self._gathering.origin(f"{name}/{day.isoformat()}")
        note = "" if word == "unspecified" else word
        self._gathering.add(SymptomEntry(**origin, symptom=symptoms[name], when=on_day(day), note=note))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _minutes(element: Element) -> float:
    """How long it lasted; 0 where that can't be told."""
    try:
        first = datetime.strptime(element.get("startDate", ""), _STAMP)  # noqa: DTZ007 - its offset is in it
        last = datetime.strptime(element.get("endDate", ""), _STAMP)  # noqa: DTZ007 - as above
        return (last - first).total_seconds() / 60
    except (ValueError, TypeError):
        return 0


_STAMP = "%Y-%m-%d %H:%M:%S %z"
