"""The pages of a document that was given before, made again, and that its reader has read it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.domain.records import ShareRecord
from app.domain.records.record import RecordId
from app.domain.records.when import When, on_day
from app.services import given
from app.ui.desk import Desk
from app.ui.sharing.background_drawing import Shown, Wanted
from app.ui.sharing.given_list import GivenBefore


class GivingAgain(QObject):
    """Stands between the list of what was given and the pages: ``chosen()`` asks for them to be drawn."""

    chosen = Signal()

    def __init__(self, desk: Desk, listed: GivenBefore, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._listed = desk, listed
        self._record: ShareRecord | None = None
        listed.shown.connect(self._choose)
        listed.read.connect(self._note_read)

    @property
    def is_on(self) -> bool:
        """Whether the pages of one of before are shown, or about to be."""
        return self._record is not None

    def end(self) -> bool:
        """Go back to the document that is being made; tell whether another was shown."""
        was, self._record = self._record, None
        return was is not None

    def wanted(self) -> Wanted | None:
        """All that is needed to draw it as it was; None where nothing of before is chosen."""
        found = given.as_given(self._desk.journal, self._record) if self._record is not None else None
        if found is None:
            return None
        return Wanted(
            snapshot=found.journal, changed=found.changed, choice=found.choice, today=found.day, password=""
        )

    def say_same(self, shown: Shown) -> None:
        """Say how far the pages that are shown are the ones that were given."""
        if self._record is None:
            return
        say = self._desk.words.say
        if given.are_the_same(self._record, shown.drawn.rendered.data):
            self._listed.say_same(say("given.same", "These are exactly the pages they have."))
        else:
            like = "Made again from the journal as it stood then. A small thing may differ from their pages."
            self._listed.say_same(say("given.alike", like))

    def _choose(self, key: str) -> None:
        record = self._desk.snapshot.get(ShareRecord, RecordId(key))
        if record is None:
            return
        if given.as_given(self._desk.journal, record) is None:
            gone = "It was not kept what was chosen for it, so its pages can’t be made again."
            self._listed.say_same(self._desk.words.say("given.gone", gone))
            return
        self._record = record
        self.chosen.emit()

    def _note_read(self, key: str, when: When | None) -> None:
        desk = self._desk
        record = desk.snapshot.get(ShareRecord, RecordId(key))
        if record is not None:
            read = replace(record, read=when or on_day(desk.today()))
            said = desk.words.say("given.noted", "Noted that they have read it")
            desk.do(lambda: desk.journal.amend(read, what="Noted that it was read"), said)
