"""What stands on the bad-day page and where; it decides nothing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.derived.bad_day import BadDay, Took
from app.i18n import Words
from app.ui.bad_day.beside import Beside
from app.ui.bad_day.scale import HowBad
from app.ui.theme import theme as themes
from app.ui.widgets.big_answer import BigAnswer
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.fold import Fold, fold_of
from app.ui.widgets.heading import Heading
from app.ui.widgets.key_hint import KeyHint
from app.ui.widgets.layout import Column, Gap, Group, Hairline, Row
from app.ui.widgets.notice import Notice
from app.ui.widgets.page import scrolling
from app.ui.widgets.picture import Picture
from app.ui.widgets.text import Text

_ROOMY, _NEAR, _NEAREST = (112, 56, 44, 16), (40, 32, 20, 16), (16, 16, 16, 16)
_TINY = 560
_TALL = 560  # window over text size; below, the foot scrolls with the page
_WIDEST = 1366  # so that what helps stays beside what is asked, on the widest screen too


class BadDayView(QWidget):
    """The parts of the page, from top to bottom; beside them what helps, or under them where it is narrow.

    ``typist`` says who types for the person, where someone does.
    """

    def __init__(self, words: Words, shown: BadDay, *, single_keys: bool, typist: str = "") -> None:
        super().__init__()
        self._words = words
        self._single_keys = single_keys
        say = words.say
        self.setProperty("ground", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(say("bad_day.title", "Bad day"))
        self.rest = Button(say("bad_day.rest", "Lock and rest"), kind="main", icon="lock-key", size="big")
        self.undo = Button(say("bad_day.undo", "Undo"), kind="quiet", icon="arrow-u-up-left", size="big")
        self.trouble = Notice(kind="trouble")
        self.symptoms = [BigAnswer(one.name) for one in shown.symptoms]
        self.how_bad = HowBad(words)
        self.treatments = [_treatment(one) for one in shown.treatments]
        self.not_yet = BigAnswer(say("bad_day.not_yet", "Not yet"))
        self.beside = Beside(words, shown)
        self.usual = Button(say("bad_day.usual", "Usual page"), kind="quiet", keys="Esc", size="small")
        self._lay_out(shown, typist)
        themes.current().changed.connect(self._fold)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the page for the room there is."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        theme = themes.current()
        fold = fold_of(self.width(), theme.scale, theme.tokens.breakpoints)
        room = self.width() / theme.scale
        edges = _ROOMY if fold >= Fold.NORMAL else _NEAR if room >= _TINY else _NEAREST
        self._inner.set_margins(edges)
        self._both.set_spacing(56 if fold >= Fold.NORMAL else 24)
        self._foot_line.set_margins(_across(edges))
        stays = self.height() / theme.scale >= _TALL
        (self._outer if stays else self._inner).addWidget(self._foot)
        beside = fold.margin_beside
        way = QBoxLayout.Direction
        self._both.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self.beside.stand_alone(alone=not beside)
        self._contents.setMaximumWidth(theme.px(_WIDEST))

    def _lay_out(self, shown: BadDay, typist: str) -> None:
        say = self._words.say
        head = Column(
            Row(Picture("moon-stars-fill", "ink2", 28), 1),
            Gap(4),
            Heading(say("bad_day.noted", "Bad day noted."), "bad_day", wrap=True),
            Text(say("bad_day.enough", "That is enough. You can close the lid."), "room_answer", tone="ink2"),
            spacing=4,
        )
        for told in (shown.counts_to, typist):
            if told:
                head.addWidget(Text(told, tone="ink2"))
        asked = Column(
            head,
            self.trouble,
            Group(FlowLayout(self.rest, self.undo, gap=16)),
            Hairline(),
            *self._questions(),
            1,
            spacing=16,
        )
        later = Text(say("bad_day.later", "Fill it in later, or never."), "caption", tone="ink2")
        self._both = Row(Group(asked), self.beside, spacing=56)
        self._both.setStretch(0, 1)
        self._inner = Column(self._both, spacing=20)
        self._inner.setStretch(0, 1)
        self._contents = Group(self._inner)
        self._foot_line = Row(self._keys(), 1, later, spacing=16)
        self._foot = Group(self._foot_line)
        area = scrolling(self._contents)
        self._outer = Column(area, self._foot, spacing=0)
        self._outer.setStretch(0, 1)
        self.setLayout(self._outer)

    def _questions(self) -> list[QWidget]:
        say = self._words.say
        asked: list[QWidget] = []
        if self.symptoms:
            what = say("bad_day.what", "Only if you want to: what is it?")
            asked += [_asked(what, self.symptoms), self.how_bad]
        if self.treatments:
            asked.append(_asked(say("bad_day.took?", "Took something?"), [*self.treatments, self.not_yet]))
        return asked

    def _keys(self) -> Group:
        say = self._words.say
        keys = [KeyHint("0", say("bad_day.to", "to")), KeyHint("9", say("bad_day.digits", "how bad"))]
        shown = keys if self._single_keys and self.symptoms else []
        return Group(FlowLayout(self.usual, *shown, gap=10))


def _across(edges: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """The foot stands as far from the sides as the page, and a little from below."""
    left, _, right, _ = edges
    return (left, 10, right, 20)


def _treatment(one: Took) -> BigAnswer:
    return BigAnswer(one.text, icon="pill", name=one.spoken)


def _asked(question: str, answers: list[BigAnswer]) -> Group:
    """A question over its answers."""
    buttons = Group(FlowLayout(*answers, gap=10))
    buttons.setAccessibleName(question)
    return Group(Column(Text(question, tone="ink2"), buttons, spacing=10))
