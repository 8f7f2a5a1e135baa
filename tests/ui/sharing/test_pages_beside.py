import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.i18n import Words
from app.ui.sharing.pages_beside import PagesBeside
from app.ui.theme.look import Look
from app.ui.theme.theme import Theme
from app.ui.widgets.page_preview import PagePreview
from tests.ui.access import unnamed
from tests.ui.hands import press

Key = Qt.Key
TEXTS = ("one", "two", "three")


def page() -> QImage:
    made = QImage(420, 594, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    return made


@pytest.fixture
def pages(qtbot: QtBot) -> PagesBeside:
    words = Words()
    made = PagesBeside(words, PagePreview(words))
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    made.show_pages([page()] * 3, TEXTS)
    return made


def test_the_column_and_the_large_pages_go_together(pages: PagesBeside) -> None:
    press(pages.thumbnails, Key.Key_Down)
    assert pages.preview.page == 2
    press(pages.preview, Key.Key_PageDown)
    assert pages.thumbnails.currentIndex().row() == 2
    press(pages.thumbnails, Key.Key_Home)
    assert pages.preview.page == 1
    assert list(unnamed(pages)) == []


def test_fewer_pages_leave_both_on_the_last_one(pages: PagesBeside) -> None:
    press(pages.thumbnails, Key.Key_End)
    pages.show_pages([page()] * 2, TEXTS[:2])
    assert pages.preview.page == pages.thumbnails.currentIndex().row() + 1 == 2


def test_the_column_folds_away_in_a_narrow_window(pages: PagesBeside, qtbot: QtBot, theme: Theme) -> None:
    assert pages.thumbnails.isVisible()
    pages.resize(1199, 700)
    qtbot.waitUntil(lambda: not pages.thumbnails.isVisible())
    pages.resize(1200, 700)
    qtbot.waitUntil(pages.thumbnails.isVisible)
    theme.wear(Look(theme="day", text_size=150))
    qtbot.waitUntil(lambda: not pages.thumbnails.isVisible())


def test_white_pages_are_dimmed_in_a_dark_theme_only_where_that_is_wanted(
    pages: PagesBeside, qtbot: QtBot, theme: Theme
) -> None:
    def brightness() -> int:
        view = pages.preview.viewport()
        return view.grab().toImage().pixelColor(view.rect().center()).lightness()

    for look, dimmed in (
        (Look(theme="day", dim_pages=True), False),
        (Look(theme="dusk"), False),
        (Look(theme="dusk", dim_pages=True), True),
    ):
        theme.wear(look)
        qtbot.wait(1)
        assert (brightness() < 230) is dimmed
