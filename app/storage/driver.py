"""SQLCipher under the types of the standard library's sqlite3, which it copies.

This is the only module that imports sqlcipher3; it has no types of its own.
"""

from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    import sqlite3 as driver
else:
    from sqlcipher3 import dbapi2 as driver

__all__ = ["driver", "give_key"]


class _Keyed(Protocol):
    def set_key(self, key: bytearray) -> None: ...


def give_key(connection: "driver.Connection", spec: bytearray) -> None:
    """Hand SQLCipher its raw key without the key ever becoming text.

    The pragma that does the same leaves four copies of the key in memory for ever.
    """
    cast("_Keyed", connection).set_key(spec)
