"""The small button inside a passphrase field."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets.enter import press_by_enter


class EyeButton(QToolButton):
    """Shows or hides; its name says which of the two it does next."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setProperty("look", "eye")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._rename)
        self._rename(shown=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter too, on every desktop."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the smallest thing to click."""
        side = themes.current().size("min_target")
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the eye."""
        theme = themes.current()
        icon = "eye-slash" if self.isChecked() else "eye"
        side = theme.px(20)
        drawn = theme.icon(icon, "ink", 20, self.devicePixelRatioF())
        QPainter(self).drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, drawn)

    def _rename(self, shown: bool) -> None:
        name = self._words.say("eye.hide", "Hide") if shown else self._words.say("eye.show", "Show")
        self.setAccessibleName(name)
        self.setToolTip(name)
