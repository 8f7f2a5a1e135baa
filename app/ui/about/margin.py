"""The margin of About me: the facts, each list with what adds to it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.derived import about_facts
from app.domain.derived.about_facts import says_none
from app.domain.journal import Journal
from app.domain.records import Allergy, Condition, Contact
from app.domain.records.person import NoneOf
from app.i18n import Words
from app.ui.about.facts import FactList
from app.ui.widgets.button import Button
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Hairline
from app.ui.widgets.tick_box import TickBox


class FactsColumn(QWidget):
    """`opened(key)`, `safety(topic)` and `trashed(key)` follow the lists; `adding(what)` the buttons.

    `none(of)` says on purpose that there is none, `unsure(of)` takes that back; `talk(contact, on)`
    follows the ticks.
    """

    opened = Signal(str)
    safety = Signal(str)
    trashed = Signal(str)
    adding = Signal(str)
    none = Signal(str)
    unsure = Signal(str)
    talk = Signal(str, bool)

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self._words = words
        self._who = FactList(say("about.facts", "The facts"))
        self._conditions = FactList(say("about.conditions", "Conditions"))
        self._allergies = FactList(say("about.allergies", "Allergies"))
        self._people = FactList(say("about.call", "Call first"))
        self._safety = FactList(say("about.safety", "For safety"))
        self._talks = Column(spacing=0)
        self._nones = {
            NoneOf.CONDITIONS: self._pair(
                NoneOf.CONDITIONS, say("about.no_conditions", "No diagnosis that I know of")
            ),
            NoneOf.ALLERGIES: self._pair(NoneOf.ALLERGIES, say("about.none", "I have none that I know of")),
        }
        adds = {
            "condition": say("about.add_condition", "Add a condition"),
            "allergy": say("about.add_allergy", "Add an allergy"),
            "contact": say("about.add_person", "Add someone"),
        }
        self._adds = {
            what: self._button(text, partial(self._add, what), icon="plus") for what, text in adds.items()
        }
        self._lay_out()
        for shown in (self._who, self._conditions, self._allergies, self._people):
            shown.opened.connect(self.opened)
        for shown in (self._conditions, self._allergies, self._people):
            shown.trashed.connect(self.trashed)
        self._safety.opened.connect(self.safety)

    @property
    def lists(self) -> tuple[FactList, ...]:
        """The lists whose rows are entries."""
        return self._conditions, self._allergies, self._people

    @property
    def count(self) -> int:
        """How many facts there are, for where the column is folded."""
        shown = (self._conditions, self._allergies, self._people)
        return sum(1 for one in shown for row in one.rows if not row.heading)

    def show_journal(self, journal: Journal) -> None:
        """Show what the journal says now."""
        words = self._words
        self._who.show_facts(about_facts.person_facts(journal, words))
        self._conditions.show_facts(about_facts.conditions(journal, words))
        self._allergies.show_facts(about_facts.allergies(journal, words))
        self._people.show_facts(about_facts.people(journal, words))
        self._safety.show_facts(about_facts.safety(journal, words))
        known = {NoneOf.CONDITIONS: bool(journal.of(Condition)), NoneOf.ALLERGIES: bool(journal.of(Allergy))}
        for of, (none, unsure) in self._nones.items():
            said = bool(says_none(journal, of))
            none.setVisible(not known[of] and not said)
            unsure.setVisible(not known[of] and said)
        self._show_talks(journal)

    def focus_on_none(self, of: NoneOf) -> None:
        """Keep the focus where the answer was given."""
        none, unsure = self._nones[of]
        (unsure if unsure.isVisible() else none).setFocus()

    def _lay_out(self) -> None:
        say = self._words.say
        self.setLayout(
            Column(
                self._who,
                *self._section(say("about.conditions", "Conditions"), self._conditions,
                               *self._nones[NoneOf.CONDITIONS], self._adds["condition"]),
                *self._section(say("about.allergies", "Allergies"), self._allergies,
                               *self._nones[NoneOf.ALLERGIES], self._adds["allergy"]),
                *self._section(say("about.call", "Call first"), self._people,
                               Group(self._talks), self._adds["contact"]),
                *self._section(say("about.safety", "For safety"), self._safety),
                spacing=10,
            )
        )  # fmt: skip

    def _section(self, heading: str, *parts: QWidget) -> tuple[QWidget, Group]:
        return Hairline(), Group(Column(Heading(heading, wrap=True), *parts, spacing=4, margins=(0, 4, 0, 0)))

    def _pair(self, of: NoneOf, english: str) -> tuple[Button, Button]:
        unsure = self._words.say("about.some", "I am not sure any more")
        return (
            self._button(english, partial(self._say_none, of)),
            self._button(unsure, partial(self._say_unsure, of)),
        )

    def _button(self, words: str, slot: "partial[None]", *, icon: str = "") -> Button:
        button = Button(words, kind="quiet", icon=icon, size="small")
        button.clicked.connect(slot)
        return button

    def _show_talks(self, journal: Journal) -> None:
        while (item := self._talks.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for contact in sorted(journal.of(Contact), key=lambda one: (not one.call_first, one.order, one.name)):
            tick = TickBox(about_facts.may_talk(contact, self._words))
            tick.setChecked(contact.may_be_spoken_to)
            tick.clicked.connect(partial(self.talk.emit, contact.id))
            self._talks.addWidget(tick)

    def _add(self, what: str) -> None:
        self.adding.emit(what)

    def _say_none(self, of: NoneOf) -> None:
        self.none.emit(of)

    def _say_unsure(self, of: NoneOf) -> None:
        self.unsure.emit(of)
