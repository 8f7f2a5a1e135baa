"""What stands on the label while the window is covered but not locked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.i18n import Words
from app.ui.widgets.button import Button
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Row


class Uncover(QWidget):
    """One sentence and, where the journal is open, the way back to it."""

    wanted = Signal()

    def __init__(self, words: Words, sentence: str, *, button: bool) -> None:
        super().__init__()
        self.button = Button(words.say("cover.show", "Show it again"), keys="F9")
        self.button.setVisible(button)
        self.button.clicked.connect(self.wanted)
        self.setLayout(Column(Heading(sentence, "title_small", wrap=True), Row(self.button, 1), spacing=16))
        if button:
            self.setFocusProxy(self.button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show it again on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.button.isVisible():
            self.wanted.emit()
        else:
            super().keyPressEvent(event)
