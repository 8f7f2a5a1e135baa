"""What can be done with a symptom, or with one reading: for the menu key and a right click."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.desk import Desk

Acts = tuple[tuple[str, Callable[[], None]], ...]


def symptom_menu(
    desk: Desk,
    key: str,
    *,
    write: Callable[[], None],
    edit: Callable[[], None],
    move: Callable[[int], None],
) -> Acts:
    """A symptom in the list."""
    say = desk.words.say
    return (
        (say("symptoms.write", "Write it down"), write),
        (say("symptoms.edit", "Edit"), edit),
        (say("symptom.up", "Move up"), partial(move, -1)),
        (say("symptom.down", "Move down"), partial(move, 1)),
        (say("menu.history", "See earlier versions"), partial(desk.wanted.emit, "history", key)),
    )


def popup(parent: QWidget, acts: Acts, place: QPoint) -> None:
    """Open a menu at a place of the screen."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, act in acts:
        menu.addAction(words).triggered.connect(act)
    menu.popup(place)
