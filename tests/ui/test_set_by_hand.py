"""What was set in a little editor stays while the line is typed on."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.journal import Journal
from app.domain.quick_line import Role, Understood, Vocabulary, parse, with_part
from app.ui.today.set_by_hand import carried

NOW = datetime(2026, 5, 12, 18, 40, tzinfo=UTC)
NAMES = Vocabulary.of(Journal({}))


def read(text: str) -> Understood:
    return parse(text, NAMES, NOW)


def with_eight(text: str) -> Understood:
    plain = read(text)
    part = plain.part(Role.SEVERITY)
    assert part is not None
    return with_part(plain, part, 8)


@pytest.mark.parametrize(
    ("typed", "severity"),
    [
        ("headache 5 and tired", 8),
        ("headache 5 yesterday evening", 8),
        ("headache 6", None),
        ("headache ", None),
        ("fatigue 5", None),
    ],
)
def test_a_number_set_by_hand_stays_while_the_line_before_it_stays(typed: str, severity: int | None) -> None:
    found = carried(with_eight("headache 5"), read("headache 5"), read(typed))
    assert (found.value(Role.SEVERITY, int) if found is not None else None) == severity


@pytest.mark.parametrize("typed", ["headache 5 and scared", "headache", "h"])
def test_only_for_me_is_never_lost_by_typing_on(typed: str) -> None:
    plain = read("headache 5")
    found = carried(replace(plain, private=True), plain, read(typed))
    assert found is not None
    assert found.private
