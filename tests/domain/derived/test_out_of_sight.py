"""What is in view while someone else types, and that nothing unseen is lost by what they write (14.9)."""

from dataclasses import replace

import pytest

from app.domain.derived.out_of_sight import hidden_in, in_sight, shown, with_hidden
from app.domain.journal import Journal, journal_of
from app.domain.records import Note, Person, Question, Record, Symptom, SymptomEntry, Visit
from app.domain.records.record import PRIVATE, QuestionId, RecordId, SymptomId, text_in
from app.domain.records.visits import Felt, HowItWent, Unsaid
from app.services.sample import sample_journal
from tests.domain.derived.journals import clinician, make, on, person, seeded, who


def see(*records: Record) -> Journal:
    journal = Journal.holding(*records)
    return in_sight(journal, hidden_in(journal))


def test_a_private_record_and_what_belongs_to_it_are_not_there() -> None:
    symptom = make(Symptom, "mood", name="Mood", sharing=PRIVATE)
    entry = make(SymptomEntry, "e", symptom=SymptomId(RecordId("mood")), when=on("2026-05-01"))
    about = make(Note, "n", text="of it", about=(RecordId("mood"),))
    gone = make(Note, "t", text="old", sharing=PRIVATE, trashed=True)
    seen = see(person(), symptom, entry, about, gone)
    assert [type(record) for record in seen.records.values()] == [Person]


def test_the_private_parts_of_a_visit_are_not_there() -> None:
    visit = make(
        Visit,
        "v",
        when=on("2026-05-01"),
        hardest_to_say="that I cry",
        unsaid=Unsaid(text="money"),
        how_it_went=HowItWent(one_line="rushed"),
        heard="It is stable.",
    )
    (found,) = see(visit).of(Visit)
    assert (found.hardest_to_say, found.unsaid, found.how_it_went) == ("", None, None)
    assert found.heard == "It is stable."


@pytest.mark.parametrize("place", range(0, 400, 7))
def test_no_word_of_anything_private_is_in_sight(place: int) -> None:
    """Any one record of the sample made private, every word of it replaced by one found nowhere else."""
    words, records = seeded(sample_journal())
    chosen = records[place % len(records)]
    if isinstance(chosen, Person):
        return
    marked = [replace(record, sharing=PRIVATE) if record is chosen else record for record in records]
    journal = journal_of(marked)
    out = hidden_in(journal)
    in_view = {text for record in in_sight(journal, out).records.values() for text in text_in(record)}
    assert chosen.id in out
    for key in out:
        assert in_view.isdisjoint(words[key])
        assert key not in in_view


def visit_of(**parts: object) -> Visit:
    return make(
        Visit,
        "v",
        clinician=who("osei"),
        when=on("2026-05-01"),
        questions=(RecordId("a"), RecordId("secret")),
        **parts,
    )


OUT = frozenset({RecordId("secret"), RecordId("osei")})


def test_what_was_never_shown_is_kept_when_something_else_is_changed() -> None:
    whole = visit_of(
        hardest_to_say="that I cry", unsaid=Unsaid(text="money"), how_it_went=HowItWent(one_line="rushed")
    )
    page = shown(whole, OUT)
    assert page.clinician is None
    assert page.questions == ("a",)
    a, b, secret = (QuestionId(RecordId(key)) for key in ("a", "b", "secret"))
    kept = with_hidden(replace(page, heard="Stable.", questions=(a, b)), whole, OUT)
    assert kept == replace(whole, heard="Stable.", questions=(a, b, secret))


def test_what_is_typed_into_what_seemed_empty_stands_beside_it() -> None:
    whole = visit_of(
        hardest_to_say="that I cry",
        unsaid=Unsaid(text="money"),
        how_it_went=HowItWent(listened=Felt.MOSTLY, one_line="rushed"),
    )
    typed = replace(
        shown(whole, OUT),
        hardest_to_say="the stairs",
        unsaid=Unsaid(text="sleep"),
        how_it_went=HowItWent(listened=Felt.YES, trust=Felt.YES),
        clinician=who("rahal"),
    )
    kept = with_hidden(typed, whole, OUT)
    assert kept.hardest_to_say == "that I cry\nthe stairs"
    assert kept.unsaid == Unsaid(text="money\nsleep")
    assert kept.how_it_went == HowItWent(listened=Felt.MOSTLY, trust=Felt.YES, one_line="rushed")
    assert kept.clinician == "osei"


def test_what_was_made_from_the_whole_record_stays_as_it_is() -> None:
    whole = visit_of(hardest_to_say="that I cry")
    assert with_hidden(replace(whole, heard="Stable."), whole, OUT) == replace(whole, heard="Stable.")


def test_a_question_for_a_private_clinician_goes_with_them() -> None:
    question = make(Question, "q", text="Why?", clinician=who("osei"))
    assert see(replace(clinician("osei"), sharing=PRIVATE), question).records == {}
