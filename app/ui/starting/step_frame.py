"""What stands around every step of first run: steps at the left, footer, trouble, work going on."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.i18n import Words
from app.ui.starting.steps_column import StepsColumn
from app.ui.theme import theme as themes
from app.ui.widgets.button import Button
from app.ui.widgets.fold import Fold, fold_of
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.notice import Notice
from app.ui.widgets.page import scrolling
from app.ui.widgets.text import Text
from app.ui.widgets.working import Working


class StepFrame(QWidget):
    """A step is put in when it is first shown. Narrow windows show its place in words instead."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self.steps = StepsColumn(words)
        self.back = Button(say("page.back", "Back"))
        self.later = Button(say("first.later", "Do this later"), kind="quiet")
        self.next = Button(say("first.next", "Next"), kind="main")
        self.trouble = Notice(kind="trouble")
        making = "Making your journal. This takes a moment on purpose: it makes guessing slow."
        self.working = Working(say("first.making", making))
        self.where = Text("", "caption")
        self._stack = QStackedWidget()
        self._frames: dict[QWidget, tuple[QWidget, Column]] = {}
        self.setProperty("ground", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out()

    def show_stage(self, stage: QWidget, place: int) -> None:
        """Show a step; ``place`` is its number among the steps, 0 for none of them."""
        if stage not in self._frames:
            column = Column(stage)
            self._frames[stage] = (scrolling(Group(column)), column)
            self._stack.addWidget(self._frames[stage][0])
            self._fold()
        self._stack.setCurrentWidget(self._frames[stage][0])
        self.steps.show_step(place)
        self.where.say(self.steps.in_words(place))
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget:
        """Give what has the focus first in the step that is shown."""
        stage = self._stack.currentWidget()
        shown = next((one for one, (frame, _) in self._frames.items() if frame is stage), self)
        first = getattr(shown, "first_focus", None) if shown is not self else None
        target = first() if first is not None else shown
        return target if isinstance(target, QWidget) else shown

    def tell(self, sentence: str) -> None:
        """Say something that stays in view beside the step."""
        self.steps.say(sentence)
        if self.steps.isHidden():
            self.where.say(sentence)

    def set_working(self, works: bool) -> None:
        """Show that something is being worked at, and take no second order meanwhile."""
        if works:
            self.working.begin()
        else:
            self.working.end()
        self.next.setEnabled(not works)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the steps into a line where there is little room."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Fold again after a change of text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()

    def _lay_out(self) -> None:
        above = Column(self.where, margins=(20, 12, 20, 0))
        self._below = Column(self.trouble, self.working, spacing=8)
        self._foot = Row(self.back, 1, self.later, self.next, spacing=12)
        right = Column(above, self._stack, self._below, self._foot, spacing=0)
        right.setStretch(1, 1)
        row = Row(self.steps, right, spacing=0)
        row.setStretch(1, 1)
        self.setLayout(row)
        self._fold()

    def _fold(self) -> None:
        if self.layout() is None:
            return
        theme = themes.current()
        roomy = fold_of(self.width(), theme.scale, theme.tokens.breakpoints) >= Fold.SMALL
        side, top, right = (72, 56, 142) if roomy else (20, 12, 20)
        for _, column in self._frames.values():
            column.set_margins((side, top, side, 16))
        self.steps.setVisible(roomy)
        self.where.setVisible(not roomy)
        self._below.set_margins((side, 0, side, 0))
        self._foot.set_margins((side, 8, right, 32 if roomy else 12))
