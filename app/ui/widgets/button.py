"""Buttons: a word, with an icon before it and a keycap after it where there is one."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme
from app.ui.widgets.enter import press_by_enter

_INK = {
    "main": "onpine",
    "quiet": "pine",
    "link": "pine",
    "toast": "page",
    "cover": "oncover",
    "destroy": "brick",
}
_HEIGHT = {"small": "button_small", "normal": "button", "big": "button_big", "room": "room_button"}
_PADDING = {"small": 12, "normal": 16}
_LARGE = ("big", "room")
_NO_PADDING = ("link", "number")


class Button(QPushButton):
    """``kind``: "main", "plain", "quiet", "link", "destroy", "cover", "toast", "part", "item", "number".

    ``size`` is "small", "normal", "big" or "room". ``keys`` is shown as a keycap and is not part
    of the accessible name. A plain button with ``icon`` and no words needs ``name``.
    """

    def __init__(
        self,
        words: str = "",
        *,
        kind: str = "plain",
        icon: str = "",
        keys: str = "",
        size: str = "normal",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.kind = kind
        self.icon_name = icon
        self.keys = keys
        self._size = size
        self.icon_tone = ""
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if name or not words:
            self.setAccessibleName(name)
            self.setToolTip(name)

    def say(self, words: str) -> None:
        """Show another word on the button."""
        self.setText(words)
        self.updateGeometry()

    def set_kind(self, kind: str) -> None:
        """Become another kind of button."""
        self.kind = kind
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.update()

    def set_icon(self, icon: str, name: str = "") -> None:
        """Show another icon; ``name`` is what an icon-only button is now called."""
        self.icon_name = icon
        if name:
            self.setAccessibleName(name)
            self.setToolTip(name)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter too, on every desktop."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return room for icon, words and keycap at the text size in use."""
        theme = themes.current()
        width = sum(w for w, _ in self._widths(theme)) + self._gaps(theme)
        height = theme.size(_HEIGHT[self._size])
        if self.kind in _NO_PADDING:
            return QSize(width, max(theme.control(28), QFontMetrics(self._font(theme)).height()))
        padding = theme.px(_PADDING.get(self._size, 24))
        if not self.text() and not self.keys:
            return QSize(max(height, width), height)
        return QSize(width + 2 * padding, height)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.EnabledChange}:
            self.updateGeometry()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box by the style sheet, then icon, words and keycap."""
        theme = themes.current()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.state &= ~QStyle.StateFlag.State_HasFocus  # the ring around it says so already
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        self._paint_contents(painter, theme)

    def _paint_contents(self, painter: QPainter, theme: Theme) -> None:
        widths = self._widths(theme)
        total = sum(w for w, _ in widths) + self._gaps(theme)
        x = self._start(total, theme)
        y = theme.px(1) if self.isDown() else 0
        for width, part in widths:
            self._paint_part(painter, part, QRect(x, y, width, self.height()), theme)
            x += width + theme.px(8)
        if self.kind == "link":
            painter.setPen(QPen(self._ink(theme), theme.px(1)))
            base = (self.height() + QFontMetrics(self._font(theme)).height()) // 2 + theme.px(1)
            painter.drawLine(0, base, self.width(), base)

    def _start(self, total: int, theme: Theme) -> int:
        if self.kind == "item":
            return theme.px(12)
        return (self.width() - total) // 2

    def _paint_part(self, painter: QPainter, part: str, box: QRect, theme: Theme) -> None:
        ink = self._ink(theme)
        painter.setFont(self._font(theme))
        painter.setPen(ink)
        if part == "icon":
            side = box.width()
            tone = self.icon_tone if self.isEnabled() and self.icon_tone else self._ink_name()
            ratio = self.devicePixelRatioF()
            drawn = theme.icon(self.icon_name, tone, self._icon_size(), ratio)
            painter.drawPixmap(box.x(), box.y() + (box.height() - side) // 2, drawn)
        elif part == "words":
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text().replace("&", ""))
        else:
            paint_keycap(painter, box, self.keys, ink, theme)

    def _widths(self, theme: Theme) -> list[tuple[int, str]]:
        widths: list[tuple[int, str]] = []
        if self.icon_name:
            widths.append((theme.px(self._icon_size()), "icon"))
        if self.text():
            metrics = QFontMetrics(self._font(theme))
            widths.append((metrics.horizontalAdvance(self.text().replace("&", "")), "words"))
        if self.keys:
            widths.append((keycap_width(self.keys, theme), "keys"))
        return widths

    def _gaps(self, theme: Theme) -> int:
        return max(len(self._widths(theme)) - 1, 0) * theme.px(8)

    def _icon_size(self) -> int:
        return 18 if self._size == "small" else 20

    def _font(self, theme: Theme) -> QFont:
        large = self.kind == "number" or self._size in _LARGE
        style = "quick" if large else "small" if self._size == "small" else "body"
        return theme.font(style, weight=600)

    def _ink_name(self) -> str:
        return _INK.get(self.kind, "ink") if self.isEnabled() else "ink3"

    def _ink(self, theme: Theme) -> QColor:
        return theme.colour(self._ink_name())


def keycap_width(keys: str, theme: Theme) -> int:
    """Return the width of a keycap in px."""
    metrics = QFontMetrics(theme.font("chart", weight=500))
    return metrics.horizontalAdvance(keys) + 2 * theme.px(6)


def paint_keycap(painter: QPainter, box: QRect, keys: str, ink: QColor, theme: Theme) -> None:
    """Draw a key's name in a small frame, at the left of ``box``, in its middle."""
    height = theme.px(22)
    width = keycap_width(keys, theme)
    frame = QRectF(box.x() + 0.5, box.y() + (box.height() - height) / 2 + 0.5, width - 1, height - 1)
    painter.setPen(QPen(ink, theme.px(1)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, theme.radius("cell"), theme.radius("cell"))
    painter.setFont(theme.font("chart", weight=500))
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, keys)
