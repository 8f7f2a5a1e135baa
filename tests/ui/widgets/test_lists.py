import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QImage
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.i18n import Words
from app.ui.widgets.fold import Fold
from app.ui.widgets.ledger import Ledger
from app.ui.widgets.ledger_model import LedgerModel
from app.ui.widgets.ledger_value import LedgerCell, LedgerDay, LedgerRow, LedgerView
from app.ui.widgets.page_preview import PagePreview
from app.ui.widgets.rail import Rail, RailList, RailModel, Tab
from app.ui.widgets.record_list import RecordList, RecordModel
from app.ui.widgets.record_row import RecordRow
from app.ui.widgets.steps import Step, Steps, StepsModel
from tests.ui.access import interface, name_of, role_of
from tests.ui.hands import click, press, write

Key = Qt.Key
ROWS = (
    RecordRow(title="May 2026", heading=True),
    RecordRow(key="a", title="Knee pain", value="5 of 10", spoken="Knee pain, 5 of 10"),
    RecordRow(key="b", title="Naproxen", words="Stomach again."),
    RecordRow(key="c", title="Question"),
)
DAYS = (
    LedgerDay(name="Tue", number="5", spoken="Tuesday 5 May", marks=(("moon-stars-fill", "bad day"),)),
    LedgerDay(name="Today", number="6", spoken="Wednesday 6 May", today=True),
)
VIEW = LedgerView(
    days=DAYS,
    rows=(
        LedgerRow(key="k", name="Knee pain", cells=(LedgerCell(value=6, readings=2), LedgerCell())),
        LedgerRow(key="m", name="Migraine", cells=(LedgerCell(), LedgerCell(value=0, readings=1))),
    ),
)
TABS = (
    Tab(key="today", words="Today", icon="sun-horizon"),
    Tab(key="share", words="Share", icon="paper-plane-tilt", apart=True),
)


@pytest.fixture
def records(qtbot: QtBot) -> RecordList:
    made = RecordList("Written today")
    qtbot.addWidget(made)
    made.show_rows(ROWS)
    made.resize(400, 300)
    made.show()
    return made


@pytest.fixture
def ledger(qtbot: QtBot) -> Ledger:
    made = Ledger(Words(), "The last 2 days")
    qtbot.addWidget(made)
    made.show_view(VIEW)
    made.resize(600, 200)
    made.show()
    return made


def test_the_models_keep_qts_rules(qtbot: QtBot) -> None:
    words = Words()
    for model in (RecordModel(), LedgerModel(words), StepsModel(words)):
        tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
        if isinstance(model, RecordModel):
            model.show(ROWS)
        elif isinstance(model, LedgerModel):
            model.show(VIEW)
            model.show_about_to_write((0, 1, 5))
        else:
            model.show((Step(words="One", state="here"),))
        assert model.rowCount() > 0
        tester.deleteLater()
    rail = RailList(TABS, words)
    qtbot.addWidget(rail)
    assert isinstance(rail.model(), RailModel)


def test_enter_opens_delete_trashes_and_arrows_tell(records: RecordList) -> None:
    opened, trashed, moved = (QSignalSpy(s) for s in (records.opened, records.trashed, records.moved))
    records.choose("a")
    press(records, Key.Key_Down)
    press(records, Key.Key_Return)
    press(records, Key.Key_Delete)
    assert moved.at(moved.count() - 1) == ["b"]
    assert opened.at(0) == ["b"]
    assert trashed.at(0) == ["b"]


def test_a_click_opens_a_row_but_not_a_heading(records: RecordList) -> None:
    opened = QSignalSpy(records.opened)
    model = records.model()
    click(records.viewport(), records.visualRect(model.index(2, 0)).center())
    click(records.viewport(), records.visualRect(model.index(0, 0)).center())
    assert [opened.at(n)[0] for n in range(opened.count())] == ["b"]


