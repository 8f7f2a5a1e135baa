"""Something that lies over the page until it is closed, with the focus back where it was then."""

import shiboken6
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.ui.theme import theme as themes

_FROM_EDGES = 24
_TOP = 100
_VEIL = 0.28
_VEIL_IN_THE_DARK = 0.6


class Veil(QWidget):
    """Ink over everything below a palette; a click on it closes what lies on it.

    Light ink would make the page brighter than the palette: then it is the darkest ground.
    """

    clicked = Signal()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it, through and through the same."""
        theme = themes.current()
        ink, desk = theme.colour("ink"), theme.colour("desk")
        dark = desk.lightness() < ink.lightness()
        laid = desk if dark else ink
        laid.setAlphaF(_VEIL_IN_THE_DARK if dark else _VEIL)
        QPainter(self).fillRect(self.rect(), laid)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Close."""
        self.clicked.emit()


class Over(QFrame):
    """A panel in the middle of the window, at most ``width`` and ``height`` px at 100%.

    With a ``height`` of 0 it stands near the top, as high as its contents are at the moment.

    Only one lies there at a time. Tab and F6 stay inside it; Esc closes. The window takes it away when it
    is covered.
    """

    def __init__(
        self, name: str, parent: QWidget, *, width: int = 640, height: int = 560, veiled: bool = False
    ) -> None:
        super().__init__(parent)
        self._most = (width, height)
        self._veil = Veil(parent) if veiled else None
        if self._veil is not None:
            self._veil.hide()
            self._veil.clicked.connect(self.finish)
        self._before: QWidget | None = None
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        themes.current().changed.connect(self.place)

    def first_focus(self) -> QWidget:
        """What takes the focus when it opens."""
        return self

    def open_over(self, window: QWidget) -> None:
        """Open over ``window``, in the place of what lay there."""
        self._before = window.focusWidget()
        for other in window.findChildren(Over):
            if other is not self and other.isVisible():
                self._before = other.before or self._before
                other.close()
        self.place()
        if self._veil is not None:
            self._veil.show()
            self._veil.raise_()
        self.show()
        self.raise_()
        self.first_focus().setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def before(self) -> QWidget | None:
        """What had the focus before it opened."""
        return self._before

    def place(self) -> None:
        """Be where there is room now."""
        window = self.parentWidget()
        if window is None:
            return
        theme = themes.current()
        if self._veil is not None:
            self._veil.setGeometry(window.rect())
        edge = theme.px(_FROM_EDGES)
        width = min(theme.px(self._most[0]), window.width() - edge)
        if self._most[1]:
            height = min(theme.px(self._most[1]), window.height() - edge)
            top = (window.height() - height) // 2
        else:
            top = min(theme.px(_TOP), window.height() // 6)
            height = min(self._height_at(width), window.height() - top - edge)
        self.setGeometry((window.width() - width) // 2, top, width, height)

    def event(self, event: QEvent) -> bool:
        """Grow and shrink with what it says."""
        if event.type() == QEvent.Type.LayoutRequest and not self._most[1]:
            self.place()
        return super().event(event)

    def _height_at(self, width: int) -> int:
        layout = self.layout()
        if layout is None:
            return self.height()
        wanted = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        return max(wanted, layout.minimumSize().height())

    def finish(self) -> None:
        """Close, with the focus back where it was."""
        before, self._before = self._before, None
        self.close()
        if before is not None and shiboken6.isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the veil away too."""
        super().hideEvent(event)
        if self._veil is not None and self.isHidden():
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        else:
            super().keyPressEvent(event)
