from datetime import date

import pytest
from PySide6.QtCore import QDate, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.records.record import PRIVATE, SHARED, ClinicianId, Mark, RecordId, Sharing
from app.domain.records.when import Precision, When
from app.i18n import Words
from app.ui.widgets.form import Form, FormRow, Line
from app.ui.widgets.passphrase_field import PassphraseField, caps_lock_on
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.sharing_mark import SharingMark
from app.ui.widgets.strength_meter import StrengthMeter
from app.ui.widgets.text_area import TextArea
from app.ui.widgets.tick_box import RoundChoice, TickBox
from app.ui.widgets.when_field import WhenField
from tests.ui.access import description_of, interface, name_of, role_of
from tests.ui.hands import press, write

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
DAY = When(precision=Precision.DAY, first=date(2026, 5, 6), last=date(2026, 5, 6), words="6 may")


def _read(text: str) -> tuple[When | None, str]:
    return (DAY, "Wednesday 6 May") if text.strip() == "6 may" else (None, "")


def test_a_row_joins_label_hint_and_field(qtbot: QtBot) -> None:
    field = Line(example="For example: Maya")
    row = FormRow("Name to use", field, "As you want it on documents.")
    qtbot.addWidget(row)
    assert name_of(field) == "Name to use"
    assert description_of(field) == "As you want it on documents."
    assert row.label.buddy() is field
    relations = interface(field).relations()
    assert any(flag == QAccessible.RelationFlag.Label for _, flag in relations)


def test_an_error_stands_below_is_described_and_takes_the_focus(qtbot: QtBot) -> None:
    field = QLineEdit("what was typed")
    row = FormRow("Name", field, "A hint")
    form = Form(row)
    qtbot.addWidget(form)
    form.show()
    row.show_error("A name is needed.")
    assert row.error == "A name is needed."
    assert description_of(field) == "A name is needed."
    assert form.focusWidget() is field
    assert field.text() == "what was typed"
    form.clear_errors()
    assert row.error == ""
    assert description_of(field) == "A hint"


def test_the_when_field_says_what_it_understood(qtbot: QtBot) -> None:
    field = WhenField(Words(), _read)
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.changed):
        write(field.line, "6 may")
    assert field.when == DAY
    assert field.understood == "Understood as Wednesday 6 May"
    assert description_of(field.line) == "Understood as Wednesday 6 May"


def test_the_when_field_keeps_what_it_does_not_understand(qtbot: QtBot) -> None:
    field = WhenField(Words(), _read, "  before the move ")
    qtbot.addWidget(field)
    assert field.when is None
    assert field.text == "  before the move "
    assert field.understood == "Not understood as a date. Your words are kept."
    field.show_text("")
    assert field.understood == ""


def test_the_calendar_writes_words_into_the_line(qtbot: QtBot) -> None:
    field = WhenField(Words(), _read)
    qtbot.addWidget(field)
    field._take_day(QDate(2026, 5, 6))
    assert field.text.replace("\u00a0", " ") == "6 May 2026"


def test_the_eye_can_be_reached_by_tab_and_says_what_it_does(qtbot: QtBot) -> None:
    field = PassphraseField(Words())
    qtbot.addWidget(field)
    field.show()
    assert field.line.nextInFocusChain() is field.eye
    assert name_of(field.eye) == "Show"
    write(field.line, "four words of mine")
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    press(field.eye, Key.Key_Space)
    assert field.line.echoMode() == QLineEdit.EchoMode.Normal
    assert name_of(field.eye) == "Hide"
    assert field.text == "four words of mine"
    field.wipe()
    assert field.text == ""
    assert not field.line.isUndoAvailable()


def test_a_hidden_passphrase_is_not_read_aloud(qtbot: QtBot) -> None:
    field = PassphraseField(Words())
    qtbot.addWidget(field)
    field.show_text("four words of mine")
    assert interface(field.line).state().passwordEdit
    assert "mine" not in interface(field.line).text(QAccessible.Text.Value)


@pytest.mark.parametrize(
    ("letter", "modifiers", "on"),
    [("A", PLAIN, True), ("a", PLAIN, False), ("A", SHIFT, False), ("a", SHIFT, True), ("5", SHIFT, False)],
)
def test_caps_lock_is_told_from_what_is_typed(letter: str, modifiers: Qt.KeyboardModifier, on: bool) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_A, modifiers, letter)
    assert caps_lock_on(event) is on


