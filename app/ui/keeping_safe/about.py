"""Which version this is, what it is made of, and that nothing leaves this computer by itself."""

from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

from PySide6.QtWidgets import QWidget

from app import __version__
from app.i18n import Words
from app.ui.desk import Desk
from app.ui.keeping_safe.panel import Panel
from app.ui.keeping_safe.section import Section
from app.ui.widgets.button import Button
from app.ui.widgets.layout import Column, Hairline, Row
from app.ui.widgets.text import Text

_LIBRARIES = (
    ("PySide6-Essentials", "Qt for Python", "LGPL 3"),
    ("sqlcipher3", "SQLCipher and SQLite", "zlib, BSD, public domain"),
    ("cryptography", "cryptography", "Apache 2.0 or BSD"),
    ("keyring", "keyring", "MIT"),
    ("reportlab", "ReportLab", "BSD"),
    ("pikepdf", "pikepdf and qpdf", "MPL 2.0, Apache 2.0"),
    ("pypdfium2", "pypdfium2 and PDFium", "Apache 2.0 or BSD"),
    ("platformdirs", "platformdirs", "MIT"),
    ("msgspec", "msgspec", "BSD"),
    ("zxcvbn", "zxcvbn", "MIT"),
    ("lxml", "lxml", "BSD"),
)
_TEXTS = (
    ("fonts", "AtkinsonHyperlegibleNext-OFL.txt", "Atkinson Hyperlegible Next"),
    ("fonts", "AtkinsonHyperlegibleMono-OFL.txt", "Atkinson Hyperlegible Mono"),
    ("fonts", "Literata-OFL.txt", "Literata"),
    ("fonts", "Inter-OFL.txt", "Inter"),
    ("fonts", "DejaVuSans-LICENSE.txt", "DejaVu Sans"),
    ("fonts", "NotoEmoji-OFL.txt", "Noto Emoji"),
    ("icons", "Phosphor-LICENSE.txt", "Phosphor icons"),
)


class AboutPanel(Panel):
    """Version, the sentence about the network, and the licences, each to be opened where it stands."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        say = desk.words.say
        nothing = "It has no network code. Nothing leaves this computer unless you save it somewhere."
        own = "Told Once itself may be used, copied and changed by anyone (MIT licence)."
        self.licences = tuple(_Licence(desk.words, *text) for text in _TEXTS)
        parts = (
            Section(
                say("about.version", "Version {n}", n=__version__),
                Text(say("about.network", nothing)),
                Text(say("about.own", own), "small", tone="ink2"),
            ),
            Section(say("about.looks", "Letters and icons"), *self.licences),
            Section(say("about.made_of", "Made with"), *(Text(line, "small") for line in _made_of())),
        )
        for place, part in enumerate(parts):
            if place:
                self.body.addWidget(Hairline())
            self.body.addWidget(part)
        self.body.addStretch(1)

    def first_focus(self) -> QWidget:
        """The first licence."""
        return self.licences[0].button


class _Licence(QWidget):
    """A name, and its licence word for word when it is asked for."""

    def __init__(self, words: Words, folder: str, file: str, name: str) -> None:
        super().__init__()
        self._words, self._file = words, (folder, file)
        self.button = Button(words.say("about.licence", "Licence"), kind="link")
        self.button.setAccessibleName(words.say("about.licence.of", "Licence of {name}", name=name))
        self.text = Text("", "caption")
        self.text.hide()
        self.setLayout(Column(Row(Text(name, wrap=False), self.button, 1, spacing=12), self.text, spacing=4))
        self.button.clicked.connect(self.toggle)

    def toggle(self) -> None:
        """Show the licence, or put it away."""
        if not self.text.words:
            folder, file = self._file
            self.text.say((files("resources") / folder / file).read_text("utf-8"))
        shown = self.text.isHidden()
        self.text.setVisible(shown)
        say = self._words.say
        self.button.say(
            say("about.licence.away", "Put it away") if shown else say("about.licence", "Licence")
        )


def _made_of() -> list[str]:
    """Each library with its version, as far as that is known here, and its licence."""
    rows = ((name, _version(package), licence) for package, name, licence in _LIBRARIES)
    return [
        f"{' '.join(part for part in (name, number) if part)}, {licence}" for name, number, licence in rows
    ]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
