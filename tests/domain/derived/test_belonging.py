"""What one record names in another is either a tie that a sharing mark follows, or only a mention."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, NewType, get_args, get_origin, get_type_hints

import pytest

from app.domain.derived.belonging import owners
from app.domain.journal import Journal
from app.domain.records import (
    ALL_KINDS,
    Allergy,
    Clinician,
    Condition,
    Decision,
    Event,
    Note,
    Record,
    SafetyFact,
    SecondOpinion,
    ShareRecord,
    Symptom,
    Treatment,
    TreatmentChange,
    Visit,
)
from app.domain.records.record import RecordId
from app.services.sample import sample_journal
from tests.domain.derived.journals import make

# A mark on what is only mentioned does not close the record: the mention goes from the page, no more.
MENTIONS: set[tuple[type[Record], str]] = {
    (Condition, "told_by_clinician"),
    (Allergy, "told_by_clinician"),
    (SafetyFact, "told_by_clinician"),
    (Symptom, "conditions"),
    (Treatment, "for_conditions"),
    (Treatment, "for_symptoms"),
    (TreatmentChange, "switched_to"),
    (Visit, "conditions"),
    (Visit, "questions"),
    (Decision, "condition"),
    (Clinician, "conditions"),
    (Clinician, "took_over_from"),
    (SecondOpinion, "condition"),
    (SecondOpinion, "decision"),
    (ShareRecord, "records"),
    (Event, "conditions"),
}
ONE_OF_EACH = {type(record): record for record in sample_journal()}
OWNER = make(Note, "owner", text="What the others belong to.")


def holds_ids(hint: Any) -> bool:
    """Whether a field's type is, or holds, the id of a record."""
    return isinstance(hint, NewType) or any(holds_ids(part) for part in get_args(hint))


def references() -> Iterator[tuple[type[Record], str, bool]]:
    """Every field that names other records: its kind, its name, and whether it may name several."""
    for kind in ALL_KINDS:
        hints = get_type_hints(kind)
        for field in fields(kind):
            if field.name not in {"id", "attachments"} and holds_ids(hints[field.name]):
                yield kind, field.name, get_origin(hints[field.name]) is tuple


def test_every_mention_is_a_field_that_is_there() -> None:
    assert {(kind, name) for kind, name, _ in references()} >= MENTIONS


@pytest.mark.parametrize(("kind", "name", "several"), tuple(references()))
def test_a_record_belongs_to_what_it_names_or_only_mentions_it(
    kind: type[Record], name: str, *, several: bool
) -> None:
    value: Any = (RecordId("owner"),) if several else RecordId("owner")
    record = replace(ONE_OF_EACH[kind], **{name: value})
    belongs = OWNER in owners(Journal.holding(OWNER, record), record)
    assert belongs is ((kind, name) not in MENTIONS)
