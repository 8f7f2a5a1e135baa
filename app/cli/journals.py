"""Commands about whole journals: make one, check it, copy it, change its keys."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.cli.keys import new_passphrase, passphrase, recovery_key, show_recovery_key
from app.cli.surroundings import Surroundings
from app.services.demo import DEMO_PASSPHRASE, demo_places, make_demo
from app.services.session import Session
from app.services.sharing import check_place
from app.storage.errors import AlreadyThere

DONE = 0


@contextmanager
def opened(around: Surroundings, path: Path, secret: str) -> Iterator[Session]:
    """A session with the journal open; locked again afterwards, with a backup if one is due."""
    session = around.session()
    session.unlock(path, secret)
    if session.welcome.older_than is not None:
        around.terminal.trouble(
            around.words.say("cli.older", "A newer copy of this journal was open here before.")
        )
    try:
        yield session
    finally:
        session.lock()


def demo(around: Surroundings, given: Namespace) -> int:
    """Write the made-up journal and its document; open the window unless told not to."""
    folder = given.folder.absolute()
    places = demo_places(folder)
    made = make_demo(around.make_session(places), folder, around.words, around.paper)
    say = around.words.say
    lines = (
        say("cli.demo.journal", "Journal: {path}", path=made.journal),
        say("cli.demo.document", "Document for Dr Rahal: {path}", path=made.document),
        say("cli.demo.passphrase", "Passphrase: {passphrase}", passphrase=DEMO_PASSPHRASE),
    )
    for line in lines:
        around.terminal.say(line)
    if not given.no_window:  # where there is no screen it says so, and the files are there all the same
        around.open_window(places, made.journal)
    return DONE


def create(around: Surroundings, given: Namespace) -> int:
    """Make a journal and print its recovery key once."""
    secret = new_passphrase(around, given.passphrase_file)
    session = around.session()
    session.create(given.journal, secret, given.name)
    try:
        lines = session.keys.recovery_key()
    finally:
        session.lock()
    around.terminal.say(around.words.say("cli.created", "Created {path}", path=given.journal))
    show_recovery_key(around, lines)
    return DONE


def check(around: Surroundings, given: Namespace) -> int:
    """Read everything there is, and say how much it was."""
    with opened(around, given.journal, passphrase(around, given)) as session:
        found = session.check()
        kinds = Counter(record.KIND for record in session.journal.snapshot)
    words = around.words
    around.terminal.say(
        words.say(
            "cli.checked",
            "Everything is as it was written: {records} records, {versions} versions, "
            "{changes} changes, {attachments} files.",
            records=words.number(found.records),
            versions=words.number(found.versions),
            changes=words.number(found.changes),
            attachments=words.number(found.attachments),
        )
    )
    for kind, count in sorted(kinds.items()):
        around.terminal.say(f"  {kind}: {words.number(count)}")
    return DONE


def backup(around: Surroundings, given: Namespace) -> int:
    """Write one backup that was opened and checked."""
    check_place(given.to)
    if given.to.resolve() == given.journal.resolve():
        raise AlreadyThere
    with opened(around, given.journal, passphrase(around, given)) as session:
        session.backups.make_at(given.to)
    around.terminal.say(
        around.words.say("cli.backup", "Backed up, opened and checked: {path}", path=given.to)
    )
    return DONE


def restore(around: Surroundings, given: Namespace) -> int:
    """Put a backup back. What stood in its place is set aside with the backups."""
    secret = passphrase(around, given)
    check_place(given.to)
    around.session().put_back(given.backup, given.to, secret)
    around.terminal.say(around.words.say("cli.restored", "Put back: {path}", path=given.to))
    return DONE


def rekey(around: Surroundings, given: Namespace) -> int:
    """Change the passphrase, and print the recovery key that comes with it."""
    secret = passphrase(around, given)
    new = new_passphrase(around, given.new_passphrase_file)
    with opened(around, given.journal, secret) as session:
        lines = session.keys.change_passphrase(new)
    return _changed(around, lines)


def recover(around: Surroundings, given: Namespace) -> int:
    """Open with the recovery key, set a new passphrase, and print the new recovery key."""
    typed = recovery_key(around, given.recovery_key_file)
    new = new_passphrase(around, given.new_passphrase_file)
    session = around.session()
    session.unlock_with_recovery_key(given.journal, typed)
    try:
        lines = session.keys.change_passphrase(new)
    finally:
        session.lock()
    return _changed(around, lines)


def _changed(around: Surroundings, lines: tuple[str, ...]) -> int:
    around.terminal.say(
        around.words.say("cli.rekeyed", "The passphrase is changed. The old keys stop working.")
    )
    show_recovery_key(around, lines)
    return DONE
