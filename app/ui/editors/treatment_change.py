"""Something changed about a treatment, and the treatment itself (interface.md 11.7)."""

from dataclasses import replace

from app.domain.quick_line.fields import dose_in, frequency_in
from app.domain.records import Treatment, TreatmentChange
from app.domain.records.treatments import ChangeKind, Dose, Frequency, SideEffect, TreatmentKind
from app.ui.attaching.row import attachments_field
from app.ui.desk import Desk
from app.ui.editors import answers
from app.ui.editors.boxes import (
    answer_box,
    answers_box,
    line_box,
    lines_box,
    pick_box,
    sure_answer_box,
    tick_box,
    when_box,
    words_box,
)
from app.ui.editors.editor import Editor, Field


def treatment_change_editor(desk: Desk, change: TreatmentChange) -> Editor:
    """What changed, when, the planned dose and the one really taken, why, what was noticed, all in all."""
    treatment = desk.snapshot.treatment(change.treatment)
    name = treatment.name if treatment is not None else desk.words.say("change.unnamed", "Treatment")
    fields = [
        *_what(desk),
        *_doses(desk),
        *_how_taken(desk),
        *_why(desk),
        *_noticed(desk),
        attachments_field(desk, change),
    ]
    return Editor(desk, name, change, fields, said=desk.words.say("change.saved", "Saved: {name}", name=name))


def _what(desk: Desk) -> list[Field]:
    say = desk.words.say
    what = say("change.what", "What changed?")
    kinds = answers.said(desk.words, answers.CHANGE)
    return [
        Field(name="change", label=what, box=sure_answer_box(what, kinds, ChangeKind.NOTICED)),
        Field(name="when", label=say("change.when", "When"), box=when_box(desk.words, desk.read_when)),
        Field(
            name="until",
            label=say("treatment_change.until", "Until, if it was for a while"),
            box=when_box(desk.words, desk.read_when),
        ),
    ]


def _doses(desk: Desk) -> list[Field]:
    say = desk.words.say
    example = say("change.dose.example", "For example: 250 mg")
    often = say("change.often.example", "For example: twice a day, every 2 weeks, when needed")

    def dose(name: str, label: str, hint: str = "") -> Field:
        return Field(
            name=name,
            label=label,
            box=line_box(example),
            hint=hint,
            get=lambda change: _words_of(getattr(change, name)),
            put=lambda change, text: replace(change, **{name: dose_in(text)}),
        )

    def how_often(name: str, label: str) -> Field:
        return Field(
            name=name,
            label=label,
            box=line_box(often),
            get=lambda change: _words_of(getattr(change, name)),
            put=lambda change, text: replace(change, **{name: frequency_in(text)}),
        )

    return [
        dose("planned", say("change.planned", "Dose, as planned")),
        how_often("how_often", say("change.often", "How often, as planned")),
        dose(
            "taking",
            say("change.taking", "Dose I really take"),
            say("change.taking.hint", "If it is another."),
        ),
        how_often("taking_how_often", say("change.taking.often", "How often I really take it")),
    ]


def _how_taken(desk: Desk) -> list[Field]:
    say = desk.words.say
    taken = say("change.taken", "How it's really being taken")
    barriers = say("change.barriers", "What gets in the way")
    return [
        Field(
            name="taken",
            label=taken,
            box=answer_box(taken, answers.said(desk.words, answers.TAKEN)),
            hint=say("change.taken.hint", "No right answer. It helps whoever helps you."),
        ),
        Field(
            name="barriers",
            label=barriers,
            box=answers_box(barriers, answers.said(desk.words, answers.BARRIER)),
        ),
    ]


def _why(desk: Desk) -> list[Field]:
    say = desk.words.say
    why, decided = say("change.why", "Why"), say("change.decided", "Who decided")
    nobody = say("change.nobody", "nobody in particular")
    return [
        Field(
            name="decided", label=decided, box=answer_box(decided, answers.said(desk.words, answers.DECIDED))
        ),
        Field(
            name="clinician",
            label=say("change.clinician", "With which clinician"),
            box=pick_box(say("change.clinician", "With which clinician"), desk.clinicians(), nobody),
        ),
        Field(name="why", label=why, box=answers_box(why, answers.said(desk.words, answers.WHY))),
        Field(name="why_words", label=say("change.why.words", "Why, in my words"), box=words_box(lines=1)),
    ]


def _noticed(desk: Desk) -> list[Field]:
    say = desk.words.say
    verdict, again = say("change.verdict", "All in all"), say("change.again", "Would I try it again?")
    return [
        Field(name="noticed", label=say("change.noticed", "What did you notice?"), box=words_box(lines=2)),
        Field(
            name="side_effects",
            label=say("change.side_effects", "Side effects, one a line"),
            box=lines_box(lines=1),
            get=lambda change: tuple(effect.words for effect in change.side_effects),
            put=_put_side_effects,
        ),
        Field(
            name="not_tolerated",
            label="",
            box=tick_box(say("change.not_tolerated", "I could not tolerate it")),
            own_label=True,
        ),
        Field(name="reaction", label=say("change.reaction", "What it did to me"), box=line_box()),
        Field(
            name="verdict", label=verdict, box=answer_box(verdict, answers.said(desk.words, answers.VERDICT))
        ),
        Field(
            name="verdict_words", label=say("change.verdict.words", "All in all, in my words"), box=line_box()
        ),
        Field(name="again", label=again, box=answer_box(again, answers.said(desk.words, answers.AGAIN))),
        Field(name="note", label=say("change.note", "Anything else"), box=words_box(lines=2)),
    ]


def _words_of(value: Dose | Frequency | None) -> str:
    return value.words if value is not None else ""


def _put_side_effects(change: TreatmentChange, texts: tuple[str, ...]) -> TreatmentChange:
    """A side effect whose words stay keeps how bad it was and when."""
    before = {effect.words: effect for effect in change.side_effects}
    effects = tuple(before.get(text) or SideEffect(words=text) for text in texts)
    return replace(change, side_effects=effects)


def treatment_editor(desk: Desk, treatment: Treatment) -> Editor:
    """The treatment itself: its name, what sort it is, what for, who prescribes it."""
    say = desk.words.say
    kind, route = say("treatment.kind", "What sort"), say("treatment.route", "How")
    prescriber = say("treatment.prescriber", "Who prescribes it now")
    fields = [
        Field(name="name", label=say("treatment.name", "Name"), box=line_box()),
        Field(
            name="treatment",
            label=kind,
            box=sure_answer_box(kind, answers.said(desk.words, answers.TREATMENT), TreatmentKind.PRESCRIBED),
        ),
        Field(name="route", label=route, box=answer_box(route, answers.said(desk.words, answers.ROUTE))),
        Field(name="form", label=say("treatment.form", "Form, if it matters"), box=line_box()),
        Field(name="for_words", label=say("treatment.for", "What for"), box=line_box()),
        Field(
            name="prescriber",
            label=prescriber,
            box=pick_box(prescriber, desk.clinicians(), say("treatment.nobody", "not written")),
        ),
        Field(
            name="my_choice", label="", box=tick_box(say("treatment.mine", "My own choice")), own_label=True
        ),
        Field(
            name="other_names",
            label=say("treatment.other_names", "Other names the quick line knows it by, one a line"),
            box=lines_box(lines=1),
        ),
    ]
    return Editor(
        desk,
        treatment.name,
        treatment,
        fields,
        said=say("change.saved", "Saved: {name}", name=treatment.name),
    )
