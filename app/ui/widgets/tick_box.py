"""Switches and lone choices with their words."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme

_GAP = 10
_FEW_WORDS = 150
_WRAP = int(Qt.TextFlag.TextWordWrap.value)


class TickBox(QCheckBox):
    """A switch in words, which wrap where there is less room; ticked it is filled pine."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return room for the box and its words."""
        return _room(self)

    def minimumSizeHint(self) -> QSize:
        """Return room for the box and a few words on a line."""
        room = _room(self)
        return QSize(min(room.width(), themes.current().px(_FEW_WORDS)), room.height())

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at ``width``."""
        theme = themes.current()
        area = QRect(0, 0, max(width - theme.size("checkbox") - theme.px(_GAP), 1), 100_000)
        words = QFontMetrics(theme.font("body")).boundingRect(area, _WRAP, self.text())
        return max(theme.size("min_target"), words.height() + theme.px(4))

    def focus_rect(self) -> QRect:
        """Return where the focus ring goes: around box and words, however wide the row is."""
        return QRect(0, 0, min(_room(self).width(), self.width()), self.height())

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002, N802, D102 - Qt's
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, its tick and the words."""
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = _box(self, theme)
        on = self.isChecked()
        painter.setPen(QPen(theme.colour("pine" if on else "edge"), theme.px(2)))
        painter.setBrush(theme.colour("pine" if on else "raised"))
        painter.drawRoundedRect(box, theme.radius("box"), theme.radius("box"))
        if on:
            tick = theme.icon("check-bold", "onpine", 14, self.devicePixelRatioF())
            painter.drawPixmap(box.center() - QPointF(theme.px(7), theme.px(7)), tick)
        _draw_words(painter, self, theme)


_STEP = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class RoundChoice(QRadioButton):
    """One of a few choices below each other, each a sentence. Arrows move and never pick."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move to the choice before or after; Space picks."""
        by = _STEP.get(Qt.Key(event.key()))
        group = self.group()
        if by is None or group is None:
            super().keyPressEvent(event)
            return
        choices = [button for button in group.buttons() if button.isVisible() and button.isEnabled()]
        at = choices.index(self) + by
        choices[max(0, min(at, len(choices) - 1))].setFocus(Qt.FocusReason.TabFocusReason)

    def sizeHint(self) -> QSize:
        """Return room for the ring and its words."""
        return _room(self)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return _room(self)

    def focus_rect(self) -> QRect:
        """Return where the focus ring goes: around box and words, however wide the row is."""
        return QRect(0, 0, min(_room(self).width(), self.width()), self.height())

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002, N802, D102 - Qt's
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, its dot and the words."""
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = _box(self, theme)
        on = self.isChecked()
        painter.setPen(QPen(theme.colour("pine" if on else "edge"), theme.px(2)))
        painter.setBrush(theme.colour("raised"))
        painter.drawEllipse(box)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("pine"))
            inset = theme.px(5)
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
        _draw_words(painter, self, theme)


def _room(button: QAbstractButton) -> QSize:
    theme = themes.current()
    words = QFontMetrics(theme.font("body")).horizontalAdvance(button.text())
    width = theme.size("checkbox") + theme.px(_GAP) + words + theme.px(2)
    return QSize(width, theme.size("min_target"))


def _box(button: QAbstractButton, theme: Theme) -> QRectF:
    side = theme.size("checkbox")
    return QRectF(1, (button.height() - side) / 2 + 1, side - 2, side - 2)


def _draw_words(painter: QPainter, button: QAbstractButton, theme: Theme) -> None:
    painter.setFont(theme.font("body"))
    painter.setPen(theme.colour("ink" if button.isEnabled() else "ink3"))
    left = theme.size("checkbox") + theme.px(_GAP)
    area = QRect(left, 0, button.width() - left, button.height())
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(area, int(middle) | _WRAP, button.text())
