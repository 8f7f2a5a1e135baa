"""Where a document begins: the day itself is in it, the day before is not."""

from datetime import date, timedelta

import pytest

from app.domain.derived.choice import Choice
from app.domain.derived.gate import Reason, gate_for
from app.domain.journal import Journal
from app.domain.records import Note
from app.domain.records.when import When, from_to, on_day
from tests.domain.derived.journals import make

SINCE = date(2025, 6, 1)
BEFORE = SINCE - timedelta(days=1)


@pytest.mark.parametrize(
    ("when", "why"),
    [
        (on_day(BEFORE), Reason.BEFORE),
        (on_day(SINCE), None),
        (from_to(BEFORE - timedelta(days=9), BEFORE), Reason.BEFORE),
        (from_to(BEFORE, SINCE), None),  # some of it may have happened on the day itself
        (None, None),
    ],
)
def test_a_document_begins_with_its_first_day(when: When | None, why: Reason | None) -> None:
    note = make(Note, "n", text="x", when=when)
    gate = gate_for(Journal.holding(note), Choice(since=SINCE))
    assert gate.reason(note) is why
