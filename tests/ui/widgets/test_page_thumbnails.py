import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from app.i18n import Words
from app.ui.theme.look import Look
from app.ui.theme.theme import Theme
from app.ui.widgets.page_thumbnails import PageThumbnails, PageThumbnailsModel
from tests.ui.access import interface, name_of, role_of
from tests.ui.hands import click, press, write

Key = Qt.Key


def page(shade: int = 255, size: QSize | None = None) -> QImage:
    made = QImage(size or QSize(420, 594), QImage.Format.Format_RGB32)
    made.fill(shade << 16 | shade << 8 | shade)
    return made


def middle(column: PageThumbnails, number: int) -> QPoint:
    return column.visualRect(column.model().index(number - 1, 0)).center()


@pytest.fixture
def column(qtbot: QtBot) -> PageThumbnails:
    made = PageThumbnails(Words())
    qtbot.addWidget(made)
    made.resize(made.width(), 600)
    made.show()
    made.show_pages([page(), page(), page()])
    return made


def test_the_model_keeps_qts_rules() -> None:
    model = PageThumbnailsModel(Words())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show((page(), page()), 74)
    assert model.rowCount() == 2
    assert model.data(model.index(5, 0)) is None
    picture = model.index(0, 0).data(Qt.ItemDataRole.DecorationRole)
    assert picture.size() == QSize(74, 105)
    tester.deleteLater()


def test_a_screen_reader_hears_which_page_of_how_many(column: PageThumbnails) -> None:
    tree = interface(column)
    names = [tree.child(n).text(QAccessible.Text.Name) for n in range(tree.childCount())]
    assert names == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]
    assert name_of(column) == "Pages"
    assert role_of(column) == QAccessible.Role.List


def test_arrows_and_a_click_go_to_a_page(column: PageThumbnails) -> None:
    chosen = QSignalSpy(column.chosen)
    press(column, Key.Key_Down)
    press(column, Key.Key_End)
    press(column, Key.Key_Home)
    click(column.viewport(), middle(column, 2))
    write(column, "3")
    assert [chosen.at(n)[0] for n in range(chosen.count())] == [2, 3, 1, 2]


def test_following_the_large_page_tells_nobody(column: PageThumbnails) -> None:
    chosen = QSignalSpy(column.chosen)
    column.show_page(3)
    assert column.currentIndex().row() == 2
    column.show_page(9)
    column.show_pages([page(), page()])
    assert column.currentIndex().row() == 1
    column.show_pages([])
    column.show_page(1)
    assert not column.currentIndex().isValid()
    assert chosen.count() == 0


def test_the_current_page_is_framed_in_pine(column: PageThumbnails, theme: Theme) -> None:
    def frames() -> list[bool]:
        seen = column.viewport().grab().toImage()
        ratio = seen.devicePixelRatio()
        places = (middle(column, number) * ratio for number in (1, 2, 3))
        left = range(round(seen.width() / 2 - 46 * ratio), round(seen.width() / 2 - 36 * ratio))
        return [any(seen.pixelColor(x, at.y()) == theme.colour("pine") for x in left) for at in places]

    assert frames() == [True, False, False]
    column.show_page(2)
    assert frames() == [False, True, False]


def test_small_pages_grow_with_the_text_and_keep_the_papers_form(
    column: PageThumbnails, theme: Theme
) -> None:
    small, width = column.sizeHintForRow(1), column.width()
    theme.wear(Look(theme="day", text_size=150))
    assert column.sizeHintForRow(1) > 1.4 * small
    assert column.width() > 1.4 * width
    theme.wear(Look(theme="day"))
    column.show_pages([page(), page(size=QSize(600, 400)), page(size=QSize(10, 4000))])
    wide, long = column.sizeHintForRow(1), column.sizeHintForRow(2)
    assert wide < small < long < 2 * small
