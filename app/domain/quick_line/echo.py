"""What the strip under the line says: one part for each thing understood (interface.md 11.3)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.domain.quick_line.echo_words import icon_of, part_spoken, part_text, shown
from app.domain.quick_line.speaking import when_words
from app.domain.quick_line.understood import Choice, Named, Part, Role, Understood, What
from app.domain.records.symptoms import WORST
from app.domain.records.when import When
from app.domain.wording import Phrase, Wording

_CHOICES = {
    Choice.TOOK_IT_NOW: Phrase("quick.choice.took it now", "Took it now"),
    Choice.SOMETHING_CHANGED: Phrase("quick.choice.something changed", "Something changed"),
    Choice.A_NOTE: Phrase("quick.choice.a note", "A note"),
}
_DAYS = {
    What.BAD_DAY: (Phrase("quick.bad day", "Bad day"), "moon-stars-fill"),
    What.SAME_AS_YESTERDAY: (
        Phrase("quick.same as yesterday", "Same as yesterday"),
        "clock-counter-clockwise",
    ),
}
_SYMPTOM_ROLES = (Role.SYMPTOM, Role.SEVERITY, Role.WHERE)
_AFTER_SYMPTOM = (Role.WHEN, Role.LASTED, Role.WORSE_WITH, Role.HELPED_BY, Role.COULD_NOT)
_TREATMENT_ROLES = (
    Role.CHANGE,
    Role.TREATMENT,
    Role.SWITCHED_TO,
    Role.SHARE,
    Role.PLANNED,
    Role.TAKING,
    Role.HOW_OFTEN,
    Role.FOR,
    Role.WHY,
    Role.NOT_TOLERATED,
    Role.WHEN,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoPart:
    """One part of the strip. `icon` is a file's name or empty; `severity` colours its square.

    `part` is what its little editor changes; None for a part nobody edits.
    """

    role: Role
    text: str
    spoken: str
    icon: str = ""
    severity: int | None = None
    sure: bool = True
    part: Part | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """The whole strip. `spoken` is one sentence; `caption` stands under the parts; `sharing` beside them."""

    parts: tuple[EchoPart, ...]
    spoken: str
    caption: str = ""
    sharing: str = ""
    private: bool = False
    choices: tuple[tuple[Choice, str], ...] = ()


def echo(understood: Understood, words: Wording) -> Echo:
    """What was understood, in words. Nothing at all for an empty line."""
    if not understood.text.strip():
        return Echo(parts=(), spoken="")
    parts = tuple(_SAY[understood.what](understood, words))
    choices = _choices(words) if understood.what is What.CHOOSE else ()
    said = ", ".join(part.spoken for part in parts)
    ending = words.say("quick.enter", "Enter saves.")
    if choices:
        ending = words.say(
            "quick.choose", "Choose {choices}.", choices=words.listing(tuple(text for _, text in choices))
        )
    sharing = (
        Phrase("quick.private", "Only for me")
        if understood.private
        else Phrase("quick.shared", "May be on pages")
    )
    return Echo(
        parts=parts,
        spoken=f"{said}. {ending}",
        caption=_caption(understood, words),
        sharing=words.say(*sharing),
        private=understood.private,
        choices=choices,
    )


def _choices(words: Wording) -> tuple[tuple[Choice, str], ...]:
    return tuple((choice, words.say(*phrase)) for choice, phrase in _CHOICES.items())


def _caption(understood: Understood, words: Wording) -> str:
    names = [part.value for part in understood.all(Role.SYMPTOM)]
    if any(isinstance(named, Named) and named.id is None for named in names):
        return words.say("quick.new symptom", "Enter saves it and keeps it in your list.")
    number = understood.note.strip()
    beyond = number.isascii() and number.isdigit() and len(number) < 4 and int(number) > WORST  # noqa: PLR2004 - a number one reads at a glance
    if understood.what is What.SYMPTOM and understood.part(Role.SEVERITY) is None and beyond:
        return words.say(
            "quick.beyond", "The scale goes to 10, so {number} is kept as a note.", number=number
        )
    return ""


def _symptom(understood: Understood, words: Wording) -> Iterator[EchoPart]:
    readings = sorted({part.of for part in understood.all(Role.SYMPTOM)})
    for of in readings:
        for role in _SYMPTOM_ROLES:
            yield from _said(understood, words, role, of)
    graded = understood.part(Role.SEVERITY) is not None
    if not graded:
        yield from _note(understood, words)
    for role in _AFTER_SYMPTOM:
        yield from _said(understood, words, role, 0)
    if graded:
        yield from _note(understood, words)


def _treatment(understood: Understood, words: Wording) -> Iterator[EchoPart]:
    for role in _TREATMENT_ROLES:
        for part in understood.all(role):
            yield _echo_part(understood, part, words)
    yield from _note(understood, words)


def _question(understood: Understood, words: Wording) -> Iterator[EchoPart]:
    title = words.say("quick.question", "Question")
    yield EchoPart(role=Role.KEYWORD, text=title, spoken=title, icon="chat-circle-text")
    if understood.part(Role.CLINICIAN) is None:
        anyone = words.say("quick.for anyone", "for anyone")
        yield EchoPart(role=Role.CLINICIAN, text=anyone, spoken=anyone)
    yield from _said(understood, words, Role.CLINICIAN, 0)
    yield from _said(understood, words, Role.TEXT, 0)


def _visit(understood: Understood, words: Wording) -> Iterator[EchoPart]:
    for role in (Role.MODE, Role.CLINICIAN, Role.WHEN):
        yield from _said(understood, words, role, 0)
    yield from _note(understood, words)


def _allergy(understood: Understood, words: Wording) -> Iterator[EchoPart]:
    for role in (Role.KEYWORD, Role.SUBSTANCE, Role.REACTION, Role.WHEN):
        yield from _said(understood, words, role, 0)
    yield from _note(understood, words)


def _day(understood: Understood, words: Wording) -> Iterator[EchoPart]:
    phrase, icon = _DAYS[understood.what]
    text = words.say(*phrase)
    yield EchoPart(role=Role.KEYWORD, text=text, spoken=text, icon=icon)
    yield from _said(understood, words, Role.WHEN, 0)
    yield from _note(understood, words)


def _no_symptoms(understood: Understood, words: Wording) -> Iterator[EchoPart]:
    when = understood.value(Role.WHEN, When)
    day = when_words(when, understood.now, words) if when else ""
    text = words.say("quick.no symptoms", "No symptoms {day}", day=day).strip()
    yield EchoPart(
        role=Role.KEYWORD, text=text, spoken=text, icon="check-circle", part=understood.part(Role.WHEN)
    )
    yield from _note(understood, words)


def _only_note(understood: Understood, words: Wording) -> Iterator[EchoPart]:
    title = words.say("quick.note", "A note")
    now = words.say("when.now", "now")
    yield EchoPart(role=Role.KEYWORD, text=title, spoken=title, icon="note-pencil")
    for part in understood.all(Role.TREATMENT):
        yield _echo_part(understood, part, words)
    yield EchoPart(role=Role.WHEN, text=now, spoken=now)
    line = shown(understood.text)
    yield EchoPart(
        role=Role.NOTE, text=line, spoken=words.say("spoken.you wrote", "you wrote {words}", words=line)
    )


def _note(understood: Understood, words: Wording) -> Iterator[EchoPart]:
    if understood.note.strip():
        line = shown(understood.note)
        text = words.say("quick.noted", 'note "{words}"', words=line)
        spoken = words.say("spoken.you wrote", "you wrote {words}", words=line)
        yield EchoPart(role=Role.NOTE, text=text, spoken=spoken)


def _said(understood: Understood, words: Wording, role: Role, of: int) -> Iterator[EchoPart]:
    part = understood.part(role, of)
    if part is not None:
        yield _echo_part(understood, part, words)


def _echo_part(understood: Understood, part: Part, words: Wording) -> EchoPart:
    text = part_text(understood, part, words)
    return EchoPart(
        role=part.role,
        text=text,
        spoken=part_spoken(understood, part, words) or text,
        icon=icon_of(part),
        severity=part.value if part.role is Role.SEVERITY and isinstance(part.value, int) else None,
        sure=part.sure,
        part=part,
    )


_Say = Callable[[Understood, Wording], Iterator[EchoPart]]
_SAY: dict[What, _Say] = {
    What.SYMPTOM: _symptom,
    What.TREATMENT_CHANGE: _treatment,
    What.CHOOSE: _treatment,
    What.QUESTION: _question,
    What.VISIT: _visit,
    What.ALLERGY: _allergy,
    What.BAD_DAY: _day,
    What.SAME_AS_YESTERDAY: _day,
    What.NO_SYMPTOMS: _no_symptoms,
    What.NOTE: _only_note,
}
