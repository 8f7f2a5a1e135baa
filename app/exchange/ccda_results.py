"""Procedures, vaccines, results, vital signs and habits: events and measurements."""

from app.domain.records import Event, Measurement
from app.domain.records.events import EventKind
from app.exchange.ccda_reading import Reading, number
from app.exchange.found import shortened
from app.exchange.xml_tree import Element, words_in

_SYSTOLIC, _DIASTOLIC = "8480-6", "8462-4"


def read_procedure(reading: Reading, entry: Element) -> bool:
    """Something that was done; False if it has no name."""
    found = next((child for child in entry if child.tag.endswith(("procedure", "observation", "act"))), None)
    return found is not None and _add_event(
        reading, found, reading.first(found, "h:code"), EventKind.PROCEDURE
    )


def read_vaccine(reading: Reading, entry: Element) -> bool:
    """A vaccine that was given; one that was refused stays in the file."""
    given = reading.first(entry, "h:substanceAdministration")
    if given is None or given.get("negationInd") == "true":
        return False
    return _add_event(
        reading, given, reading.first(given, "h:consumable//h:manufacturedMaterial/h:code"), EventKind.VACCINE
    )


def _add_event(reading: Reading, element: Element, coded: Element | None, kind: EventKind) -> bool:
    title = reading.called(coded) or reading.reference(reading.first(element, "h:text"))
    if not title:
        return False
    reading.gathering.add(
        Event(
            **reading.origin(element, coded),
            title=title,
            event=kind,
            when=reading.low(element),
            clinician=reading.clinician(reading.first(element, "h:performer")),
            place=words_in(reading.first(element, ".//h:playingEntity/h:name")),
        )
    )
    return True


def read_results(reading: Reading, entry: Element) -> bool:
    """Every number of a battery; the two of a blood pressure stay together. False if there is none."""
    organizer = reading.first(entry, "h:organizer")
    observations = reading.every(organizer, "h:component/h:observation")
    observations = observations or reading.every(entry, "h:observation")
    lower = next((item for item in observations if _loinc(reading, item) == _DIASTOLIC), None)
    upper = next((item for item in observations if _loinc(reading, item) == _SYSTOLIC), None)
    paired = lower is not None and upper is not None
    read = [
        _add_measurement(reading, item, lower if paired and item is upper else None)
        for item in observations
        if not (paired and item is lower)
    ]
    return any(read)


def read_social(reading: Reading, entry: Element) -> bool:
    """A habit or circumstance as it was written down."""
    observation = reading.first(entry, "h:observation")
    return observation is not None and _add_measurement(reading, observation, None)


def _loinc(reading: Reading, observation: Element) -> str:
    return reading.attribute(observation, "h:code", "code")


def _add_measurement(reading: Reading, observation: Element, second: Element | None) -> bool:
    code = reading.first(observation, "h:code")
    value = reading.first(observation, "h:value")
    name = reading.called(code)
    if not name or value is None:
        return False
    amount = number(str(value.get("value") or ""))
    words = (
        ""
        if amount is not None
        else (reading.called(value) or words_in(value) or str(value.get("value") or ""))
    )
    limits = "h:referenceRange/h:observationRange/h:value"
    reading.gathering.add(
        Measurement(
            **reading.origin(observation, code),
            name="Blood pressure" if second is not None else shortened(name),
            when=reading.low(observation),
            value=amount,
            second=number(reading.attribute(second, "h:value", "value")),
            unit=str(value.get("unit") or "")[:200] if amount is not None else "",
            words=words,
            low=number(reading.attribute(observation, f"{limits}/h:low", "value")),
            high=number(reading.attribute(observation, f"{limits}/h:high", "value")),
            range_words=shortened(words_in(reading.first(observation, "h:referenceRange//h:text"))),
        )
    )
    return True
