"""Opening with the recovery key: six short lines from the paper."""

from PySide6.QtWidgets import QWidget

from app.i18n import Words
from app.ui.keys.recovery_fields import RecoveryFields
from app.ui.widgets.button import Button
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.notice import Notice
from app.ui.widgets.text import Text


class RecoverForm(QWidget):
    """Parts only; the page decides what they do."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self._words = words
        self.back = Button(say("page.back", "Back"), icon="caret-left", kind="quiet", size="small")
        self.fields = RecoveryFields(words)
        self.open = Button(say("cover.open", "Open"), kind="main")
        self.neither = Button(say("cover.neither", "I have neither"), kind="link")
        self.trouble = Notice(kind="trouble")
        hint = "Type the six lines from your paper, or paste the whole key. Small letters will do."
        self.setLayout(
            Column(
                Row(self.back, 1),
                Heading(say("recover.title", "Your recovery key"), "title_small", wrap=True),
                Text(say("recover.hint", hint), tone="ink2"),
                self.fields,
                self.trouble,
                Row(self.open, 1, self.neither),
                spacing=10,
            )
        )

    def set_working(self, word: str) -> None:
        """Show ``word`` in the button while it works; "" when it is done."""
        self.open.say(word or self._words.say("cover.open", "Open"))
        self.open.setEnabled(not word)
