"""The ways into the open journal: passphrase, recovery key, this computer's login."""

import contextlib
from collections.abc import Mapping

from app.services import remembering
from app.services.backups import Backups
from app.services.clock import Clock
from app.services.login import Login
from app.services.passphrase import refuse_easy
from app.storage import about_file, recovery_key, rekey
from app.storage.errors import StorageError, WrongKey
from app.storage.keys import Cost, derive, new_number
from app.storage.preferences import StateFile
from app.storage.vault import Announce, Step, Vault, quiet


class Keys:
    """The keys of one open journal. Changing one takes seconds: use a worker."""

    def __init__(
        self,
        vault: Vault,
        state: StateFile,
        clock: Clock,
        login: Login,
        backups: Backups,
        *,
        costs: Mapping[int, Cost],
        profile: int,
    ) -> None:
        self._vault = vault
        self._state = state
        self._clock = clock
        self._login = login
        self._backups = backups
        self._costs = costs
        self._profile = profile

    def change_passphrase(
        self,
        new: str,
        old: str | None = None,
        announce: Announce = quiet,
    ) -> tuple[str, ...]:
        """Move the journal to a new passphrase; give the six lines of the new recovery key.

        `old` is checked unless it is None (after opening with the recovery key). A proved backup is
        made first. The login on this computer is forgotten. Raises WrongKey, TooEasy, DiskFull, ...
        """
        if old is not None and not self.is_passphrase(old):
            raise WrongKey
        refuse_easy(new)
        before = self._vault.number
        self._backups.make()
        announce(Step.MAKING_THE_KEY)
        key = derive(new, new_number(self._profile), self._costs)
        with self._vault.alone():  # a lock waits until the new key is noted too: it must be shown
            rekey.rekey(self._vault, key)
            with contextlib.suppress(StorageError):  # the change is done
                note_new_key(self._vault, self._clock)
            with contextlib.suppress(StorageError):
                self._login.forget(before)
            remembering.moved(self._state, before, self._vault, self._clock.now())
            return self._lines()

    def make_new_recovery_key(self, passphrase: str, announce: Announce = quiet) -> tuple[str, ...]:
        """Make a new recovery key; the passphrase stays. The old key stops working."""
        return self.change_passphrase(passphrase, passphrase, announce)

    def is_passphrase(self, typed: str) -> bool:
        """Say whether this is the open journal's passphrase. Slow on purpose."""
        key, mine = derive(typed, self._vault.number, self._costs), self._vault.key()
        right = key.secret == mine.secret
        key.wipe()
        mine.wipe()
        return right

    def recovery_key(self) -> tuple[str, ...]:
        """Give the recovery key's six lines, or nothing once it has been checked."""
        return () if self.recovery_key_checked else self._lines()

    @property
    def recovery_key_made(self) -> str:
        """The day the recovery key was made (ISO 8601): it opens files from that day on."""
        return about_file.fact(self._vault, about_file.KEY_MADE)

    @property
    def recovery_key_checked(self) -> str:
        """The day one line was typed back (ISO 8601), or an empty text."""
        return about_file.fact(self._vault, about_file.KEY_CHECKED)

    def check_recovery_key(self, line: int, typed: str) -> bool:
        """Say whether `typed` is line `line` (1 to 6); if so, the key counts as checked."""
        key = self._vault.key()
        right = recovery_key.is_line(key, line, typed)
        key.wipe()
        if right:
            today = self._clock.today().isoformat()
            about_file.set_fact(self._vault, about_file.KEY_CHECKED, today)
        return right

    def remember_here(self) -> None:
        """Let this computer's login open the journal. Raises NoKeystore."""
        key = self._vault.key()
        try:
            self._login.remember(key)
        finally:
            key.wipe()

    def forget_here(self) -> None:
        """Ask for the passphrase again from now on."""
        self._login.forget(self._vault.number)

    @property
    def is_remembered_here(self) -> bool:
        """Whether this computer's login opens the journal."""
        return self._login.is_remembered(self._vault.number)

    def _lines(self) -> tuple[str, ...]:
        key = self._vault.key()
        lines = recovery_key.lines_of(key)
        key.wipe()
        return lines


def note_new_key(vault: Vault, clock: Clock) -> None:
    """Write in the journal that it has a key of today, which nobody has checked yet."""
    with vault.transaction():
        about_file.set_fact(vault, about_file.KEY_MADE, clock.today().isoformat())
        about_file.set_fact(vault, about_file.KEY_CHECKED, "")
