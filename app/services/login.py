"""Opening with this computer's login, where the key store allows it and answers in time."""

import queue
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from app.services.errors import NotRemembered
from app.storage import keystore
from app.storage.errors import NoKeystore, StorageError, WrongKey
from app.storage.keys import FileKey
from app.storage.keystore import Keystore
from app.storage.preferences import StateFile

PATIENCE_SECONDS = 3.0
T = TypeVar("T")


class Login:
    """Keeps and fetches a journal's key by way of the computer's key store.

    Call it from a worker. A locked key store whose prompt nobody answers would block for ever, so
    each call gives up after three seconds, and giving up is a normal answer.
    """

    def __init__(
        self,
        state: StateFile,
        find: Callable[[], Keystore] = keystore.find_keystore,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._state = state
        self._find = find
        self._patience = patience

    def is_possible(self) -> bool:
        """Say whether this computer has a key store at all."""
        try:
            within(self._patience, self._find)
        except NoKeystore:
            return False
        return True

    def is_remembered(self, number: bytes) -> bool:
        """Say whether a journal was set to open with the login. Asks nothing of the key store."""
        return bool(self._state.known(number).device_blob)

    def remember(self, key: FileKey) -> None:
        """Split a file key between the key store and state.json. Raises NoKeystore."""
        device_key = keystore.new_device_key()
        within(self._patience, lambda: self._find().keep(key.number, device_key))
        blob = keystore.seal_file_key(device_key, key).hex()
        self._state.note(key.number, lambda known: replace(known, device_blob=blob))

    def fetch(self, number: bytes) -> FileKey:
        """Put the key together again. Raises NoKeystore or NotRemembered."""
        blob = bytes.fromhex(self._state.known(number).device_blob)
        if not blob:
            raise NotRemembered
        device_key = within(self._patience, lambda: self._find().fetch(number))
        if device_key is None:
            raise NotRemembered
        try:
            return keystore.open_file_key(device_key, number, blob)
        except WrongKey:
            raise NotRemembered from None

    def forget(self, number: bytes) -> None:
        """Delete both halves. A key store that is away keeps a half that opens nothing."""
        if self.is_remembered(number):
            self._state.note(number, lambda known: replace(known, device_blob=""))
            try:
                within(self._patience, lambda: self._find().drop(number))
            except NoKeystore:
                return


def within(seconds: float, ask: Callable[[], T]) -> T:
    """Ask in a thread of its own and wait that long. Raises NoKeystore when no answer comes."""
    answers: queue.SimpleQueue[tuple[T | None, StorageError | None]] = queue.SimpleQueue()

    def answer() -> None:
        try:
            answers.put((ask(), None))
        except StorageError as error:
            answers.put((None, error))

    threading.Thread(target=answer, name="key store", daemon=True).start()
    try:
        given, error = answers.get(timeout=seconds)
    except queue.Empty:
        raise NoKeystore from None
    if error is not None:
        raise error
    return given  # type: ignore[return-value]  # an answer without an error is a T
