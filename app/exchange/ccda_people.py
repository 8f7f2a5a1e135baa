"""recordTarget, authors and encounters: the person, clinicians and visits."""

from app.domain.records import Contact, Person, Visit
from app.domain.records.person import Language
from app.domain.records.record import ClinicianId
from app.domain.records.visits import VisitMode, WrittenUp
from app.exchange.ccda_reading import Reading
from app.exchange.dates import read_date
from app.exchange.found import shortened
from app.exchange.xml_tree import Element, words_in

_MODES = {
    "EMER": VisitMode.EMERGENCY,
    "IMP": VisitMode.HOSPITAL,
    "ACUTE": VisitMode.HOSPITAL,
    "VR": VisitMode.VIDEO,
}


def read_document_people(reading: Reading, root: Element) -> None:
    """The person, whom to call, and who wrote the document."""
    role = reading.first(root, "h:recordTarget/h:patientRole")
    _read_person(reading, role)
    for participant in reading.every(root, "h:participant/h:associatedEntity"):
        _read_contact(reading, participant)
    for author in reading.every(root, "h:author"):
        reading.clinician(author)
    for performer in reading.every(root, "h:documentationOf/h:serviceEvent/h:performer"):
        reading.clinician(performer)


def _read_person(reading: Reading, role: Element | None) -> None:
    patient = reading.first(role, "h:patient")
    name = shortened(reading.name(reading.first(patient, "h:name")))
    if role is None or not name:
        reading.gathering.leave("Patient without a name")
        return
    spoken = reading.every(patient, "h:languageCommunication")
    languages = [reading.attribute(item, "h:languageCode", "code") for item in spoken]
    reading.gathering.add(
        Person(
            **reading.origin(role),
            name=name,
            full_name=name,
            record_number=reading.attribute(role, "h:id", "extension")[:200],
            born=read_date(reading.attribute(patient, "h:birthTime", "value")),
            languages=tuple(Language(name=shortened(language)) for language in languages if language),
            phone=reading.phone(role)[:200],
            address=_address(reading, role),
        )
    )


def _address(reading: Reading, role: Element) -> str:
    address = reading.first(role, "h:addr")
    return ", ".join(filter(None, (words_in(line) for line in (address if address is not None else ()))))


def _read_contact(reading: Reading, entity: Element) -> None:
    name = reading.name(reading.first(entity, "h:associatedPerson/h:name"))
    if name:
        tie = reading.called(reading.first(entity, "h:code"))
        origin = reading.origin(entity)
        reading.gathering.add(
            Contact(**origin, name=shortened(name), tie=shortened(tie), phone=reading.phone(entity)[:200])
        )


def read_encounter(reading: Reading, entry: Element) -> bool:
    """A visit that has been; False if it has neither date nor clinician."""
    encounter = reading.first(entry, "h:encounter")
    if encounter is None:
        return False
    when = reading.low(encounter)
    clinician = _seen(reading, encounter)
    if when is None and clinician is None:
        return False
    code = reading.first(encounter, "h:code")
    findings = reading.every(encounter, "h:entryRelationship/h:observation/h:value")
    reasons = [reading.called(value) for value in findings]
    reading.gathering.add(
        Visit(
            **reading.origin(encounter, code),
            clinician=clinician,
            when=when,
            until=reading.high(encounter),
            mode=_mode(reading, code),
            reason=", ".join(filter(None, reasons)) or reading.called(code),
            place=words_in(reading.first(encounter, ".//h:playingEntity/h:name")),
            written_up=WrittenUp.DONE,
        )
    )
    return True


def _seen(reading: Reading, encounter: Element) -> ClinicianId | None:
    for performer in reading.every(encounter, "h:performer"):
        clinician = reading.clinician(performer)
        if clinician is not None:
            return clinician
    return None


def _mode(reading: Reading, code: Element | None) -> VisitMode:
    for translation in reading.every(code, "h:translation"):
        if translation.get("code") in _MODES:
            return _MODES[str(translation.get("code"))]
    return VisitMode.IN_PERSON
