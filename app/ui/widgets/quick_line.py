"""The quick line: one field, and below it what was understood."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets import spoken
from app.ui.widgets.echo import NOTHING, Echo
from app.ui.widgets.echo_strip import EchoStrip
from app.ui.widgets.key_hint import KeyHint
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.picture import Picture
from app.ui.widgets.quick_field import QuickField

_PREVIEW_AFTER_MS = 80
_SAY_AFTER_MS = 300


class QuickLine(QWidget):
    """``read`` turns what is typed into an :class:`Echo`; it must be quick and never raise.

    ``saved(text)`` follows Enter and the Save button; the page clears the line when the save has
    gone through. ``cleared(text)`` follows Esc. ``part_chosen(place)`` and ``choice_chosen(place)``
    follow the buttons of the strip. ``esc`` names what Esc does where it does not clear.
    """

    saved = Signal(str)
    cleared = Signal(str)
    understood = Signal(object)
    part_chosen = Signal(int)
    choice_chosen = Signal(int)

    def __init__(self, words: Words, read: Callable[[str], Echo], hint: str = "", *, esc: str = "") -> None:
        super().__init__()
        self._read = read
        self._words = words
        self.echo = NOTHING
        self.field = QuickField(words)
        self.strip = EchoStrip(words, hint)
        self._esc = KeyHint("Esc", esc or words.say("quick.esc", "clear"))
        self._esc.hide()
        self._previewing = QTimer(self, singleShot=True, interval=_PREVIEW_AFTER_MS)
        self._saying = QTimer(self, singleShot=True, interval=_SAY_AFTER_MS)
        self.setFocusProxy(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        top = Row(Picture("pencil-simple-line"), self.field, self._esc, spacing=12, margins=(18, 1, 16, 0))
        self.setLayout(Column(top, self.strip, spacing=0, margins=(2, 2, 2, 2)))
        self._connect()

    @property
    def text(self) -> str:
        """What is typed, as typed."""
        return self.field.text()

    def show_text(self, text: str) -> None:
        """Put words into the line, with the caret at their end."""
        self.field.setText(text)
        self._preview()

    def clear(self) -> None:
        """Empty the line, after a save; Ctrl+Z is the journal's from here on, not the field's."""
        self.field.setText("")
        self._preview()

    def show_hint(self, hint: str) -> None:
        """Say what to try while the line is empty."""
        self.strip.set_hint(hint)
        self._preview()

    def show_trouble(self, trouble: bool) -> None:
        """Mark the line as not saved."""
        self.setProperty("trouble", trouble)
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Say again what is understood."""
        super().showEvent(event)
        self._previewing.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing more: the journal may be closed next."""
        super().hideEvent(event)
        self._previewing.stop()
        self._saying.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame around field and strip."""
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.field.hasFocus() or bool(self.text)
        name = "brick" if self.property("trouble") else "pine" if on else "edge"
        width = theme.px(2)
        painter.setPen(QPen(theme.colour(name), width))
        painter.setBrush(theme.colour("raised"))
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, theme.radius("panel"), theme.radius("panel"))

    def _connect(self) -> None:
        self._previewing.timeout.connect(self._preview)
        self._saying.timeout.connect(self._say)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self.save)
        self.field.escaped.connect(self._clear_by_hand)
        self.field.focus_changed.connect(self.update)
        self.strip.saved.connect(self.save)
        self.strip.part_chosen.connect(self.part_chosen)
        self.strip.choice_chosen.connect(self.choice_chosen)

    def save(self) -> None:
        """Hand the line over as it stands."""
        self._preview()
        if self.text.strip():
            self.saved.emit(self.text)

    def _typed(self) -> None:
        self._esc.setVisible(bool(self.text))
        self._previewing.start()
        self.update()

    def _preview(self) -> None:
        self._previewing.stop()
        self.echo = self._read(self.text) if self.text.strip() else NOTHING
        self.strip.show_echo(self.echo, empty=not self.text.strip())
        self.field.show_completion(self.echo.completion)
        self._saying.start()
        self.understood.emit(self.echo)

    def _say(self) -> None:
        if self.echo.spoken and self.field.hasFocus():
            sentence = self._words.say("quick.understood", "Understood as {what}", what=self.echo.spoken)
            spoken.announce(self.field, sentence)

    def _clear_by_hand(self) -> None:
        text = self.text
        if text:
            self.field.selectAll()
            self.field.del_()
            self._preview()
            self.cleared.emit(text)
