"""Bring an older shape of a record's body to today's, one pure step at a time.

Each change says in which shape its bodies are: the `user_version` of the day. A step changes the
JSON of one kind; it runs when a body is read, and the file keeps the older body as it was written.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from app.storage.errors import Damaged

Fields = dict[str, Any]
Step = Callable[[str, Fields], Fields]
"""From a kind and its fields in shape n to its fields in shape n + 1."""

SHAPE = 1
"""The shape of the bodies this program writes: the newest step in resources/migrations."""

STEPS: Mapping[int, Step] = MappingProxyType({})
"""The step that leads *from* each shape. A body of a shape without a step is today's already."""


def upcast(kind: str, body: str, shape: int, steps: Mapping[int, Step] = STEPS) -> str:
    """Bring a body of `shape` to today's. The text comes back untouched where no step is needed."""
    if not steps or shape > max(steps):
        return body
    try:
        fields: Fields = msgspec.json.decode(body, type=dict)
    except msgspec.MsgspecError:
        raise Damaged("record body") from None
    for number in range(shape, max(steps) + 1):
        fields = steps[number](kind, fields)
    return msgspec.json.encode(fields).decode()
