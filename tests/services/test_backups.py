import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.records.record import RecordId
from app.services.clock import FixedClock
from app.services.session import Session
from app.storage.errors import AlreadyThere, InUse, StorageError, WrongKey
from tests.services.cheap import NOON, OTHER, PASSPHRASE, note, session_in


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def session(tmp_path: Path, clock: FixedClock) -> Iterator[Session]:
    made = session_in(tmp_path, clock=clock)
    made.create(made.free_path("Maya"), PASSPHRASE, "Maya")
    yield made
    made.lock(backup=False)


def relock(session: Session) -> None:
    path = session.path
    session.lock()
    session.unlock(path, PASSPHRASE)


def names(session: Session) -> list[str]:
    return [backup.path.name for backup in session.backups.found()]


def test_a_backup_is_made_at_lock_when_it_is_due(session: Session, clock: FixedClock) -> None:
    assert session.backups.state().last is None
    relock(session)
    assert names(session) == ["Maya 2026-05-12.toldonce"]
    session.journal.record(note("a", "x"))
    clock.moment = NOON + timedelta(hours=20)
    relock(session)
    assert len(names(session)) == 1
    clock.moment = NOON + timedelta(hours=25)
    relock(session)
    assert len(names(session)) == 2
    clock.moment = NOON + timedelta(days=9)
    relock(session)
    assert len(names(session)) == 2
    assert session.backups.state().last == NOON + timedelta(hours=25)
    assert session.backups.state().kept == 2


def test_no_backup_is_made_on_suspend(session: Session) -> None:
    path = session.path
    session.lock(backup=False)
    session.unlock(path, PASSPHRASE)
    assert names(session) == []


def test_trouble_with_a_backup_never_stops_a_lock(session: Session) -> None:
    session.places.backups.write_bytes(b"a file stands where the folder should be")
    relock(session)
    relock(session)
    assert session.backups.state().failed == 2
    with pytest.raises(StorageError):
        session.backups.make()
    session.places.backups.unlink()
    session.backups.make()
    assert session.backups.state().failed == 0


def test_backups_go_to_chosen_folders_too_and_an_unplugged_stick_is_passed_over(
    session: Session,
    tmp_path: Path,
) -> None:
    stick, blocked = tmp_path / "stick", tmp_path / "gone"
    blocked.write_bytes(b"")
    session.backups.choose_folders(stick, blocked / "folder")
    session.backups.make()
    assert len(list(stick.iterdir())) == 1
    assert len(names(session)) == 2


def test_a_look_inside_changes_nothing(session: Session) -> None:
    session.journal.record(note("a", "then"))
    place = session.backups.make()
    session.journal.record(note("a", "now"))
    before = place.read_bytes()
    inside = session.backups.look_inside(place)
    assert inside.records[RecordId("a")] == note("a", "then")
    assert place.read_bytes() == before
    assert [one.name for one in session.places.backups.iterdir()] == [place.name]


def test_a_backup_is_put_back_and_what_there_was_is_kept(session: Session) -> None:
    session.journal.record(note("a", "then"))
    place = session.backups.make()
    session.journal.record(note("a", "now"))
    journal = session.put_back_here(place)
    assert journal.snapshot.records[RecordId("a")] == note("a", "then")
    assert session.welcome.older_than is None
    newest = session.backups.found()[0].path
    assert newest != place
    assert session.backups.look_inside(newest).records[RecordId("a")] == note("a", "now")
    session.journal.record(note("b", "goes on"))
    relock(session)
    assert session.welcome.older_than is None


def test_what_was_there_before_a_backup_was_put_back_is_never_thinned_out(
    session: Session, clock: FixedClock
) -> None:
    session.journal.record(note("a", "then"))
    place = session.backups.make()
    session.journal.record(note("a", "now"))
    session.put_back_here(place)
    (aside,) = (one for one in session.backups.found() if one.before)
    for day in range(40):  # long past the seven daily backups, and the month it was made in
        clock.moment = NOON + timedelta(days=30 + day)
        session.journal.record(note("b", str(day)))
        session.backups.make()
    assert aside.path in {one.path for one in session.backups.found()}
    session.put_back_here(aside.path)
    assert session.journal.snapshot.records[RecordId("a")] == note("a", "now")


