"""Finding words among 20,000 records, against a scan of a list of the same strings."""

import journals
from measure import median, report

from app.domain.derived.naming import own_words
from app.domain.derived.search import find
from app.domain.journal import Journal
from app.domain.records.record import text_in

RECORDS = 20_000
QUERY = "walk, number 19"  # in the notes of a few hundred
TIMES = 7


def main() -> None:
    """Measure in a journal of eleven years."""
    records = (*journals.symptoms(), *(journals.entry(number) for number in range(RECORDS)))
    journal = Journal({record.id: record for record in records})
    strings = [text for one in records for text in (own_words(journal, one), *text_in(one))]
    bare = median(lambda: [text for text in strings if QUERY in text.lower()], TIMES)
    ours = median(lambda: find(journal, QUERY), TIMES)
    report(bare=bare, ours=ours)


if __name__ == "__main__":
    main()
