"""Procedure, Immunization, DiagnosticReport and Observation: events and measurements."""

from app.domain.records import Event, Measurement
from app.domain.records.events import EventKind
from app.exchange.dates import read_date
from app.exchange.fhir_nodes import Node, concept, many, one, text
from app.exchange.fhir_reading import (
    NO_INFORMATION,
    NONE_KNOWN,
    Reading,
    code_set,
    decimal,
    first_date,
    notes,
)
from app.exchange.found import shortened

_EFFECTIVE = ("effectiveDateTime", "effectivePeriod", "effectiveInstant", "issued")
_BLOOD_PRESSURE = {"85354-9", "55284-4"}  # LOINC panels of systolic and diastolic
_SYSTOLIC, _DIASTOLIC = {"8480-6"}, {"8462-4"}


def read_procedure(reading: Reading, procedure: Node) -> None:
    """Something that was done."""
    _read_event(reading, procedure, "code", EventKind.PROCEDURE, ("performedDateTime", "performedPeriod"))


def read_vaccine(reading: Reading, vaccine: Node) -> None:
    """A vaccine that was given."""
    _read_event(
        reading, vaccine, "vaccineCode", EventKind.VACCINE, ("occurrenceDateTime", "occurrenceString")
    )


def read_report(reading: Reading, report: Node) -> None:
    """A report; its numbers are Observations of their own."""
    _read_event(reading, report, "code", EventKind.RESULT, _EFFECTIVE)


def _read_event(
    reading: Reading, resource: Node, named: str, kind: EventKind, dates: tuple[str, ...]
) -> None:
    title = concept(resource, named)
    if code_set(resource, named) & (NO_INFORMATION | NONE_KNOWN):
        reading.gathering.nothing_written(
            {"procedure": "Procedures", "vaccine": "Vaccines"}.get(kind, "Results")
        )
        return
    if not title or text(resource, "status") in {"entered-in-error", "not-done"}:
        reading.gathering.leave(f"{text(resource, 'resourceType')} not done or without a name")
        return
    performer = one(resource, "performer")
    reading.gathering.add(
        Event(
            **reading.origin(resource, named),
            title=title,
            event=kind,
            when=first_date(resource, *dates),
            until=read_date(text(resource, "performedPeriod", "end")),
            clinician=reading.clinician(performer, "actor") or reading.clinician(performer),
            outcome=text(resource, "conclusion") or concept(resource, "outcome"),
            note=notes(resource),
        )
    )


def read_observation(reading: Reading, observation: Node) -> None:
    """A measurement; a panel with components gives one for each, a blood pressure one for both."""
    name = concept(observation, "code")
    if not name or text(observation, "status") == "entered-in-error":
        reading.gathering.leave("Observation without a name")
        return
    parts = many(observation, "component")
    if parts and code_set(observation, "code") & _BLOOD_PRESSURE:
        _add_blood_pressure(reading, observation, name, parts)
        return
    if _has_value(observation):
        _add_value(reading, observation, observation, name)
    for part in parts:
        _add_value(reading, observation, part, f"{name}: {concept(part, 'code')}")
    if not parts and not _has_value(observation):
        reading.gathering.leave("Observation without a value")


def _has_value(node: Node) -> bool:
    return any(key.startswith("value") for key in node)


def _add_blood_pressure(reading: Reading, observation: Node, name: str, parts: list[Node]) -> None:
    upper = next((part for part in parts if code_set(part, "code") & _SYSTOLIC), None)
    lower = next((part for part in parts if code_set(part, "code") & _DIASTOLIC), None)
    reading.gathering.add(
        Measurement(
            **reading.origin(observation, "code"),
            name=shortened(name),
            when=first_date(observation, *_EFFECTIVE),
            value=decimal(text(upper, "valueQuantity", "value")),
            second=decimal(text(lower, "valueQuantity", "value")),
            unit=text(upper, "valueQuantity", "unit"),
        )
    )


def _add_value(reading: Reading, observation: Node, node: Node, name: str) -> None:
    limits = one(node, "referenceRange")
    reading.gathering.add(
        Measurement(
            **reading.origin(observation, "code"),
            name=shortened(name),
            when=first_date(observation, *_EFFECTIVE),
            value=decimal(text(node, "valueQuantity", "value")),
            unit=text(node, "valueQuantity", "unit") or text(node, "valueQuantity", "code"),
            words=_words(node),
            low=decimal(text(limits, "low", "value")),
            high=decimal(text(limits, "high", "value")),
            range_words=text(limits, "text")[:200],
            note=notes(node) or ("" if node is not observation else _interpretation(node)),
        )
    )


def _words(node: Node) -> str:
    said = concept(node, "valueCodeableConcept") or text(node, "valueString") or text(node, "valueDateTime")
    number = text(node, "valueInteger") or text(node, "valueBoolean")
    compared = text(node, "valueQuantity", "comparator")
    shown = f"{compared} {text(node, 'valueQuantity', 'value')}" if compared else ""
    return said or number or shown


def _interpretation(node: Node) -> str:
    return concept(node, "interpretation")
