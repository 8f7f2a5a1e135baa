"""What was written today; a row that is opened is changed where it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.desk import Desk
from app.ui.today.in_place import InPlace, in_place
from app.ui.widgets.layout import Column
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow


class WrittenPanel(QWidget):
    """The rows, and between them the form of the one being changed.

    ``wholes(key)`` asks for the whole form of a row, ``trashed(key)`` follows Delete.
    """

    wholes = Signal(str)
    trashed = Signal(str)

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._desk = desk
        self.rows: tuple[RecordRow, ...] = ()
        self.form: InPlace | None = None
        self._key = ""
        self.list = RecordList(name, grows=True)
        self.rest = RecordList(name, grows=True)
        self._column = Column(self.list, self.rest, spacing=0)
        self.setLayout(self._column)
        self.setFocusProxy(self.list)
        for part in (self.list, self.rest):
            part.opened.connect(self.change)
            part.trashed.connect(self.trashed)
        self._split()

    def show_rows(self, rows: tuple[RecordRow, ...]) -> None:
        """Show other rows; the form stays as long as its row is there."""
        self.rows = rows
        if self.form is not None and self._key not in {row.key for row in rows}:
            self._take_away()
        self._split()

    def change(self, key: str) -> None:
        """Change a row where it stands."""
        row = next((one for one in self.rows if one.key == key), None)
        if row is None:
            return
        if self.form is not None:
            self.form.keep_draft()
            self._take_away()
        self.form = in_place(self._desk, key, row.title)
        if self.form is None:
            self.wholes.emit(key)
            return
        self._key = key
        self.form.done.connect(self._close)
        self.form.wholes.connect(self._open_whole)
        self._column.insertWidget(1, self.form)
        self.form.show()  # at once, so that it can take the focus
        self._split()
        self.form.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_draft(self) -> None:
        """Keep what is being typed."""
        if self.form is not None:
            self.form.keep_draft()

    def _open_whole(self) -> None:
        key = self._key
        self.keep_draft()
        self._take_away()
        self._split()
        self.wholes.emit(key)

    def _close(self) -> None:
        key = self._key
        self._take_away()
        self._split()
        self.list.choose(key)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_away(self) -> None:
        if self.form is not None:
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form, self._key = None, ""

    def _split(self) -> None:
        """The rows before the form, and those after it."""
        keys = [row.key for row in self.rows]
        at = keys.index(self._key) if self._key in keys else len(keys)
        self.list.show_rows(self.rows[:at])
        self.rest.show_rows(self.rows[at + 1 :])
        self.list.setVisible(bool(self.list.rows))
        self.rest.setVisible(bool(self.rest.rows))
