import contextlib
import os
import shutil
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.domain.records.invalid import InvalidRecord
from app.domain.records.record import RecordId
from app.services.clock import FixedClock
from app.services.errors import NothingOpen, NotRemembered, TooEasy
from app.services.progress import Progress
from app.services.session import Session, Welcome
from app.storage import files, versions
from app.storage.errors import (
    AlreadyThere,
    Cancelled,
    CannotWrite,
    Damaged,
    InUse,
    KeyRightFileDamaged,
    Missing,
    NoKeystore,
    NotAJournal,
    ReadOnly,
    WrongKey,
    WrongRecoveryKey,
)
from app.storage.vault import Step, Vault
from tests.services.cheap import NOON, OTHER, PASSPHRASE, MemoryKeystore, note, session_in
from tests.storage.dying import NEVER, Say, die_in


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return session_in(tmp_path)


@pytest.fixture
def path(session: Session) -> Path:
    place = session.free_path("Maya")
    session.create(place, PASSPHRASE, "Maya R.")
    session.journal.record(note("n1", "the first note"))
    session.lock()
    return place


def test_a_new_journal_knows_whose_it_is(session: Session) -> None:
    steps: list[Step] = []
    journal = session.create(session.free_path("Maya"), PASSPHRASE, "Maya R.", steps.append)
    assert journal.snapshot.person is not None
    assert journal.snapshot.person.name == "Maya R."
    assert session.is_open
    assert steps == [Step.MAKING_THE_KEY]
    session.lock()


def test_a_journal_without_a_name_or_with_an_easy_passphrase_is_not_made(session: Session) -> None:
    place = session.free_path("Maya")
    with pytest.raises(InvalidRecord):
        session.create(place, PASSPHRASE, "  ")
    with pytest.raises(TooEasy):
        session.create(place, "password1234", "Maya")
    assert not place.exists()
    assert not session.is_open


def test_a_journal_is_never_made_over_another(session: Session, path: Path) -> None:
    with pytest.raises(AlreadyThere):
        session.create(path, OTHER, "Someone else")
    session.unlock(path, PASSPHRASE)
    session.lock()


@pytest.mark.parametrize(
    "name",
    ["Maya/Ana", "..", "a:b*c?", "", "x" * 400, "tab\there", "Ünï 👩", "👩" * 90, "nul"],
)
def test_any_name_gives_a_file_in_the_usual_folder(session: Session, name: str) -> None:
    place = session.free_path(name)
    assert place.parent == session.places.journals
    session.create(place, PASSPHRASE, "Maya")
    session.lock()
    assert session.free_path(name) != place


def test_what_was_written_is_there_after_unlocking(session: Session, path: Path) -> None:
    steps: list[Step] = []
    journal = session.unlock(path, PASSPHRASE, steps.append)
    assert RecordId("n1") in journal.snapshot.records
    assert steps == [
        Step.MAKING_THE_KEY,
        Step.CHECKING_PAGES,
        Step.CHECKING_STRUCTURE,
        Step.READING,
    ]
    session.lock()


@pytest.mark.parametrize("last", list(Step)[:3])
def test_unlocking_can_be_stopped_at_each_step(session: Session, path: Path, last: Step) -> None:
    def stop(step: Step) -> None:
        if step is last:
            raise Cancelled

    with pytest.raises(Cancelled):
        session.unlock(path, PASSPHRASE, stop)
    assert not session.is_open
    session.unlock(path, PASSPHRASE)
    session.lock()


def test_a_cancelled_unlock_stops_at_the_next_step(session: Session, path: Path) -> None:
    steps: list[Step] = []
    progress = Progress(steps.append)

    def cancel_when_checking(step: Step) -> None:
        if step is Step.CHECKING_PAGES:
            progress.cancel()
        progress(step)

    with pytest.raises(Cancelled):
        session.unlock(path, PASSPHRASE, cancel_when_checking)
    assert steps == [Step.MAKING_THE_KEY]
    assert not session.is_open


