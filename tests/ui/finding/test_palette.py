"""Do or go to, and the quick line, over any page."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import Note, Question, SymptomEntry, TreatmentChange
from app.domain.records.record import PRIVATE, RecordId
from app.domain.records.treatments import ChangeKind
from app.i18n import Words
from app.services.session import Session
from app.ui.editors.editing_page import EditingPage
from app.ui.finding.line_over import LineOver
from app.ui.finding.palette import Palette
from app.ui.pages.find import FindPage
from app.ui.pages.today import TodayPage
from app.ui.told_once import ToldOnce
from tests.ui.access import interface, name_of, unnamed
from tests.ui.desks import EVENING, NAPROXEN, session_with, some_days
from tests.ui.hands import click, press, write

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SECRET = Note(id=RecordId("secret"), written=EVENING, text="Afraid of the stairs", sharing=PRIVATE)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return session_with(tmp_path, *some_days(), SECRET)


@pytest.fixture
def told_once(session: Session, qtbot: QtBot) -> ToldOnce:
    made = ToldOnce(session, Words())
    qtbot.addWidget(made.window)
    made.window.resize(1366, 768)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.show_journal()
    return made


def in_focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def palette(told_once: ToldOnce, key: Qt.Key = Key.Key_K) -> Palette:
    press(in_focus(), key, CTRL)
    (found,) = [one for one in told_once.window.findChildren(Palette) if one.isVisible()]
    return found


def line(told_once: ToldOnce) -> LineOver:
    (found,) = [one for one in told_once.window.findChildren(LineOver) if one.isVisible()]
    return found


def texts(shown: Palette) -> list[str]:
    return [row.spoken for row in shown.list.rows]


def page_of(told_once: ToldOnce) -> str:
    assert told_once.window.view is not None
    return told_once.window.view.open_key


def test_ctrl_k_shows_doing_first_and_ctrl_f_the_persons_words(told_once: ToldOnce) -> None:
    shown = palette(told_once)
    write(shown.field, "knee")
    assert texts(shown)[:2] == ["Do", "Do: Knee pain: write it down"]
    press(shown.field, Key.Key_Escape)
    shown = palette(told_once, Key.Key_F)
    write(shown.field, "stairs")
    assert texts(shown)[0] == "In your words: 1 place"
    told_once.window.close()


def test_esc_gives_the_focus_back_and_the_veil_goes(told_once: ToldOnce) -> None:
    told_once.window.go_to("questions")
    before = in_focus()
    shown = palette(told_once)
    assert in_focus() is shown.field
    press(shown.field, Key.Key_Escape)
    assert in_focus() is before
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    assert told_once.window.findChildren(Palette) == []
    told_once.window.close()


def test_rows_have_names_of_their_own_and_private_is_said(told_once: ToldOnce) -> None:
    shown = palette(told_once, Key.Key_F)
    write(shown.field, "stairs")
    assert texts(shown)[1] == "In your words: Note, you wrote Afraid of the stairs, private"
    assert shown.list.rows[1].private
    assert list(unnamed(shown)) == []
    first = interface(shown.list).child(1)
    assert first is not None
    assert first.text(QAccessible.Text.Name) == texts(shown)[1]
    assert name_of(shown.field) == "Find, do or go to"
    told_once.window.close()


def test_down_and_enter_take_a_treatment_now_and_undo_takes_it_back(
    told_once: ToldOnce, session: Session
) -> None:
    shown = palette(told_once)
    write(shown.field, "naprox")
    press(shown.field, Key.Key_Down)
    press(shown.field, Key.Key_Return)
    changes = session.journal.snapshot.of(TreatmentChange)
    assert [change.change for change in changes if change.id != "started"] == [ChangeKind.TAKEN]
    assert told_once.window.toast.words == "Saved: Naproxen, took it now"
    told_once.window.undo()
    assert len(session.journal.snapshot.of(TreatmentChange)) == 1
    told_once.window.close()


def test_something_changed_opens_a_form_for_a_new_change(told_once: ToldOnce, session: Session) -> None:
    shown = palette(told_once)
    write(shown.field, "naprox")
    press(shown.field, Key.Key_Return)
    page = told_once.window.page
    assert isinstance(page, EditingPage)
    assert page._editor is not None
    change = page._editor.record
    assert isinstance(change, TreatmentChange)
    assert change.treatment == NAPROXEN
    assert change.id not in session.journal.snapshot.records
    told_once.window.close()


def test_a_symptom_is_written_down_with_its_number_alone(told_once: ToldOnce, session: Session) -> None:
    told_once.window.go_to("questions")
    shown = palette(told_once)
    write(shown.field, "knee")
    press(shown.field, Key.Key_Return)
    over = line(told_once)
    write(in_focus(), "6")
    press(in_focus(), Key.Key_Return)
    assert not over.isVisible()
    newest = max(session.journal.snapshot.of(SymptomEntry), key=lambda one: one.when.sort_key)
    assert (newest.symptom, newest.severity) == ("knee", 6)
    assert page_of(told_once) == "questions"
    told_once.window.close()


def test_a_command_is_carried_out_from_the_palette(told_once: ToldOnce) -> None:
    shown = palette(told_once)
    write(shown.field, "cover the")
    press(shown.field, Key.Key_Return)
    assert told_once.window.is_covered
    told_once.window.close()


def test_what_is_found_opens_where_it_lives_and_ctrl_enter_goes_to_the_timeline(told_once: ToldOnce) -> None:
    shown = palette(told_once, Key.Key_F)
    write(shown.field, "injections")
    press(shown.field, Key.Key_Return)
    assert page_of(told_once) == "questions"
    shown = palette(told_once, Key.Key_F)
    write(shown.field, "injections")
    press(shown.field, Key.Key_Return, CTRL)
    assert page_of(told_once) == "timeline"
    told_once.window.close()


def test_a_click_opens_a_row_and_a_click_beside_closes(told_once: ToldOnce) -> None:
    shown = palette(told_once)
    write(shown.field, "questions")
    place = shown.list.visualRect(shown.list.model().index(1, 0)).center()
    click(shown.list.viewport(), place)
    assert page_of(told_once) == "questions"
    shown = palette(told_once)
    assert shown._veil is not None
    click(shown._veil)
    assert not shown.isVisible()
    told_once.window.close()


def test_nothing_found_offers_a_note_of_it(told_once: ToldOnce, session: Session) -> None:
    shown = palette(told_once, Key.Key_F)
    write(shown.field, "xylophone")
    assert texts(shown) == ['Nothing found for "xylophone".', "Do: Write it as a note"]
    press(shown.field, Key.Key_Return)
    notes = [note.text for note in session.journal.snapshot.of(Note)]
    assert "xylophone" in notes
    told_once.window.close()


def test_a_slip_is_said_and_taken_for_what_was_meant(told_once: ToldOnce) -> None:
    shown = palette(told_once, Key.Key_F)
    write(shown.field, "injektions")
    assert texts(shown)[0] == 'Nothing found for "injektions". Did you mean injections?'
    press(shown.field, Key.Key_Return)
    assert shown.field.text() == "injections"
    told_once.window.close()


def test_see_all_goes_to_the_find_page_with_the_words(told_once: ToldOnce, session: Session) -> None:
    for n in range(7):
        session.journal.record(Note(id=RecordId(f"n{n}"), written=EVENING, text=f"umbrella {n}"))
    shown = palette(told_once, Key.Key_F)
    write(shown.field, "umbrella")
    assert texts(shown)[0] == "In your words: 7 places"
    assert texts(shown)[6] == "See all 7"
    press(shown.field, Key.Key_Up)
    shown.list.setCurrentIndex(shown.list.model().index(6, 0))
    press(shown.field, Key.Key_Return)
    page = told_once.window.page
    assert isinstance(page, FindPage)
    assert page.narrowing.field.text() == "umbrella"
    assert len([row for row in page.list.rows if row.found]) == 7
    told_once.window.close()


def test_a_slash_finds_where_no_words_are_typed(told_once: ToldOnce) -> None:
    told_once.window.go_to("questions")
    press(told_once.window, Key.Key_Slash)
    (shown,) = [one for one in told_once.window.findChildren(Palette) if one.isVisible()]
    write(shown.field, "a/b")
    assert shown.field.text() == "a/b"
    told_once.window.close()


def test_the_cover_takes_what_lies_over_the_page_away(told_once: ToldOnce) -> None:
    shown = palette(told_once, Key.Key_F)
    write(shown.field, "stairs")
    told_once.window.toggle_cover()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    assert told_once.window.findChildren(Palette) == []
    press(told_once.window, Key.Key_K, CTRL)
    assert told_once.window.findChildren(Palette) == []
    told_once.window.close()


def test_ctrl_n_opens_the_line_over_the_page_and_esc_keeps_the_words(told_once: ToldOnce) -> None:
    told_once.window.go_to("questions")
    before = in_focus()
    press(before, Key.Key_N, CTRL)
    write(in_focus(), "knee 4 after gard")
    press(in_focus(), Key.Key_Escape)
    assert in_focus() is before
    press(before, Key.Key_N, CTRL)
    assert line(told_once).line.line.text == "knee 4 after gard"
    press(in_focus(), Key.Key_Escape)
    today = told_once.window.go_to("today")
    assert isinstance(today, TodayPage)
    assert today._line.line.text == "knee 4 after gard"
    press(in_focus(), Key.Key_Return)
    assert today._line.line.text == ""
    told_once.window.go_to("questions")
    press(in_focus(), Key.Key_N, CTRL)
    assert line(told_once).line.line.text == ""
    told_once.window.close()


def test_nothing_of_an_empty_journal_stands_in_the_way(qtbot: QtBot, tmp_path: Path) -> None:
    made = ToldOnce(session_with(tmp_path / "empty"), Words())
    qtbot.addWidget(made.window)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.show_journal()
    shown = palette(made)
    assert "Go to: Today" in texts(shown)
    write(shown.field, "anything")
    assert texts(shown)[0] == 'Nothing found for "anything".'
    made.window.close()


def test_a_journal_of_many_records_is_searched_in_a_worker(
    told_once: ToldOnce, session: Session, qtbot: QtBot
) -> None:
    many = (
        Question(id=RecordId(f"q{n}"), written=EVENING, text=f"Is it a marmot, {n}?") for n in range(4_100)
    )
    session.journal.record(*many)
    shown = palette(told_once, Key.Key_F)
    write(shown.field, "marmot")
    assert texts(shown)[0] == "Looking further back…"
    qtbot.waitUntil(lambda: texts(shown)[0] == "In your words: 4,100 places")
    told_once.window.close()
