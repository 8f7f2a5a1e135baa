"""Whatever moment the process dies at, what was acknowledged is there and nothing is half done."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from app.storage import backups, rekey, vault, versions
from app.storage.errors import WrongKey
from app.storage.migrations import migrate, shipped_steps, version_of
from app.storage.vault import Vault
from app.storage.versions import load
from tests.storage.cheap import (
    AT,
    NOTES,
    PASSPHRASE,
    key_of,
    new_key,
    new_vault,
    open_again,
    write,
)
from tests.storage.dying import Say, die_in, points

DAY = date(2026, 5, 12)
NEW_PASSPHRASE = "violin aquarium glue happy husky"  # noqa: S105 - it opens only test files


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "Maya.toldonce"
    held = new_vault(place)
    write(held, *NOTES)
    held.close()
    return place


def texts(held: Vault) -> set[str]:
    return {version.body for version in load(held).newest}


def test_what_was_acknowledged_before_a_kill_is_there(path: Path) -> None:
    def writing(say: Say) -> None:
        held = open_again(path)
        for number in range(6):
            write(held, f"entry {number}", record=f"kept{number}-")
            say(f'{{"text":"entry {number}"}}')

    for point in points(writing, 25):
        said = die_in(writing, point)
        held = open_again(path)
        assert set(said) <= texts(held)
        held.close()


def crash(path: Path) -> None:
    def unfinished(say: Say) -> None:
        held = open_again(path)
        held.run("PRAGMA cache_size = 5")  # so that pages reach the file before the end
        with held.transaction():
            held.run("DELETE FROM version")
            held.run("UPDATE change SET what = hex(randomblob(200000))")
            say("spilled")
            while True:
                held.run("SELECT 1")

    assert die_in(unfinished, 20_000) == ["spilled"]
    assert path.with_name(path.name + "-journal").stat().st_size > 512


def test_a_hot_journal_left_behind_loses_nothing(path: Path) -> None:
    crash(path)
    with pytest.raises(WrongKey):
        open_again(path, "wrong words typed after the crash")
    vault.refuse_in_use(path)
    held = open_again(path)
    assert len(load(held).newest) == len(NOTES)
    held.close()


def test_a_journal_set_aside_after_a_crash_is_put_back_without_the_half_change(path: Path) -> None:
    crash(path)
    aside = backups.set_aside(path, path.parent / "backups", DAY)
    new_vault(path.with_name("Other.toldonce")).close()
    backups.put_back(aside, path.with_name("Other.toldonce"), key_of(path))
    held = open_again(path.with_name("Other.toldonce"))
    assert len(load(held).newest) == len(NOTES)
    held.close()


def test_a_migration_is_taken_whole_or_not_at_all(path: Path) -> None:
    steps = {**shipped_steps(), 2: "CREATE TABLE extra (a TEXT) STRICT;\n" + MORE}

    def migrating(say: Say) -> None:
        held = open_again(path)
        migrate(held, lambda _: None, steps=steps)
        say("migrated")

    before = path.read_bytes()
    for point in points(migrating, 25):
        path.write_bytes(before)
        said = die_in(migrating, point)
        held = open_again(path)
        tables = held.rows("SELECT count(*) FROM sqlite_master WHERE name = 'extra'")[0][0]
        rows = held.rows("SELECT count(*) FROM extra")[0][0] if tables else 0
        step = version_of(held)
        assert (step, tables, rows) == ((2, 1, 40) if tables else (1, 0, 0))
        assert step > 1 or not said
        assert len(load(held).newest) == len(NOTES)
        held.close()


MORE = "INSERT INTO extra VALUES ('one more');\n" * 40


def test_a_new_passphrase_or_the_old_one_opens_never_neither(path: Path) -> None:
    def changing(say: Say) -> None:
        held = open_again(path)
        rekey.rekey(held, new_key(NEW_PASSPHRASE))
        say("changed")

    before = path.read_bytes()
    opened = set()
    for point in points(changing, 40):
        path.write_bytes(before)
        said = die_in(changing, point)
        opens = [word for word in (PASSPHRASE, NEW_PASSPHRASE) if opens_whole(path, word)]
        assert len(opens) == 1
        assert opens == [NEW_PASSPHRASE] or not said
        opened.update(opens)
        rekey.clear_leftover(path)
        assert {one.name for one in path.parent.iterdir()} == {path.name}
    assert opened == {PASSPHRASE, NEW_PASSPHRASE}


def opens_whole(path: Path, passphrase: str) -> bool:
    try:
        held = open_again(path, passphrase)
    except WrongKey:
        return False
    found = len(load(held).newest)
    held.close()
    return found == len(NOTES)


def test_every_backup_that_has_its_name_opens(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"

    def backing_up(say: Say) -> None:
        held = open_again(path)
        say(backups.make(held, folder, DAY).name)

    chosen = points(backing_up, 25)
    shutil.rmtree(folder)
    for point in chosen:
        said = die_in(backing_up, point)
        listed = backups.found(folder, path.stem)
        assert set(said) <= {backup.path.name for backup in listed}
        for backup in listed:
            assert opens_whole(backup.path, PASSPHRASE)
            backup.path.unlink()
        backups.clear_leftovers(folder, path.stem)
        assert not folder.exists() or list(folder.iterdir()) == []


def test_forgetting_is_done_whole_or_not_at_all(path: Path) -> None:
    def forgetting(say: Say) -> None:
        held = open_again(path)
        with held.transaction():
            versions.forget(held, ["r3", "r4"], at=AT, what="Destroyed")
        say("forgotten")
        versions.compact(held)

    before = path.read_bytes()
    for point in points(forgetting, 20):
        path.write_bytes(before)
        said = die_in(forgetting, point)
        held = open_again(path)
        left = len(load(held).newest)
        assert left in {len(NOTES), len(NOTES) - 2}
        assert left == len(NOTES) - 2 or not said
        held.close()


def test_a_new_journal_is_empty_or_whole(tmp_path: Path) -> None:
    place = tmp_path / "new.toldonce"

    def creating(say: Say) -> None:
        new_vault(place)
        say("created")

    for point in points(creating, 15):
        place.unlink(missing_ok=True)
        said = die_in(creating, point)
        empty = not place.exists() or place.stat().st_size == 0
        assert empty or opens_at_first_step(place)
        assert not (empty and said)


def opens_at_first_step(path: Path) -> bool:
    held = open_again(path)
    step, tables = version_of(held), held.rows("SELECT count(*) FROM sqlite_master")[0][0]
    held.close()
    return step == 1 and tables > 5