def test_the_chosen_row_is_found_again_or_its_neighbour_takes_over(records: RecordList) -> None:
    records.choose("b")
    records.show_rows((RecordRow(key="new", title="New"), *ROWS))
    assert records.key == "b"
    records.show_rows((ROWS[0], ROWS[1], ROWS[3]))
    assert records.key == "c"
    records.show_rows(())
    assert records.key == ""


def test_a_row_is_spoken_as_a_whole(records: RecordList) -> None:
    tree = interface(records)
    names = [tree.child(n).text(QAccessible.Text.Name) for n in range(tree.childCount())]
    assert "Knee pain, 5 of 10" in names
    assert name_of(records) == "Written today"
    assert role_of(records) == QAccessible.Role.List


def test_a_row_grows_with_its_words(records: RecordList) -> None:
    short = records.sizeHintForRow(2)
    records.show_rows((*ROWS[:2], RecordRow(key="b", title="Naproxen", words="A long story. " * 40)))
    assert records.sizeHintForRow(2) > 3 * short


def test_letters_in_a_list_do_not_search(records: RecordList) -> None:
    records.choose("a")
    write(records, "Q")
    assert records.key == "a"


def test_a_growing_list_is_as_high_as_its_rows(qtbot: QtBot) -> None:
    growing = RecordList("Written today", grows=True)
    qtbot.addWidget(growing)
    growing.show_rows(ROWS[1:2])
    low = growing.sizeHint().height()
    growing.show_rows(ROWS[1:])
    assert growing.sizeHint().height() > 2 * low


def test_a_ledger_cell_says_what_changes_first(ledger: Ledger) -> None:
    model = ledger.model()
    spoken = [
        model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(3)
        for column in range(2)
    ]
    assert spoken == [
        "6 of 10, Knee pain, Tuesday 5 May, the highest of 2 readings",
        "nothing written, Knee pain, Wednesday 6 May",
        "nothing written, Migraine, Tuesday 5 May",
        "0 of 10, Migraine, Wednesday 6 May",
        "bad day, Tuesday 5 May",
        "no marks, Wednesday 6 May",
    ]


def test_a_screen_reader_gets_every_cell_and_header(ledger: Ledger) -> None:
    tree = interface(ledger)
    names = {tree.child(n).text(QAccessible.Text.Name) for n in range(tree.childCount())}
    assert {"Wednesday 6 May", "Knee pain", "nothing written, Knee pain, Wednesday 6 May"} <= names
    assert name_of(ledger) == "The last 2 days"
    assert role_of(ledger) == QAccessible.Role.Table


@pytest.mark.parametrize(("key", "value"), [("4", 4), ("0", 0), ("x", 10)])
def test_a_digit_writes_into_the_cell(ledger: Ledger, key: str, value: int) -> None:
    written = QSignalSpy(ledger.written)
    write(ledger, key)
    assert written.at(0) == [0, 1, value]


def test_enter_opens_a_cell_and_delete_trashes_only_a_reading(ledger: Ledger) -> None:
    opened, trashed = QSignalSpy(ledger.opened), QSignalSpy(ledger.trashed)
    press(ledger, Key.Key_Return)
    press(ledger, Key.Key_Delete)
    press(ledger, Key.Key_Left)
    press(ledger, Key.Key_Delete)
    assert opened.at(0) == [0, 1]
    assert [trashed.at(n) for n in range(trashed.count())] == [[0, 0]]


def test_the_ledger_is_one_stop_for_tab_and_keeps_its_place(ledger: Ledger) -> None:
    assert not ledger.tabKeyNavigation()
    press(ledger, Key.Key_Down)
    ledger.show_view(VIEW)
    assert (ledger.currentIndex().row(), ledger.currentIndex().column()) == (1, 1)
    ledger.show_view(LedgerView(days=DAYS[:1], rows=VIEW.rows[:1]))
    assert (ledger.currentIndex().row(), ledger.currentIndex().column()) == (0, 0)


def test_the_ledger_shows_what_is_about_to_be_written(ledger: Ledger) -> None:
    before = ledger.grab().toImage()
    ledger.show_about_to_write((0, 1, 5))
    assert ledger.view.about_to_write == (0, 1, 5)
    assert ledger.grab().toImage() != before


