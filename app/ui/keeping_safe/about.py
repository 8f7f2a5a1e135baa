"""Which version this is, what it is made of, and that nothing leaves this computer by itself."""

from app import __version__
from app.ui.desk import Desk
from app.ui.keeping_safe.panel import Panel
from app.ui.widgets.text import Text


class AboutPanel(Panel):
    """Version, licences, and the sentence about the network."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        say = desk.words.say
        self.body.addWidget(Text(say("about.version", "Version {n}", n=__version__)))
        nothing = "It has no network code. Nothing leaves this computer unless you save it somewhere."
        self.body.addWidget(Text(say("about.network", nothing)))
        self.body.addStretch(1)
