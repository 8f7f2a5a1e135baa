"""Someone is typing for me: what goes out of sight, who typed what, and what is read back."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.derived.out_of_sight import hidden_in, in_sight
from app.domain.journal import journal_of
from app.domain.records import Note, Person, Question, Record, SymptomEntry
from app.domain.records.record import PRIVATE, RecordId, text_in
from app.i18n import Words
from app.services.clock import FixedClock
from app.services.sample import sample_journal
from app.services.session import Session
from app.ui.pages.bad_day import BadDayPage
from app.ui.pages.read_back import ReadBackPage
from app.ui.pages.today import TodayPage
from app.ui.pages.unlock import Unlock
from app.ui.tabs import PAGES
from app.ui.told_once import ToldOnce
from app.ui.typing_for_me.bar import TypingBar
from app.ui.typing_for_me.who_types import WhoTypes
from tests.domain.derived.journals import seeded
from tests.services.cheap import PASSPHRASE
from tests.ui.access import name_of, unnamed
from tests.ui.desks import session_with, some_days
from tests.ui.hands import click, press, write

Key = Qt.Key
WAIT = 20_000
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = session_with(tmp_path, *some_days())
    yield made
    made.lock(backup=False)


@pytest.fixture
def told_once(session: Session, qtbot: QtBot) -> ToldOnce:
    made = ToldOnce(session, Words())
    qtbot.addWidget(made.window)
    made.window.resize(1366, 768)
    made.window.show()
    made.window.activateWindow()
    made.show_journal()
    return made


def begin(told_once: ToldOnce, name: str = "Ana") -> None:
    """Ask for it, type the name, and begin with Enter."""
    window = told_once.window
    window.ask_who_types()
    (panel,) = window.findChildren(WhoTypes)
    write(panel.row.line, name)
    press(panel.row.line, Key.Key_Return)
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))


def today(told_once: ToldOnce) -> TodayPage:
    page = told_once.window.go_to("today")
    assert isinstance(page, TodayPage)
    return page


def log(page: TodayPage, line: str) -> None:
    write(page.first_focus(), line)
    press(page.first_focus(), Key.Key_Return)


def read_back(told_once: ToldOnce) -> ReadBackPage:
    bar = told_once.window.findChild(TypingBar)
    assert bar is not None
    click(bar.read_back)
    page = told_once.window.page
    assert isinstance(page, ReadBackPage)
    return page


def in_rail(told_once: ToldOnce) -> list[str]:
    return [tab.tab.key for tab in told_once.window._in_rail]


# Beginning and ending


def test_a_name_is_asked_for_and_nothing_begins_without_one(session: Session, told_once: ToldOnce) -> None:
    window = told_once.window
    press(window.focusWidget() or window, Key.Key_T, CTRL_SHIFT)
    (panel,) = window.findChildren(WhoTypes)
    assert panel.row.line.hasFocus()
    press(panel.row.line, Key.Key_Return)
    assert panel.row.error == "Type a name first. Any name will do."
    assert list(unnamed(panel)) == []
    press(panel.row.line, Key.Key_Escape)
    assert session.journal.helping is None
    assert window.findChild(TypingBar) is None


def test_share_and_keep_safe_are_gone_and_a_bar_says_who_types(told_once: ToldOnce) -> None:
    before = in_rail(told_once)
    begin(told_once, "  Ana   Lima ")
    assert [key for key in before if key not in in_rail(told_once)] == ["share", "keep_safe"]
    bar = told_once.window.findChild(TypingBar)
    assert bar is not None
    assert name_of(bar) == "Ana Lima is typing for you. Private things are out of sight until you lock."
    for key in ("share", "keep_safe"):
        told_once._go_to(key, "")
        assert told_once.window.view is not None
        assert told_once.window.view.open_key == "today"


def test_the_menu_at_the_foot_says_it_and_only_the_lock_ends_it(told_once: ToldOnce) -> None:
    begin(told_once)
    action = next(act for act in told_once.window.actions() if act.objectName() == "typing")
    assert action.text() == "Someone is typing for me"
    action.trigger()
    assert told_once.window.findChildren(WhoTypes) == []
    assert told_once.window.toast.words.startswith("Ana is typing for you.")


def test_it_ends_on_lock(session: Session, told_once: ToldOnce, qtbot: QtBot) -> None:
    path = session.path
    session.journal.record(Note(id=RecordId("s"), written=session.clock.now(), text="mine", sharing=PRIVATE))
    begin(told_once)
    log(today(told_once), "knee 6")
    with qtbot.waitSignal(told_once.locked, timeout=WAIT):
        told_once.window.lock_by_hand()
    journal = session.unlock(path, PASSPHRASE)
    told_once.show_journal()
    assert "share" in in_rail(told_once)
    assert [note.id for note in journal.seen.of(Note)] == ["s"]
    assert [line.typed_by for line in journal.seen.of(SymptomEntry) if line.severity == 6] == ["Ana"]


def test_it_can_begin_on_the_cover(session: Session, told_once: ToldOnce, qtbot: QtBot) -> None:
    path = session.path
    with qtbot.waitSignal(told_once.locked, timeout=WAIT):
        told_once.window.lock_by_hand()
    told_once.show_cover(path, "you")
    cover = told_once.window.centralWidget()
    assert isinstance(cover, Unlock)
    click(cover.form.typing)
    assert cover.form.typist.line.hasFocus()
    write(cover.form.passphrase.line, PASSPHRASE)
    press(cover.form.passphrase.line, Key.Key_Return)
    assert cover.form.typist.error == "Type a name first. Any name will do."
    write(cover.form.typist.line, "Ana")
    press(cover.form.passphrase.line, Key.Key_Return)
    qtbot.waitUntil(lambda: told_once.window.view is not None, timeout=WAIT)
    assert session.journal.helping is not None
    assert told_once.window.findChild(TypingBar) is not None


def test_what_the_person_was_typing_is_neither_shown_nor_lost(
    session: Session, told_once: ToldOnce, qtbot: QtBot
) -> None:
    path = session.path
    write(today(told_once).first_focus(), "I never told anyone")
    begin(told_once)
    assert today(told_once)._line.line.text == ""
    write(today(told_once).first_focus(), "knee 5 w")
    with qtbot.waitSignal(told_once.locked, timeout=WAIT):
        told_once.window.lock_by_hand()
    session.unlock(path, PASSPHRASE)
    told_once.show_journal()
    assert today(told_once)._line.line.text == "I never told anyone"


def test_undo_does_not_name_what_the_person_did_before(session: Session, told_once: ToldOnce) -> None:
    session.journal.record(Note(id=RecordId("s"), written=session.clock.now(), text="mine", sharing=PRIVATE))
    begin(told_once)
    told_once.window.undo()
    assert told_once.window.toast.words == "There is nothing to undo today."
    log(today(told_once), "knee 6")
    told_once.window.undo()
    assert told_once.window.toast.words == "Undone: Knee pain 6 of 10"


def test_a_bad_day_is_theirs_to_note_too(session: Session, told_once: ToldOnce) -> None:
    begin(told_once)
    told_once.window.note_bad_day()
    page = told_once.window.page
    assert isinstance(page, BadDayPage)
    assert "Ana is typing for you. Private things are out of sight until you lock." in set(_texts(page))
    write(page.rest, "17")
    press(page.rest, Key.Key_Escape)
    assert told_once.window.findChild(TypingBar) is not None
    assert {e.typed_by for e in session.journal.snapshot.of(SymptomEntry) if e.severity == 7} == {"Ana"}


# Nothing private anywhere


def _texts(root: QWidget) -> Iterator[str]:
    """All that can be read or heard below ``root``."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        if isinstance(widget, QLabel | QLineEdit | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QTextEdit):
            yield widget.toPlainText()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _model_texts(widget.model())


