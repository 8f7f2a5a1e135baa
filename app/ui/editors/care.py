"""A clinician, a plan step, an event, a measurement and a free note."""

from app.domain.records import Clinician, Decision, Event, Measurement, Note, PlanStep
from app.domain.records.events import EventKind
from app.domain.records.plans import Outcome, PlanPart, StepKind, Who
from app.ui.attaching.row import attachments_field
from app.ui.desk import Desk
from app.ui.editors import answers
from app.ui.editors.boxes import (
    answer_box,
    answers_box,
    line_box,
    pick_box,
    sure_answer_box,
    tick_box,
    when_box,
    words_box,
)
from app.ui.editors.editor import Editor, Field, new_one
from app.ui.editors.keep_from import with_keep_from
from app.ui.editors.units import usual_unit


def clinician_editor(desk: Desk, clinician: Clinician, *, new: bool = False) -> Editor:
    """Name, role, place, how to reach them, from when to when, what they like to see first."""
    say = desk.words.say
    fields = [
        Field(
            name="name",
            label=say("clinician.name", "Name"),
            box=line_box(say("clinician.example", "For example: Dr Ama Osei")),
        ),
        Field(name="short", label=say("clinician.short", "Short name for tables"), box=line_box()),
        Field(name="role", label=say("clinician.role", "Role"), box=line_box()),
        Field(
            name="specialty",
            label=say("clinician.specialty", "Specialty, as documents name it"),
            box=line_box(),
        ),
        Field(name="place", label=say("clinician.place", "Place"), box=line_box()),
        Field(name="phone", label=say("clinician.phone", "Phone"), box=line_box()),
        Field(name="since", label=say("clinician.since", "Since"), box=when_box(desk.words, desk.read_when)),
        Field(
            name="until",
            label=say("clinician.until", "Until, if it has ended"),
            box=when_box(desk.words, desk.read_when),
        ),
        Field(name="why_ended", label=say("clinician.ended", "Why it ended"), box=words_box(lines=1)),
        Field(name="looks_after", label=say("clinician.looks_after", "Looks after what"), box=line_box()),
        Field(
            name="between_visits",
            label=say("clinician.between", "How to reach them between visits"),
            box=words_box(lines=1),
        ),
        Field(name="likes_first", label=say("clinician.likes", "Likes to see first"), box=line_box()),
        Field(
            name="home_base", label="", box=tick_box(say("clinician.home", "My home base")), own_label=True
        ),
    ]
    title = say("clinician.title", "Someone new") if new else clinician.name
    editor = Editor(
        desk,
        title,
        clinician,
        fields,
        said=say("clinician.saved", "Saved: {name}", name=title),
        **new_one("name", Clinician, new=new),
    )
    return with_keep_from(desk, editor)


def plan_step_editor(desk: Desk, step: PlanStep, *, new: bool = False) -> Editor:
    """What, who does it, by when, and what became of it."""
    say = desk.words.say
    part, kind, who = (
        say("step.part", "When in the plan"),
        say("step.kind", "What sort"),
        say("step.who", "Who does it"),
    )
    outcome, barriers = say("step.outcome", "What became of it"), say("step.barriers", "What got in the way")
    whom = say("step.clinician", "Which clinician")
    fields = [
        Field(name="text", label=say("step.text", "What"), box=line_box()),
        Field(
            name="part",
            label=part,
            box=sure_answer_box(part, answers.said(desk.words, answers.PART), PlanPart.FIRST),
        ),
        Field(name="who", label=who, box=sure_answer_box(who, answers.said(desk.words, answers.WHO), Who.ME)),
        Field(
            name="clinician",
            label=whom,
            box=pick_box(whom, desk.clinicians(), say("step.nobody", "nobody in the list")),
        ),
        Field(
            name="step",
            label=kind,
            box=sure_answer_box(kind, answers.said(desk.words, answers.STEP), StepKind.TASK),
        ),
        Field(name="asked", label=say("step.asked", "Asked for"), box=when_box(desk.words, desk.read_when)),
        Field(
            name="by", label=say("plan_step.by", "By when"), box=when_box(desk.words, desk.read_when_ahead)
        ),
        Field(
            name="taken",
            label=say("step.taken", "Taken, for a test"),
            box=when_box(desk.words, desk.read_when),
        ),
        Field(
            name="outcome",
            label=outcome,
            box=sure_answer_box(outcome, answers.said(desk.words, answers.OUTCOME), Outcome.OPEN),
        ),
        Field(
            name="settled",
            label=say("step.settled", "When it was done or came"),
            box=when_box(desk.words, desk.read_when),
        ),
        Field(name="outcome_words", label=say("step.words", "In my words"), box=words_box(lines=1)),
        Field(
            name="barriers",
            label=barriers,
            box=answers_box(barriers, answers.said(desk.words, answers.BARRIER)),
        ),
    ]
    return Editor(
        desk,
        say("step.title", "A step of the plan"),
        step,
        fields,
        said=say("step.saved", "Saved: step"),
        **new_one("text", PlanStep, new=new),
    )


