"""The time of day and new ids, handed in so that a test can choose them."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

NewId = Callable[[], str]
"""Makes an id that no record has yet."""


class Clock(Protocol):
    """What time it is for the person."""

    def now(self) -> datetime:
        """Give the moment, with the offset from UTC that the person's clock has."""

    def today(self) -> date:
        """Give the day on the person's calendar."""


class SystemClock:
    """The computer's clock, in the computer's own time zone."""

    def now(self) -> datetime:
        """Give the moment to the second: finer says nothing about a day."""
        here = datetime.now().astimezone()  # noqa: TID251 - this is the clock
        return here.replace(microsecond=0)

    def today(self) -> date:
        """Give today's date."""
        return self.now().date()


@dataclass(slots=True)
class FixedClock:
    """A clock that stands still until it is set."""

    moment: datetime

    def now(self) -> datetime:
        """Give the moment it was set to."""
        return self.moment

    def today(self) -> date:
        """Give the day it was set to."""
        return self.moment.date()


def new_id() -> str:
    """Make a new id: 32 hexadecimal characters."""
    return uuid.uuid4().hex
