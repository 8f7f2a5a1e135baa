"""A visit, before and after (interface.md 11.9)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.domain.records import Visit
from app.domain.records.visits import Concern, HowItWent, Said, Unsaid, VisitMode, WrittenUp
from app.i18n import Words
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
    when_box,
    words_box,
)
from app.ui.editors.editor import Editor, Field, new_one
from app.ui.editors.keep_from import with_keep_from

_MOST_CONCERNS = 3


def visit_editor(desk: Desk, visit: Visit, *, new: bool = False) -> Editor:
    """With whom, when, how and why."""
    say = desk.words.say
    whom, mode = say("visit.whom", "With whom"), say("visit.mode", "How")
    fields = [
        Field(
            name="clinician",
            label=whom,
            box=pick_box(whom, desk.clinicians(), say("visit.unknown", "someone not in the list")),
        ),
        Field(name="when", label=say("visit.when", "When"), box=when_box(desk.words, desk.read_when_ahead)),
        Field(
            name="mode",
            label=mode,
            box=sure_answer_box(mode, answers.said(desk.words, answers.MODE), VisitMode.IN_PERSON),
        ),
        Field(name="reason", label=say("visit.reason", "What for"), box=words_box(lines=1)),
        Field(name="place", label=say("visit.place", "Where"), box=line_box()),
        Field(name="companions", label=say("visit.companions", "Who comes along"), box=line_box()),
    ]
    editor = Editor(
        desk, _title(desk, visit), visit, fields, said=_saved(desk.words), **new_one("", Visit, new=new)
    )
    return with_keep_from(desk, editor)


def before_editor(desk: Desk, visit: Visit) -> Editor:
    """The evening before: what matters most, three at most, and what the person wants from it."""
    say = desk.words.say
    wants = say("before.wants", "What I want from this visit")
    concerns = [field for at in range(_MOST_CONCERNS) for field in _concern(say, at)]
    fields = [
        *concerns,
        Field(name="wants", label=wants, box=answers_box(wants, answers.said(desk.words, answers.WANT))),
        Field(name="want_words", label=say("before.want_words", "In my words"), box=words_box(lines=1)),
        Field(
            name="hardest_to_say",
            label=say("before.hardest", "What is hardest to say?"),
            box=words_box(lines=1),
            hint=say("before.hardest.hint", "Only for you. It may help to put it at the top."),
        ),
    ]
    title = say("prepare.title", "Before you see {name}", name=_whom(desk, visit))
    return Editor(desk, title, visit, fields, said=_saved(desk.words), place=f"before:{visit.id}")


def _concern(say: Callable[..., str], at: int) -> list[Field]:
    first = say("before.concern.first", "What matters most to you this time?")
    label = first if at == 0 else say("before.concern", "What matters {place}", place=at + 1)
    hint = (
        say("before.concern.hint", "Put the one you least want to leave without at the top.")
        if at == 0
        else ""
    )
    hope = say("before.hope", "What you hope for on it")
    return [
        _of_concern(f"concern{at}", label, at, "text", hint),
        _of_concern(f"hope{at}", hope, at, "hope", ""),
    ]


def _of_concern(name: str, label: str, at: int, part: str, hint: str) -> Field:
    def get(visit: Visit) -> str:
        return str(getattr(visit.concerns[at], part)) if at < len(visit.concerns) else ""

    def put(visit: Visit, text: str) -> Visit:
        concerns = list(visit.concerns) + [Concern(text="")] * (at + 1 - len(visit.concerns))
        before = concerns[at]
        concerns[at] = replace(before, text=text) if part == "text" else replace(before, hope=text)
        return replace(visit, concerns=tuple(c for c in concerns if c.text.strip() or c.hope.strip()))

    return Field(name=name, label=label, box=line_box(), hint=hint, get=get, put=put)


def after_editor(desk: Desk, visit: Visit) -> Editor:
    """In the car park: three boxes are enough; the rest when there is strength."""
    say = desk.words.say
    fields = [
        Field(
            name="heard",
            label=say("after.heard", "What I heard"),
            box=words_box(lines=4),
            hint=say("after.heard.hint", "In your own words, as you would tell a friend."),
        ),
        Field(name="what_to_do", label=say("after.do", "What I do now"), box=words_box(lines=2)),
        Field(name="when_i_call", label=say("after.call", "When I call, and whom"), box=words_box(lines=2)),
        *_exactly(desk),
        *_not_said(desk),
        *_how_it_went(desk),
        Field(name="next_visit", label=say("after.next", "The next visit"), box=line_box()),
        Field(name="not_to_forget", label=say("after.forget", "What must not be forgotten"), box=line_box()),
        attachments_field(desk, visit),
    ]
    title = say("after.title", "After seeing {name}", name=_whom(desk, visit))
    written = replace(visit, written_up=WrittenUp.DONE)
    editor = Editor(desk, title, written, fields, said=_saved(desk.words), place=f"after:{visit.id}")
    return with_keep_from(desk, editor)


def _exactly(desk: Desk) -> list[Field]:
    say = desk.words.say
    return [
        Field(
            name="said",
            label=say("after.said", "Their exact words, if you have them"),
            box=words_box(lines=1),
            get=lambda visit: visit.said[0].words if visit.said else "",
            put=_put_said,
        ),
        Field(
            name="teach_back",
            label=say("after.home", "When I get home I will…"),
            box=words_box(lines=1),
            hint=say("after.home.hint", "Say it back in one breath. If you can't, that is worth a call."),
        ),
        Field(
            name="not_reached",
            label=say("after.not_reached", "What we did not get to, one a line"),
            box=lines_box(),
        ),
    ]


def _put_said(visit: Visit, text: str) -> Visit:
    by = visit.said[0].by if visit.said else ""
    first = (Said(words=text, by=by),) if text.strip() else ()
    return replace(visit, said=(*first, *visit.said[1:]))


def _not_said(desk: Desk) -> list[Field]:
    say = desk.words.say
    why = say("after.unsaid.why", "And why, if you know")
    hint = say("after.private", "Private. It is on no page unless you put it there.")
    return [
        Field(
            name="unsaid",
            label=say("after.unsaid", "What I didn't say"),
            box=words_box(lines=1),
            hint=hint,
            get=lambda visit: visit.unsaid.text if visit.unsaid else "",
            put=lambda visit, text: replace(visit, unsaid=replace(visit.unsaid or Unsaid(), text=text)),
        ),
        Field(
            name="unsaid_why",
            label=why,
            box=answers_box(why, answers.said(desk.words, answers.UNSAID)),
            get=lambda visit: visit.unsaid.why if visit.unsaid else (),
            put=lambda visit, whys: replace(visit, unsaid=replace(visit.unsaid or Unsaid(), why=whys)),
        ),
    ]


def _how_it_went(desk: Desk) -> list[Field]:
    say = desk.words.say
    items = {
        "listened": say("felt.listened", "I was listened to"),
        "understood": say("felt.understood", "I understood what was said"),
        "counted": say("felt.counted", "What matters to me counted"),
        "agreed": say("felt.agreed", "We agreed on the plan"),
        "trust": say("felt.trust", "I trust the plan"),
        "time": say("felt.time", "There was enough time"),
    }
    felt = answers.said(desk.words, answers.FELT)
    rows = [_of_how_it_went(name, label, answer_box(label, felt)) for name, label in items.items()]
    return [*rows, _of_how_it_went("one_line", say("felt.one_line", "How it went, in one line"), line_box())]


def _of_how_it_went(name: str, label: str, box: Any) -> Field:  # noqa: ANN401 - any box
    return Field(
        name=name,
        label=label,
        box=box,
        tucked=True,
        get=lambda visit: getattr(visit.how_it_went or HowItWent(), name),
        put=lambda visit, value: replace(
            visit, how_it_went=replace(visit.how_it_went or HowItWent(), **{name: value})
        ),
    )


def _whom(desk: Desk, visit: Visit) -> str:
    clinician = desk.snapshot.clinician(visit.clinician)
    return clinician.called if clinician is not None else desk.words.say("visit.someone", "someone")


def _title(desk: Desk, visit: Visit) -> str:
    return desk.words.say("visit.title", "Visit: {name}", name=_whom(desk, visit))


def _saved(words: Words) -> str:
    return words.say("visit.saved", "Saved: visit")