def test_a_backup_of_an_older_passphrase_is_looked_into_and_put_back_with_that_one(session: Session) -> None:
    session.journal.record(note("a", "then"))
    place = session.backups.make()
    session.keys.change_passphrase(OTHER, PASSPHRASE)
    session.journal.record(note("a", "now"))
    with pytest.raises(WrongKey):
        session.look_inside(place, OTHER)
    inside = session.look_inside(place, PASSPHRASE)
    assert inside.records[RecordId("a")] == note("a", "then")
    journal = session.put_back_here(place, passphrase=PASSPHRASE)
    assert journal.snapshot.records[RecordId("a")] == note("a", "then")
    assert session.keys.is_passphrase(PASSPHRASE)
    assert [one.opens for one in session.backups.found() if one.before] == [False]


def test_where_a_backup_cannot_be_put_back_the_journal_is_open_again_as_it_was(session: Session) -> None:
    place = session.backups.make()
    session.journal.record(note("a", "now"))
    whole = place.read_bytes()
    place.write_bytes(whole[:-4096] + bytes(4096))
    with pytest.raises(StorageError):
        session.put_back_here(place)
    assert session.journal.snapshot.records[RecordId("a")] == note("a", "now")
    session.journal.record(note("b", "goes on"))
    with pytest.raises(InUse):
        session.look_inside(session.path)


def test_a_place_is_only_kept_once_a_backup_was_made_there(session: Session, tmp_path: Path) -> None:
    blocked, stick = tmp_path / "file", tmp_path / "stick"
    blocked.write_bytes(b"")
    with pytest.raises(StorageError):
        session.backups.keep_in(blocked / "inside")
    assert set(session.backups.folders) == {session.places.backups}
    session.backups.keep_in(stick)
    session.backups.keep_in(stick)
    assert set(session.backups.folders) == {session.places.backups, stick}
    assert [place.is_there for place in session.backups.places()] == [False, True]
    assert all(place.same_disk for place in session.backups.places())
    session.backups.stop_keeping_in(stick)
    assert stick not in session.backups.folders
    assert list(stick.iterdir())


def test_why_the_last_backup_could_not_be_made_is_remembered_until_one_is(session: Session) -> None:
    session.places.backups.write_bytes(b"a file stands where the folder should be")
    relock(session)
    assert session.backups.state().why == "AlreadyThere"
    session.places.backups.unlink()
    session.backups.make()
    assert session.backups.state().why == ""


def test_a_backup_in_a_worker_and_the_window_do_not_tear_each_other_apart(session: Session) -> None:
    backups = session.backups
    places: list[Path] = []

    def back_up() -> None:
        places.extend(backups.make() for _ in range(5))

    worker = threading.Thread(target=back_up)
    worker.start()
    number = 0
    while worker.is_alive():
        number += 1
        session.journal.record(note("a", str(number)))
        session.journal.save_draft("today/line", str(number))
    worker.join()
    assert len(places) == 5
    assert session.journal.snapshot.records[RecordId("a")] == note("a", str(number))
    assert session.check().records == 2


def test_a_backup_opens_anywhere_with_the_passphrase_alone(
    session: Session,
    tmp_path: Path,
) -> None:
    session.journal.record(note("a", "then"))
    place = tmp_path / "stick" / "kept.toldonce"
    place.parent.mkdir()
    session.backups.make_at(place)
    session.backups.make_at(place)
    elsewhere = session_in(tmp_path / "another computer")
    target = tmp_path / "another computer" / "Maya.toldonce"
    with pytest.raises(WrongKey):
        elsewhere.put_back(place, target, OTHER)
    assert not target.exists()
    elsewhere.put_back(place, target, PASSPHRASE)
    assert RecordId("a") in elsewhere.unlock(target, PASSPHRASE).snapshot.records
    with pytest.raises(InUse):
        elsewhere.put_back(place, target, PASSPHRASE)
    elsewhere.lock(backup=False)


