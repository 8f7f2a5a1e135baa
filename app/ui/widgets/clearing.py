"""Scrolling what has the focus clear of the page's edges, and of the message that lies over the page."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from app.ui.theme import theme as themes

_GAP = 24  # px at 100% between what has the focus and what is near it


def clear(target: QWidget, part: QRect, toast: QWidget | None) -> None:
    """Scroll every area around `target` until `part` of it stands clear; `toast` is the message in view."""
    parent = target.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            _clear_in(parent, target, part, toast)
        parent = parent.parentWidget()


def let_go(window: QWidget) -> None:
    """Give every area its whole height back: the message has gone."""
    for area in window.findChildren(QScrollArea):
        if area.viewportMargins().bottom():
            area.setViewportMargins(0, 0, 0, 0)


def _clear_in(area: QScrollArea, target: QWidget, part: QRect, toast: QWidget | None) -> None:
    contents, bar = area.widget(), area.verticalScrollBar()
    if contents is None:
        return
    top = target.mapTo(contents, part.topLeft()).y()
    gap = themes.current().px(_GAP)
    covered = _covered(area, target, part, toast)
    room = area.viewport().height() + area.viewportMargins().bottom()
    lowest = top - gap  # scrolled further, its beginning would be out of view
    wanted = min(top + part.height() + gap + covered - room, lowest)
    if wanted > bar.maximum() and covered:
        area.setViewportMargins(0, 0, 0, area.viewportMargins().bottom() + wanted - bar.maximum())
    if bar.value() < wanted:
        bar.setValue(wanted)
    elif bar.value() > lowest:
        bar.setValue(max(lowest, 0))


def _covered(area: QScrollArea, target: QWidget, part: QRect, toast: QWidget | None) -> int:
    """How much of the area's foot the message lies over, where it lies below this part at all."""
    if toast is None or not toast.isVisible():
        return 0
    window = area.window()
    left = target.mapTo(window, part.topLeft()).x()
    box = toast.geometry()
    if left > box.right() or left + part.width() < box.left():
        return 0
    foot = area.mapTo(window, QPoint(0, area.height())).y()
    return max(foot - box.top(), 0)
