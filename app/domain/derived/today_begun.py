"""What the person began to write more than a day ago and did not save: it waits, and can be gone on with."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from app.domain.derived.belonging import named
from app.domain.derived.naming import first_words, own_words
from app.domain.derived.today_answers import answers_of, menu_of
from app.domain.derived.today_page import Answer, Keeping, Moment, MomentKind
from app.domain.journal import Journal
from app.domain.records import Record, Visit
from app.domain.records.record import RecordId
from app.domain.wording import Wording

A_DAY = timedelta(days=1)
NEW = {
    "new question": "questions",
    "new visit": "visits",
    "new clinician": "care_team",
    "new symptom": "symptoms",
}
"""Drafts of what is not in the journal yet, and the page whose form takes each up again."""

_FORMS = ("before:", "after:", "answer:")
"""Drafts that name a form of a record beside its own."""


def begun(journal: Journal, now: datetime, words: Wording, keeping: Keeping) -> Iterator[Moment]:
    """Everything begun more than a day ago, the oldest first."""
    for place, written in sorted(keeping.begun, key=lambda one: one[1]):
        if now - written <= A_DAY:
            continue
        key = RecordId(place.partition(":")[2])
        record = journal.get(Record, key) if key else None
        if record is not None:
            about = _about(journal, record)
            title = words.say("moment.begun", "You began something about {name}", name=about)
            opens = RecordId(place) if place.startswith(_FORMS) else key
        elif place in NEW:
            title, opens = words.say("moment.begun.new", "You began something new"), None
        else:
            continue
        yield Moment(
            key=f"begun:{place}",
            kind=MomentKind.BEGUN,
            icon="pencil-simple",
            title=title,
            detail=words.say("moment.begun.kept", "Your words are kept. They are not saved as an entry yet."),
            answers=answers_of(words, Answer.GO_ON),
            menu=menu_of(words),
            record=opens,
        )


def _about(journal: Journal, record: Record) -> str:
    if isinstance(record, Visit):
        return named(journal, record.clinician) or first_words(record.reason)
    return first_words(own_words(journal, record), 5)
