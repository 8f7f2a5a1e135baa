"""Beside the bad-day page: what helps, in the person's words, someone to call, and when to call."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.derived.bad_day import BadDay, CallIf, ToCall
from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets.button import Button
from app.ui.widgets.fold import Fold, fold_of
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Hairline, Row
from app.ui.widgets.own_words import OwnWords
from app.ui.widgets.text import Text

_WIDTH, _LESS = 336, 288
_EDGE = 32


class Beside(QWidget):
    """Nothing that is empty is asked for here. ``copied(number)`` follows a press on a number."""

    copied = Signal(str)

    def __init__(self, words: Words, shown: BadDay) -> None:
        super().__init__()
        self._words = words
        self._alone = False
        self.setAccessibleName(words.say("bad_day.beside", "What helps, and whom to call"))
        self._column = Column(spacing=22)
        parts = [*self._helps(shown), *self._to_call(shown), *map(self._call_if, shown.call_if)]
        for place, part in enumerate(parts):
            if place:
                self._column.addWidget(Hairline())
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.setLayout(self._column)
        self.setVisible(bool(parts))
        self.stand_alone(alone=False)

    def stand_alone(self, *, alone: bool) -> None:
        """Stand under the page, or beside it behind the honey line."""
        self._alone = alone
        self._column.set_margins((0, 0, 0, 0) if alone else (_EDGE, 6, 0, 0))
        across = QSizePolicy.Policy.Preferred if alone else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Minimum)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the column's width, less where the window is small."""
        theme = themes.current()
        fold = fold_of(self.window().width(), theme.scale, theme.tokens.breakpoints)
        width = theme.px(_WIDTH if fold >= Fold.NORMAL else _LESS)
        return QSize(width, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the honey line."""
        if not self._alone:
            theme = themes.current()
            painter = QPainter(self)
            painter.setPen(QPen(theme.colour("margin"), theme.px(2)))
            painter.drawLine(theme.px(1), 0, theme.px(1), self.height())

    def _helps(self, shown: BadDay) -> list[QWidget]:
        if not shown.helps:
            return []
        heading = Heading(self._words.say("bad_day.helps", "What helps, in your words"), wrap=True)
        told = [OwnWords(text, self._words, voice="story") for text in shown.helps]
        return [Group(Column(heading, *told, spacing=10))]

    def _to_call(self, shown: BadDay) -> list[QWidget]:
        if not shown.to_call:
            return []
        heading = Heading(self._words.say("bad_day.to_call", "Someone to call"), wrap=True)
        return [Group(Column(heading, *map(self._number, shown.to_call), spacing=6))]

    def _number(self, one: ToCall) -> QWidget:
        copy = self._words.say("bad_day.copy", "Copy the number")
        number = Button(one.phone, kind="number", icon="phone", name=f"{one.phone}, {one.who}")
        number.setToolTip(copy)
        number.setAccessibleDescription(copy)
        number.clicked.connect(partial(self._copy, one.phone))
        return Group(Column(Text(one.who), Row(number, 1), spacing=2))

    def _copy(self, number: str, _checked: object = None) -> None:
        self.copied.emit(number)

    def _call_if(self, told: CallIf) -> QWidget:
        lines = [Text(line, tone="ink2") for line in told.said]
        return Group(Column(Heading(told.heading, wrap=True), *lines, spacing=6))
