import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from app.i18n import Words
from app.ui.widgets.echo import Echo, EchoPart
from app.ui.widgets.quick_line import QuickLine
from tests.ui.access import description_of, name_of
from tests.ui.hands import click, press, write

Key = Qt.Key
HINT = "Try: knee 5 worse on stairs"


def _read(text: str) -> Echo:
    if text == "naproxen":
        return Echo(parts=(EchoPart(text="Naproxen"),), choices=("Took it now", "A note"))
    return Echo(
        parts=(EchoPart(text="Knee pain", strong=True), EchoPart(text="5 of 10", severity=5)),
        spoken="Knee pain, 5 of 10. Enter saves.",
        completion="e pain" if text == "kne" else "",
    )


@pytest.fixture
def line(qtbot: QtBot) -> QuickLine:
    made = QuickLine(Words(), _read, HINT)
    qtbot.addWidget(made)
    made.resize(760, 110)
    made.show()
    return made


def test_enter_hands_over_what_was_typed_byte_for_byte(line: QuickLine) -> None:
    saved = QSignalSpy(line.saved)
    write(line.field, "  kn 5  ")
    press(line.field, Key.Key_Return)
    assert saved.at(0) == ["  kn 5  "]
    assert line.text == "  kn 5  "


def test_an_empty_line_saves_nothing_and_shows_what_to_try(line: QuickLine) -> None:
    saved = QSignalSpy(line.saved)
    press(line.field, Key.Key_Return)
    assert saved.count() == 0
    assert line.strip._caption.words == HINT
    assert line.strip.buttons == ()


def test_parts_appear_after_a_moment_and_are_buttons(line: QuickLine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(line.understood):
        write(line.field, "kn 5")
    assert [button.text() for button in line.strip.buttons] == ["Knee pain", "5 of 10"]
    chosen = QSignalSpy(line.part_chosen)
    click(line.strip.buttons[1])
    assert chosen.at(0) == [1]
    assert description_of(line.strip) == "Knee pain, 5 of 10. Enter saves."


def test_enter_does_not_wait_for_the_preview(line: QuickLine) -> None:
    saved = QSignalSpy(line.saved)
    write(line.field, "kn 5")
    press(line.field, Key.Key_Return)
    assert saved.count() == 1
    assert line.echo == _read("kn 5")


@pytest.mark.parametrize("key", [Key.Key_Right, Key.Key_End])
def test_right_or_end_takes_the_rest_of_a_name(line: QuickLine, key: Qt.Key) -> None:
    line.show_text("kne")
    assert line.field.completion == "e pain"
    press(line.field, key)
    assert line.text == "knee pain"


def test_tab_and_enter_never_add_words(line: QuickLine) -> None:
    saved = QSignalSpy(line.saved)
    line.show_text("kne")
    press(line.field, Key.Key_Tab)
    assert line.text == "kne"
    press(line.field, Key.Key_Return)
    assert saved.at(0) == ["kne"]


def test_no_rest_is_shown_in_the_middle_of_the_words(line: QuickLine) -> None:
    line.show_text("kne")
    press(line.field, Key.Key_Left)
    assert line.field.completion == ""


def test_esc_clears_and_undo_brings_it_back(line: QuickLine) -> None:
    cleared = QSignalSpy(line.cleared)
    write(line.field, "knee 5 worse")
    press(line.field, Key.Key_Escape)
    assert line.text == ""
    assert cleared.at(0) == ["knee 5 worse"]
    line.field.undo()
    assert line.text == "knee 5 worse"


def test_several_meanings_become_choices_instead_of_save(line: QuickLine) -> None:
    line.show_text("naproxen")
    assert [button.text() for button in line.strip.buttons] == ["Naproxen", "Took it now", "A note"]
    assert line.strip.save.isHidden()
    chosen = QSignalSpy(line.choice_chosen)
    click(line.strip.buttons[2])
    assert chosen.at(0) == [1]


def test_the_line_is_named_and_described(line: QuickLine) -> None:
    assert name_of(line.field) == "Quick line"
    assert description_of(line.field) == "Type what happened and press Enter"
    assert name_of(line.strip) == "Understood as"
    assert name_of(line.strip.save) == "Save"


def test_a_megabyte_can_be_pasted(line: QuickLine) -> None:
    text = "a" * 999_999
    line.field.insert(text)
    assert line.text == text


def test_after_a_save_the_line_is_empty_again(line: QuickLine) -> None:
    line.show_text("kn 5")
    line.clear()
    assert line.text == ""
    assert line.strip.buttons == ()
    assert line.strip.save.isHidden()
