"""Visits and treatments on paper: marks and bars in their lanes (document.md 8)."""

from app.domain.derived.timeline_geometry import (
    ONE_DAY,
    Ending,
    Fill,
    Stretch,
    TreatmentLane,
    VisitLane,
    VisitMark,
)
from app.report import style
from app.report.chart_signs import (
    ARROW,
    BLOCK_HEIGHT,
    CAP_WIDTH,
    DIAMOND,
    DOT,
    FULL_HEIGHT,
    LOWEST_HEIGHT,
    NARROWEST,
    Area,
    arrow,
    bar,
    blocks,
    cap,
    diamond,
    dot,
    hollow,
    paused,
    ring,
)
from app.report.timeline_sheet import (
    LABEL,
    LANE,
    NOW_HEAD,
    RIGHT_FIELD,
    STOPPED_HEAD,
    Field,
    Sheet,
    draw_span,
    heading_at,
    one_line,
    put,
)

_VISIT_DOWN = 8.2
_BASELINE = 2.6  # of bars, above the lane's foot
_STEP_GAP = 0.6
_TEXT_BASELINE = 3.9  # of a lane's words, above its foot
_WHY_GAP = 4.0
_LEAST_WHY = 30.0


def draw_visits(sheet: Sheet) -> None:
    """A thin line for each clinician, a dot for each visit, a ring for the next one past the end."""
    for at, lane in enumerate(sheet.picture.visits):
        y = sheet.y(sheet.plan.visits + at * LANE + _VISIT_DOWN)
        for field in sheet.fields:
            style.rule(
                sheet.pen.canvas,
                field.left,
                y,
                field.width,
                weight=style.HAIRLINE,
                grey=style.HAIRLINE_GREY,
            )
            for mark in lane.marks:
                _draw_visit(sheet, field, mark, y)
        style.stroke(sheet.pen.canvas, style.RULE)
        _draw_next(sheet, lane, y)


def _draw_visit(sheet: Sheet, field: Field, mark: VisitMark, y: float) -> None:
    extent = field.extent(mark.first, mark.last)
    if extent is None:
        return
    if mark.first != mark.last:
        draw_span(sheet, field, mark.first, mark.last, y)
        return
    x = min(max(field.middle_of(mark.first), field.left + DOT), field.right - DOT)
    sheet.drawn.append(Area(x - DOT, y - DOT, x + DOT, y + DOT))
    dot(sheet.pen.canvas, x, y)


def _draw_next(sheet: Sheet, lane: VisitLane, y: float) -> None:
    if lane.next_day is None:
        return
    x = sheet.x(RIGHT_FIELD[1]) + 4.5
    ring(sheet.pen.canvas, x, y)
    layout = one_line(sheet.setter, lane.next_label, LABEL, style.TEXT_WIDTH)
    if x + 5.5 + layout.width <= sheet.x(style.TEXT_WIDTH) + 0.5:
        put(sheet, layout, x + 5.5, y - 3.0)


def draw_now(sheet: Sheet) -> None:
    """What is taken now, or ended within the last 12 months, in every panel."""
    if not sheet.picture.now:
        return
    heading_at(sheet, sheet.picture.headings.now, sheet.left, sheet.y(sheet.plan.now + NOW_HEAD - 5.0))
    for at, lane in enumerate(sheet.picture.now):
        foot = sheet.y(sheet.plan.now + NOW_HEAD + (at + 1) * LANE)
        if at < len(sheet.picture.now) - 1:
            _lane_line(sheet, foot)
        for field in sheet.fields:
            draw_lane(sheet, lane, field, foot)
        _draw_why(sheet, lane, sheet.fields[-1], foot)


def draw_stopped(sheet: Sheet) -> None:
    """What was stopped, with an axis of its own, and why."""
    if not sheet.picture.stopped:
        return
    head = sheet.y(sheet.plan.stopped + STOPPED_HEAD - 6.2)
    field, foot = sheet.stopped_field, sheet.y(sheet.plan.foot - 2.0)
    heading_at(sheet, sheet.picture.headings.stopped, sheet.left, head)
    heading_at(sheet, sheet.picture.headings.why, sheet.x(RIGHT_FIELD[0]), head)
    _draw_years(sheet, field, head, foot)
    for at, lane in enumerate(sheet.picture.stopped):
        foot = sheet.y(sheet.plan.stopped + STOPPED_HEAD + (at + 1) * LANE)
        _lane_line(sheet, foot)
        draw_lane(sheet, lane, field, foot)
        room = style.TEXT_WIDTH - RIGHT_FIELD[0]
        put(
            sheet,
            one_line(sheet.setter, lane.why, LABEL, room),
            sheet.x(RIGHT_FIELD[0]),
            foot + _TEXT_BASELINE,
        )


