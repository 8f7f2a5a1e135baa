"""From a passphrase to the key of one file.

A journal's first 16 bytes are its *number*. Byte 0 holds the format (high half) and the cost
profile (low half); bytes 1 to 15 are random. The number is SQLCipher's salt and Argon2id's salt at
once, so a file and its passphrase are always enough, and an edited profile changes the key: a
cost lowered by someone else does not open.
"""

import hashlib
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from app.storage.errors import NewerFile, NotEnoughMemory, WrongKey

FORMAT = 1
NUMBER_BYTES = 16
KEY_BYTES = 32
_CHECK_BYTES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one guess at a passphrase costs in Argon2id."""

    memory_kib: int
    passes: int
    lanes: int


COSTS: Mapping[int, Cost] = MappingProxyType(
    {
        1: Cost(memory_kib=262_144, passes=3, lanes=4),
        2: Cost(memory_kib=65_536, passes=3, lanes=4),
        3: Cost(memory_kib=1_048_576, passes=3, lanes=4),
    },
)
"""The profiles that exist. A cost is never changed: it grows by adding a profile."""

USUAL_PROFILE = 1
SMALL_COMPUTER_PROFILE = 2
_SMALL_COMPUTER_BYTES = 4 * 1024**3


def profile_for(memory_bytes: int) -> int:
    """Choose the profile for a new journal: the lighter one on computers under 4 GB.

    0 bytes stands for a computer that does not say.
    """
    is_small = 0 < memory_bytes < _SMALL_COMPUTER_BYTES
    return SMALL_COMPUTER_PROFILE if is_small else USUAL_PROFILE


class FileKey:
    """The 32 secret bytes that open one file, and the number of that file. Wipe it after use."""

    __slots__ = ("number", "secret")

    def __init__(self, secret: bytearray, number: bytes) -> None:
        if len(secret) != KEY_BYTES or len(number) != NUMBER_BYTES:
            raise WrongKey
        self.secret = secret
        self.number = number

    def copy(self) -> "FileKey":
        """Make a second one that is wiped on its own."""
        return FileKey(bytearray(self.secret), self.number)

    def spec(self) -> bytearray:
        """Write `x'KEY SALT'` as SQLCipher reads it. Wipe the answer at once."""
        text = bytearray(b"x'")
        for byte in self.secret:  # hex() would make an immutable copy of the key
            text += b"%02x" % byte
        text += self.number.hex().encode() + b"'"
        return text

    def check(self) -> bytes:
        """Give four bytes that tell *right key, damaged file* from *wrong key*."""
        return hashlib.blake2b(
            self.secret,
            digest_size=_CHECK_BYTES,
            salt=self.number,
            person=b"told-once check",
        ).digest()

    def wipe(self) -> None:
        """Overwrite the secret in place."""
        wipe(self.secret)


def wipe(secret: bytearray) -> None:
    """Overwrite bytes in place."""
    for place in range(len(secret)):
        secret[place] = 0


def new_number(profile: int = USUAL_PROFILE) -> bytes:
    """Make the first 16 bytes of a new file."""
    return bytes([FORMAT << 4 | profile]) + secrets.token_bytes(NUMBER_BYTES - 1)


def cost_of(number: bytes, costs: Mapping[int, Cost] = COSTS) -> Cost:
    """Look up the cost a file was made with. Unknown: a newer version's, and never an attempt."""
    cost = costs.get(number[0] & 0x0F)
    if number[0] >> 4 != FORMAT or cost is None:
        raise NewerFile
    return cost


def derive(passphrase: str, number: bytes, costs: Mapping[int, Cost] = COSTS) -> FileKey:
    """Derive the key of the file `number` from its passphrase. Slow on purpose: use a worker.

    NFKC makes an é typed on one computer equal the é typed on another.
    """
    cost = cost_of(number, costs)
    typed = _as_bytes(passphrase)
    secret = bytearray(KEY_BYTES)
    try:
        Argon2id(
            salt=number,
            length=KEY_BYTES,
            iterations=cost.passes,
            lanes=cost.lanes,
            memory_cost=cost.memory_kib,
        ).derive_into(cast("bytes", typed), secret)  # its types forget that a bytearray will do
    except MemoryError:
        raise NotEnoughMemory from None
    finally:
        wipe(typed)
    return FileKey(secret, number)


def _as_bytes(passphrase: str) -> bytearray:
    try:
        return bytearray(unicodedata.normalize("NFKC", passphrase).encode())
    except UnicodeEncodeError:  # half a character: no keyboard can have chosen it
        raise WrongKey from None
