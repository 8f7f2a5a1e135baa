from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPdfWriter
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from app.i18n import Words
from app.ui.keys import key_paper
from app.ui.keys.key_paper import KeyPaper
from app.ui.keys.recovery_fields import RecoveryFields
from app.ui.keys.recovery_step import RecoveryStep
from app.ui.keys.secret_clipboard import SecretClipboard
from tests.ui.access import name_of, unnamed
from tests.ui.hands import click, press, write

Key = Qt.Key
LINES = tuple(f"{n}ABCD-EFGH{n}-JKMNP" for n in range(1, 7))
PAPER = KeyPaper(lines=LINES, day="12 May 2026", name="Maya")


def _right(line: int, typed: str) -> bool:
    return typed.replace("-", "").replace(" ", "").upper() == LINES[line - 1].replace("-", "")


def _third(_lines: Sequence[int]) -> int:
    return 3


@pytest.fixture
def step(qtbot: QtBot) -> RecoveryStep:
    made = RecoveryStep(Words(), PAPER, _right, _third)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def test_each_line_is_one_label_spelled_out(step: RecoveryStep) -> None:
    said = [name_of(line) for line in step.box.lines]
    assert said[0] == "Line 1: 1, A, B, C, D, E, F, G, H, 1, J, K, M, N, P"
    assert len(said) == 6


def test_a_hidden_key_is_neither_shown_nor_read(step: RecoveryStep) -> None:
    click(step.hide_button)
    assert not any(line.isVisible() or name_of(line) or line.text() for line in step.box.lines)
    assert step.hide_button.text() == "Show it"
    click(step.hide_button)
    assert all(line.isVisible() for line in step.box.lines)


def test_the_key_can_be_shown_bigger(step: RecoveryStep) -> None:
    small = step.box.sizeHint()
    click(step.bigger)
    assert step.box.sizeHint().width() > small.width()
    assert step.bigger.text() == "Show it smaller"


def test_the_asked_line_must_be_typed_back(step: RecoveryStep) -> None:
    assert step.asked == 3
    assert not step.ready()
    assert step.row.error == "Type line 3 first."
    write(step.answer, "3abcd efgh3")
    assert not step.ready()
    assert step.row.error == "Line 3 is different. Look again at your paper: 15 letters and numbers."
    assert step.answer.text() == "3abcd efgh3"
    write(step.answer, " jkmnp")
    assert step.ready()


def test_enter_in_the_answer_goes_on(step: RecoveryStep) -> None:
    entered = QSignalSpy(step.entered)
    press(step.answer, Key.Key_Return)
    assert entered.count() == 1


def test_the_name_is_on_the_paper_only_if_ticked(step: RecoveryStep) -> None:
    assert step.paper.name == ""
    click(step.name_too)
    assert step.paper.name == "Maya"


def test_the_saved_paper_can_be_read_by_this_person_only(step: RecoveryStep, tmp_path: Path) -> None:
    path = tmp_path / "recovery key.txt"
    step.save_paper(str(path))
    text = path.read_text("utf-8")
    assert all(line in text for line in LINES)
    assert "Anyone with this key and the journal’s file can read it." in text
    assert "Maya" not in text
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_paper_that_cannot_be_saved_says_so(step: RecoveryStep, tmp_path: Path) -> None:
    step.save_paper(str(tmp_path / "no such folder" / "key.txt"))
    assert step.trouble.words == ("It could not be saved there. Nothing is lost. Choose another place.")


def test_the_printed_paper_holds_key_date_and_warning(tmp_path: Path) -> None:
    path = tmp_path / "key.pdf"
    key_paper.draw(QPdfWriter(str(path)), PAPER, Words())
    text = " ".join(PdfReader(path).pages[0].extract_text().split())
    assert "Recovery key for a Told Once journal" in text
    assert "May" in text.replace("Maya", "")
    assert "Maya" in text
    assert LINES[5].split("-")[0] in text


def test_a_copied_key_is_marked_secret_and_taken_off_again(step: RecoveryStep) -> None:
    clipboard = QGuiApplication.clipboard()
    click(step.copy)
    assert clipboard.text() == "\n".join(LINES)
    data = clipboard.mimeData()
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    step.clipboard.clear()
    assert clipboard.text() == ""


def test_what_was_copied_since_stays(qtbot: QtBot) -> None:
    holder = RecoveryFields(Words())
    qtbot.addWidget(holder)
    secret = SecretClipboard(holder)
    secret.copy("a secret")
    QGuiApplication.clipboard().setText("something else")
    secret.clear()
    assert QGuiApplication.clipboard().text() == "something else"


@pytest.fixture
def fields(qtbot: QtBot) -> RecoveryFields:
    made = RecoveryFields(Words())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.fields[0].setFocus()
    return made


def test_fifteen_letters_move_on_to_the_next_line(fields: RecoveryFields) -> None:
    write(fields.fields[0], "1abcd efgh1 jkmnp")
    assert fields.fields[1].hasFocus()


@pytest.mark.parametrize("pasted", ["\n".join(LINES), " ".join(LINES), "".join(LINES).replace("-", "")])
def test_a_whole_key_can_be_pasted(fields: RecoveryFields, pasted: str) -> None:
    QGuiApplication.clipboard().setText(pasted)
    press(fields.fields[0], Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [f.text() for f in fields.fields] == [line.replace("-", "") for line in LINES]


def test_one_line_is_pasted_where_it_belongs(fields: RecoveryFields) -> None:
    QGuiApplication.clipboard().setText(LINES[1])
    press(fields.fields[1], Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert fields.fields[1].text() == LINES[1]
    assert fields.fields[0].text() == ""


def test_enter_goes_to_the_first_empty_line_and_then_on(fields: RecoveryFields) -> None:
    entered = QSignalSpy(fields.entered)
    for field in fields.fields[1:]:
        field.setText("x")
    press(fields.fields[3], Key.Key_Return)
    assert fields.fields[0].hasFocus()
    fields.fields[0].setText("x")
    press(fields.fields[0], Key.Key_Return)
    assert entered.count() == 1
    fields.wipe()
    assert fields.text.strip() == ""


def test_all_parts_have_names(step: RecoveryStep, fields: RecoveryFields) -> None:
    assert list(unnamed(step)) == []
    assert list(unnamed(fields)) == []
    assert [name_of(f) for f in fields.fields][:2] == ["Line 1", "Line 2"]


def test_two_papers_are_printed_where_one_is_for_someone_trusted(step: RecoveryStep) -> None:
    assert step.copies == 1
    press(step.two, Key.Key_Space)
    assert step.copies == 2
