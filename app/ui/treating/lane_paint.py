"""Where the columns of the swimlanes stand, and how one row is drawn."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.derived.timeline_geometry import Panel
from app.domain.derived.treatments.lanes import LaneRow
from app.ui.drawing.bars import paint_treatment
from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme
from app.ui.widgets.fold import Fold

Index = QModelIndex | QPersistentModelIndex
RowRole = Qt.ItemDataRole.UserRole
PanelRole = Qt.ItemDataRole.UserRole + 1

ROW, ROW_BIG = 25, 34
"""Height of a row, and with "Bigger buttons"."""

HEAD, HEAD_LATER = 28, 34
PAD = 12
"""How far the wash of the chosen row reaches past its words."""

_NAME, _DOSE, _VERDICT = (70, 160), (110, 180), (150, 216)  # least and most, px at 100%
_GAP = 12
_SLACK = 6  # what painting may take more than measuring says
_AFTER_TODAY = 31
_THREE_COLUMNS = 500  # px at 100% below which words stand below each other
_LINE = 22  # height of one of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The name of a group of rows, and of its last column; `note` is said where it has no rows."""

    words: str
    column: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where each column begins and how wide it is, px. Without `bar` there is no room for one.

    `stacked`: not even for three columns of words; they stand below each other.
    """

    name: int
    dose: int
    dose_width: int
    bar: int
    bar_width: int
    verdict: int
    verdict_width: int
    stacked: bool = False

    @property
    def name_width(self) -> int:
        """From the name to the dose."""
        return self.dose - self.name


def columns_of(rows: tuple[LaneRow, ...], width: int, fold: Fold, theme: Theme) -> Columns:
    """Name and dose as wide as their words up to a limit; the bars take what is left."""
    strong, small = QFontMetrics(theme.font("small", weight=600)), QFontMetrics(theme.font("small"))
    room = width - 2 * theme.px(PAD)
    name = _between([strong.horizontalAdvance(row.name) for row in rows], _NAME, theme) + theme.px(_GAP)
    dose = _between([small.horizontalAdvance(row.dose) for row in rows], _DOSE, theme) + theme.px(_GAP)
    left = theme.px(PAD)
    if room < theme.px(_THREE_COLUMNS):
        return Columns(
            name=left,
            dose=left + room,
            dose_width=room,
            bar=0,
            bar_width=0,
            verdict=left,
            verdict_width=room,
            stacked=True,
        )
    if fold < Fold.COMPACT:
        name = min(name, room * 3 // 10)
        dose = min(dose, room * 4 // 10)
        verdict = left + name + dose
        return Columns(
            name=left,
            dose=left + name,
            dose_width=dose - theme.px(_GAP),
            bar=0,
            bar_width=0,
            verdict=verdict,
            verdict_width=max(room - name - dose, 1),
        )
    verdict = min(
        _between([small.horizontalAdvance(row.verdict) for row in rows], _VERDICT, theme), room // 4
    )
    bar = left + name + dose
    bar_width = max(room - name - dose - verdict - theme.px(_AFTER_TODAY), 1)
    return Columns(
        name=left,
        dose=left + name,
        dose_width=dose - theme.px(_GAP),
        bar=bar,
        bar_width=bar_width,
        verdict=bar + bar_width + theme.px(_AFTER_TODAY),
        verdict_width=verdict,
    )


def _between(widths: list[int], limits: tuple[int, int], theme: Theme) -> int:
    least, most = (theme.px(limit) for limit in limits)
    return max(least, min(max(widths, default=0) + theme.px(_SLACK), most))


class LaneDelegate(QStyledItemDelegate):
    """Draws headings and rows; the view knows the columns."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.columns: Columns | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a row's height at the text size in use."""
        theme = themes.current()
        if isinstance(index.data(RowRole), Heading):
            return QSize(1, theme.px(HEAD_LATER if index.row() else HEAD))
        if self.columns is not None and self.columns.stacked:
            return QSize(1, len(_lines(index.data(RowRole))) * theme.px(_LINE) + theme.px(PAD))
        return QSize(1, theme.px(ROW_BIG if theme.look.bigger_buttons else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        if self.columns is None:
            return
        theme, row, box = themes.current(), index.data(RowRole), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, box, row, theme)
        else:
            self._paint_ground(painter, option, theme)
            if self.columns.stacked:
                _paint_lines(painter, box, row, self.columns, theme)
            else:
                self._paint_row(painter, box, row, index.data(PanelRole), theme)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRect, row: Heading, theme: Theme) -> None:
        columns = self.columns
        assert columns is not None  # noqa: S101 - paint asked
        low = box.adjusted(0, 0, 0, -theme.px(3))
        painter.setFont(theme.font("heading"))
        painter.setPen(theme.colour("ink"))
        place = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(low.adjusted(columns.name, 0, 0, 0), int(place), row.words)
        after = columns.name + painter.fontMetrics().horizontalAdvance(row.words) + theme.px(_GAP)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("ink3"))
        painter.drawText(low.adjusted(after, 0, 0, -theme.px(2)), int(place), row.note)
        if columns.stacked:
            return
        last = QRect(columns.verdict, low.top(), columns.verdict_width, low.height())
        painter.drawText(last.adjusted(0, 0, theme.px(PAD), -theme.px(2)), int(place), row.column)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (chosen or over):
            return
        painter.setPen(QPen(theme.colour("edge"), 1) if theme.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("pinewash" if chosen else "sunk"))
        radius = theme.radius("cell")
        painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _paint_row(self, painter: QPainter, box: QRect, row: LaneRow, panel: Panel, theme: Theme) -> None:
        columns = self.columns
        assert columns is not None  # noqa: S101 - paint asked
        name_width = columns.name_width - theme.px(_GAP)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("small", weight=600))
        _text(painter, box, columns.name, name_width, row.name)
        painter.setPen(theme.colour("ink2"))
        painter.setFont(theme.font("small"))
        _text(painter, box, columns.dose, columns.dose_width, row.dose)
        _text(painter, box, columns.verdict, columns.verdict_width, row.verdict)
        if columns.bar_width:
            area = QRectF(columns.bar, box.top(), columns.bar_width, box.height())
            paint_treatment(painter, theme, row.lane, panel, area)


def _lines(row: LaneRow) -> tuple[str, ...]:
    """Name, dose and verdict, as far as they are known."""
    return tuple(text for text in (row.name, row.dose, row.verdict) if text)


def _paint_lines(painter: QPainter, box: QRect, row: LaneRow, columns: Columns, theme: Theme) -> None:
    top = box.top() + theme.px(PAD) // 2
    for place, text in enumerate(_lines(row)):
        painter.setFont(theme.font("small", weight=400 if place else 600))
        painter.setPen(theme.colour("ink2" if place else "ink"))
        line = QRect(box.left(), top + place * theme.px(_LINE), box.width(), theme.px(_LINE))
        _text(painter, line, columns.name, columns.verdict_width, text)


def _text(painter: QPainter, box: QRect, left: int, width: int, words: str) -> None:
    """Words in their column; what has no room ends in "…" and stands whole below, and in the list."""
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
    painter.drawText(QRect(left, box.top(), width + 2, box.height()), Qt.AlignmentFlag.AlignVCenter, shown)