def test_what_stood_in_the_place_is_set_aside(session: Session, tmp_path: Path) -> None:
    place = session.backups.make()
    path = session.path
    session.journal.record(note("b", "newer"))
    session.lock(backup=False)
    session.put_back(place, path, PASSPHRASE)
    assert RecordId("b") not in session.unlock(path, PASSPHRASE).snapshot.records
    session.lock(backup=False)
    session.put_back(session.places.backups / "Maya 2026-05-12 before.toldonce", path, PASSPHRASE)
    assert RecordId("b") in session.unlock(path, PASSPHRASE).snapshot.records
    assert tmp_path.exists()


def test_a_backup_is_made_before_a_new_passphrase_and_still_opens_with_the_old(
    session: Session,
) -> None:
    session.journal.record(note("a", "x"))
    session.keys.change_passphrase(OTHER, PASSPHRASE)
    older = session.backups.found()
    assert [backup.opens for backup in older] == [False]
    session.backups.make()
    assert [backup.opens for backup in session.backups.found()] == [True, False]


def test_backups_of_another_journal_of_the_same_name_are_left_alone(
    session: Session,
    tmp_path: Path,
    clock: FixedClock,
) -> None:
    for back in range(40):
        clock.moment = NOON + timedelta(days=back)
        session.backups.make()
    count = len(names(session))
    assert count <= 7 + 4 + 12
    session.lock(backup=False)
    session.create(tmp_path / "elsewhere" / "Maya.toldonce", OTHER, "Another Maya")
    assert names(session) == []
    session.backups.make()
    assert len(names(session)) == 1
    assert len(list(session.places.backups.iterdir())) == count + 1


def test_leftovers_are_cleared_at_the_next_opening(session: Session) -> None:
    session.backups.make()
    left = session.places.backups / "Maya 2026-01-01.toldonce.part"
    left.write_bytes(b"interrupted")
    relock(session)
    assert not left.exists()
    assert len(names(session)) == 1


def test_the_backups_of_a_damaged_or_missing_journal_are_found(session: Session) -> None:
    place = session.backups.make()
    path = session.path
    session.lock(backup=False)
    assert [backup.path for backup in session.backups_of(path)] == [place]
    path.write_bytes(b"damaged from the first byte on")
    assert [backup.path for backup in session.backups_of(path)] == [place]
    path.unlink()
    assert [backup.path for backup in session.backups_of(path)] == [place]
    session.put_back(place, path, PASSPHRASE)
    session.unlock(path, PASSPHRASE)
    assert session.welcome.older_than is None


def test_a_backup_takes_the_place_of_nothing_but_an_older_one(
    session: Session,
    tmp_path: Path,
) -> None:
    other = tmp_path / "other.toldonce"
    other.write_bytes(b"something else of theirs")
    for place in (other, session.path, tmp_path):
        with pytest.raises(AlreadyThere):
            session.backups.make_at(place)
    assert other.read_bytes() == b"something else of theirs"
    session.journal.record(note("a", "the lock and the file are still ours"))
    relock(session)
    assert RecordId("a") in session.journal.snapshot.records


def test_a_lock_never_fails_when_the_file_is_gone(session: Session) -> None:
    session.path.unlink()
    session.places.state.unlink()
    session.lock()
    assert not session.is_open


def test_a_backup_never_takes_the_place_of_a_newer_copy(session: Session, tmp_path: Path) -> None:
    stick = tmp_path / "stick" / "Maya.toldonce"
    stick.parent.mkdir()
    session.backups.make_at(stick)
    session.backups.make_at(stick)  # of the same age: it may
    elsewhere = session_in(tmp_path / "another computer")
    elsewhere.unlock(stick, PASSPHRASE)
    elsewhere.journal.record(note("far", "written on another computer"))
    elsewhere.lock(backup=False)
    with pytest.raises(AlreadyThere):
        session.backups.make_at(stick)
    assert RecordId("far") in elsewhere.unlock(stick, PASSPHRASE).snapshot.records
    elsewhere.lock(backup=False)


def test_the_usual_folder_chosen_again_is_one_folder(session: Session) -> None:
    session.backups.choose_folders(session.places.backups)
    session.backups.make()
    assert names(session) == ["Maya 2026-05-12.toldonce"]
    assert session.backups.state().kept == 1
