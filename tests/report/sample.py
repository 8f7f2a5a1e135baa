"""The new-clinician document of the made-up three-year journal."""

from datetime import date
from functools import lru_cache

from app.domain.derived.choice import Choice
from app.domain.derived.document import Document, Paper
from app.domain.derived.documents import build
from app.domain.journal import journal_of
from app.domain.records import Clinician
from app.domain.records.record import ClinicianId
from app.i18n import Words
from app.services.sample import sample_journal

LAST_DAY = date(2026, 5, 12)


@lru_cache(maxsize=2)
def sample_document(paper: Paper = Paper.A4) -> Document:
    """For Dr Rahal, with full name and record number."""
    journal = journal_of(sample_journal(LAST_DAY))
    reader = next(each for each in journal.of(Clinician) if "Rahal" in each.name)
    choice = Choice(for_clinician=ClinicianId(reader.id), full_name=True, record_number=True, paper=paper)
    return build(journal, choice, LAST_DAY, Words()).document
