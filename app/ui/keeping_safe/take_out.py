"""Take everything out, so that nobody is locked in (interface.md 11.16)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.wording import Phrase
from app.i18n import Words
from app.services.exporting import take, take_fhir, take_tables
from app.ui import background, errors
from app.ui.desk import Desk
from app.ui.keeping_safe.panel import Panel
from app.ui.keeping_safe.section import Section
from app.ui.widgets.button import Button
from app.ui.widgets.layout import Hairline
from app.ui.widgets.notice import Notice
from app.ui.widgets.text import Text
from app.ui.widgets.tick_box import TickBox
from app.ui.widgets.working import Working

ENCRYPTED, FHIR = "encrypted", "fhir"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One form everything can be taken out in: its name, what it holds, and how its file's name ends."""

    key: str
    phrase: Phrase
    what: Phrase
    ending: str


WAYS = (
    Way(
        key="json",
        phrase=Phrase("take.json", "Everything (JSON)"),
        what=Phrase(
            "take.json.what",
            "Every entry with its earlier versions, and every file you kept. "
            "Told Once can bring it in again.",
        ),
        ending="json",
    ),
    Way(
        key="csv",
        phrase=Phrase("take.csv", "Tables (CSV)"),
        what=Phrase(
            "take.csv.what",
            "One table for each kind of entry, for a spreadsheet, and every file you kept, in one ZIP. "
            "Earlier versions are not in it.",
        ),
        ending="zip",
    ),
    Way(
        key=FHIR,
        phrase=Phrase("take.fhir", "For another system (FHIR)"),
        what=Phrase(
            "take.fhir.what",
            "What a clinic’s or another app’s system can read. Things it has no place for go along in words.",
        ),
        ending="fhir.json",
    ),
    Way(
        key=ENCRYPTED,
        phrase=Phrase("take.encrypted", "One encrypted file"),
        what=Phrase(
            "take.encrypted.what",
            "The whole journal as it is. It opens with Told Once and your passphrase, or your recovery key.",
        ),
        ending="toldonce",
    ),
)


class TakeOutPanel(Panel):
    """A section for each form. Each lands in a new file where the person chooses."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        say = desk.words.say
        self._busy = False
        self._last: Path | None = None
        self.buttons = {way.key: Button(_name(way, desk.words), icon="export") for way in WAYS}
        self.private = TickBox(say("take.private", "With what I keep private"))
        self.show_folder = Button(say("share.show_folder", "Show in folder"), size="small")
        self.done = Notice(actions=(self.show_folder,))
        self.working = Working(say("take.working", "Taking everything out…"))
        clear = "These files are not encrypted. Anyone who has them can read them."
        self.body.addWidget(self.done)
        self.body.addWidget(self.working)
        self.body.addWidget(Notice(say("take.clear", clear)))
        for way in WAYS:
            self.body.addWidget(Hairline())
            self.body.addWidget(self._section(way))
        self.body.addStretch(1)
        self.show_folder.clicked.connect(self._show_folder)

    def first_focus(self) -> QWidget:
        """The first form."""
        return self.buttons["json"]

    def take_to(self, key: str, path: str) -> None:
        """Write everything to a new file in a worker, and say so."""
        if self._busy:
            return
        self._busy = True
        self.done.say("")
        self.working.begin()
        done = partial(self._taken, Path(path))
        background.run(self, self._work(key, Path(path)), done=done, failed=self._failed)

    def _work(self, key: str, path: Path) -> Callable[[], object]:
        session = self.desk.session
        if key == ENCRYPTED:
            return partial(session.backups.make_at, path)
        if key == FHIR:
            private = self.private.isChecked()
            return partial(take_fhir, session.journal, path, self.words, self.desk.now(), private=private)
        return partial(take_tables if key == "csv" else take, session.journal, path)

    def _section(self, way: Way) -> Section:
        say = self.words.say
        what = Text(say(*way.what), "small", tone="ink2")
        parts = (what, self.private) if way.key == FHIR else (what,)
        button = self.buttons[way.key]
        button.clicked.connect(partial(self._choose, way))
        return Section(_name(way, self.words), *parts, buttons=(button,))

    def _taken(self, path: Path, _size: object) -> None:
        self._rest()
        self._last = path
        self.done.say(self.words.say("take.done", "Everything is in {name}", name=path.name))
        self.show_folder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: Exception) -> None:
        self._rest()
        self.desk.troubled.emit(errors.sentence(error, self.words))

    def _rest(self) -> None:
        self._busy = False
        self.working.end()

    def _show_folder(self) -> None:
        if self._last is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last.parent)))

    def _choose(self, way: Way) -> None:
        dialog = QFileDialog(self, self.buttons[way.key].text(), "", f"*.{way.ending}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(way.ending)
        dialog.selectFile(f"{self.desk.session.path.stem} {self.desk.today().isoformat()}")
        dialog.fileSelected.connect(partial(self.take_to, way.key))
        dialog.open()


def _name(way: Way, words: Words) -> str:
    return words.say(*way.phrase)