def test_a_journal_opened_in_a_worker_is_used_by_another_thread(
    session: Session,
    path: Path,
) -> None:
    with ThreadPoolExecutor(1) as worker:
        journal = worker.submit(session.unlock, path, PASSPHRASE).result()
        journal.record(note("n2", "written here"))
        worker.submit(session.lock).result()
    assert RecordId("n2") in session.unlock(path, PASSPHRASE).snapshot.records
    session.lock()


def test_one_journal_at_a_time(session: Session, path: Path) -> None:
    session.unlock(path, PASSPHRASE)
    with pytest.raises(InUse):
        session.unlock(path, PASSPHRASE)
    session.journal.record(note("n2", "still ours"))
    session.lock()


def test_a_second_program_is_refused(session: Session, path: Path, tmp_path: Path) -> None:
    session.unlock(path, PASSPHRASE)

    def second(say: Say) -> None:
        try:
            session_in(tmp_path).unlock(path, PASSPHRASE)
        except InUse:
            say("in use")

    assert die_in(second, NEVER) == ["in use"]
    session.journal.record(note("n2", "still ours"))
    session.lock()


def test_nothing_is_open_after_locking(session: Session, path: Path) -> None:
    session.unlock(path, PASSPHRASE)
    session.lock()
    session.lock()
    with pytest.raises(NothingOpen):
        _ = session.journal


def test_a_wrong_passphrase_and_other_files_are_told_apart(session: Session, path: Path) -> None:
    with pytest.raises(WrongKey):
        session.unlock(path, OTHER)
    with pytest.raises(Missing):
        session.unlock(path.with_name("gone.toldonce"), PASSPHRASE)
    with pytest.raises(NotAJournal):
        session.unlock(path.parent, PASSPHRASE)
    damaged = bytearray(path.read_bytes())
    damaged[200] ^= 1
    path.write_bytes(damaged)
    with pytest.raises(KeyRightFileDamaged):
        session.unlock(path, PASSPHRASE)


def test_the_recovery_key_opens_the_journal(session: Session, path: Path) -> None:
    session.unlock(path, PASSPHRASE)
    lines = session.keys.recovery_key()
    session.lock()
    session.unlock_with_recovery_key(path, "\n".join(lines).lower())
    session.lock()
    with pytest.raises(WrongRecoveryKey):
        session.unlock_with_recovery_key(other_journal(session), "\n".join(lines))


def welcome(session: Session) -> Welcome:
    return session.welcome


def other_journal(session: Session) -> Path:
    place = session.free_path("Other")
    session.create(place, OTHER, "Other")
    session.lock()
    return place


def test_the_recovery_key_is_shown_until_it_was_typed_back(session: Session, path: Path) -> None:
    session.unlock(path, PASSPHRASE)
    lines = session.keys.recovery_key()
    assert not session.keys.check_recovery_key(3, lines[1])
    assert session.keys.recovery_key() == lines
    assert session.keys.check_recovery_key(3, lines[2].lower())
    assert session.keys.recovery_key() == ()
    assert session.keys.recovery_key_checked == "2026-05-12"
    session.lock()


def test_a_new_passphrase_shuts_the_old_one_and_its_recovery_key_out(
    session: Session,
    path: Path,
) -> None:
    session.unlock(path, PASSPHRASE)
    old = session.keys.recovery_key()
    session.keys.check_recovery_key(1, old[0])
    with pytest.raises(WrongKey):
        session.keys.change_passphrase(OTHER, "not the old one at all")
    new = session.keys.change_passphrase(OTHER, PASSPHRASE)
    assert new != old
    assert session.keys.recovery_key() == new
    session.journal.record(note("n2", "after the change"))
    session.lock()
    with pytest.raises(WrongKey):
        session.unlock(path, PASSPHRASE)
    with pytest.raises(WrongRecoveryKey):
        session.unlock_with_recovery_key(path, "\n".join(old))
    journal = session.unlock(path, OTHER)
    assert {RecordId("n1"), RecordId("n2")} < set(journal.snapshot.records)
    assert welcome(session).older_than is None
    session.lock()


def test_a_new_recovery_key_leaves_the_passphrase(session: Session, path: Path) -> None:
    session.unlock(path, PASSPHRASE)
    old = session.keys.recovery_key()
    assert session.keys.make_new_recovery_key(PASSPHRASE) != old
    session.lock()
    session.unlock(path, PASSPHRASE)
    session.lock()


