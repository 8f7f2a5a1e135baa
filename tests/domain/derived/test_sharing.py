"""Who may see what: marks, what they cover, and that nothing left out reaches a page."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.derived.choice import Choice, Hidden, part_id
from app.domain.derived.documents import build
from app.domain.derived.gate import gate_for
from app.domain.derived.sharing import (
    Reason,
    effective,
    keep_from,
    kept_from,
    share_with,
    view,
    visible,
)
from app.domain.journal import Journal, journal_of
from app.domain.records import (
    ALL_KINDS,
    Attachment,
    Clinician,
    Condition,
    Decision,
    Event,
    Person,
    PlanStep,
    Question,
    Record,
    Symptom,
    SymptomEntry,
    Treatment,
    TreatmentChange,
    TurningPoint,
    Visit,
)
from app.domain.records.events import EventState
from app.domain.records.questions import QuestionStep, Step
from app.domain.records.record import PRIVATE, SHARED, Mark, RecordId, Sharing, VisitId, text_in
from app.domain.records.treatments import ChangeKind
from app.domain.records.visits import Concern, HowItWent, Unsaid
from app.i18n import Words
from app.services.sample import sample_journal
from tests.domain.derived.journals import (
    TODAY,
    change,
    clinician,
    make,
    marked,
    medicine,
    on,
    person,
    seeded,
    shuffled,
    who,
)

NOT_OSEI = Sharing(mark=Mark.NOT_WITH, not_with=(who("osei"),))


def _reasons(journal: Journal, choice: Choice) -> dict[str, Reason]:
    return {kept.record.id: kept.reason for kept in view(journal, choice).kept if kept.part is None}


def test_a_private_clinician_covers_visits_changes_questions_steps_and_decisions() -> None:
    journal = Journal.holding(
        clinician("osei", sharing=PRIVATE),
        make(Visit, "visit", clinician="osei", when=on("2026-02-12")),
        make(Decision, "decision", about="dose", visit="visit"),
        make(PlanStep, "step", text="ring", visit="visit"),
        make(Question, "question", text="why?", clinician="osei"),
        make(Event, "event", title="scan", visit="visit"),
        medicine("free"),
        change("free", ChangeKind.NOTICED, "2026-03-01", visit="visit"),
    )
    assert set(visible(journal, Choice()).records) == {"free"}


@pytest.mark.parametrize(
    ("choice", "reason"),
    [
        (Choice(for_clinician=who("osei")), Reason.NOT_FOR_THEM),
        (Choice(someone_else="the clinic"), Reason.PAPER_TRAVELS),
        (Choice(for_clinician=who("rahal")), None),
    ],
)
def test_a_mark_against_one_clinician(choice: Choice, reason: Reason | None) -> None:
    question = make(Question, "question", text="why?", sharing=NOT_OSEI)
    journal = Journal.holding(clinician("osei"), clinician("rahal"), question)
    assert _reasons(journal, choice).get("question") == reason


def test_the_reader_stands_on_the_page_even_if_everything_of_theirs_is_kept_from_them() -> None:
    visit = make(Visit, "visit", clinician="osei", when=on("2026-02-12"))
    journal = Journal.holding(person(), clinician("osei", sharing=NOT_OSEI), visit)
    assert set(visible(journal, Choice(for_clinician=who("osei"))).records) == {"me", "osei"}


def test_a_treatment_with_a_hidden_stop_is_not_printed_as_taken_now() -> None:
    stop = change("lithium", ChangeKind.STOPPED, "2026-01-01", sharing=PRIVATE)
    start = change("lithium", ChangeKind.STARTED, "2025-01-01")
    journal = Journal.holding(person(), medicine("lithium"), start, stop)
    built = build(journal, Choice(), TODAY, Words())
    assert set(visible(journal, Choice()).records) == {"me"}
    assert not any("Lithium" in text for text in text_in(built.document))
    assert any("I chose not to list everything here." in text for text in text_in(built.document))


def test_a_hidden_note_about_a_treatment_hides_the_note_alone() -> None:
    start = change("naproxen", ChangeKind.STARTED, "2025-01-01")
    note = change("naproxen", ChangeKind.NOTICED, "2026-01-01", noticed="afraid", sharing=PRIVATE)
    journal = Journal.holding(medicine("naproxen"), start, note)
    assert set(visible(journal, Choice()).records) == {"naproxen", start.id}


def test_putting_a_treatment_in_for_this_once_brings_its_whole_story() -> None:
    start = change("lithium", ChangeKind.STARTED, "2025-01-01", sharing=PRIVATE)
    journal = Journal.holding(medicine("lithium", sharing=PRIVATE), start)
    found = visible(journal, Choice(put_in=frozenset({RecordId("lithium")})))
    assert set(found.records) == {"lithium", start.id}


def test_a_reading_cannot_be_put_in_without_its_symptom() -> None:
    entry = make(SymptomEntry, "entry", symptom="mood", when=on("2026-05-01"), severity=7)
    journal = Journal.holding(make(Symptom, "mood", name="mood", sharing=PRIVATE), entry)
    assert not visible(journal, Choice(put_in=frozenset({RecordId("entry")}))).records


def test_a_symptom_merged_into_a_private_one_is_private() -> None:
    journal = Journal.holding(
        make(Symptom, "mood", name="mood", sharing=PRIVATE),
        make(Symptom, "low", name="low", merged_into="mood"),
        make(SymptomEntry, "entry", symptom="low", when=on("2026-05-01"), severity=7),
    )
    assert not visible(journal, Choice()).records


@pytest.mark.parametrize("order", [("a", "b", "c"), ("c", "b", "a"), ("b", "c", "a")])
def test_symptoms_merged_in_a_ring_are_as_private_as_any_of_them(order: tuple[str, ...]) -> None:
    journal = Journal.holding(
        make(Symptom, "a", name="low", merged_into="b"),
        make(Symptom, "b", name="mood", merged_into="c", sharing=PRIVATE),
        make(Symptom, "c", name="dark", merged_into="a"),
    )
    gate = gate_for(journal, Choice())
    assert {gate.mark(journal.records[RecordId(name)]) for name in order} == {PRIVATE}


def test_references_to_what_is_left_out_are_gone() -> None:
    journal = Journal.holding(
        clinician("osei", sharing=PRIVATE),
        make(Condition, "condition", name="arthritis", told_by_clinician="osei"),
        make(TurningPoint, "turn", text="It began", of="other"),
        make(
            Visit,
            "visit",
            when=on("2026-02-12"),
            clinician="rahal",
            concerns=(Concern(text="mine"), Concern(text="theirs", for_clinician=who("osei"))),
        ),
        clinician("rahal"),
    )
    found = visible(journal, Choice())
    condition, visit = found.get(Condition, RecordId("condition")), found.get(Visit, RecordId("visit"))
    assert condition is not None
    assert visit is not None
    assert condition.told_by_clinician is None
    assert [concern.text for concern in visit.concerns] == ["mine"]


def test_times_asked_in_a_hidden_visit_do_not_count_and_a_hidden_answer_still_answers() -> None:
    hidden = make(Visit, "hidden", clinician="osei", when=on("2026-02-12"), sharing=PRIVATE)
    shown = make(Visit, "shown", clinician="osei", when=on("2026-03-12"))
    asked = [QuestionStep(step=Step.NOT_ANSWERED, visit=VisitId(visit.id)) for visit in (hidden, shown)]
    answered = QuestionStep(step=Step.ANSWERED, visit=VisitId(hidden.id), answer="in secret")
    open_one = make(Question, "open", text="why?", life=tuple(asked))
    closed = make(Question, "closed", text="when?", life=(asked[1], answered))
    found = visible(Journal.holding(clinician("osei"), hidden, shown, open_one, closed), Choice())
    left = found.get(Question, RecordId("open"))
    done = found.get(Question, RecordId("closed"))
    assert left is not None
    assert done is not None
    assert left.times_asked == 1
    assert done.state == "answered"
    assert done.life[-1].answer == ""


def test_how_it_went_and_what_was_not_said_stay_out_unless_put_in_by_hand() -> None:
    visit = make(
        Visit,
        "visit",
        clinician="osei",
        when=on("2026-02-12"),
        hardest_to_say="hard",
        how_it_went=HowItWent(one_line="rushed"),
        unsaid=Unsaid(text="drinking"),
    )
    journal = Journal.holding(clinician("osei"), visit)
    for put_in, expected in (
        (frozenset(), None),
        (frozenset({part_id(visit.id, Hidden.HOW_IT_WENT)}), "rushed"),
    ):
        found = visible(journal, Choice(put_in=put_in)).get(Visit, visit.id)
        assert found is not None
        assert found.unsaid is None
        assert found.hardest_to_say == ""
        assert (found.how_it_went.one_line if found.how_it_went else None) == expected


def test_photos_are_out_unless_ticked() -> None:
    photo = make(Attachment, "photo", name="a.png", media_type="image/png", size=1)
    journal = Journal.holding(photo)
    assert _reasons(journal, Choice()) == {"photo": Reason.UNTICKED}
    assert not view(journal, Choice(put_in=frozenset({photo.id}))).kept


def test_from_a_date_on_keeps_what_is_still_taken_and_what_could_not_be_tolerated() -> None:
    journal = Journal.holding(
        medicine("now"),
        change("now", ChangeKind.STARTED, "2024-01-01"),
        medicine("over"),
        change("over", ChangeKind.STARTED, "2024-01-01"),
        change("over", ChangeKind.STOPPED, "2024-02-01"),
        medicine("bad"),
        change("bad", ChangeKind.STARTED, "2024-01-01"),
        change("bad", ChangeKind.STOPPED, "2024-02-01", not_tolerated=True, reaction="rash"),
        make(Visit, "visit", clinician="osei", when=on("2024-01-01")),
    )
    found = _reasons(journal, Choice(since=date(2026, 1, 1)))
    assert {key.split()[0] for key in found} == {"over", "visit"}
    assert set(found.values()) == {Reason.BEFORE}


def test_from_a_date_on_keeps_what_is_still_open() -> None:
    journal = Journal.holding(
        make(Question, "open", text="why?", when=on("2024-01-01")),
        make(Question, "done", text="how?", when=on("2024-01-01"), life=(QuestionStep(step=Step.DROPPED),)),
        make(PlanStep, "waiting", text="referral", asked=on("2024-01-01")),
        make(PlanStep, "came", text="letter", settled=on("2024-01-01")),
        make(Event, "pending", title="scan", when=on("2024-01-01"), state=EventState.PENDING),
        make(Event, "past", title="scan", when=on("2024-01-01")),
    )
    found = visible(journal, Choice(since=date(2026, 1, 1)))
    assert set(found.records) == {"open", "waiting", "pending"}


def test_the_gap_that_holds_a_left_out_note_is_known() -> None:
    entry = make(SymptomEntry, "entry", symptom="mood", when=on("2026-05-01"), severity=7, sharing=PRIVATE)
    seen = view(Journal.holding(make(Symptom, "mood", name="mood"), entry), Choice())
    assert seen.something_left_out
    assert seen.hidden == {date(2026, 5, 1)}
    assert seen.hides(date(2026, 4, 20), date(2026, 5, 3))
    assert not seen.hides(date(2026, 5, 2), date(2026, 5, 3))


def test_keep_all_of_this_from_one_clinician_and_back() -> None:
    visit = make(Visit, "visit", clinician="rahal", when=on("2026-02-12"))
    kept = keep_from(visit, who("osei"))
    assert kept.sharing == NOT_OSEI
    assert keep_from(kept, who("osei")) is kept
    assert share_with(kept, who("osei")) == visit
    assert share_with(visit, who("osei")) is visit
    assert keep_from(marked(visit, PRIVATE), who("osei")).sharing == PRIVATE
    step = make(PlanStep, "step", text="ring", visit="visit")
    found = kept_from(Journal.holding(clinician("rahal"), clinician("osei"), kept, step), who("osei"))
    assert [record.id for record in found] == ["step", "visit"]


def test_the_most_closed_mark_holds() -> None:
    private, kept, free = (make(Visit, key, clinician="osei") for key in ("a", "b", "c"))
    step = make(PlanStep, "step", text="ring", visit="b", sharing=NOT_OSEI)
    journal = Journal.holding(clinician("osei"), private, marked(kept, PRIVATE), free, step)
    assert effective(journal, step) == PRIVATE
    assert effective(journal, free) == SHARED


SOME = tuple(
    record
    for number, record in enumerate(sample_journal(TODAY))
    if not isinstance(record, SymptomEntry) or number % 12 == 0
)
WORDS_OF, SEEDED = seeded(SOME)
READERS = tuple(who(record.id) for record in SEEDED if isinstance(record, Clinician))


@settings(max_examples=40)
@given(st.data())
def test_no_private_word_reaches_the_document(data: st.DataObject) -> None:
    """Any records marked private or kept from the reader: none of their words, and nothing is lost."""
    reader = READERS[data.draw(st.integers(0, len(READERS) - 1))]
    closed = {SEEDED[at].id for at in data.draw(st.sets(st.integers(0, len(SEEDED) - 1), max_size=60))}
    not_with = Sharing(mark=Mark.NOT_WITH, not_with=(reader,))
    mark = not_with if data.draw(st.booleans()) else PRIVATE
    journal = journal_of(_closed(record, closed, mark) for record in SEEDED)
    choice = Choice(
        for_clinician=reader if data.draw(st.booleans()) else None,
        since=data.draw(st.none() | st.dates(date(2023, 1, 1), TODAY)),
    )
    built = build(journal, choice, TODAY, Words())
    seen = view(journal, choice)
    whole = {kept.record.id for kept in seen.kept if kept.part is None}
    assert whole | set(seen.journal.records) == {record.id for record in journal}
    assert not whole & set(seen.journal.records)
    assert len(built.left_out.items) == len(seen.kept)
    printed = "\n".join(text_in(built.document))
    assert not [word for key in whole for word in WORDS_OF[key] if word in printed]


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_any_kind_kept_back_as_a_whole_leaves_no_word(kind: type[Record]) -> None:
    closed = {record.id for record in SEEDED if isinstance(record, kind)}
    journal = journal_of(_closed(record, closed, PRIVATE) for record in SEEDED)
    built = build(journal, Choice(), TODAY, Words())
    printed = "\n".join(text_in(built.document))
    out = {kept.record.id for kept in view(journal, Choice()).kept if kept.part is None}
    assert out >= closed - {record.id for record in journal.of(Person)} - {
        record.id for record in journal.trashed
    }
    assert not [word for key in out for word in WORDS_OF[key] if word in printed]


def _closed(record: Record, closed: set[RecordId], mark: Sharing) -> Record:
    return replace(record, sharing=mark) if record.id in closed else record


def test_the_order_of_entry_does_not_matter() -> None:
    journal = journal_of(SOME)
    reader = next(record for record in SOME if isinstance(record, Clinician) and "Rahal" in record.name)
    choice = Choice(for_clinician=who(reader.id), full_name=True)
    first = build(journal, choice, TODAY, Words())
    for seed in range(3):
        assert build(shuffled(journal, seed), choice, TODAY, Words()) == first


def test_every_kept_kind_is_counted_for_the_person() -> None:
    journal = journal_of(SOME)
    found = build(journal, Choice(), TODAY, Words()).left_out
    assert sum(row.count for row in found.rows) == found.count == len(found.items)
    assert {type(journal.records[item.record]) for item in found.items} >= {Visit, Attachment}
    assert not any(isinstance(journal.records[item.record], Person | Treatment) for item in found.items)
    assert not any(isinstance(journal.records[item.record], TreatmentChange) for item in found.items)
