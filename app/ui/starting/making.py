"""What first run does once everything has been chosen; slow on purpose, for a worker."""

from dataclasses import replace
from pathlib import Path

from app.services.session import Session
from app.ui.starting.computer_step import OnThisComputer
from app.ui.starting.whose_step import Whose


def make_journal(session: Session, whose: Whose, passphrase: str) -> tuple[str, ...]:
    """Make the journal and return the lines of its recovery key. Slow on purpose: use a worker."""
    journal = session.create(session.free_path(whose.name), passphrase, whose.name)
    person = journal.snapshot.person
    if person is not None:
        said = replace(person, born=whose.born, for_another=whose.for_another)
        journal.amend(said, what="Wrote whose journal it is")
    return session.keys.recovery_key()


def settle(session: Session, choices: OnThisComputer) -> None:
    """Carry out what was chosen for this computer. Raises any StorageError."""
    session.state.set_look(replace(session.state.look(), lock_minutes=choices.minutes))
    session.backups.choose_folders(choices.backups)
    if choices.with_login:
        session.keys.remember_here()


def put_back_and_open(session: Session, backup: Path, passphrase: str) -> None:
    """Put a backup back as a journal of this computer and open it. Raises any StorageError."""
    target = session.free_path(backup.stem)
    session.put_back(backup, target, passphrase)
    session.unlock(target, passphrase)
