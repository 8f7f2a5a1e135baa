"""Rows and columns whose gaps grow with the text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme import theme as themes

Part = QWidget | QLayout | int
Margins = tuple[int, int, int, int]
_NONE: Margins = (0, 0, 0, 0)


def fill(layout: QBoxLayout, *parts: Part) -> None:
    """Add parts in order; a number is a stretch of that strength."""
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addStretch(part)


class Column(QVBoxLayout):
    """Parts below each other; ``spacing`` and ``margins`` are px at 100%."""

    def __init__(
        self,
        *parts: Part,
        spacing: int = 8,
        margins: Margins = _NONE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._nominal = (spacing, *margins)
        fill(self, *parts)
        self._grow()
        themes.current().changed.connect(self._grow)

    def set_margins(self, margins: Margins) -> None:
        """Take other margins, px at 100%."""
        self._nominal = (self._nominal[0], *margins)
        self._grow()

    def set_spacing(self, spacing: int) -> None:
        """Take another gap between the parts, px at 100%."""
        self._nominal = (spacing, *self._nominal[1:])
        self._grow()

    def _grow(self) -> None:
        _measure(self, self._nominal)


class Row(QHBoxLayout):
    """Parts beside each other; ``spacing`` and ``margins`` are px at 100%."""

    def __init__(
        self,
        *parts: Part,
        spacing: int = 8,
        margins: Margins = _NONE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._nominal = (spacing, *margins)
        fill(self, *parts)
        self._grow()
        themes.current().changed.connect(self._grow)

    def set_margins(self, margins: Margins) -> None:
        """Take other margins, px at 100%."""
        self._nominal = (self._nominal[0], *margins)
        self._grow()

    def set_spacing(self, spacing: int) -> None:
        """Take another gap between the parts, px at 100%."""
        self._nominal = (spacing, *self._nominal[1:])
        self._grow()

    def _grow(self) -> None:
        _measure(self, self._nominal)


def _measure(layout: QBoxLayout, nominal: tuple[int, ...]) -> None:
    spacing, left, top, right, bottom = (themes.current().px(size) for size in nominal)
    layout.setSpacing(spacing)
    layout.setContentsMargins(left, top, right, bottom)


class Gap(QWidget):
    """Empty space, ``size`` px square at 100%."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the space at the text size in use."""
        side = themes.current().px(self._size)
        return QSize(side, side)


class Hairline(QFrame):
    """A line between sections; decoration only."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("shape", "hairline")
        self.setFrameShape(QFrame.Shape.NoFrame)


class Group(QWidget):
    """A plain widget around a layout, on a named ground ("page", "desk", "clear")."""

    def __init__(self, layout: QLayout, *, ground: str = "clear") -> None:
        super().__init__()
        self.setProperty("ground", ground)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, ground != "clear")
        self.setLayout(layout)
