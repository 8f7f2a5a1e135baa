"""How it looks: theme, text size and a few switches, at once and before any journal is open."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.wording import Phrase
from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.theme.look import TEXT_SIZES, Look, nearest_size
from app.ui.widgets.button import Button
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.text import Text
from app.ui.widgets.theme_choices import ThemeChoices
from app.ui.widgets.tick_box import TickBox

_SWITCHES = (
    ("bigger_buttons", Phrase("looks.bigger_buttons", "Bigger buttons")),
    ("easier_reading", Phrase("looks.easier_reading", "Easier reading")),
    ("keep_still", Phrase("looks.keep_still", "Keep things still")),
    ("always_show_focus", Phrase("looks.always_show_focus", "Always show where I am")),
    ("keep_messages", Phrase("looks.keep_messages", "Keep messages until I close them")),
)


class LooksPanel(QWidget):
    """``keep`` remembers the look on this computer; ``closed`` follows Back."""

    closed = Signal()

    def __init__(self, words: Words, keep: Callable[[Look], None]) -> None:
        super().__init__()
        self._words = words
        self._keep = keep
        self.themes = ThemeChoices(words)
        self.text_size = PickList(words.say("looks.size", "Text size"), [f"{step}%" for step in TEXT_SIZES])
        self.switches = {field: TickBox(switch_words(field, words)) for field, _ in _SWITCHES}
        self.back = Button(words.say("page.back", "Back"), icon="caret-left", size="small")
        self._show(themes.current().look)
        self._connect()
        self._lay_out()

    def _show(self, look: Look) -> None:
        self._theme = look.theme
        self.themes.show_chosen(look.theme)
        self.text_size.setCurrentIndex(TEXT_SIZES.index(nearest_size(look.text_size)))
        for field, switch in self.switches.items():
            switch.setChecked(getattr(look, field))

    def _connect(self) -> None:
        self.themes.chosen.connect(self._wear)
        self.text_size.activated.connect(self._take)
        for switch in self.switches.values():
            switch.clicked.connect(self._take)
        self.back.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        say = self._words.say
        size_label = Text(say("looks.size", "Text size"), "label", wrap=False)
        size_label.setBuddy(self.text_size)
        self.setLayout(
            Column(
                Row(self.back, 1),
                Heading(say("looks.title", "How it looks"), "title_small"),
                self.themes,
                size_label,
                Row(self.text_size, 1),
                *self.switches.values(),
                spacing=6,
            )
        )

    def _wear(self, theme: str) -> None:
        self._theme = theme
        self._take()

    def _take(self) -> None:
        look = replace(
            themes.current().look,
            theme=self._theme,
            text_size=TEXT_SIZES[self.text_size.currentIndex()],
            bigger_buttons=self.switches["bigger_buttons"].isChecked(),
            easier_reading=self.switches["easier_reading"].isChecked(),
            keep_still=self.switches["keep_still"].isChecked(),
            always_show_focus=self.switches["always_show_focus"].isChecked(),
            keep_messages=self.switches["keep_messages"].isChecked(),
        )
        themes.current().wear(look)
        self._keep(look)


def switch_words(field: str, words: Words) -> str:
    """Return what a switch is called."""
    return words.say(*dict(_SWITCHES)[field])
