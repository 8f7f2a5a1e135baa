"""Small things: a day as a whole, a word explained, a line of my story."""

from app.domain.records import Day, Term, TurningPoint
from app.domain.records.symptoms import DayKind
from app.ui.attaching.row import attachments_field
from app.ui.desk import Desk
from app.ui.editors.boxes import line_box, tick_box, when_box, words_box
from app.ui.editors.editor import Editor, Field


def day_editor(desk: Desk, day: Day) -> Editor:
    """When it was, and anything about it. A bad day may carry words; it never has to."""
    say = desk.words.say
    bad, none = say("timeline.bad_day", "Bad day"), say("timeline.no_symptoms", "No symptoms")
    title = bad if day.day is DayKind.BAD_DAY else none
    fields = [
        Field(name="note", label=say("day.note", "In my words"), box=words_box()),
        Field(name="when", label=say("day.when", "When"), box=when_box(desk.words, desk.read_when)),
        attachments_field(desk, day),
    ]
    return Editor(desk, title, day, fields, said=say("day.saved", "Saved: {name}", name=title))


def term_editor(desk: Desk, term: Term) -> Editor:
    """Their word, and mine."""
    say = desk.words.say
    fields = [
        Field(name="their_word", label=say("term.theirs", "Their word"), box=line_box()),
        Field(name="my_words", label=say("term.mine", "What it means, in my words"), box=words_box(lines=2)),
        Field(name="ask", label="", box=tick_box(say("term.ask", "I want to ask about it")), own_label=True),
    ]
    title = say("term.title", "A word explained")
    return Editor(desk, title, term, fields, said=say("term.saved", "Saved: a word explained"))


def turning_point_editor(desk: Desk, point: TurningPoint) -> Editor:
    """A line of my story, and when it was."""
    say = desk.words.say
    fields = [
        Field(name="text", label=say("turning.text", "In my words"), box=line_box()),
        Field(name="when", label=say("turning.when", "When"), box=when_box(desk.words, desk.read_when)),
    ]
    title = say("turning.title", "A line of my story")
    return Editor(desk, title, point, fields, said=say("turning.saved", "Saved: a line of my story"))
