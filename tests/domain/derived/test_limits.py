"""A text that just fills its place is not called too long; one character more is."""

from collections.abc import Callable

import pytest

from app.domain.derived.choice import Choice
from app.domain.derived.documents import build
from app.domain.journal import Journal
from app.domain.records import AboutMe, Record, TurningPoint
from app.domain.records.person import Topic
from app.i18n import Words
from tests.domain.derived.journals import TODAY, make, person


def said_of(*records: Record) -> tuple[str, ...]:
    return build(Journal.holding(person(), *records), Choice(), TODAY, Words()).limits


@pytest.mark.parametrize(
    ("record", "limit"),
    [
        (lambda text: make(TurningPoint, "x", text=text), 60),
        (lambda text: make(AboutMe, "x", topic=Topic.MATTERS, text=text), 130),
        (lambda text: make(AboutMe, "x", topic=Topic.STORY, text=text), 1_800),
    ],
    ids=["a line of my story", "what matters to me", "my story in my words"],
)
def test_what_just_fills_its_place_is_not_too_long(record: Callable[[str], Record], limit: int) -> None:
    assert said_of(record("x" * limit)) == ()
    (said,) = said_of(record("x" * (limit + 1)))
    assert Words().number(limit + 1) in said
    assert Words().number(limit) in said