def test_an_easy_new_passphrase_changes_nothing(session: Session, path: Path) -> None:
    session.unlock(path, PASSPHRASE)
    with pytest.raises(TooEasy):
        session.keys.change_passphrase("password1234", PASSPHRASE)
    session.lock()
    session.unlock(path, PASSPHRASE)
    session.lock()


def test_the_login_of_this_computer_opens_the_journal(tmp_path: Path) -> None:
    store = MemoryKeystore()
    session = session_in(tmp_path, store=store)
    path = session.free_path("Maya")
    session.create(path, PASSPHRASE, "Maya")
    with pytest.raises(NotRemembered):
        session_in(tmp_path, store=store).unlock_with_login(other_journal_in(tmp_path))
    session.keys.remember_here()
    session.lock()
    assert session.cover(path).opens_with_login
    session.unlock_with_login(path)
    session.keys.forget_here()
    assert store.kept == {}
    session.lock()
    with pytest.raises(NotRemembered):
        session.unlock_with_login(path)
    session.unlock(path, PASSPHRASE)
    session.lock()


def other_journal_in(folder: Path) -> Path:
    return other_journal(session_in(folder))


def test_a_new_passphrase_forgets_the_login(tmp_path: Path) -> None:
    store = MemoryKeystore()
    session = session_in(tmp_path, store=store)
    path = session.free_path("Maya")
    session.create(path, PASSPHRASE, "Maya")
    session.keys.remember_here()
    session.keys.change_passphrase(OTHER, PASSPHRASE)
    assert store.kept == {}
    assert not session.keys.is_remembered_here
    session.lock()


def test_without_a_key_store_the_passphrase_still_opens(tmp_path: Path) -> None:
    def none() -> MemoryKeystore:
        raise NoKeystore

    plain = session_in(tmp_path)
    session = Session(plain.places, clock=plain.clock, find_keystore=none)
    assert not session.login.is_possible()
    path = other_journal(plain)
    plain.unlock(path, OTHER)
    plain.login = session.login
    with pytest.raises(NoKeystore):
        plain.keys.remember_here()
    plain.lock()


def test_an_older_copy_put_in_place_is_noticed(tmp_path: Path) -> None:
    clock = FixedClock(NOON)
    session = session_in(tmp_path, clock=clock)
    path = session.free_path("Maya")
    session.create(path, PASSPHRASE, "Maya")
    session.lock()
    older = path.read_bytes()
    session.unlock(path, PASSPHRASE)
    assert welcome(session).older_than is None
    session.journal.record(note("n1", "newer"))
    session.lock()
    path.write_bytes(older)
    session.unlock(path, PASSPHRASE)
    assert welcome(session).older_than == NOON
    session.lock()
    session.unlock(path, PASSPHRASE)
    assert welcome(session).older_than is None
    session.lock()


def test_a_copy_from_before_a_new_passphrase_is_noticed(session: Session, path: Path) -> None:
    older = path.read_bytes()
    session.unlock(path, PASSPHRASE)
    session.keys.change_passphrase(OTHER, PASSPHRASE)
    session.lock()
    path.write_bytes(older)
    session.unlock(path, PASSPHRASE)
    assert welcome(session).older_than == NOON
    session.lock()


def test_closing_by_itself_is_said_at_the_next_start(
    session: Session,
    path: Path,
    tmp_path: Path,
) -> None:
    assert not session.cover(path).closed_by_itself
    session.unlock(path, PASSPHRASE)
    assert not welcome(session).closed_by_itself
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    (crashed / "state.json").write_bytes(session.places.state.read_bytes())
    session.lock()
    session.places.state.write_bytes((crashed / "state.json").read_bytes())
    assert session.cover(path).closed_by_itself
    session.unlock(path, PASSPHRASE)
    assert welcome(session).closed_by_itself
    session.lock()


def test_losing_state_json_costs_nothing_but_a_convenience(session: Session, path: Path) -> None:
    session.places.state.unlink()
    assert [cover.path for cover in session.covers()] == [path]
    assert RecordId("n1") in session.unlock(path, PASSPHRASE).snapshot.records
    session.lock()
    session.places.state.write_bytes(b"{not json")
    session.unlock(path, PASSPHRASE)
    session.lock()


