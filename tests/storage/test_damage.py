"""Damage is noticed before a wrong word is shown."""

from collections import Counter
from pathlib import Path

import pytest

from app.storage.drafts import drop_draft, save_draft
from app.storage.driver import driver, give_key
from app.storage.errors import Damaged, StorageError
from app.storage.vault import PAGE_BYTES, Vault
from app.storage.versions import load, version
from tests.storage.cheap import AT, key_of, new_vault, open_again, write

LONG = "The knee was worse after the dose was reduced to 5 mg. " * 110
ROWS = 40


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    place = tmp_path_factory.mktemp("whole") / "Maya.toldonce"
    held = new_vault(place)
    write(held, *(f"{number} {LONG}" for number in range(ROWS)))
    held.close()
    return place.read_bytes()


@pytest.fixture
def path(tmp_path: Path, whole: bytes) -> Path:
    place = tmp_path / "Maya.toldonce"
    place.write_bytes(whole)
    return place


def unchecked(path: Path) -> Vault:
    """Connect without any of the checks of unlocking, to see what the seals notice alone."""
    connection = driver.connect(f"{path.as_uri()}?mode=rw", uri=True, isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = none")
    key = key_of(path)
    give_key(connection, key.spec())
    return Vault(path, key, connection)


def read_row(path: Path, row: int) -> str:
    held = unchecked(path)
    try:
        found = version(held, f"r{row}", 1)
    except StorageError:
        return "noticed"
    finally:
        held.close()
    return "right" if found and found.body == f'{{"text":"{row} {LONG}"}}' else "wrong"


def test_a_damaged_page_never_shows_a_wrong_text(path: Path, whole: bytes) -> None:
    pages = len(whole) // PAGE_BYTES
    chosen = range(pages - 40, pages)
    seen: Counter[str] = Counter()
    for page in chosen:
        damaged = bytearray(whole)
        damaged[page * PAGE_BYTES + 1000] ^= 1
        path.write_bytes(damaged)
        seen.update(read_row(path, row) for row in range(0, ROWS, 2))
        with pytest.raises(Damaged):
            open_again(path)
    assert seen["wrong"] == 0
    assert seen["noticed"] > 0
    assert seen["right"] > 0


@pytest.mark.parametrize("place", [20, 500, 4095, 4096, 70_000, 150_000])
def test_one_flipped_bit_anywhere_is_refused(path: Path, whole: bytes, place: int) -> None:
    damaged = bytearray(whole)
    damaged[place] ^= 4
    path.write_bytes(damaged)
    with pytest.raises(StorageError):
        open_again(path)
    assert path.read_bytes() == bytes(damaged)


@pytest.mark.parametrize("size", [4096, 8192, 5000, 40_960, 100_000, -1, -4096])
def test_a_file_cut_short_is_refused(path: Path, whole: bytes, size: int) -> None:
    path.write_bytes(whole[:size])
    with pytest.raises(StorageError):
        open_again(path)


def test_two_pages_swapped_are_refused(path: Path, whole: bytes) -> None:
    pages = [whole[at : at + PAGE_BYTES] for at in range(0, len(whole), PAGE_BYTES)]
    pages[5], pages[9] = pages[9], pages[5]
    path.write_bytes(b"".join(pages))
    with pytest.raises(Damaged):
        open_again(path)


def test_a_page_of_an_older_state_put_back_is_noticed(path: Path, whole: bytes) -> None:
    held = open_again(path)
    write(held, "changed since", record="r1")
    held.close()
    later = path.read_bytes()
    noticed = 0
    for at in range(PAGE_BYTES, len(whole), PAGE_BYTES):
        old, new = whole[at : at + PAGE_BYTES], later[at : at + PAGE_BYTES]
        if old != new:
            path.write_bytes(later[:at] + old + later[at + PAGE_BYTES :])
            with pytest.raises(StorageError):
                load(open_again(path))
            noticed += 1
    assert noticed >= 2


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("UPDATE version SET body = '{}' WHERE record = 'r7'", "row seal"),
        ("UPDATE version SET kind = 'event' WHERE record = 'r7'", "row seal"),
        ("UPDATE version SET written = '' WHERE record = 'r7'", "row seal"),
        ("UPDATE version SET number = 2 WHERE record = 'r7'", "row seal"),
        ("DELETE FROM version WHERE record = 'r7'", "chain of changes"),
        ("UPDATE change SET what = 'something else'", "chain of changes"),
        ("UPDATE change SET at = ''", "chain of changes"),
        ("UPDATE change SET shape = 2", "chain of changes"),
        ("UPDATE change SET undoes = 1", "chain of changes"),
        ("UPDATE change SET chain = randomblob(32)", "chain of changes"),
        (
            "INSERT INTO attachment VALUES ('a', 1, 'n', 't', randomblob(16), x'00')",
            "chain of changes",
        ),
    ],
)
def test_a_row_that_was_changed_behind_our_back_is_noticed(
    path: Path,
    sql: str,
    what: str,
) -> None:
    held = open_again(path)
    held.run("PRAGMA foreign_keys = off")
    held.run(sql)
    with pytest.raises(Damaged) as caught:
        load(held)
    assert caught.value.what == what
    held.close()


def test_damage_where_nothing_is_written_is_noticed_too(tmp_path: Path) -> None:
    place = tmp_path / "Maya.toldonce"
    held = new_vault(place)
    save_draft(held, "today/line", LONG * 4, AT)
    drop_draft(held, "today/line")
    assert held.rows("PRAGMA freelist_count")[0][0] > 2
    held.close()
    data = bytearray(place.read_bytes())
    data[-PAGE_BYTES // 2] ^= 1
    place.write_bytes(data)
    with pytest.raises(Damaged) as caught:
        open_again(place)
    assert "page seal" in str(caught.value)
