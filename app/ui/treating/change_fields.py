"""Every field a change of a treatment can have, and which of them fit what happened (interface.md 11.7)."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from app.domain.quick_line.fields import dose_in, frequency_in
from app.domain.records import TreatmentChange
from app.domain.records.treatments import ChangeKind, Dose, Frequency
from app.ui.attaching.row import attachments_field
from app.ui.desk import Desk
from app.ui.editors import answers
from app.ui.editors.boxes import (
    answer_box,
    answers_box,
    line_box,
    pick_box,
    tick_box,
    when_box,
    words_box,
)
from app.ui.editors.editor import Field
from app.ui.treating.side_effects import side_effects_box

E = TypeVar("E", bound=StrEnum)

_ALL_IN_ALL = ("verdict", "verdict_words", "again")
_DECIDING = ("decided", "clinician", "why", "why_words")
_NOT_FOR_ME = ("side_effects", "not_tolerated", "reaction")
_PLAN = ("planned", "taking", "how_often")

FITS: Mapping[ChangeKind, tuple[str, ...]] = {
    ChangeKind.STARTED: ("which", "when", *_PLAN, "route", "for", *_DECIDING, "note"),
    ChangeKind.DOSE: ("which", "when", *_PLAN, *_DECIDING, "noticed", *_NOT_FOR_ME),
    ChangeKind.SWITCHED: (
        "which",
        "to",
        "to_planned",
        "to_often",
        "when",
        *_DECIDING,
        *_NOT_FOR_ME,
        *_ALL_IN_ALL,
    ),
    ChangeKind.PAUSED: ("which", "when", "until", *_DECIDING, "noticed", *_NOT_FOR_ME),
    ChangeKind.RESUMED: ("which", "when", *_PLAN, *_DECIDING, "note"),
    ChangeKind.STOPPED: ("which", "when", *_DECIDING, "noticed", *_NOT_FOR_ME, *_ALL_IN_ALL),
    ChangeKind.MISSED: ("which", "when", "until", "barriers", "why_words"),
    ChangeKind.NOTICED: ("which", "when", "noticed", *_NOT_FOR_ME, "verdict", "verdict_words"),
    ChangeKind.TAKEN: ("which", "when", "taking", "note"),
    ChangeKind.HOW_TAKEN: ("which", "when", "taken", "barriers", "taking", "taking_how_often", "why_words"),
}
"""What is asked, in the order it is asked in, once it is known what happened."""

ORDER = (
    "change",
    "which",
    "to",
    "to_planned",
    "to_often",
    "when",
    "until",
    "planned",
    "taking",
    "route",
    "how_often",
    "taking_how_often",
    "for",
    "taken",
    "barriers",
    *_DECIDING,
    "noticed",
    *_NOT_FOR_ME,
    *_ALL_IN_ALL,
    "note",
    "attachments",
)
"""All of them, from top to bottom."""

ALWAYS = ("change", "attachments")


def plain_fields(desk: Desk, change: TreatmentChange) -> list[Field]:
    """The fields that are simply those of the record."""
    return [
        *_times(desk),
        *_doses(desk),
        *_how_taken(desk, change),
        *_deciding(desk, change),
        *_noticed(desk),
        *_all_in_all(desk),
        Field(name="note", label=desk.words.say("change.note", "Anything else"), box=words_box(lines=2)),
        attachments_field(desk, change),
    ]


def _times(desk: Desk) -> list[Field]:
    say = desk.words.say
    until = say("treatment_change.until", "Until, if it was for a while")
    return [
        Field(name="when", label=say("change.when", "When"), box=when_box(desk.words, desk.read_when)),
        Field(name="until", label=until, box=when_box(desk.words, desk.read_when)),
    ]


def _doses(desk: Desk) -> list[Field]:
    say = desk.words.say
    return [
        dose_field(desk, "planned", say("change.planned", "Dose, as planned")),
        dose_field(
            desk,
            "taking",
            say("change.taking", "Dose I really take"),
            say("change.taking.hint", "If it is another."),
        ),
        often_field(desk, "how_often", say("change.often", "How often")),
        often_field(desk, "taking_how_often", say("change.taking.often", "How often I really take it")),
    ]


def dose_field(desk: Desk, name: str, label: str, hint: str = "") -> Field:
    """A dose, kept as it is typed."""
    return Field(
        name=name,
        label=label,
        box=line_box(desk.words.say("change.dose.example", "For example: 250 mg")),
        hint=hint,
        get=lambda change: words_of(getattr(change, name)),
        put=lambda change, text: replace(change, **{name: dose_in(text)}),
    )


def often_field(desk: Desk, name: str, label: str) -> Field:
    """How often, kept as it is typed."""
    example = desk.words.say("change.often.example", "For example: twice a day, every 2 weeks, when needed")
    return Field(
        name=name,
        label=label,
        box=line_box(example),
        get=lambda change: words_of(getattr(change, name)),
        put=lambda change, text: replace(change, **{name: frequency_in(text)}),
    )


def _how_taken(desk: Desk, change: TreatmentChange) -> list[Field]:
    say = desk.words.say
    taken = say("change.taken", "How it's really being taken")
    barriers = say("change.barriers", "What gets in the way")
    offered = _with_chosen(answers.BARRIER_TO_TAKING, answers.BARRIER, change.barriers)
    return [
        Field(
            name="taken",
            label=taken,
            box=answer_box(taken, answers.said(desk.words, answers.TAKEN)),
            hint=say("change.taken.hint", "No right answer. It helps whoever helps you."),
        ),
        Field(name="barriers", label=barriers, box=answers_box(barriers, answers.said(desk.words, offered))),
    ]


def _deciding(desk: Desk, change: TreatmentChange) -> list[Field]:
    say = desk.words.say
    why, decided = say("change.why", "Why"), say("change.decided", "Who decided")
    with_whom = say("change.clinician", "With which clinician")
    chosen = (change.decided,) if change.decided is not None else ()
    offered = _with_chosen(answers.WHO_CHANGED_IT, answers.DECIDED, chosen)
    return [
        Field(name="decided", label=decided, box=answer_box(decided, answers.said(desk.words, offered))),
        Field(
            name="clinician",
            label=with_whom,
            box=pick_box(with_whom, desk.clinicians(), say("change.nobody", "nobody in particular")),
        ),
        Field(name="why", label=why, box=answers_box(why, answers.said(desk.words, answers.WHY))),
        Field(name="why_words", label=say("change.why.words", "Why, in my words"), box=words_box(lines=1)),
    ]


def _noticed(desk: Desk) -> list[Field]:
    say = desk.words.say
    return [
        Field(name="noticed", label=say("change.noticed", "What did you notice?"), box=words_box(lines=2)),
        Field(
            name="side_effects",
            label=say("change.side_effects", "Side effects"),
            box=side_effects_box(desk.words),
        ),
        Field(
            name="not_tolerated",
            label="",
            box=tick_box(say("change.not_tolerated", "I could not tolerate it")),
            own_label=True,
        ),
        Field(name="reaction", label=say("change.reaction", "What it did to me"), box=line_box()),
    ]


def _all_in_all(desk: Desk) -> list[Field]:
    say = desk.words.say
    verdict, again = say("change.verdict", "All in all"), say("change.again", "Would I try it again?")
    return [
        Field(
            name="verdict", label=verdict, box=answer_box(verdict, answers.said(desk.words, answers.VERDICT))
        ),
        Field(
            name="verdict_words", label=say("change.verdict.words", "All in all, in my words"), box=line_box()
        ),
        Field(name="again", label=again, box=answer_box(again, answers.said(desk.words, answers.AGAIN))),
    ]


def words_of(value: Dose | Frequency | None) -> str:
    """What was typed."""
    return value.words if value is not None else ""


def _with_chosen(usual: Mapping[E, str], every: Mapping[E, str], chosen: tuple[E, ...]) -> dict[E, str]:
    """The answers that are offered, and any other that was given before."""
    return {**usual, **{key: every[key] for key in chosen if key not in usual}}
