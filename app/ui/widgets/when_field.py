"""When it happened, in words, with what was understood of them."""

from collections.abc import Callable

from PySide6.QtCore import QDate, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidget, QWidgetAction

from app.domain.records.when import When
from app.i18n import Words
from app.ui.widgets import spoken
from app.ui.widgets.button import Button
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.text import Text

ReadWhen = Callable[[str], tuple[When | None, str]]
_SAY_AFTER_MS = 300


class WhenField(QWidget):
    """A line for "yesterday evening", "around March 2019", "from 2 to 9 May".

    ``read`` turns the words into a value (None where it is not understood) and the words it was
    understood as, written out. What is typed is never changed.
    """

    changed = Signal()

    def __init__(self, words: Words, read: ReadWhen, text: str = "") -> None:
        super().__init__()
        self._words = words
        self._read = read
        self._when: When | None = None
        self.line = QLineEdit(text)
        self.line.setPlaceholderText(words.say("when.example", "For example: yesterday evening"))
        self._calendar = Button(
            icon="calendar-blank", name=words.say("when.calendar", "Choose a day"), size="normal"
        )
        self._understood = Text("", "caption")
        self._saying = QTimer(self, singleShot=True, interval=_SAY_AFTER_MS)
        self.setFocusProxy(self.line)
        top = Row(self.line, self._calendar, spacing=8)
        self.setLayout(Column(top, self._understood, spacing=4))
        self._saying.timeout.connect(self._say)
        self._calendar.clicked.connect(self._open_calendar)
        self.line.textChanged.connect(self._understand)
        self._understand(text)

    @property
    def when(self) -> When | None:
        """What was understood; None for nothing."""
        return self._when

    @property
    def understood(self) -> str:
        """The sentence below the line."""
        return self._understood.words

    @property
    def text(self) -> str:
        """What was typed, as typed."""
        return self.line.text()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's
        """Name the line as well: it is what has the focus."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def show_text(self, text: str) -> None:
        """Show other words."""
        self.line.setText(text)

    def _understand(self, text: str) -> None:
        self._when, read_as = self._read(text) if text.strip() else (None, "")
        self._understood.say(self._sentence(text, read_as))
        self.line.setAccessibleDescription(self._understood.words)
        self._saying.start()
        self.changed.emit()

    def _sentence(self, text: str, read_as: str) -> str:
        if not text.strip():
            return ""
        if self._when is None:
            return self._words.say("when.kept", "Not understood as a date. Your words are kept.")
        return self._words.say("when.understood", "Understood as {date}", date=read_as)

    def _say(self) -> None:
        if self.line.hasFocus() and self._understood.words:
            spoken.announce(self.line, self._understood.words)

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setAccessibleName(self._calendar.accessibleName())
        calendar.setFirstDayOfWeek(Qt.DayOfWeek(self._words.first_weekday + 1))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.clicked.connect(self._take_day)
        calendar.clicked.connect(menu.close)
        calendar.activated.connect(self._take_day)
        calendar.activated.connect(menu.close)
        menu.popup(self._calendar.mapToGlobal(QPoint(0, self._calendar.height())))
        calendar.setFocus()

    def _take_day(self, day: QDate) -> None:
        self.line.setText(self._words.day(day.toPython()))  # type: ignore[arg-type]
