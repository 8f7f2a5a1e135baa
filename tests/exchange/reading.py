"""What the tests of this folder share: reading a kept file with counted ids at a fixed moment."""

import itertools
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from app.domain.records import Record
from app.exchange.formats import read_file
from app.exchange.found import Found

FILES = Path(__file__).parent / "files"
NOW = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
CCD = "HL7_C-CDA-Examples_CCD1.xml"
CERNER = "sample_ccdas_Cerner_problems-and-medications.xml"
IPS_XML = "fhir-ips_fc39b3d4_IPS-bundle-01.xml"
IPS_JSON = "fhir-ips_fc39b3d4_bundle-minimal.json"
NO_INFORMATION = "fhir-ips_fc39b3d4_bundle-no-info-required-sections.json"
ALL = (CCD, CERNER, IPS_XML, IPS_JSON, NO_INFORMATION)

R = TypeVar("R", bound=Record)


def read(data: bytes, title: str = "file", first_id: int = 0) -> Found:
    """Read bytes that are a health record."""
    counted = itertools.count(first_id)
    found = read_file(data, title, NOW, lambda: f"id{next(counted)}")
    assert isinstance(found, Found)
    return found


def read_kept(name: str, first_id: int = 0) -> Found:
    """Read one of the kept files."""
    return read((FILES / name).read_bytes(), name, first_id)


def of(kind: type[R], found: Found) -> list[R]:
    """The suggestions of one kind."""
    return [record for record in found.records if isinstance(record, kind)]
