"""A reader made from app/storage/FORMAT.md alone: no code of the application, another SQLite library.

It is also what someone would write who has a journal, its passphrase, and no Told Once.
"""

import hashlib
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

PROFILES = {1: (262_144, 3, 4), 2: (65_536, 3, 4), 3: (1_048_576, 3, 4)}
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True)
class Read:
    """What a file says: the newest body of each record, every draft, and how many changes there were."""

    bodies: dict[str, tuple[str, str]]
    attachments: dict[str, bytes]
    changes: int
    step: int


def key_of_passphrase(path: Path, passphrase: str) -> tuple[bytes, bytes]:
    """Section 1."""
    with path.open("rb") as file:
        salt = file.read(16)
    assert salt[0] >> 4 == 1
    memory, passes, lanes = PROFILES[salt[0] & 15]
    derive = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory)
    return derive.derive(unicodedata.normalize("NFKC", passphrase).encode()), salt


def key_of_recovery_key(text: str) -> tuple[bytes, bytes]:
    """Section 2."""
    typed = text.upper().translate(str.maketrans("OILU", "011V"))
    values = [ALPHABET.index(letter) for letter in typed if letter in ALPHABET]
    assert len(values) == 90
    said: list[int] = []
    for line in range(6):
        *mine, high, low = values[15 * line : 15 * line + 15]
        check = sum((7 + 31 * place) * value for place, value in enumerate(mine)) + 13 * line + 5
        assert divmod(check % 1021, 32) == (high, low)
        said += mine
    key, salt = number_of(said[:52]), number_of(said[52:])
    assert (key >> 256, salt >> 128) == (1, 1)
    return (key - (1 << 256)).to_bytes(32, "big"), (salt - (1 << 128)).to_bytes(16, "big")


def number_of(values: list[int]) -> int:
    whole = 0
    for value in values:
        whole = whole * 32 + value
    return whole


def read(path: Path, key: bytes, salt: bytes) -> Read:
    """Sections 3 to 5: open, check every seal and the chain, and give what there is."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    for pragma in ("cipher = 'sqlcipher'", "legacy = 4", f"key = \"x'{key.hex()}{salt.hex()}'\""):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    bodies, sealed = versions_in(connection)
    attachments, files = attachments_in(connection)
    step: Any = connection.execute("PRAGMA user_version").fetchall()
    found = Read(
        bodies=bodies,
        attachments=attachments,
        changes=check_chain(connection, sealed, files),
        step=step[0][0],
    )
    connection.close()
    return found


Seals = defaultdict[int, bytes]


def versions_in(connection: apsw.Connection) -> tuple[dict[str, tuple[str, str]], Seals]:
    bodies: dict[str, tuple[str, str]] = {}
    sealed: Seals = defaultdict(bytes)
    rows: list[Any] = connection.execute("SELECT * FROM version").fetchall()
    for row in sorted(rows, key=lambda row: (row[0].encode(), row[1])):
        record, number, change, kind, written, body, seal = row
        parts = [record, str(number), kind, written, body]
        assert blake(16, *(part.encode() for part in parts)) == seal
        sealed[change] += seal
        bodies[record] = (kind, body)
    return bodies, sealed


def attachments_in(connection: apsw.Connection) -> tuple[dict[str, bytes], Seals]:
    kept: dict[str, bytes] = {}
    sealed: Seals = defaultdict(bytes)
    rows: list[Any] = connection.execute(
        "SELECT id, change, name, media_type, seal, bytes FROM attachment",
    ).fetchall()
    for identity, change, name, media_type, seal, data in sorted(
        rows,
        key=lambda row: row[0].encode(),
    ):
        assert blake(16, identity.encode(), name.encode(), media_type.encode(), data) == seal
        sealed[change] += seal
        kept[identity] = data
    return kept, sealed


def check_chain(connection: apsw.Connection, sealed: Seals, files: Seals) -> int:
    rows: list[Any] = connection.execute(
        "SELECT number, at, what, shape, undoes, chain FROM change ORDER BY number",
    ).fetchall()
    chain = bytes(32)
    for number, at, what, shape, undoes, stored in rows:
        texts = [str(number), at, what, str(shape), "" if undoes is None else str(undoes)]
        parts = [text.encode() for text in texts]
        chain = blake(32, chain, *parts, sealed[number], files[number])
        assert chain == stored
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    return len(rows)


def blake(size: int, *parts: bytes) -> bytes:
    whole = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return hashlib.blake2b(whole, digest_size=size).digest()
