"""Today by keys: the quick line, the ledger, what was written, and what waits."""

import json
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.derived.today_page import Answer
from app.domain.records import (
    Allergy,
    Day,
    Note,
    PlanStep,
    Question,
    Record,
    Symptom,
    SymptomEntry,
    Treatment,
    TreatmentChange,
    Visit,
)
from app.domain.records.notes import NoteTopic
from app.domain.records.plans import Outcome
from app.domain.records.questions import QuestionStep, Step
from app.domain.records.record import Mark, RecordId
from app.domain.records.symptoms import DayKind
from app.domain.records.treatments import ChangeKind
from app.domain.records.visits import WrittenUp
from app.services.clock import FixedClock
from app.ui.desk import Desk
from app.ui.editors.editor import Editor
from app.ui.pages.today import TodayPage
from app.ui.theme.look import Look
from app.ui.theme.theme import Theme
from app.ui.today.from_cover import sentence_for
from app.ui.today.in_place import InPlace
from app.ui.today.line import PLACE
from app.ui.widgets.severity_scale import SeverityScale
from app.ui.widgets.text_area import TextArea
from app.ui.widgets.when_field import WhenField
from tests.services.cheap import PASSPHRASE
from tests.ui.access import name_of, unnamed
from tests.ui.desks import EVENING, HAND, KNEE, TODAY, Heard, desk_with, only, reading
from tests.ui.hands import click, press, write

Key = Qt.Key
LONG = "what the day was like " * 5_000
Show = Callable[[Desk], TodayPage]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def shown(desk: Desk) -> TodayPage:
        page = TodayPage(desk)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        page.first_focus().setFocus()
        return page

    return shown


