"""What can be done about a journal's file that is damaged."""

from PySide6.QtWidgets import QWidget

from app.i18n import Words
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layout import Column, Group
from app.ui.widgets.text import Text


class DamagedChoices(QWidget):
    """Parts only; the page decides what they do. Out of sight until `show_choices`."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self._words = words
        self.that_backup = Button(say("cover.that_backup", "Open that backup"), size="small")
        self.rescue = Button(say("cover.rescue", "Copy what can be read"), size="small")
        self.what_happened = Button(say("cover.what_happened", "What happened?"), kind="quiet", size="small")
        why = (
            "A failing disk, a stick pulled out too soon or another program can change a file. Told Once "
            "looks at every part of it before it shows anything, and so it noticed. Nothing was written "
            "to it."
        )
        self.why = Text(say("cover.why_damaged", why), "small", tone="ink2")
        buttons = Group(FlowLayout(self.that_backup, self.rescue, self.what_happened, gap=8))
        self.setLayout(Column(buttons, self.why, spacing=8))
        self.what_happened.clicked.connect(self._tell_why)
        self.put_away()

    def show_choices(self, last: str) -> str:
        """Offer them; give the sentence. ``last`` is from when the last good backup is, "" for none."""
        say = self._words.say
        said = say("error.Damaged", "The file has been changed or damaged.")
        good = say("cover.last_good", "The last good backup is from {when}.", when=last)
        none = say("cover.no_good", "No backup of it was found on this computer.")
        self.that_backup.setVisible(bool(last))
        self.show()
        return f"{said} {good if last else none}"

    def put_away(self) -> None:
        """Take them back."""
        self.hide()
        self.why.hide()

    def _tell_why(self) -> None:
        self.why.setVisible(self.why.isHidden())
