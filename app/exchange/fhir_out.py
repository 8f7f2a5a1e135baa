"""The journal for another system: a FHIR R4 Bundle of what FHIR has a resource for, and the rest in words.

Only the newest version of each record, without the trash. A record FHIR knows no resource for becomes a Basic
one with all it says as its narrative, so that nothing is left behind in silence.
"""

import base64
import re
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from typing import Any

import msgspec

from app.domain.journal import Journal
from app.domain.records import Attachment, Clinician, Contact, Person, Record, TreatmentChange
from app.domain.records.record import RecordId
from app.domain.wording import Wording
from app.exchange.fhir_out_health import RESOURCES
from app.exchange.fhir_writing import Json, concept, moment, narrative, pruned, seen, uuid_of
from app.exchange.json_form import TakenFile

_MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+")
_IN_OTHERS = (Contact, TreatmentChange)  # parts of the person's own resource, and of the treatment's


def write_fhir(
    journal: Journal,
    words: Wording,
    now: datetime,
    files: Iterable[TakenFile] = (),
    left_out: Collection[RecordId] = frozenset(),
) -> bytes:
    """A Bundle of everything but the trash and what is left out."""
    bytes_of = {file.id: file.data for file in files}
    entries = []
    for record in sorted(journal, key=lambda one: (one.KIND, one.written, one.id)):
        if record.id not in left_out and not isinstance(record, _IN_OTHERS):
            resource = _resource(record, journal, words, bytes_of, left_out)
            entries.append({"fullUrl": f"urn:uuid:{uuid_of(record.id)}", "resource": pruned(resource)})
    whole: Json = {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": now.isoformat(),
        "entry": entries,
    }
    return msgspec.json.format(msgspec.json.encode(pruned(whole)), indent=1)


def _resource(
    record: Record,
    journal: Journal,
    words: Wording,
    bytes_of: dict[str, bytes],
    left_out: Collection[RecordId],
) -> Json:
    if isinstance(record, Person):
        resource = _patient(record, [one for one in journal.of(Contact) if one.id not in left_out])
    elif isinstance(record, Clinician):
        resource = _practitioner(record)
    elif isinstance(record, Attachment):
        resource = _document(record, bytes_of.get(record.id, b""))
    else:
        make: Callable[[Any, Journal, Wording], Json] | None = RESOURCES.get(type(record))
        resource = make(record, journal, words) if make is not None else _basic(record, journal, words)
    return {"id": uuid_of(record.id), **resource, **_subject(resource, journal)}


def _subject(resource: Json, journal: Journal) -> Json:
    """Whose it is, under the name the kind of resource has for it."""
    name = _SUBJECT.get(str(resource["resourceType"]), "subject")
    person = journal.person
    if not name or person is None:
        return {}
    return {name: {"reference": f"urn:uuid:{uuid_of(person.id)}"}}


_SUBJECT = {
    "Patient": "",
    "Practitioner": "",
    "AllergyIntolerance": "patient",
    "Immunization": "patient",
    "Task": "for",
}


def _patient(person: Person, contacts: list[Contact]) -> Json:
    return {
        "resourceType": "Patient",
        "identifier": [{"value": person.record_number}],
        "name": [{"text": person.full_name or person.name}],
        "birthDate": moment(person.born, person.written)[:10],
        "telecom": _telecom(person.phone, person.email),
        "address": [{"text": person.address}],
        "communication": [
            {"language": concept(one.name), "preferred": True if one.first else None}
            for one in person.languages
            if one.name.strip()
        ],
        "contact": [
            {
                "name": {"text": one.name},
                "relationship": [concept(one.tie)],
                "telecom": _telecom(one.phone, ""),
            }
            for one in contacts
        ],
    }


def _practitioner(clinician: Clinician) -> Json:
    return {
        "resourceType": "Practitioner",
        "name": [{"text": clinician.name}],
        "telecom": _telecom(clinician.phone, ""),
        "address": [{"text": clinician.place}],
        "qualification": [{"code": concept(clinician.role or clinician.specialty)}],
    }


def _telecom(phone: str, email: str) -> list[Json]:
    return [
        {"system": system, "value": value} for system, value in (("phone", phone), ("email", email)) if value
    ]


def _document(kept: Attachment, data: bytes) -> Json:
    return {
        "resourceType": "DocumentReference",
        "status": "current",
        "description": kept.caption,
        "date": kept.written.isoformat(),
        "content": [
            {
                "attachment": {
                    "contentType": kept.media_type if _MEDIA_TYPE.fullmatch(kept.media_type) else "",
                    "title": seen(kept.name),
                    "data": base64.b64encode(data).decode(),
                    "creation": moment(kept.when, kept.written),
                }
            }
        ],
    }


def _basic(record: Record, journal: Journal, words: Wording) -> Json:
    return {
        "resourceType": "Basic",
        "text": narrative(record, journal, words),
        "code": concept(record.KIND),
        "created": record.written.date().isoformat(),
    }
