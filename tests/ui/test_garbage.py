"""What is left out of the collection of garbage, and what is not."""

import gc
from collections.abc import Iterator

import pytest

from app.ui.garbage import spare_what_is_there


class Ring:
    """Holds itself."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_is_there_is_not_looked_at_again_and_what_comes_later_is() -> None:
    records = [[number] for number in range(1000)]
    spare_what_is_there()
    assert gc.get_freeze_count() > len(records)
    assert not any(held is records for held in gc.get_objects())
    ring = Ring()
    assert any(held is ring for held in gc.get_objects())
