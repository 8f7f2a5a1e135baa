"""About me: being known as a person (interface.md 11.11)."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from app.domain.derived.about_page import (
    INVOLVE,
    PRIVATE_TOPICS,
    AboutItem,
    about_lines,
    about_of,
    goals,
    life_events,
    topic_name,
)
from app.domain.records import (
    AboutMe,
    Allergy,
    Clinician,
    Condition,
    Contact,
    Event,
    Goal,
    NoneKnown,
    Person,
    SafetyFact,
)
from app.domain.records.person import NoneOf, SafetyTopic, Topic
from app.domain.records.record import PRIVATE, SHARED, RecordId
from app.ui.about.in_place import InPlaceRow
from app.ui.about.in_place_form import InPlaceForm
from app.ui.about.margin import FactsColumn
from app.ui.about.new_facts import new_form, safety_form
from app.ui.about.story import Story
from app.ui.desk import Desk
from app.ui.editors import person as forms
from app.ui.editors.editing_page import EditingPage
from app.ui.entry_menu import menu_of, offer_menus
from app.ui.widgets.button import Button
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Hairline, Row
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow
from app.ui.widgets.words_delegate import WordsDelegate

_KINDS = (AboutMe, Allergy, Clinician, Condition, Contact, Event, Goal, NoneKnown, Person, SafetyFact)


class AboutMePage(EditingPage):
    """The story, what to know, and beside them the facts."""

    side_from_top = True

    def __init__(self, desk: Desk) -> None:
        say = desk.words.say
        facts = say("about.facts", "The facts")
        super().__init__(desk, say("about.title", "About me"), _KINDS, margin_title=facts)
        self._in_place: InPlaceRow | None = None
        self._last: InPlaceRow | None = None
        self._everything = False
        self.story = Story(desk.words)
        self.rows: list[InPlaceRow] = []
        self._rows = Column(spacing=0)
        self._more = Button(say("about.more", "More about me"), kind="quiet", icon="plus", size="small")
        self.goals = RecordList(say("about.goals", "Goals"), grows=True)
        self.events = RecordList(say("about.life", "What changed my life"), grows=True)
        for shown in (self.goals, self.events):
            shown.setItemDelegate(WordsDelegate(shown, beside=False))
        self.facts = FactsColumn(desk.words)
        self._edit = Button(say("about.edit", "Edit"), icon="pencil-simple", size="small")
        self._arrange()
        self._connect()
        self.refresh()

    def first_focus(self) -> QWidget:
        """The story."""
        return self.story.row

    def refresh(self) -> None:
        """Show what the journal says now."""
        snapshot, words = self.desk.snapshot, self.desk.words
        self.story.show_story(about_of(snapshot, Topic.STORY))
        self._show_rows()
        self.goals.show_rows(tuple(_item_row(item) for item in goals(snapshot, words)))
        self.events.show_rows(tuple(_item_row(item) for item in life_events(snapshot, words)))
        for shown in (self.goals, self.events):
            shown.setVisible(bool(shown.rows))
        self.facts.show_journal(snapshot)
        self.set_margin_count(self.facts.count)

    def close_editor(self) -> None:
        """Show the page again; a form in a row goes back to the words of that row."""
        row, self._in_place = self._in_place, None
        if row is None:
            super().close_editor()
            return
        editor, self._editor = self._editor, None
        focused = self.focusWidget()
        inside = editor is not None and (focused is None or focused is editor or editor.isAncestorOf(focused))
        row.release()
        self.trouble.say("")
        self.refresh()
        if inside:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def form_in_view(self) -> tuple[str, str]:
        """Give the row that is being written in, also where nothing of it is kept yet."""
        return (self._in_place.line.key, "") if self._in_place is not None else super().form_in_view()

    def open_record(self, key: str) -> None:
        """Open a record: what is in a row in its row, all else in a form. A row's own key opens it too."""
        record = self.desk.snapshot.records.get(RecordId(key))
        if isinstance(record, AboutMe):
            self.open_topic(record.topic)
        elif record is None and key in set(Topic):
            self.open_topic(key)
        else:
            super().open_record(key)

    def open_topic(self, key: str) -> None:
        """Change the words of a row where they stand."""
        if key == INVOLVE:
            self._open_involve()
            return
        topic = Topic(key)
        row = self._row_of(topic)
        if row is None:
            return
        about = about_of(self.desk.snapshot, topic)
        if about is None:
            sharing = PRIVATE if topic in PRIVATE_TOPICS else SHARED
            about = AboutMe(
                id=self.desk.new_id(), written=self.desk.now(), sharing=sharing, topic=topic, text=""
            )
        self.close_editor()
        form = InPlaceForm(self.desk, about, topic_name(topic, self.desk.words))
        form.put_back.connect(partial(self._offer_back, topic))
        form.done.connect(self.close_editor)
        self._editor, self._in_place, self._last = form, row, row
        row.hold(form)
        self.bring_into_view(form)
        form.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        say = self.desk.words.say
        self.add_action(self._edit)
        new_goal = self._button(say("about.add_goal", "Add a goal"), partial(self._add, "goal"))
        new_event = self._button(say("about.add_event", "Add what happened"), partial(self._add, "event"))
        know = Column(Heading(say("about.know", "What to know about me")), Hairline(), spacing=8)
        self.main.addWidget(self.story)
        self.main.addLayout(Column(Group(know), Group(self._rows), Row(self._more, 1), spacing=0))
        self.main.addLayout(
            Column(Heading(say("about.goals", "Goals")), self.goals, Row(new_goal, 1), spacing=4)
        )
        self.main.addLayout(
            Column(
                Heading(say("about.life", "What changed my life")), self.events, Row(new_event, 1), spacing=4
            )
        )
        self.main.addStretch(1)
        self.margin.addWidget(self.facts)

    def _connect(self) -> None:
        self._edit.clicked.connect(self._edit_last)
        self._more.clicked.connect(self._show_everything)
        self.story.row.opened.connect(self.open_topic)
        self.story.row.stepped.connect(partial(self._step, self.story.row))
        self.story.row.menu.connect(self._open_menu)
        self.story.cut.connect(self._cut)
        for shown in (self.goals, self.events):
            shown.opened.connect(self.open_record)
            shown.trashed.connect(self._trash)
            offer_menus(self.desk, shown, self.open_record)
        for shown in self.facts.lists:
            offer_menus(self.desk, shown, self.open_record)
        self.facts.opened.connect(self.open_record)
        self.facts.trashed.connect(self._trash)
        self.facts.safety.connect(self._open_safety)
        self.facts.adding.connect(self._add)
        self.facts.none.connect(self._say_none)
        self.facts.unsure.connect(self._take_none_back)
        self.facts.talk.connect(self._let_talk)

    def _show_rows(self) -> None:
        lines = about_lines(self.desk.snapshot, self.desk.words, everything=self._everything)
        if [row.line.key for row in self.rows] != [line.key for line in lines]:
            for row in self.rows:
                self._rows.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows = [InPlaceRow(line) for line in lines]
            for row in self.rows:
                row.opened.connect(self.open_topic)
                row.stepped.connect(partial(self._step, row))
                row.menu.connect(self._open_menu)
                self._rows.addWidget(row)
        for row, line in zip(self.rows, lines, strict=True):
            row.show_line(line)
        self._more.setVisible(not self._everything)

    def _row_of(self, topic: Topic) -> InPlaceRow | None:
        if topic is Topic.STORY:
            return self.story.row
        if topic not in {row.line.key for row in self.rows}:
            self._show_everything()
        return next((row for row in self.rows if row.line.key == topic), None)

    def _show_everything(self) -> None:
        """Show the rows that are seldom asked for too."""
        before = len(self.rows)
        self._everything = True
        self._show_rows()
        new = [row for row in self.rows if not row.line.text]
        if len(self.rows) > before and new:
            new[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, row: InPlaceRow, by: int) -> None:
        rows = [self.story.row, *self.rows]
        at = rows.index(row) + by
        rows[max(0, min(at, len(rows) - 1))].setFocus(Qt.FocusReason.TabFocusReason)

    def _edit_last(self) -> None:
        """Change the row that was in hand last, else the story."""
        self.open_topic((self._last or self.story.row).line.key)

    def _open_menu(self, key: str, place: QPoint) -> None:
        """Open the menu of what is written in a row; an empty row has none."""
        about = about_of(self.desk.snapshot, Topic(key)) if key != INVOLVE else None
        if about is not None:
            opens = self.open_record
            menu = menu_of(self.desk, about.id, self, open_record=opens, change=opens)
            if menu is not None:
                menu.popup(place)

    def _offer_back(self, topic: Topic, draft: str) -> None:
        said = self.desk.words.say("about.old_words", "The old words are back")
        undo = self.desk.words.say("toast.undo", "Undo")
        self.desk.offered.emit(said, (undo, partial(self._bring_back, topic, draft)))

    def _bring_back(self, topic: Topic, draft: str) -> None:
        """Open the row again with what was typed in it."""
        self.desk.keep_draft(f"about:{topic}", draft)
        self.open_topic(topic)

    def _cut(self, at: int) -> None:
        story = about_of(self.desk.snapshot, Topic.STORY)
        if story is not None:
            said = self.desk.words.say("about.cut", "Chosen where the story ends on paper")
            self.desk.do(lambda: self.desk.journal.amend(replace(story, printed=at)), said)

    def _open_involve(self) -> None:
        """Whom to involve stands with the people: with the one it is told of, else with somebody new."""
        people = sorted(
            self.desk.snapshot.of(Contact), key=lambda one: (not one.involve, one.order, one.name)
        )
        if people:
            self.edit(forms.contact_editor(self.desk, people[0]))
        else:
            self._add("contact")

    def _open_safety(self, key: str) -> None:
        self.edit(safety_form(self.desk, SafetyTopic(key)))

    def _add(self, what: str) -> None:
        self.edit(new_form(self.desk, what))

    def _say_none(self, of: str) -> None:
        none = NoneKnown(id=self.desk.new_id(), written=self.desk.now(), of=NoneOf(of))
        saved = self.desk.words.say("about.none.saved", "Saved: none that I know of")
        self.desk.do(lambda: self.desk.journal.record(none), saved)
        self.facts.focus_on_none(NoneOf(of))

    def _take_none_back(self, of: str) -> None:
        saved = self.desk.words.say("about.some.saved", "Saved: it is not written down")
        ids = [none.id for none in self.desk.snapshot.of(NoneKnown) if none.of == of]
        self.desk.do(lambda: self.desk.journal.trash(*ids), saved)
        self.facts.focus_on_none(NoneOf(of))

    def _let_talk(self, key: str, on: bool) -> None:
        contact = self.desk.snapshot.get(Contact, RecordId(key))
        if contact is not None:
            say = self.desk.words.say
            yes = say("about.talk.saved", "You may talk to {name}", name=contact.name)
            no = say("about.talk.not", "Not to be talked to about me: {name}", name=contact.name)
            changed = replace(contact, may_be_spoken_to=on)
            self.desk.do(lambda: self.desk.journal.amend(changed), yes if on else no)

    def _button(self, words: str, slot: Callable[[], None]) -> Button:
        button = Button(words, kind="quiet", icon="plus", size="small")
        button.clicked.connect(slot)
        return button

    def _trash(self, key: str) -> None:
        said = self.desk.words.say("trash.put", "Put in the trash")
        self.desk.do(lambda: self.desk.journal.trash(RecordId(key)), said)


def _item_row(item: AboutItem) -> RecordRow:
    pill = ("plain", item.pill) if item.pill else None
    return RecordRow(key=item.key, words=item.text, when=item.note, pill=pill, spoken=item.spoken)
