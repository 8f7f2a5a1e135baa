"""A record as the text that stands in the file, and back.

The body is JSON with the record's field names. A field that has its default value is left out, at
every depth; a default is therefore part of the format and never changes without an upcast. Which
kind it is stands in the row, not in the body.
"""

import dataclasses
from functools import cache
from typing import Any

import msgspec

from app.domain.records.record import Record
from app.storage.errors import CannotKeep, Damaged, NewerFile


def encode(record: Record) -> str:
    """Write a record's body. Raises CannotKeep for half a character.

    What is written is read again first: a body that would not come back the same would keep the journal
    from opening, so it is refused here, as a bug, before anything is on disk.
    """
    try:
        body = msgspec.json.encode(_plain(record)).decode()
    except UnicodeEncodeError:
        raise CannotKeep from None
    try:
        if _decoder(record.KIND).decode(body) == record:
            return body
    except msgspec.MsgspecError:
        pass
    raise TypeError(f"a {record.KIND} that would not come back as it is")


def decode(kind: str, body: str) -> Record:
    """Read a record, which checks itself on the way.

    Raises NewerFile for a kind this program does not know, Damaged for a body that is none.
    """
    decoder = _decoder(kind)
    try:
        return decoder.decode(body)
    except (msgspec.MsgspecError, UnicodeEncodeError):
        raise Damaged("record body") from None


@cache
def _decoder(kind: str) -> msgspec.json.Decoder[Record]:
    from app.domain.records import KIND_NAMES  # noqa: PLC0415 - loads every kind, which the cover does without

    if kind not in KIND_NAMES:
        raise NewerFile
    return msgspec.json.Decoder(KIND_NAMES[kind])


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            name: _plain(held)
            for name, default in _defaults(type(value))
            if (held := getattr(value, name)) != default or type(held) is not type(default)
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


@cache
def _defaults(kind: type) -> tuple[tuple[str, object], ...]:
    """Each field's name and its default; MISSING, which equals nothing, where there is none."""
    return tuple((field.name, _default(field)) for field in dataclasses.fields(kind))


def _default(field: "dataclasses.Field[Any]") -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default
