"""How a symptom has been: six months of days, a year of weeks, or all of it, one at a time."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.derived.chart.scope import year_before
from app.domain.derived.readings import Readings
from app.domain.derived.symptoms.calendar import calendar_of
from app.domain.derived.symptoms.kept import Kept, six_months_before
from app.domain.derived.symptoms.spans import Zoom, heading_of, spans_of
from app.i18n import Words
from app.ui.symptoms.day_calendar import DayCalendar
from app.ui.symptoms.span_table import SpanTable
from app.ui.symptoms.time_table import TimeTable
from app.ui.widgets.fold import Fold
from app.ui.widgets.heading import Heading
from app.ui.widgets.joined_segments import JoinedSegments
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.text import Text


class Pictures(QWidget):
    """``opened(day)`` asks for a day, ``written(day, value)`` writes a reading on it.

    ``trashed(day)`` follows Delete on a day; ``looked()`` follows other days in view, from ``since`` on.
    """

    opened = Signal(object)
    looked = Signal()
    written = Signal(object, int)
    trashed = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self._words = words
        self._kept: Kept | None = None
        self._readings: Readings | None = None
        self._today = date.min
        self._heading = Heading("", wrap=True)
        self.zooms = tuple(Zoom)
        names = [
            say("symptoms.zoom.days", "Days"),
            say("symptoms.zoom.weeks", "Weeks"),
            say("symptoms.zoom.years", "Years"),
        ]
        self.zoom = JoinedSegments(say("symptoms.zoom.name", "How closely to look"), names)
        self.zoom.choose(0)
        self.calendar = DayCalendar("")
        self.spans = SpanTable("")
        self._holds = Text("", "caption", tone="ink2")
        self._head = Row(self._heading, self.zoom, spacing=16)
        self._head.setStretch(0, 1)
        self.setLayout(Column(self._head, self.calendar, self.spans, self._holds, spacing=6))
        self.zoom.chosen.connect(self._choose)
        self.calendar.opened.connect(self.opened)
        self.calendar.written.connect(self.written)
        self.calendar.trashed.connect(self.trashed)
        self.calendar.fits.connect(self._name)
        for table in (self.calendar, self.spans):
            table.chosen.connect(self._holds.say)
            table.focused.connect(self._tell_cell)
        room = self._holds.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self._holds.setSizePolicy(room)
        self._holds.hide()

    @property
    def looked_at(self) -> Zoom:
        """How closely it is looked at."""
        return self.zooms[max(self.zoom.place, 0)]

    @property
    def shown(self) -> TimeTable:
        """The picture in view."""
        return self.calendar if self.looked_at is Zoom.DAYS else self.spans

    @property
    def since(self) -> date:
        """The first of the days that are looked at."""
        if self.looked_at is Zoom.WEEKS:
            return year_before(self._today)
        if self.looked_at is Zoom.YEARS:
            return date.min
        return max(six_months_before(self._today), self.calendar.first_day or date.min)

    def show_kept(self, kept: Kept, readings: Readings, today: date) -> None:
        """Show another symptom, or what changed in it."""
        self._kept, self._readings, self._today = kept, readings, today
        self._show()

    def fold(self, fold: Fold) -> None:
        """Put the choice below the heading where there is little room."""
        way = QBoxLayout.Direction
        self._head.setDirection(way.LeftToRight if fold >= Fold.SMALL else way.TopToBottom)

    def _tell_cell(self, there: bool) -> None:
        """Write out the cell the focus is in; elsewhere the picture speaks for itself."""
        self._holds.setVisible(there)

    def _choose(self, _place: int) -> None:
        self._show()

    def _show(self) -> None:
        if self._kept is None or self._readings is None:
            return
        zoom = self.looked_at
        self.calendar.setVisible(zoom is Zoom.DAYS)
        self.spans.setVisible(zoom is not Zoom.DAYS)
        if zoom is Zoom.DAYS:
            self.calendar.show_calendar(calendar_of(self._kept, self._today, self._words))
        else:
            self.spans.show_spans(spans_of(self._readings, zoom, self._today, self._words))
        self._name()

    def _name(self) -> None:
        """Name the picture by what is in view: on a narrow page that is fewer weeks."""
        zoom, calendar = self.looked_at, self.calendar
        heading = heading_of(zoom, self.spans.shown, self._words)
        if zoom is Zoom.DAYS and calendar.shown < calendar.weeks:
            heading = self._words.count(
                "symptoms.fewer",
                "The last {n} week, day by day",
                "The last {n} weeks, day by day",
                calendar.shown,
            )
        self._heading.say(heading)
        shown = self.shown
        name = self._kept.symptom.name if self._kept is not None else ""
        shown.setAccessibleName(
            self._words.say("symptoms.picture", "{name}, {heading}", name=name, heading=heading)
        )
        self.looked.emit()
        at = shown.currentIndex()
        self._holds.say(shown.spoken(at))