def _model_texts(model: QAbstractItemModel) -> Iterator[str]:
    root = QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
    for row in range(model.rowCount(root)):
        for column in range(columns):
            index = model.index(row, column, root)
            for role in (*range(14), *(Qt.ItemDataRole.UserRole + n for n in range(8))):
                yield str(model.data(index, role))


def _partly_private(seed: int) -> list[Record]:
    """The sample with a third of it private, and each word found nowhere else."""
    pick = Random(seed)  # noqa: S311 - which records are private in a test
    _, records = seeded(sample_journal())
    return [
        replace(record, sharing=PRIVATE)
        if not isinstance(record, Person) and not record.attachments and pick.random() < 1 / 3
        else record
        for record in records
    ]


@pytest.mark.parametrize("seed", range(3))
def test_nothing_private_is_anywhere_in_any_page(session: Session, told_once: ToldOnce, seed: int) -> None:
    marked = _partly_private(seed)
    told_once.window.toggle_cover()
    session.journal.forget(*session.journal.snapshot.records)
    session.journal.record(*marked)
    told_once.window.toggle_cover()
    begin(told_once)
    hidden, read = _hidden_words(marked), set[str]()
    for words in _everything_read(told_once):
        assert words.isdisjoint(hidden)
        read |= words
    assert len(read) > 20


