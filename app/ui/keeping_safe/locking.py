"""Locking: after how long, and what may be read while it is locked (interface.md 11.13)."""

from PySide6.QtWidgets import QWidget

from app.ui.desk import Desk
from app.ui.keeping_safe.choosing import PreferencePanel
from app.ui.keeping_safe.section import Section
from app.ui.widgets.layout import Group, Hairline, Row
from app.ui.widgets.picture import Picture
from app.ui.widgets.text import Text

_MINUTES = (1, 5, 15, 30, 60, 0)


class LockingPanel(PreferencePanel):
    """Minutes, the computer's sleep, and what is hidden."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        say, count = desk.words.say, desk.words.count
        minutes: dict[object, str] = {
            n: count("computer.minutes", "{n} minute", "{n} minutes", n)
            if n
            else say("computer.lid", "when the lid closes only")
            for n in _MINUTES
        }
        quiet = "You are warned half a minute before. Any key stays."
        asleep = "When the computer sleeps or its screen locks: always, at once."
        sleeping = Row(Picture("check", "pine", 20), Text(say("locking.asleep", asleep)), spacing=10)
        sleeping.setStretch(1, 1)
        self._minutes = self.pick("lock_minutes", say("computer.lock", "Lock by itself after"), minutes)
        name = say(
            "locking.hide_name.hint", "Then the cover says “Your journal”, whatever the file is called."
        )
        felt = say(
            "locking.hide_felt.hint",
            "How a visit went, and how it has felt with someone, is out of sight until you ask for it.",
        )
        self.body.addWidget(
            Section(
                say("locking.when", "When it locks"),
                self._minutes,
                Text(say("locking.warned", quiet), "caption"),
                Group(sleeping),
            )
        )
        self.body.addWidget(Hairline())
        self.body.addWidget(
            Section(
                say("locking.seen", "What others may see"),
                self.switch("hide_name", say("locking.hide_name", "Hide the name on the cover"), name),
                self.switch("hide_how_it_went", say("locking.hide_felt", "Hide how it went"), felt),
            )
        )
        self.body.addStretch(1)

    def first_focus(self) -> QWidget:
        """The minutes."""
        return self.picks["lock_minutes"][0]
