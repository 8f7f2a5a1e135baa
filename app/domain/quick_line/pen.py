"""What every record that is written from one line has in common."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.domain.journal import Journal
from app.domain.quick_line.understood import Role, Understood
from app.domain.records.record import (
    PRIVATE,
    SHARED,
    RecordId,
    Sharing,
)
from app.domain.records.when import When, at_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """What every record that is written now needs."""

    understood: Understood
    journal: Journal
    now: datetime
    new_id: Callable[[], str]

    def id(self) -> RecordId:
        """A new record's id."""
        return RecordId(self.new_id())

    @property
    def sharing(self) -> Sharing:
        """The mark of what is written."""
        return PRIVATE if self.understood.private else SHARED

    @property
    def when(self) -> When:
        """When it happened; now where nothing else was said."""
        return self.understood.value(Role.WHEN, When) or at_time(self.now)
