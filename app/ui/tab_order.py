"""The order Tab goes through the window: as it is read, whatever was made first."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)


def stops_in(part: QWidget) -> Iterator[QWidget]:
    """Give what Tab stops at inside ``part``, from top to bottom and left to right."""
    if not part.isVisible():
        return
    takes = part.focusPolicy() & Qt.FocusPolicy.TabFocus
    if takes and part.isEnabled() and part.focusProxy() is None:
        yield part
    if not isinstance(part, QAbstractItemView):
        for child in _children(part):
            yield from stops_in(child)


def _children(part: QWidget) -> list[QWidget]:
    """Return the widgets directly inside ``part``, in reading order."""
    if isinstance(part, QScrollArea):
        inner = part.widget()
        return [inner] if inner is not None else []
    if isinstance(part, QStackedWidget):
        shown = part.currentWidget()
        return [shown] if shown is not None else []
    if isinstance(part, QSplitter):
        return [w for n in range(part.count()) if (w := part.widget(n)) is not None]
    layout = part.layout()
    if layout is not None:
        return list(_in_layout(layout))
    loose = [child for child in part.children() if isinstance(child, QWidget) and not child.isWindow()]
    return sorted(loose, key=_place)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _in_layout(inner)


def _place(widget: QWidget) -> tuple[int, int]:
    return widget.y(), widget.x()
