import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Words
from app.ui.theme.look import Look
from app.ui.theme.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.focus_ring import FocusRing
from app.ui.widgets.fold import Fold, fold_of
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.locking_bar import LockingBar
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.notice import Notice
from app.ui.widgets.own_words import OwnWords
from app.ui.widgets.page import Page
from app.ui.widgets.pile import Pile
from app.ui.widgets.pill import Pill
from app.ui.widgets.segments import Segments
from app.ui.widgets.spoken import SpokenRoles
from app.ui.widgets.text import Text
from app.ui.widgets.toast import Toast
from app.ui.widgets.watching import watching
from tests.ui.access import interface, name_of, role_of, unnamed
from tests.ui.hands import click, press

BREAKPOINTS = {"wide": 1600, "normal": 1200, "small": 1000, "compact": 700}


def test_a_buttons_name_is_its_words_without_keycaps(qtbot: QtBot) -> None:
    button = Button("Bad day", icon="moon-stars", keys="F8")
    qtbot.addWidget(button)
    assert name_of(button) == "Bad day"
    assert button.sizeHint().height() == 40
    bare = Button(icon="x", name="Close this message", size="small")
    qtbot.addWidget(bare)
    assert name_of(bare) == bare.toolTip() == "Close this message"
    assert bare.sizeHint().width() == bare.sizeHint().height() == 34


def test_a_button_in_focus_looks_the_same_inside_its_ring(qtbot: QtBot, theme: Theme) -> None:
    theme.wear(Look(theme="day"))
    parent, line, button = QWidget(), QLineEdit(), Button("Prepare for this visit", size="small")
    parent.setLayout(Column(line, button))
    qtbot.addWidget(parent)
    parent.show()
    parent.activateWindow()
    qtbot.waitUntil(parent.isActiveWindow)
    before = button.grab().toImage()
    press(line, Qt.Key.Key_Tab)
    assert button.hasFocus()
    assert button.grab().toImage() == before


def test_a_button_makes_room_for_its_words_at_every_size(qtbot: QtBot, theme: Theme) -> None:
    button = Button("Save the PDF for Dr Rahal", kind="main", icon="file-pdf", keys="Ctrl P")
    qtbot.addWidget(button)
    small = button.sizeHint()
    theme.wear(Look(theme="day", text_size=200))
    assert button.sizeHint().width() > 1.9 * small.width()
    assert button.sizeHint().height() == 80
    button.say("Print")
    assert button.sizeHint().width() < 1.9 * small.width()


@pytest.mark.parametrize(
    "kind", ["main", "plain", "quiet", "link", "destroy", "cover", "toast", "part", "item"]
)
def test_every_kind_of_button_can_be_drawn(qtbot: QtBot, kind: str) -> None:
    button = Button("Words", kind=kind, icon="plus", keys="F8")
    qtbot.addWidget(button)
    shown = button.grab().toImage()
    button.setEnabled(False)
    assert shown != button.grab().toImage()


def test_a_heading_is_read_as_one_and_leaves_nothing_behind(qtbot: QtBot, qapp: QApplication) -> None:
    roles = qapp.findChild(SpokenRoles)
    assert roles is not None
    holder = QWidget()
    qtbot.addWidget(holder)
    heading = Heading("Written today")
    heading.setParent(holder)
    assert role_of(heading) == QAccessible.Role.Heading
    assert name_of(heading) == "Written today"
    kept = len(roles._kept)
    heading.deleteLater()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    gc.collect()
    assert len(roles._kept) == kept - 1


def test_nothing_in_words_is_read_as_markup(qtbot: QtBot) -> None:
    text = Text("<b>5 < 6</b> & more\nnext")
    qtbot.addWidget(text)
    assert "&lt;b&gt;" in text.text()
    assert text.words == name_of(text) == "<b>5 < 6</b> & more\nnext"
    plain = Text("<b>", wrap=False)
    qtbot.addWidget(plain)
    assert plain.textFormat() == Qt.TextFormat.PlainText


def test_own_words_are_said_to_be_the_persons(qtbot: QtBot) -> None:
    own = OwnWords("Stomach again.", Words(), quoted=True)
    qtbot.addWidget(own)
    said = [name_of(child) for child in own.findChildren(Text)]
    assert said == ["You wrote: Stomach again."]


