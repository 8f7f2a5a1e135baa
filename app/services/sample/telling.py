"""When and under which ids the made-up story is told.

The story is written down with the dates it has when its last day is 12 May 2026. Told with another last day,
everything moves by the same number of days, so that the demo always ends today.
"""

from datetime import UTC, date, datetime, time

from app.domain.records.record import (
    AttachmentId,
    ClinicianId,
    ConditionId,
    EventId,
    QuestionId,
    RecordId,
    SymptomId,
    TreatmentId,
    VisitId,
)
from app.domain.records.when import Season, When, at_time, in_month, in_season, in_year, on_day
from app.i18n import NB, Words
from app.services.clock import NewId

LAST_DAY = date(2026, 5, 12)  # of the pictures
_EVENING = time(20, 15)
_SEASON_OF_MONTH = {month: tuple(Season)[(month % 12) // 3 - 1] for month in range(1, 13)}


class Telling:
    """One telling of the story: its shift in days, and the ids of what is named in it.

    Days are written as in "2025-06-12", moments as in "2025-06-12 07:50": those of the pictures.
    """

    def __init__(self, last_day: date, new_id: NewId) -> None:
        """Tell the story so that it ends on `last_day`."""
        self.shift = last_day - LAST_DAY
        self._new_id = new_id
        self._named: dict[str, RecordId] = {}

    def new(self) -> RecordId:
        """An id for something nothing else points to."""
        return RecordId(self._new_id())

    def id(self, name: str) -> RecordId:
        """The id of what the story calls `name`; the same each time."""
        if name not in self._named:
            self._named[name] = self.new()
        return self._named[name]

    def clinician(self, name: str) -> ClinicianId:
        """The id of someone of the care team."""
        return ClinicianId(self.id(f"clinician {name}"))

    def condition(self, name: str) -> ConditionId:
        """The id of a condition."""
        return ConditionId(self.id(f"condition {name}"))

    def symptom(self, name: str) -> SymptomId:
        """The id of a symptom."""
        return SymptomId(self.id(f"symptom {name}"))

    def treatment(self, name: str) -> TreatmentId:
        """The id of a treatment."""
        return TreatmentId(self.id(f"treatment {name}"))

    def question(self, name: str) -> QuestionId:
        """The id of a question."""
        return QuestionId(self.id(f"question {name}"))

    def visit(self, day: str) -> VisitId:
        """The id of the visit of a day."""
        return VisitId(self.id(f"visit {day}"))

    def event(self, name: str) -> EventId:
        """The id of an event."""
        return EventId(self.id(f"event {name}"))

    def photo(self, name: str) -> AttachmentId:
        """The id of a photo."""
        return AttachmentId(self.id(f"photo {name}"))

    def day(self, day: str) -> date:
        """A day of the story on this telling's calendar."""
        return date.fromisoformat(day) + self.shift

    def on(self, day: str) -> When:
        """A whole day."""
        return on_day(self.day(day))

    def at(self, moment: str) -> When:
        """A minute of a day."""
        return at_time(datetime.fromisoformat(moment).replace(tzinfo=UTC) + self.shift)

    def month(self, day: str, *, around: bool = False) -> When:
        """The month a day lies in."""
        there = self.day(day)
        return in_month(there.year, there.month, around=around)

    def year(self, day: str, *, around: bool = False) -> When:
        """The year a day lies in."""
        return in_year(self.day(day).year, around=around)

    def season(self, day: str) -> When:
        """The season a day lies in."""
        there = self.day(day)
        season = _SEASON_OF_MONTH[there.month]
        begun = there.year - 1 if there.month < 3 else there.year  # noqa: PLR2004 - winter begins in December
        return in_season(begun, season)

    def wrote(self, moment: str) -> datetime:
        """When something was written down; a day alone means its evening."""
        there = datetime.fromisoformat(moment)
        if " " not in moment:
            there = datetime.combine(there.date(), _EVENING)
        return there.replace(tzinfo=UTC) + self.shift

    def month_name(self, day: str) -> str:
        """June: for words that name the month something happened in."""
        return Words().month(self.day(day)).split(NB)[0]

    def date_words(self, day: str) -> str:
        """3 November 2025: for words that quote a date."""
        return Words().day(self.day(day)).replace(NB, " ")

    def short_date_words(self, day: str) -> str:
        """12 Jun: for words that name a day of the same year."""
        return Words().day_in_year(self.day(day)).replace(NB, " ")
