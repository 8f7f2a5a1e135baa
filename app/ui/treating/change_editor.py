"""Something changed about a treatment: first what, then only what fits it (interface.md 11.7)."""

from collections.abc import Iterator
from dataclasses import replace

from app.domain.derived.treatments.story import TreatmentStory, stories, story_of
from app.domain.derived.treatments.switching import begun_by
from app.domain.records import Record, Treatment, TreatmentChange
from app.domain.records.record import RecordId, TreatmentId
from app.domain.records.treatments import ChangeKind
from app.domain.records.when import on_day
from app.ui.desk import Desk
from app.ui.editors import answers
from app.ui.editors.boxes import Box, answer_box
from app.ui.editors.editor import Editor, Field
from app.ui.treating.change_fields import (
    ALWAYS,
    FITS,
    ORDER,
    dose_field,
    often_field,
    plain_fields,
)
from app.ui.treating.what_for import WhatFor, WhatForField, what_for, what_for_box
from app.ui.treating.which import Which, WhichField, which_box
from app.ui.widgets.form import FormRow

_RARELY_ASKED = (ChangeKind.TAKEN, ChangeKind.HOW_TAKEN)
"""Kinds that are written elsewhere; in the form only where the change is one."""

_OF_THE_TREATMENT = ("route", "for", "to_planned", "to_often", "to", "which")


def change_editor(desk: Desk, change: TreatmentChange) -> "ChangeEditor":
    """The form of a change that is in the journal."""
    treatment = desk.snapshot.treatment(change.treatment)
    name = treatment.name if treatment is not None else desk.words.say("change.unnamed", "Treatment")
    return ChangeEditor(desk, name, change, new=False)


def new_change_editor(desk: Desk, treatment: RecordId | None) -> "ChangeEditor":
    """The form for a new change, of this treatment unless another is chosen in it."""
    change = TreatmentChange(
        id=desk.new_id(),
        written=desk.now(),
        treatment=TreatmentId(treatment or desk.new_id()),
        change=ChangeKind.NOTICED,
        when=on_day(desk.today()),
    )
    return ChangeEditor(desk, desk.words.say("treatments.changed", "Something changed"), change, new=True)


