"""The quiet bar before the journal locks by itself."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.i18n import Words
from app.ui.widgets import spoken
from app.ui.widgets.button import Button
from app.ui.widgets.layout import Row
from app.ui.widgets.picture import Picture
from app.ui.widgets.text import Text


class LockingBar(QFrame):
    """Says that it will lock soon; shows no seconds."""

    stay = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("strip", "locking")
        self.sentence = words.say("window.locking_soon", "Locking soon. Press any key to stay.")
        self.setAccessibleName(self.sentence)
        self.button = Button(words.say("window.stay", "Stay"), size="small")
        self.button.clicked.connect(self.stay)
        text = Text(self.sentence, wrap=False)
        row = Row(
            Picture("lock-key", "honeyink", 20), text, 1, self.button, spacing=12, margins=(24, 10, 24, 10)
        )
        self.setLayout(row)
        self.button.installEventFilter(self)
        self.hide()

    def warn(self) -> None:
        """Show the bar and say it at once."""
        self.show()
        self.raise_()
        spoken.announce(self, self.sentence, at_once=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the focus itself as a sign of life: a screen reader moves it without a key."""
        if event.type() == QEvent.Type.FocusIn:
            self.stay.emit()
        return super().eventFilter(watched, event)
