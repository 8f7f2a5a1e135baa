"""Everything as tables: one CSV file for each kind of record, and the kept files, in one ZIP.

UTF-8 with a byte order mark, so that spreadsheets read it right. A cell that a spreadsheet would take for a
formula starts with an apostrophe: what stands in a journal may have been written by somebody else.
"""

import csv
import io
import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from datetime import time as clock_time
from decimal import Decimal
from pathlib import PurePosixPath

from app.domain.derived.naming import own_words
from app.domain.journal import Journal
from app.domain.records import Record
from app.domain.records.record import RecordId
from app.domain.records.when import Precision, When
from app.exchange.json_form import TakenFile

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - full-width ones too
_BETWEEN = " | "
_SAME_MOMENT = (1980, 1, 1, 0, 0, 0)  # the same journal gives the same bytes
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}")


def write_tables(journal: Journal, files: Iterable[TakenFile] = ()) -> bytes:
    """The newest version of every record, the trash too, as a ZIP of tables."""
    by_kind: defaultdict[str, list[Record]] = defaultdict(list)
    for record in sorted(journal.records.values(), key=lambda one: (one.written, one.id)):
        by_kind[record.KIND].append(record)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as zipped:
        for kind, records in sorted(by_kind.items()):
            _add(zipped, f"{kind.replace(' ', '-')}.csv", table(records, journal))
        for file in files:
            _add(zipped, f"files/{_safe_name(file)}", file.data)
    return whole.getvalue()


def table(records: Iterable[Record], journal: Journal) -> bytes:
    """Records of one kind as a table; what a record belongs to stands by its id and by its name."""
    rows = [dict(_cells(record, journal)) for record in records]
    heads = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, heads, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _cells(record: Record, journal: Journal) -> Iterable[tuple[str, str]]:
    for field in fields(record):
        value = getattr(record, field.name)
        yield from _flat(field.name, value)
        if isinstance(value, str) and field.name != "id" and (name := _name(value, journal)):
            yield f"{field.name}_name", guarded(name)


def _flat(name: str, value: object) -> Iterable[tuple[str, str]]:
    """A value as cells: what has parts of its own gets a column for each."""
    if isinstance(value, When):
        yield name, guarded(said_when(value))
        yield f"{name}_precision", str(value.precision)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _flat(f"{name}_{field.name}", getattr(value, field.name))
    else:
        yield name, _cell(value)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | Decimal):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    if isinstance(value, datetime | date | clock_time):
        return value.isoformat()
    if isinstance(value, tuple):
        return guarded(_BETWEEN.join(_cell_in_list(item) for item in value))
    return guarded(str(value))


def _cell_in_list(value: object) -> str:
    if is_dataclass(value) and not isinstance(value, type):
        parts = {name: cell for name, cell in _flat("", value) if cell}
        return json.dumps({name.lstrip("_"): cell for name, cell in parts.items()}, ensure_ascii=False)
    return _cell(value)


def said_when(when: When) -> str:
    """A date as a machine sorts it, no more exact than it is known: 2026-05-11T18:40, 2019-03, about 2019."""
    first, last = when.first, when.last
    if first is None or last is None:
        return when.words
    match when.precision:
        case Precision.YEAR:
            said = f"{first.year:04}"
        case Precision.MONTH:
            said = f"{first.year:04}-{first.month:02}"
        case Precision.MINUTE if when.at is not None:
            said = f"{first.isoformat()}T{when.at.isoformat('minutes')}"
        case _:
            said = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    said = f"{said} {when.part}" if when.part is not None else said
    return f"about {said}" if when.around else said


def _name(key: str, journal: Journal) -> str:
    record = journal.records.get(RecordId(key))
    return own_words(journal, record) if record is not None else ""


def _safe_name(file: TakenFile) -> str:
    """A file's name inside the ZIP: its id, and only the ending of the name it came with."""
    ending = PurePosixPath(file.name).suffix
    return re.sub(r"[^A-Za-z0-9-]", "_", file.id) + (ending if _ENDING.fullmatch(ending) else "")


def _add(zipped: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _SAME_MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    zipped.writestr(entry, data)
