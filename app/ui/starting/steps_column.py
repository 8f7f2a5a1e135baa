"""The left side of first run: the app's name, the steps, and what stays true."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets.layout import Column
from app.ui.widgets.own_words import paint_quote_mark
from app.ui.widgets.steps import Step, Steps
from app.ui.widgets.text import Text

_WIDTH = 304


class StepsColumn(QWidget):
    """Not clickable ahead. Narrow windows show :meth:`in_words` above the step instead."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self._words = words
        self._names = (
            say("first.whose", "Whose journal"),
            say("first.passphrase", "Passphrase"),
            say("first.key", "Recovery key"),
            say("first.computer", "This computer"),
        )
        self.steps = Steps(say("first.steps", "Steps"), words)
        self.steps.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        stays = (
            "Your journal stays on this computer. There is no account. Nobody else can open it, "
            "and that includes us."
        )
        self._stays = Text(say("first.stays", stays), "caption")
        self._said = Text("", "small")
        self._said.hide()
        self.setProperty("ground", "desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        foot = Column(self._said, self._stays, spacing=12, margins=(32, 0, 28, 28))
        column = Column(self.steps, foot, margins=(0, 89, 0, 0))
        column.setStretch(0, 1)
        self.setLayout(column)

    def show_step(self, step: int) -> None:
        """Show which step is here, 1 to 4; 0 before the first."""
        states = ["done" if n < step else "here" if n == step else "not yet" for n in range(1, 5)]
        pairs = zip(self._names, states, strict=True)
        self.steps.show_steps(tuple(Step(words=name, state=state) for name, state in pairs))

    def in_words(self, step: int) -> str:
        """Say where a step stands, for windows too narrow for the column; "" before the first."""
        if not 1 <= step <= len(self._names):
            return ""
        return self._words.say(
            "first.where", "{n} of {all}: {step}", n=step, all=len(self._names), step=self._names[step - 1]
        )

    def say(self, sentence: str) -> None:
        """Say something that stays in view."""
        self._said.say(sentence)
        self._said.show()

    def sizeHint(self) -> QSize:
        """Return the column's width, less where the window is small."""
        theme = themes.current()
        room = self.window().width()
        return QSize(min(theme.px(_WIDTH), room // 3), 0)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the app's name and the hairline."""
        super().paintEvent(event)
        theme = themes.current()
        painter = QPainter(self)
        name = "edge" if theme.high_contrast else "line"
        painter.fillRect(self.width() - 1, 0, theme.border, self.height(), theme.colour(name))
        paint_quote_mark(painter, QPoint(theme.px(34), theme.px(31)), 17)
        painter.setFont(theme.font("heading"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(theme.px(62), theme.px(45), "Told Once")
