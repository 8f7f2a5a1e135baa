"""One reading of a symptom (interface.md 11.6)."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.domain.derived.symptoms.heading import anchors_words
from app.domain.derived.symptoms.kept import kept_readings
from app.domain.derived.symptoms.tallies import earlier_words
from app.domain.quick_line.fields import duration_in
from app.domain.records import Symptom, SymptomEntry
from app.ui.attaching.row import attachments_field
from app.ui.body.where_field import where_box
from app.ui.desk import Desk
from app.ui.editors import answers
from app.ui.editors.boxes import answer_box, line_box, scale_box, when_box, words_box
from app.ui.editors.editor import Editor, Field
from app.ui.editors.folding import FoldingEditor
from app.ui.editors.lasting import lasting_box
from app.ui.editors.word_chips import chips_box
from app.ui.widgets.chips import Chip
from app.ui.widgets.form import FormRow
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.severity_scale import SeverityScale
from app.ui.widgets.text import Text


class ScaleRow(QWidget):
    """The scale, what its ends and the person's own numbers mean, and a way to give no number."""

    def __init__(self, scale: SeverityScale, *, note: str, ends: str, own: str) -> None:
        super().__init__()
        self._scale = scale
        self.note = Chip(note)
        means = Column(Text(ends, "caption"), spacing=2)
        if own:
            means.addWidget(Text(own, "words_small", tone="ink2"))
        beside = Row(Group(means), self.note, spacing=16)
        beside.setStretch(0, 1)
        self.setLayout(Column(scale, beside, spacing=8, margins=(0, 0, 0, 10)))
        scale.chosen.connect(self._note_number)
        self.note.toggled.connect(self._note_none)

    def _note_number(self, place: int) -> None:
        if place >= 0:
            self.note.setChecked(False)

    def _note_none(self, on: bool) -> None:
        if on:
            self._scale.empty()


class SymptomEntryEditor(FoldingEditor):
    """How bad is open; the rest is one line each, opened where there is more to say."""

    def _row(self, field: Field) -> QWidget:
        scale = field.box.widget
        if not isinstance(scale, SeverityScale):
            return super()._row(field)
        say, entry = self._desk.words.say, self.record
        symptom = self._desk.snapshot.symptom(entry.symptom) if isinstance(entry, SymptomEntry) else None
        own = anchors_words(symptom, self._desk.words) if symptom is not None else ""
        ends = say("entry.scale", "0 none, 10 worst you can imagine. Empty is fine: it is then only noted.")
        shown = ScaleRow(scale, note=say("entry.note_only", "Just note it"), ends=ends, own=own)
        row = FormRow(field.label, scale, shown=shown)
        scale.setAccessibleDescription(" ".join(part for part in (ends, own) if part))
        known = entry.id in self._desk.snapshot.records
        if known and isinstance(entry, SymptomEntry) and entry.severity is None:
            shown.note.setChecked(True)
        return row


def symptom_entry_editor(desk: Desk, entry: SymptomEntry, *, new: bool = False) -> Editor:
    """How bad, when, how long, where, what makes it worse, what helps, what it kept from, words, files."""
    say, words = desk.words.say, desk.words
    symptom = desk.snapshot.symptom(entry.symptom)
    how_bad = say("entry.how_bad", "How bad, 0 to 10")
    kept_from = say("entry.impact", "It kept me from")
    impacts = answers.said(words, answers.IMPACT)
    impact = answer_box(kept_from, impacts)
    files = attachments_field(desk, entry)
    fields = [
        Field(name="severity", label=how_bad, box=scale_box(words, how_bad)),
        Field(name="when", label=say("entry.when", "When"), box=when_box(words, desk.read_when)),
        Field(
            name="lasted",
            label=say("entry.lasted", "How long"),
            box=lasting_box(words),
            get=_lasted_words,
            put=_put_lasted,
        ),
        Field(name="where", label=say("entry.where", "Where on the body"), box=where_box(words)),
        *_chosen_before(desk, symptom),
        Field(name="impact", label=kept_from, box=impact),
        Field(name="could_not", label=say("entry.could_not", "What I could not do"), box=line_box()),
        Field(name="note", label=say("entry.note", "In my words"), box=words_box()),
        files,
    ]

    def impact_words() -> str:
        return impacts[impact.value] if impact.value is not None else ""

    def file_count() -> str:
        count = len(files.box.value)
        return words.count("entry.files", "{n} file", "{n} files", count) if count else ""

    name = symptom.name if symptom is not None else say("entry.title", "Symptom")
    return SymptomEntryEditor(
        desk,
        say("symptoms.write", "Write it down") if new else name,
        entry,
        fields,
        said=say("entry.saved", "Saved: {name}", name=name),
        place=f"new reading:{entry.symptom}" if new else "",
        says={"impact": impact_words, "attachments": file_count},
    )


def _chosen_before(desk: Desk, symptom: Symptom | None) -> Sequence[Field]:
    """What makes it worse, what helps, tags: chips of what was written for this symptom before."""
    say = desk.words.say
    labels = {
        "worse_with": say("entry.worse", "Makes it worse"),
        "helped_by": say("entry.helps", "Helps"),
        "tags": say("entry.tags", "Tags"),
    }
    kept = kept_readings(desk.snapshot).get(symptom.id) if symptom is not None else None
    before = kept.entries if kept is not None else ()
    return [
        Field(name=name, label=label, box=chips_box(desk.words, label, earlier_words(before, name)))
        for name, label in labels.items()
    ]


def _lasted_words(entry: SymptomEntry) -> str:
    return entry.lasted.words if entry.lasted is not None else ""


def _put_lasted(entry: SymptomEntry, text: str) -> SymptomEntry:
    return replace(entry, lasted=duration_in(text))
