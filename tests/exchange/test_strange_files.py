"""Files that are hostile, cut short, empty, too old or no record at all: a known answer, never a crash."""

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.records import Allergy, Condition, Measurement, NoneKnown, Treatment, TreatmentChange, Visit
from app.domain.records.person import ConditionStatus
from app.domain.records.treatments import ChangeKind
from app.exchange import formats
from app.exchange.errors import (
    ExchangeError,
    FileCutShort,
    FileEmpty,
    FileHostile,
    FileTooLarge,
    FormatOlder,
    FormatUnknown,
)
from tests.exchange.reading import CCD, FILES, IPS_JSON, IPS_XML, of, read

_BILLION = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<Bundle xmlns="http://hl7.org/fhir"><id value="&b;"/></Bundle>"""


@pytest.mark.parametrize(
    "data",
    [
        b'{"resourceType":"Patient","name":[{"text":"\xff"}]}',
        b'{"format":"told-once","schema_version":1,"records":[{"id":"\xff","kind":"note","versions":[]}]}',
        b'{"format":"\xff"}',
        b'{"resourceType":"Patient","name":[{"text":"\\ud800"}]}',
    ],
)
def test_what_is_no_text_is_called_broken(data: bytes) -> None:
    with pytest.raises(FileCutShort):
        read(data)


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(FileEmpty):
        read(data)


@pytest.mark.parametrize(
    "data",
    [
        _BILLION,
        _BILLION.decode().replace('version="1.0"', 'version="1.0" encoding="UTF-16"').encode("utf-16"),
        b'<!DOCTYPE html><ClinicalDocument xmlns="urn:hl7-org:v3"/>',
        b"<Bundle xmlns='http://hl7.org/fhir'>" + b"<entry>" * 300 + b"</entry>" * 300 + b"</Bundle>",
        b'{"resourceType":"Bundle","entry":' + b"[" * 200 + b"]" * 200 + b"}",
        b'{"resourceType":"Bundle","entry":' + b"[" * 200_000,
    ],
)
def test_a_hostile_file_is_refused(data: bytes) -> None:
    with pytest.raises((FileHostile, FileCutShort)):
        read(data)


def test_a_document_type_is_called_hostile_and_not_broken() -> None:
    with pytest.raises(FileHostile):
        read(_BILLION)


@pytest.mark.parametrize("name", [CCD, IPS_XML, IPS_JSON])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_file_cut_short_changes_nothing(name: str, share: float) -> None:
    data = (FILES / name).read_bytes()
    with pytest.raises(FileCutShort):
        read(data[: int(len(data) * share)])


def test_a_file_too_large_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "LARGEST_FILE", 100)
    with pytest.raises(FileTooLarge):
        read(b"{" + b" " * 100)


@pytest.mark.parametrize(
    "data", [b"a,b,c\n1,2,3\n", b"%PDF-1.7", b"<html/>", b'{"a": 1}', b'{"resourceType": "x"}', b"\x89PNG"]
)
def test_other_files_are_not_understood(data: bytes) -> None:
    with pytest.raises(FormatUnknown):
        read(data)


@pytest.mark.parametrize(
    "resource",
    [
        {"resourceType": "Condition", "clinicalStatus": "active", "code": {"text": "x"}},
        {"resourceType": "MedicationOrder"},
        {"resourceType": "AllergyIntolerance", "substance": {"text": "x"}},
    ],
)
def test_an_older_fhir_is_named_as_such(resource: dict[str, Any]) -> None:
    with pytest.raises(FormatOlder):
        read(_bundle(resource))


def test_a_single_resource_outside_a_bundle_is_read() -> None:
    (condition,) = of(Condition, read(json.dumps(_condition("Lupus")).encode()))
    assert condition.name == "Lupus"


@pytest.mark.parametrize(
    ("clinical", "verification", "status"),
    [
        ("active", "confirmed", ConditionStatus.CONFIRMED),
        ("resolved", "confirmed", ConditionStatus.RESOLVED),
        ("active", "provisional", ConditionStatus.SUSPECTED),
        ("active", "refuted", ConditionStatus.RULED_OUT),
    ],
)
def test_how_sure_a_diagnosis_is_comes_over(
    clinical: str, verification: str, status: ConditionStatus
) -> None:
    resource = _condition("Lupus")
    resource["clinicalStatus"] = {"coding": [{"code": clinical}]}
    resource["verificationStatus"] = {"coding": [{"code": verification}]}
    (condition,) = of(Condition, read(_bundle(resource)))
    assert condition.status is status


def test_no_known_allergies_is_a_statement() -> None:
    resource = {
        "resourceType": "AllergyIntolerance",
        "code": {"coding": [{"code": "716186003", "display": "No known allergy"}]},
    }
    found = read(_bundle(resource))
    assert len(of(NoneKnown, found)) == 1
    assert not of(Allergy, found)


def test_a_stopped_medicine_request_starts_and_stops() -> None:
    resource = {
        "resourceType": "MedicationRequest",
        "status": "stopped",
        "medicationCodeableConcept": {"text": "Methotrexate 10 mg"},
        "authoredOn": "2023-12-05",
        "statusReason": {"text": "nausea"},
        "dosageInstruction": [
            {
                "text": "10 mg once a week",
                "timing": {"repeat": {"frequency": 1, "period": 1, "periodUnit": "wk"}},
            }
        ],
    }
    found = read(_bundle(resource))
    (treatment,) = of(Treatment, found)
    started, stopped = of(TreatmentChange, found)
    assert treatment.name == "Methotrexate 10 mg"
    assert started.planned is not None
    assert started.how_often is not None
    assert (started.planned.words, started.how_often.days) == ("10 mg once a week", 7)
    assert (stopped.change, stopped.why_words) == (ChangeKind.STOPPED, "nausea")


def test_an_encounter_becomes_a_visit_with_its_clinician() -> None:
    practitioner = {"resourceType": "Practitioner", "id": "p", "name": [{"family": "Osei", "prefix": ["Dr"]}]}
    encounter = {
        "resourceType": "Encounter",
        "class": {"code": "VR"},
        "period": {"start": "2026-02-12T10:20:00Z"},
        "participant": [{"individual": {"reference": "Practitioner/p"}}],
        "reasonCode": [{"text": "Review"}],
    }
    found = read(_bundle(practitioner, encounter))
    (visit,) = of(Visit, found)
    assert (visit.mode, visit.reason, visit.clinician) == ("video", "Review", found.records[0].id)


def test_a_field_too_long_leaves_one_resource_and_no_more() -> None:
    resource = _condition("Lupus")
    resource["note"] = [{"text": "x" * 2_000_001}]
    found = read(_bundle(resource, _condition("Migraine")))
    assert [c.name for c in of(Condition, found)] == ["Migraine"]
    assert found.not_understood == (("Condition (what_i_was_told: too long)", 1),)


def test_a_number_is_read_without_passing_through_a_float() -> None:
    resource = {
        "resourceType": "Observation",
        "code": {"text": "TSH"},
        "valueQuantity": {"value": 0.1, "unit": "mIU/L"},
        "effectiveDateTime": "2026-03-01",
    }
    (measured,) = of(Measurement, read(_bundle(resource)))
    assert str(measured.value) == "0.1"


_FIELDS = (
    "code",
    "text",
    "display",
    "coding",
    "system",
    "value",
    "name",
    "given",
    "family",
    "status",
    "period",
    "start",
    "end",
    "dosage",
    "timing",
    "repeat",
    "onsetDateTime",
    "clinicalStatus",
    "verificationStatus",
    "medicationCodeableConcept",
    "note",
    "id",
    "valueQuantity",
    "component",
    "reaction",
    "reference",
)

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(_FIELDS), inner, max_size=5),
    max_leaves=20,
)
_KINDS = (
    "Patient",
    "Condition",
    "AllergyIntolerance",
    "MedicationStatement",
    "Observation",
    "Encounter",
    "Procedure",
)


@given(st.sampled_from(_KINDS), st.dictionaries(st.sampled_from(_FIELDS), _JSON, max_size=8))
def test_no_resource_however_strange_raises_anything_unknown(kind: str, fields: dict[str, Any]) -> None:
    with contextlib.suppress(ExchangeError):
        assert read(_bundle({**fields, "resourceType": kind})).form == "FHIR R4"


def _condition(name: str) -> dict[str, Any]:
    return {"resourceType": "Condition", "code": {"text": name}}


def _bundle(*resources: dict[str, Any]) -> bytes:
    entries = [{"resource": resource} for resource in resources]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}).encode()