@contextmanager
def full_disk(path: Path) -> Iterator[None]:
    """No file of this process may grow beyond what the journal has now."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def buttons(page: TodayPage) -> dict[str, QPushButton]:
    return {one.text(): one for one in page.findChildren(QPushButton) if one.isVisible() and one.text()}


def strip(page: TodayPage) -> list[str]:
    return [one.text() for one in page._line.line.strip.buttons]


def log(page: TodayPage, line: str) -> None:
    write(page.first_focus(), line)
    press(page.first_focus(), Key.Key_Return)


# The quick line


def test_a_known_symptom_takes_at_most_six_keys_beyond_its_first_letters(
    desk: Desk, show: Show, heard: Heard
) -> None:
    page = show(desk)
    field = page.first_focus()
    write(field, "kn")
    beyond = [Key.Key_Space, Key.Key_5, Key.Key_Return]
    assert len(beyond) <= 6
    for key in beyond:
        press(field, key)
    newest = max(desk.snapshot.of(SymptomEntry), key=lambda entry: entry.written)
    assert (newest.symptom, newest.severity, newest.when.day) == (KNEE, 5, TODAY)
    assert heard.said == [("Saved: knee pain 5 of 10", True)]
    assert page._line.line.text == ""


def test_saving_fills_the_ledger_and_the_list_of_today(desk: Desk, show: Show) -> None:
    page = show(desk)
    log(page, "knee 5 worse on stairs")
    row, last = page._ledger.ledger.view.rows[0], len(page._ledger.ledger.view.days) - 1
    assert row.cells[last].value == 5
    assert [line.title for line in page._written.rows] == ["Knee pain"]


def test_the_cell_that_will_be_written_is_shown_while_typing(desk: Desk, show: Show, qtbot: QtBot) -> None:
    page = show(desk)
    with qtbot.waitSignal(page._line.understood):
        write(page.first_focus(), "hand 7 yesterday")
    days = len(page._ledger.ledger.view.days)
    assert page._ledger.ledger.view.about_to_write == (1, days - 2, 7)
    press(page.first_focus(), Key.Key_Escape)
    assert page._ledger.ledger.view.about_to_write is None


@pytest.mark.parametrize(
    "line",
    [
        ("? should I stop before surgery", Question, "Saved: question"),
        ("visit Dr Osei 20 May 9:00", Visit, "Saved: visit Dr Osei"),
        ("stopped naproxen, too sick", TreatmentChange, "Saved: stopped Naproxen"),
        ("the dog is asleep on my feet", Note, "Saved: a note"),
        ("jaw 3", Symptom, "Saved: jaw 3 of 10"),
    ],
)
def test_every_kind_of_line_is_saved_and_said(
    desk: Desk, show: Show, heard: Heard, line: tuple[str, type[Record], str]
) -> None:
    typed, kind, said = line
    before = {record.id for record in desk.snapshot.of(kind)}
    log(show(desk), typed)
    assert len({record.id for record in desk.snapshot.of(kind)} - before) == 1
    assert heard.said == [(said, True)]


def test_two_symptoms_of_one_line_are_told_apart_when_they_are_saved(
    desk: Desk, show: Show, heard: Heard
) -> None:
    log(show(desk), "knee 5, hand 3")
    assert heard.said == [("Saved: knee pain 5 of 10, hand stiffness 3 of 10", True)]


def test_a_part_opens_its_little_editor_and_enter_there_sets_it(desk: Desk, show: Show, qtbot: QtBot) -> None:
    page = show(desk)
    with qtbot.waitSignal(page._line.understood):
        write(page.first_focus(), "knee 5 today")
    click(page._line.line.strip.buttons[1])
    editor = page._line._editor
    assert editor is not None
    assert name_of(editor.field) == "How bad, 0 to 10"
    press(editor.field.focusProxy() or editor.field, Key.Key_8)
    assert strip(page)[1] == "8 of 10"
    assert page._line.line.text == "knee 5 today"
    press(page.first_focus(), Key.Key_Return)
    assert max(desk.snapshot.of(SymptomEntry), key=lambda entry: entry.written).severity == 8


def test_the_date_of_a_line_can_be_set_in_words(desk: Desk, show: Show) -> None:
    page = show(desk)
    page._line.line.show_text("knee 5")
    click(page._line.line.strip.buttons[2])
    editor = page._line._editor
    assert editor is not None
    field = editor.field.focusProxy()
    assert field is not None
    write(field, "yesterday")
    press(field, Key.Key_Return)
    press(page.first_focus(), Key.Key_Return)
    newest = max(desk.snapshot.of(SymptomEntry), key=lambda entry: entry.written)
    assert newest.when.day == TODAY - timedelta(days=1)


def test_esc_leaves_the_little_editor_and_changes_nothing(desk: Desk, show: Show) -> None:
    page = show(desk)
    page._line.line.show_text("knee 5")
    click(page._line.line.strip.buttons[0])
    editor = page._line._editor
    assert editor is not None
    press(editor, Key.Key_Escape)
    assert page._line._editor is None
    assert strip(page)[0] == "Knee pain"


def test_another_symptom_can_be_chosen(desk: Desk, show: Show) -> None:
    page = show(desk)
    page._line.line.show_text("knee 5")
    click(page._line.line.strip.buttons[0])
    editor = page._line._editor
    assert editor is not None
    press(editor.field, Key.Key_Down)
    press(editor.field, Key.Key_Return)
    assert strip(page)[0] == "Hand stiffness"


def test_words_that_have_no_editor_are_chosen_in_the_line(desk: Desk, show: Show) -> None:
    page = show(desk)
    page._line.line.show_text("knee 5 worse on stairs")
    click(page._line.line.strip.buttons[3])
    assert page._line.line.field.selectedText() == "worse on stairs"


def test_one_press_keeps_a_line_off_all_pages(desk: Desk, show: Show) -> None:
    page = show(desk)
    page._line.line.show_text("? is it my fault")
    place = strip(page).index("May be on pages")
    click(page._line.line.strip.buttons[place])
    assert strip(page)[place] == "Only for me"
    press(page.first_focus(), Key.Key_Return)
    newest = max(desk.snapshot.of(Question), key=lambda question: question.written)
    assert newest.sharing.mark is Mark.PRIVATE


def test_only_for_me_outlasts_a_lock_and_more_words(desk: Desk, show: Show) -> None:
    page = show(desk)
    page._line.line.show_text("? is it my fault")
    click(page._line.line.strip.buttons[strip(page).index("May be on pages")])
    page.leave()
    again = show(desk)
    assert "Only for me" in strip(again)
    write(again.first_focus(), " or not")
    press(again.first_focus(), Key.Key_Return)
    newest = max(desk.snapshot.of(Question), key=lambda question: question.written)
    assert (newest.text, newest.sharing.mark) == ("is it my fault or not", Mark.PRIVATE)


def test_a_medicine_alone_offers_three_meanings_and_enter_goes_to_them(
    desk: Desk, show: Show, heard: Heard
) -> None:
    page = show(desk)
    log(page, "naproxen")
    assert strip(page)[-3:] == ["Took it now", "Something changed", "A note"]
    assert heard.said == []
    took = page._line.line.strip.buttons[-3]
    click(took)
    newest = max(desk.snapshot.of(TreatmentChange), key=lambda change: change.written)
    assert newest.change is ChangeKind.TAKEN
    assert page._line.line.text == ""


def test_something_changed_asks_what(desk: Desk, show: Show) -> None:
    page = show(desk)
    page._line.line.show_text("naproxen")
    click(page._line.line.strip.buttons[-2])
    assert page._line._editor is not None
    assert page._line.line.echo.choices == ()


def test_esc_clears_and_ctrl_z_is_said_for_a_long_line(desk: Desk, show: Show, heard: Heard) -> None:
    page = show(desk)
    write(page.first_focus(), "knee 5 worse on stairs")
    press(page.first_focus(), Key.Key_Escape)
    assert heard.said == [("Cleared. Ctrl Z brings the words back.", False)]
    page._line.line.field.undo()
    assert page._line.line.text == "knee 5 worse on stairs"


def test_words_stay_when_they_cannot_be_saved_and_it_can_be_tried_again(
    desk: Desk, show: Show, heard: Heard
) -> None:
    page = show(desk)
    with full_disk(desk.session.path):
        page._line.line.show_text(LONG)
        press(page.first_focus(), Key.Key_Return)
        page._line.keep_draft()
    assert page._line.line.text == LONG
    assert page._line.trouble.words.startswith("This could not be saved yet. It is safe in memory")
    assert page.trouble.words == ""
    assert heard.said == []
    click(buttons(page)["Try again"])
    assert page._line.line.text == ""
    assert page._line.trouble.words == ""
    assert heard.said == [("Saved: a note", True)]


def test_the_line_is_kept_in_the_journal_within_a_second_and_comes_back_where_it_was(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    page = show(desk)
    write(page.first_focus(), "knee 5 wors")
    press(page.first_focus(), Key.Key_Left)
    qtbot.waitUntil(lambda: PLACE in desk.journal.drafts(), timeout=3000)
    assert json.loads(desk.journal.drafts()[PLACE])["text"] == "knee 5 wors"
    page.leave()
    again = show(desk)
    assert again._line.line.text == "knee 5 wors"
    assert again._line.line.field.cursorPosition() == len("knee 5 wor")
    press(again.first_focus(), Key.Key_Return)
    assert PLACE not in desk.journal.drafts()


# The ledger


def test_a_digit_writes_at_once_and_x_is_ten(desk: Desk, show: Show, heard: Heard) -> None:
    page = show(desk)
    ledger = page._ledger.ledger
    ledger.setFocus()
    press(ledger, Key.Key_6)
    press(ledger, Key.Key_Down)
    press(ledger, Key.Key_X)
    last = len(ledger.view.days) - 1
    assert [row.cells[last].value for row in ledger.view.rows] == [6, 10]
    assert heard.said == [("Saved: knee pain 6 of 10", True), ("Saved: hand stiffness 10 of 10", True)]


def test_a_symptom_without_a_number_is_shown_as_noted_and_never_as_nothing(desk: Desk, show: Show) -> None:
    page = show(desk)
    log(page, "knee")
    ledger = page._ledger.ledger
    last = len(ledger.view.days) - 1
    index = ledger.model().index(0, last)
    spoken = ledger.model().data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "noted, Knee pain, Tuesday 12\u00a0May"
    ledger.setFocus()
    press(ledger, Key.Key_Delete)
    assert ledger.view.rows[0].cells[last].readings == 0


def test_enter_on_an_empty_cell_asks_how_bad(desk: Desk, show: Show) -> None:
    page = show(desk)
    ledger = page._ledger.ledger
    ledger.setFocus()
    press(ledger, Key.Key_Left)
    press(ledger, Key.Key_Left)
    press(ledger, Key.Key_Return)
    scale = page._ledger._scale
    assert scale is not None
    press(scale.field.focusProxy() or scale.field, Key.Key_2)
    assert page._ledger._scale is None
    two_days_ago = TODAY - timedelta(days=2)
    assert [e.severity for e in desk.snapshot.of(SymptomEntry) if e.when.day == two_days_ago] == [2]


def test_enter_on_a_reading_opens_its_form_and_esc_goes_back(desk: Desk, show: Show) -> None:
    page = show(desk)
    ledger = page._ledger.ledger
    ledger.setFocus()
    press(ledger, Key.Key_Left)
    press(ledger, Key.Key_Return)
    assert page._editor is not None
    assert page._editor.record.id == "r1"
    press(page._editor, Key.Key_Escape)
    assert page._editor is None


def test_delete_puts_a_reading_in_the_trash_and_undo_brings_it_back(
    desk: Desk, show: Show, heard: Heard
) -> None:
    page = show(desk)
    ledger = page._ledger.ledger
    ledger.setFocus()
    press(ledger, Key.Key_Left)
    press(ledger, Key.Key_Delete)
    assert desk.snapshot.get(SymptomEntry, RecordId("r1")) is None
    assert heard.said == [("Put in the trash", True)]
    desk.journal.undo()
    assert desk.snapshot.get(SymptomEntry, RecordId("r1")) is not None


def test_bigger_text_shows_fewer_days(desk: Desk, show: Show, theme: Theme) -> None:
    page = show(desk)
    assert len(page._ledger.ledger.view.days) == 14
    theme.wear(Look(theme="day", text_size=200))
    page.refold()
    assert len(page._ledger.ledger.view.days) == 7
    page.resize(800, 700)
    assert 3 <= len(page._ledger.ledger.view.days) < 7


# Written today


def test_nothing_yet_is_fine(desk: Desk, show: Show) -> None:
    page = show(desk)
    assert page._nothing.isVisible()
    assert page._nothing.words == "Nothing yet today. That is fine."


def in_place(page: TodayPage, row: int = 0) -> InPlace:
    """Press Enter on a row of what was written today."""
    page._written.list.choose(page._written.rows[row].key)
    page._written.list.setFocus()
    press(page._written.list, Key.Key_Return)
    form = page._written.form
    assert form is not None
    return form


def words_of(form: InPlace) -> TextArea:
    words = form.first_focus()
    assert isinstance(words, TextArea)
    return words


def test_enter_changes_what_was_written_where_it_stands(desk: Desk, show: Show, heard: Heard) -> None:
    page = show(desk)
    log(page, "knee 5")
    form = in_place(page)
    assert page._editor is None  # the page stays in view
    assert page.window().focusWidget() is words_of(form)
    write(words_of(form), "after the stairs")
    (scale,) = form.findChildren(SeverityScale)
    scale.setFocus()
    press(scale.choices[0], Key.Key_9)
    press(scale.choices[9], Key.Key_Return)
    assert page._written.form is None
    assert page.window().focusWidget() is page._written.list
    (row,) = page._written.rows
    assert (row.value, row.words) == ("9 of 10", "after the stairs")
    assert heard.said[-1] == ("Changed.", True)
    desk.journal.undo()
    assert page._written.rows[0].value == "5 of 10"


def test_the_time_of_what_was_written_is_changed_in_words(desk: Desk, show: Show) -> None:
    page = show(desk)
    log(page, "knee 5")
    form = in_place(page)
    (when,) = form.findChildren(WhenField)
    when.line.setFocus()
    when.line.setText("yesterday evening")
    press(when.line, Key.Key_Return)
    assert max(desk.snapshot.of(SymptomEntry), key=lambda e: e.written).when.day == TODAY - timedelta(days=1)


def test_escape_puts_back_what_was_written(desk: Desk, show: Show) -> None:
    page = show(desk)
    log(page, "the dog is asleep")
    before = desk.snapshot.of(Note)
    form = in_place(page)
    write(words_of(form), " and snores")
    press(words_of(form), Key.Key_Escape)
    assert page._written.form is None
    assert desk.snapshot.of(Note) == before
    assert words_of(in_place(page)).toPlainText() == "the dog is asleep"


def test_what_is_typed_in_place_is_there_again_after_a_lock(desk: Desk, show: Show) -> None:
    page = show(desk)
    log(page, "the dog is asleep")
    write(words_of(in_place(page)), "look: ")
    page.leave()
    again = show(desk)
    assert words_of(in_place(again)).toPlainText().count("look: ") == 1


def test_the_form_stands_between_its_neighbours(desk: Desk, show: Show, qtbot: QtBot) -> None:
    page = show(desk)
    clock = desk.session.clock
    assert isinstance(clock, FixedClock)
    for text in ("one thing", "another thing", "a third"):
        log(page, text)
        clock.moment += timedelta(minutes=1)
    form = in_place(page, 1)
    shown = [[row.words for row in part.rows] for part in (page._written.list, page._written.rest)]
    assert shown == [["one thing"], ["a third"]]
    qtbot.waitUntil(lambda: page._written.list.y() < form.y() < page._written.rest.y())
    assert list(unnamed(page)) == []
    desk.journal.trash(RecordId(page._written.rows[1].key))
    assert page._written.form is None


def test_the_whole_form_is_one_press_away(desk: Desk, show: Show) -> None:
    page = show(desk)
    log(page, "knee 5")
    in_place(page)
    click(buttons(page)["Everything about it"])
    assert page._editor is not None
    assert page._written.form is None


def test_delete_in_the_list_trashes(desk: Desk, show: Show) -> None:
    page = show(desk)
    log(page, "the dog is asleep")
    page._written.list.setFocus()
    press(page._written.list, Key.Key_Delete)
    assert desk.snapshot.of(Note) == ()
    assert page._written.rows == ()


def test_same_as_yesterday_writes_its_readings_and_hides_without_any(
    desk: Desk, show: Show, heard: Heard
) -> None:
    page = show(desk)
    click(buttons(page)["Same as yesterday"])
    of_today = [e for e in desk.snapshot.of(SymptomEntry) if e.when.day == TODAY]
    assert sorted((e.symptom, e.severity) for e in of_today) == [(HAND, 3), (KNEE, 4)]
    assert heard.said == [("Saved: 2 readings, same as yesterday", True)]


def test_without_yesterday_there_is_no_such_button(desk: Desk, show: Show) -> None:
    page = show(desk)
    desk.journal.trash(RecordId("r1"), RecordId("r2"))
    assert "Same as yesterday" not in buttons(page)
    desk.journal.undo()
    assert "Same as yesterday" in buttons(page)


def test_what_is_said_with_one_press_stands_together_at_the_top(desk: Desk, show: Show) -> None:
    page = show(desk)
    places = [buttons(page)[text] for text in ("No symptoms today", "Same as yesterday", "Bad day")]
    assert [one.parentWidget() for one in places] == [page._head] * 3
    assert [one.x() for one in places] == sorted(one.x() for one in places)


@pytest.mark.parametrize(
    "line",
    [
        ("allergic to penicillin, rash", "Saved: allergy Penicillin", "Allergy, Penicillin, you wrote rash"),
        ("can't take codeine, sick", "Saved: can’t take Codeine", "Can’t take, Codeine, you wrote sick"),
    ],
)
def test_what_must_not_be_given_is_saved_and_said(
    desk: Desk, show: Show, heard: Heard, line: tuple[str, str, str]
) -> None:
    typed, said, row = line
    page = show(desk)
    log(page, typed)
    assert len(desk.snapshot.of(Allergy)) == 1
    assert heard.said == [(said, True)]
    assert page._written.rows[-1].spoken.endswith(row)
    desk.journal.undo()
    assert desk.snapshot.of(Allergy) == ()


def test_the_key_of_the_marks_is_said_without_its_dot(desk: Desk, show: Show) -> None:
    page = show(desk)
    names = [name_of(one) for one in page._ledger.findChildren(QLabel)]
    assert "nothing written" in names
    assert [name for name in names if "•" in name] == []


# The header


def test_no_symptoms_is_one_button_and_writes_once(desk: Desk, show: Show) -> None:
    page = show(desk)
    click(buttons(page)["No symptoms today"])
    click(buttons(page)["No symptoms today"])
    assert [d.day for d in desk.snapshot.of(Day) if d.when.day == TODAY] == [DayKind.NO_SYMPTOMS]


def test_a_bad_day_is_noted_at_once(desk: Desk, show: Show, heard: Heard) -> None:
    page = show(desk)
    saved_before: list[int] = []
    desk.bad_day_noted.connect(lambda: saved_before.append(len(desk.snapshot.of(Day))))
    click(buttons(page)["Bad day"])
    assert [d.day for d in desk.snapshot.of(Day) if d.when.day == TODAY] == [DayKind.BAD_DAY]
    assert saved_before == [2]
    assert heard.said == []  # its page says it


@pytest.mark.parametrize(
    ("typed", "opens"), [("bad day", 1), ("bad", 1), ("bad day yesterday", 0), ("knee 5", 0)]
)
def test_a_bad_day_on_the_line_opens_its_page_once_it_is_saved(
    desk: Desk, show: Show, typed: str, opens: int
) -> None:
    page = show(desk)
    asked: list[int] = []
    desk.bad_day_noted.connect(lambda: asked.append(len(desk.snapshot.of(Day))))
    log(page, typed)
    assert asked == [2] * opens


# When you have a moment


def written(page: TodayPage) -> list[str]:
    return [row.key for row in page._written.rows]


def form(page: TodayPage) -> Editor | None:
    return page._editor


def waiting(page: TodayPage) -> set[str]:
    assert page._page is not None
    return {moment.key for moment in page._page.moments}


def answer(page: TodayPage, key: str, given: Answer) -> None:
    page._moments.answered.emit(key, given)


@pytest.mark.parametrize(
    "given",
    [
        ("Done", "blood", Outcome.DONE),
        ("Partly", "blood", Outcome.PARTLY),
        ("Not done", "blood", Outcome.NOT_DONE),
        ("It came", "referral", Outcome.DONE),
    ],
)
def test_a_step_takes_its_answer(
    desk: Desk, show: Show, heard: Heard, given: tuple[str, str, Outcome]
) -> None:
    words, step, outcome = given
    page = show(desk)
    click(buttons(page)["Show 1 more"])
    click(buttons(page)[words])
    settled = desk.snapshot.get(PlanStep, RecordId(step))
    assert settled is not None
    assert settled.outcome is outcome
    assert settled.settled is not None
    assert heard.said[0][1]
    assert words not in buttons(page)
    assert page.focusWidget() is page._moments.first_focus()


def test_ask_on_thursday_becomes_a_question_for_that_clinician(desk: Desk, show: Show) -> None:
    page = show(desk)
    click(buttons(page)["Ask on Thursday"])
    asked = [q for q in desk.snapshot.of(Question) if q.text == "Did it come? Eye clinic referral"]
    assert [q.clinician for q in asked] == ["osei"]


def test_prepare_and_write_up_open_their_forms_in_the_page(desk: Desk, show: Show) -> None:
    page = show(desk)
    for words, visit in (("Prepare for this visit", "thursday"), ("Write it up", "last")):
        click(buttons(page)[words])
        opened = form(page)
        assert opened is not None
        assert opened.record.id == visit
        page.go_back()
        assert form(page) is None


def test_rather_not_is_respected(desk: Desk, show: Show) -> None:
    page = show(desk)
    click(buttons(page)["Rather not"])
    seen = desk.snapshot.get(Visit, RecordId("last"))
    assert seen is not None
    assert seen.written_up is WrittenUp.RATHER_NOT
    assert "Rather not" not in buttons(page)


def test_a_question_asked_can_be_answered_or_dropped(desk: Desk, show: Show) -> None:
    question = desk.snapshot.get(Question, RecordId("why"))
    assert question is not None
    asked = QuestionStep(step=Step.ASKED)
    desk.journal.amend(replace(question, life=(asked,)))
    page = show(desk)
    answer(page, "question:why", Answer.ANSWERED)
    assert page._editor is not None
    page.go_back()
    answer(page, "question:why", Answer.NO_LONGER_NEEDED)
    dropped = desk.snapshot.get(Question, RecordId("why"))
    assert dropped is not None
    assert dropped.life[-1].step is Step.DROPPED


def test_not_now_comes_back_in_a_week(desk: Desk, show: Show) -> None:
    page = show(desk)
    answer(page, "step:blood", Answer.NOT_NOW)
    assert "Partly" not in buttons(page)
    clock = desk.session.clock
    assert isinstance(clock, FixedClock)
    clock.moment = EVENING + timedelta(days=6)
    assert "step:blood" not in waiting(show(desk))
    clock.moment = EVENING + timedelta(days=7)
    assert "step:blood" in waiting(show(desk))


def test_a_bad_day_of_this_week_can_be_added_to(desk: Desk, show: Show) -> None:
    page = show(desk)
    answer(page, "bad day:bad", Answer.ADD)
    ledger = page._ledger.ledger
    assert page._ledger.shown.days[ledger.currentIndex().column()].day == TODAY - timedelta(days=6)
    assert "bad day:bad" not in waiting(page)  # it is offered once


def test_a_bad_day_of_this_week_can_be_left(desk: Desk, show: Show) -> None:
    page = show(desk)
    answer(page, "bad day:bad", Answer.LEAVE_IT)
    assert "bad day:bad" not in waiting(page)


def test_back_up_now_makes_a_backup(desk: Desk, show: Show, heard: Heard) -> None:
    desk.session.backups.make()
    clock = desk.session.clock
    assert isinstance(clock, FixedClock)
    clock.moment = EVENING + timedelta(days=9)
    page = show(desk)
    answer(page, "backup", Answer.BACK_UP)
    assert heard.said == [("Backed up, and checked.", False)]
    assert "backup" not in waiting(page)


def test_the_recovery_key_is_shown_again_and_asked_back(desk: Desk, show: Show, heard: Heard) -> None:
    page = show(desk)
    click(buttons(page)["Check it"])
    key = page._key
    assert key is not None
    click(buttons(page)["I have it"])
    assert key.step.row.error.startswith("Type line")
    write(key.first_focus(), desk.session.keys.recovery_key()[key.step.asked - 1])
    press(key.first_focus(), Key.Key_Return)
    assert page._key is None
    assert desk.session.keys.recovery_key_checked
    assert heard.said == [("Recovery key checked.", False)]
    assert "Check it" not in buttons(page)


def test_esc_leaves_the_recovery_key_unchecked(desk: Desk, show: Show) -> None:
    page = show(desk)
    click(buttons(page)["Check it"])
    press(page._key or page, Key.Key_Escape)
    assert page._key is None
    assert not desk.session.keys.recovery_key_checked


# After a gap, from the cover, and the first day


def test_back_after_a_gap_one_thing_may_be_said(tmp_path: Path, show: Show) -> None:
    knee = Symptom(id=KNEE, written=EVENING - timedelta(days=12), name="Knee pain")
    desk = desk_with(tmp_path, knee, reading("old", KNEE, 4, days_ago=12))
    page = show(desk)
    assert page._gap.isVisible()
    assert "Good to see you. Nothing was lost." in {
        label.words for label in page._gap.findChildren(type(page._nothing))
    }
    click(buttons(page)["As usual"])
    note = only(desk.journal, Note)
    assert isinstance(note, Note)
    assert (note.topic, note.text) == (NoteTopic.GAP, "As usual")
    assert not page._gap.isVisible()


def test_a_gap_may_stay_blank(tmp_path: Path, show: Show) -> None:
    knee = Symptom(id=KNEE, written=EVENING - timedelta(days=12), name="Knee pain")
    page = show(desk_with(tmp_path, knee))
    click(buttons(page)["Leave it blank"])
    assert not page._gap.isVisible()
    assert page.desk.snapshot.of(Note) == ()


@pytest.mark.parametrize(("pressed", "kept"), [("Keep", 1), ("Remove", 0)])
def test_what_was_noted_on_the_cover_is_kept_or_removed(
    tmp_path: Path, show: Show, pressed: str, kept: int
) -> None:
    desk = desk_with(tmp_path)
    session, path = desk.session, desk.session.path
    session.lock(backup=False)
    assert session.note_bad_day(path)
    session.unlock(path, PASSPHRASE)
    page = show(Desk(session, desk.words))
    assert page._from_cover.notice.words == "Noted on the cover at 18:40, Tuesday 12\u00a0May. Yours?"
    click(buttons(page)[pressed])
    assert len(session.journal.snapshot.of(Day)) == kept
    assert not page._from_cover.isVisible()
    session.lock(backup=False)
    session.unlock(path, PASSPHRASE)
    assert session.welcome.bad_days == ()


def test_the_small_hours_count_to_the_night_before(desk: Desk) -> None:
    night = EVENING.replace(hour=3, minute=12)
    assert sentence_for((night,), desk.words) == "Noted on the cover at 03:12, Monday night. Yours?"
    assert sentence_for((), desk.words) == ""


def test_the_first_day_asks_for_nothing_and_shows_four_ways_to_begin(empty: Desk, show: Show) -> None:
    heard = Heard()
    heard.listen(empty)
    page = show(empty)
    shown = buttons(page)
    for words in ("Add what I take now", "Add who I see", "Bring in old records", "Write my story"):
        click(shown[words])
    assert heard.wanted == [
        ("treatments", "taking now"),
        ("care_team", ""),
        ("keep_safe", "bring_in"),
        ("about_me", ""),
    ]
    write(page.first_focus(), "started naproxen 250 mg")
    press(page.first_focus(), Key.Key_Return)
    assert [treatment.name for treatment in empty.snapshot.of(Treatment)] == ["naproxen"]
    assert "Add who I see" not in buttons(page)


def test_never_mind_is_in_the_menu_and_can_be_undone(desk: Desk, show: Show) -> None:
    page = show(desk)
    asked: list[tuple[str, Callable[[], None]]] = []
    desk.set_aside.connect(lambda said, take_back: asked.append((said, take_back)))
    assert page._page is not None
    before = [moment.key for moment in page._page.moments]
    assert [one.text for one in page._page.moments[0].menu] == ["Not now", "Never mind"]
    page._answer(before[0], Answer.NEVER_MIND)
    assert [moment.key for moment in page._page.moments] == before[1:]
    ((said, take_back),) = asked
    assert said.endswith(", never mind")
    take_back()
    page.refresh()
    assert [moment.key for moment in page._page.moments] == before


# For everyone


def test_everything_has_a_name(desk: Desk, show: Show) -> None:
    page = show(desk)
    click(buttons(page)["Show 1 more"])
    assert list(unnamed(page)) == []
    assert name_of(page._ledger.ledger) == "The last 14 days"
    names = {name_of(one) for one in buttons(page).values()}
    assert "Done, Blood test before the visit" in names


def test_tab_goes_from_the_line_through_the_page_and_back_to_it(desk: Desk, show: Show, qtbot: QtBot) -> None:
    page = show(desk)
    page.activateWindow()
    qtbot.waitUntil(lambda: page.first_focus().hasFocus())
    seen = []
    for _ in range(60):
        widget = page.window().focusWidget()
        assert widget is not None
        seen.append(widget)
        press(widget, Key.Key_Tab)
        if page.first_focus().hasFocus():
            break
    assert page.first_focus().hasFocus()
    places = [seen.index(one) for one in (page._line.line.field, page._ledger.ledger)]
    assert places == sorted(places)


def test_a_page_out_of_sight_is_fresh_when_it_is_opened_again(desk: Desk, show: Show) -> None:
    page = show(desk)
    page.hide()
    desk.journal.record(reading("later", KNEE, 9, days_ago=0))
    assert written(page) == []
    page.first_focus()
    page.show()
    assert written(page) == ["later"]
