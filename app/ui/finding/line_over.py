"""The quick line over any page: one line, and back to where one was."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.desk import Desk
from app.ui.today.line import PLACE, TodayLine
from app.ui.widgets.layout import Column
from app.ui.widgets.over import Over

_WIDTH = 760


class LineOver(Over):
    """The same line as Today's with the same draft. Enter saves and closes; Esc closes, and the words stay.

    `about`: the line begins with these words, and keeps a draft of its own for them.
    """

    def __init__(self, desk: Desk, parent: QWidget, *, about: str = "") -> None:
        super().__init__(desk.words.say("line.over", "Write something down"), parent, width=_WIDTH, height=0)
        self._desk = desk
        esc = desk.words.say("line.esc", "close")
        self.line = TodayLine(desk, "", place=f"{PLACE}: {about}" if about else PLACE, esc=esc)
        self.setLayout(Column(self.line, margins=(14, 14, 14, 14)))
        if about:
            self.line.begin(f"{about} ")
        self.line.recorded.connect(self.finish)
        self.line.line.field.installEventFilter(self)
        desk.troubled.connect(self._note_trouble)

    def first_focus(self) -> QWidget:
        """The line."""
        return self.line.line.field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc close instead of clearing the line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            esc = event.key() == Qt.Key.Key_Escape
            if esc:
                self.finish()
            return esc
        return super().eventFilter(watched, event)

    def finish(self) -> None:
        """Keep what stands in the line, and close."""
        self.line.keep_draft()
        super().finish()

    def _note_trouble(self, sentence: str) -> None:
        if self.line.saving:
            self.line.say_trouble(sentence)
