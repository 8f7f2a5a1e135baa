"""A row of the person's own words that is changed where it stands."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.derived.about_page import AboutLine
from app.ui.theme import theme as themes
from app.ui.widgets import spoken
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.picture import Picture
from app.ui.widgets.text import Text

_LABEL = 192  # px at 100%
_STORY = 672  # the longest good line of a story
_ROOM = 520  # where a row has less, its label stands above the words
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class InPlaceRow(QWidget):
    """`opened(key)` follows Enter, Space or a click; `stepped(by)` an arrow. `hold` puts a form into it.

    `menu(key, place)` follows the menu key, Shift+F10 or a right click.
    """

    opened = Signal(str)
    stepped = Signal(int)
    menu = Signal(str, QPoint)

    def __init__(self, line: AboutLine, *, story: bool = False) -> None:
        super().__init__()
        self.line = line
        self._story = story
        self._form: QWidget | None = None
        self._label = Text(line.title, tone="ink2")
        self._above = Group(Column(self._label, 1, margins=(0, 2, 0, 0)))
        self._words = Text("", "story" if story else "words")
        self._question = Text("", "story" if story else "words", tone="ink3")
        self._mark = Group(
            Row(Picture("eye-slash", "ink3", 18), Text(line.marked, "small", tone="ink2", wrap=False))
        )
        self._row = Row(self._above, self._both(), self._mark, spacing=12, margins=(0, 9, 0, 10))
        self._row.setStretch(1, 1)
        self._row.setAlignment(self._mark, Qt.AlignmentFlag.AlignTop)
        self._view = Group(self._row)
        self._column = Column(self._view, spacing=0)
        self.setLayout(self._column)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        spoken.set_role(self, QAccessible.Role.Button)
        self._above.setVisible(not story)
        if story:
            self._row.set_margins((0, 0, 0, 6))
        self.show_line(line)
        self._grow()

    def show_line(self, line: AboutLine) -> None:
        """Show other words."""
        self.line = line
        self.setAccessibleName(line.spoken)
        self._label.say(line.title)
        self._words.say(line.text)
        self._question.say(line.question)
        self._words.setVisible(bool(line.text))
        self._question.setVisible(not line.text)
        self._mark.setVisible(bool(line.marked))

    def hold(self, form: QWidget) -> None:
        """Show a form in place of the words."""
        self._form = form
        self._view.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column.addWidget(form)
        form.show()

    def release(self) -> None:
        """Show the words again; the form is deleted."""
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._view.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, or go to the row above or below."""
        key = Qt.Key(event.key())
        if self._form is None and key in _KEYS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.opened.emit(self.line.key)
        elif self._form is None and key in _STEPS:
            self.stepped.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        inside = self.rect().contains(event.position().toPoint())
        if self._form is None and inside and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self.line.key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the menu of what is written here."""
        if self._form is None:
            keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
            place = self.mapToGlobal(self.rect().center()) if keyboard else event.globalPos()
            self.menu.emit(self.line.key, place)

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._grow()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground under the mouse, and the hairline between rows."""
        theme = themes.current()
        painter = QPainter(self)
        if self.underMouse() and self._form is None:
            painter.fillRect(self.rect(), theme.colour("sunk"))
        if not self._story:
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))

    def _both(self) -> QWidget:
        words = Column(self._words, self._question, spacing=0)
        return Group(Row(Narrow(words, _STORY), 1)) if self._story else Group(words)

    def fold(self, room: int) -> None:
        """Put the label above the words where there is less room than `room` px."""
        narrow = room < themes.current().px(_ROOM)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._label.setMinimumWidth(0 if narrow or self._story else themes.current().px(_LABEL))
        self._label.setMaximumWidth(16_777_215 if narrow else themes.current().px(_LABEL))
        self._row.set_spacing(2 if narrow else 12)

    def _grow(self) -> None:
        self.fold(self.width() or themes.current().px(_ROOM))
