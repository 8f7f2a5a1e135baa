"""The commands and their options. A mistake here is usage: argparse says it and the exit code is 2."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from app import __version__
from app.cli import commands, journals, papers
from app.cli.keys import STANDARD_INPUT
from app.cli.surroundings import Surroundings
from app.domain.derived.choice import NEW_CLINICIAN
from app.domain.quick_line import read_when
from app.domain.records import KIND_NAMES
from app.services.sharing import DOCUMENTS
from app.storage.files import SUFFIX

Run = Callable[[Surroundings, argparse.Namespace], int]


class Commands(Protocol):
    """What `add_subparsers` gives."""

    def add_parser(
        self,
        name: str,
        *,
        help: str,  # noqa: A002 - argparse's word
        description: str,
        allow_abbrev: bool,
    ) -> argparse.ArgumentParser:
        """Add one command."""


def parser(now: datetime) -> argparse.ArgumentParser:
    """Every command. `now` is what dates in words are told from."""
    top = argparse.ArgumentParser(
        prog="told-once",
        allow_abbrev=False,
        description="An encrypted journal for living with a condition. Without a command the window opens; "
        "with a journal's file alone, on that journal.",
    )
    top.add_argument("--version", action="version", version=f"Told Once {__version__}")
    top.add_argument("--self-test", action="store_true", help="try the main job once and say what was done")
    each = top.add_subparsers(dest="command", metavar="COMMAND")
    _add_journals(each)
    _add_records(each, now)
    _add_papers(each, now)
    _add_keys(each)
    return top


def read(arguments: Sequence[str], now: datetime) -> argparse.Namespace:
    """What was asked for; ends the run with 2 on a mistake.

    A word that no option takes is never repeated: it may be a passphrase.
    """
    made = parser(now)
    given, unknown = made.parse_known_args(arguments)
    if unknown:
        made.error("there is a word or an option here that this command does not take")
    return given


def _add_journals(to: Commands) -> None:
    demo = _command(
        to, "demo", "write a made-up journal and its PDF into a folder, and open it", journals.demo
    )
    demo.add_argument("folder", type=Path, metavar="FOLDER")
    demo.add_argument("--no-window", action="store_true", help="write the files only")
    create = _command(to, "create", "make a new journal; prints its recovery key once", journals.create)
    create.add_argument("journal", type=_journal_to_be, metavar="JOURNAL")
    create.add_argument("--name", required=True, help="whose journal it is")
    _add_passphrase(create)
    _on_journal(to, "check", "check every page, seal and record", journals.check)
    backup = _on_journal(to, "backup", "write a proved backup", journals.backup)
    backup.add_argument("--to", type=Path, required=True, metavar="FILE")
    restore = _command(to, "restore", "put a backup in the place of a journal", journals.restore)
    restore.add_argument("backup", type=Path, metavar="FILE")
    restore.add_argument("--to", type=_journal_to_be, required=True, metavar="JOURNAL")
    _add_passphrase(restore)


def _add_records(to: Commands, now: datetime) -> None:
    log = _on_journal(to, "log", "write one line, as in the window", commands.log)
    log.add_argument("line", metavar="LINE", help='as in "headache 6 yesterday evening"')
    listing = _on_journal(to, "list", "list what is written, the oldest first", commands.list_records)
    listing.add_argument("--kind", type=_kind, choices=sorted(KIND_NAMES), metavar="KIND", help=_KINDS_HELP)
    listing.add_argument("--find", default="", metavar="TEXT")
    _add_since(listing, now)
    bring_in = _on_journal(
        to,
        "import",
        "bring in a file: FHIR, C-CDA, Apple Health, a CSV table, or what `take` wrote",
        papers.import_file,
    )
    bring_in.add_argument("file", type=Path, metavar="FILE")
    bring_in.add_argument("--dry-run", action="store_true", help="say what would come in, and change nothing")


def _add_papers(to: Commands, now: datetime) -> None:
    export = _on_journal(to, "export", "make a PDF to hand over", papers.export)
    export.add_argument("--document", choices=DOCUMENTS, default=NEW_CLINICIAN)
    export.add_argument("--for", dest="reader", default="", metavar="NAME", help="who it is for")
    _add_since(export, now)
    export.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    take = _on_journal(
        to, "take", "take everything out, nothing lost; the file is not encrypted", papers.take
    )
    take.add_argument("--as", dest="form", choices=("json", "csv", "fhir"), required=True, help=_FORMS_HELP)
    take.add_argument("--private", action="store_true", help="with what is kept private, in FHIR too")
    take.add_argument("--out", type=Path, required=True, metavar="FILE")


def _add_keys(to: Commands) -> None:
    change = _on_journal(
        to, "passphrase", "change the passphrase; prints the new recovery key", journals.rekey
    )
    _add_new_passphrase(change)
    recover = _command(to, "recover", "open with the recovery key and set a new passphrase", journals.recover)
    recover.add_argument("journal", type=Path, metavar="JOURNAL")
    recover.add_argument("--recovery-key-file", default="", metavar="PATH", help=_SECRET_HELP)
    _add_new_passphrase(recover)


_SECRET_HELP = f"read it from a file instead of the terminal ({STANDARD_INPUT}: standard input)"
_FORMS_HELP = "json: all of it, with every earlier version; csv: tables in a ZIP; fhir: for another system"
_KINDS_HELP = "one kind only, as in symptom-entry, treatment-change, question or visit"


def _command(to: Commands, name: str, told: str, run: Run) -> argparse.ArgumentParser:
    described = told[:1].upper() + told[1:] + "."
    made = to.add_parser(name, help=told, description=described, allow_abbrev=False)
    made.set_defaults(run=run)
    return made


def _on_journal(to: Commands, name: str, told: str, run: Run) -> argparse.ArgumentParser:
    made = _command(to, name, told, run)
    made.add_argument("journal", type=Path, metavar="JOURNAL", help="the .toldonce file")
    _add_passphrase(made)
    return made


def _add_passphrase(to: argparse.ArgumentParser) -> None:
    to.add_argument("--passphrase-file", default="", metavar="PATH", help=_SECRET_HELP)


def _add_new_passphrase(to: argparse.ArgumentParser) -> None:
    to.add_argument("--new-passphrase-file", default="", metavar="PATH", help=_SECRET_HELP)


def _add_since(to: argparse.ArgumentParser, now: datetime) -> None:
    to.add_argument(
        "--since",
        type=lambda text: _day(text, now),
        metavar="DATE",
        help='from this day on, as in 2026-02-12 or "12 February"',
    )


def _day(text: str, now: datetime) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        when = read_when(text, now).when
    if when is None or not when.is_dated:
        raise argparse.ArgumentTypeError("this is not a date Told Once understands")
    return when.earliest


def _kind(text: str) -> str:
    return text.replace("-", " ").replace("_", " ").casefold()


def _journal_to_be(text: str) -> Path:
    path = Path(text)
    if path.suffix != SUFFIX:
        raise argparse.ArgumentTypeError(f"a journal's name ends in {SUFFIX}")
    return path
