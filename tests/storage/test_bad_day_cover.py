"""A note on the cover is what FORMAT.md says it is: opened here from that page alone."""

import struct
from datetime import datetime, timedelta, timezone
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.storage.bad_day_cover import public_key, seal_note
from tests.storage.cheap import new_vault


def test_a_stranger_reads_a_note_with_the_private_half(tmp_path: Path) -> None:
    held = new_vault(tmp_path / "Maya.toldonce")
    moment = datetime(2026, 5, 12, 3, 12, 5, tzinfo=timezone(timedelta(hours=-3)))
    note = seal_note(public_key(held), moment)
    ((public, private),) = held.rows("SELECT public, private FROM cover_key")
    held.close()

    half, sealed = note[:32], note[32:]
    shared = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(half))
    info = b"told once: bad day on the cover" + half + public
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(shared)
    plain = AESGCM(key).decrypt(bytes(12), sealed, None)
    assert struct.unpack(">qi", plain) == (int(moment.timestamp()), -3 * 3600)
