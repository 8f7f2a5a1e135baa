"""A cost that makes tests quick. It is in no shipped table, so no shipped program opens such a file."""

from pathlib import Path

from app.storage import migrations, vault
from app.storage.keys import COSTS, Cost, FileKey, derive, new_number
from app.storage.vault import Vault
from app.storage.versions import Body, append

PROFILE = 15
CHEAP = {**COSTS, PROFILE: Cost(memory_kib=8, passes=1, lanes=1)}
PASSPHRASE = "quiet otter under lamplight"  # noqa: S105 - it opens only test files
NOTES = tuple(f"note {number} " + "about a long day " * 60 * number for number in range(12))
"""From one that fits a page to some that run over several."""
AT = "2026-05-12T09:30:00+02:00"


def new_key(passphrase: str = PASSPHRASE) -> FileKey:
    return derive(passphrase, new_number(PROFILE), CHEAP)


def key_of(path: Path, passphrase: str = PASSPHRASE) -> FileKey:
    return derive(passphrase, vault.read_number(path), CHEAP)


def new_vault(path: Path, passphrase: str = PASSPHRASE) -> Vault:
    made = vault.create(path, new_key(passphrase))
    migrations.start(made)
    return made


def open_again(path: Path, passphrase: str = PASSPHRASE) -> Vault:
    return vault.open_vault(path, key_of(path, passphrase))


def body(record: str, text: str) -> Body:
    return Body(record=record, kind="note", written=AT, text=f'{{"text":"{text}"}}')


def write(held: Vault, *texts: str, record: str = "r", what: str = "Added a note") -> int:
    with held.transaction():
        return append(
            held,
            at=AT,
            what=what,
            bodies=[body(f"{record}{place}", text) for place, text in enumerate(texts)],
        )
