"""About me: being known as a person (interface.md 11.11)."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.records import (
    AboutMe,
    Allergy,
    Condition,
    Contact,
    NoneKnown,
    Person,
    SafetyFact,
)
from app.domain.records.person import NoneOf, SafetyAnswer, SafetyTopic, Topic
from app.domain.records.record import PRIVATE, SHARED, Mark, RecordId
from app.ui.desk import Desk
from app.ui.editors import person as forms
from app.ui.editors.answers import SAFETY, STATUS
from app.ui.editors.editing_page import EditingPage
from app.ui.editors.editor import UNNAMED
from app.ui.widgets.button import Button
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Row
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow
from app.ui.widgets.text import Text

HALF_A_PAGE = 250  # words
_PRIVATE = frozenset({Topic.FEAR, Topic.CONTEXT, Topic.USUALLY_LEFT_OUT})

# What each row is called, and the question it asks while it is empty.
ROWS: tuple[tuple[Topic, str, str], ...] = (
    (Topic.MATTERS, "What matters to me", "What would you least want to lose?"),
    (Topic.HOPE, "What I hope for", "What would a good year bring?"),
    (Topic.FEAR, "What I fear", "What keeps you awake?"),
    (Topic.WONT_TRADE, "What I won’t trade", "What must a treatment not take from you?"),
    (Topic.TALK, "How to talk with me", "What helps you follow: choices, numbers, in writing?"),
    (Topic.VISIT_NEEDS, "What I need in a visit", "Hearing, memory, someone with you?"),
    (Topic.EXAMINATION, "When I am examined", "A chaperone, positions that hurt?"),
    (Topic.HARD, "What is hard", "Cost, getting there, caring for someone, shifts?"),
    (Topic.BODY, "What I know about my body", "What have you learned that nobody told you?"),
    (Topic.BETTER, "What better would look like", "What would you do on an ordinary day?"),
    (Topic.HELPS, "What helps on a bad day", "What do you want to be reminded of?"),
)

_SAFETY_NAMES = {
    SafetyTopic.PREGNANCY: "Pregnancy",
    SafetyTopic.SMOKING: "Smoking",
    SafetyTopic.KIDNEYS: "Kidneys",
    SafetyTopic.LIVER: "Liver",
    SafetyTopic.BLOOD: "Blood",
    SafetyTopic.BLOOD_THINNERS: "Blood thinners",
    SafetyTopic.IMPLANTS: "Implants or devices",
    SafetyTopic.ASTHMA: "Asthma",
    SafetyTopic.VACCINES: "Vaccines",
    SafetyTopic.INFECTIONS: "Infections",
}
_ONLY_WITH_LOW_IMMUNITY = {SafetyTopic.VACCINES, SafetyTopic.INFECTIONS}
_KINDS = (AboutMe, Allergy, Condition, Contact, NoneKnown, Person, SafetyFact)


class AboutMePage(EditingPage):
    """The story, what to know, and beside them the facts."""

    def __init__(self, desk: Desk) -> None:
        say = desk.words.say
        facts = say("about.facts", "The facts")
        super().__init__(desk, say("about.title", "About me"), _KINDS, margin_title=facts)
        self._length = Text("", "caption", tone="ink3", wrap=False)
        self._story = RecordList(say("about.story", "My story"), grows=True)
        self._rows = RecordList(say("about.know", "What to know about me"), grows=True)
        self._facts = RecordList(facts, grows=True)
        self._conditions = RecordList(say("about.conditions", "Conditions"), grows=True)
        self._allergies = RecordList(say("about.allergies", "Allergies"), grows=True)
        self._people = RecordList(say("about.call", "Call first"), grows=True)
        self._safety = RecordList(say("about.safety", "For safety"), grows=True)
        self._none = Button(say("about.none", "I have none that I know of"), kind="quiet", size="small")
        self._some = Button(say("about.some", "I am not sure any more"), kind="quiet", size="small")
        self._none.clicked.connect(self._say_none)
        self._some.clicked.connect(self._take_none_back)
        self._lay_out_main()
        self._lay_out_margin()
        self.refresh()

    def first_focus(self) -> QWidget:
        """The story."""
        return self._story

    def refresh(self) -> None:
        """Show what the journal says now."""
        self._show_story()
        self._rows.show_rows(tuple(_about_row(self.desk, *row) for row in ROWS))
        snapshot = self.desk.snapshot
        self._facts.show_rows((_person_row(self.desk),))
        self._conditions.show_rows(tuple(_condition_row(self.desk, c) for c in _conditions(self.desk)))
        self._allergies.show_rows(_allergy_rows(self.desk))
        people = sorted(snapshot.of(Contact), key=lambda c: (not c.call_first, c.order, c.name))
        self._people.show_rows(tuple(_contact_row(self.desk, contact) for contact in people))
        self._safety.show_rows(_safety_rows(self.desk))
        known = bool(snapshot.of(Allergy))
        self._none.setVisible(not known and not _says_none(self.desk))
        self._some.setVisible(not known and bool(_says_none(self.desk)))

    def _show_story(self) -> None:
        say, story = self.desk.words.say, _about(self.desk, Topic.STORY)
        text = story.text if story is not None else ""
        count = len(text.split())
        half = say("about.half_page", "Half a page is plenty.")
        long = say("about.long", "Longer than half a page.")
        self._length.say(
            self.desk.words.count("about.words", "{n} word.", "{n} words.", count)
            + f" {half if count <= HALF_A_PAGE else long}"
        )
        empty = say("about.story.empty", "Begin anywhere. “It started when …”")
        self._story.show_rows((RecordRow(key=Topic.STORY, words=text or empty, spoken=text or empty),))

    def _lay_out_main(self) -> None:
        say = self.desk.words.say
        self.main.addLayout(Row(Heading(say("about.story", "My story")), self._length, 1, spacing=12))
        self.main.addWidget(self._story)
        self.main.addWidget(Heading(say("about.know", "What to know about me")))
        self.main.addWidget(self._rows)
        self.main.addStretch(1)
        self._story.opened.connect(self._open_topic)
        self._rows.opened.connect(self._open_topic)

    def _lay_out_margin(self) -> None:
        say = self.desk.words.say
        self.margin.addWidget(self._facts)
        self._add_to_margin(
            say("about.conditions", "Conditions"),
            self._conditions,
            self._button(say("about.add_condition", "Add a condition"), self._add_condition),
        )
        self._add_to_margin(
            say("about.allergies", "Allergies"),
            self._allergies,
            self._none,
            self._some,
            self._button(say("about.add_allergy", "Add an allergy"), self._add_allergy),
        )
        self._add_to_margin(
            say("about.call", "Call first"),
            self._people,
            self._button(say("about.add_person", "Add someone"), self._add_contact),
        )
        self._add_to_margin(say("about.safety", "For safety"), self._safety)
        for shown in (self._facts, self._conditions, self._allergies, self._people):
            shown.opened.connect(self.open_record)
            shown.trashed.connect(self._trash)
        self._safety.opened.connect(self._open_safety)

    def _add_to_margin(self, heading: str, *parts: QWidget) -> None:
        self.margin.addWidget(Heading(heading))
        for part in parts:
            self.margin.addWidget(part)

    def _button(self, words: str, slot: Callable[[], None]) -> Button:
        button = Button(words, kind="quiet", icon="plus", size="small")
        button.clicked.connect(slot)
        return button

    def _open_topic(self, key: str) -> None:
        topic = Topic(key)
        names = {row: name for row, name, _ in ROWS}
        name = self.desk.words.say("about.row", names.get(topic, "My story"))
        about = _about(self.desk, topic)
        if about is None:
            sharing = PRIVATE if topic in _PRIVATE else SHARED
            about = AboutMe(
                id=self.desk.new_id(), written=self.desk.now(), sharing=sharing, topic=topic, text=""
            )
        self.edit(forms.about_me_editor(self.desk, about, name))

    def _open_safety(self, key: str) -> None:
        topic = SafetyTopic(key)
        fact = _safety_fact(self.desk, topic) or SafetyFact(
            id=self.desk.new_id(), written=self.desk.now(), topic=topic, answer=SafetyAnswer.YES
        )
        name = self.desk.words.say("safety.name", _SAFETY_NAMES[topic])
        self.edit(forms.safety_editor(self.desk, fact, name))

    def _add_condition(self) -> None:
        new = Condition(id=self.desk.new_id(), written=self.desk.now(), name=UNNAMED)
        self.edit(forms.condition_editor(self.desk, new, new=True))

    def _add_allergy(self) -> None:
        new = Allergy(id=self.desk.new_id(), written=self.desk.now(), substance=UNNAMED)
        self.edit(forms.allergy_editor(self.desk, new, new=True))

    def _add_contact(self) -> None:
        new = Contact(id=self.desk.new_id(), written=self.desk.now(), name=UNNAMED)
        self.edit(forms.contact_editor(self.desk, new, new=True))

    def _say_none(self) -> None:
        none = NoneKnown(id=self.desk.new_id(), written=self.desk.now(), of=NoneOf.ALLERGIES)
        saved = self.desk.words.say("about.none.saved", "Saved: no allergies that I know of")
        self.desk.do(lambda: self.desk.journal.record(none), saved)
        self._some.setFocus()

    def _take_none_back(self) -> None:
        saved = self.desk.words.say("about.some.saved", "Saved: allergies are not written down")
        ids = [none.id for none in _says_none(self.desk)]
        self.desk.do(lambda: self.desk.journal.trash(*ids), saved)
        self._none.setFocus()

    def _trash(self, key: str) -> None:
        said = self.desk.words.say("trash.put", "Put in the trash")
        self.desk.do(lambda: self.desk.journal.trash(RecordId(key)), said)


def _about(desk: Desk, topic: Topic) -> AboutMe | None:
    found = [about for about in desk.snapshot.of(AboutMe) if about.topic is topic]
    return min(found, key=lambda about: (about.order, about.id), default=None)


def _about_row(desk: Desk, topic: Topic, name: str, question: str) -> RecordRow:
    about = _about(desk, topic)
    title = desk.words.say("about.row", name)
    if about is None or not about.text:
        asked = desk.words.say("about.question", question)
        return RecordRow(key=topic, title=title, note=asked, spoken=f"{title}, {asked}")
    private = desk.words.say("sharing.private", "private") if about.sharing.mark is Mark.PRIVATE else ""
    wrote = desk.words.say("spoken.wrote", "you wrote {words}", words=about.text)
    spoken = ", ".join(part for part in (title, wrote, private) if part)
    return RecordRow(key=topic, title=title, words=about.text, private=private, spoken=spoken)


def _person_row(desk: Desk) -> RecordRow:
    person = desk.snapshot.person
    name = person.name if person is not None else ""
    born = ""
    if person is not None and person.born is not None:
        born = desk.words.say("about.born", "born {day}", day=desk.words.when(person.born))
    spoken = ", ".join(part for part in (name, born) if part)
    return RecordRow(key=person.id if person is not None else "", title=name, note=born, spoken=spoken)


def _conditions(desk: Desk) -> list[Condition]:
    return sorted(desk.snapshot.of(Condition), key=lambda c: (c.wondering, c.order, c.name))


def _condition_row(desk: Desk, condition: Condition) -> RecordRow:
    words = desk.words
    status = words.say("answer", STATUS[condition.status])
    if condition.wondering:
        status = words.say("condition.wondering", "I wonder about it")
    clinician = desk.snapshot.clinician(condition.told_by_clinician)
    told = words.short_when(condition.told) if condition.told is not None else ""
    since = (
        words.say("condition.since", "since {date}", date=words.when(condition.onset))
        if condition.onset
        else ""
    )
    parts = (status, clinician.called if clinician is not None else condition.told_by_name, told or since)
    note = ", ".join(part for part in parts if part)
    return RecordRow(key=condition.id, title=condition.name, note=note, spoken=f"{condition.name}, {note}")


def _allergy_row(desk: Desk, allergy: Allergy) -> RecordRow:
    title = f"{allergy.substance}: {allergy.reaction}" if allergy.reaction else allergy.substance
    when = desk.words.when(allergy.when) if allergy.when is not None else ""
    note = ", ".join(part for part in (when, allergy.told_by, allergy.how_sure) if part)
    return RecordRow(key=allergy.id, title=title, note=note, spoken=f"{title}, {note}" if note else title)


def _contact_row(desk: Desk, contact: Contact) -> RecordRow:
    first = desk.words.say("contact.first", "Call first") if contact.call_first else ""
    note = ", ".join(part for part in (contact.tie, contact.phone, first) if part)
    spoken = f"{contact.name}, {note}" if note else contact.name
    return RecordRow(key=contact.id, title=contact.name, note=note, spoken=spoken)


def _safety_fact(desk: Desk, topic: SafetyTopic) -> SafetyFact | None:
    return next((fact for fact in desk.snapshot.of(SafetyFact) if fact.topic is topic), None)


def _safety_rows(desk: Desk) -> tuple[RecordRow, ...]:
    person = desk.snapshot.person
    low = person is not None and person.immune_lowering
    topics = [topic for topic in SafetyTopic if low or topic not in _ONLY_WITH_LOW_IMMUNITY]
    return tuple(_safety_row(desk, topic) for topic in topics)


def _safety_row(desk: Desk, topic: SafetyTopic) -> RecordRow:
    words, fact = desk.words, _safety_fact(desk, topic)
    title = words.say("safety.name", _SAFETY_NAMES[topic])
    note = words.say("safety.unwritten", "Not written")
    if fact is not None:
        answer = words.say("answer", SAFETY[fact.answer])
        told = words.short_when(fact.told) if fact.told is not None else ""
        note = ", ".join(part for part in (answer, fact.words, told) if part)
    return RecordRow(key=topic, title=title, note=note, spoken=f"{title}, {note}")


def _says_none(desk: Desk) -> tuple[NoneKnown, ...]:
    return tuple(none for none in desk.snapshot.of(NoneKnown) if none.of is NoneOf.ALLERGIES)


def _allergy_rows(desk: Desk) -> tuple[RecordRow, ...]:
    """Each allergy; without any, that there is none known, where the person has said so."""
    known = tuple(_allergy_row(desk, allergy) for allergy in desk.snapshot.of(Allergy))
    none = desk.words.say("about.none.row", "None that I know of")
    return known or tuple(RecordRow(key=one.id, title=none, spoken=none) for one in _says_none(desk))
