"""Paints the lanes of a scene: everything that stays while the mouse and the choice move."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.domain.derived.line.in_view import column_size, columns_between, days_with
from app.domain.derived.line.lanes import Group, Shape, Thing
from app.domain.derived.line.saying import symptoms_caption
from app.domain.derived.timeline_geometry import ONE_DAY, BinSize
from app.i18n import Words
from app.ui.drawing import axis, bars, columns, marks
from app.ui.drawing.event_labels import paint_event_labels
from app.ui.line_of_time.readings import paint_readings
from app.ui.line_of_time.scene import AXIS, EDGE, Row, Scene
from app.ui.theme.theme import Theme

_TONES = {Group.MOMENTS: "event", Group.TREATMENTS: "rx", Group.SYMPTOMS: "ink2"}
_LANE_TONES = {"visits": "visit", "questions": "question", "plans": "step"}
_FULL_MONTH = 10  # days that fill a lane counted in days, unless there are more
_CHANGE = 1.7  # radius of the dot of a change its bar doesn't show
_NAME = 22.0  # height of a lane's name
_SCALE = 22.0  # room for the numbers beside the columns


class LanePainter:
    """Paints one scene with one painter; `later`: with a dot for what was written long after."""

    def __init__(
        self, painter: QPainter, theme: Theme, scene: Scene, words: Words, *, later: bool = False
    ) -> None:
        self._painter, self._theme, self._scene, self._words = painter, theme, scene, words
        self._later = later

    def paint_head(self, width: float) -> None:
        """Paint the names of years and months, and the word over today's line."""
        theme, scene = self._theme, self._scene
        room = AXIS * scene.scale
        today = scene.line.life.today
        shown = scene.window.holds(today)
        x = scene.x_of(today + ONE_DAY)
        word = self._words.say("line.today", "today")
        free = max(scene.right - axis.today_word(theme, word, x).left() + theme.px(4), 0) if shown else 0
        area = QRectF(scene.left, theme.px(2), scene.width, room - theme.px(9))
        axis.paint_labels(self._painter, theme, scene.panel.ticks, scene.panel, area, keep_free=free)
        if shown:
            line = QRectF(0, room - theme.px(8), width, theme.px(8))
            axis.paint_today(self._painter, theme, x, line, word)

    def paint_lanes(self, view: QRectF) -> None:
        """Paint the grid, captions and lanes of which anything is in `view`."""
        scene, theme = self._scene, self._theme
        axis.paint_grid(
            self._painter,
            theme,
            scene.panel.ticks,
            scene.panel,
            view.adjusted(scene.left, 0, -view.width() + scene.right, 0),
        )
        self._paint_captions()
        for row in scene.rows:
            if row.top > view.bottom() or row.top + row.height < view.top():
                continue
            if row.lane.is_symptom:
                self._paint_symptom(row)
            elif row.lane.group is Group.TREATMENTS:
                self._paint_treatment(row)
            else:
                self._paint_marks(row)
            if self._later:
                self._paint_later(row)
        if scene.window.holds(scene.line.life.today):
            axis.paint_today(self._painter, theme, scene.x_of(scene.line.life.today + ONE_DAY), view)

    def paint_names(self, key: str) -> None:
        """Paint the lanes' names at the left; that of what is chosen is bold."""
        scene = self._scene
        chosen = scene.row_of(key)
        for row in scene.rows:
            height = _NAME * scene.scale
            plot = scene.plot_of(row)
            top = plot.bottom() - height if row.lane.is_symptom else row.middle - height / 2
            area = QRectF(EDGE * scene.scale, top, scene.left - 2 * EDGE * scene.scale, height)
            if row.lane.is_symptom and not row.lane.low:
                area.setWidth(scene.left - (EDGE + _SCALE) * scene.scale)
            heavy = row.lane.group is Group.MOMENTS or row is chosen
            self._text(area, row.lane.name, "caption", 600 if heavy else 400)

    def _paint_captions(self) -> None:
        """The zones' names at the left, and once for each what is to be seen in it."""
        say, scene, theme = self._words.say, self._scene, self._theme
        said = {
            Group.TREATMENTS: (
                say("line.treatments", "Treatments"),
                say("line.caption.treatments", "taller bar, bigger dose; upright end, stopped"),
            ),
            Group.SYMPTOMS: (
                say("line.symptoms", "Symptoms"),
                symptoms_caption(scene.window.zoom.column, self._words),
            ),
        }
        for group, top in scene.captions.items():
            if group in said:
                name, caption = said[group]
                height = theme.px(24)
                self._text(QRectF(EDGE * scene.scale, top, scene.left, height), name, "caption", 600)
                area = QRectF(scene.left, top, scene.width, height)
                self._painter.setPen(theme.colour("ink3"))
                self._painter.setFont(theme.font("chart"))
                self._painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._cut(caption, scene.width))

    def _text(self, area: QRectF, text: str, style: str, weight: int) -> None:
        self._painter.setFont(self._theme.font(style, weight=weight))
        self._painter.setPen(self._theme.colour("ink"))
        self._painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._cut(text, area.width()))

    def _cut(self, text: str, width: float) -> str:
        return self._painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width))

    # Marks

    def _paint_marks(self, row: Row) -> None:
        painter, theme, scene = self._painter, self._theme, self._scene
        tone = _LANE_TONES.get(row.lane.key, _TONES[row.lane.group])
        if row.lane.key == "visits":
            rail = QRectF(scene.left, round(row.middle), scene.width, 1)
            painter.fillRect(rail, theme.colour("line"))
        for thing in scene.spread_in(row):
            self._paint_spread(thing, row.middle, tone)
        placed = list(scene.crowds_in(row))
        for x, crowd in placed:
            at = QPointF(x, row.middle)
            if crowd.count > 1:
                marks.paint_count(painter, theme, at, crowd.count, tone)
            else:
                paint_mark(painter, theme, at, crowd.members[0].shape)
        if row.lane.key == "events":
            labels = [
                (x, crowd.members[0].label, crowd.members[0].rank) for x, crowd in placed if crowd.count == 1
            ]
            taken = [x for x, _ in placed]
            paint_event_labels(
                painter, theme, labels, taken, QRectF(scene.left, row.top, scene.width, row.height)
            )

    def _paint_spread(self, thing: Thing, y: float, tone: str) -> None:
        """The days a rough date may have been on, in dots; the days of a stay as a line."""
        left, right = self._scene.sides_of(thing.first, thing.last)
        if thing.rough:
            marks.paint_around(self._painter, self._theme, (QPointF(left, y), QPointF(right, y)), tone)
        else:
            line = QRectF(left, round(y) - 1, max(right - left, 1), self._theme.px(2))
            self._painter.fillRect(line, self._theme.colour(tone))

    def _paint_later(self, row: Row) -> None:
        """An open dot for each entry written more than 30 days later."""
        scene = self._scene
        up = min(row.height / 2 - 3 * scene.scale, 11 * scene.scale)
        for x in self._late_places(row):
            marks.paint_written_later(self._painter, self._theme, QPointF(x, row.middle + up))

    def _late_places(self, row: Row) -> Iterator[float]:
        scene = self._scene
        first, last = scene.window.first, scene.window.last
        size = column_size(row.lane, scene.window.zoom) if row.lane.is_symptom else None
        if size is not None:
            for column in columns_between(row.lane, size, first, last):
                if column.late:
                    yield sum(scene.sides_of(column.first, column.last)) / 2
        else:
            for thing in row.lane.between(first, last):
                if thing.late:
                    yield scene.middle_of(thing)

    def _paint_treatment(self, row: Row) -> None:
        painter, theme, scene = self._painter, self._theme, self._scene
        area = scene.plot_of(row)
        if row.lane.bar is not None:
            bars.paint_treatment(painter, theme, row.lane.bar, scene.panel, area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ink2"))
        y = area.center().y() + bars.HIGHEST * scene.scale / 2 + 2.5 * scene.scale
        for thing in row.lane.between(scene.window.first, scene.window.last):
            if not thing.quiet:
                painter.drawEllipse(QPointF(scene.middle_of(thing), y), *[_CHANGE * scene.scale] * 2)

    # Symptoms

    def _paint_symptom(self, row: Row) -> None:
        painter, theme, scene = self._painter, self._theme, self._scene
        area = scene.plot_of(row)
        if not row.lane.low:
            columns.paint_scale(painter, theme, area)
        columns.paint_gaps(painter, theme, row.lane.gaps, scene.panel, area)
        size = column_size(row.lane, scene.window.zoom)
        first, last = scene.window.first, scene.window.last
        if size is None:
            paint_readings(painter, theme, row.lane.between(first, last), scene, area)
        elif row.lane.attacks and size is BinSize.MONTH:
            counted = days_with(row.lane, columns_between(row.lane, size, first, last))
            most = max((column.days for column in counted), default=0)
            columns.paint_days(painter, theme, counted, scene.panel, area, top=max(most, _FULL_MONTH))
        else:
            found = columns_between(row.lane, size, first, last)
            shown = [column for column in found if column.numbers]
            columns.paint_columns(painter, theme, shown, scene.panel, area)
            bare = [(column.first, column.last) for column in found if not column.numbers]
            columns.paint_noted(painter, theme, bare, scene.panel, area)
        for thing in row.lane.wide_between(first, last):
            height = area.height() * (thing.severity or 0) / columns.WORST
            self._paint_spread(thing, area.bottom() - max(height, 3 * scene.scale), "ink2")
        columns.paint_zero_line(painter, theme, area)


def paint_mark(painter: QPainter, theme: Theme, at: QPointF, shape: Shape) -> None:
    """Paint the mark of one thing."""
    match shape:
        case Shape.VISIT | Shape.NEXT_VISIT:
            marks.paint_visit(painter, theme, at, coming=shape is Shape.NEXT_VISIT)
        case Shape.EVENT | Shape.EMERGENCY:
            marks.paint_event(painter, theme, at, hollow=shape is Shape.EMERGENCY)
        case Shape.QUESTION | Shape.OPEN_QUESTION:
            marks.paint_question(painter, theme, at, asked=shape is Shape.QUESTION)
        case Shape.STEP | Shape.OPEN_STEP | Shape.DECISION:
            marks.paint_step(painter, theme, at, done=shape is not Shape.OPEN_STEP)
        case Shape.MEASUREMENT:
            marks.paint_measurement(painter, theme, at)
        case Shape.BAD_DAY:
            marks.paint_bad_day(painter, theme, at)
        case _:
            marks.paint_note(painter, theme, at)
