"""The person, and what a clinician should know about them (interface.md 11.11)."""

from dataclasses import replace

from app.domain.derived.about_page import goal_states
from app.domain.records import AboutMe, Allergy, Condition, Contact, Goal, Person, SafetyFact
from app.domain.records.person import ConditionStatus, GoalState
from app.domain.records.record import PRIVATE, SHARED, Mark
from app.ui.desk import Desk
from app.ui.editors import answers
from app.ui.editors.boxes import (
    answer_box,
    line_box,
    pick_box,
    sure_answer_box,
    tick_box,
    when_box,
    words_box,
)
from app.ui.editors.editor import Editor, Field, new_one


def person_editor(desk: Desk, person: Person) -> Editor:
    """Name, birth date, and what documents may print if ticked."""
    say = desk.words.say
    fields = [
        Field(
            name="name",
            label=say("person.name", "Name to use"),
            box=line_box(),
            hint=say("person.name.hint", "As you want it on documents."),
        ),
        Field(
            name="full_name",
            label=say("person.full_name", "Full name, printed only if ticked"),
            box=line_box(),
        ),
        Field(name="born", label=say("person.born", "Birth date"), box=when_box(desk.words, desk.read_when)),
        Field(
            name="record_number",
            label=say("person.number", "Record number, printed only if ticked"),
            box=line_box(),
        ),
        Field(name="pronouns", label=say("person.pronouns", "Pronouns"), box=line_box()),
        Field(name="call_me", label=say("person.call_me", "What to call me"), box=line_box()),
        Field(name="phone", label=say("person.phone", "Phone"), box=line_box()),
        Field(name="address", label=say("person.address", "Address"), box=line_box()),
        Field(
            name="immune_lowering",
            label="",
            box=tick_box(say("person.immune", "I take a medicine that holds my immune system down")),
            own_label=True,
        ),
    ]
    return Editor(
        desk, say("person.title", "The facts"), person, fields, said=say("person.saved", "Saved: the facts")
    )


def about_me_editor(desk: Desk, about: AboutMe, question: str) -> Editor:
    """One thing to know about the person; `question` is what its row asks."""
    say = desk.words.say
    fields = [
        Field(name="text", label=question, box=words_box(lines=4)),
        Field(name="because", label=say("about.because", "Because, if you like"), box=line_box()),
    ]
    return Editor(
        desk,
        question,
        about,
        fields,
        said=say("about.saved", "Saved: {what}", what=question),
        place=f"about:{about.topic}",
    )


def condition_editor(desk: Desk, condition: Condition, *, new: bool = False) -> Editor:
    """A diagnosis: what, how sure, since when, who said so."""
    say = desk.words.say
    status, whom = say("condition.status", "How sure is it?"), say("condition.told", "Who told me")
    statuses = answers.said(desk.words, answers.STATUS)
    fields = [
        Field(name="name", label=say("condition.name", "What is it called?"), box=line_box()),
        Field(name="detail", label=say("condition.detail", "A few words more"), box=line_box()),
        Field(name="short", label=say("condition.short", "Short word for tables"), box=line_box()),
        _status(status, statuses, new=new),
        Field(
            name="told_by_clinician",
            label=whom,
            box=pick_box(whom, desk.clinicians(), say("condition.nobody", "not written")),
        ),
        Field(
            name="told",
            label=say("condition.when_told", "When I was told"),
            box=when_box(desk.words, desk.read_when),
        ),
        Field(name="onset", label=say("condition.onset", "Since"), box=when_box(desk.words, desk.read_when)),
        Field(
            name="wondering",
            label="",
            box=tick_box(say("condition.wonder", "Nobody told me. I wonder about it.")),
            own_label=True,
        ),
        Field(
            name="what_i_was_told",
            label=say("condition.words", "What I was told about it"),
            box=words_box(lines=2),
        ),
    ]
    title = say("condition.title", "Condition") if new else condition.name
    return Editor(
        desk,
        title,
        condition,
        fields,
        said=say("condition.saved", "Saved: {name}", name=title),
        **new_one("name", Condition, new=new),
    )


def _status(label: str, statuses: dict[ConditionStatus, str], *, new: bool) -> Field:
    """How sure it is. A new condition has nothing chosen: nobody has confirmed it by writing it down."""
    return Field(
        name="status",
        label=label,
        box=answer_box(label, statuses),
        get=lambda condition: None if new else condition.status,
        put=lambda condition, status: condition if status is None else replace(condition, status=status),
    )


