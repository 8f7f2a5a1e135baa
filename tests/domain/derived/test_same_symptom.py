"""A new name and two made one: nothing is lost, nothing gets wider, and everyone follows."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.domain.derived.choice import Choice
from app.domain.derived.gate import gate_for
from app.domain.derived.readings import readings_of
from app.domain.derived.symptoms.kept import kept_readings
from app.domain.derived.symptoms.same import made_one, merged_from, merging, renamed, same_name
from app.domain.derived.treatments.story import stories
from app.domain.derived.treatments.words import for_words
from app.domain.derived.treatments.written import usual_symptom, written
from app.domain.journal import Journal
from app.domain.quick_line.journal_names import fold, spellings_of
from app.domain.records import Note, Record, Symptom, SymptomEntry, Treatment
from app.domain.records.record import PRIVATE, SHARED, ClinicianId, Mark, RecordId, Sharing, SymptomId
from app.domain.records.symptoms import Anchor
from app.domain.records.when import in_year, on_day
from app.i18n import Words

MOMENT = datetime(2026, 5, 12, 9, 30, tzinfo=UTC)
A, B = SymptomId(RecordId("a")), SymptomId(RecordId("b"))
OSEI, RAHAL = ClinicianId(RecordId("osei")), ClinicianId(RecordId("rahal"))
WORDS = Words()

names = st.sampled_from(["Knee", "knee pain", "KNEE", "Knie", "Kné", "jaw", "Jaw ache"])
marks = st.sampled_from(
    [
        SHARED,
        PRIVATE,
        Sharing(mark=Mark.NOT_WITH, not_with=(OSEI,)),
        Sharing(mark=Mark.NOT_WITH, not_with=(RAHAL,)),
    ]
)
anchors = st.dictionaries(st.integers(0, 10), st.sampled_from(["can work", "bed", "can't drive"]), max_size=3)


@st.composite
def symptoms(draw: st.DrawFn, key: SymptomId) -> Symptom:
    return Symptom(
        id=key,
        written=MOMENT,
        name=draw(names),
        other_names=tuple(draw(st.lists(names, max_size=3))),
        anchors=tuple(Anchor(severity=n, words=said) for n, said in draw(anchors).items()),
        sharing=draw(marks),
        show_on_today=draw(st.booleans()),
        retired=draw(st.booleans()),
        since=draw(st.sampled_from([None, in_year(2019), in_year(2022)])),
        tags=tuple(draw(st.lists(st.sampled_from(["work", "night"]), max_size=2, unique=True))),
    )


def reading(key: str, of: SymptomId, sharing: Sharing = SHARED) -> SymptomEntry:
    day = on_day(date(2026, 5, 1))
    return SymptomEntry(
        id=RecordId(key), written=MOMENT, symptom=of, when=day, severity=4, note="own words", sharing=sharing
    )


def all_names(symptom: Symptom) -> set[str]:
    return {" ".join(fold(name).split()) for name in (symptom.name, *symptom.other_names)}


@given(symptoms(A), names)
def test_after_a_new_name_every_name_leads_there(symptom: Symptom, name: str) -> None:
    later = renamed(symptom, name)
    assert later.name == name
    assert all_names(symptom) | {fold(name)} == all_names(later)
    if fold(name) != fold(symptom.name):
        assert fold(name) not in {fold(other) for other in later.other_names}
    assert replace(later, name=symptom.name, other_names=symptom.other_names) == symptom


def test_another_way_to_write_the_same_name_is_no_other_name() -> None:
    knee = Symptom(id=A, written=MOMENT, name="knee")
    assert renamed(knee, "Knee").other_names == ()
    assert renamed(renamed(knee, "Knee pain"), "knee").other_names == ("Knee pain",)


@given(symptoms(A), symptoms(B))
def test_made_one_has_all_that_both_said(gone: Symptom, into: Symptom) -> None:
    first, later = made_one(gone, into)
    assert (later.id, later.name, first.merged_into) == (B, into.name, B)
    assert all_names(later) == all_names(gone) | all_names(into)
    said = {anchor.severity: anchor.words for anchor in later.anchors}
    for anchor in (*gone.anchors, *into.anchors):
        assert anchor.words in said[anchor.severity]
    assert set(later.tags) == {*gone.tags, *into.tags}
    assert later.retired == (gone.retired and into.retired)
    assert replace(first, merged_into=None, sharing=gone.sharing) == gone


@given(symptoms(A), symptoms(B), st.lists(st.tuples(st.sampled_from([A, B]), marks), max_size=6))
def test_nothing_is_open_to_anyone_it_was_closed_to(
    gone: Symptom, into: Symptom, written: list[tuple[SymptomId, Sharing]]
) -> None:
    readings = [reading(f"r{at}", of, sharing) for at, (of, sharing) in enumerate(written)]
    before = Journal.holding(gone, into, *readings)
    after = before.with_(*made_one(gone, into))
    for clinician in (None, OSEI, RAHAL):
        choice = Choice(for_clinician=clinician)
        was, now = gate_for(before, choice), gate_for(after, choice)
        for record in (gone, into, *readings):
            if was.reason(before.records[record.id]) is not None:
                assert now.reason(after.records[record.id]) is not None


@given(symptoms(A), symptoms(B), st.integers(0, 5), st.integers(0, 5))
def test_every_reading_is_read_under_the_one_name(
    gone: Symptom, into: Symptom, of_gone: int, of_into: int
) -> None:
    readings = [reading(f"g{at}", A) for at in range(of_gone)] + [
        reading(f"i{at}", B) for at in range(of_into)
    ]
    journal = Journal.holding(gone, into, *readings)
    told = merging(journal, gone, into, WORDS)
    assert told.readings == of_gone
    after = journal.with_(*made_one(gone, into))
    kept = kept_readings(after)
    assert set(kept) == {B}
    assert set(kept[B].entries) == set(readings)  # to the byte: not one reading was changed
    assert [held.ids for held in readings_of(after)] == ([frozenset({A, B})] if readings else [])


def test_the_quick_line_a_treatment_and_a_note_follow() -> None:
    knee = Symptom(id=A, written=MOMENT, name="Knee", other_names=("kn",))
    pain = Symptom(id=B, written=MOMENT, name="Knee pain")
    mentions: tuple[Record, ...] = (
        Treatment(id=RecordId("t"), written=MOMENT, name="Naproxen", for_symptoms=(A, B)),
        Note(id=RecordId("n"), written=MOMENT, text="Both the same?", about=(A,)),
    )
    before = Journal.holding(knee, pain, *mentions, reading("r", A))
    assert merging(before, knee, pain, WORDS).sentences == (
        "1 reading of Knee moves to Knee pain.",
        "Knee stays as another name for it: the quick line knows both.",
        "2 treatments and notes that name Knee will name Knee pain.",
    )
    after = before.with_(*made_one(knee, pain))
    leads = {spelling.words: spelling.named.id for spelling in spellings_of(after)}
    assert {leads["kn",], leads["knee",], leads["knee", "pain"]} == {B}
    (story,) = stories(after, date(2026, 5, 12))
    assert for_words(story, after) == "Knee pain"
    followed = usual_symptom(story, written(after, date(2026, 5, 12)))
    assert followed is not None
    assert followed.symptom.id == B
    assert after.symptom(A) == after.symptom(B)
    assert [one.name for one in merged_from(after, B)] == ["Knee"]


def test_differing_marks_are_told_of_before() -> None:
    knee = Symptom(id=A, written=MOMENT, name="Knee", sharing=PRIVATE)
    pain = Symptom(id=B, written=MOMENT, name="Knee pain")
    told = merging(Journal.holding(knee, pain), knee, pain, WORDS)
    assert told.sentences[-1] == "Their sharing differs: the stricter of the two holds for both."
    assert made_one(knee, pain)[1].sharing == PRIVATE


def test_a_name_is_taken_by_another_symptom_only() -> None:
    knee = Symptom(id=A, written=MOMENT, name="Knee", other_names=("kn",))
    journal = Journal.holding(knee, Symptom(id=B, written=MOMENT, name="Jaw"))
    assert same_name(journal, " KN ", B) == knee
    assert same_name(journal, "kn", A) is None
    assert same_name(journal, "hip", A) is None
