"""Above the pages: which one is in view, how large they are, and printing."""

from PySide6.QtWidgets import QWidget

from app.i18n import Words
from app.ui.widgets.button import Button
from app.ui.widgets.layout import Row
from app.ui.widgets.page_preview import PagePreview
from app.ui.widgets.text import Text

_EXACTLY = "exactly as it will print"


class PagesBar(QWidget):
    """`print` is the button that prints; `back` the way to the choices where the two sides take turns."""

    def __init__(self, words: Words, preview: PagePreview, back: Button) -> None:
        super().__init__()
        say = words.say
        self._preview = preview
        self.page_of = Text("", "body_strong", wrap=False)
        self._exactly = Text(say("share.exactly", _EXACTLY), "small", tone="ink2", wrap=False)
        self.kept = Text("", "small", tone="ink2", wrap=False)
        smaller = Button(
            kind="quiet",
            icon="magnifying-glass-minus",
            name=say("share.smaller", "Smaller pages"),
            size="small",
        )
        larger = Button(
            kind="quiet", icon="magnifying-glass-plus", name=say("share.larger", "Larger pages"), size="small"
        )
        fit = Button(say("share.fit", "Fit page"), kind="quiet", size="small")
        fit.icon_tone = "ink"
        self.print = Button(say("share.print", "Print"), icon="printer", size="small")
        self.setLayout(
            Row(
                back, self.page_of, self._exactly, 1, self.kept, smaller, fit, larger, self.print,
                spacing=8, margins=(20, 8, 20, 8),
            )
        )  # fmt: skip
        smaller.clicked.connect(self._smaller)
        larger.clicked.connect(self._larger)
        fit.clicked.connect(preview.fit)

    def narrow(self, on: bool) -> None:
        """Leave away what need not be said where there is less room."""
        self._exactly.setVisible(not on)

    def say_kept(self, sentence: str) -> None:
        """Say on the screen what is kept from whom; paper says nothing."""
        self.kept.say(sentence)
        self.kept.setVisible(bool(sentence))

    def _smaller(self) -> None:
        self._preview.zoom(-1)

    def _larger(self) -> None:
        self._preview.zoom(1)
