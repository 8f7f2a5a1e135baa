from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage import backups, copies
from app.storage.backups import Backup, found, kept, make, prune, put_back, set_aside
from app.storage.errors import Damaged, StorageError, WrongKey
from app.storage.vault import Vault
from app.storage.versions import load
from tests.storage.cheap import NOTES, key_of, new_key, new_vault, open_again, write

DAY = date(2026, 5, 12)


@pytest.fixture
def held(tmp_path: Path) -> Vault:
    made = new_vault(tmp_path / "Maya.toldonce")
    write(made, *NOTES)
    return made


def test_a_backup_is_the_same_kind_of_file(held: Vault, tmp_path: Path) -> None:
    place = make(held, tmp_path / "backups", DAY)
    assert place.name == "Maya 2026-05-12.toldonce"
    assert place.stat().st_mode & 0o777 == 0o600
    assert place.read_bytes()[:16] == held.number
    again = open_again(place)
    assert load(again) == load(held)
    again.close()
    held.close()


def test_a_second_backup_of_one_day_leaves_the_first(held: Vault, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    first = make(held, folder, DAY)
    write(held, "more")
    second = make(held, folder, DAY)
    assert second.name == "Maya 2026-05-12 2.toldonce"
    assert [backup.path for backup in found(folder, "Maya")] == [second, first]
    held.close()


def test_a_copy_that_differs_does_not_count(held: Vault, tmp_path: Path) -> None:
    part = tmp_path / "part"
    expected = copies.digest(held)
    write(held, "written in between")
    copies.copy_under_same_key(held, part)
    key = held.key()
    with pytest.raises(Damaged):
        copies.prove(part, key, expected)
    copies.prove(part, key, copies.digest(held))
    held.close()


def test_the_digest_sees_every_table(held: Vault) -> None:
    seen = {copies.digest(held)}
    for sql in (
        "INSERT INTO draft VALUES ('place', 'body', '')",
        "INSERT INTO about_file VALUES ('name', 'value')",
        "INSERT INTO attachment VALUES ('a', 1, 'n', 't', randomblob(16), x'00')",
        "INSERT INTO cover_key VALUES (1, randomblob(32), randomblob(32))",
        "UPDATE draft SET body = 'other'",
        "PRAGMA user_version = 7",
    ):
        held.run(sql)
        seen.add(copies.digest(held))
    assert len(seen) == 7
    held.close()


def test_files_of_other_names_are_not_backups(tmp_path: Path) -> None:
    for name in (
        "Maya.toldonce",
        "Maya 2026-13-40.toldonce",
        "Ana 2026-05-12.toldonce",
        "Maya 2026-05-12.toldonce.part",
        "Maya 2026-05-12.pdf",
    ):
        (tmp_path / name).write_bytes(b"")
    assert found(tmp_path, "Maya") == ()
    assert found(tmp_path / "nowhere", "Maya") == ()


def listed(days: list[date]) -> list[Backup]:
    return [Backup(path=Path(f"{day}"), day=day, again=1) for day in days]


def test_seven_days_four_weeks_and_twelve_months_are_kept() -> None:
    days = [DAY - timedelta(days=back) for back in range(800)]
    left = sorted((backup.day for backup in kept(listed(days))), reverse=True)
    assert left[:7] == days[:7]
    assert len(left) == 7 + 2 + 11
    assert len({(day.year, day.month) for day in left}) == 12


@given(st.lists(st.dates(date(2020, 1, 1), date(2027, 1, 1)), unique=True, min_size=1))
def test_what_is_kept_has_the_newest_and_stays_kept(days: list[date]) -> None:
    left = kept(listed(days))
    assert max(days) in {backup.day for backup in left}
    assert len(left) <= 7 + 4 + 12
    assert kept(left) == left


def test_only_old_backups_of_this_journal_are_deleted(tmp_path: Path) -> None:
    for back in range(60):
        for name in ("Maya", "Ana"):
            (tmp_path / f"{name} {DAY - timedelta(days=back)}.toldonce").write_bytes(b"")
    spared = tmp_path / f"Maya {DAY - timedelta(days=59)}.toldonce"
    prune(tmp_path, "Maya", lambda path: path != spared)
    assert len(found(tmp_path, "Ana")) == 60
    assert spared.exists()
    assert len(found(tmp_path, "Maya")) < 14


def test_all_backups_of_the_last_day_are_kept() -> None:
    same_day = [Backup(path=Path(str(again)), day=DAY, again=again) for again in range(1, 5)]
    assert kept(same_day) == frozenset(same_day)


def test_a_backup_is_put_back_in_the_place_of_what_is_set_aside(
    held: Vault,
    tmp_path: Path,
) -> None:
    folder = tmp_path / "backups"
    backup = make(held, folder, DAY)
    write(held, "newer", record="newer")
    newer = load(held)
    path = held.path
    held.close()
    side = path.with_name(path.name + "-journal")
    side.write_bytes(b"left by a crash")
    aside = set_aside(path, folder, DAY)
    put_back(backup, path, key_of(backup))
    assert not side.exists()
    assert aside.with_name(aside.name + "-journal").read_bytes() == b"left by a crash"
    again = open_again(path)
    assert len(load(again).newest) == len(NOTES)
    again.close()
    aside.with_name(aside.name + "-journal").unlink()
    again = open_again(aside)
    assert load(again) == newer
    again.close()


def test_a_backup_that_does_not_open_is_not_put_back(held: Vault, tmp_path: Path) -> None:
    backup = make(held, tmp_path / "backups", DAY)
    path = held.path
    held.close()
    before = path.read_bytes()
    with pytest.raises(WrongKey):
        put_back(backup, path, new_key())
    damaged = bytearray(backup.read_bytes())
    damaged[9000] ^= 1
    backup.write_bytes(damaged)
    with pytest.raises(Damaged):
        put_back(backup, path, key_of(path))
    assert path.read_bytes() == before
    assert {one.name for one in tmp_path.iterdir()} == {"Maya.toldonce", "backups"}


def test_a_folder_that_cannot_be_made_is_said(held: Vault, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_bytes(b"")
    with pytest.raises(StorageError):
        backups.make(held, in_the_way / "backups", DAY)
    held.close()
