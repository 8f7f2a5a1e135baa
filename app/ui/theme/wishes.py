"""What the computer is set to: dark or light, usual or high contrast."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QStyleHints


class Wishes(QObject):
    """``changed`` follows whenever either of the two is set otherwise, while the window is open."""

    changed = Signal()

    def __init__(self, hints: QStyleHints, parent: QObject) -> None:
        super().__init__(parent)
        self._hints = hints
        hints.colorSchemeChanged.connect(self._tell)
        hints.accessibility().contrastPreferenceChanged.connect(self._tell)

    @property
    def dark(self) -> bool:
        """Whether a dark ground is wished for."""
        return self._hints.colorScheme() == Qt.ColorScheme.Dark

    @property
    def high_contrast(self) -> bool:
        """Whether high contrast is wished for."""
        wished = self._hints.accessibility().contrastPreference()
        return wished == Qt.ContrastPreference.HighContrast

    def _tell(self) -> None:
        self.changed.emit()