def allergy_editor(desk: Desk, allergy: Allergy, *, new: bool = False) -> Editor:
    """What, what happened, how bad, when, how sure."""
    say = desk.words.say
    bad = say("allergy.bad", "How bad")
    fields = [
        Field(name="substance", label=say("allergy.substance", "What"), box=line_box()),
        Field(name="reaction", label=say("allergy.reaction", "What happened"), box=line_box()),
        Field(name="badness", label=bad, box=answer_box(bad, answers.said(desk.words, answers.BADNESS))),
        Field(name="when", label=say("allergy.when", "When"), box=when_box(desk.words, desk.read_when)),
        Field(
            name="told_by",
            label=say("allergy.told", "Who told me, if I was too young to know"),
            box=line_box(),
        ),
        Field(name="how_sure", label=say("allergy.sure", "How sure is it?"), box=line_box()),
        Field(
            name="intolerance",
            label="",
            box=tick_box(say("allergy.intolerance", "Not an allergy: I don't tolerate it")),
            own_label=True,
        ),
    ]
    title = say("allergy.title", "Allergy") if new else allergy.substance
    return Editor(
        desk,
        title,
        allergy,
        fields,
        said=say("allergy.saved", "Saved: {name}", name=title),
        **new_one("substance", Allergy, new=new),
    )


def contact_editor(desk: Desk, contact: Contact, *, new: bool = False) -> Editor:
    """Someone in the person's life: whom to call first, whom one may talk to."""
    say = desk.words.say
    fields = [
        Field(name="name", label=say("contact.name", "Name"), box=line_box()),
        Field(
            name="tie",
            label=say("contact.tie", "Who they are to me"),
            box=line_box(say("contact.example", "For example: brother")),
        ),
        Field(name="phone", label=say("contact.phone", "Phone"), box=line_box()),
        Field(name="involve", label=say("contact.involve", "When and how to involve them"), box=line_box()),
        Field(name="object_pronoun", label=say("contact.pronoun", "him, her or them"), box=line_box()),
        Field(name="call_first", label="", box=tick_box(say("contact.first", "Call first")), own_label=True),
        Field(
            name="may_be_spoken_to",
            label="",
            box=tick_box(say("contact.talk", "You may talk to them about me")),
            own_label=True,
        ),
    ]
    title = say("contact.title", "Someone to call") if new else contact.name
    return Editor(
        desk,
        title,
        contact,
        fields,
        said=say("contact.saved", "Saved: {name}", name=title),
        **new_one("name", Contact, new=new),
    )


def safety_editor(desk: Desk, fact: SafetyFact, name: str) -> Editor:
    """One safety fact: yes with a few words, no, or doesn't apply. Nothing is chosen before it is written."""
    new = fact.id not in desk.snapshot.records
    say = desk.words.say
    whom = say("safety.told", "Who told me")
    fields = [
        Field(
            name="answer",
            label=name,
            box=answer_box(name, answers.said(desk.words, answers.SAFETY)),
            get=lambda written: None if new else written.answer,
        ),
        Field(name="words", label=say("safety.words", "A few words"), box=line_box()),
        Field(
            name="told_by_clinician",
            label=whom,
            box=pick_box(whom, desk.clinicians(), say("safety.nobody", "not written")),
        ),
        Field(
            name="told", label=say("safety.when", "When I was told"), box=when_box(desk.words, desk.read_when)
        ),
        Field(
            name="kept",
            label="",
            box=tick_box(say("safety.rather_not", "Rather not say: keep it private")),
            own_label=True,
            get=lambda fact: fact.sharing.mark is Mark.PRIVATE,
            put=lambda fact, kept: replace(fact, sharing=PRIVATE if kept else SHARED),
        ),
    ]
    return Editor(
        desk,
        name,
        fact,
        fields,
        said=say("safety.saved", "Saved: {name}", name=name),
        place=f"safety:{fact.topic}",
    )


def goal_editor(desk: Desk, goal: Goal, *, new: bool = False) -> Editor:
    """What the person hopes to reach, with whom, and what has become of it: never that it came to nothing."""
    say = desk.words.say
    state, whom = say("goal.what_became", "What became of it"), say("goal.whom", "Shared with")
    nobody = say("goal.nobody", "nobody")
    fields = [
        Field(name="text", label=say("goal.text", "What do I hope to reach?"), box=words_box(lines=2)),
        Field(
            name="state", label=state, box=sure_answer_box(state, goal_states(desk.words), GoalState.GOING)
        ),
        Field(name="shared_with", label=whom, box=pick_box(whom, desk.clinicians(), nobody)),
        Field(
            name="look_again",
            label=say("goal.look_again", "Look at it again"),
            box=when_box(desk.words, desk.read_when_ahead),
        ),
    ]
    return Editor(
        desk,
        say("goal.title", "A goal"),
        goal,
        fields,
        said=say("goal.saved", "Saved: goal"),
        **new_one("text", Goal, new=new),
    )
