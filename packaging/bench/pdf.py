"""The new-clinician document of the three-year sample, against ReportLab drawing the same pages untagged."""

from datetime import date

from measure import median, report, seconds
from same_pages import draw_again, steps_of

from app.domain.derived.choice import Choice
from app.domain.derived.document import Document
from app.domain.derived.documents import build
from app.domain.journal import Journal
from app.i18n import Words
from app.report.pdf import render
from app.services.sample import sample_journal
from app.services.sharing import reader_called

LAST_DAY = date(2026, 5, 12)
TIMES = 7


def sample_document(words: Words) -> Document:
    """The sample's document for the new clinician, as the demo exports it."""
    journal = Journal({record.id: record for record in sample_journal(LAST_DAY)})
    choice = Choice(for_clinician=reader_called(journal, "Dr Rahal"), full_name=True, record_number=True)
    return build(journal, choice, LAST_DAY, words).document


def main() -> None:
    """Measure drawing alone, and everything from the journal to the file the first time."""
    words = Words()
    first = seconds(lambda: render(sample_document(words), words))
    document = sample_document(words)
    steps = steps_of(document, words)
    bare = median(lambda: draw_again(document, steps), TIMES)
    ours = median(lambda: render(document, words), TIMES)
    report(bare=bare, ours=ours, first=first)


if __name__ == "__main__":
    main()
