"""The canvas by hand: what the mouse finds and reads, how it moves, how a large journal comes to it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QVariantAnimation
from PySide6.QtGui import QContextMenuEvent, QHoverEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.domain.derived.line.windows import Zoom
from app.domain.records import Event, Record, SymptomEntry, Visit
from app.domain.records.record import RecordId
from app.domain.records.when import in_year, on_day
from app.services.sample import sample_journal
from app.ui.desk import Desk
from app.ui.line_of_time import maker
from app.ui.line_of_time.canvas import LineCanvas
from app.ui.line_of_time.hits import REACH, Hit
from app.ui.line_of_time.scene import AXIS, Row, Scene
from app.ui.pages.timeline import TimelinePage
from app.ui.theme.look import Look
from app.ui.theme.theme import Theme
from tests.ui.desks import EVENING, KNEE, TODAY, desk_with, reading, some_days
from tests.ui.hands import click, drag, press

Key = Qt.Key


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[TimelinePage]:
    made = shown(desk_with(tmp_path, *sample_journal()), qtbot)
    made.show_zoom(Zoom.THREE_YEARS)
    yield made
    made.desk.leave()


@pytest.fixture
def canvas(page: TimelinePage) -> LineCanvas:
    return page._view.canvas


def shown(desk: Desk, qtbot: QtBot) -> TimelinePage:
    page = TimelinePage(desk)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    return page


def scene(canvas: LineCanvas) -> Scene:
    assert canvas.scene is not None
    return canvas.scene


def row(canvas: LineCanvas, name: str) -> Row:
    return next(row for row in scene(canvas).rows if row.lane.name == name)


def place(canvas: LineCanvas, x: float, y: float) -> QPoint:
    """A place among the lanes, on the widget."""
    return QPoint(round(x), round(y + AXIS - canvas._offset))


def move(canvas: LineCanvas, at: QPoint) -> Hit | None:
    canvas.mouseMoveEvent(
        QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            QPointF(canvas.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    return canvas._hover


def turn(canvas: LineCanvas, across: int, down: int, modifier: Qt.KeyboardModifier) -> None:
    at = QPointF(canvas.rect().center())
    canvas.wheelEvent(
        QWheelEvent(
            at,
            QPointF(canvas.mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(across, down),
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
    )


def test_a_mark_answers_within_24_px_and_the_nearest_first(canvas: LineCanvas) -> None:
    visits = row(canvas, "Visits")
    (x, crowd), (other, second), *_ = scene(canvas).crowds_in(visits)
    reach = round(REACH) - 1
    for dx, dy in ((reach, 0), (-reach, 0), (0, -reach), (0, 0)):
        hit = move(canvas, place(canvas, x + dx, visits.middle + dy))
        assert hit is not None
        assert hit.things == crowd.members
    assert other - x > 2 * REACH
    nothing = move(canvas, place(canvas, (x + other) / 2, visits.middle))
    assert nothing is None
    hit = move(canvas, place(canvas, other - reach, visits.middle))
    assert hit is not None
    assert hit.things == second.members


def test_a_click_chooses_and_goes_through_a_crowd(page: TimelinePage, canvas: LineCanvas) -> None:
    visits = row(canvas, "Visits")
    x, crowd = next((x, crowd) for x, crowd in scene(canvas).crowds_in(visits) if crowd.count > 1)
    at = place(canvas, x, visits.middle)
    chosen = []
    for _ in range(crowd.count + 1):
        click(canvas, at)
        chosen.append(canvas.key)
        assert page._view.list.key == canvas.key
    ids = [thing.id for thing in crowd.members]
    assert chosen == [*ids, ids[0]]


def test_a_column_and_a_bar_answer_all_over(page: TimelinePage, canvas: LineCanvas) -> None:
    knee = row(canvas, "Knee pain")
    day = TODAY - timedelta(days=700)
    click(canvas, place(canvas, scene(canvas).x_of(day), knee.top + knee.height - 4))
    found = scene(canvas).line.thing(canvas.key)
    assert found is not None
    assert found[0].name == "Knee pain"
    assert abs((found[1].first - day).days) <= 7
    assert page._view.list.row is not None
    assert page._view.list.row.gathered
    bar = row(canvas, "Naproxen")
    click(canvas, place(canvas, scene(canvas).x_of(TODAY - timedelta(days=500)), bar.middle))
    found = scene(canvas).line.thing(canvas.key)
    assert found is not None
    assert found[0].name == "Naproxen"


def test_the_mouse_reads_a_line_of_words_and_leaves_nothing_behind(canvas: LineCanvas) -> None:
    before = canvas.grab().toImage()
    visits = row(canvas, "Visits")
    x, _ = next(iter(scene(canvas).crowds_in(visits)))
    assert move(canvas, place(canvas, x, visits.middle)) is not None
    assert canvas.grab().toImage() != before
    canvas.leaveEvent(QHoverEvent(QEvent.Type.Leave, QPointF(), QPointF(), QPointF()))
    assert canvas.grab().toImage() == before


def test_the_wheel_scrolls_lanes_moves_and_zooms(page: TimelinePage, canvas: LineCanvas) -> None:
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    turn(canvas, 0, -120, none)
    assert canvas.bar.value() > 0
    page.show_zoom(Zoom.WEEK)
    first = page._view.window_in_view
    assert first is not None
    turn(canvas, 0, 120, shift)
    assert page._view.window_in_view is not None
    assert page._view.window_in_view.first < first.first
    turn(canvas, 0, -120, Qt.KeyboardModifier.ControlModifier)
    assert page._zooms.zoom == Zoom.MONTH


def test_a_drag_moves_through_time_and_chooses_nothing(page: TimelinePage, canvas: LineCanvas) -> None:
    page.show_zoom(Zoom.MONTH)
    before = page._view.window_in_view
    assert before is not None
    middle = canvas.rect().center()
    drag(canvas, middle, middle + QPoint(round(10 * scene(canvas).day_width), 0))
    assert page._view.window_in_view is not None
    assert (before.first - page._view.window_in_view.first).days == 10
    assert canvas.key == ""


def test_a_lane_out_of_sight_scrolls_into_view_when_it_is_chosen(
    page: TimelinePage, canvas: LineCanvas
) -> None:
    page.resize(1366, 560)
    lane = scene(canvas).line.lanes[-1]
    canvas.choose(lane.things[len(lane.things) - 1].id)
    last = row(canvas, lane.name)
    assert canvas._offset <= last.top
    assert last.top + last.height <= canvas._offset + canvas.height() - AXIS + 1


def test_a_zoom_slides_only_where_motion_is_wanted(
    page: TimelinePage, canvas: LineCanvas, theme: Theme, qtbot: QtBot
) -> None:
    canvas.grab()
    assert theme.moves
    page.show_zoom(Zoom.YEAR)
    assert canvas._slide.runs
    on_the_way = canvas.grab().toImage()
    qtbot.waitUntil(lambda: canvas._slide.state() == QVariantAnimation.State.Stopped)
    assert canvas.grab().toImage() != on_the_way
    theme.wear(Look(theme="day", keep_still=True))
    canvas.grab()
    page.show_zoom(Zoom.WEEK)
    assert not canvas._slide.runs


def test_single_letters_can_be_turned_off(page: TimelinePage, canvas: LineCanvas, theme: Theme) -> None:
    theme.wear(Look(theme="day", only_ctrl_keys=True))
    window = page._view.window_in_view
    for key in (Key.Key_Plus, Key.Key_Minus, Key.Key_T, Key.Key_L, Key.Key_Slash):
        press(canvas, key)
    assert page._view.window_in_view == window
    assert canvas.isVisible()
    assert not page._tools.field.hasFocus()
    press(canvas, Key.Key_Home)
    assert page._view.window_in_view != window


def test_the_menu_of_an_entry_opens_from_the_canvas(canvas: LineCanvas) -> None:
    visits = row(canvas, "Visits")
    x, crowd = next(iter(scene(canvas).crowds_in(visits)))
    at = place(canvas, x, visits.middle)
    canvas.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, canvas.mapToGlobal(at)))
    assert canvas.key == crowd.members[0].id
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Open" in [action.text() for action in menu.actions()]
    menu.close()


def many() -> Iterator[Record]:
    """A few more records than are drawn up at once."""
    yield from some_days()
    for at in range(40):
        yield replace(reading(f"many {at}", KNEE, at % 11, days_ago=at), note="x")


def test_a_large_journal_is_drawn_up_in_a_worker_and_says_so_if_it_takes_its_time(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maker, "AT_ONCE", 20)
    page = TimelinePage(desk_with(tmp_path, *many()))
    qtbot.addWidget(page)
    page.show()
    assert page._maker.busy
    page._maker.working.emit()
    assert page._states.working.isVisible()
    page.desk.journal.record(reading("newest", KNEE, 9, days_ago=0))
    page.point_at("newest")
    qtbot.waitUntil(lambda: not page._maker.busy)
    assert not page._states.working.isVisible()
    assert page._view.canvas.key == "newest"
    assert page.desk.snapshot.get(SymptomEntry, RecordId("newest")) is not None
    page.desk.leave()


def test_years_are_walked_by_keys_alone(page: TimelinePage, canvas: LineCanvas) -> None:
    canvas.setFocus()
    press(canvas, Key.Key_Right)
    lanes = set()
    for _ in range(30):
        found = scene(canvas).line.thing(canvas.key)
        assert found is not None
        lanes.add(found[0].name)
        assert page._view.list.key, (found[0].name, found[1], page._view.window_in_view)
        press(canvas, Key.Key_Down)
    assert lanes >= {"Events", "Visits", "Adalimumab", "Ibuprofen", "Knee pain", "Migraine days"}
    for _ in range(30):
        press(canvas, Key.Key_Up)
    press(canvas, Key.Key_Return)
    assert page._editor is not None


@pytest.mark.parametrize("zoom", list(Zoom))
def test_rough_dates_and_long_stays_are_drawn_at_every_zoom(tmp_path: Path, qtbot: QtBot, zoom: Zoom) -> None:
    stay = Visit(
        id=RecordId("stay"), written=EVENING, when=on_day(TODAY - timedelta(days=3)), until=on_day(TODAY)
    )
    rough = Event(id=RecordId("rough"), written=EVENING, title="Knees", when=in_year(TODAY.year, around=True))
    empty = shown(desk_with(tmp_path, reading("r", KNEE, 4, days_ago=30)), qtbot)
    empty.show_zoom(zoom)
    before = empty._view.canvas.grab().toImage()
    empty.desk.journal.record(stay, rough)
    empty.show_zoom(zoom)
    empty._view.canvas._slide.stop()
    assert empty._view.canvas.grab().toImage() != before
    assert {"stay", "rough"} <= {row.key for row in empty._view.list.rows}
    empty.desk.leave()
