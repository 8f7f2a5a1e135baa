"""One look at every event: the kinds that were asked for, the newest watcher first, until one swallows it."""

import gc

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.watching import watching

KIND, OTHER = QEvent.Type.ToolBarChange, QEvent.Type.Speech


pytestmark = pytest.mark.usefixtures("qapp")


class _Watcher(QObject):
    def __init__(self, name: str, seen: list[str], *, swallows: bool = False) -> None:
        super().__init__()
        self._name, self._seen, self._swallows = name, seen, swallows

    def see(self, _watched: QObject, _event: QEvent) -> bool:
        self._seen.append(self._name)
        return self._swallows


def _sent(kind: QEvent.Type = KIND) -> None:
    QApplication.sendEvent(QObject(), QEvent(kind))


def test_only_the_kinds_asked_for_are_seen() -> None:
    seen: list[str] = []
    watcher = _Watcher("one", seen)
    watching().add(watcher.see, {KIND})
    _sent(OTHER)
    assert seen == []
    _sent()
    assert seen == ["one"]


def test_the_newest_comes_first_and_may_swallow() -> None:
    seen: list[str] = []
    first, second = _Watcher("first", seen), _Watcher("second", seen, swallows=True)
    watching().add(first.see, {KIND})
    _sent()
    watching().add(second.see, {KIND})
    _sent()
    assert seen == ["first", "second"]
    watching().remove(second.see)
    _sent()
    assert seen == ["first", "second", "first"]


def test_who_asks_twice_is_shown_an_event_once() -> None:
    seen: list[str] = []
    watcher = _Watcher("one", seen)
    watching().add(watcher.see, {KIND})
    watching().add(watcher.see, {KIND})
    _sent()
    assert seen == ["one"]


def test_a_watcher_goes_with_its_object() -> None:
    seen: list[str] = []
    watcher = _Watcher("one", seen)
    watching().add(watcher.see, {KIND})
    del watcher
    gc.collect()
    _sent()
    assert seen == []


def test_a_deleted_widget_is_shown_nothing(qtbot: QtBot) -> None:
    seen: list[str] = []
    holder = QWidget()
    watcher = _Watcher("one", seen)
    watcher.setParent(holder)
    watching().add(watcher.see, {KIND})
    holder.deleteLater()
    qtbot.waitUntil(lambda: not _alive(watcher))
    _sent()
    assert seen == []


def _alive(thing: QObject) -> bool:
    try:
        thing.objectName()
    except RuntimeError:
        return False
    return True
