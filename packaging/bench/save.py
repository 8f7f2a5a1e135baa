"""Saving one entry, against one bare SQLCipher commit in the same DELETE and EXTRA mode."""

import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

import journals
from measure import median, report

from app.storage import keys, vault
from app.storage.driver import driver, give_key

TIMES = 200


def bare_commits(folder: Path) -> Callable[[], None]:
    """One insert of one row, committed, each time it is called."""
    path = folder / "bare.db"
    path.touch()
    connection = driver.connect(f"{path.as_uri()}?mode=rw", uri=True, isolation_level=None)
    give_key(connection, keys.FileKey(bytearray(32), keys.new_number()).spec())
    for name, wanted, _ in vault.SETTINGS:
        connection.execute(f"PRAGMA {name} = {wanted}")
    connection.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")

    def commit() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO entry (body) VALUES (?)", ("x" * 300,))
        connection.execute("COMMIT")

    return commit


def main() -> None:
    """Measure in a journal of three years."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = journals.make(folder, 1500)
        keeper = journals.session(folder)
        journal = keeper.unlock(path, journals.PASSPHRASE)
        numbers = count(1500)
        commit = bare_commits(folder)
        bare = median(commit, TIMES)
        ours = median(lambda: journal.record(journals.entry(next(numbers))), TIMES)
        report(bare=bare, ours=ours)
        keeper.lock(backup=False)


if __name__ == "__main__":
    main()