def test_a_bad_day_on_the_cover_waits_until_it_is_settled(session: Session, path: Path) -> None:
    assert session.note_bad_day(path)
    assert session.note_bad_day(path)
    journal = session.unlock(path, PASSPHRASE)
    assert welcome(session).bad_days == (NOON, NOON)
    session.lock()
    assert session.unlock(path, PASSPHRASE) is not journal
    assert welcome(session).bad_days == (NOON, NOON)
    session.settle_bad_days()
    session.lock()
    session.unlock(path, PASSPHRASE)
    assert welcome(session).bad_days == ()
    session.lock()


def test_at_most_32_bad_days_wait_on_the_cover(session: Session, path: Path) -> None:
    for _ in range(40):
        session.note_bad_day(path)
    session.unlock(path, PASSPHRASE)
    assert len(welcome(session).bad_days) == 32
    session.lock()


def test_the_covers_list_the_last_opened_first(session: Session, path: Path) -> None:
    other = other_journal(session)
    assert [cover.path for cover in session.covers()] == [other, path]
    session.unlock(path, PASSPHRASE)
    assert [cover.path for cover in session.covers()] == [path, other]
    session.journal.record(note("n9", "the lock still holds"))
    session.lock()
    other.unlink()
    assert [cover.is_there for cover in session.covers()] == [True, False]


def test_a_full_check_counts_what_it_read(session: Session, path: Path) -> None:
    session.unlock(path, PASSPHRASE)
    session.journal.record(note("n1", "changed"))
    checked = session.check()
    assert (checked.records, checked.versions, checked.changes) == (2, 3, 3)
    session.lock()