def test_a_notice_shows_its_sentence_and_goes_with_it(qtbot: QtBot) -> None:
    again = Button("Try again")
    notice = Notice(kind="trouble", actions=(again,))
    qtbot.addWidget(notice)
    assert notice.isHidden()
    notice.say("This could not be saved yet.")
    assert not notice.isHidden()
    assert notice.words == name_of(notice) == "This could not be saved yet."
    notice.say("")
    assert notice.isHidden()


def test_an_empty_state_and_a_pill_say_their_words(qtbot: QtBot) -> None:
    state = EmptyState("This is day one.", "Write one line above.", (Button("Add what I take now"),))
    pill = Pill("asked twice", "waiting")
    qtbot.addWidget(state)
    qtbot.addWidget(pill)
    assert [text.words for text in state.findChildren(Text)] == ["This is day one.", "Write one line above."]
    assert name_of(pill) == "asked twice"
    assert not pill.grab().isNull()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1366, 700)
    qtbot.addWidget(made)
    return made


def test_a_toast_offers_undo_and_counts_down_unseen(window: QWidget) -> None:
    toast = Toast(Words(), window)
    window.show()
    toast.say("Saved: knee pain 5 of 10", undo=True)
    assert toast.words == "Saved: knee pain 5 of 10"
    assert toast.counting
    undone = QSignalSpy(toast.undo)
    click(toast._undo)
    assert undone.count() == 1
    assert toast.isHidden()
    assert not toast.counting


def test_a_toast_waits_while_the_focus_is_on_it(window: QWidget) -> None:
    toast = Toast(Words(), window)
    window.show()
    toast.say("Saved", undo=True)
    QApplication.sendEvent(toast._undo, QEvent(QEvent.Type.FocusIn))
    assert not toast.counting
    QApplication.sendEvent(toast._undo, QEvent(QEvent.Type.FocusOut))
    assert toast.counting


