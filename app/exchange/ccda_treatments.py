"""Medicines and equipment: treatments with their changes."""

from decimal import Decimal

from app.domain.records import NoneKnown, Treatment, TreatmentChange
from app.domain.records.person import NoneOf
from app.domain.records.record import TreatmentId
from app.domain.records.treatments import ChangeKind, Frequency, TreatmentKind
from app.exchange.ccda_reading import Reading, number
from app.exchange.fhir_treatments import dose_of, rate_of, route_named
from app.exchange.found import shortened
from app.exchange.xml_tree import Element, words_in

_INTERVAL = "{http://www.w3.org/2001/XMLSchema-instance}type"
_ENDED = {"completed", "aborted", "cancelled"}
_UNITS = {"h": "h", "min": "min", "d": "d", "wk": "wk", "mo": "mo", "a": "a"}


def read_medicine(reading: Reading, entry: Element) -> bool:
    """A medicine as a treatment that started, and ended if the document says so."""
    given = reading.first(entry, ".//h:substanceAdministration")
    if given is None:
        return False
    coded = reading.first(given, "h:consumable//h:manufacturedMaterial/h:code")
    if given.get("negationInd") == "true":
        reading.gathering.add(NoneKnown(**reading.origin(given, coded), of=NoneOf.MEDICINES))
        return True
    named = words_in(reading.first(given, "h:consumable//h:manufacturedMaterial/h:name"))
    name = reading.called(coded) or named
    if not name:
        return False
    reason = reading.first(given, "h:entryRelationship[@typeCode='RSON']/h:observation/h:value")
    treatment = Treatment(
        **reading.origin(given, coded),
        name=shortened(name),
        route=route_named(reading.attribute(given, "h:routeCode", "displayName")),
        for_words=reading.called(reason),
        prescriber=reading.clinician(reading.first(given, "h:author")),
    )
    reading.gathering.add(treatment)
    _read_changes(reading, given, treatment)
    return True


def _read_changes(reading: Reading, given: Element, treatment: Treatment) -> None:
    reading.gathering.add(
        TreatmentChange(
            **reading.origin(given),
            treatment=TreatmentId(treatment.id),
            change=ChangeKind.STARTED,
            when=reading.low(given),
            planned=dose_of("", *_amount(reading, given)),
            how_often=_how_often(reading, given),
            clinician=treatment.prescriber,
            note=reading.reference(reading.first(given, "h:text")),
        )
    )
    ended = reading.high(given)
    if ended is not None or reading.attribute(given, "h:statusCode", "code") in _ENDED:
        change = TreatmentChange(
            **reading.origin(given),
            treatment=TreatmentId(treatment.id),
            change=ChangeKind.STOPPED,
            when=ended,
        )
        reading.gathering.add(change)


def _amount(reading: Reading, given: Element) -> tuple[Decimal | None, str]:
    dose = reading.first(given, "h:doseQuantity")
    if dose is None or not dose.get("value"):
        return None, ""
    units = (
        str(dose.get("unit") or "").replace("1", ""),  # "1" is UCUM's word for no unit
        words_in(reading.first(dose, "h:translation/h:originalText")),
        reading.attribute(given, "h:administrationUnitCode", "displayName"),
    )
    return number(str(dose.get("value"))), next(filter(None, units), "")[:200]


def _how_often(reading: Reading, given: Element) -> Frequency | None:
    when_needed = reading.first(given, "h:precondition") is not None
    for time in reading.every(given, "h:effectiveTime"):
        period = reading.first(time, "h:period")
        if "PIVL" not in str(time.get(_INTERVAL) or "") or period is None:
            continue
        unit = _UNITS.get(str(period.get("unit") or ""), "")
        rate = rate_of(Decimal(1), number(str(period.get("value") or "")), unit)
        if rate is not None:
            words = f"every {period.get('value')} {unit}"
            return Frequency(words=words, times=rate[0], days=rate[1], when_needed=when_needed)
    return Frequency(when_needed=True) if when_needed else None


def read_equipment(reading: Reading, entry: Element) -> bool:
    """A device the person uses or carries; False if it has no name."""
    found = [child for child in entry if child.tag.endswith(("supply", "procedure", "organizer"))]
    if not found:
        return False
    device = reading.first(found[0], ".//h:playingDevice/h:code")
    coded = device if device is not None else reading.first(found[0], ".//h:manufacturedMaterial/h:code")
    coded = coded if coded is not None else reading.first(found[0], "h:code")
    name = reading.called(coded)
    if not name:
        return False
    made = Treatment(**reading.origin(found[0], coded), name=shortened(name), treatment=TreatmentKind.DEVICE)
    reading.gathering.add(made)
    when = reading.low(found[0])
    change = TreatmentChange(
        **reading.origin(found[0]), treatment=TreatmentId(made.id), change=ChangeKind.STARTED, when=when
    )
    reading.gathering.add(change)
    return True
