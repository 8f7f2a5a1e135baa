"""Neither passphrase nor recovery key: what can still be tried, and what can't (interface.md 14.10)."""

from PySide6.QtWidgets import QWidget

from app.i18n import Words
from app.ui.widgets.button import Button
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Hairline, Row
from app.ui.widgets.text import Text


class NeitherForm(QWidget):
    """Parts only; the page decides what they do. ``by_login``: this computer remembers the journal."""

    def __init__(self, words: Words, *, by_login: bool) -> None:
        super().__init__()
        say = words.say
        self.back = Button(say("page.back", "Back"), icon="caret-left", kind="quiet", size="small")
        self.login = Button(say("cover.login", "Open with this computer’s login"))
        self.login.setVisible(by_login)
        self.backup = Button(say("neither.backup", "Try a backup with an older passphrase"))
        self.new = Button(say("neither.new", "Start a new journal, keep this file"))
        not_asked = "This computer was not asked to remember it, so its login does not open it."
        no_login = Text(say("neither.no_login", not_asked), "small", tone="ink2")
        no_login.setVisible(not by_login)
        older = "A backup made before a change of passphrase opens with the passphrase of that time."
        never = (
            "Without one of these nobody can open the file, and that includes us. There is no other way in, "
            "and no one who could make one."
        )
        stays = "The file stays where it is. If the paper or the passphrase turns up, it opens as it was."
        self.setLayout(
            Column(
                Row(self.back, 1),
                Heading(say("neither.title", "Without passphrase and key"), "title_small", wrap=True),
                Text(say("neither.try", "What can still be tried"), "body_strong"),
                self.login,
                no_login,
                self.backup,
                Text(say("neither.older", older), "small", tone="ink2"),
                Hairline(),
                Text(say("neither.cannot", "What cannot be done"), "body_strong"),
                Text(say("neither.never", never), "small", tone="ink2"),
                Hairline(),
                self.new,
                Text(say("neither.stays", stays), "small", tone="ink2"),
                spacing=10,
            )
        )