@pytest.mark.parametrize("pressed", ["_undo", "_close"])
def test_the_focus_goes_back_from_a_toast_to_where_it_was(
    window: QWidget, theme: Theme, qtbot: QtBot, pressed: str
) -> None:
    theme.wear(Look(theme="dusk", keep_messages=True))
    QLineEdit(window)  # next in order, where the focus would fall
    before = QLineEdit(window)
    toast = Toast(Words(), window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    before.setFocus()
    toast.say("Saved", undo=True)
    getattr(toast, pressed).setFocus()
    assert QApplication.focusWidget() is getattr(toast, pressed)
    click(getattr(toast, pressed))
    assert QApplication.focusWidget() is before


def test_a_toast_stays_if_the_person_asked_for_it(window: QWidget, theme: Theme) -> None:
    theme.wear(Look(theme="day", keep_messages=True))
    toast = Toast(Words(), window)
    window.show()
    toast.say("Saved")
    assert not toast.counting
    assert not toast._close.isHidden()
    click(toast._close)
    assert toast.isHidden()


def test_the_locking_bar_says_so_and_can_be_stayed(window: QWidget) -> None:
    bar = LockingBar(Words(), window)
    window.show()
    bar.warn()
    assert name_of(bar) == "Locking soon. Press any key to stay."
    stayed = QSignalSpy(bar.stay)
    press(bar.button, Qt.Key.Key_Space)
    assert stayed.count() >= 1


def test_the_focus_ring_comes_with_keys_and_goes_with_the_mouse(window: QWidget) -> None:
    field = QLineEdit(window)
    field.setGeometry(100, 100, 200, 44)
    ring = FocusRing(window)
    window.show()
    ring._follow(None, field)
    press(field, Qt.Key.Key_Shift)
    assert ring.ring == QRect(100, 100, 200, 44)
    field.move(50, 60)
    assert ring.ring == QRect(50, 60, 200, 44)
    click(field)
    assert ring.ring.isEmpty()


def test_the_focus_ring_is_always_there_in_high_contrast(window: QWidget, theme: Theme) -> None:
    theme.wear(Look(theme="contrast-dark"))
    field = QLineEdit(window)
    ring = FocusRing(window)
    window.show()
    ring._follow(None, field)
    assert not ring.ring.isEmpty()
    field.hide()
    ring.place()
    assert ring.ring.isEmpty()


def test_the_focus_ring_lets_the_mouse_through(window: QWidget) -> None:
    ring = FocusRing(window)
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert ring.focusPolicy() == Qt.FocusPolicy.NoFocus
    point = QPoint(5, 5)
    event = QMouseEvent(
        QEvent.Type.MouseButtonPress, point, point, Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    assert not watching().eventFilter(window, event)


def test_a_flow_wraps_and_reports_its_height(qtbot: QtBot) -> None:
    buttons = [Button(f"Button {n}", size="small") for n in range(6)]
    group = Group(FlowLayout(*buttons, gap=8))
    qtbot.addWidget(group)
    group.resize(260, 300)
    group.show()
    assert len({button.y() for button in buttons}) > 1
    assert group.heightForWidth(260) > group.heightForWidth(2000)


def test_rows_and_columns_grow_with_the_text(qtbot: QtBot, theme: Theme) -> None:
    column = Column(Row(spacing=12), spacing=10, margins=(1, 2, 3, 4))
    holder = Group(column)
    qtbot.addWidget(holder)
    theme.wear(Look(theme="day", text_size=200))
    assert column.spacing() == 20
    assert column.contentsMargins().bottom() == 8


def test_a_pile_shows_one_and_keeps_no_room_for_the_others(qtbot: QtBot) -> None:
    low, high = Button("low"), Group(Column(*[Button(str(n)) for n in range(8)]))
    pile = Pile(low, high)
    qtbot.addWidget(pile)
    assert pile.sizeHint().height() < 80
    pile.show_only(high)
    assert low.isHidden()
    assert pile.sizeHint().height() > 300


@pytest.mark.parametrize(
    ("width", "scale", "fold"),
    [
        (1920, 1.0, Fold.WIDE),
        (1366, 1.0, Fold.NORMAL),
        (1024, 1.0, Fold.SMALL),
        (1366, 1.5, Fold.COMPACT),
        (1366, 2.0, Fold.NARROW),
    ],
)
def test_folding_follows_width_over_text_size(width: int, scale: float, fold: Fold) -> None:
    assert fold_of(width, scale, BREAKPOINTS) == fold
    assert fold.ledger_days in {7, 10, 14, 21}


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page("Today", Words(), margin_title="When you have a moment")
    made.margin.addWidget(Text("Dr Osei, Thursday"))
    made.body.addWidget(QLineEdit())
    made.add_action(Button("No symptoms today"))
    made.add_action(Button("Bad day"))
    made.set_margin_count(4)
    qtbot.addWidget(made)
    return made


def test_a_page_folds_its_margin_into_a_button_and_opens_it_as_a_page(page: Page) -> None:
    folded = QSignalSpy(page.folded)
    page.resize(1366, 700)
    page.show()
    assert page.fold.name == "NORMAL"
    page.resize(800, 700)
    assert page.fold.name == "COMPACT"
    assert folded.count() == 1
    assert page._open_side.text() == "When you have a moment: 4"
    assert not page._open_side.isHidden()
    click(page._open_side)
    assert page.side is not None
    assert page.side.isVisible()
    page.go_back()
    assert not page.side.isVisible()
    page.resize(1366, 700)
    assert page.side.isVisible()
    assert page._open_side.isHidden()


def test_on_a_narrow_page_all_but_the_first_action_move_into_more(page: Page) -> None:
    page.resize(600, 700)
    page.show()
    assert page.fold == Fold.NARROW
    assert [button.isVisible() for button in page._actions] == [True, False]
    assert page._more.isVisible()
    assert name_of(page._more) == "More"


def test_a_page_has_a_heading_and_no_nameless_stop(page: Page) -> None:
    page.findChildren(QLineEdit)[0].setAccessibleName("Quick line")
    page.show()
    assert role_of(page.title) == QAccessible.Role.Heading
    assert list(unnamed(page)) == []
    page.set_title("Tomorrow")
    assert name_of(page) == name_of(page.title) == "Tomorrow"
    assert interface(page).isValid()


def test_narrow_contents_ask_for_the_height_they_need_at_their_own_width(qtbot: QtBot) -> None:
    wraps = Segments("What changed?", [f"answer number {n}" for n in range(12)])
    around = Group(Column(Narrow(Column(wraps), 300), 1))
    qtbot.addWidget(around)
    assert around.heightForWidth(1200) == around.heightForWidth(300) > 200
