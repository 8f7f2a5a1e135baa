"""FHIR R4 as patients download it: which resource becomes which record.

FHIR names stand in this folder only. Field meanings: HL7 FHIR R4 (4.0.1), resource pages of the same names.
"""

from collections.abc import Callable
from datetime import datetime

from app.domain.records.invalid import InvalidRecord
from app.exchange.errors import FormatOlder, FormatUnknown
from app.exchange.fhir_nodes import Node, many, one, text
from app.exchange.fhir_people import read_encounter, read_patient, read_practitioner
from app.exchange.fhir_problems import read_allergy, read_condition
from app.exchange.fhir_reading import Reading
from app.exchange.fhir_results import read_observation, read_procedure, read_report, read_vaccine
from app.exchange.fhir_treatments import read_device, read_medicine
from app.exchange.found import Found, Gathering

# Practitioners come first so that visits and diagnoses can name them.
_READERS: tuple[tuple[str, Callable[[Reading, Node], None]], ...] = (
    ("Patient", read_patient),
    ("Practitioner", read_practitioner),
    ("Condition", read_condition),
    ("AllergyIntolerance", read_allergy),
    ("MedicationStatement", read_medicine),
    ("MedicationRequest", read_medicine),
    ("DeviceUseStatement", read_device),
    ("Encounter", read_encounter),
    ("Procedure", read_procedure),
    ("Immunization", read_vaccine),
    ("DiagnosticReport", read_report),
    ("Observation", read_observation),
)
# Read where another resource points at them, or about the file itself.
_READ_ELSEWHERE = {
    "Composition",
    "Organization",
    "Medication",
    "PractitionerRole",
    "Device",
    "Location",
    "Provenance",
    "Bundle",
}
_OLDER_ONLY = {
    "MedicationOrder",
    "ProcedureRequest",
    "DiagnosticOrder",
    "DeviceUseRequest",
    "ReferralRequest",
}


def read_fhir(root: Node, title: str, now: datetime, new_id: Callable[[], str]) -> Found:
    """The records of a Bundle or of one resource. Raises FormatUnknown or FormatOlder."""
    resources = _resources(root)
    if not resources:
        raise FormatUnknown("Bundle")
    _refuse_older(resources)
    reading = Reading(Gathering("FHIR R4", title, now, new_id), resources, _full_urls(root))
    for kind, read in _READERS:
        for resource in resources:
            if text(resource, "resourceType") == kind:
                _read_one(reading, resource, read)
    known = {kind for kind, _ in _READERS} | _READ_ELSEWHERE
    for resource in resources:
        if text(resource, "resourceType") not in known:
            reading.gathering.leave(text(resource, "resourceType"))
    _note_empty_sections(reading, resources)
    return reading.gathering.found()


def _read_one(reading: Reading, resource: Node, read: Callable[[Reading, Node], None]) -> None:
    """One resource that breaks a limit stays in the file and is counted; the others come in."""
    try:
        read(reading, resource)
    except InvalidRecord as refused:
        reading.gathering.leave(f"{text(resource, 'resourceType')} ({refused.field}: {refused.reason})")


def _resources(root: Node) -> list[Node]:
    kind = text(root, "resourceType")
    if kind != "Bundle":
        return [root] if kind[:1].isupper() else []
    found = [node for node in many(root, "entry", "resource") if isinstance(node, dict)]
    return found + [inner for node in found for inner in many(node, "contained") if isinstance(inner, dict)]


def _full_urls(root: Node) -> dict[str, Node]:
    entries = many(root, "entry")
    return {text(entry, "fullUrl"): one(entry, "resource") for entry in entries if text(entry, "fullUrl")}


def _refuse_older(resources: list[Node]) -> None:
    """Tell R4 by what changed with it: status codes became concepts, resources were renamed."""
    for resource in resources:
        kind = text(resource, "resourceType")
        coded = one(resource, "clinicalStatus")
        before_r4 = kind in {"Condition", "AllergyIntolerance"} and isinstance(coded, str)
        dstu2 = kind == "AllergyIntolerance" and one(resource, "substance") is not None
        if kind in _OLDER_ONLY or before_r4 or dstu2:
            raise FormatOlder(kind)


def _note_empty_sections(reading: Reading, resources: list[Node]) -> None:
    for composition in resources:
        if text(composition, "resourceType") != "Composition":
            continue
        for section in many(composition, "section"):
            if one(section, "emptyReason") is not None:
                reading.gathering.nothing_written(text(section, "title"))
