"""Choosing one: answers in a row, where arrows move and never pick."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QLayout, QRadioButton, QWidget

from app.ui.theme import theme as themes

_STEP = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_EMPTYING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Choice(QRadioButton):
    """One answer. Painted as a frame with words; a radio button to a screen reader."""

    stepped = Signal(int)
    emptied = Signal()
    typed = Signal(str)

    def __init__(self, words: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._was_chosen = False
        if name:
            self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrows, pick by Space, empty by Delete."""
        key = Qt.Key(event.key())
        if key in _STEP:
            self.stepped.emit(_STEP[key])
        elif key in _EMPTYING:
            self.emptied.emit()
        elif key == Qt.Key.Key_Space:
            self.click()
        elif event.text().isalnum() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.typed.emit(event.text())
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember whether this one was chosen already."""
        self._was_chosen = self.isChecked()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Empty the answer by a second click on it."""
        super().mouseReleaseEvent(event)
        if self._was_chosen and self.rect().contains(event.position().toPoint()):
            self.emptied.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002, N802, D102 - Qt's
        return True

    def sizeHint(self) -> QSize:
        """Return room for the words, bold."""
        theme = themes.current()
        metrics = QFontMetrics(theme.font("small", weight=600))
        width = metrics.horizontalAdvance(self.text()) + 2 * theme.px(14)
        return QSize(max(width, theme.size("min_target")), theme.size("button_small"))

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame and the words."""
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.px(2) if self.isChecked() else theme.border
        painter.setPen(QPen(theme.colour("pine" if self.isChecked() else "edge"), width))
        painter.setBrush(theme.colour("pinewash" if self.isChecked() else self._ground()))
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, theme.radius("button"), theme.radius("button"))
        painter.setFont(theme.font("small", weight=600 if self.isChecked() else 400))
        painter.setPen(theme.colour("ink" if self.isEnabled() else "ink3"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _ground(self) -> str:
        return "sunk" if self.underMouse() or not self.isEnabled() else "raised"


class OneOf(QGroupBox):
    """A question with one answer or none; ``chosen`` says its place, or -1 when it was emptied.

    One stop for Tab. Arrows move, Space picks, Delete or a second click empties.
    """

    chosen = Signal(int)

    def __init__(self, question: str, choices: list[Choice], layout: QLayout) -> None:
        super().__init__()
        self.setAccessibleName(question)
        self.setFlat(True)
        self.choices = choices
        self._group = QButtonGroup(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        for place, choice in enumerate(choices):
            self._group.addButton(choice, place)
            layout.addWidget(choice)
            choice.stepped.connect(self._step)
            choice.emptied.connect(self.empty)
            choice.typed.connect(self.typed_on)
        self._group.idClicked.connect(self._pick)
        self._rove(0)

    @property
    def place(self) -> int:
        """Place of the chosen answer, -1 for none."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Show the answer at ``place`` as chosen, -1 for none; says nothing."""
        if place < 0:
            self._group.setExclusive(False)
            for choice in self.choices:
                choice.setChecked(False)
            self._group.setExclusive(True)
        else:
            self.choices[place].setChecked(True)
        self._rove(max(place, 0))

    def pick(self, place: int) -> None:
        """Choose as the person would, and say so."""
        self.choose(place)
        self.choices[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(place)

    def empty(self) -> None:
        """Take the answer back."""
        if self.place >= 0:
            at = self.place
            self.choose(-1)
            self._rove(at)
            self.chosen.emit(-1)

    def typed_on(self, _key: str) -> None:
        """Answer a single key; a plain question has none."""

    def _pick(self, place: int) -> None:
        self._rove(place)
        self.chosen.emit(place)

    def _step(self, by: int) -> None:
        to = max(0, min(self._at + by, len(self.choices) - 1))
        self._rove(to)
        self.choices[to].setFocus(Qt.FocusReason.TabFocusReason)

    def _rove(self, place: int) -> None:
        self._at = place
        for number, choice in enumerate(self.choices):
            here = number == place
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            if here:
                self.setFocusProxy(choice)
