"""What was found in a file: records to suggest, and what could not be understood."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict

from app.domain.records import Clinician, Record
from app.domain.records.record import ClinicianId, RecordId, Source
from app.domain.records.text import NAME_LIMIT


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The suggestions of one file. Nothing is in the journal until they are accepted.

    `not_understood` names what was left in the file with how often it came up. `not_written` names the
    sections that say they hold no information: nothing written, which is not the same as none.
    """

    form: str
    records: tuple[Record, ...]
    not_understood: tuple[tuple[str, int], ...] = ()
    not_written: tuple[str, ...] = ()


class Origin(TypedDict):
    """What every imported record starts with."""

    id: RecordId
    written: datetime
    source: Source


_SEMANTIC_TAG = re.compile(
    r" \((finding|disorder|substance|product|medicinal product|procedure|physical object|situation|event)\)$"
)


def shortened(name: str) -> str:
    """A file's name for a thing, cut at a word where it is too long for a name; its source keeps all."""
    name = _SEMANTIC_TAG.sub("", " ".join(name.split()))  # SNOMED CT's tag means nothing to a reader
    return name if len(name) <= NAME_LIMIT else name[: NAME_LIMIT - 2].rsplit(" ", 1)[0] + " …"


class Gathering:
    """Collects what one file holds while it is read."""

    def __init__(self, form: str, title: str, now: datetime, new_id: Callable[[], str]) -> None:
        """`title` is the file's name as the person sees it, `now` when it is brought in."""
        self.records: list[Record] = []
        self._form, self._title, self._now, self._new_id = form, title, now, new_id
        self._not_understood: Counter[str] = Counter()
        self._not_written: dict[str, None] = {}
        self._clinicians: dict[str, Clinician] = {}

    def origin(
        self, code: str, *, quote: str = "", dated: str = "", coded_as: tuple[str, ...] = ()
    ) -> Origin:
        """A new id, today, and where in which file it stood with the file's own words."""
        source = Source(title=self._title, dated=dated, quote=quote, code=code, coded_as=coded_as)
        return Origin(id=RecordId(self._new_id()), written=self._now, source=source)

    def add(self, record: Record) -> None:
        """Suggest a record."""
        self.records.append(record)

    def clinician(
        self, name: str, code: str, *, specialty: str = "", place: str = "", phone: str = ""
    ) -> ClinicianId:
        """The clinician of this name, made at the first mention."""
        name = shortened(name)
        if name not in self._clinicians:
            origin = self.origin(code, quote=name)
            made = Clinician(**origin, name=name, specialty=specialty, place=place, phone=phone)
            self._clinicians[name] = made
            self.add(made)
        return ClinicianId(self._clinicians[name].id)

    def leave(self, name: str) -> None:
        """Note something that stays in the file because it is not understood."""
        self._not_understood[name or "?"] += 1

    def nothing_written(self, name: str) -> None:
        """Note a section that says it holds no information."""
        self._not_written[name] = None

    def found(self) -> Found:
        """Everything, in the order it stood in the file."""
        return Found(
            form=self._form,
            records=tuple(self.records),
            not_understood=tuple(sorted(self._not_understood.items())),
            not_written=tuple(self._not_written),
        )
