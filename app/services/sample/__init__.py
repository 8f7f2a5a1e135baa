"""A made-up journal: fictional Maya R., three years, told to the day it is asked for.

The people, places and numbers are invented; the telephone numbers are from the range kept for drama. The
same last day gives the same journal, record for record.

How readings are counted: a reading says that a symptom was there. Maya has 1,550: 496 of knee pain, 476
of hand stiffness, 476 of fatigue, and 102 days with migraine. In the last two weeks she also wrote
`migraine 0` on nine days. Those are entries, and fill the ledger with noughts; but a nought of a symptom that
comes in attacks is a day without it, so it tells of the day and is not a reading.
"""

from datetime import date
from itertools import count

from app.domain.records import Record
from app.services.clock import NewId
from app.services.sample.care_team import care_team
from app.services.sample.changes import changes
from app.services.sample.changes_stopped import changes_stopped
from app.services.sample.events import events
from app.services.sample.handing_over import handing_over
from app.services.sample.person import person
from app.services.sample.photos import files, photos
from app.services.sample.plans import plans
from app.services.sample.questions import questions
from app.services.sample.readings import readings
from app.services.sample.symptoms import symptoms
from app.services.sample.telling import LAST_DAY, Telling
from app.services.sample.treatments import treatments
from app.services.sample.visits import visits
from app.storage.attachments import NewAttachment


def sample_journal(last_day: date = LAST_DAY, ids: NewId | None = None) -> tuple[Record, ...]:
    """Every record of the made-up journal, as it stands at the end of `last_day`.

    Without `ids`, records are numbered, so that the same day gives the same journal.
    """
    return _records(Telling(last_day, ids or numbered()))


def sample_files(last_day: date = LAST_DAY, ids: NewId | None = None) -> tuple[NewAttachment, ...]:
    """The photos that the records of the same day and ids name."""
    tell = Telling(last_day, ids or numbered())
    _records(tell)
    return files(tell)


def numbered() -> NewId:
    """Ids that count up, each the length of a real one."""
    numbers = count(1)
    return lambda: f"{next(numbers):032x}"


def _records(tell: Telling) -> tuple[Record, ...]:
    return (
        *person(tell),
        *care_team(tell),
        *handing_over(tell),
        *symptoms(tell),
        *readings(tell),
        *treatments(tell),
        *changes(tell),
        *changes_stopped(tell),
        *visits(tell),
        *plans(tell),
        *questions(tell),
        *events(tell),
        *photos(tell),
    )


__all__ = ["LAST_DAY", "numbered", "sample_files", "sample_journal"]
