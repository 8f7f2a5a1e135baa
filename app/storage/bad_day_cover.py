"""A bad day noted on the locked cover: a time, sealed so that only the journal can read it.

Sealing needs only the public half of the journal's key pair (X25519), which state.json holds; the
private half stands in the journal. Each note is 60 bytes that say nothing to anyone else.
"""

import struct
from datetime import datetime, timedelta, timezone

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.storage.errors import Damaged
from app.storage.vault import Vault

NOTE_BYTES = 60
_PUBLIC_BYTES = 32
_MOMENT = struct.Struct(">qi")  # seconds since 1970 UTC, seconds the clock was ahead of UTC
_PURPOSE = b"told once: bad day on the cover"
_NONCE = bytes(12)  # each note has a key of its own, used once


def public_key(vault: Vault) -> bytes:
    """Give the public half of the journal's pair, which is made the first time."""
    rows = vault.rows("SELECT public FROM cover_key")
    if rows:
        return bytes(rows[0][0])
    private = X25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    vault.run(
        "INSERT INTO cover_key (only, public, private) VALUES (1, ?, ?)",
        (public, private.private_bytes_raw()),
    )
    return public


def seal_note(public: bytes, moment: datetime) -> bytes:
    """Seal a moment (with its offset from UTC) for the owner of the public half."""
    offset = moment.utcoffset() or timedelta()
    plain = _MOMENT.pack(int(moment.timestamp()), int(offset.total_seconds()))
    mine = X25519PrivateKey.generate()
    shown = mine.public_key().public_bytes_raw()
    shared = mine.exchange(X25519PublicKey.from_public_bytes(public))
    return shown + AESGCM(_key(shared, shown, public)).encrypt(_NONCE, plain, None)


def open_note(vault: Vault, note: bytes) -> datetime:
    """Read a note with the journal's private half. Raises Damaged for anything not sealed for it."""
    rows = vault.rows("SELECT public, private FROM cover_key")
    if not rows or len(note) != NOTE_BYTES:
        raise Damaged("cover note")
    public, private = rows[0]
    shown = note[:_PUBLIC_BYTES]
    try:
        shared = X25519PrivateKey.from_private_bytes(private).exchange(
            X25519PublicKey.from_public_bytes(shown),
        )
        plain = AESGCM(_key(shared, shown, public)).decrypt(_NONCE, note[_PUBLIC_BYTES:], None)
        seconds, offset = _MOMENT.unpack(plain)
        return datetime.fromtimestamp(seconds, timezone(timedelta(seconds=offset)))
    except (InvalidTag, ValueError, OverflowError):
        raise Damaged("cover note") from None


def _key(shared: bytes, shown: bytes, public: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE + shown + public).derive(
        shared,
    )
