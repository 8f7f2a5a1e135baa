"""A form that shows its first question open and the rest as one line each, with what is chosen so far."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.domain.records import Record
from app.ui.desk import Desk
from app.ui.editors.editor import Editor, Field
from app.ui.theme import theme as themes
from app.ui.widgets.enter import press_by_enter
from app.ui.widgets.form import FormRow

_LONGEST = 200  # characters: a line shows no more, and a long text is not measured at each key
_BETWEEN = 4
_OPEN_EDGES = (0, 0, 0, 18)  # below an open field
_LABEL = 190
_PAD = 4


class FoldingEditor(Editor):
    """`says` gives the words of a closed line by field; without one, what a draft would keep is shown."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        record: Record,
        fields: Sequence[Field],
        *,
        said: str,
        place: str = "",
        says: Mapping[str, Callable[[], str]],
    ) -> None:
        self._open = fields[0].name
        self._says = says
        self._lines: dict[str, FoldedRow] = {}
        super().__init__(desk, title, record, fields, said=said, place=place)
        self._form.set_spacing(_BETWEEN)
        for field in self._fields:
            if field.name in self._lines:
                self._say(field)
                field.box.changed.connect(partial(self._say, field))

    def open_field(self, name: str) -> None:
        """Open a line, with the focus in its field."""
        self._lines[name].open()

    def _row(self, field: Field) -> QWidget:
        if field.name == self._open or field.own_label:
            return super()._row(field)
        opened = self._desk.words.say("fold.open", "Open. Enter closes it.")
        closed = self._desk.words.say("fold.closed", "Closed. Enter opens it.")
        row = FoldedRow(field.label, field.box.widget, field.hint, opened=opened, closed=closed)
        self._lines[field.name] = row
        return row

    def _say(self, field: Field) -> None:
        says = self._says.get(field.name)
        text = (says() if says is not None else field.box.draft())[:_LONGEST]
        self._lines[field.name].say(", ".join(part for part in text.split("\n") if part.strip()))


class FoldedRow(FormRow):
    """One line with a label and what is chosen; Enter or a click opens the field below it."""

    def __init__(self, label: str, field: QWidget, hint: str, *, opened: str, closed: str) -> None:
        super().__init__(label, field, hint)
        self._spoken = (closed, opened)
        self.line = FoldLine(label)
        self._shown = [part for part in (field, self._hint_text) if part.isVisibleTo(self)]
        self.column.insertWidget(0, self.line)
        self.is_open = True
        self.line.clicked.connect(self._turn)
        self.close_row()

    def say(self, chosen: str) -> None:
        """Show what is chosen so far."""
        self.line.say(chosen)

    def open(self) -> None:
        """Show the field, and put the focus into it."""
        self._set(is_open=True)
        first = getattr(self.field, "first_focus", None)
        (first() if first is not None else self.field).setFocus(Qt.FocusReason.TabFocusReason)

    def close_row(self) -> None:
        """Show the line only."""
        self._set(is_open=False)

    def show_error(self, sentence: str, *, move: bool = True) -> None:
        """Open, so that what is wrong can be seen."""
        if sentence:
            self._set(is_open=True)
        super().show_error(sentence, move=move)

    def _turn(self) -> None:
        if self.is_open:
            self.close_row()
        else:
            self.open()

    def _set(self, *, is_open: bool) -> None:
        self.is_open = is_open
        self.label.hide()
        self.column.set_margins(_OPEN_EDGES if is_open else (0, 0, 0, 0))
        for part in self._shown:
            part.setVisible(is_open)
        self.line.show_open(self._spoken[is_open], is_open=is_open)


class FoldLine(QPushButton):
    """A label, what is chosen so far, and a caret."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label, self._chosen, self._is_open = label, "", False
        self.setProperty("kind", "item")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.say("")

    @property
    def chosen(self) -> str:
        """What is shown as chosen."""
        return self._chosen

    def say(self, chosen: str) -> None:
        """Show what is chosen so far."""
        self._chosen = chosen
        self.setAccessibleName(", ".join(part for part in (self._label, chosen) if part))
        self.update()

    def show_open(self, spoken: str, *, is_open: bool) -> None:
        """Show whether the field is open."""
        self._is_open = is_open
        self.setAccessibleDescription(spoken)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter too, on every desktop."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the height of a field."""
        theme = themes.current()
        return QSize(theme.px(320), theme.size("button"))

    def minimumSizeHint(self) -> QSize:
        """Return the same height in any width."""
        return QSize(themes.current().px(160), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sunk"))
            painter.drawRoundedRect(self.rect(), theme.radius("row"), theme.radius("row"))
        middle = Qt.AlignmentFlag.AlignVCenter
        side = theme.px(18)
        font = theme.font("caption", weight=500)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        wide = max(theme.px(_LABEL), QFontMetrics(font).horizontalAdvance(self._label) + theme.px(16))
        painter.drawText(self.rect().adjusted(theme.px(_PAD), 0, 0, 0), middle, self._label)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("ink2"))
        room = QRect(wide, 0, self.width() - wide - side - theme.px(12), self.height())
        shown = painter.fontMetrics().elidedText(self._chosen, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, shown)
        caret = theme.icon(
            "caret-up" if self._is_open else "caret-down", "ink2", 18, self.devicePixelRatioF()
        )
        x = self.width() - side - theme.px(_PAD)
        painter.drawPixmap(x, (self.height() - side) // 2, caret)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
