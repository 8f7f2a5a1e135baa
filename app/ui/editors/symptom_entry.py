"""One reading of a symptom (interface.md 11.6)."""

from dataclasses import replace

from app.domain.quick_line.fields import duration_in
from app.domain.records import Symptom, SymptomEntry
from app.ui.attaching.row import attachments_field
from app.ui.desk import Desk
from app.ui.editors import answers
from app.ui.editors.boxes import answer_box, line_box, lines_box, scale_box, when_box, words_box
from app.ui.editors.editor import Editor, Field


def symptom_entry_editor(desk: Desk, entry: SymptomEntry, *, new: bool = False) -> Editor:
    """How bad, when, how long, where, what makes it worse, what helps, what it kept from."""
    say = desk.words.say
    symptom = desk.snapshot.symptom(entry.symptom)
    how_bad = say("entry.how_bad", "How bad, 0 to 10")
    kept_from = say("entry.impact", "It kept me from")
    fields = [
        Field(
            name="severity",
            label=how_bad,
            box=scale_box(desk.words, how_bad),
            hint=say(
                "entry.scale", "0 none, 10 worst you can imagine. Empty is fine: it is then only noted."
            ),
        ),
        Field(name="when", label=say("entry.when", "When"), box=when_box(desk.words, desk.read_when)),
        Field(
            name="lasted",
            label=say("entry.lasted", "How long"),
            box=line_box(say("entry.lasted.example", "For example: two hours, all day")),
            get=_lasted_words,
            put=_put_lasted,
        ),
        Field(
            name="where", label=say("entry.where", "Where on the body, one a line"), box=lines_box(lines=1)
        ),
        Field(
            name="worse_with", label=say("entry.worse", "Makes it worse, one a line"), box=lines_box(lines=1)
        ),
        Field(name="helped_by", label=say("entry.helps", "Helps, one a line"), box=lines_box(lines=1)),
        Field(
            name="impact",
            label=kept_from,
            box=answer_box(kept_from, answers.said(desk.words, answers.IMPACT)),
        ),
        Field(name="could_not", label=say("entry.could_not", "What I could not do"), box=line_box()),
        Field(name="note", label=say("entry.note", "In my words"), box=words_box()),
        attachments_field(desk, entry),
    ]
    title = symptom.name if isinstance(symptom, Symptom) else say("entry.title", "Symptom")
    place = f"new reading:{entry.symptom}" if new else ""
    return Editor(
        desk, title, entry, fields, said=say("entry.saved", "Saved: {name}", name=title), place=place
    )


def _lasted_words(entry: SymptomEntry) -> str:
    return entry.lasted.words if entry.lasted is not None else ""


def _put_lasted(entry: SymptomEntry, text: str) -> SymptomEntry:
    return replace(entry, lasted=duration_in(text))
