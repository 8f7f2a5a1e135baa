"""C-CDA R2.1 documents (summaries, discharge letters): which section becomes which record.

Sections are told by their LOINC code, entries by their element; HL7 names stand in this folder only.
"""

from collections.abc import Callable
from datetime import datetime

from app.domain.records.invalid import InvalidRecord
from app.exchange.ccda_people import read_document_people, read_encounter
from app.exchange.ccda_problems import read_allergies, read_problems
from app.exchange.ccda_reading import Reading
from app.exchange.ccda_results import read_procedure, read_results, read_social, read_vaccine
from app.exchange.ccda_treatments import read_equipment, read_medicine
from app.exchange.errors import FormatUnknown
from app.exchange.found import Found, Gathering
from app.exchange.xml_tree import Element, local, words_in

_SECTIONS: dict[str, Callable[[Reading, Element], bool]] = {
    "11450-4": read_problems,
    "11348-0": read_problems,  # history of past illness
    "48765-2": read_allergies,
    "10160-0": read_medicine,
    "42346-7": read_medicine,  # medicines on admission
    "10183-2": read_medicine,  # medicines at discharge
    "46240-8": read_encounter,
    "11369-6": read_vaccine,
    "47519-4": read_procedure,
    "46264-8": read_equipment,
    "30954-2": read_results,
    "8716-3": read_results,  # vital signs
    "29762-2": read_social,
}


def read_ccda(root: Element, title: str, now: datetime, new_id: Callable[[], str]) -> Found:
    """The records of a clinical document. Raises FormatUnknown for any other XML."""
    if local(root) != "ClinicalDocument":
        raise FormatUnknown(local(root))
    gathering = Gathering("C-CDA", title, now, new_id)
    reading = Reading(gathering, root)
    read_document_people(reading, root)
    for section in reading.every(root, ".//h:section"):
        _read_section(reading, section)
    return gathering.found()


def _read_section(reading: Reading, section: Element) -> None:
    heading = words_in(reading.first(section, "h:title")) or "?"
    if section.get("nullFlavor"):
        reading.gathering.nothing_written(heading)
        return
    code = reading.first(section, "h:code")
    read = _SECTIONS.get(code.get("code") or "" if code is not None else "")
    entries = reading.every(section, "h:entry")
    reading.enter(heading)
    for entry in entries:
        if read is None or not _read_entry(reading, entry, read):
            reading.gathering.leave(heading)
    if not entries and words_in(reading.first(section, "h:text")):
        reading.gathering.leave(f"{heading} (text)")


def _read_entry(reading: Reading, entry: Element, read: Callable[[Reading, Element], bool]) -> bool:
    try:
        return read(reading, entry)
    except InvalidRecord:
        return False
