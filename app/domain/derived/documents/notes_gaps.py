"""Times without notes, as far as a document may speak of them."""

from app.domain.derived.documents.material import Material
from app.domain.derived.gaps import Gap, days_of, gaps_between, noted_days
from app.domain.records import SymptomEntry


def gaps(made: Material) -> tuple[Gap, ...]:
    """Gaps of 14 days and more, oldest first, since the person began to write readings.

    Before the first reading there was no journal to write in, so nothing is a gap there. A gap that holds
    something left out of the document is not named.
    """
    entries = [entry for entry in made.journal.of(SymptomEntry) if not entry.from_memory]
    began = [day for entry in entries for day in days_of(entry.when)[:1]]
    if not began:
        return ()
    return gaps_between(noted_days(made.journal), min(began), made.today, hidden=made.view.hidden)
