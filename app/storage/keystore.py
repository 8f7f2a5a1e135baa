"""Unlocking with this computer's login: half a secret in its key store, half in state.json.

The key store holds a random device key; state.json holds the file key sealed with it. Neither half
opens anything alone. It is only ever a convenience: losing either half costs a typed passphrase.
"""

import base64
import contextlib
import secrets
from typing import TYPE_CHECKING, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.storage.errors import NoKeystore, WrongKey
from app.storage.keys import KEY_BYTES, FileKey

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "told-once"
_NONCE_BYTES = 12
_ALLOWED = {
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.Windows", "WinVaultKeyring"),
}


class Keystore(Protocol):
    """The computer's key store, or a stand-in for it. Each call may take as long as it likes."""

    def keep(self, number: bytes, device_key: bytes) -> None:
        """Keep the device key for the journal `number`. Raises NoKeystore."""

    def fetch(self, number: bytes) -> bytes | None:
        """Give the device key back, or None where there is none. Raises NoKeystore."""

    def drop(self, number: bytes) -> None:
        """Forget the device key. Raises nothing."""


class OsKeystore:
    """The operating system's own key store, through keyring."""

    def __init__(self, backend: "KeyringBackend") -> None:
        self._backend = backend

    def keep(self, number: bytes, device_key: bytes) -> None:
        """Keep 44 characters: far below the limit of every key store."""
        try:
            self._backend.set_password(SERVICE, _user(number), base64.b64encode(device_key).decode())
        except Exception as error:  # each desktop has errors of its own; all mean the same here
            raise NoKeystore from error

    def fetch(self, number: bytes) -> bytes | None:
        """Read it back; a value that isn't one of ours counts as none."""
        try:
            text = self._backend.get_password(SERVICE, _user(number))
        except Exception as error:  # the same
            raise NoKeystore from error
        return _device_key(text)

    def drop(self, number: bytes) -> None:
        """Forget it, whether or not it was there."""
        with contextlib.suppress(Exception):  # deleted twice, or the store is gone
            self._backend.delete_password(SERVICE, _user(number))


def find_keystore() -> Keystore:
    """Find the operating system's key store, or raise NoKeystore, which is a normal answer.

    keyring would also choose a file of base64, or a chain that holds one: never those.
    """
    import keyring  # noqa: PLC0415 - takes longer to import than the rest of the start

    try:
        chosen = keyring.get_keyring()
    except Exception as error:  # a broken configuration must not stop the passphrase from working
        raise NoKeystore from error
    backend = allowed(chosen)
    if backend is None:
        raise NoKeystore
    return OsKeystore(backend)


def allowed(chosen: "KeyringBackend") -> "KeyringBackend | None":
    """Give the first real key store in what keyring chose, looking inside a chain."""
    for backend in getattr(chosen, "backends", [chosen]):
        kind = type(backend)
        if (kind.__module__, kind.__name__) in _ALLOWED:
            if kind.__name__ == "WinVaultKeyring":
                backend.persist = "local machine"  # else it roams to the person's other computers
            found: KeyringBackend = backend
            return found
    return None


def new_device_key() -> bytes:
    """Make a device key."""
    return secrets.token_bytes(KEY_BYTES)


def seal_file_key(device_key: bytes, key: FileKey) -> bytes:
    """Seal a file key so that only the device key opens it."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(device_key).encrypt(nonce, bytes(key.secret), key.number)


def open_file_key(device_key: bytes, number: bytes, blob: bytes) -> FileKey:
    """Open a sealed file key. Raises WrongKey when the two halves don't belong together."""
    try:
        secret = AESGCM(device_key).decrypt(blob[:_NONCE_BYTES], blob[_NONCE_BYTES:], number)
    except (InvalidTag, ValueError):
        raise WrongKey from None
    return FileKey(bytearray(secret), number)


def _user(number: bytes) -> str:
    return f"device:{number.hex()}"


def _device_key(text: str | None) -> bytes | None:
    try:
        key = base64.b64decode(text or "", validate=True)
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES else None
