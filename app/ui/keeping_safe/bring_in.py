"""Bring in what another place has written down (interface.md 11.16)."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.domain.records.record import RecordId
from app.services.errors import explain, is_known
from app.services.importing import Suggestions, accept, load_file, look
from app.ui import background
from app.ui.bringing.found import FoundStep
from app.ui.bringing.where import WhereStep
from app.ui.desk import Desk
from app.ui.keeping_safe.panel import Panel
from app.ui.widgets.notice import Notice


class BringInPanel(Panel):
    """A file, what is in it, and what to keep of it. Nothing changes before that is confirmed."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        self._reading = False
        self.found: FoundStep | None = None
        self.trouble = Notice(kind="trouble")
        self.where = WhereStep(desk.words)
        self._steps = QStackedLayout()
        self._steps.addWidget(self.where)
        self.body.addWidget(self.trouble)
        self.body.addLayout(self._steps)
        self.setAcceptDrops(True)
        self.where.chosen.connect(self.look_inside)

    def first_focus(self) -> QWidget:
        """The file, or what was found in it."""
        return self.found.first_focus() if self.found is not None else self.where.path

    def look_inside(self, path: Path) -> None:
        """Read a file in a worker; only looks."""
        if self._reading:
            return
        self._reading = True
        self.trouble.say("")
        self.where.working.begin()
        desk, snapshot = self.desk, self.desk.snapshot
        background.run(
            self,
            lambda: look(load_file(path), path.name, snapshot, desk.session.clock, desk.session.make_id),
            done=self._show_found,
            failed=self._say_why,
        )

    def bring_in(self, left: frozenset[RecordId]) -> None:
        """Keep what was suggested, but for these."""
        found = self.found
        if found is None:
            return
        said = self.words.say(
            "bring.done",
            "Brought in: {n}. Undo takes all of it out again.",
            n=self.words.number(found.kept),
        )
        change = self.desk.do(lambda: accept(self.desk.journal, found.suggestions, left), said)
        if change is not None:
            self.where.path.setText("")
            self.go_back()

    def go_back(self) -> bool:
        """Leave what was found; nothing of it is kept."""
        if self.found is None:
            return False
        self._steps.removeWidget(self.found)
        self.found.deleteLater()
        self.found = None
        self.where.path.setFocus()
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's
        """Look into the file that was dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.go_back()
            self.where.take_file(paths[0])

    def _show_found(self, suggestions: Suggestions) -> None:
        self._stop_reading()
        self.go_back()
        self.found = FoundStep(self.words, suggestions, self.desk.snapshot)
        self.found.wanted.connect(self.bring_in)
        self.found.left.connect(self.go_back)
        self._steps.addWidget(self.found)
        self._steps.setCurrentWidget(self.found)
        self.found.first_focus().setFocus()

    def _say_why(self, error: Exception) -> None:
        self._stop_reading()
        if not is_known(error):
            raise error
        self.trouble.say(" ".join(explain(error, self.words)))
        self.where.path.setFocus()

    def _stop_reading(self) -> None:
        self._reading = False
        self.where.working.end()
