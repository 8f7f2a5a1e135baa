"""What every FHIR resource we write is made of: ids, references, dates, and words as a narrative."""

import uuid
from datetime import date, datetime
from decimal import Decimal
from xml.sax.saxutils import escape

from app.domain.derived.in_full import in_full
from app.domain.journal import Journal
from app.domain.records import Record
from app.domain.records.record import RecordId
from app.domain.records.when import Precision, When
from app.domain.wording import Wording

Json = dict[str, object]
_OURS = uuid.UUID("6f0b7a54-5f43-4b0e-9d51-6e1a6f0c6f3a")
_NOT_IN_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))
_UNSEEN = "?"  # a name of nothing but control characters
_DIV = '<div xmlns="http://www.w3.org/1999/xhtml">'


def uuid_of(key: str) -> str:
    """A record's id as a UUID: its own where it is one."""
    try:
        return str(uuid.UUID(hex=key))
    except ValueError:
        return str(uuid.uuid5(_OURS, key))


def reference(key: RecordId | None, journal: Journal, shown: str = "") -> Json:
    """A reference to the resource of another record, with its name; empty for none."""
    record = journal.records.get(key) if key is not None else None
    if record is None:
        return {"display": shown} if shown else {}
    name = getattr(record, "called", "") or getattr(record, "name", "")
    return {"reference": f"urn:uuid:{uuid_of(record.id)}", "display": name or shown}


def concept(words: str, *codes: tuple[str, str, str]) -> Json:
    """A concept in the person's words, with codes where there are any: (system, code, display)."""
    coding = [{"system": system, "code": code, "display": shown} for system, code, shown in codes]
    text = seen(words)
    return {"coding": coding, "text": text} if text or coding else {}


def seen(words: str) -> str:
    """The words, or a sign that stands for words of nothing but control characters, which FHIR can't hold."""
    return words if words.translate(_NOT_IN_XML).strip() or not words.strip() else _UNSEEN


def coded(system: str, code: str) -> Json:
    """A concept that is only a code of FHIR's own lists."""
    return {"coding": [{"system": f"http://terminology.hl7.org/CodeSystem/{system}", "code": code}]}


def moment(when: When | None, written: datetime) -> str:
    """A FHIR dateTime, no more exact than the date is known; empty where it can't be told.

    FHIR wants an offset beside a time of day. It is known only for what was written down the same day.
    """
    if when is None or when.first is None:
        return ""
    if when.precision is Precision.YEAR or when.around:
        return f"{when.first.year:04}"
    if when.precision in {Precision.MONTH, Precision.SEASON}:
        return f"{when.first.year:04}-{when.first.month:02}"
    if when.precision is Precision.MINUTE and when.at is not None and written.date() == when.first:
        return datetime.combine(when.first, when.at, written.tzinfo).isoformat()
    return when.first.isoformat()


def period(first: When | None, last: When | None, written: datetime) -> Json:
    """A FHIR Period."""
    end = moment(last, written)
    if not end and first is not None and first.precision is Precision.SPAN:
        end = _day(first.last)
    return {"start": moment(first, written), "end": end}


def notes(*texts: str) -> list[Json]:
    """Annotations, one for each text there is."""
    return [{"text": text} for text in texts if text]


def number(value: Decimal | None) -> object:
    """A number as FHIR's JSON has it."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def narrative(record: Record, journal: Journal, words: Wording) -> Json:
    """Everything the record says, in words: for what FHIR has no field for."""
    lines = [
        f"<p>{_xhtml(one.label)}: {_xhtml(one.text)}</p>"
        for one in in_full(record, journal, words)
        if one.text
    ]
    return {"status": "generated", "div": f"{_DIV}{''.join(lines)}</div>"} if lines else {}


def pruned(value: object) -> object:
    """A value without its empty parts: FHIR allows none."""
    if isinstance(value, dict):
        return {name: kept for name, item in value.items() if _is_there(kept := pruned(item))}
    if isinstance(value, list):
        return [kept for item in value if _is_there(kept := pruned(item))]
    return value.translate(_NOT_IN_XML) if isinstance(value, str) else value


def _is_there(value: object) -> bool:
    return (
        value is not None and value not in ("", [], {}) and not (isinstance(value, str) and not value.strip())
    )


def _xhtml(text: str) -> str:
    return escape(text.translate(_NOT_IN_XML)).replace("\n", "<br/>")


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
