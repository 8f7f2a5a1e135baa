"""The Today page: the last days, what was written today, and what waits for a moment."""

from datetime import date, datetime, time, timedelta

from app.domain.derived.today_ledger import ledger
from app.domain.derived.today_moments import moments
from app.domain.derived.today_page import Gap, GapAnswer, Keeping, Moment, Today
from app.domain.derived.today_written import written_today
from app.domain.journal import Journal
from app.domain.quick_line import readings_of_yesterday
from app.domain.records import Day, Note, Person, Record, SymptomEntry, TreatmentChange
from app.domain.records.notes import NoteTopic
from app.domain.wording import Phrase, Wording

MOST_SHOWN = 5
GAP_DAYS = 5  # empty days after which one comes back to a welcome (interface.md 14.8)
_HINTS = (
    "knee 5 worse on stairs",
    "started naproxen 250 mg twice a day",
    "? should I stop before surgery",
    "visit Dr Osei 14 May",
    "bad day",
)
_GAP_ANSWERS = {
    GapAnswer.MOSTLY_BETTER: Phrase("gap.mostly better", "Mostly better"),
    GapAnswer.AS_USUAL: Phrase("gap.as usual", "As usual"),
    GapAnswer.WORSE: Phrase("gap.worse", "Worse"),
    GapAnswer.I_DONT_KNOW: Phrase("gap.I don't know", "I don't know"),
    GapAnswer.LEAVE_IT_BLANK: Phrase("gap.leave it blank", "Leave it blank"),
}
_KEEPING = Keeping()


def today(
    journal: Journal, now: datetime, words: Wording, days: int = 14, keeping: Keeping = _KEEPING
) -> Today:
    """The whole page at `now`, the person's own time with its offset. `days` of the ledger, today last."""
    gap = _gap(journal, now, words, keeping)
    waiting = moments(journal, now, words, keeping)
    written = written_today(journal, now, words)
    shown = 1 if gap is not None else MOST_SHOWN
    return Today(
        title=words.weekday(now.date()),
        ledger=ledger(journal, now.date(), words, days),
        written=written,
        moments=waiting,
        shown=shown,
        show_more=_show_more(len(waiting) - shown, words),
        moments_last_line=_last_line(waiting, words),
        nothing_today=words.say("today.nothing", "Nothing yet today. That is fine."),
        same_as_yesterday=len(readings_of_yesterday(journal, now)),
        day_one=not any(not isinstance(record, Person) for record in journal),
        gap=gap,
        hints=_HINTS,
    )


def _show_more(hidden: int, words: Wording) -> str:
    return words.count("today.more", "Show {n} more", "Show {n} more", hidden) if hidden > 0 else ""


def _last_line(waiting: tuple[Moment, ...], words: Wording) -> str:
    if waiting:
        return words.say("today.leave", "Leave any of these. They will keep.")
    return words.say("today.none", "Nothing is waiting for you.")


def _gap(journal: Journal, now: datetime, words: Wording, keeping: Keeping) -> Gap | None:
    """Five empty days or more before today, if nothing has been said of them yet."""
    on = now.date()
    recent = datetime.combine(on - timedelta(days=GAP_DAYS), time.min, tzinfo=now.tzinfo)
    if any(not isinstance(record, Person) for record in journal.written_since(recent)):
        return None
    written = (record for record in journal if not isinstance(record, Person))
    last = max((day for record in written for day in _days_of(record) if day < on), default=None)
    if last is None or (on - last).days - 1 < GAP_DAYS:
        return None
    first, end = last + timedelta(days=1), on - timedelta(days=1)
    key = f"gap:{first.isoformat()}"
    aside = any(held == key for held, _ in keeping.put_aside)
    return None if aside or _is_told(journal, first, end) else _gap_of(key, first, end, words)


def _days_of(record: Record) -> tuple[date, ...]:
    """The days that are not empty for a record: when it was written, and the day it tells of."""
    written = record.written.date()
    if not isinstance(record, SymptomEntry | Day | TreatmentChange) or record.when is None:
        return (written,)
    return (written,) if record.when.day is None else (written, record.when.day)


def _is_told(journal: Journal, first: date, end: date) -> bool:
    return any(
        note.topic is NoteTopic.GAP and note.when is not None and note.when.within(first, end)
        for note in journal.of(Note)
    )


def _gap_of(key: str, first: date, end: date, words: Wording) -> Gap:
    answers = ((answer, words.say(*phrase)) for answer, phrase in _GAP_ANSWERS.items())
    return Gap(
        key=key,
        first=first,
        last=end,
        welcome=words.say("gap.welcome", "Good to see you. Nothing was lost."),
        ask=words.say(
            "gap.ask",
            "Say one thing about {first} to {last}",
            first=words.date_in_year(first),
            last=words.date_in_year(end),
        ),
        answers=tuple(answers),
    )
