"""What may be left out of a document for this once, to make its first page shorter."""

from app.domain.derived.choice import Choice
from app.domain.derived.naming import first_words, kind_name, own_words
from app.domain.derived.sharing import visible
from app.domain.journal import Journal
from app.domain.records import AboutMe, Clinician, Condition, Event, PlanStep, Question, Record, Treatment
from app.domain.records.record import RecordId
from app.domain.wording import Wording

_KINDS: tuple[type[Record], ...] = (Condition, Treatment, PlanStep, Clinician, AboutMe, Question, Event)


def may_be_left_out(
    journal: Journal, choice: Choice, words: Wording
) -> tuple[tuple[RecordId, str, str], ...]:
    """Id, kind and first words of what is in the document and makes its first page long.

    Allergies and safety facts are never offered: without them a page would look complete and not be so.
    """
    seen = visible(journal, choice)
    return tuple(
        (record.id, kind_name(kind, 1, words).removeprefix("1 "), first_words(own_words(seen, record)))
        for kind in _KINDS
        for record in seen.of(kind)
        if record.id != choice.for_clinician
    )
