"""What has the focus stands clear of the page's edges and of the message over the page."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from app.i18n import Words
from app.ui.layered_window import LayeredWindow
from app.ui.theme.look import Look
from app.ui.theme.theme import Theme
from app.ui.widgets.page import Page
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow
from tests.ui.hands import press

SIZES = [(1024, 700, 100), (1366, 768, 200), (1024, 700, 200)]


class _Looks:
    """Keeps no look."""

    def keep(self, look: Look) -> None:
        assert look


@pytest.fixture(params=SIZES, ids=str)
def shown(
    request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme
) -> Iterator[tuple[LayeredWindow, RecordList]]:
    width, height, size = request.param
    theme.wear(Look(theme="day", text_size=size, keep_messages=True))
    window = LayeredWindow(Words(), _Looks().keep)
    qtbot.addWidget(window)
    page = Page("A page", Words())
    rows = RecordList("Rows", grows=True)
    rows.show_rows(tuple(RecordRow(key=str(n), title=f"Row {n}", words="said so") for n in range(30)))
    page.body.addWidget(rows)
    window.setCentralWidget(page)
    window.resize(width, height)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    yield window, rows
    window.close()


def settle() -> None:
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.LayoutRequest))


def test_arrows_bring_each_row_into_view(shown: tuple[LayeredWindow, RecordList]) -> None:
    window, rows = shown
    for _ in range(29):
        press(rows, Qt.Key.Key_Down)
        settle()
        assert window.rect().contains(window.ring.ring)
    for _ in range(29):
        press(rows, Qt.Key.Key_Up)
        assert window.rect().contains(window.ring.ring)


def test_a_message_never_covers_the_row_that_has_the_focus(shown: tuple[LayeredWindow, RecordList]) -> None:
    window, rows = shown
    window.say("Saved: knee pain 5 of 10", undo=True)
    for _ in range(29):
        press(rows, Qt.Key.Key_Down)
        settle()
        assert not window.ring.ring.intersects(window.toast.geometry())
    assert rows.key == "29"


def test_a_message_that_comes_moves_the_row_out_from_under_it(
    shown: tuple[LayeredWindow, RecordList],
) -> None:
    window, rows = shown
    for _ in range(29):
        press(rows, Qt.Key.Key_Down)
        settle()
    before = window.ring.ring
    window.say("Put in the trash", undo=True)
    settle()
    assert before.intersects(window.toast.geometry())
    assert not window.ring.ring.intersects(window.toast.geometry())
    window.toast.hide()
    settle()
    assert window.rect().contains(window.ring.ring)