def test_the_caps_lock_note_comes_and_goes(qtbot: QtBot) -> None:
    field = PassphraseField(Words())
    qtbot.addWidget(field)
    field.line.caps_seen.emit(True)
    assert not field.caps_note.isHidden()
    field.line.caps_seen.emit(False)
    assert field.caps_note.isHidden()


def test_the_meter_says_a_word_and_a_sentence(qtbot: QtBot) -> None:
    meter = StrengthMeter()
    qtbot.addWidget(meter)
    meter.show_strength(3, "Good", "Hard to guess.")
    assert meter.said == "Good. Hard to guess."
    meter.show_strength(0, "", "")
    assert meter.said == ""


def test_own_words_stay_as_typed_and_tab_moves_on(qtbot: QtBot) -> None:
    area = TextArea()
    qtbot.addWidget(area)
    text = "  two  spaces\n\ttab\u00a0é\U0001f642\n"
    area.show_words(text)
    assert area.words == text
    assert area.tabChangesFocus()


def test_a_text_area_takes_words_only_and_grows_to_its_limit(qtbot: QtBot) -> None:
    area = TextArea(lines=2, most=4)
    qtbot.addWidget(area)
    area.resize(300, 80)
    area.show()
    small = area.sizeHint().height()
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold")
    area.insertFromMimeData(data)
    assert area.words == "bold"
    area.show_words("line\n" * 40)
    grown = area.sizeHint().height()
    assert small < grown
    area.show_words("line\n" * 400)
    assert area.sizeHint().height() == grown


def test_a_pick_list_is_not_changed_by_the_wheel(qtbot: QtBot) -> None:
    pick = PickList("For", ["Dr Osei", "Dr Rahal"])
    row = FormRow("For", pick)
    qtbot.addWidget(row)
    row.show()
    middle = QPointF(pick.rect().center())
    down, none = QPoint(0, -120), Qt.MouseButton.NoButton
    wheel = QWheelEvent(middle, middle, down, down, none, PLAIN, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(pick, wheel)
    assert pick.currentText() == "Dr Osei"
    press(pick, Key.Key_Down)
    assert pick.currentText() == "Dr Rahal"
    labels = [flag for _, flag in interface(pick).relations()]
    assert QAccessible.RelationFlag.Label in labels


def test_switches_are_read_with_their_words_and_state(qtbot: QtBot) -> None:
    tick, ring = TickBox("Keep things still"), RoundChoice("Me")
    qtbot.addWidget(tick)
    qtbot.addWidget(ring)
    press(tick, Key.Key_Space)
    assert tick.isChecked()
    assert role_of(tick) == QAccessible.Role.CheckBox
    assert role_of(ring) == QAccessible.Role.RadioButton
    assert name_of(tick) == "Keep things still"


OSEI = ClinicianId(RecordId("osei"))


def _mark(qtbot: QtBot, sharing: Sharing) -> SharingMark:
    mark = SharingMark(Words(), {OSEI: "Dr Osei"}, sharing)
    qtbot.addWidget(mark)
    return mark


def test_a_sharing_mark_shows_its_state_in_words(qtbot: QtBot) -> None:
    assert _mark(qtbot, SHARED).text() == "May be shared"
    assert _mark(qtbot, PRIVATE).text() == "private"
    kept = Sharing(mark=Mark.NOT_WITH, not_with=(OSEI,))
    assert _mark(qtbot, kept).text() == "not with Dr Osei"
    assert name_of(_mark(qtbot, PRIVATE)) == "Sharing: private"


def test_a_sharing_mark_offers_three_choices_and_tells_of_a_new_one(qtbot: QtBot) -> None:
    mark = _mark(qtbot, SHARED)
    menu = mark.menu_of_choices()
    texts = [action.text() for action in menu.actions()]
    assert texts == [
        "May be shared",
        "Private, never in a document",
        "Not with these clinicians…",
        "not with Dr Osei",
    ]
    with qtbot.waitSignal(mark.changed) as said:
        menu.actions()[3].trigger()
    assert said.args == [Sharing(mark=Mark.NOT_WITH, not_with=(OSEI,))]
    again = mark.menu_of_choices()
    again.actions()[3].trigger()
    assert mark.sharing == SHARED
    menu.deleteLater()
    again.deleteLater()
