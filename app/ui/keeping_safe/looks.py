"""How it looks: colours, text size, and what makes it easier (interface.md 11.13)."""

from PySide6.QtWidgets import QWidget

from app.ui.desk import Desk
from app.ui.keeping_safe.choosing import PreferencePanel
from app.ui.keeping_safe.section import Section
from app.ui.looks_panel import switch_words
from app.ui.theme import theme as themes
from app.ui.widgets.layout import Column, Group, Hairline
from app.ui.widgets.size_slider import SizeSlider
from app.ui.widgets.theme_choices import ThemeChoices

_EASIER = ("bigger_buttons", "easier_reading", "keep_still", "always_show_focus", "keep_messages")


class LooksPreferences(PreferencePanel):
    """Everything changes while one looks."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        say = desk.words.say
        self.themes = ThemeChoices(desk.words)
        self.text_size = SizeSlider(desk.words)
        dim = say("looks.dim_pages.hint", "Only in the dark colours. What is printed stays white.")
        bad_day = say("looks.dim_on_bad_day.hint", "High contrast stays as it is.")
        bigger = say("looks.bigger_buttons.hint", "Every button and field a quarter taller, for stiff hands.")
        easier = say("looks.easier_reading.hint", "Your own words larger, plainer and wider apart.")
        hints = {"bigger_buttons": bigger, "easier_reading": easier}
        switches = [
            self.switch(field, switch_words(field, desk.words), hints.get(field, "")) for field in _EASIER
        ]
        dimmed = [
            self.switch(
                "dim_on_bad_day", say("looks.dim_on_bad_day", "Dim the window on a bad day"), bad_day
            ),
            self.switch("dim_pages", say("looks.dim_pages", "Dim the white of pages"), dim),
        ]
        hands: dict[object, str] = {
            "left": say("looks.hand.left", "left hand"),
            "right": say("looks.hand.right", "right hand"),
            "both": say("looks.hand.both", "both hands"),
        }
        hand = say("looks.hand", "Keys for")
        parts = (
            Section(self.themes.accessibleName(), self.themes),
            Section(say("looks.size", "Text size"), self.text_size),
            Section(say("looks.easier", "Made easier"), Group(Column(*switches, spacing=2))),
            Section(say("looks.dimmed", "Dimmed"), Group(Column(*dimmed, spacing=2))),
            Section(hand, self.one_of("keys_for", hand, hands, labelled=False)),
        )
        for place, part in enumerate(parts):
            if place:
                self.body.addWidget(Hairline())
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.themes.chosen.connect(self._wear)
        self.text_size.chosen.connect(self._resize)
        themes.current().changed.connect(self.refresh)

    def first_focus(self) -> QWidget:
        """The theme that is worn."""
        return next(choice for choice in self.themes.choices.values() if choice.isChecked())

    def refresh(self) -> None:
        """Show what is worn."""
        super().refresh()
        look = self.desk.session.state.look()
        self.themes.show_chosen(look.theme)
        self.text_size.show_size(themes.current().look.text_size)

    def _wear(self, theme: str) -> None:
        self._prefer("theme", theme, self.themes.choices[theme].text())

    def _resize(self, percent: int) -> None:
        self._prefer("text_size", percent, self.words.say("window.text_size", "Text size {n}%", n=percent))
