"""A page that can't save what is typed never keeps the window from locking."""

import sys
from functools import partial

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Words
from app.storage.errors import DiskFull
from app.ui.journal_view import JournalView, PageTab
from app.ui.widgets.rail import Tab


class FullPage(QWidget):
    """A page on a full disk."""

    def __init__(self, trouble: Exception, left: list[str]) -> None:
        super().__init__()
        self._trouble, self._left = trouble, left

    def leave(self) -> None:
        self._left.append("asked")
        raise self._trouble


@pytest.mark.parametrize("trouble", [DiskFull(), RuntimeError("a bug of a page")])
def test_every_page_is_left_whatever_goes_wrong_in_one(
    trouble: Exception, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *told_of: told.append(told_of[1]))
    left: list[str] = []
    tabs = tuple(
        PageTab(tab=Tab(key=key, words=key, icon="pill"), make=partial(FullPage, trouble, left))
        for key in ("one", "two")
    )
    view = JournalView(Words(), "Maya", tabs)
    qtbot.addWidget(view)
    view.go_to("one")
    view.go_to("two")
    view.leave()
    assert left == ["asked", "asked"]
    assert told == ([] if isinstance(trouble, DiskFull) else [trouble, trouble])