def _everything_read(told_once: ToldOnce) -> Iterator[set[str]]:
    """The words on every page, and on the bad-day page."""
    for key, *_ in PAGES:
        if key not in {"share", "keep_safe"}:
            told_once.window.go_to(key)
            yield _words_of(told_once.window)
    told_once.window.open_palette()
    yield _words_of(told_once.window)
    told_once.window.note_bad_day()
    yield _words_of(told_once.window)


def _words_of(window: QWidget) -> set[str]:
    return {word for text in _texts(window) for word in re.findall(r"zq\d+qz", text)}


def _hidden_words(records: list[Record]) -> set[str]:
    """Every word that nobody else may read, the private parts of what they may see among them."""
    journal = journal_of(records)
    out = hidden_in(journal)
    kept = {text for record in in_sight(journal, out).records.values() for text in text_in(record)}
    told = {text for record in journal.records.values() for text in text_in(record)}
    hidden = {text for text in told - kept if text.startswith("zq")}
    assert len(hidden) > 100
    return hidden


# Reading back


def test_nothing_typed_yet_says_so(told_once: ToldOnce) -> None:
    begin(told_once)
    page = read_back(told_once)
    assert page.out.hasFocus()
    assert {"Nothing is typed yet."} <= set(_texts(page))


def test_each_thing_is_right_or_changed(session: Session, told_once: ToldOnce) -> None:
    begin(told_once)
    log(today(told_once), "knee 6 could not open jars")
    clock = session.clock
    assert isinstance(clock, FixedClock)
    clock.moment += timedelta(minutes=1)
    log(today(told_once), "? can I swim")
    page = read_back(told_once)
    said = [name_of(one) for one in page.findChildren(QAbstractButton) if one.isVisible() and one.text()]
    assert said[:5] == [
        "Back",
        "Right, Knee pain 6 of 10",
        "Change, Knee pain 6 of 10",
        "Right, Question for Dr Osei",
        "Change, Question for Dr Osei",
    ]
    assert page.first_focus().hasFocus()
    press(page.first_focus(), Key.Key_Return)
    assert name_of(page.first_focus()) == "Right, Question for Dr Osei"
    assert page.first_focus().hasFocus()
    change = next(
        one for one in page.findChildren(QAbstractButton) if name_of(one) == "Change, Question for Dr Osei"
    )
    click(change)
    assert page._editor is not None
    text = page._editor.first_focus()
    assert isinstance(text, QTextEdit)
    text.setPlainText("can I swim in the sea")
    page._editor.save()
    (question,) = [q for q in session.journal.seen.of(Question) if q.typed_by]
    assert question.text == "can I swim in the sea"
    told_once.window.undo()
    (question,) = [q for q in session.journal.seen.of(Question) if q.typed_by]
    assert question.text == "can I swim"


def test_who_typed_is_said_on_today_and_aloud(told_once: ToldOnce) -> None:
    begin(told_once)
    page = today(told_once)
    log(page, "knee 6")
    (row,) = page._written.rows
    assert row.value == "6 of 10, typed by Ana, for me"
    assert row.spoken.endswith("Knee pain, 6 of 10, typed by Ana, for me")
    page.open_record(row.key)
    assert "typed by Ana, for me" in set(_texts(page))
    page.go_back()


def test_an_older_thing_that_was_changed_is_read_back_too(told_once: ToldOnce) -> None:
    begin(told_once)
    page = told_once.window.go_to("questions")
    assert page is not None
    journal = told_once._session.journal
    (question,) = journal.seen.of(Question)
    journal.amend(replace(question, text="Could they be further apart?"))
    assert "You wrote: Could they be further apart?" in set(_texts(read_back(told_once)))


def test_back_and_escape_lead_to_where_the_person_was(told_once: ToldOnce) -> None:
    begin(told_once)
    told_once.window.go_to("visits")
    page = read_back(told_once)
    page.go_back()
    assert told_once.window.view is not None
    assert told_once.window.view.open_key == "visits"
