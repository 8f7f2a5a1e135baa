"""Giving a document to someone: choose, see what is left out, draw, save, note that it was given.

`prepare` and `draw` are functions of frozen values and may run in a worker. `save` writes one file, whole or
not at all, reads it back and opens it; `note_given` is one command of the journal. The caller says *Saved*
after both.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.domain.derived.choice import Choice
from app.domain.derived.documents import Built, build
from app.domain.derived.documents.kinds import KINDS
from app.domain.derived.history import meaning_changed
from app.domain.derived.sharing import visible
from app.domain.journal import Journal
from app.domain.records import Clinician, ShareRecord, SymptomEntry
from app.domain.records.care_team import LeftOutCount
from app.domain.records.record import ClinicianId, RecordId, VisitId
from app.domain.records.when import at_time
from app.domain.wording import Wording
from app.report.outlines import Outlines
from app.report.page_pictures import PagePicture, page_pictures
from app.report.pdf import Rendered, render
from app.report.proof import page_count
from app.services.clock import Clock, NewId
from app.services.errors import NoPlaceForAFile
from app.services.open_journal import OpenJournal
from app.services.undoing import GIVEN
from app.storage import files
from app.storage.errors import AlreadyThere, CannotWrite

DOCUMENTS = tuple(KINDS)
__all__ = [
    "DOCUMENTS",
    "Drawn",
    "PagePicture",
    "changed_since",
    "check_new_place",
    "check_place",
    "choice_as_text",
    "delete",
    "draw",
    "free_path",
    "given_record",
    "note_given",
    "picture_to_print",
    "pictures",
    "prepare",
    "reader_called",
    "save",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A document as a file, ready to be saved: what was chosen, what is in it and what is not."""

    choice: Choice
    built: Built
    rendered: Rendered


def prepare(
    journal: Journal,
    choice: Choice,
    today: date,
    words: Wording,
    changed: Mapping[RecordId, date] | None = None,
) -> Built:
    """What the document will say, and what it leaves out and why."""
    return build(journal, choice, today, words, changed)


def changed_since(journal: OpenJournal) -> dict[RecordId, date]:
    """The day each record last changed in a way a reader should know of, for those that did."""
    told = {
        key: meaning_changed([(earlier.written, earlier.record) for earlier in journal.history(key)])
        for key in sorted(journal.amended)
    }
    return {key: day for key, day in told.items() if day is not None}


def draw(
    choice: Choice,
    built: Built,
    words: Wording,
    outlines: Outlines | None = None,
    *,
    password: str = "",
) -> Drawn:
    """The document as a PDF in memory. Raises CannotDraw."""
    rendered = render(built.document, words, outlines, password=password)
    return Drawn(choice=choice, built=built.drawn_with(rendered.front_index), rendered=rendered)


def pictures(drawn: Drawn, *, scale: float, password: str = "") -> tuple[PagePicture, ...]:
    """Every page exactly as it will print, made from the file itself and kept in memory only."""
    return page_pictures(drawn.rendered.data, scale=scale, password=password)


def picture_to_print(drawn: Drawn, page: int, *, scale: float, password: str = "") -> PagePicture:
    """One page, counted from 0, as fine as the printer asks for."""
    return page_pictures(drawn.rendered.data, scale=scale, password=password, only=page)[0]


def save(drawn: Drawn, path: Path, *, password: str = "") -> None:
    """Write the PDF: mode 0600, whole or not at all, read back and opened.

    Raises NoPlaceForAFile, DiskFull, ReadOnly, CannotWrite and the like; then no half file stands there.
    """
    check_place(path)
    files.write(path, drawn.rendered.data)
    if page_count(files.read(path), password=password) != drawn.rendered.pages:
        path.unlink(missing_ok=True)
        raise CannotWrite


def delete(path: Path) -> None:
    """Delete a saved PDF from this computer; the note that it was given stays. Raises CannotWrite."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        raise CannotWrite from None


def check_place(path: Path) -> None:
    """Raise NoPlaceForAFile where no file can be put: no such folder, or a folder of that name."""
    if path.is_dir() or not path.parent.is_dir():
        raise NoPlaceForAFile


def check_new_place(path: Path) -> None:
    """The same, and AlreadyThere where a file stands: it is never written over unasked."""
    check_place(path)
    if path.exists():
        raise AlreadyThere


def free_path(folder: Path, drawn: Drawn) -> Path:
    """Where the document goes in a folder: under its own name, or with ` (2)` where that is taken."""
    path, again = folder / drawn.built.document.file_name, 1
    while path.exists():
        again += 1
        path = path.with_name(f"{Path(drawn.built.document.file_name).stem} ({again}).pdf")
    return path


def note_given(
    journal: OpenJournal,
    drawn: Drawn,
    file_name: str,
    clock: Clock,
    new_id: NewId,
    *,
    visit: VisitId | None = None,
) -> ShareRecord:
    """Keep in the journal what was given to whom, and what was left out of it."""
    given = replace(
        given_record(journal.snapshot, drawn, clock, new_id),
        file_name=file_name,
        visit=visit,
    )
    journal.record(given, what=GIVEN)
    return given


def given_record(journal: Journal, drawn: Drawn, clock: Clock, new_id: NewId) -> ShareRecord:
    """The share record of a drawn document. Single readings are not listed: the choice tells which."""
    now = clock.now()
    reader = journal.clinician(drawn.choice.for_clinician)
    return ShareRecord(
        id=RecordId(new_id()),
        written=now,
        document=drawn.choice.kind,
        to_clinician=drawn.choice.for_clinician,
        to_whom=reader.name if reader else drawn.choice.someone_else,
        when=at_time(now),
        file_name=drawn.built.document.file_name,
        pages=drawn.rendered.pages,
        choice=choice_as_text(drawn.choice),
        digest=hashlib.sha256(drawn.rendered.data).hexdigest(),
        records=_records_in(visible(journal, drawn.choice)),
        left_out=_left_out(drawn.built),
    )


def _records_in(journal: Journal) -> tuple[RecordId, ...]:
    return tuple(sorted(record.id for record in journal if not isinstance(record, SymptomEntry)))


def _left_out(built: Built) -> tuple[LeftOutCount, ...]:
    return tuple(LeftOutCount(count=row.count, what=row.what, why=row.why) for row in built.left_out.rows)


def choice_as_text(choice: Choice) -> str:
    """A choice as JSON, keys and sets in order: the same choice gives the same text."""
    parts = {name: _plain(getattr(choice, name)) for name in choice.__dataclass_fields__}
    return json.dumps(parts, ensure_ascii=False, sort_keys=True)


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(str(item) for item in value)
    return value.isoformat() if isinstance(value, date) else value


def reader_called(journal: Journal, name: str) -> ClinicianId | None:
    """The clinician somebody means by `name`: a name, a short or other name, or the last word of one."""
    wanted = name.strip().casefold()
    for clinician in sorted(journal.of(Clinician), key=_present_first):
        names = {known.casefold() for known in (clinician.name, clinician.short, *clinician.other_names)}
        if wanted and wanted in names | {known.split()[-1] for known in names if known}:
            return ClinicianId(clinician.id)
    return None


def _present_first(clinician: Clinician) -> tuple[bool, int, str]:
    return (clinician.until is not None, clinician.order, clinician.id)
