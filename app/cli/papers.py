"""Commands that bring files in and take files out."""

from argparse import Namespace

from app.cli.journals import DONE, opened
from app.cli.keys import passphrase
from app.cli.surroundings import Surroundings
from app.domain.derived.choice import Choice
from app.domain.derived.naming import kind_name
from app.domain.journal import Journal
from app.domain.records import KIND_NAMES
from app.domain.wording import Phrase
from app.services import exporting, importing, sharing
from app.services.importing import Suggestions
from app.services.session import Session
from app.services.sharing import Drawn
from app.storage.errors import CannotKeep


def import_file(around: Surroundings, given: Namespace) -> int:
    """Say what a file holds and, unless it is a dry run, bring in what is new."""
    health = importing.is_health_export(given.file)
    data = b"" if health else importing.load_file(given.file)
    with opened(around, given.journal, passphrase(around, given)) as session:
        journal, clock, make_id = session.journal, session.clock, session.make_id
        if health:
            found = importing.look_at_health(given.file, journal.snapshot, clock, make_id)
        else:
            found = importing.look(data, given.file.name, journal.snapshot, clock, make_id)
        if not given.dry_run and found.new:
            importing.accept(journal, found)
    _tell(around, found, dry_run=given.dry_run)
    return DONE


def _tell(around: Surroundings, found: Suggestions, *, dry_run: bool) -> None:
    say, words = around.terminal.say, around.words
    head = (
        Phrase("cli.import.would", "{form}. This would come in:")
        if dry_run
        else Phrase("cli.import.in", "{form}. New:")
    )
    say(words.say(*head, form=found.form))
    for kind, count in found.by_kind:
        say(f"  {kind_name(KIND_NAMES[kind], count, words)}")
    if not found.new:
        say(words.say("cli.import.nothing", "  nothing"))
    if found.already:
        say(words.count("cli.import.already", "Already here: {n}", "Already here: {n}", found.already))
    for name, count in found.not_understood:
        say(words.say("cli.import.not_understood", "Not understood: {name}, {n}", name=name, n=count))
    if found.someone_else:
        said = "This file is about {name}, born on another day than the person of this journal. Look twice."
        say(words.say("cli.import.someone_else", said, name=found.someone_else))
    for name in found.not_written:
        say(words.say("cli.import.not_written", "Not written there: {name}", name=name))


def export(around: Surroundings, given: Namespace) -> int:
    """Make the document, save it, note that it was given."""
    sharing.check_new_place(given.out)
    _refuse_half_characters(given.reader, given.out.name)
    with opened(around, given.journal, passphrase(around, given)) as session:
        drawn = _drawn(around, session, given)
        sharing.save(drawn, given.out)
        sharing.note_given(session.journal, drawn, given.out.name, session.clock, session.make_id)
    _tell_saved(around, drawn, given)
    return DONE


def _refuse_half_characters(*texts: str) -> None:
    """Refuse what the journal can't keep of a giving before there is a file, not after."""
    try:
        "".join(texts).encode()
    except UnicodeEncodeError:
        raise CannotKeep from None


def _drawn(around: Surroundings, session: Session, given: Namespace) -> Drawn:
    choice = _choice(around, session.journal.snapshot, given)
    today, changed = session.clock.today(), sharing.changed_since(session.journal)
    built = sharing.prepare(session.journal.snapshot, choice, today, around.words, changed)
    return sharing.draw(choice, built, around.words)


def _choice(around: Surroundings, journal: Journal, given: Namespace) -> Choice:
    reader = sharing.reader_called(journal, given.reader)
    return Choice(
        kind=given.document,
        for_clinician=reader,
        someone_else="" if reader else given.reader,
        since=given.since,
        paper=around.paper,
    )


def _tell_saved(around: Surroundings, drawn: Drawn, given: Namespace) -> None:
    say, words = around.terminal.say, around.words
    pages = drawn.rendered.pages
    saved = words.count(
        "cli.saved", "Saved: {path} ({n} page)", "Saved: {path} ({n} pages)", pages, path=given.out
    )
    say(saved)
    for row in drawn.built.left_out.rows:
        say(words.say("cli.left_out", "Left out: {row}", row=row.sentence))
    for warning in drawn.built.warnings:
        say(warning)
    if drawn.rendered.missing:
        names = ", ".join(drawn.rendered.missing)
        say(words.say("cli.missing", "These characters can't be printed: {names}", names=names))


def _take(around: Surroundings, session: Session, given: Namespace) -> int:
    journal, out = session.journal, given.out
    if given.form == "csv":
        return exporting.take_tables(journal, out)
    if given.form == "fhir":
        now = session.clock.now()
        return exporting.take_fhir(journal, out, around.words, now, private=given.private)
    return exporting.take(journal, out)


def take(around: Surroundings, given: Namespace) -> int:
    """Write everything to one readable file, as JSON with every earlier version."""
    sharing.check_new_place(given.out)
    with opened(around, given.journal, passphrase(around, given)) as session:
        size = _take(around, session, given)
    words = around.words
    told = "Everything is in {path} ({n} bytes). It is not encrypted."
    around.terminal.say(words.say("cli.taken", told, path=given.out, n=words.number(size)))
    return DONE
