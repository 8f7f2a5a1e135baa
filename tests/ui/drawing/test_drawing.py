"""Bars, marks, columns and time, looked at pixel by pixel where it counts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.domain.derived.timeline_geometry import (
    Bin,
    BinSize,
    DaysBin,
    Ending,
    Fill,
    Panel,
    Sign,
    Stretch,
    Tick,
    TreatmentLane,
    VisitMark,
)
from app.ui.drawing import axis, bars, columns, marks
from app.ui.theme.look import Look
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import THEMES

PANEL = Panel(first=date(2026, 1, 1), last=date(2026, 4, 10), heading="", bins=BinSize.DAY, caption="")
AREA = QRectF(0, 0, 200, 24)  # two px a day
WHOLE = Stretch(first=date(2026, 1, 1), last=date(2026, 4, 10), fill=Fill.TAKEN)
LANE = TreatmentLane(name="Naproxen", dose="", kind=Sign.PRESCRIBED, stretches=(WHOLE,), ending=Ending.NONE)


def painted(theme: Theme, paint: Callable[[QPainter], object]) -> QImage:
    """What `paint` draws on an empty page, 220 x 60 px."""
    image = QImage(220, 60, QImage.Format.Format_RGB32)
    image.fill(theme.colour("page"))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def bar(theme: Theme, lane: TreatmentLane) -> QImage:
    return painted(theme, lambda painter: bars.paint_treatment(painter, theme, lane, PANEL, AREA))


def height_at(image: QImage, x: int, theme: Theme) -> int:
    """How many px of a column are not page."""
    return sum(image.pixelColor(x, y) != theme.colour("page") for y in range(image.height()))


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_a_bars_height_is_its_share_of_the_largest_dose(theme: Theme) -> None:
    half = replace(WHOLE, last=date(2026, 2, 19), height=0.5)
    full = replace(WHOLE, first=date(2026, 2, 20))
    tiny = replace(half, height=0.01)
    image = bar(theme, replace(LANE, stretches=(half, full)))
    assert (height_at(image, 20, theme), height_at(image, 150, theme)) == (6, 12)
    assert height_at(bar(theme, replace(LANE, stretches=(tiny, full))), 20, theme) == 5
    assert height_at(bar(theme, replace(LANE, when_needed=True)), 20, theme) == 5


def test_every_kind_is_told_apart_without_its_colour(theme: Theme) -> None:
    def shape(kind: Sign) -> tuple[bool, ...]:
        image = bar(theme, replace(LANE, kind=kind))
        page = theme.colour("page").lightness()
        return tuple(
            image.pixelColor(x, y).lightness() < (page + 100) / 2 for y in range(24) for x in range(20, 80)
        )

    drawn = (Sign.PRESCRIBED, Sign.FROM_THE_SHOP, Sign.SUPPLEMENT, Sign.THERAPY, Sign.DEVICE, Sign.LIFESTYLE)
    assert len({shape(kind) for kind in drawn}) == len(drawn)


def test_paused_is_a_dotted_baseline_and_stopped_an_upright_end_in_ink(theme: Theme) -> None:
    pause = replace(WHOLE, fill=Fill.PAUSED)
    image = bar(theme, replace(LANE, stretches=(pause,), ending=Ending.STILL))
    heights = {height_at(image, x, theme) for x in range(10, 190)}
    assert heights == {0, 2}
    assert height_at(image, 203, theme) == 0
    stopped = bar(
        theme, replace(LANE, stretches=(replace(WHOLE, last=date(2026, 2, 19)),), ending=Ending.STOPPED)
    )
    ink = theme.colour("ink")
    upright = [x for x in range(220) if stopped.pixelColor(x, 12) == ink]
    assert upright == [99, 100, 101]
    assert height_at(stopped, 100, theme) > 12


def test_going_on_points_past_today_and_only_if_today_is_in_view(theme: Theme) -> None:
    assert height_at(bar(theme, replace(LANE, ending=Ending.STILL)), 202, theme) > 0
    later = replace(LANE, stretches=(replace(WHOLE, last=date(2026, 5, 1)),), ending=Ending.STILL)
    assert height_at(bar(theme, later), 202, theme) == 0


def test_a_rough_start_fades_in_three_steps(theme: Theme) -> None:
    soft = Stretch(first=date(2026, 1, 1), last=date(2026, 1, 30), fill=Fill.SOFT)
    known = replace(WHOLE, first=date(2026, 1, 31))
    image = bar(theme, replace(LANE, stretches=(soft, known)))

    def dark(left: int) -> int:
        page = theme.colour("page")
        return sum(image.pixelColor(x, y) != page for x in range(left, left + 20) for y in range(24))

    assert 0 < dark(0) < dark(20) < dark(40) < dark(60)
    ends = bar(
        theme,
        replace(
            LANE,
            stretches=(
                replace(known, first=date(2026, 1, 1), last=date(2026, 1, 30)),
                replace(soft, first=date(2026, 1, 31), last=date(2026, 3, 1)),
            ),
        ),
    )
    assert height_at(ends, 62, theme) >= height_at(ends, 118, theme)


def test_a_procedure_is_a_diamond_on_its_day(theme: Theme) -> None:
    dated = replace(
        LANE,
        kind=Sign.PROCEDURE,
        stretches=(),
        marks=(VisitMark(first=date(2026, 2, 20), last=date(2026, 2, 20)),),
    )
    image = bar(theme, dated)
    assert next(x for x in range(220) if height_at(image, x, theme) > 0) > 90
    rough = replace(dated, marks=(VisitMark(first=date(2026, 1, 5), last=date(2026, 3, 20)),))
    assert height_at(bar(theme, rough), 120, theme) > 0


def test_a_columns_height_and_colour_are_its_middle_reading(theme: Theme) -> None:
    def one(value: float, day: int) -> Bin:
        at = date(2026, 1, day)
        return Bin(first=at, last=at, lowest=value, middle=value, highest=value, count=1)

    area = QRectF(0, 0, 200, 50)
    image = painted(
        theme, lambda p: columns.paint_columns(p, theme, (one(10, 1), one(6.5, 11), one(0, 21)), PANEL, area)
    )
    assert [height_at(image, x, theme) for x in (0, 20, 40, 60)] == [50, 32, 3, 0]
    assert image.pixelColor(20, 40) == theme.severity(7)[0]
    assert image.pixelColor(20, 18) == theme.colour("edge")
    assert image.pixelColor(40, 48) == theme.severity(0)[0]


def test_days_are_counted_and_a_true_zero_shows(theme: Theme) -> None:
    month = DaysBin(first=date(2026, 1, 1), last=date(2026, 1, 31), days=5)
    none = DaysBin(first=date(2026, 2, 1), last=date(2026, 2, 28), days=0, zero=True)
    area = QRectF(0, 0, 200, 40)
    image = painted(theme, lambda p: columns.paint_days(p, theme, (month, none), PANEL, area, top=10))
    assert height_at(image, 30, theme) == 20
    assert height_at(image, 80, theme) == 1
    assert height_at(image, 150, theme) == 0


def test_a_gap_is_three_dots_where_they_have_room(theme: Theme) -> None:
    area = QRectF(0, 0, 200, 40)
    wide, narrow = (date(2026, 2, 1), date(2026, 2, 20)), (date(2026, 3, 1), date(2026, 3, 3))
    image = painted(theme, lambda p: columns.paint_gaps(p, theme, (wide, narrow), PANEL, area))
    dotted = [x for x in range(220) if height_at(image, x, theme)]
    assert len(dotted) == 6
    assert 62 <= dotted[0] <= dotted[-1] <= 102


def test_names_of_months_keep_out_of_each_others_way(theme: Theme) -> None:
    close = tuple(Tick(day=date(2026, 1, day), label="January") for day in (1, 5, 9, 60 - 29))
    said = painted(theme, lambda p: axis.paint_labels(p, theme, close, PANEL, QRectF(0, 0, 200, 30)))
    alone = painted(
        theme, lambda p: axis.paint_labels(p, theme, (close[0], close[3]), PANEL, QRectF(0, 0, 200, 30))
    )
    assert said == alone


def everything(painter: QPainter, theme: Theme) -> None:
    at = QPointF(30, 30)
    ticks = (Tick(day=date(2026, 1, 1), label="2026", year=True), Tick(day=date(2026, 2, 1), label="Feb"))
    axis.paint_grid(painter, theme, ticks, PANEL, AREA)
    axis.paint_labels(painter, theme, ticks, PANEL, AREA)
    axis.paint_today(painter, theme, 100, AREA, "today")
    axis.paint_chosen(painter, theme, 50, AREA)
    axis.paint_wash(painter, theme.colour("pinewash"), AREA, 8)
    box = axis.paint_flag(painter, theme, "Started 12 Jun 2025", QPointF(150, 0), 200)
    assert box.right() <= 200
    for kind in Sign:
        if kind in {Sign.PRESCRIBED, Sign.FROM_THE_SHOP, Sign.SUPPLEMENT, Sign.THERAPY, Sign.DEVICE}:
            bars.paint_sample(painter, theme, kind, QRectF(0, 0, 22, 10))
    columns.paint_scale(painter, theme, AREA)
    columns.paint_zero_line(painter, theme, AREA)
    for flag in (True, False):
        marks.paint_visit(painter, theme, at, coming=flag)
        marks.paint_event(painter, theme, at, hollow=flag)
        marks.paint_question(painter, theme, at, asked=flag)
        marks.paint_step(painter, theme, at, done=flag)
    marks.paint_measurement(painter, theme, at)
    marks.paint_bad_day(painter, theme, at)
    marks.paint_count(painter, theme, at, 120, "visit")
    marks.paint_written_later(painter, theme, at)
    marks.paint_around(painter, theme, (QPointF(0, 30), QPointF(60, 30)), "event")


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("size", [100, 200])
def test_every_theme_draws_all_of_it(theme: Theme, name: str, size: int) -> None:
    theme.wear(Look(theme=name, text_size=size))
    image = painted(theme, lambda painter: everything(painter, theme))
    assert len(colours(image)) > 10
    assert QColor(theme.colours.pine).name() in colours(image)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (marks.paint_visit, marks.paint_event),
        (marks.paint_event, marks.paint_measurement),
        (marks.paint_measurement, marks.paint_bad_day),
    ],
)
def test_marks_have_shapes_of_their_own(
    theme: Theme,
    one: Callable[[QPainter, Theme, QPointF], None],
    other: Callable[[QPainter, Theme, QPointF], None],
) -> None:
    at = QPointF(40, 30)
    page = theme.colour("page")

    def shape(paint: Callable[[QPainter, Theme, QPointF], None]) -> list[bool]:
        image = painted(theme, lambda painter: paint(painter, theme, at))
        return [image.pixelColor(x, y) != page for x in range(25, 55) for y in range(15, 45)]

    assert shape(one) != shape(other)
    assert sum(shape(one)) <= 24 * 24
