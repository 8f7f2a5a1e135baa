"""What was begun more than a day ago waits on Today, and opens with its words."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.derived import today as derived
from app.domain.derived.today_page import MomentKind
from app.domain.records import Clinician, Visit
from app.domain.records.record import RecordId
from app.domain.records.when import on_day
from app.services.clock import FixedClock
from app.ui.desk import Desk
from app.ui.pages.today import TodayPage
from app.ui.today.keeping import keeping_of
from app.ui.widgets.button import Button
from app.ui.widgets.text_area import TextArea
from tests.ui.desks import EVENING, OSEI, TODAY, Heard, desk_with
from tests.ui.hands import click


@pytest.fixture
def quiet(tmp_path: Path) -> Iterator[Desk]:
    """A journal in which nothing else waits."""
    osei = Clinician(id=OSEI, written=EVENING, name="Dr Osei")
    long_ago = on_day(TODAY - timedelta(days=90))
    seen = Visit(id=RecordId("seen"), written=EVENING, clinician=OSEI, when=long_ago)
    made = desk_with(tmp_path, osei, seen)
    yield made
    made.leave()
    made.session.lock(backup=False)


def begin(desk: Desk, place: str, *, days_ago: float) -> None:
    clock = desk.session.clock
    assert isinstance(clock, FixedClock)
    clock.moment = EVENING - timedelta(days=days_ago)
    desk.journal.save_draft(place, json.dumps({"heard": "She said to rest the"}))
    clock.moment = EVENING


def waiting(desk: Desk) -> list[tuple[str, str | None]]:
    page = derived.today(desk.snapshot, desk.now(), desk.words, 14, keeping_of(desk, None))
    return [(one.title, one.record) for one in page.moments if one.kind is MomentKind.BEGUN]


def test_only_what_is_older_than_a_day_waits_the_oldest_first(desk: Desk) -> None:
    begin(desk, "after:last", days_ago=2)
    begin(desk, "before:thursday", days_ago=3)
    begin(desk, "symptom entry:r1", days_ago=0.9)
    assert waiting(desk) == [
        ("You began something about Dr Osei", "before:thursday"),
        ("You began something about Dr Osei", "after:last"),
    ]


def test_something_new_waits_too_and_what_is_no_form_does_not(desk: Desk) -> None:
    begin(desk, "new question", days_ago=2)
    begin(desk, "quick line", days_ago=2)
    begin(desk, "note:nowhere", days_ago=2)
    assert waiting(desk) == [("You began something new", None)]


def test_going_on_opens_the_form_with_its_words(quiet: Desk, qtbot: QtBot) -> None:
    desk = quiet
    begin(desk, "after:seen", days_ago=2)
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    on = next(one for one in page.findChildren(Button) if one.text() == "Go on with it")
    click(on)
    assert any(area.words == "She said to rest the" for area in page.findChildren(TextArea))


def test_going_on_with_something_new_goes_to_its_page(quiet: Desk, qtbot: QtBot) -> None:
    desk = quiet
    begin(desk, "new question", days_ago=2)
    heard = Heard()
    heard.listen(desk)
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    click(next(one for one in page.findChildren(Button) if one.text() == "Go on with it"))
    assert heard.wanted == [("questions", "")]
