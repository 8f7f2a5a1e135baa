"""What each answer to something that waits does."""

from dataclasses import replace
from datetime import date, timedelta

from app.domain.derived.today_begun import NEW
from app.domain.derived.today_page import Answer, Gap, GapAnswer, Moment
from app.domain.quick_line import Vocabulary, parse, records
from app.domain.records import Note, PlanStep, Question, Record, Visit
from app.domain.records.notes import NoteTopic
from app.domain.records.plans import Outcome
from app.domain.records.questions import QuestionStep, Step
from app.domain.records.visits import WrittenUp
from app.domain.records.when import from_to, on_day
from app.services.bad_days import note_bad_day
from app.services.errors import explain, is_known
from app.ui.desk import Desk
from app.ui.editors.editor import Editor
from app.ui.editors.question import answer_editor
from app.ui.editors.visit import after_editor, before_editor
from app.ui.today.keeping import put_away

_OUTCOMES = {
    Answer.IT_CAME: Outcome.DONE,
    Answer.DONE: Outcome.DONE,
    Answer.PARTLY: Outcome.PARTLY,
    Answer.NOT_DONE: Outcome.NOT_DONE,
}
A_WEEK = timedelta(days=7)


def form_for(desk: Desk, moment: Moment, answer: Answer) -> Editor | None:
    """The form that an answer opens, or None."""
    record = desk.snapshot.get(Record, moment.record)
    if isinstance(record, Visit) and answer in {Answer.PREPARE, Answer.WRITE_UP}:
        return (before_editor if answer is Answer.PREPARE else after_editor)(desk, record)
    if isinstance(record, Question) and answer is Answer.ANSWERED:
        return answer_editor(desk, record)
    return None


def answered(desk: Desk, moment: Moment, answer: Answer) -> Record | None:
    """The record that an answer changes or makes, or None where it changes none."""
    record = desk.snapshot.get(Record, moment.record)
    if isinstance(record, PlanStep):
        return _of_step(desk, moment, record, answer)
    if isinstance(record, Question) and answer is Answer.NO_LONGER_NEEDED:
        step = QuestionStep(step=Step.DROPPED, when=on_day(desk.today()), clinician=record.clinician)
        return replace(record, life=(*record.life, step))
    if isinstance(record, Visit) and answer is Answer.RATHER_NOT:
        return replace(record, written_up=WrittenUp.RATHER_NOT)
    return None


def _of_step(desk: Desk, moment: Moment, step: PlanStep, answer: Answer) -> Record | None:
    if answer in _OUTCOMES:
        return replace(step, outcome=_OUTCOMES[answer], settled=on_day(desk.today()))
    if answer is not Answer.ASK_AT_VISIT:
        return None
    visit = desk.snapshot.get(Visit, moment.visit)
    return Question(
        id=desk.new_id(),
        written=desk.now(),
        text=desk.words.say("moment.ask text", "Did it come? {what}", what=step.text),
        clinician=visit.clinician if visit is not None else step.clinician,
        when=on_day(desk.today()),
        sharing=step.sharing,
    )


def said_of(desk: Desk, moment: Moment, answer: Answer, text: str) -> str:
    """What the toast says of an answer."""
    if answer is Answer.ASK_AT_VISIT:
        return desk.words.say("moment.asking", "Saved as a question: {what}", what=moment.title)
    if answer in {Answer.NOT_NOW, Answer.NEVER_MIND, Answer.LEAVE_IT}:
        return desk.words.say("moment.aside", "{what}, {answer}", what=moment.title, answer=text.lower())
    return desk.words.say("moment.saved", "Saved: {what}, {answer}", what=moment.title, answer=text.lower())


def text_of(moment: Moment, answer: Answer) -> str:
    """The words of an answer's button or row."""
    return next((one.text for one in (*moment.answers, *moment.menu) if one.answer is answer), "")


def aside_until(answer: Answer, today: date) -> tuple[bool, date | None]:
    """Whether an answer puts the thing aside, and until when (None: for good)."""
    if answer is Answer.NOT_NOW:
        return True, today + A_WEEK
    return answer in {Answer.LEAVE_IT, Answer.NEVER_MIND}, None


def page_of(moment: Moment) -> str:
    """The page where one can look at a goal, or at how one works together with someone."""
    return "about_me" if moment.icon == "flag-pennant" else "care_team"


def page_of_new(moment: Moment) -> str:
    """The page where something new was begun."""
    return NEW[moment.key.partition(":")[2]]


def say_of_gap(desk: Desk, gap: Gap, place: int) -> None:
    """Keep one remembered note of a time without notes; a time left blank is not asked about again."""
    answer, text = gap.answers[place]
    if answer is GapAnswer.LEAVE_IT_BLANK:
        put_away(desk, gap.key, None)
        return
    when = from_to(gap.first, gap.last) if gap.first != gap.last else on_day(gap.first)
    note = Note(id=desk.new_id(), written=desk.now(), topic=NoteTopic.GAP, text=text, when=when)
    said = desk.words.say("today.saved", "Saved: {what}", what=text.lower())
    desk.do(lambda: desk.journal.record(note), said)


def back_up(desk: Desk) -> bool:
    """Back up now; trouble is said as for every command."""
    try:
        desk.session.backups.make()
    except Exception as error:
        if not is_known(error):
            raise
        desk.troubled.emit(" ".join(explain(error, desk.words)))
        return False
    desk.said.emit(desk.words.say("today.backed up", "Backed up, and checked."), False)
    return True


def say_bad_day(desk: Desk) -> None:
    """Note a bad day, now; its page says that it is noted."""
    if desk.do(lambda: note_bad_day(desk.journal, desk.now(), desk.new_id)) is not None:
        desk.bad_day_noted.emit()


def say_no_symptoms(desk: Desk) -> None:
    """Note that there are no symptoms today."""
    _write_line(desk, "no symptoms", desk.words.say("today.no symptoms saved", "Saved: no symptoms today"))


def same_as_yesterday(desk: Desk, count: int) -> None:
    """Write yesterday's readings again."""
    said = desk.words.count(
        "today.same saved",
        "Saved: {n} reading, same as yesterday",
        "Saved: {n} readings, same as yesterday",
        count,
    )
    _write_line(desk, "same as yesterday", said)


def _write_line(desk: Desk, line: str, said: str) -> None:
    """Do what the quick line does with these words."""
    understood = parse(line, Vocabulary.of(desk.snapshot), desk.now())
    desk.do(lambda: desk.journal.record(*records(understood, desk.snapshot, desk.now(), desk.new_id)), said)
