"""From the cover to the open journal and back: create, unlock, lock.

`create`, the `unlock...` methods and `lock` take seconds and are made to run in a worker. They
announce each step; an announcer that raises `Cancelled` stops them between steps.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.domain import records
from app.domain.journal import Journal
from app.domain.records.record import RecordId
from app.services import cover, remembering
from app.services.backups import BackupFile, Backups, look_inside, put_back
from app.services.clock import Clock, NewId, SystemClock, new_id
from app.services.cover import Cover
from app.services.errors import NothingOpen
from app.services.keys import Keys
from app.services.login import Login
from app.services.open_journal import OpenJournal
from app.services.opening import (
    Checked,
    Opened,
    check_steps,
    free_path,
    make_steps,
    open_steps,
    rescue_steps,
)
from app.services.passphrase import refuse_easy
from app.storage import files, keystore, recovery_key, versions
from app.storage import vault as vaults
from app.storage.errors import InUse, WrongKey, WrongRecoveryKey
from app.storage.keys import COSTS, Cost, FileKey, derive, new_number, profile_for
from app.storage.keystore import Keystore
from app.storage.locations import Locations, is_synced
from app.storage.memory import total_memory
from app.storage.preferences import Known, StateFile
from app.storage.vault import Announce, Step, Vault, quiet


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """What there is to say once a journal has opened."""

    older_than: datetime | None = None  # a newer copy was opened here then
    closed_by_itself: bool = False
    brought_up_to_date: bool = False
    bad_days: tuple[datetime, ...] = ()  # noted on the cover


class Session:
    """One journal at a time: which there are, and the one that is open."""

    def __init__(
        self,
        places: Locations,
        *,
        clock: Clock | None = None,
        make_id: NewId = new_id,
        find_keystore: Callable[[], Keystore] = keystore.find_keystore,
        costs: Mapping[int, Cost] = COSTS,
        profile: int | None = None,
    ) -> None:
        self.places = places
        self.clock = clock or SystemClock()
        self.make_id = make_id
        self.state = StateFile(places.state)
        self.login = Login(self.state, find_keystore)
        self.welcome = Welcome()
        self._costs = costs
        self._profile = profile or profile_for(total_memory())
        self._vault: Vault | None = None
        self._journal: OpenJournal | None = None

    # What there is

    @property
    def journal(self) -> OpenJournal:
        """The open journal. Raises NothingOpen."""
        if self._journal is None:
            raise NothingOpen
        return self._journal

    @property
    def is_open(self) -> bool:
        """Whether a journal is open."""
        return self._journal is not None

    @property
    def path(self) -> Path:
        """The open journal's file."""
        return self._open_vault.path

    @property
    def keys(self) -> Keys:
        """The open journal's passphrase, recovery key and login on this computer."""
        vault = self._open_vault
        return Keys(
            vault,
            self.state,
            self.clock,
            self.login,
            self.backups,
            costs=self._costs,
            profile=self._profile,
        )

    @property
    def backups(self) -> Backups:
        """The open journal's backups."""
        return Backups(self._open_vault, self.places.backups, self.state, self.clock)

    def covers(self) -> tuple[Cover, ...]:
        """List the journals known here: those opened last, then others in the usual folder."""
        recent = [Path(place) for place in self.state.read().recent]
        folder = self.places.journals
        others = sorted(folder.glob(f"*{vaults.SUFFIX}")) if folder.is_dir() else []
        paths = dict.fromkeys((*recent, *others))
        return tuple(self.cover(path) for path in paths)

    def cover(self, path: Path) -> Cover:
        """Say what may be shown of a journal while it is locked."""
        if self._vault is not None and _is_same(path, self._vault.path):
            return cover.of(path, self.state, self._vault.number)
        return cover.of(path, self.state)

    def backups_of(self, path: Path) -> tuple[BackupFile, ...]:
        """List the backups of a journal that is closed: when it is damaged, or not where it was."""
        self._refuse_if_open()
        return cover.backups_of(path, self.state, self.places.backups)

    def note_bad_day(self, path: Path) -> bool:
        """Note a bad day, now, on the cover of a closed journal; False if it was never open here."""
        self._refuse_if_open()
        return cover.note_bad_day(path, self.state, self.clock.now())

    def free_path(self, name: str) -> Path:
        """Choose a file for a new journal that is called `name`, whatever is in the name."""
        return free_path(self.places.journals, name)

    def is_synced(self, path: Path) -> bool:
        """Say whether a folder looks like one that is copied to other computers: not for a journal."""
        return is_synced(path)

    # Opening and locking

    def create(
        self,
        path: Path,
        passphrase: str,
        name: str,
        announce: Announce = quiet,
    ) -> OpenJournal:
        """Make a journal for the person called `name`, and leave it open.

        Raises InvalidRecord for an empty name, TooEasy, AlreadyThere and the other StorageErrors.
        """
        self._refuse_if_open()
        person = records.Person(id=RecordId(self.make_id()), written=self.clock.now(), name=name)
        refuse_easy(passphrase)
        announce(Step.MAKING_THE_KEY)
        key = derive(passphrase, new_number(self._profile), self._costs)
        return self._hold(make_steps(path, key, person, self.clock), Welcome())

    def unlock(self, path: Path, passphrase: str, announce: Announce = quiet) -> OpenJournal:
        """Open a journal with its passphrase. Raises any StorageError."""
        self._refuse_if_open()
        number = vaults.read_number(path)
        announce(Step.MAKING_THE_KEY)
        return self._open(path, derive(passphrase, number, self._costs), announce)

    def unlock_with_recovery_key(
        self,
        path: Path,
        typed: str,
        announce: Announce = quiet,
    ) -> OpenJournal:
        """Open a journal with its recovery key, even where its first 16 bytes are destroyed.

        Raises MistypedRecoveryKey, RecoveryKeyLength, WrongRecoveryKey and other StorageErrors.
        """
        self._refuse_if_open()
        key = recovery_key.read(typed)
        vaults.read_head(path)
        try:
            return self._open(path, key, announce)
        except WrongKey:
            raise WrongRecoveryKey from None

    def unlock_with_login(self, path: Path, announce: Announce = quiet) -> OpenJournal:
        """Open a journal with this computer's login. Raises NoKeystore or NotRemembered."""
        self._refuse_if_open()
        announce(Step.MAKING_THE_KEY)
        return self._open(path, self.login.fetch(vaults.read_number(path)), announce)

    def lock(self, *, backup: bool = True) -> None:
        """Close the journal: a backup if one is due, then the file, then nothing is left of its key.

        Never asks and never fails for trouble with a backup. Drafts are saved by the window before.
        """
        if self._vault is None:
            return
        vault, change = self._vault, None
        try:
            if backup:
                self.backups.make_if_due()
            change = versions.last_change(vault)
        except Exception:  # noqa: BLE001 - a stick that was pulled out, or a bug: it is locked all the same
            change = None
        finally:
            self._vault = self._journal = None
            vault.close()
        if change is not None:
            remembering.closed(self.state, vault.number, vault.path, change)

    def delete(self) -> None:
        """Delete the open journal's file, once a last backup is proved. Its backups stay where they are.

        Raises StorageError; until the backup is made, nothing changes.
        """
        path, number = self.path, self._open_vault.number
        self.backups.make()
        self.lock(backup=False)
        files.delete(path)
        remembering.deleted(self.state, number, path)

    # Backups put back

    def put_back(self, backup: Path, target: Path, passphrase: str) -> None:
        """Put a backup in the place of a journal that is closed. What stood there is set aside.

        Raises WrongKey and the other StorageErrors; until the backup is proved, nothing changes.
        """
        self._refuse_if_open()
        key = derive(passphrase, vaults.read_number(backup), self._costs)
        try:
            self._put_back(backup, target, key)
        finally:
            key.wipe()

    def look_inside(self, backup: Path, passphrase: str = "") -> Journal:
        """Read what a backup says, without changing it; with its own passphrase where that is another.

        Without an open journal the passphrase is needed. Raises InUse for the open journal itself, WrongKey
        and the other StorageErrors.
        """
        if self._vault is not None and _is_same(backup, self._vault.path):
            raise InUse
        if not passphrase:
            return self.backups.look_inside(backup)
        key = derive(passphrase, vaults.read_number(backup), self._costs)
        return look_inside(backup, key, self.places.backups / f"looked into{vaults.SUFFIX}")

    def put_back_here(self, backup: Path, announce: Announce = quiet, *, passphrase: str = "") -> OpenJournal:
        """Put a backup in the place of the open journal, and open that.

        The journal's key opens it, or else its own `passphrase`, which is then the journal's. What there is
        now is backed up before, and that one is never thinned out. Where the backup can't be put back, the
        journal is open again as it was.
        """
        path, old = self.path, self._open_vault.key()
        try:
            key = derive(passphrase, vaults.read_number(backup), self._costs) if passphrase else old.copy()
            self.backups.make(before=True)
        except BaseException:
            old.wipe()
            raise
        self.lock(backup=False)
        try:
            self._put_back(backup, path, key, is_kept=True)
        except BaseException:
            key.wipe()
            self._open(path, old, announce)
            raise
        before = old.number
        old.wipe()
        journal = self._open(path, key, announce)
        if before != self._open_vault.number:  # what was kept of it, such as its backups, is of this one now
            self.login.forget(before)
            remembering.moved(self.state, before, self._open_vault, self.clock.now())
        return journal

    def rescue(self, damaged: Path, target: Path, passphrase: str) -> int:
        """Copy what can be read of a damaged journal into a new one, of the same passphrase.

        The damaged file is left as it is. Gives how many records came over; nothing is open after.
        """
        self._refuse_if_open()
        key = derive(passphrase, vaults.read_number(damaged), self._costs)
        new = derive(passphrase, new_number(self._profile), self._costs)
        return rescue_steps(damaged, key, target, new, self.clock)

    # Care

    def settle_bad_days(self) -> None:
        """Forget what was noted on the cover: it has been kept as records, or removed."""
        cover.settle(self.journal)
        self.welcome = replace(self.welcome, bad_days=())

    def check(self) -> Checked:
        """Check everything: every page, seal and link, every version of every record, every file."""
        return check_steps(self._open_vault)

    # Within

    @property
    def _open_vault(self) -> Vault:
        if self._vault is None:
            raise NothingOpen
        return self._vault

    def _refuse_if_open(self) -> None:
        """Refuse before any file is touched: opening an open journal's file would drop its lock."""
        if self._vault is not None:
            raise InUse

    def _open(self, path: Path, key: FileKey, announce: Announce) -> OpenJournal:
        known = self.state.known(key.number)
        is_its_own = vaults.read_head(path)[0] == key.number
        opened = open_steps(
            path,
            key,
            known_check=bytes.fromhex(known.key_check) if is_its_own else b"",
            backup_first=self._backup_first,
            clock=self.clock,
            announce=announce,
        )
        welcome = Welcome(
            older_than=_older_than(known, opened.change),
            closed_by_itself=known.is_open,
            brought_up_to_date=opened.brought_up_to_date,
            bad_days=cover.take_in(opened.vault, opened.journal, self.state),
        )
        return self._hold(opened, welcome)

    def _put_back(self, backup: Path, target: Path, key: FileKey, *, is_kept: bool = False) -> None:
        put_back(backup, target, key, self.places.backups, self.clock.today(), is_kept=is_kept)
        remembering.put_back(self.state, key.number)

    def _backup_first(self, vault: Vault) -> None:
        Backups(vault, self.places.backups, self.state, self.clock).make()

    def _hold(self, opened: Opened, welcome: Welcome) -> OpenJournal:
        self._vault, self._journal, self.welcome = opened.vault, opened.journal, welcome
        remembering.opened(
            self.state,
            opened.vault,
            self.clock.now(),
            keep_change=welcome.older_than is not None,
        )
        self.backups.clear_leftovers()
        return opened.journal


def _older_than(known: Known, change: int) -> datetime | None:
    """Give when a newer state of this journal was open here, if the file is older than that."""
    if known.opened and (known.replaced_by or known.change > change):
        return datetime.fromisoformat(known.opened)
    return None


def _is_same(one: Path, other: Path) -> bool:
    """Say whether two paths lead to one file, without opening it."""
    try:
        return one.samefile(other)
    except OSError:
        return one == other
