"""A question and its answer (interface.md 11.8)."""

from dataclasses import replace
from typing import Any

from app.domain.records import Question
from app.domain.records.questions import QuestionStep, Step, Understood
from app.domain.records.when import on_day
from app.ui.desk import Desk
from app.ui.editors.boxes import Box, answer_box, line_box, pick_box, when_box, words_box
from app.ui.editors.editor import Editor, Field, new_one


def question_editor(desk: Desk, question: Question, *, new: bool = False) -> Editor:
    """The words, for whom, and why it matters. What must be answered is chosen on the page."""
    say = desk.words.say
    whom = say("question.whom", "For whom")
    fields = [
        Field(name="text", label=say("question.text", "What do you want to ask?"), box=words_box(lines=2)),
        Field(
            name="clinician",
            label=whom,
            box=pick_box(whom, desk.clinicians(), say("question.anyone", "anyone")),
        ),
        Field(name="why", label=say("question.why", "Why it matters to me"), box=words_box(lines=2)),
    ]
    title = say("question.title", "Question")
    return Editor(
        desk,
        title,
        question,
        fields,
        said=say("question.saved", "Saved: question"),
        **new_one("text", Question, new=new),
    )


def answer_editor(desk: Desk, question: Question) -> Editor:
    """The answer in my words, who said it and when, whether I understood it, and what was said exactly."""
    say = desk.words.say
    who = say("answer.who", "Who said it")
    understood = say("answer.understood", "Did I understand it?")
    choices = {answer: say("answer", str(answer)) for answer in Understood}
    step = QuestionStep(step=Step.ANSWERED, when=on_day(desk.today()), clinician=question.clinician)
    answered = replace(question, life=(*question.life, step))
    fields = [
        _of_step("answer", say("answer.words", "The answer, in my words"), words_box()),
        _of_step("clinician", who, pick_box(who, desk.clinicians(), say("answer.someone", "someone else"))),
        _of_step("said_by", say("answer.by", "Their name, if it was someone else"), line_box()),
        _of_step("when", say("answer.when", "When"), when_box(desk.words, desk.read_when)),
        _of_step("understood", understood, answer_box(understood, choices)),
        _of_step("said", say("answer.said", "Their exact words, if you have them"), words_box(lines=1)),
    ]
    return Editor(
        desk,
        question.text,
        answered,
        fields,
        said=say("answer.saved", "Saved: the answer"),
        place=f"answer:{question.id}",
    )


def _of_step(name: str, label: str, box: Box[Any]) -> Field:
    """A field of the question's newest step."""
    return Field(
        name=name,
        label=label,
        box=box,
        get=lambda question: getattr(question.life[-1], name),
        put=lambda question, value: replace(
            question, life=(*question.life[:-1], replace(question.life[-1], **{name: value}))
        ),
    )