def decision_editor(desk: Desk, decision: Decision) -> Editor:
    """What was decided, by whom and why. Its options stay as they were written."""
    say = desk.words.say
    decided = say("decision.who", "Who decided")
    fields = [
        Field(name="about", label=say("decision.about", "What was decided"), box=line_box()),
        Field(name="chosen", label=say("decision.chosen", "What was chosen"), box=words_box(lines=1)),
        Field(
            name="decided", label=decided, box=answer_box(decided, answers.said(desk.words, answers.DECIDED))
        ),
        Field(name="because", label=say("decision.because", "Because"), box=words_box(lines=1)),
        Field(
            name="why_they_recommend_it",
            label=say("decision.recommend", "Why they recommend it"),
            box=words_box(lines=1),
        ),
        Field(name="gut_feeling", label=say("decision.gut", "My gut feeling"), box=words_box(lines=1)),
        Field(
            name="look_back",
            label=say("decision.look_back", "Look back on"),
            box=when_box(desk.words, desk.read_when_ahead),
        ),
    ]
    return Editor(
        desk,
        say("decision.title", "Decision"),
        decision,
        fields,
        said=say("decision.saved", "Saved: decision"),
    )


def event_editor(desk: Desk, event: Event, *, new: bool = False) -> Editor:
    """Something that happened."""
    say = desk.words.say
    kind = say("event.kind", "What sort")
    kinds = {sort: say("answer", str(sort)) for sort in EventKind}
    fields = [
        Field(name="title", label=say("event.title", "What happened"), box=line_box()),
        Field(name="event", label=kind, box=sure_answer_box(kind, kinds, EventKind.OTHER)),
        Field(name="when", label=say("event.when", "When"), box=when_box(desk.words, desk.read_when)),
        Field(name="until", label=say("event.until", "Until"), box=when_box(desk.words, desk.read_when)),
        Field(name="place", label=say("event.place", "Where"), box=line_box()),
        Field(name="outcome", label=say("event.outcome", "What came of it"), box=words_box(lines=1)),
        Field(name="understood", label=say("event.understood", "What I understood"), box=words_box(lines=1)),
        Field(name="label", label=say("event.label", "Short word for the chart"), box=line_box()),
        Field(name="note", label=say("event.note", "In my words"), box=words_box(lines=2)),
        attachments_field(desk, event),
    ]
    title = say("event.new", "What happened") if new else event.title
    return Editor(
        desk,
        title,
        event,
        fields,
        said=say("event.saved", "Saved: event"),
        **new_one("title", Event, new=new),
    )


def measurement_editor(desk: Desk, measurement: Measurement) -> Editor:
    """A number that was measured; the number itself is changed by writing it again."""
    say = desk.words.say
    unit = usual_unit(measurement.name, desk.session.state.look())
    hint = say("measurement.unit.yours", "Usually {unit} for you.", unit=unit) if unit else ""
    fields = [
        Field(name="name", label=say("measurement.name", "What was measured"), box=line_box()),
        Field(name="when", label=say("measurement.when", "When"), box=when_box(desk.words, desk.read_when)),
        Field(name="words", label=say("measurement.words", "Result in words"), box=line_box()),
        Field(name="unit", label=say("measurement.unit", "Unit"), box=line_box(), hint=hint),
        Field(name="note", label=say("measurement.note", "In my words"), box=words_box(lines=2)),
        attachments_field(desk, measurement),
    ]
    return Editor(
        desk, measurement.name, measurement, fields, said=say("measurement.saved", "Saved: measurement")
    )


def note_editor(desk: Desk, note: Note) -> Editor:
    """A free note."""
    say = desk.words.say
    fields = [
        Field(name="text", label=say("note.text", "In my words"), box=words_box(lines=6)),
        Field(name="when", label=say("note.when", "When"), box=when_box(desk.words, desk.read_when)),
        attachments_field(desk, note),
    ]
    return Editor(desk, say("note.title", "Note"), note, fields, said=say("note.saved", "Saved: note"))
