"""Unlocking, against Argon2id alone and against a bare open with both checks, read and decode.

Argument: how many records.
"""

import sys
import tempfile
from pathlib import Path

import journals
from measure import report, seconds

from app.domain.journal import Journal
from app.i18n import Words
from app.storage import codec, keys, recovery_key, vault
from app.storage.driver import driver, give_key
from app.ui import application
from app.ui.theme.look import Look
from app.ui.told_once import ToldOnce

READ = "SELECT kind, body FROM version"


def bare_open(path: Path, key: keys.FileKey) -> None:
    """The least that opening safely takes: both checks, every row read, every body decoded."""
    connection = driver.connect(f"{path.as_uri()}?mode=rw", uri=True, isolation_level=None)
    try:
        give_key(connection, key.spec())
        for name, wanted, _ in vault.SETTINGS:
            connection.execute(f"PRAGMA {name} = {wanted}")
        connection.execute("PRAGMA cipher_integrity_check").fetchall()
        connection.execute("PRAGMA quick_check").fetchall()
        rows = connection.execute(READ).fetchall()
        Journal({record.id: record for record in (codec.decode(kind, body) for kind, body in rows)})
    finally:
        connection.close()


def main(records: int) -> None:
    """Measure at one size. The recovery key opens a journal without the key derivation."""
    app = application.make(sys.argv[:1], Look(theme="day"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = journals.make(folder, records)
        key = keys.derive(journals.PASSPHRASE, vault.read_number(path))
        typed = "\n".join(recovery_key.lines_of(key))
        argon = min(seconds(lambda: keys.derive(journals.PASSPHRASE, key.number)) for _ in range(3))
        bare = min(seconds(lambda: bare_open(path, key)) for _ in range(5))
        ours = min(unlocking(folder, path, typed) for _ in range(5))
        painted = min(painting(folder, path, typed) for _ in range(3))
        report(argon=argon, bare=bare, ours=ours, painted=painted)
    app.quit()


def unlocking(folder: Path, path: Path, typed: str) -> float:
    """Open the journal as the window does; how long that took, without closing it again."""
    keeper = journals.session(folder)
    taken = seconds(lambda: keeper.unlock_with_recovery_key(path, typed))
    keeper.lock(backup=False)
    return taken


def painting(folder: Path, path: Path, typed: str) -> float:
    """From the open journal to Today on the screen: what is worked out, made and painted."""
    keeper = journals.session(folder)
    told_once = ToldOnce(keeper, Words())
    told_once.start(path)
    told_once.window.resize(1366, 768)
    told_once.window.show()
    told_once.window.grab()
    keeper.unlock_with_recovery_key(path, typed)
    taken = seconds(told_once.show_journal) + seconds(told_once.window.grab)
    told_once.window.close()
    return taken


if __name__ == "__main__":
    main(int(sys.argv[1]))