class ChangeEditor(Editor):
    """Asks what changed; the answer brings the fields that fit. What no longer fits is not saved."""

    def __init__(self, desk: Desk, title: str, change: TreatmentChange, *, new: bool) -> None:
        say = desk.words.say
        self._new = new
        self._change = change
        self._fresh = TreatmentId(desk.new_id())  # what it is about, where that is new
        self._other = TreatmentId(desk.new_id())  # what it is switched to, where that is new
        known = {one.id: one.name for one in _by_use(desk)}
        self._which = WhichField(desk.words, say("change.which", "Which"), known, new=new)
        self._to = WhichField(
            desk.words,
            say("change.to_what", "To what"),
            known,
            none=say("change.to.none", "not written"),
        )
        self._for = WhatForField(desk.words, desk.snapshot)
        self._kind: Box[ChangeKind | None] = answer_box(*_kinds(desk, change))
        plain = plain_fields(desk, change)
        own = self._own_fields(desk)
        fields = {field.name: field for field in (*own, *plain)}
        place = f"new {change.KIND}:{change.treatment}" if new else ""
        super().__init__(desk, title, change, [fields[name] for name in ORDER], said="", place=place)
        self._kind.changed.connect(self._suit_which)
        self._kind.changed.connect(self._fit)
        for field in (self._which, self._to):
            field.changed.connect(self._fit)
        self._which.changed.connect(self._show_another)
        self._suit_which()
        self._fit()

    def save(self) -> None:
        """Record the change, with what it says of the treatment; say what is missing first."""
        say = self._desk.words.say
        if self._kind.value is None:
            self._miss("change", say("change.what.missing", "Choose what happened first."))
        elif not self._which.which.said:
            self._miss("which", say("change.which.missing", "Choose which one, or write its name."))
        else:
            super().save()

    # What is asked

    def _own_fields(self, desk: Desk) -> list[Field]:
        """What is not simply a field of the change."""
        say = desk.words.say
        treatment = desk.snapshot.treatment(self._change.treatment)
        route = say("treatment.route", "How")
        which = Which(key=RecordId(self._change.treatment)) if treatment else Which()
        switched = self._change.switched_to
        to = Which(key=RecordId(switched)) if switched else Which()
        routes = answer_box(route, answers.said(desk.words, answers.ROUTE))
        purpose = what_for(treatment)
        return [
            Field(
                name="change",
                label=say("change.what", "What changed?"),
                box=self._kind,
                get=lambda change: None if self._new else change.change,
                put=lambda change, kind: replace(change, change=kind or change.change),
            ),
            Field(
                name="which",
                label=say("change.which", "Which"),
                box=which_box(self._which),
                get=lambda _change: which,
                put=_leave,
            ),
            Field(
                name="to",
                label=say("change.to_what", "To what"),
                box=which_box(self._to),
                get=lambda _change: to,
                put=_leave,
            ),
            _aside(dose_field(desk, "to_planned", say("change.to.planned", "Dose of the new one"))),
            _aside(often_field(desk, "to_often", say("change.to.often", "How often the new one"))),
            Field(
                name="route",
                label=route,
                box=routes,
                get=lambda _change: treatment.route if treatment else None,
                put=_leave,
            ),
            Field(
                name="for",
                label=say("change.for", "For"),
                box=what_for_box(self._for),
                get=lambda _change: purpose,
                put=_leave,
            ),
        ]

    def _fit(self) -> None:
        """Show what fits what happened, and what was already written."""
        fitting = {field.name for field in self._fitting()}
        for name, row in self._rows.items():
            row.setVisible(name in fitting)
        self.updateGeometry()

    def _suit_which(self) -> None:
        """What is started is something new, unless the person says which; anything else is the chosen one."""
        box = next(field.box for field in self._fields if field.name == "which")
        treatment = self._desk.snapshot.treatment(self._change.treatment)
        if not self._new or box.touched or treatment is None:
            return
        taken = story_of(self._desk.snapshot, treatment, self._desk.today()).taking_now
        new = self._kind.value is ChangeKind.STARTED and taken
        box.show(Which() if new else Which(key=RecordId(treatment.id)))

    def _show_another(self) -> None:
        """Another treatment is meant: how it is taken and what for are that one's, or not known yet."""
        treatment = self._desk.snapshot.treatment(self._which.which.key)
        fields = {field.name: field for field in self._fields}
        if not fields["route"].box.touched:
            fields["route"].box.show(treatment.route if treatment else None)
        if not fields["for"].box.touched:
            fields["for"].box.show(what_for(treatment))

    def _fitting(self) -> tuple[Field, ...]:
        kind = self._kind.value
        names = {*ALWAYS, *FITS.get(kind, ())} if kind is not None else {"change"}
        return tuple(field for field in self._fields if field.name in names or self._is_written(field))

    def _is_written(self, field: Field) -> bool:
        """Whether a field of an earlier change holds something, so that it is never hidden away."""
        if self._new or field.name in _OF_THE_TREATMENT:
            return False
        return bool(self._get(field))

    # What is saved

    def _changed(self) -> Record:
        record = super()._changed()
        assert isinstance(record, TreatmentChange)  # noqa: S101 - what the form was opened with
        which = self._which.which
        key = TreatmentId(which.key) if which.key else self._fresh if which.name else record.treatment
        record = replace(record, treatment=key)
        to = next(field for field in self._fields if field.name == "to")
        if record.change is ChangeKind.SWITCHED and to.box.touched:
            record = replace(record, switched_to=self._switched_to())
        return record

    def _switched_to(self) -> TreatmentId | None:
        to = self._to.which
        if to.key is not None:
            return TreatmentId(to.key)
        return self._other if to.name else None

    def _beside(self, record: Record) -> tuple[Record, ...]:
        assert isinstance(record, TreatmentChange)  # noqa: S101 - what the form was opened with
        return (*self._treatments(record), *super()._beside(record))

    def _treatments(self, change: TreatmentChange) -> Iterator[Record]:
        """The treatment where it is new or more is known of it, and what it was switched to."""
        before = self._desk.snapshot.treatment(change.treatment)
        which = self._which.which
        base = before or Treatment(
            id=RecordId(change.treatment),
            written=self._desk.now(),
            name=which.name,
            treatment=which.kind,
        )
        later = self._with_purpose(base) if change.change is ChangeKind.STARTED else base
        if later != before:
            yield later
        if change.change is ChangeKind.SWITCHED:
            yield from self._begun(change)

    def _with_purpose(self, treatment: Treatment) -> Treatment:
        fields = {field.name: field for field in self._fields}
        later = treatment
        if fields["route"].box.touched:
            later = replace(later, route=fields["route"].box.value)
        if fields["for"].box.touched:
            purpose: WhatFor = fields["for"].box.value
            later = replace(
                later,
                for_conditions=purpose.conditions,
                for_symptoms=purpose.symptoms,
                for_words=purpose.words,
            )
        return later

    def _begun(self, change: TreatmentChange) -> Iterator[Record]:
        """What it was switched to, begun; once, when that is said."""
        fields = {field.name: field for field in self._fields}
        if not (self._new or fields["to"].box.touched):
            return
        desk, to = self._desk, self._to.which
        yield from begun_by(
            change,
            desk.snapshot,
            name=to.name,
            kind=to.kind,
            dose=fields["to_planned"].box.value,
            how_often=fields["to_often"].box.value,
            now=desk.now(),
            new_id=desk.new_id,
        )

    def _saved(self, record: Record) -> str:
        """What the message says: what happened, by the treatment's name."""
        assert isinstance(record, TreatmentChange)  # noqa: S101 - what the form was opened with
        treatment = self._desk.snapshot.treatment(record.treatment)
        name = treatment.name if treatment is not None else self._which.which.name
        return self._desk.words.say("change.saved", "Saved: {name}", name=name)

    def _miss(self, name: str, sentence: str) -> None:
        row = self._rows[name]
        if isinstance(row, FormRow):
            row.show_error(sentence)


def _kinds(desk: Desk, change: TreatmentChange) -> tuple[str, dict[ChangeKind, str]]:
    offered = {
        kind: words
        for kind, words in answers.CHANGE.items()
        if kind not in _RARELY_ASKED or kind is change.change
    }
    return desk.words.say("change.what", "What changed?"), answers.said(desk.words, offered)


def _by_use(desk: Desk) -> list[Treatment]:
    """What is taken now first, then the rest, each by name."""
    told = stories(desk.snapshot, desk.today())
    return [one.treatment for one in sorted(told, key=_taken_now_first)]


def _taken_now_first(story: TreatmentStory) -> tuple[bool, str]:
    return not story.taking_now, story.treatment.name.casefold()


def _leave(change: TreatmentChange, _value: object) -> TreatmentChange:
    """What is said of the treatment is no field of the change."""
    return change


def _nothing(_change: TreatmentChange) -> str:
    return ""


def _aside(field: Field) -> Field:
    return replace(field, get=_nothing, put=_leave)