def _draw_years(sheet: Sheet, field: Field, baseline: float, foot: float) -> None:
    free = field.left
    for tick in field.panel.ticks:
        x = field.at(field.panel.share(tick.day))
        edge = tick.day == field.panel.first
        if not edge:
            style.stroke(sheet.pen.canvas, 0.6, grey=style.GRID_GREY)
            sheet.pen.canvas.line(x, baseline - 6.2, x, foot)
            style.stroke(sheet.pen.canvas, 0.6)
        layout = one_line(sheet.setter, tick.label, LABEL, field.width, bold=True)
        start = x if edge else x + 1.5
        if tick.label and start >= free and start + layout.width <= sheet.x(RIGHT_FIELD[0]) - 2:
            put(sheet, layout, start, baseline)
            free = start + layout.width + 1.5


def _lane_line(sheet: Sheet, y: float) -> None:
    style.rule(sheet.pen.canvas, sheet.left, y, style.TEXT_WIDTH, weight=style.HAIRLINE, grey=style.GRID_GREY)
    style.stroke(sheet.pen.canvas, style.RULE)


def draw_lane(sheet: Sheet, lane: TreatmentLane, field: Field, foot: float) -> None:
    """One treatment's life in one panel, and its end."""
    baseline = foot + _BASELINE
    for at, stretch in enumerate(lane.stretches):
        follows = at + 1 < len(lane.stretches)
        _draw_stretch(sheet, lane, stretch, field, baseline, follows=follows)
    for mark in lane.marks:
        _draw_date(sheet, field, mark, baseline + FULL_HEIGHT / 2)
    _draw_end(sheet, lane, field, baseline)


def _draw_stretch(
    sheet: Sheet, lane: TreatmentLane, stretch: Stretch, field: Field, baseline: float, *, follows: bool
) -> None:
    extent = field.extent(stretch.first, stretch.last)
    if extent is None:
        return
    left, right = extent
    if stretch.fill is Fill.PAUSED:
        paused(sheet.pen.canvas, left, max(right, left + NARROWEST), baseline)
        return
    right = max(right - (_STEP_GAP if follows and right < field.right else 0.0), left + NARROWEST)
    right = min(right, field.right)
    left = min(left, right - NARROWEST)
    height = FULL_HEIGHT if lane.when_needed else max(LOWEST_HEIGHT, stretch.height * FULL_HEIGHT)
    area = Area(left, baseline, right, baseline + height)
    sheet.drawn.append(area)
    _fill(sheet, lane, stretch.fill, area)


def _fill(sheet: Sheet, lane: TreatmentLane, fill: Fill, area: Area) -> None:
    if fill in {Fill.MOSTLY_NOT, Fill.SOFT}:
        hollow(sheet.pen.canvas, area)
    elif lane.when_needed:
        blocks(sheet.pen.canvas, lane.kind, area)
    else:
        bar(sheet.pen.canvas, lane.kind, area)


def _draw_date(sheet: Sheet, field: Field, mark: VisitMark, y: float) -> None:
    """A procedure: a diamond on its day, a bar over the days it may have been on."""
    if field.extent(mark.first, mark.last) is None:
        return
    draw_span(sheet, field, mark.first, mark.last, y)
    middle = mark.first + (mark.last - mark.first) // 2
    x = min(max(field.middle_of(middle), field.left + DIAMOND), field.right - DIAMOND)
    sheet.drawn.append(Area(x - DIAMOND, y - DIAMOND, x + DIAMOND, y + DIAMOND))
    diamond(sheet.pen.canvas, x, y)


def _draw_end(sheet: Sheet, lane: TreatmentLane, field: Field, baseline: float) -> None:
    if not lane.stretches:
        return
    if lane.ending is Ending.STILL:
        height = BLOCK_HEIGHT + 1.0 if lane.when_needed else FULL_HEIGHT + 1.0
        middle = baseline + FULL_HEIGHT / 2
        arrow(
            sheet.pen.canvas,
            field.right + 0.3,
            Area(0, middle - height / 2, ARROW, middle + height / 2),
        )
    x = _end_of(lane, field)
    if lane.ending is Ending.STOPPED and x is not None:
        cap(sheet.pen.canvas, x, baseline)


def _end_of(lane: TreatmentLane, field: Field) -> float | None:
    """Where a treatment that was stopped ends in this panel."""
    last = lane.stretches[-1].last
    if not field.panel.holds(last, last):
        return None
    return min(field.at(field.panel.share(last + ONE_DAY)), field.right)


def _draw_why(sheet: Sheet, lane: TreatmentLane, field: Field, foot: float) -> None:
    """Why something ended in the last 12 months, behind its end, if there is room."""
    end = _end_of(lane, field) if lane.stretches and lane.ending is Ending.STOPPED else None
    if not lane.why or end is None:
        return
    start = end + CAP_WIDTH + _WHY_GAP
    room = sheet.x(style.TEXT_WIDTH) - start
    if room >= _LEAST_WHY:
        put(sheet, one_line(sheet.setter, lane.why, LABEL, room), start, foot + _TEXT_BASELINE)
