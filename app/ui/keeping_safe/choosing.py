"""What panels of preferences are made of: each part shows one preference and changes it at once."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QWidget

from app.ui.desk import Desk
from app.ui.keeping_safe.panel import Panel
from app.ui.widgets.form import FormRow
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.text import Text
from app.ui.widgets.tick_box import RoundChoice, TickBox


class PreferencePanel(Panel):
    """Make parts by `switch`, `one_of` and `pick`; `refresh` shows what is chosen in all of them."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        self.switches: dict[str, TickBox] = {}
        self.choices: dict[str, dict[object, RoundChoice]] = {}
        self.picks: dict[str, tuple[PickList, list[object]]] = {}

    def refresh(self) -> None:
        """Show what is chosen now."""
        look = self.desk.session.state.look()
        for field, switch in self.switches.items():
            switch.setChecked(getattr(look, field))
        for field, choices in self.choices.items():
            chosen = choices.get(getattr(look, field))
            if chosen is not None:
                chosen.setChecked(True)
        for field, (pick, values) in self.picks.items():
            value = getattr(look, field)
            pick.setCurrentIndex(values.index(value) if value in values else 0)

    def switch(self, field: str, words: str, hint: str = "") -> QWidget:
        """A box to tick, with a line on what it means where that is not plain."""
        made = self.switches[field] = TickBox(words)
        made.clicked.connect(partial(self._turn, field))
        if not hint:
            return made
        made.setAccessibleDescription(hint)
        return Group(Column(made, Column(Text(hint, "caption"), margins=(32, 0, 0, 6)), spacing=0))

    def one_of(
        self, field: str, question: str, answers: Mapping[object, str], *, labelled: bool = True
    ) -> QWidget:
        """A question with its few answers below each other; not ``labelled`` where a heading asks it."""
        made = self.choices[field] = {value: RoundChoice(words) for value, words in answers.items()}
        group = QButtonGroup(self)
        for value, choice in made.items():
            group.addButton(choice)
            choice.clicked.connect(partial(self._choose, field, value))
        label = (Text(question, "label"),) if labelled else ()
        shown = Group(Column(*label, *made.values(), spacing=2))
        shown.setAccessibleName(question)
        return shown

    def pick(self, field: str, label: str, answers: Mapping[object, str]) -> QWidget:
        """A label over a list that opens."""
        made = PickList(label, list(answers.values()))
        self.picks[field] = (made, list(answers))
        made.activated.connect(partial(self._pick, field))
        return Group(Row(FormRow(label, made), 1))

    def _turn(self, field: str) -> None:
        name, on = self.switches[field].text(), self.switches[field].isChecked()
        say = self.words.say
        said = (
            say("prefer.on", "{what}: on", what=name) if on else say("prefer.off", "{what}: off", what=name)
        )
        self._prefer(field, on, said)

    def _choose(self, field: str, value: object) -> None:
        self._prefer(field, value, self.choices[field][value].text())

    def _pick(self, field: str, place: int) -> None:
        pick, values = self.picks[field]
        said = self.words.say(
            "prefer.picked", "{what}: {answer}", what=pick.accessibleName(), answer=pick.itemText(place)
        )
        self._prefer(field, values[place], said)

    def _prefer(self, field: str, value: object, said: str) -> None:
        """Keep it; where that can't be done the part shows again what holds."""
        if not self.desk.prefer(said, **{field: value}):
            self.refresh()
