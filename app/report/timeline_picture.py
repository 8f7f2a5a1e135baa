"""Draws the timeline on paper: one geometry, in points (document.md 8).

Everything seen is content of the `Figure`, except the lanes' labels: they are content of a list that follows
it, each read as the sentence of its lane.
"""

from app.domain.derived.timeline_geometry import TimelinePicture
from app.report import style
from app.report.chart_signs import dashed, heavy
from app.report.tagging import Element, Pen
from app.report.timeline_events import draw_events
from app.report.timeline_labels import draw_labels
from app.report.timeline_lanes import draw_now, draw_stopped, draw_visits
from app.report.timeline_sheet import (
    LABEL,
    NOW_HEAD,
    SYMPTOMS_HEAD,
    Field,
    Sheet,
    heading_at,
    one_line,
    plan_of,
    put,
)
from app.report.timeline_symptoms import draw_gaps, draw_symptoms
from app.report.typesetting import Setter

_YEAR_WEIGHT, _MONTH_WEIGHT = 0.6, 0.3
_HEAD_BASELINE, _TICK_BASELINE = 9.5, 24.3
_BESIDE_TICK = 1.5
_PAST_END = 4.0  # into the room between panels, where nothing else stands


def height_of(picture: TimelinePicture) -> float:
    """How high the picture is on paper, in points."""
    return plan_of(picture).foot


def draw_timeline(
    pen: Pen,
    setter: Setter,
    picture: TimelinePicture,
    said: tuple[str, tuple[str, ...]],
    at: tuple[float, float],
) -> Sheet:
    """Draw it with its upper left corner at `at`. `said`: the figure's alt text, and one sentence a lane."""
    alt, spoken = said
    left, top = at
    plan = plan_of(picture)
    box = (left, top - plan.foot, left + style.TEXT_WIDTH, top)
    sheet = Sheet(
        pen=pen,
        setter=setter,
        picture=picture,
        left=left,
        top=top,
        plan=plan,
        figure=Element(kind="Figure", alt=alt, box=box),
    )
    with pen.mark(sheet.figure):
        _draw_grid(sheet)
        draw_gaps(sheet)
        _draw_heads(sheet)
        draw_events(sheet)
        draw_visits(sheet)
        draw_now(sheet)
        draw_symptoms(sheet)
        draw_stopped(sheet)
        _draw_lines(sheet)
        _draw_rules(sheet)
    draw_labels(sheet, spoken)
    return sheet


def _draw_grid(sheet: Sheet) -> None:
    """Upright lines at years and months, through everything but *Stopped*."""
    bottom = sheet.plan.no_notes if sheet.picture.symptoms or sheet.picture.days else sheet.plan.stopped
    for field in sheet.fields:
        for tick in field.panel.ticks:
            if tick.day != field.panel.first:
                _grid_line(sheet, field, field.at(field.panel.share(tick.day)), bottom, year=tick.year)


def _grid_line(sheet: Sheet, field: Field, x: float, bottom: float, *, year: bool) -> None:
    if not field.left <= x <= field.right:
        return
    weight = _YEAR_WEIGHT if year else _MONTH_WEIGHT
    style.stroke(sheet.pen.canvas, weight, grey=style.GRID_GREY)
    sheet.pen.canvas.line(x, sheet.y(sheet.plan.axis), x, sheet.y(bottom))
    style.stroke(sheet.pen.canvas, weight)


def _draw_heads(sheet: Sheet) -> None:
    for field in sheet.fields:
        heading_at(sheet, field.panel.heading, field.left, sheet.y(_HEAD_BASELINE))
        draw_ticks(sheet, field, sheet.y(_TICK_BASELINE))
    larger = sheet.picture.larger
    if larger is not None:
        for field in sheet.fields:
            extent = field.extent(*larger)
            if extent is not None:
                heavy(sheet.pen.canvas, *extent, sheet.y(sheet.plan.axis))


def draw_ticks(sheet: Sheet, field: Field, baseline: float) -> None:
    """The names of years and months, each right of its line and inside its panel."""
    free = field.left
    for tick in field.panel.ticks:
        x = max(field.at(field.panel.share(tick.day)), field.left)
        x += 0.0 if tick.day == field.panel.first else _BESIDE_TICK
        layout = one_line(sheet.setter, tick.label, LABEL, field.width, bold=tick.year)
        if tick.label and x >= free and x + layout.width <= field.right + _PAST_END:
            put(sheet, layout, x, baseline)
            free = x + layout.width + _BESIDE_TICK


def _draw_lines(sheet: Sheet) -> None:
    """Dashed lines down through treatments and symptoms; they end above *Stopped*."""
    has_symptoms = bool(sheet.picture.symptoms or sheet.picture.days)
    top = sheet.plan.now + NOW_HEAD if sheet.picture.now else sheet.plan.symptoms + SYMPTOMS_HEAD
    bottom = sheet.plan.no_notes if has_symptoms else sheet.plan.stopped
    for line in sheet.picture.lines:
        for field in sheet.fields:
            x = field.at(field.panel.share(line.day))
            if field.left <= x <= field.right:
                dashed(sheet.pen.canvas, x, sheet.y(top), sheet.y(bottom))


def _draw_rules(sheet: Sheet) -> None:
    for down in sheet.plan.rules:
        style.rule(sheet.pen.canvas, sheet.left, sheet.y(down), style.TEXT_WIDTH)
