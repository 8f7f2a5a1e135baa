"""Bring in what another place has written down (interface.md 11.16)."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.domain.records.record import RecordId
from app.services.errors import explain, is_known
from app.services.importing import (
    Suggestions,
    accept,
    is_health_export,
    load_file,
    look,
    look_at_health,
    look_at_rows,
    table_in,
)
from app.services.progress import Cancelled
from app.services.tables import Role, Table, rows_in
from app.ui import background
from app.ui.background import Tell
from app.ui.bringing.found import FoundStep
from app.ui.bringing.table import TableStep
from app.ui.bringing.where import WhereStep
from app.ui.desk import Desk
from app.ui.keeping_safe.panel import Panel
from app.ui.widgets.notice import Notice


class BringInPanel(Panel):
    """A file, what is in it, and what to keep of it. Nothing changes before that is confirmed."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        self._reading = False
        self._title = ""
        self.step: FoundStep | TableStep | None = None
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
        return self.step.first_focus() if self.step is not None else self.where.path

    @property
    def found(self) -> FoundStep | None:
        """What was found, where that is in view."""
        return self.step if isinstance(self.step, FoundStep) else None

    def look_inside(self, path: Path) -> None:
        """Read a file in a worker; only looks."""
        desk, snapshot = self.desk, self.desk.snapshot

        self._title = path.name
        clock, make_id = desk.session.clock, desk.session.make_id

        def read(tell: Tell) -> Suggestions | Table:
            if is_health_export(path):
                return look_at_health(path, snapshot, clock, make_id, self.where.reading.telling(tell))
            data = load_file(path)
            return table_in(data) or look(data, path.name, snapshot, clock, make_id)

        self._read(read)

    def take_table(self, table: Table, roles: tuple[Role, ...], keep_left: bool) -> None:
        """Read a table's rows in a worker, with its columns as the person says."""
        desk, snapshot, title = self.desk, self.desk.snapshot, self._title
        now, make_id = desk.now(), desk.session.make_id

        def read(_tell: Tell) -> Suggestions:
            told = rows_in(table, roles, title, now, make_id, keep_left=keep_left)
            return look_at_rows(told, title, snapshot)

        self._read(read)

    def show_found(self, found: Suggestions | Table) -> None:
        """Show what is in a file that was read."""
        self._stop_reading()
        self.go_back()
        if isinstance(found, Table):
            table = TableStep(self.desk, found, self._title)
            table.chosen.connect(partial(self.take_table, found))
            self._show_step(table)
            return
        step = FoundStep(self.words, found, self.desk.snapshot)
        step.wanted.connect(self.bring_in)
        self._show_step(step)

    def leave(self) -> None:
        """Stop reading, before the journal is locked."""
        self.where.reading.stop()

    def _read(self, read: Callable[[Tell], Suggestions | Table]) -> None:
        if self._reading:
            return
        self._reading = True
        self.trouble.say("")
        reading = self.where.reading
        reading.begin()
        background.run_in_steps(
            self, read, stepped=reading.show_step, done=self.show_found, failed=self._say_why
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
        """Leave what was found, or the table; nothing of it is kept."""
        if self.step is None:
            return False
        self._steps.removeWidget(self.step)
        self.step.deleteLater()
        self.step = None
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

    def _show_step(self, step: FoundStep | TableStep) -> None:
        self.step = step
        step.left.connect(self.go_back)
        self._steps.addWidget(step)
        self._steps.setCurrentWidget(step)
        step.first_focus().setFocus()

    def _say_why(self, error: Exception) -> None:
        self._stop_reading()
        if isinstance(error, Cancelled):
            self.trouble.say(self.words.say("bring.stopped", "Stopped. Nothing was changed."))
            return
        if not is_known(error):
            raise error
        self.trouble.say(" ".join(explain(error, self.words)))
        self.where.path.setFocus()

    def _stop_reading(self) -> None:
        self._reading = False
        self.where.reading.end()
