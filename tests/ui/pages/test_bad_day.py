"""Bad day by keys and by mouse: every press is saved by itself, and can be undone."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import AboutMe, Contact, Day, PlanStep, Record, SymptomEntry, TreatmentChange
from app.domain.records.person import Topic
from app.domain.records.plans import PlanPart
from app.domain.records.record import RecordId
from app.domain.records.treatments import ChangeKind
from app.services.bad_days import bad_day_of, note_bad_day
from app.services.clock import FixedClock
from app.ui.desk import Desk
from app.ui.keys.secret_clipboard import SecretClipboard
from app.ui.pages.bad_day import BadDayPage
from app.ui.theme.look import Look
from app.ui.theme.theme import Theme
from tests.ui.access import interface, name_of, unnamed
from tests.ui.desks import EVENING, HAND, KNEE, OSEI, TODAY, Heard, desk_with, some_days
from tests.ui.hands import click, press, write

Key = Qt.Key
Show = Callable[..., BadDayPage]


@pytest.fixture
def records() -> tuple[Record, ...]:
    return (*some_days(), *_beside())


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def shown(desk: Desk, *, single_keys: bool = True) -> BadDayPage:
        note_bad_day(desk.journal, desk.now(), desk.new_id)
        day = bad_day_of(desk.snapshot, desk.now())
        assert day is not None
        page = BadDayPage(desk, day.id, single_keys=single_keys)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        page.first_focus().setFocus()
        return page

    return shown


def _beside() -> Iterator[Record]:
    before = EVENING - timedelta(days=9)
    yield AboutMe(id=RecordId("helps"), written=before, topic=Topic.HELPS, text="Dark room.\nIt passes.")
    yield Contact(
        id=RecordId("tom"), written=before, name="Tomás", tie="brother", phone="0142", call_first=True
    )
    yield PlanStep(
        id=RecordId("call"), written=before, text="It wakes me", part=PlanPart.CALL_IF, clinician=OSEI
    )


def entries(desk: Desk) -> dict[str, int | None]:
    """The readings of today, by symptom."""
    return {str(e.symptom): e.severity for e in desk.snapshot.of(SymptomEntry) if e.when.day == TODAY}


def taken(desk: Desk) -> list[str]:
    return [c.treatment for c in desk.snapshot.of(TreatmentChange) if c.change is ChangeKind.TAKEN]


def test_a_symptom_its_number_and_what_was_taken_are_three_keys(desk: Desk, show: Show) -> None:
    heard = Heard()
    page = show(desk)
    heard.listen(desk)
    write(page.rest, "1")
    assert entries(desk) == {KNEE: None}
    assert page.how_bad.question.words == "How bad is the knee pain?"
    write(page.rest, "7")
    assert entries(desk) == {KNEE: 7}
    write(page.how_bad.scale.choices[7], "t")
    assert taken(desk) == ["naproxen"]
    assert heard.said == [
        ("Saved: knee pain", True),
        ("Saved: knee pain 7 of 10", True),
        ("Saved: took Naproxen", True),
    ]
    assert page.symptoms[0].isChecked()
    assert page.treatments[0].isChecked()


def test_x_is_ten_and_a_digit_without_a_symptom_is_none(desk: Desk, show: Show) -> None:
    page = show(desk)
    write(page.rest, "x90")
    assert entries(desk) == {}
    write(page.rest, "2x")
    assert entries(desk) == {HAND: 10}


def test_each_press_is_undone_one_by_one_and_last_the_day_itself(desk: Desk, show: Show) -> None:
    page = show(desk)
    left = QSignalSpy(page.left)
    write(page.rest, "17t")
    desk.journal.undo()
    assert (taken(desk), page.treatments[0].isChecked()) == ([], False)
    desk.journal.undo()
    assert (entries(desk), page.how_bad.scale.value) == ({KNEE: None}, None)
    desk.journal.undo()
    assert (entries(desk), page.symptoms[0].isChecked()) == ({}, False)
    assert not page.how_bad.isVisible()
    assert left.count() == 0
    desk.journal.undo()
    assert left.count() == 1


def test_a_second_press_takes_back_and_another_symptom_is_added(desk: Desk, show: Show) -> None:
    page = show(desk)
    click(page.symptoms[0])
    click(page.symptoms[1])
    assert entries(desk) == {KNEE: None, HAND: None}
    write(page.rest, "4")
    click(page.symptoms[0])  # its scale again, and nothing is taken back
    assert entries(desk) == {KNEE: None, HAND: 4}
    assert page.how_bad.question.words == "How bad is the knee pain?"
    click(page.symptoms[0])
    assert entries(desk) == {HAND: 4}
    click(page.treatments[0])
    click(page.treatments[0])
    assert taken(desk) == []


def test_a_number_taken_back_leaves_the_symptom_noted(desk: Desk, show: Show) -> None:
    page = show(desk)
    write(page.rest, "17")
    press(page.how_bad.scale.choices[7], Key.Key_Delete)
    assert entries(desk) == {KNEE: None}


def test_enter_rests_escape_leaves_and_the_buttons_do_the_same(desk: Desk, show: Show) -> None:
    page = show(desk)
    heard = {name: QSignalSpy(getattr(page, name)) for name in ("rests", "left", "undoes")}
    press(page.rest, Key.Key_Return)
    press(page, Key.Key_Return)
    press(page.rest, Key.Key_Escape)
    click(page.usual)
    click(page.undo)
    assert {name: spy.count() for name, spy in heard.items()} == {"rests": 2, "left": 2, "undoes": 1}


def test_enter_on_an_answer_presses_that(desk: Desk, show: Show) -> None:
    page = show(desk)
    rests = QSignalSpy(page.rests)
    press(page.symptoms[1], Key.Key_Return)
    assert entries(desk) == {HAND: None}
    assert rests.count() == 0


def test_not_yet_writes_nothing(desk: Desk, show: Show) -> None:
    page = show(desk)
    before = dict(desk.snapshot.records)
    click(page.not_yet)
    assert dict(desk.snapshot.records) == before
    assert page.not_yet.isChecked()


def test_single_keys_can_be_off(desk: Desk, show: Show) -> None:
    page = show(desk, single_keys=False)
    write(page.rest, "17t")
    assert (entries(desk), taken(desk)) == ({}, [])
    click(page.symptoms[0])
    assert entries(desk) == {KNEE: None}


def test_tab_goes_from_rest_to_whom_to_call(desk: Desk, show: Show, qtbot: QtBot) -> None:
    page = show(desk)
    window = page.window()
    window.activateWindow()
    qtbot.waitUntil(page.rest.hasFocus)
    write(page.rest, "1")
    stops: list[str] = []
    for _ in range(12):
        now = window.focusWidget()
        assert now is not None
        stops.append(name_of(now))
        press(now, Key.Key_Tab)
    wanted = ["Lock and rest", "Undo", "Knee pain", "Hand stiffness", "0 of 10"]
    wanted += ["Naproxen", "Not yet", "0142, Tomás, my brother", "Usual page", "Lock and rest"]
    assert stops[: len(wanted)] == wanted


def test_everything_is_named_and_what_is_said_is_read_out(desk: Desk, show: Show) -> None:
    page = show(desk)
    write(page.rest, "1")
    assert list(unnamed(page)) == []
    said = set(_names(page))
    assert {"Bad day noted.", "That is enough. You can close the lid.", "Took something?"} <= said
    assert {"You wrote: Dark room.\nIt passes.", "Dr Osei said to call if", "It wakes me."} <= said
    assert page.symptoms[0].isCheckable()


def test_an_empty_journal_has_only_what_is_enough(tmp_path: Path, show: Show) -> None:
    desk = desk_with(tmp_path)
    page = show(desk)
    assert (page.symptoms, page.treatments) == ([], [])
    assert not page.beside.isVisible()
    assert not page.not_yet.isVisible()
    write(page.rest, "17xt")
    assert len(desk.snapshot.of(Day)) == 1
    assert desk.snapshot.of(SymptomEntry) == ()
    desk.leave()
    desk.session.lock(backup=False)


def test_the_number_can_be_copied(desk: Desk, show: Show) -> None:
    page = show(desk)
    number = next(one for one in page.beside.findChildren(QWidget) if name_of(one).startswith("0142"))
    click(number)
    assert QGuiApplication.clipboard().text() == "0142"
    SecretClipboard.current().clear()


@pytest.mark.parametrize("window", [(1024, 700, 100), (1366, 768, 200), (1024, 700, 200)])
def test_everything_is_reached_by_scrolling_one_way(
    desk: Desk, show: Show, theme: Theme, qtbot: QtBot, window: tuple[int, int, int]
) -> None:
    width, height, size = window
    page = show(desk)
    theme.wear(Look(theme="day", text_size=size))
    page.resize(width, height)
    write(page.rest, "1")
    qtbot.wait(20)
    area = page.findChild(QScrollArea)
    assert area is not None
    assert area.horizontalScrollBar().maximum() == 0
    inside = area.widget()
    assert inside is not None
    for part in (page.rest, page.undo, *page.symptoms, *page.how_bad.scale.choices, *page.treatments):
        left = part.mapTo(inside, QPoint(0, 0)).x()
        assert left >= 0
        assert left + part.width() <= inside.width()


def test_after_midnight_it_says_what_it_counts_to(desk: Desk, show: Show) -> None:
    clock = desk.session.clock
    assert isinstance(clock, FixedClock)
    clock.moment = EVENING.replace(day=13, hour=3, minute=12)
    page = show(desk)
    assert "It is after midnight, so it counts to Tuesday." in set(_names(page))
    (day,) = [day for day in desk.snapshot.of(Day) if day.when.day == TODAY]
    assert day.times[0].hour == 3


def _names(page: QWidget) -> Iterator[str]:
    for one in page.findChildren(QWidget):
        if one.isVisible() and interface(one).isValid():
            yield name_of(one)
