"""Dates as FHIR and C-CDA write them: 2015, 2015-03, 20150301, 2012-09-27T13:00:00-05:00.

The time zone is not applied: a record of 13:00 happened at 13:00 where the person was.
"""

import re
from datetime import date, datetime

from app.domain.records.when import When, at_time, in_month, in_year, on_day

_FHIR = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d))?)?)?")
_HL7 = re.compile(r"(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(\d\d))?)?)?")


def read_date(text: str) -> When | None:
    """A date of either spelling with the precision it has; None if it is no date of the calendar."""
    found = (_FHIR if "-" in text[:5] else _HL7).match(text)
    if found is None:
        return None
    try:
        return _when(*(int(part) if part else None for part in found.groups()))
    except ValueError:
        return None


def _when(
    year: int | None, month: int | None, day: int | None, hour: int | None, minute: int | None
) -> When | None:
    if year is None:
        return None
    if month is None:
        return in_year(year)
    if day is None:
        return in_month(year, month)
    if hour is None or minute is None or (hour, minute) == (0, 0):
        return on_day(date(year, month, day))
    return at_time(datetime(year, month, day, hour, minute))  # noqa: DTZ001 - civil time on purpose
