"""How the rows of the timeline's list look: mark, thing, date; below it a line; the chosen one has links."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.drawing import marks
from app.ui.line_of_time.rows import LineRow
from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme
from app.ui.widgets.pill import paint_pill, pill_width
from app.ui.widgets.record_delegate import hairline

Index = QModelIndex | QPersistentModelIndex
_Key = tuple[int, bool, int]  # a row's place, whether it is chosen, and the list's width
OPEN, COMPARE, CLOSER, MORE = "open", "compare", "closer", "more"
_WRAP = int(Qt.TextFlag.TextWordWrap.value)
_LEFT, _ICON, _RIGHT, _PAD = 8, 28, 8, 10
_HEADING, _FIRST_HEADING = 44, 30
_LINK_GAP, _LINK_GAP_NEAR = 16, 10


@dataclass(frozen=True, slots=True)
class _Line:
    """A piece of a row's text below its title, in px from the row's top."""

    text: str
    style: str
    tone: str
    y: int
    height: int


class LineDelegate(QStyledItemDelegate):
    """Paints the rows of one list. ``links`` are the words of the chosen row's links."""

    def __init__(self, view: QListView, links: Mapping[str, str]) -> None:
        super().__init__(view)
        self._view = view
        self._links = links
        self._heights: dict[_Key, int] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row's words at the list's width."""
        width, place = self._view.viewport().width(), index.row()
        chosen = place == self._view.currentIndex().row()
        key = (place, chosen, width)
        if key not in self._heights:
            self._heights[key] = self._height(index.data(Qt.ItemDataRole.UserRole), key)
        return QSize(width, self._heights[key])

    def forget(self) -> None:
        """Measure again: the rows are others, or the theme is."""
        self._heights.clear()

    def _height(self, row: LineRow, key: _Key) -> int:
        theme = themes.current()
        place, chosen, width = key
        if row.heading:
            return theme.px(_HEADING if place else _FIRST_HEADING)
        lines = list(self._lines(row, width, theme))
        bottom = (
            lines[-1].y + lines[-1].height if lines else theme.px(_PAD) + self._title(row, width, theme)[1]
        )
        return bottom + (theme.px(26) if chosen else 0) + theme.px(_PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        theme = themes.current()
        row: LineRow = index.data(Qt.ItemDataRole.UserRole)
        box = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.heading:
            _paint_heading(painter, box, row, theme)
        else:
            chosen = index.row() == self._view.currentIndex().row()
            self._paint_ground(painter, option, theme, chosen=chosen)
            self._paint_row(painter, box, row, theme)
            if chosen:
                self._paint_links(painter, box, row, theme)
        painter.restore()

    def link_at(self, box: QRect, row: LineRow, at: QPoint) -> str:
        """The link under a place; "" for none."""
        return next((link for link, place in self.link_places(box, row).items() if place.contains(at)), "")

    def link_places(self, box: QRect, row: LineRow) -> dict[str, QRect]:
        """Where the links of the chosen row are."""
        if row.heading or not row.key:
            return {}
        theme = themes.current()
        metrics = QFontMetrics(_link_font(theme))
        widths = {link: metrics.horizontalAdvance(self._links[link]) for link in _links_of(row)}
        gap, left = theme.px(_LINK_GAP), theme.px(_LEFT + _ICON)
        if left + sum(widths.values()) + gap * (len(widths) - 1) > box.width() - theme.px(_RIGHT):
            gap, left = theme.px(_LINK_GAP_NEAR), theme.px(_LEFT)
        x, y = box.left() + left, box.bottom() - theme.px(_PAD + 26)
        places: dict[str, QRect] = {}
        for link, width in widths.items():
            places[link] = QRect(x, y, width, theme.px(28))
            x += width + gap
        return places

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme, *, chosen: bool
    ) -> None:
        over = option.state & QStyle.StateFlag.State_MouseOver
        if chosen or over:
            painter.setPen(QPen(theme.colour("edge"), 1) if theme.high_contrast else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("pinewash" if chosen else "sunk"))
            radius = theme.radius("row")
            painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 1, -0.5, -1), radius, radius)
        else:
            hairline(painter, option.rect, theme)

    def _paint_row(self, painter: QPainter, box: QRect, row: LineRow, theme: Theme) -> None:
        top = box.top() + theme.px(_PAD)
        self._paint_icon(painter, QPoint(box.left() + theme.px(_LEFT), top), row, theme)
        right = box.right() - theme.px(_RIGHT)
        if row.when:
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("ink2"))
            width = painter.fontMetrics().horizontalAdvance(row.when)
            place = QRect(right - width, top, width, theme.px(24))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, row.when)
        left = box.left() + theme.px(_LEFT + _ICON)
        room, height = self._title(row, box.width(), theme)
        painter.setFont(_font("title", theme))
        painter.setPen(theme.colour("ink"))
        painter.drawText(
            QRect(left, top, room, height), _WRAP | int(Qt.AlignmentFlag.AlignVCenter), row.title
        )
        for line in self._lines(row, box.width(), theme):
            painter.setFont(_font(line.style, theme))
            painter.setPen(theme.colour(line.tone))
            width = box.width() - theme.px(_LEFT + _ICON + _RIGHT)
            area = QRect(left, box.top() + line.y, width, line.height)
            if line.style == "pill":
                pill = QRectF(left, area.top() + theme.px(2), pill_width(line.text, theme), theme.px(24))
                paint_pill(painter, pill, line.text, "plain", theme)
            else:
                painter.drawText(area, _WRAP, line.text)

    def _paint_icon(self, painter: QPainter, at: QPoint, row: LineRow, theme: Theme) -> None:
        if row.visit:
            marks.paint_visit(painter, theme, QPointF(at.x() + theme.px(8), at.y() + theme.px(12)))
        elif row.icon:
            icon = theme.icon(row.icon, row.tone, 18, painter.device().devicePixelRatio())
            painter.drawPixmap(at.x(), at.y() + theme.px(3), icon)

    def _paint_links(self, painter: QPainter, box: QRect, row: LineRow, theme: Theme) -> None:
        painter.setFont(_link_font(theme))
        painter.setPen(theme.colour("pine"))
        for link, place in self.link_places(box, row).items():
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._links[link])
            under = QRect(place.left(), place.bottom() - theme.px(3), place.width(), 1)
            painter.fillRect(under, theme.colour("pine"))

    def _lines(self, row: LineRow, width: int, theme: Theme) -> Iterator[_Line]:
        """Note, the person's words, and what is to be said beside the entry, below its title."""
        room = max(width - theme.px(_LEFT + _ICON + _RIGHT), 1)
        y = theme.px(_PAD) + self._title(row, width, theme)[1]
        for text, style, tone in (
            (row.note, "note", "ink2"),
            (row.words, "words", "ink2"),
            (row.private, "caption", "ink3"),
        ):
            if text:
                metrics = QFontMetrics(_font(style, theme))
                height = metrics.boundingRect(QRect(0, 0, room, 100_000), _WRAP, text).height()
                yield _Line(text, style, tone, y, height)
                y += height
        if row.pill:
            yield _Line(row.pill[1], "pill", "ink2", y, theme.px(28))

    def _title(self, row: LineRow, width: int, theme: Theme) -> tuple[int, int]:
        """How wide a title may be beside its date, and how high it is then."""
        used = theme.px(_LEFT + _ICON + _RIGHT)
        if row.when:
            used += QFontMetrics(theme.font("caption")).horizontalAdvance(row.when) + theme.px(8)
        room = max(width - used, 1)
        metrics = QFontMetrics(_font("title", theme))
        if metrics.horizontalAdvance(row.title) <= room:
            return room, theme.px(24)
        height = metrics.boundingRect(QRect(0, 0, room, 100_000), _WRAP, row.title).height()
        return room, max(height, theme.px(24))


def _links_of(row: LineRow) -> tuple[str, ...]:
    if row.gathered:
        return (CLOSER,)
    return (COMPARE, OPEN, MORE) if row.compare else (OPEN, MORE)


def _font(style: str, theme: Theme) -> QFont:
    if style == "title":
        return theme.font("body", weight=600)
    return theme.font({"note": "small", "words": "words_small"}.get(style, "caption"))


def _link_font(theme: Theme) -> QFont:
    return theme.font("small", weight=500)


def _paint_heading(painter: QPainter, box: QRect, row: LineRow, theme: Theme) -> None:
    painter.setFont(theme.font("heading"))
    painter.setPen(theme.colour("ink"))
    area = box.adjusted(theme.px(_LEFT), 0, 0, -theme.px(5))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), row.title)
    hairline(painter, box, theme)
