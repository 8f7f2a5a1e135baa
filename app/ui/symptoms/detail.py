"""One symptom: how it has been, what was written beside it, every reading, and its forms."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.derived.readings import Readings
from app.domain.derived.symptoms.calendar import CalendarDay
from app.domain.derived.symptoms.heading import since_words
from app.domain.derived.symptoms.kept import Kept
from app.domain.derived.today_ledger import inside_sentence
from app.domain.quick_line import severity_words
from app.domain.records import Symptom, SymptomEntry
from app.domain.records.record import RecordId, SymptomId
from app.domain.records.when import When, at_time, on_day
from app.ui.desk import Desk
from app.ui.editors.editing_page import EditingPage
from app.ui.editors.editor import UNNAMED, Editor
from app.ui.editors.symptom import symptom_editor
from app.ui.editors.symptom_entry import symptom_entry_editor
from app.ui.entry_menu import offer_menus
from app.ui.symptoms.about_it import AboutIt
from app.ui.symptoms.merge_form import MergeForm
from app.ui.symptoms.one_symptom import OneSymptom
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fold import Fold
from app.ui.widgets.text import Text

_READING_OF = "reading of "


class SymptomDetail(EditingPage):
    """What is chosen in the list.

    ``shown_other(key)`` asks the list to choose another symptom, ``stale()`` to show this one again;
    ``covered()`` follows a form that opens over the symptom, or closes.
    """

    shown_other = Signal(str)
    stale = Signal()
    covered = Signal()

    def __init__(self, desk: Desk) -> None:
        say = desk.words.say
        super().__init__(desk, say("symptoms.title", "Symptoms"), ())
        self._kept: Kept | None = None
        self._merging: MergeForm | None = None
        self._since = Text("", "small", tone="ink2", wrap=False)
        self._edit = Button(say("symptoms.edit", "Edit"))
        self._write = Button(say("symptoms.write", "Write it down"), kind="main", icon="plus")
        self._first = Button(say("symptoms.first", "Name a symptom"), kind="main", icon="plus")
        self._empty = EmptyState(
            say("symptoms.empty", "No symptoms yet."),
            say("symptoms.empty.more", "Name one in the quick line and it appears here: headache 6."),
            (self._first,),
        )
        self.one = OneSymptom(desk.words)
        self._arrange()

    # What is shown

    @property
    def key(self) -> RecordId:
        """The symptom in view; empty for none."""
        return self._kept.symptom.id if self._kept is not None else RecordId("")

    @property
    def busy(self) -> bool:
        """Whether a form covers the symptom."""
        return self._editor is not None or self._merging is not None

    def first_focus(self) -> QWidget | None:
        """The form that is open, else the picture; on an empty page the way to the first symptom."""
        form = self._editor or self._merging
        if form is not None:
            return form.first_focus()
        return self._first if self._kept is None else self.one.pictures.shown

    def show_nothing(self) -> None:
        """Say how the first symptom comes here."""
        self._kept = None
        self.set_title(self.desk.words.say("symptoms.title", "Symptoms"))
        self._since.say("")
        self._place()

    def show_kept(self, kept: Kept, readings: Readings, today: date) -> None:
        """Show a symptom, or what changed in it."""
        self._kept = kept
        self.set_title(kept.symptom.name)
        since = since_words(kept.symptom, self.desk.snapshot, self.desk.words)
        for text in (self._since, self.one.since):
            text.say(since)
        self.one.show_kept(kept, readings, today)
        self._place()

    def _place(self) -> None:
        """Show what there is: a symptom, or the way to the first one."""
        there = self._kept is not None
        self._empty.setVisible(not there)
        self.one.setVisible(there)
        self._fold_actions()
        self._fold_parts(self.fold)
        self.covered.emit()

    def _fold_parts(self, fold: Fold) -> None:
        beside = fold >= Fold.NORMAL and bool(self._since.words)
        self._since.setVisible(beside)
        self.one.since.setVisible(not beside and bool(self.one.since.words))
        self.one.fold(fold)
        if self._kept is None or self.busy:
            for button in (self._edit, self._write, self._more):
                button.hide()

    def _arrange(self) -> None:
        self.main.addWidget(self._empty)
        self.main.addWidget(self.one)
        self.main.addStretch(1)
        self._header.insertWidget(1, self._since)
        for button in (self._write, self._edit):  # the most wanted one first, for a narrow page
            self.add_action(button)
        self._header.insertWidget(self._header.indexOf(self._write), self._edit)
        self.folded.connect(self._fold_parts)
        self._write.clicked.connect(self.write_down)
        self._edit.clicked.connect(self.change)
        self._first.clicked.connect(self.add)
        self.one.pictures.opened.connect(self._open_day)
        self.one.pictures.written.connect(self.write_on)
        self.one.pictures.trashed.connect(self._trash_day)
        self.one.written.opened.connect(self.open_record)
        self.one.written.trashed.connect(self._trash)
        offer_menus(self.desk, self.one.written.listed, self.open_record)

    # What the person does

    def edit(self, editor: Editor) -> None:
        """Show a form in place of the symptom; the header's buttons wait until it is done."""
        super().edit(editor)
        self._place()

    def add(self) -> None:
        """Open the form for another symptom."""
        order = max((one.order + 1 for one in self.desk.snapshot.of(Symptom)), default=0)
        new = Symptom(id=self.desk.new_id(), written=self.desk.now(), name=UNNAMED, order=order)
        self.edit(symptom_editor(self.desk, new, new=True))

    def change(self) -> None:
        """Open the settings of the symptom in view, and what can be done with it as a whole below them."""
        symptom = self.desk.snapshot.get(Symptom, self.key)
        if symptom is None:
            return
        editor = symptom_editor(self.desk, symptom)
        whole = AboutIt(self.desk, symptom)
        whole.same.connect(self.merge)
        whole.did.connect(self.close_editor)
        whole.moved.connect(editor.renew)
        editor.add_below(whole)
        self.edit(editor)

    def merge(self) -> None:
        """Open the form that makes this symptom and another one."""
        symptom = self.desk.snapshot.get(Symptom, self.key)
        self.close_editor()
        if symptom is None:
            return
        self._merging = MergeForm(self.desk, symptom)
        self._merging.done.connect(self._close_merging)
        self._shown.addWidget(self._merging)
        self._shown.setCurrentWidget(self._merging)
        self._merging.first_focus().setFocus()
        self._place()

    def write_down(self) -> None:
        """Open the form for a reading of now."""
        self._open_new(at_time(self.desk.now()))

    def write_on(self, day: CalendarDay, value: int) -> None:
        """Keep a reading of a day at once: now, if it is today."""
        self._keep(value, at_time(self.desk.now()) if day.today else on_day(day.day))

    def write_now(self, value: int) -> None:
        """Keep a reading of now at once."""
        self._keep(value, at_time(self.desk.now()))

    def open_record(self, key: str) -> None:
        """Open the form of a reading or of a symptom; of a reading to come, by its symptom's id."""
        if key.startswith(_READING_OF):
            self.shown_other.emit(key.removeprefix(_READING_OF))
            self.write_down()
            return
        record = self.desk.snapshot.records.get(RecordId(key))
        if isinstance(record, SymptomEntry | Symptom):
            self.shown_other.emit(record.symptom if isinstance(record, SymptomEntry) else record.id)
        if isinstance(record, Symptom):
            self.change()
        else:
            super().open_record(key)

    def form_in_view(self) -> tuple[str, str]:
        """The form that is open; a reading that is not kept yet by its symptom."""
        editor = self._editor
        record = editor.record if editor is not None else None
        if isinstance(record, SymptomEntry) and record.id not in self.desk.snapshot.records:
            return f"{_READING_OF}{record.symptom}", ""
        return super().form_in_view()

    def go_back(self) -> None:
        """Go back from the form that is open."""
        if self._merging is not None:
            self._merging.leave()
        else:
            super().go_back()

    def refresh(self) -> None:
        """Ask for what the journal says now."""
        self.stale.emit()

    def close_editor(self) -> None:
        """Show the symptom again, or the one that was just named."""
        self._drop_merging()
        record = self._editor.record if self._editor is not None else None
        is_new = isinstance(record, Symptom) and record.id != self.key
        super().close_editor()
        if is_new and record is not None and record.id in self.desk.snapshot.records:
            self.shown_other.emit(record.id)

    def _open_day(self, day: CalendarDay) -> None:
        if day.entries:
            self.open_record(day.entries[0])
        else:
            self._open_new(at_time(self.desk.now()) if day.today else on_day(day.day))

    def _open_new(self, when: When) -> None:
        if self._kept is not None:
            new = SymptomEntry(
                id=self.desk.new_id(), written=self.desk.now(), symptom=SymptomId(self.key), when=when
            )
            self.edit(symptom_entry_editor(self.desk, new, new=True))

    def _keep(self, value: int, when: When) -> None:
        if self._kept is None:
            return
        desk, words = self.desk, self.desk.words
        entry = SymptomEntry(
            id=desk.new_id(), written=desk.now(), symptom=SymptomId(self.key), when=when, severity=value
        )
        what = f"{inside_sentence(self._kept.symptom.name)} {severity_words(value, words)}"
        if when.day is not None and when.day != desk.today():
            what = f"{what}, {words.weekday(when.day)}"
        desk.do(lambda: desk.journal.record(entry), words.say("today.saved", "Saved: {what}", what=what))

    def _trash_day(self, day: CalendarDay) -> None:
        self._trash(day.entries[0])

    def _trash(self, key: str) -> None:
        said = self.desk.words.say("trash.put", "Put in the trash")
        self.desk.do(lambda: self.desk.journal.trash(RecordId(key)), said)

    def _close_merging(self, key: str) -> None:
        self._drop_merging()
        self.shown_other.emit(key)
        self._edit.setFocus()

    def _drop_merging(self) -> None:
        form, self._merging = self._merging, None
        if form is not None:
            self._shown.removeWidget(form)
            form.deleteLater()
            self._place()
