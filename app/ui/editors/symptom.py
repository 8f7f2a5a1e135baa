"""A symptom's own settings (interface.md 11.6)."""

from dataclasses import replace
from enum import StrEnum

from app.domain.derived.symptoms.same import renamed, same_name
from app.domain.records import Condition, Record, Symptom
from app.domain.records.record import ConditionId
from app.ui.desk import Desk
from app.ui.editors.anchor_rows import anchors_box
from app.ui.editors.boxes import answer_box, answers_box, line_box, tick_box, when_box
from app.ui.editors.editor import Editor, Field, new_one
from app.ui.widgets.form import FormRow


class Comes(StrEnum):
    """How a symptom comes; where the person does not say, the readings decide."""

    MOST_DAYS = "most days"
    IN_ATTACKS = "in attacks"


class SymptomEditor(Editor):
    """Refuses a name that leads to another symptom already, and says what to do.

    A new name for a known symptom keeps the old one among its other names.
    """

    def save(self) -> None:
        """Save, unless the name stands for another symptom."""
        name = next(field.box.value for field in self._fields if field.name == "name")
        other = same_name(self._desk.snapshot, name, self.record.id) if name.strip() else None
        row = self._rows["name"]
        if other is None or not isinstance(row, FormRow):
            super().save()
            return
        row.show_error(
            self._desk.words.say(
                "symptom.name.taken",
                "{name} already stands for {other}. Take another name, or make the two one.",
                name=name.strip(),
                other=other.name,
            )
        )

    def _changed(self) -> Record:
        record, before = super()._changed(), self.record
        if self._blank or not isinstance(record, Symptom) or not isinstance(before, Symptom):
            return record
        return renamed(replace(record, name=before.name), record.name)


def symptom_editor(desk: Desk, symptom: Symptom, *, new: bool = False) -> Editor:
    """Name, other names, condition, since when, what the numbers mean, how it comes, whether on Today."""
    say = desk.words.say
    fields = [
        _name(desk, new=new),
        Field(
            name="other_names",
            label=say("symptom.others", "Other names it answers to"),
            box=line_box(say("symptom.others.example", "For example: kn, knees")),
            hint=say("symptom.others.hint", "The quick line knows these too. Commas between them."),
            get=lambda one: ", ".join(one.other_names),
            put=lambda one, text: replace(one, other_names=_names_in(text)),
        ),
        *_conditions(desk, symptom),
        Field(
            name="since", label=say("symptom.since", "Since when"), box=when_box(desk.words, desk.read_when)
        ),
        Field(
            name="anchors",
            label=say("symptom.anchors", "What my numbers mean"),
            box=anchors_box(desk.words),
            hint=say("symptom.anchors.hint", "Printed beside the numbers, so that your 6 is read as yours."),
        ),
        _comes(desk),
        Field(
            name="show_on_today",
            label="",
            box=tick_box(say("symptom.today", "Show on Today")),
            own_label=True,
        ),
    ]
    title = say("symptom.another", "Another symptom") if new else say("symptom.settings", "Settings")
    said = say("symptom.saved", "Saved: {name}", name=symptom.name)
    return SymptomEditor(desk, title, symptom, fields, said=said, **new_one("name", Symptom, new=new))


def _name(desk: Desk, *, new: bool) -> Field:
    label, say = desk.words.say("symptom.name", "Name"), desk.words.say
    if new:
        return Field(name="name", label=label, box=line_box(say("symptom.name.example", "For example: jaw")))
    return Field(
        name="name",
        label=label,
        box=line_box(),
        hint=say("symptom.name.hint", "With a new name, the old one stays as another name for it."),
    )


def _conditions(desk: Desk, symptom: Symptom) -> list[Field]:
    found = sorted(desk.snapshot.of(Condition), key=lambda one: (one.order, one.name))
    named = {ConditionId(one.id): one.short or one.name for one in found}
    if not named:
        return []
    label = desk.words.say("symptom.condition", "Condition it belongs to")
    unseen = tuple(key for key in symptom.conditions if key not in named)
    return [
        Field(
            name="conditions",
            label=label,
            box=answers_box(label, named),
            get=lambda one: tuple(key for key in one.conditions if key in named),
            put=lambda one, keys: replace(one, conditions=(*keys, *unseen)),
        )
    ]


def _comes(desk: Desk) -> Field:
    label = desk.words.say("symptom.comes", "It comes")
    choices = {one: desk.words.say("answer", str(one)) for one in Comes}
    return Field(
        name="attack_like",
        label=label,
        box=answer_box(label, choices),
        hint=desk.words.say("symptom.comes.hint", "Leave it empty and your readings decide."),
        get=lambda one: _COMES[one.attack_like],
        put=lambda one, comes: replace(one, attack_like=_ATTACKS[comes]),
    )


_COMES = {None: None, False: Comes.MOST_DAYS, True: Comes.IN_ATTACKS}
_ATTACKS = {comes: attacks for attacks, comes in _COMES.items()}


def _names_in(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