def test_marks_are_no_place_to_write(ledger: Ledger) -> None:
    written, opened = QSignalSpy(ledger.written), QSignalSpy(ledger.opened)
    ledger.setCurrentIndex(ledger.model().index(2, 0))
    write(ledger, "4")
    press(ledger, Key.Key_Return)
    assert written.count() == opened.count() == 0


def test_in_the_rail_arrows_move_and_enter_opens(qtbot: QtBot) -> None:
    rail = Rail(TABS, Words(), "Maya's journal")
    qtbot.addWidget(rail)
    rail.resize(204, 700)
    rail.show()
    rail.list.show_open("today")
    opened = QSignalSpy(rail.opened)
    press(rail.list, Key.Key_Down)
    assert opened.count() == 0
    assert rail.list.open_key == "today"
    press(rail.list, Key.Key_Space)
    assert opened.at(0) == ["share"]
    assert name_of(rail.list) == "Pages"


@pytest.mark.parametrize("fold", list(Fold))
def test_the_rail_keeps_its_names_at_every_width(qtbot: QtBot, fold: Fold) -> None:
    rail = Rail(TABS, Words(), "Maya's journal")
    qtbot.addWidget(rail)
    rail.set_fold(fold)
    assert name_of(rail.journal) == "Maya's journal"
    assert name_of(rail.lock_button) == "Lock now"
    assert rail.sizeHint().width() == (204 if fold >= Fold.NORMAL else 80)


def test_not_saved_yet_stays_in_view_on_a_narrow_rail(qtbot: QtBot) -> None:
    rail = Rail(TABS, Words(), "Maya's journal")
    qtbot.addWidget(rail)
    rail.set_fold(Fold.COMPACT)
    rail.show_saving("unsaved")
    assert not rail._tick.isHidden()
    rail.show_saving("saved")
    assert rail._tick.isHidden()


def test_only_steps_that_are_done_open(qtbot: QtBot) -> None:
    steps = Steps("Steps", Words())
    qtbot.addWidget(steps)
    steps.show_steps(
        tuple(Step(words=w, state=s) for w, s in (("One", "done"), ("Two", "here"), ("Three", "not yet")))
    )
    steps.resize(244, 200)
    steps.show()
    opened = QSignalSpy(steps.opened)
    for row in (2, 1, 0):
        click(steps.viewport(), steps.visualRect(steps.model().index(row, 0)).center())
    assert [opened.at(n)[0] for n in range(opened.count())] == [0]
    spoken = [steps.model().index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(3)]
    assert spoken == ["One, done", "Two, now here", "Three, not yet"]


def test_pages_are_gone_through_by_keys_and_named(qtbot: QtBot) -> None:
    preview = PagePreview(Words())
    qtbot.addWidget(preview)
    page = QImage(400, 560, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    preview.resize(500, 400)
    preview.show()
    preview.show_pages([page, page, page], ["one", "two", "three"])
    changed = QSignalSpy(preview.page_changed)
    press(preview, Key.Key_PageDown)
    press(preview, Key.Key_PageDown)
    press(preview, Key.Key_PageDown)
    assert preview.page == 3
    assert name_of(preview) == "Page 3 of 3"
    assert interface(preview).text(QAccessible.Text.Description) == "three"
    press(preview, Key.Key_Home)
    assert preview.page == 1
    assert changed.count() >= 3
    preview.zoom(1)
    preview.zoom(1)
    press(preview, Key.Key_Minus)
    preview.fit()
    preview.show_pages([])
    assert preview.page == 0


def test_the_menu_key_asks_for_the_rows_menu(records: RecordList) -> None:
    asked = QSignalSpy(records.menu)
    records.choose("b")
    at = QPoint(1, 1)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, records.mapToGlobal(at))
    QApplication.sendEvent(records.viewport(), event)
    assert asked.at(0)[0] == "b"
