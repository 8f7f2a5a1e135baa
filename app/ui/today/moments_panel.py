"""When you have a moment: what waits, each with its own answers."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.derived.today_page import Answer, Moment, MomentAnswer, MomentKind, Today
from app.i18n import Words
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layout import Column, Gap, Group, Hairline, Row
from app.ui.widgets.own_words import OwnWords
from app.ui.widgets.picture import Picture
from app.ui.widgets.text import Text

Give = Callable[[str, Answer], None]
_MARKS = {MomentKind.VISIT_SOON: ("circle-bold", "visit"), MomentKind.WRITE_UP: ("circle-bold", "visit")}


class MomentsPanel(QWidget):
    """``answered(key, answer)`` follows a button or the menu of one thing that waits."""

    answered = Signal(str, object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._shown: tuple[tuple[Moment, ...], str, str] | None = None
        self._moments: tuple[Moment, ...] = ()
        self._last = ""
        self._contents = QWidget()
        self._layout = Column(self._contents)
        self.setLayout(self._layout)

    def show_moments(self, page: Today) -> None:
        """Show what waits; the rest behind one button."""
        self._moments, self._last = page.moments, page.moments_last_line
        self._fill(page.moments[: page.shown], page.show_more)

    def first_focus(self) -> QWidget | None:
        """The first answer to what waits, else the first menu."""
        found = self._contents.findChildren(Button)
        return next((one for one in found if one.text()), next(iter(found), None))

    def _show_all(self) -> None:
        self._fill(self._moments, "")
        first = self.first_focus()
        if first is not None:
            first.setFocus()

    def _fill(self, moments: tuple[Moment, ...], more: str) -> None:
        if self._shown == (moments, more, self._last):
            return
        self._shown = (moments, more, self._last)
        column = Column(spacing=14)
        for place, moment in enumerate(moments):
            if place:
                column.addWidget(Hairline())
            column.addWidget(MomentView(moment, self._words, self.answered.emit))
        if more:
            button = Button(more, kind="quiet", size="small")
            button.clicked.connect(self._show_all)
            column.addWidget(button)
        column.addWidget(Text(self._last, "caption", tone="ink3"))
        self._replace(Group(column))

    def _replace(self, contents: QWidget) -> None:
        self._layout.replaceWidget(self._contents, contents)
        self._contents.hide()
        self._contents.deleteLater()
        self._contents = contents
        contents.show()


class MomentView(QWidget):
    """One thing that waits: what it is, the answers, and a menu."""

    def __init__(self, moment: Moment, words: Words, give: Give) -> None:
        super().__init__()
        self._moment = moment
        self._give = give
        self.setAccessibleName(moment.title)
        self._more = Button(icon="dots-three", kind="quiet", size="small", name=_more_name(moment, words))
        self._more.clicked.connect(self._open_menu)
        icon, tone = _MARKS.get(moment.kind, (moment.icon, "ink"))
        picture = Column(Gap(4), Picture(icon, tone, 16), 1, spacing=0)
        title = Row(picture, Text(moment.title, "body_strong"), spacing=6)
        title.setStretch(1, 1)
        told = Column(title, spacing=2)
        if moment.detail:
            told.addWidget(Text(moment.detail, "small"))
        column = Column(told, spacing=8)
        answers = Group(FlowLayout(*map(self._button, moment.answers), gap=6))
        said = answers if moment.answers else OwnWords(moment.words, words)
        beside = Row(said, Column(self._more, 1), spacing=4)  # one line of menus, down the column's edge
        beside.setStretch(0, 1)
        column.addLayout(beside)
        self.setLayout(column)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the menu for the right button and the menu key."""
        self._open_at(event.globalPos())

    def _button(self, answer: MomentAnswer) -> Button:
        name = f"{answer.text}, {self._moment.title}"
        button = Button(answer.text, size="small", name=name)
        button.setToolTip("")
        button.clicked.connect(partial(self._answer, answer.answer))
        return button

    def _answer(self, answer: Answer, _checked: object = None) -> None:
        self._give(self._moment.key, answer)

    def _open_menu(self) -> None:
        self._open_at(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _open_at(self, place: QPoint) -> None:
        menu = QMenu(self)
        for answer in self._moment.menu:
            menu.addAction(answer.text).triggered.connect(partial(self._answer, answer.answer))
        menu.popup(place)


def _more_name(moment: Moment, words: Words) -> str:
    return words.say("moment.more", "More answers, {what}", what=moment.title)
