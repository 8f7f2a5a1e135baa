"""MedicationStatement, MedicationRequest and DeviceUseStatement: treatments with their changes."""

from decimal import Decimal

from app.domain.records import NoneKnown, Treatment, TreatmentChange
from app.domain.records.person import NoneOf
from app.domain.records.record import TreatmentId
from app.domain.records.treatments import ChangeKind, Dose, Frequency, Route, TreatmentKind
from app.domain.records.when import When
from app.exchange.dates import read_date
from app.exchange.fhir_nodes import Node, concept, narrative, one, text
from app.exchange.fhir_reading import (
    NO_INFORMATION,
    NONE_KNOWN,
    Reading,
    code_set,
    decimal,
    first_date,
    notes,
    quantity,
)
from app.exchange.found import shortened

_DAYS = {"d": 1, "wk": 7, "mo": 30, "a": 365}
_HOURS = {"h": 24, "min": 1440}
_ENDED = {"completed", "stopped", "cancelled", "entered-in-error", "not-taken"}
_ROUTES = (
    ("oral", Route.MOUTH),
    ("mouth", Route.MOUTH),
    ("inject", Route.INJECTION),
    ("subcut", Route.INJECTION),
    ("intraven", Route.INJECTION),
    ("intramusc", Route.INJECTION),
    ("topical", Route.SKIN),
    ("cutan", Route.SKIN),
    ("derm", Route.SKIN),
    ("ophth", Route.EYES),
    ("ocular", Route.EYES),
    ("inhal", Route.BREATHED_IN),
)


def read_medicine(reading: Reading, statement: Node) -> None:
    """A medicine as a treatment that started, and ended if the file says so."""
    coded: object = one(statement, "medicationCodeableConcept")
    if coded is None:
        medication = reading.resolve(statement, "medicationReference")
        coded = one(medication, "code")
    found = code_set(coded)
    if found & NO_INFORMATION:
        reading.gathering.nothing_written("Medicines")
    elif found & NONE_KNOWN:
        reading.gathering.add(NoneKnown(**reading.origin(statement), of=NoneOf.MEDICINES))
    else:
        _read_named(reading, statement, coded)


def _read_named(reading: Reading, statement: Node, coded: object) -> None:
    name = concept(coded) or text(statement, "medicationReference", "display")
    if not name or text(statement, "status") == "entered-in-error":
        reading.gathering.leave("Medicine without a name" if not name else "Medicine entered in error")
        return
    origin = reading.origin(statement)
    treatment = Treatment(
        **origin,
        name=shortened(name),
        route=route_named(
            concept(statement, "dosage", "route") or concept(statement, "dosageInstruction", "route")
        ),
        for_words=concept(statement, "reasonCode"),
        prescriber=reading.clinician(statement, "requester"),
    )
    reading.gathering.add(treatment)
    _read_changes(reading, statement, treatment)


def route_named(words: str) -> Route | None:
    """The route a file's words mean; other words are Route.OTHER, none are None."""
    lowered = words.lower()
    for part, route in _ROUTES:
        if part in lowered:
            return route
    return Route.OTHER if words else None


def _read_changes(reading: Reading, statement: Node, treatment: Treatment) -> None:
    dosage = one(statement, "dosage") or one(statement, "dosageInstruction")
    started = first_date(statement, "effectivePeriod", "effectiveDateTime", "authoredOn", "dateAsserted")
    amount, unit = quantity(dosage, "doseAndRate", "doseQuantity")
    reading.gathering.add(
        TreatmentChange(
            **reading.origin(statement),
            treatment=TreatmentId(treatment.id),
            change=ChangeKind.STARTED,
            when=started,
            planned=dose_of(text(dosage, "text"), amount, unit),
            how_often=_how_often(dosage),
            clinician=treatment.prescriber,
            note=notes(statement),
        )
    )
    ended = read_date(text(statement, "effectivePeriod", "end"))
    if ended is not None or text(statement, "status") in _ENDED:
        _read_end(reading, statement, treatment, ended)


def _read_end(reading: Reading, statement: Node, treatment: Treatment, ended: When | None) -> None:
    reading.gathering.add(
        TreatmentChange(
            **reading.origin(statement),
            treatment=TreatmentId(treatment.id),
            change=ChangeKind.STOPPED,
            when=ended,
            why_words=concept(statement, "statusReason"),
        )
    )


def dose_of(words: str, amount: Decimal | None, unit: str) -> Dose | None:
    """A dose from the file's words or its number and unit; None if it says neither."""
    if amount is not None and amount < 0:
        amount = None
    said = words[:200] or " ".join(
        part for part in (f"{amount:f}" if amount is not None else "", unit) if part
    )
    return Dose(words=said, amount=amount, unit=unit if amount is not None else "") if said else None


def _how_often(dosage: object) -> Frequency | None:
    repeat = one(dosage, "timing", "repeat")
    words = concept(dosage, "timing", "code")
    when_needed = (
        text(dosage, "asNeededBoolean") == "true" or one(dosage, "asNeededCodeableConcept") is not None
    )
    times, days = decimal(text(repeat, "frequency") or "1"), decimal(text(repeat, "period"))
    rate = rate_of(times, days, text(repeat, "periodUnit"))
    if rate is None and not words and not when_needed:
        return None
    number, span = rate or (None, None)
    return Frequency(words=words[:200], times=number, days=span, when_needed=when_needed)


def rate_of(times: Decimal | None, period: Decimal | None, unit: str) -> tuple[Decimal, int] | None:
    """`times` in a `period` of `unit` as (times, days); None if it cannot be told or is not positive."""
    if times is None or period is None or times <= 0 or period <= 0:
        return None
    if unit in _HOURS:
        return times * _HOURS[unit] / period, 1
    if unit not in _DAYS:
        return None
    days = period * _DAYS[unit]
    return (times, int(days)) if days == int(days) else (times / days, 1)


def read_device(reading: Reading, use: Node) -> None:
    """A device the person uses."""
    device = reading.resolve(use, "device")
    name = concept(device, "type") or text(device, "deviceName", "name") or text(use, "device", "display")
    if code_set(device, "type") & NO_INFORMATION:
        reading.gathering.nothing_written("Devices")
        return
    if not name:
        reading.gathering.leave("Device without a name")
        return
    made = Treatment(
        **reading.origin(use), name=shortened(name), treatment=TreatmentKind.DEVICE, for_words=narrative(use)
    )
    reading.gathering.add(made)
    when = first_date(use, "timingPeriod", "timingDateTime")
    change = TreatmentChange(
        **reading.origin(use), treatment=TreatmentId(made.id), change=ChangeKind.STARTED, when=when
    )
    reading.gathering.add(change)
