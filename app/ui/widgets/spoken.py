"""What a screen reader is told beyond what Qt tells by itself."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLE = "spokenRole"


class SpokenRoles(QObject):
    """Gives widgets the role set by :func:`set_role`; one for each application, owned by it.

    The interfaces are kept here while their widgets live: Python would collect them otherwise.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._kept: dict[int, QAccessibleInterface] = {}
        self._number = 0
        QAccessible.installFactory(self._make)

    def _make(self, _key: str, target: QObject | None) -> QAccessibleInterface | None:
        if not isinstance(target, QWidget) or target.property(_ROLE) is None:
            return None
        self._number += 1
        made = QAccessibleWidget(target, QAccessible.Role(target.property(_ROLE)))
        self._kept[self._number] = made
        target.destroyed.connect(partial(self._drop, self._number))
        return made

    def _drop(self, number: int, *_: object) -> None:
        self._kept.pop(number, None)


def set_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Say what ``widget`` is; it must have an accessible name too, its own text is not read.

    First the role, then the name: while a screen reader listens, the name makes Qt settle what the widget is.
    """
    widget.setProperty(_ROLE, role.value)


def announce(widget: QWidget, sentence: str, *, at_once: bool = False) -> None:
    """Say a sentence; politely, or at once when the person must know now."""
    event = QAccessibleAnnouncementEvent(widget, sentence)
    if at_once:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def reader_may_listen() -> bool:
    """Tell whether a screen reader may be running."""
    return QAccessible.isActive()
