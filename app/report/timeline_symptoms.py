"""Symptoms on paper: columns on 0 to 10, days a month, the grey of times without notes (document.md 8)."""

from app.domain.derived.chart.symptoms import label_ends
from app.domain.derived.timeline_geometry import Bin, DaysBin, DaysLane, SymptomLane
from app.report import style
from app.report.chart_signs import (
    MIDDLE_HEIGHT,
    MIDDLE_SHARE,
    NARROWEST,
    SPREAD_SHARE,
    Area,
    count_bar,
    kept,
    middle,
    spread,
    zero,
)
from app.report.timeline_sheet import (
    BETWEEN_SYMPTOMS,
    DAYS,
    FIGURES,
    LABEL,
    SYMPTOM,
    SYMPTOMS_HEAD,
    Field,
    Sheet,
    heading_at,
    one_line,
    put,
    put_left_of,
)

HIGHEST = 10
FEW = 3  # readings below which the middle is drawn white
_HEAD_BASELINE = 13.0
_FIGURE_GAP = 3.0
_FIGURE_DROP = 2.8  # a figure's baseline under its line, so that the line meets its middle
_DAYS_FIGURE = 5
_LABEL_DOWN = 10.6
_BAR_SHARE = 0.76


def draw_gaps(sheet: Sheet) -> None:
    """Grey behind all symptom lanes, and the dates of each gap under it."""
    picture = sheet.picture
    if not (picture.symptoms or picture.days):
        return
    top, bottom = sheet.plan.symptoms + SYMPTOMS_HEAD - 3.0, sheet.plan.no_notes + 3.0
    for gap in picture.gaps:
        for field in sheet.fields:
            extent = field.extent(gap.first, gap.last)
            if extent is not None:
                left = min(extent[0], field.right - NARROWEST)
                right = max(extent[1], left + NARROWEST)
                _grey(sheet, Area(left, sheet.y(bottom), right, sheet.y(top)))
        if gap.label:
            _gap_label(
                sheet, gap.label, next(f for f in reversed(sheet.fields) if f.extent(gap.first, gap.last))
            )


def _grey(sheet: Sheet, area: Area) -> None:
    with kept(sheet.pen.canvas):
        style.fill(sheet.pen.canvas, grey=style.GAP_GREY)
        sheet.pen.canvas.rect(area.left, area.bottom, area.width, area.height, stroke=0, fill=1)


def _gap_label(sheet: Sheet, text: str, field: Field) -> None:
    gap = next(gap for gap in sheet.picture.gaps if gap.label == text)
    layout = one_line(sheet.setter, text, FIGURES, field.width)
    left, _ = label_ends(field.panel, gap.first, gap.last, field.width, layout.width)
    put(sheet, layout, field.left + left, sheet.y(sheet.plan.no_notes + _LABEL_DOWN))


def draw_symptoms(sheet: Sheet) -> None:
    """All lanes of 0 to 10, then the days lanes."""
    picture = sheet.picture
    if not (picture.symptoms or picture.days):
        return
    _draw_head(sheet)
    for at, lane in enumerate(picture.symptoms):
        top = sheet.plan.symptoms + SYMPTOMS_HEAD + at * (SYMPTOM + BETWEEN_SYMPTOMS)
        for number, field in enumerate(sheet.fields):
            _draw_rated(sheet, lane, field, number, sheet.y(top + SYMPTOM))
    for at, days in enumerate(picture.days):
        top = sheet.plan.days + at * (DAYS + BETWEEN_SYMPTOMS)
        for number, field in enumerate(sheet.fields):
            _draw_days(sheet, days, field, number, sheet.y(top + DAYS))


def _draw_head(sheet: Sheet) -> None:
    baseline = sheet.y(sheet.plan.symptoms + _HEAD_BASELINE)
    heading_at(sheet, sheet.picture.headings.symptoms, sheet.left, baseline)
    if not sheet.picture.symptoms:
        return
    for at, field in enumerate(sheet.fields):
        _draw_caption(sheet, field, baseline, right=at > 0)


def _draw_caption(sheet: Sheet, field: Field, baseline: float, *, right: bool) -> None:
    """What a column holds, at the end of the panel that is clear of a dashed line."""
    layout = one_line(sheet.setter, field.panel.caption, LABEL, field.width)
    ends = (field.left, field.right - layout.width)
    first, other = reversed(ends) if right else ends
    lines = [field.at(field.panel.share(line.day)) for line in sheet.picture.lines]
    clear = not any(first - 1 <= x <= first + layout.width + 1 for x in lines)
    put(sheet, layout, first if clear else other, baseline)


def _draw_rated(sheet: Sheet, lane: SymptomLane, field: Field, number: int, base: float) -> None:
    unit = SYMPTOM / HIGHEST
    _axis(sheet, field, base, {value: base + value * unit for value in (0, 5, HIGHEST)})
    for held in lane.panels[number]:
        _draw_bin(sheet, held, field, base, unit)


def _axis(sheet: Sheet, field: Field, base: float, lines: dict[int, float]) -> None:
    """Grey lines with their figures at the left, the lowest black."""
    for value, y in lines.items():
        weight, grey = (0.6, 0.0) if y == base else (0.4, style.GRID_GREY)
        style.rule(sheet.pen.canvas, field.left, y, field.width, weight=weight, grey=grey)
        layout = one_line(sheet.setter, sheet.setter.words.number(value), FIGURES, style.TEXT_WIDTH)
        put_left_of(sheet, layout, field.left - _FIGURE_GAP, y - _FIGURE_DROP)
    style.stroke(sheet.pen.canvas, 0.6)


def _draw_bin(sheet: Sheet, held: Bin, field: Field, base: float, unit: float) -> None:
    extent = field.extent(held.first, held.last)
    if extent is None:
        return
    centre, width = (extent[0] + extent[1]) / 2, extent[1] - extent[0]
    if held.lowest < held.highest:
        half = width * SPREAD_SHARE / 2
        spread(
            sheet.pen.canvas,
            Area(centre - half, base + held.lowest * unit, centre + half, base + held.highest * unit),
        )
    half = width * MIDDLE_SHARE / 2
    y = base + held.middle * unit
    middle(sheet.pen.canvas, centre - half, centre + half, y, few=held.count < FEW)
    sheet.drawn.append(Area(centre - half, y - MIDDLE_HEIGHT / 2, centre + half, y + MIDDLE_HEIGHT / 2))
    if held.zero:
        zero(sheet.pen.canvas, centre, base)


def _draw_days(sheet: Sheet, lane: DaysLane, field: Field, number: int, base: float) -> None:
    unit = DAYS / lane.top
    _axis(sheet, field, base, {0: base, _DAYS_FIGURE: base + _DAYS_FIGURE * unit})
    for held in lane.panels[number]:
        _draw_month(sheet, held, field, base, unit)


def _draw_month(sheet: Sheet, held: DaysBin, field: Field, base: float, unit: float) -> None:
    extent = field.extent(held.first, held.last)
    if extent is None:
        return
    centre, half = (extent[0] + extent[1]) / 2, (extent[1] - extent[0]) * _BAR_SHARE / 2
    if held.zero:
        zero(sheet.pen.canvas, centre, base)
    elif held.days:
        area = Area(centre - half, base, centre + half, base + held.days * unit)
        sheet.drawn.append(area)
        count_bar(sheet.pen.canvas, area)
