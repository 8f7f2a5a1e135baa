"""Seals over rows, and the chain over all changes: what SQLCipher alone does not notice.

SQLCipher seals each page, but it does not notice an *old* page put back, and it can read a damaged
page as nothing. A seal shows that a row is what was written; the chain shows that no row is
missing, added or older than it should be.
"""

from collections.abc import Iterable
from hashlib import blake2b

SEAL_BYTES = 16
CHAIN_BYTES = 32
_LENGTH_BYTES = 8
NO_CHAIN = bytes(CHAIN_BYTES)
"""What stands before the first change."""


def seal_version(record: str, number: int, kind: str, written: str, body: str) -> bytes:
    """Seal one version of one record."""
    parts = (record.encode(), b"%d" % number, kind.encode(), written.encode(), body.encode())
    return blake2b(_joined(parts), digest_size=SEAL_BYTES).digest()


def seal_attachment(identity: str, name: str, media_type: str, data: bytes) -> bytes:
    """Seal one attachment, bytes and all."""
    head = _joined((identity.encode(), name.encode(), media_type.encode()))
    sealed = blake2b(head, digest_size=SEAL_BYTES)
    sealed.update(len(data).to_bytes(_LENGTH_BYTES, "big"))
    sealed.update(data)
    return sealed.digest()


def link(  # noqa: PLR0917 - the order of the parts is the format
    before: bytes,
    number: int,
    at: str,
    what: str,
    shape: int,
    undoes: int | None,
    versions: Iterable[bytes],
    attachments: Iterable[bytes],
) -> bytes:
    """Chain one change to the one before it.

    `versions` are the seals of its versions in order of record and number, `attachments` those of
    its attachments in order of id. Text is ordered by its UTF-8 bytes, as SQLite does.
    """
    parts = (
        before,
        str(number).encode(),
        at.encode(),
        what.encode(),
        str(shape).encode(),
        b"" if undoes is None else str(undoes).encode(),
        b"".join(versions),
        b"".join(attachments),
    )
    return blake2b(_joined(parts), digest_size=CHAIN_BYTES).digest()


def _joined(parts: Iterable[bytes]) -> bytes:
    """Put each part's length before it, so that no two rows can be sealed alike."""
    return b"".join([len(part).to_bytes(_LENGTH_BYTES, "big") + part for part in parts])
