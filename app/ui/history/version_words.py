"""The words of one version, with what changed in them marked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.derived.history_page import MarkedLine, ShownVersion
from app.i18n import Words
from app.ui.widgets.button import Button
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.marked_text import MarkedText
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.page import Page
from app.ui.widgets.text import Text

_LONGEST_LINE = 680


class VersionWords(Page):
    """``put_back()`` asks for the version in view to be the newest again."""

    put_back = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words.say("history.title", "Earlier versions"), words)
        self.button = Button(
            words.say("history.put_back", "Put this version back"),
            kind="main",
            icon="clock-counter-clockwise",
        )
        self.button.clicked.connect(self.put_back)
        self._times = Text(tone="ink2")
        self._now = Text(words.say("history.now", "This is how it stands now."), tone="ink2")
        self._lines: QWidget = Group(Column())
        self.body.addWidget(self._times)
        self.body.addWidget(self._now)
        self.body.addLayout(Row(self.button, 1))
        self.body.addWidget(self._lines)
        self.body.addStretch(1)

    def first_focus(self) -> QWidget | None:
        """The way to put it back, where there is one."""
        return self.button if self.button.isVisible() else None

    def show_version(self, version: ShownVersion, *, newest: bool) -> None:
        """Show another version. The newest is not put back: it is there."""
        self._times.say(version.times)
        self._now.setVisible(newest)
        self.button.setVisible(not newest)
        self._show_lines(version.lines)

    def show_nothing(self) -> None:
        """Show no version: there is none."""
        self._times.say("")
        self._now.hide()
        self.button.hide()
        self._show_lines(())

    def _show_lines(self, lines: tuple[MarkedLine, ...]) -> None:
        before = self._lines
        self._lines = Narrow(Column(*(_shown(line) for line in lines), spacing=14), _LONGEST_LINE)
        self.body.replaceWidget(before, self._lines)
        before.hide()
        before.deleteLater()


def _shown(line: MarkedLine) -> Column:
    voice = "words" if line.own else "body"
    caption = Text(line.label, "caption")
    return Column(caption, MarkedText(line.stretches, voice, line.spoken), spacing=2)
