"""Patient, Practitioner, Organization and Encounter: the person, clinicians and visits."""

from app.domain.records import Contact, Person, Visit
from app.domain.records.person import Language
from app.domain.records.visits import VisitMode, WrittenUp
from app.exchange.dates import read_date
from app.exchange.fhir_nodes import Node, concept, many, narrative, one, text
from app.exchange.fhir_reading import Reading, first_date
from app.exchange.found import shortened

_MODES = {
    "EMER": VisitMode.EMERGENCY,
    "IMP": VisitMode.HOSPITAL,
    "ACUTE": VisitMode.HOSPITAL,
    "NONAC": VisitMode.HOSPITAL,
    "VR": VisitMode.VIDEO,
}


def name_of(node: object, *path: str) -> str:
    """A HumanName as it would be said: prefix, given names, family name."""
    name = one(node, *path)
    if text(name, "text"):
        return text(name, "text")
    given = " ".join(str(part) for part in (*many(name, "prefix"), *many(name, "given")))
    family = " ".join(str(part) for part in many(name, "family"))
    if f" {given}".casefold().endswith(f" {family}".casefold()):
        family = ""  # some systems write the family name among the given ones too
    return " ".join(part for part in (given, family, *many(name, "suffix")) if part)


def _telecom(node: object, system: str) -> str:
    found = [entry for entry in many(node, "telecom") if text(entry, "system") == system]
    return text(found[0], "value").removeprefix("tel:") if found else ""


def _address(node: object) -> str:
    address = one(node, "address")
    lines = [
        *many(address, "line"),
        text(address, "postalCode"),
        text(address, "city"),
        text(address, "country"),
    ]
    return ", ".join(str(line) for line in lines if line)


def read_patient(reading: Reading, patient: Node) -> None:
    """The person; whom to call becomes contacts."""
    name = name_of(patient, "name")
    if not name:
        reading.gathering.leave("Patient without a name")
        return
    spoken = many(patient, "communication")
    languages = tuple(
        Language(name=shortened(concept(item, "language")), first=text(item, "preferred") == "true")
        for item in spoken
    )
    reading.gathering.add(
        Person(
            **reading.origin(patient),
            name=shortened(name),
            full_name=shortened(name),
            record_number=text(patient, "identifier", "value"),
            born=read_date(text(patient, "birthDate")),
            languages=tuple(language for language in languages if language.name),
            phone=_telecom(patient, "phone"),
            email=_telecom(patient, "email"),
            address=_address(patient),
        )
    )
    for contact in many(patient, "contact"):
        _read_contact(reading, patient, contact)


def _read_contact(reading: Reading, patient: Node, contact: Node) -> None:
    name = name_of(contact, "name")
    if name:
        tie = concept(contact, "relationship")
        origin = reading.origin(patient)
        reading.gathering.add(
            Contact(**origin, name=shortened(name), tie=tie, phone=_telecom(contact, "phone"))
        )


def read_practitioner(reading: Reading, practitioner: Node) -> None:
    """A clinician."""
    name = name_of(practitioner, "name")
    if not name:
        reading.gathering.leave("Practitioner without a name")
        return
    reading.clinicians[id(practitioner)] = reading.gathering.clinician(
        name,
        f"Practitioner/{text(practitioner, 'id')}",
        phone=_telecom(practitioner, "phone"),
        place=_address(practitioner),
    )


def read_encounter(reading: Reading, encounter: Node) -> None:
    """A visit that has been."""
    when = first_date(encounter, "period")
    clinician = None
    for participant in many(encounter, "participant"):
        clinician = clinician or reading.clinician(participant, "individual")
    clinician = clinician or reading.clinician(encounter, "serviceProvider")
    if when is None and clinician is None:
        reading.gathering.leave("Encounter without a date")
        return
    reason = concept(encounter, "reasonCode") or concept(encounter, "type")
    reading.gathering.add(
        Visit(
            **reading.origin(encounter, "type"),
            clinician=clinician,
            when=when,
            until=read_date(text(encounter, "period", "end")),
            mode=_MODES.get(text(encounter, "class", "code"), VisitMode.IN_PERSON),
            reason=reason,
            place=text(encounter, "location", "location", "display"),
            heard=narrative(encounter),
            written_up=WrittenUp.DONE,
        )
    )
