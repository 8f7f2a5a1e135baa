"""Which format a file is in, told from its bytes and never from its name."""

from collections.abc import Callable
from datetime import datetime

from app.exchange.ccda_in import read_ccda
from app.exchange.errors import FileEmpty, FileTooLarge, FormatUnknown
from app.exchange.fhir_in import read_fhir
from app.exchange.fhir_nodes import from_json, from_xml_element
from app.exchange.found import Found
from app.exchange.json_form import Taken, is_ours, read_json
from app.exchange.xml_tree import local, namespace, read_xml

LARGEST_FILE = 200 * 1024 * 1024  # bytes
_FHIR = "http://hl7.org/fhir"
_CDA = "urn:hl7-org:v3"


def read_file(data: bytes, title: str, now: datetime, new_id: Callable[[], str]) -> Found | Taken:
    """What a file holds: suggestions from a health record, or a whole journal of ours.

    `title` is the file's name as the person sees it. Raises an ExchangeError with nothing changed.
    """
    if len(data) > LARGEST_FILE:
        raise FileTooLarge
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n\0")
    if not start:
        raise FileEmpty
    if start[:1] == b"{":
        return _read_json(data.removeprefix(b"\xef\xbb\xbf"), title, now, new_id)
    if start[:1] == b"<" or start[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return _read_xml(data, title, now, new_id)
    raise FormatUnknown


def _read_json(data: bytes, title: str, now: datetime, new_id: Callable[[], str]) -> Found | Taken:
    if is_ours(data):
        return read_json(data)
    root = from_json(data)
    if "resourceType" not in root:
        raise FormatUnknown
    return read_fhir(root, title, now, new_id)


def _read_xml(data: bytes, title: str, now: datetime, new_id: Callable[[], str]) -> Found:
    root = read_xml(data)
    if namespace(root) == _FHIR:
        return read_fhir(from_xml_element(root), title, now, new_id)
    if namespace(root) == _CDA:
        return read_ccda(root, title, now, new_id)
    raise FormatUnknown(local(root))
