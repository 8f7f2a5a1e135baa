"""Whatever is done in whatever order: the snapshot is what the file says, and nothing is lost."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from app.domain.journal import Journal
from app.domain.records.record import RecordId
from app.services.session import Session
from app.storage.vault import SUFFIX
from tests.services.cheap import PASSPHRASE, note, session_in
from tests.storage.dying import NEVER, Say, die_in

KEYS = st.sampled_from(["a", "b", "c", "d"])
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).filter(str.strip)


class LifeOfAJournal(RuleBasedStateMachine):
    """Records, changes, throws away, takes back, locks, crashes; a plain dict says what must be there."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.session: Session = session_in(self.folder)
        self.path = self.session.places.journals / f"Maya{SUFFIX}"
        self.past: list[Journal] = []
        self.crashes = 0

    @initialize()
    def begin(self) -> None:
        self.session.create(self.path, PASSPHRASE, "Maya")

    @property
    def snapshot(self) -> Journal:
        return self.session.journal.snapshot

    @precondition(lambda self: self.session.is_open)
    @rule(key=KEYS, text=TEXTS)
    def write(self, key: str, text: str) -> None:
        before = self.snapshot
        self.session.journal.record(note(key, text))
        assert self.snapshot.records[RecordId(key)] == note(key, text)
        if self.snapshot != before:
            self.past.append(before)

    @precondition(lambda self: self.session.is_open)
    @rule(key=KEYS)
    def throw_away(self, key: str) -> None:
        before = self.snapshot
        self.session.journal.trash(RecordId(key))
        held = self.snapshot.records.get(RecordId(key))
        assert held is None or held.trashed
        if self.snapshot != before:
            self.past.append(before)

    @precondition(lambda self: self.session.is_open and self.past)
    @rule()
    def undo_and_redo(self) -> None:
        now = self.snapshot
        self.session.journal.undo()
        without_trash = set(self.snapshot)
        assert without_trash == set(self.past[-1])
        self.session.journal.redo()
        assert self.snapshot == now

    @precondition(lambda self: self.session.is_open and self.past)
    @rule()
    def undo(self) -> None:
        self.session.journal.undo()
        assert set(self.snapshot) == set(self.past.pop())

    @precondition(lambda self: self.session.is_open)
    @rule(key=KEYS)
    def destroy(self, key: str) -> None:
        self.session.journal.forget(RecordId(key))
        assert RecordId(key) not in self.snapshot.records
        self.past.clear()
        while self.session.journal.undoable:
            self.session.journal.undo()

    @precondition(lambda self: self.session.is_open)
    @rule()
    def lock_and_unlock(self) -> None:
        self.session.lock()
        assert not self.session.is_open
        self.session.unlock(self.path, PASSPHRASE)

    @precondition(lambda self: self.session.is_open)
    @rule()
    def crash(self) -> None:
        """What a crash leaves is the file as it is: open a copy of it, as after a restart."""
        before, self.crashes = self.snapshot, self.crashes + 1
        left = self.folder / f"crash {self.crashes}{SUFFIX}"
        copy_what_a_crash_leaves(self.path, left)
        after = session_in(self.folder / "other")
        assert after.unlock(left, PASSPHRASE).snapshot == before
        after.lock(backup=False)

    @invariant()
    def the_snapshot_is_what_the_file_says(self) -> None:
        if self.session.is_open:
            checked = self.session.check()
            assert checked.records == len(self.snapshot)

    def teardown(self) -> None:
        if self.session.is_open:
            before = self.snapshot
            self.session.lock(backup=False)
            assert self.session.unlock(self.path, PASSPHRASE).snapshot == before
            self.session.lock(backup=False)
        shutil.rmtree(self.folder)


def copy_what_a_crash_leaves(path: Path, left: Path) -> None:
    """Copy the file in a process of its own, so that our lock on it stays."""

    def copying(say: Say) -> None:
        shutil.copyfile(path, left)
        say("copied")

    assert die_in(copying, NEVER) == ["copied"]


TestLifeOfAJournal = LifeOfAJournal.TestCase
TestLifeOfAJournal.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
