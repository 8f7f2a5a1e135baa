"""Our own JSON: everything in a journal, every version and every file, so that nobody is locked in.

    {"format": "told-once", "schema_version": 1,
     "records": [{"id": …, "kind": …, "versions": [{"written": …, "changed": …, "shape": 1, "body": {…}}]}],
     "attachments": [{"id": …, "name": …, "media_type": …, "base64": …}]}

Bodies are the records' own fields as they stand in the journal's file (app/storage/FORMAT.md), oldest first.
"""

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from app.exchange.errors import FileCutShort, FormatNewer

FORMAT = "told-once"
SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenVersion:
    """One version of a record: when it was written down, when it was changed, and its body as JSON text."""

    written: str
    changed: str
    shape: int
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenRecord:
    """A record with all its versions, oldest first."""

    id: str
    kind: str
    versions: tuple[TakenVersion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenFile:
    """An attachment with its bytes."""

    id: str
    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A whole journal as it was taken out."""

    records: tuple[TakenRecord, ...]
    attachments: tuple[TakenFile, ...] = ()


class _Version(msgspec.Struct):
    written: str
    changed: str
    shape: int
    body: msgspec.Raw


class _Record(msgspec.Struct):
    id: str
    kind: str
    versions: tuple[_Version, ...]


class _File(msgspec.Struct):
    id: str
    name: str
    media_type: str
    base64: str


class _Journal(msgspec.Struct):
    format: str
    schema_version: int
    records: tuple[_Record, ...]
    attachments: tuple[_File, ...] = ()


class _Head(msgspec.Struct):
    format: str = ""
    schema_version: int = 0


def write_json(records: Iterable[TakenRecord], attachments: Iterable[TakenFile] = ()) -> bytes:
    """The whole journal as JSON, indented so that a person can read it."""
    kept = tuple(_Record(id=r.id, kind=r.kind, versions=tuple(map(_version, r.versions))) for r in records)
    files = tuple(
        _File(id=f.id, name=f.name, media_type=f.media_type, base64=base64.b64encode(f.data).decode())
        for f in attachments
    )
    whole = _Journal(format=FORMAT, schema_version=SCHEMA_VERSION, records=kept, attachments=files)
    return msgspec.json.format(msgspec.json.encode(whole), indent=1)


def _version(version: TakenVersion) -> _Version:
    body = msgspec.Raw(version.body.encode())
    return _Version(written=version.written, changed=version.changed, shape=version.shape, body=body)


def is_ours(data: bytes) -> bool:
    """Whether JSON says that it is a journal of ours, of whatever version."""
    try:
        return msgspec.json.decode(data, type=_Head).format == FORMAT
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return False


def read_json(data: bytes) -> Taken:
    """A journal that was taken out. Raises FormatNewer or FileCutShort."""
    try:
        if msgspec.json.decode(data, type=_Head).schema_version > SCHEMA_VERSION:
            raise FormatNewer
        whole = msgspec.json.decode(data, type=_Journal)
        files = tuple(_file(kept) for kept in whole.attachments)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError, binascii.Error):
        raise FileCutShort from None
    return Taken(records=tuple(_taken(record) for record in whole.records), attachments=files)


def _taken(record: _Record) -> TakenRecord:
    versions = tuple(
        TakenVersion(written=v.written, changed=v.changed, shape=v.shape, body=bytes(v.body).decode())
        for v in record.versions
    )
    return TakenRecord(id=record.id, kind=record.kind, versions=versions)


def _file(kept: _File) -> TakenFile:
    data = base64.b64decode(kept.base64, validate=True)
    return TakenFile(id=kept.id, name=kept.name, media_type=kept.media_type, data=data)