def test_what_can_be_read_of_a_damaged_journal_is_rescued(session: Session, path: Path) -> None:
    session.unlock(path, PASSPHRASE)
    for number in range(40):
        session.journal.record(note(f"more{number}", "a long day " * 300))
    session.lock()
    damaged = bytearray(path.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    path.write_bytes(damaged)
    with pytest.raises(Damaged):
        session.unlock(path, PASSPHRASE)
    rescued = session.free_path("Rescued")
    with pytest.raises(WrongKey):
        session.rescue(path, rescued, OTHER)
    assert not rescued.exists()
    count = session.rescue(path, rescued, PASSPHRASE)
    assert path.read_bytes() == bytes(damaged)
    assert len(session.unlock(rescued, PASSPHRASE).snapshot) == count > 30
    session.lock()


def test_a_read_only_journal_opens_and_says_why_it_can_not_be_written() -> None:
    folder = Path(tempfile.mkdtemp())
    session = session_in(folder)
    path = session.free_path("Maya")
    session.create(path, PASSPHRASE, "Maya")
    session.lock(backup=False)
    path.chmod(0o444)
    for place in (folder, path.parent):
        place.chmod(0o555)

    def reading(say: Say) -> None:
        if os.geteuid() == 0:
            os.setuid(65534)  # root may write anywhere
        journal = session.unlock(path, PASSPHRASE)
        say(f"{len(journal.snapshot)} there")
        try:
            journal.record(note("a", "x"))
        except ReadOnly:
            say("read only")
        say(f"{len(journal.snapshot)} there")
        session.lock()
        say("locked")

    said = die_in(reading, NEVER)
    for place in (folder, path.parent):
        place.chmod(0o755)
    shutil.rmtree(folder)
    assert said == ["1 there", "read only", "1 there", "locked"]


def test_a_link_to_a_journal_stays_a_link_when_the_passphrase_changes(session: Session, path: Path) -> None:
    link = path.with_name("A way to it.toldonce")
    link.symlink_to(path)
    session.unlock(link, PASSPHRASE)
    session.keys.change_passphrase(OTHER)
    session.lock(backup=False)
    assert link.is_symlink()
    with pytest.raises(WrongKey):
        session.unlock(path, PASSPHRASE)
    session.unlock(path, OTHER)
    session.lock(backup=False)


def test_a_journal_whose_name_is_no_text_is_opened_backed_up_and_changed(tmp_path: Path) -> None:
    session = session_in(tmp_path)
    path = tmp_path / os.fsdecode(b"Maya \xff.toldonce")
    session.create(path, PASSPHRASE, "Maya")
    session.backups.make()
    session.keys.change_passphrase(OTHER)
    session.lock()
    assert session.unlock(path, OTHER).snapshot.person is not None
    session.lock(backup=False)


def test_a_lock_closes_the_file_even_when_it_does_not_answer(
    session: Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.unlock(path, PASSPHRASE)

    def broken(_vault: Vault) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(versions, "last_change", broken)
    session.lock()
    assert not session.is_open
    monkeypatch.undo()
    session.unlock(path, PASSPHRASE)
    session.lock(backup=False)


def test_a_new_passphrase_counts_and_its_key_is_shown_whatever_trouble_comes_after_the_swap(
    session: Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.unlock(path, PASSPHRASE)
    swap = files.replace

    def swap_without_word(part: Path, place: Path) -> None:
        swap(part, place)
        if place == path:
            raise CannotWrite

    monkeypatch.setattr(files, "replace", swap_without_word)
    lines = session.keys.change_passphrase(OTHER)
    session.journal.record(note("after", "it goes on with the new file"))
    session.lock(backup=False)
    assert RecordId("after") in session.unlock(path, OTHER).snapshot.records
    session.lock(backup=False)
    session.unlock_with_recovery_key(path, "\n".join(lines))
    session.lock(backup=False)


def test_a_passphrase_change_that_is_stopped_after_the_swap_goes_on_with_the_new_file(
    session: Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.unlock(path, PASSPHRASE)
    swap = files.replace

    def swap_and_stop(part: Path, place: Path) -> None:
        swap(part, place)
        if place == path:
            raise KeyboardInterrupt

    monkeypatch.setattr(files, "replace", swap_and_stop)
    with pytest.raises(KeyboardInterrupt):
        session.keys.change_passphrase(OTHER)
    session.journal.record(note("after", "it goes on with the new file"))
    session.lock(backup=False)
    assert RecordId("after") in session.unlock(path, OTHER).snapshot.records
    session.lock(backup=False)


def test_a_backup_is_not_put_in_the_place_of_a_journal_that_is_open_elsewhere(
    session: Session, path: Path, tmp_path: Path
) -> None:
    session.unlock(path, PASSPHRASE)
    backup = session.backups.make()

    def second(say: Say) -> None:
        try:
            session_in(tmp_path).put_back(backup, path, PASSPHRASE)
        except InUse:
            say("in use")

    assert die_in(second, NEVER) == ["in use"]
    session.journal.record(note("n2", "still ours"))
    session.lock(backup=False)
    assert RecordId("n2") in session.unlock(path, PASSPHRASE).snapshot.records
    session.lock(backup=False)


def test_a_pipe_is_no_journal(session: Session, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.toldonce"
    os.mkfifo(pipe)
    with pytest.raises(NotAJournal):
        session.unlock(pipe, PASSPHRASE)
    assert not session.cover(pipe).takes_bad_days


@pytest.mark.parametrize("waits", [False, True])
def test_a_lock_in_the_middle_of_a_change_of_passphrase_leaves_one_that_opens_and_its_key_is_still_shown(
    session: Session, path: Path, waits: bool
) -> None:
    session.unlock(path, PASSPHRASE)
    begun = threading.Event()
    keys = session.keys

    def change() -> None:
        with contextlib.suppress(Exception):  # locked before it began: nothing has changed
            keys.change_passphrase(OTHER, PASSPHRASE, lambda _step: begun.set())

    worker = threading.Thread(target=change)
    worker.start()
    begun.wait(10)
    if waits:
        worker.join(0.02)
    session.lock(backup=False)
    worker.join()
    try:
        session.unlock(path, OTHER)
    except WrongKey:
        session.unlock(path, PASSPHRASE)
    assert session.journal.snapshot.records[RecordId("n1")] == note("n1", "the first note")
    assert len(session.keys.recovery_key()) == 6
    session.lock(backup=False)
