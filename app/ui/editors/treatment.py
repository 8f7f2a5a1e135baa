"""The treatment itself: what it is called, what sort it is, what it is for, who prescribes it."""

from dataclasses import replace

from app.domain.records import Treatment
from app.domain.records.treatments import TreatmentKind
from app.ui.attaching.row import attachments_field
from app.ui.desk import Desk
from app.ui.editors import answers
from app.ui.editors.boxes import (
    answer_box,
    line_box,
    lines_box,
    pick_box,
    sure_answer_box,
    tick_box,
)
from app.ui.editors.editor import Editor, Field
from app.ui.treating.what_for import WhatFor, WhatForField, what_for, what_for_box


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
        Field(
            name="for",
            label=say("treatment.for", "What for"),
            box=what_for_box(WhatForField(desk.words, desk.snapshot)),
            get=what_for,
            put=_put_what_for,
        ),
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
        attachments_field(desk, treatment),
    ]
    return Editor(
        desk,
        treatment.name,
        treatment,
        fields,
        said=say("change.saved", "Saved: {name}", name=treatment.name),
    )


def _put_what_for(treatment: Treatment, purpose: WhatFor) -> Treatment:
    return replace(
        treatment,
        for_conditions=purpose.conditions,
        for_symptoms=purpose.symptoms,
        for_words=purpose.words,
    )
