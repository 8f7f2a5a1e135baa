from pathlib import Path

import pytest

from app.storage import migrations
from app.storage.errors import NewerFile
from app.storage.migrations import migrate, shipped_steps, start, statements, version_of
from app.storage.upcasts import SHAPE
from app.storage.vault import Step, Vault, create
from tests.storage.cheap import new_key, new_vault

OLD_FILES = Path(__file__).parents[1] / "old_files"


@pytest.fixture
def held(tmp_path: Path) -> Vault:
    return new_vault(tmp_path / "Maya.toldonce")


def test_the_steps_are_numbered_without_gaps_and_the_last_is_the_shape_of_bodies() -> None:
    assert list(shipped_steps()) == list(range(1, SHAPE + 1))


def test_every_step_and_every_shape_has_a_kept_sample() -> None:
    kept = {path.name for path in OLD_FILES.glob("*.toldonce")}
    assert kept == {f"step-{number:04d}.toldonce" for number in shipped_steps()}


def test_a_file_of_today_needs_no_step(held: Vault) -> None:
    copies: list[Vault] = []
    assert not migrate(held, copies.append)
    assert copies == []
    assert version_of(held) == SHAPE
    held.close()


def test_a_copy_is_made_before_the_first_step_and_only_then(held: Vault) -> None:
    steps = {**shipped_steps(), 2: "CREATE TABLE b (a);", 3: "CREATE TABLE c (a);"}
    seen: list[int] = []
    announced: list[Step] = []
    migrate(
        held,
        lambda vault: seen.append(version_of(vault)),
        steps=steps,
        announce=announced.append,
    )
    assert seen == [1]
    assert announced == [Step.BRINGING_UP_TO_DATE]
    assert version_of(held) == 3
    held.close()


def test_without_the_copy_nothing_is_changed(held: Vault) -> None:
    def no_room(_vault: Vault) -> None:
        raise NewerFile

    with pytest.raises(NewerFile):
        migrate(held, no_room, steps={**shipped_steps(), 2: "CREATE TABLE b (a);"})
    assert version_of(held) == 1
    held.close()


def test_a_step_that_fails_leaves_the_file_as_it_was(held: Vault) -> None:
    steps = {**shipped_steps(), 2: "CREATE TABLE b (a);\nCREATE TABLE b (a);"}
    with pytest.raises(Exception, match="already exists"):
        migrate(held, lambda _: None, steps=steps)
    assert version_of(held) == 1
    assert held.rows("SELECT name FROM sqlite_master WHERE name = 'b'") == []
    held.close()


@pytest.mark.parametrize("reached", [0, 2, 99])
def test_a_file_of_a_newer_version_is_refused_untouched(held: Vault, reached: int) -> None:
    held.run(f"PRAGMA user_version = {reached}")
    with pytest.raises(NewerFile):
        migrate(held, lambda _: None)
    assert version_of(held) == reached
    held.close()


def test_statements_are_cut_where_they_end() -> None:
    sql = "-- a; comment\nCREATE TABLE a (\n  b TEXT DEFAULT 'x;y'\n);\nDROP TABLE a; \n"
    assert list(statements(sql)) == [
        "-- a; comment\nCREATE TABLE a (\n  b TEXT DEFAULT 'x;y'\n);",
        "DROP TABLE a;",
    ]


def test_a_new_file_is_made_in_one_transaction(tmp_path: Path) -> None:
    held = create(tmp_path / "a.toldonce", new_key())
    with pytest.raises(Exception, match="syntax error"):
        start(held, {1: "CREATE TABLE a (b);\nNOT SQL;"})
    assert held.rows("SELECT name FROM sqlite_master") == []
    assert migrations.version_of(held) == 0
    held.close()
