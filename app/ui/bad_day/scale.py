"""How bad it is, with its two ends in words, and the keys that mean something else handed on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import Words
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.severity_scale import SeverityScale
from app.ui.widgets.text import Text


class HandingOn(SeverityScale):
    """The scale; ``other(key)`` is a letter it has no use for."""

    other = Signal(str)

    def typed_on(self, key: str) -> None:
        """Pick by a digit or x, and hand on the rest."""
        if key in "0123456789" or key.lower() == "x":
            super().typed_on(key)
        else:
            self.other.emit(key)


class HowBad(QWidget):
    """A question with the scale under it. It keeps its room while it is hidden, so that nothing moves."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self.question = Text("", tone="ink2")
        self.scale = HandingOn(words)
        none = Text(say("scale.none", "none"), "chart", tone="ink2", wrap=False)
        worst = Text(say("scale.worst", "worst you can imagine"), "chart", tone="ink2", wrap=False)
        ends = Group(Column(self.scale, Row(none, 1, worst, spacing=8), spacing=8))
        ends.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self.setLayout(Column(self.question, Row(ends, 1, spacing=0), spacing=12))
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self.scale)

    def ask(self, question: str, value: int | None) -> None:
        """Ask how bad one thing is, with what was answered."""
        self.question.say(question)
        self.scale.setAccessibleName(question)
        if self.scale.value != value:
            self.scale.show_value(value)
