"""What a page works with: the open journal, the words it speaks, the day, and ways to say and to go."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from app.domain.journal import Journal
from app.domain.quick_line import read_when
from app.domain.records import Clinician
from app.domain.records.record import ClinicianId, RecordId
from app.domain.records.when import When
from app.i18n import Words
from app.services.changes import Change
from app.services.errors import explain, is_known
from app.services.open_journal import OpenJournal
from app.services.session import Session
from app.ui.bridge import JournalBridge


class Desk(QObject):
    """One open journal on the desk. Pages ask it, and tell it what the person did.

    `said(sentence, undoable)` asks for a toast, `offered(sentence, (word, what it does))`
    for one with a button of its own, `troubled(sentence)` for a notice, `wanted(page, what)` for
    another page, with the id of what to open there or an empty text; `pointed(page, what)` for another page
    with `what` chosen and in view, but no form open; `left()` asks for the page the person came from, where
    a page beside the rail's tabs is done with; `bad_day_noted()` asks for the page of a bad day that is
    saved; `changed(Change)` follows every command.
    `leaving(why, path)` asks for the journal to be locked, and for the one at `path` after it;
    `set_aside(sentence, take_back)` follows what was put aside on Today, which no record holds;
    `preferred(before, after, sentence)` follows a preference that was kept on this computer;
    `putting_back(path, passphrase)` asks for a backup to be put in the place of this journal.
    """

    said = Signal(str, bool)
    offered = Signal(str, object)
    troubled = Signal(str)
    wanted = Signal(str, str)
    pointed = Signal(str, str)
    left = Signal()
    leaving = Signal(str, str)
    changed = Signal(object)
    preferred = Signal(object, object, str)
    putting_back = Signal(object, str)
    bad_day_noted = Signal()
    set_aside = Signal(str, object)

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__()
        self.session = session
        self.words = words
        self.pages: frozenset[str] = frozenset()  # the keys of those there are
        self._bridge = JournalBridge(self.journal.observers, self)
        self._bridge.changed.connect(self.changed)

    @property
    def journal(self) -> OpenJournal:
        """The open journal. Raises NothingOpen."""
        return self.session.journal

    @property
    def snapshot(self) -> Journal:
        """What the journal says now, as far as it may be in view: all that a page ever gets."""
        return self.journal.seen

    def now(self) -> datetime:
        """The moment, with its offset from UTC."""
        return self.session.clock.now()

    def today(self) -> date:
        """The day on the person's calendar."""
        return self.session.clock.today()

    def new_id(self) -> RecordId:
        """An id that no record has yet."""
        return RecordId(self.session.make_id())

    def do(self, command: Callable[[], Change], said: str = "") -> Change | None:
        """Carry out a command and say so; on known trouble say that instead and give None.

        What is typed stays where it is: only a page that got its change clears a field.
        """
        try:
            change = command()
        except Exception as error:
            if not is_known(error):
                raise
            self.troubled.emit(" ".join(explain(error, self.words)))
            return None
        if said:
            self.said.emit(said, bool(change.ids))
        return change

    def prefer(self, said: str, **chosen: object) -> bool:
        """Keep preferences on this computer and use them at once; say so if they can't be kept."""
        state = self.session.state
        before = state.look()
        after = replace(before, **chosen)  # type: ignore[arg-type]
        if after == before:
            return True
        try:
            state.set_look(after)
        except Exception as error:
            if not is_known(error):
                raise
            self.troubled.emit(" ".join(explain(error, self.words)))
            return False
        self.preferred.emit(before, after, said)
        return True

    def keep_draft(self, place: str, text: str) -> bool:
        """Keep words that are being typed, or drop them where there are none; say so if they can't be kept.

        The words stay where they are typed either way.
        """
        try:
            if text:
                self.journal.save_draft(place, text)
            else:
                self.journal.drop_draft(place)
        except Exception as error:
            if not is_known(error):
                raise
            self.troubled.emit(" ".join(explain(error, self.words)))
            return False
        return True

    def read_when(self, text: str) -> tuple[When | None, str]:
        """What a date in words means, and how it is said: for every When field."""
        read = read_when(text, self.now(), month_first=self._month_first).when
        return read, self._said_as(read)

    def read_when_ahead(self, text: str) -> tuple[When | None, str]:
        """The same for what is still to come, such as a visit."""
        read = read_when(text, self.now(), ahead=True, month_first=self._month_first).when
        return read, self._said_as(read)

    @property
    def _month_first(self) -> bool:
        return self.words.date_style == "month"

    def _said_as(self, when: When | None) -> str:
        """The date in words, and a remark on one that lies before the birth date; it is kept all the same."""
        if when is None:
            return ""
        said, person = self.words.when(when), self.snapshot.person
        born = person.born if person is not None else None
        if born is None or not born.is_dated or not when.is_dated or when.latest >= born.earliest:
            return said
        before = "{date}. That is before the birth date in About me. Is it right?"
        return self.words.say("when.before_birth", before, date=said)

    def clinicians(self) -> dict[ClinicianId, str]:
        """Everyone in the care team by name, those of now first."""
        team = sorted(self.snapshot.of(Clinician), key=lambda c: (c.until is not None, c.order, c.name))
        return {ClinicianId(clinician.id): clinician.called for clinician in team}

    def leave(self) -> None:
        """Stop listening, before the journal is locked."""
        self._bridge.close()
