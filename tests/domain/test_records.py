"""Every kind's limits: what is enough, what is too much, and that within them text is kept as typed."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.records import (
    ALL_KINDS,
    KIND_NAMES,
    AboutMe,
    Allergy,
    Attachment,
    Clinician,
    Condition,
    Contact,
    Day,
    Decision,
    EndingCare,
    Event,
    Goal,
    Handoff,
    Measurement,
    NoneKnown,
    Note,
    Person,
    PlanStep,
    Question,
    Record,
    ResetConversation,
    SafetyFact,
    SecondOpinion,
    ShareRecord,
    Symptom,
    SymptomEntry,
    Term,
    Treatment,
    TreatmentChange,
    TurningPoint,
    Visit,
    WorkingAgreement,
)
from app.domain.records.care_team import LeftOutCount, Loop, Report
from app.domain.records.invalid import InvalidRecord, Reason
from app.domain.records.person import Language, NoneOf, SafetyAnswer, SafetyTopic, Topic
from app.domain.records.questions import QuestionState, QuestionStep, Step, Understood
from app.domain.records.record import (
    LARGEST_ATTACHMENT,
    PRIVATE,
    SHARED,
    ClinicianId,
    Mark,
    RecordId,
    Sharing,
    Source,
    SymptomId,
    TreatmentId,
    VisitId,
    field_names,
    text_in,
)
from app.domain.records.symptoms import Anchor, DayKind, Duration
from app.domain.records.text import LINE_LIMIT, NAME_LIMIT, TEXT_LIMIT, check_lines
from app.domain.records.treatments import ChangeKind, Dose, Frequency, SideEffect
from app.domain.records.visits import Concern, HowItWent, Option, Unsaid
from app.domain.records.when import on_day

WRITTEN = datetime(2026, 5, 12, 18, 40, tzinfo=UTC)
ID = RecordId("r1")
CLINICIAN = ClinicianId(RecordId("c1"))
SYMPTOM = SymptomId(RecordId("s1"))
TREATMENT = TreatmentId(RecordId("t1"))
TODAY = on_day(date(2026, 5, 12))
YESTERDAY = on_day(date(2026, 5, 11))

# One of each kind with no more than it needs.
LEAST: tuple[Record, ...] = (
    Person(id=ID, written=WRITTEN, name="Maya R."),
    AboutMe(id=ID, written=WRITTEN, topic=Topic.STORY, text=""),
    Goal(id=ID, written=WRITTEN, text="Walk"),
    Contact(id=ID, written=WRITTEN, name="Tomás"),
    Condition(id=ID, written=WRITTEN, name="Arthritis"),
    Allergy(id=ID, written=WRITTEN, substance="Penicillin"),
    NoneKnown(id=ID, written=WRITTEN, of=NoneOf.ALLERGIES),
    SafetyFact(id=ID, written=WRITTEN, topic=SafetyTopic.SMOKING, answer=SafetyAnswer.NO),
    TurningPoint(id=ID, written=WRITTEN, text="It began"),
    Note(id=ID, written=WRITTEN, text="Words"),
    Term(id=ID, written=WRITTEN, their_word="effusion"),
    Symptom(id=ID, written=WRITTEN, name="Knee pain"),
    SymptomEntry(id=ID, written=WRITTEN, symptom=SYMPTOM, when=TODAY),
    Day(id=ID, written=WRITTEN, day=DayKind.BAD_DAY, when=TODAY),
    Treatment(id=ID, written=WRITTEN, name="Naproxen"),
    TreatmentChange(id=ID, written=WRITTEN, treatment=TREATMENT, change=ChangeKind.STARTED),
    Question(id=ID, written=WRITTEN, text="Should I stop?"),
    Visit(id=ID, written=WRITTEN, when=TODAY),
    Decision(id=ID, written=WRITTEN, about="Surgery"),
    PlanStep(id=ID, written=WRITTEN, text="Blood test"),
    Clinician(id=ID, written=WRITTEN, name="Dr Osei"),
    WorkingAgreement(id=ID, written=WRITTEN, clinician=CLINICIAN),
    ResetConversation(id=ID, written=WRITTEN, clinician=CLINICIAN),
    Handoff(id=ID, written=WRITTEN),
    SecondOpinion(id=ID, written=WRITTEN),
    EndingCare(id=ID, written=WRITTEN, clinician=CLINICIAN),
    ShareRecord(id=ID, written=WRITTEN, document="new-clinician", when=TODAY),
    Event(id=ID, written=WRITTEN, title="Test"),
    Measurement(id=ID, written=WRITTEN, name="Weight"),
    Attachment(id=ID, written=WRITTEN, name="letter.pdf", media_type="application/pdf", size=0),
)
# What a record may not lack: a name or a text that is not blank.
NEEDED = {
    Person: "name",
    Goal: "text",
    Contact: "name",
    Condition: "name",
    Allergy: "substance",
    TurningPoint: "text",
    Note: "text",
    Term: "their_word",
    Symptom: "name",
    SymptomEntry: "symptom",
    Treatment: "name",
    TreatmentChange: "treatment",
    Question: "text",
    Decision: "about",
    PlanStep: "text",
    Clinician: "name",
    Event: "title",
    Measurement: "name",
    Attachment: "name",
}
# Fields that hold ids, or words the program itself chooses.
NOT_TYPED = {"id", "document", "digest"}


def least(kind: type[Record]) -> Record:
    return next(record for record in LEAST if type(record) is kind)


def changed(record: Record, **values: Any) -> Any:
    """The record with other values in fields of its own kind."""
    return replace(record, **values)


def typed_fields() -> list[tuple[type[Record], str]]:
    """Every field of every kind that holds a person's text."""
    return [
        (type(record), field.name)
        for record in LEAST
        for field in fields(record)
        if field.type is str and field.name not in NOT_TYPED
    ]


def refusal(make: Callable[[], object]) -> tuple[str, Reason]:
    with pytest.raises(InvalidRecord) as refused:
        make()
    return refused.value.field, refused.value.reason


def test_each_kind_has_its_own_word_and_an_example_here() -> None:
    assert [type(record) for record in LEAST] == list(ALL_KINDS)
    assert len(KIND_NAMES) == len(ALL_KINDS)
    assert all(name and name == kind.KIND for name, kind in KIND_NAMES.items())


@pytest.mark.parametrize("record", LEAST, ids=lambda record: record.KIND)
def test_a_record_never_changes(record: Record) -> None:
    with pytest.raises(FrozenInstanceError):
        record.trashed = True  # type: ignore[misc]
    assert changed(record, trashed=True) != record
    assert "written" in field_names(record)


@pytest.mark.parametrize("record", LEAST, ids=lambda record: record.KIND)
def test_a_record_needs_an_id_and_a_moment_with_its_offset(record: Record) -> None:
    assert refusal(lambda: changed(record, id=RecordId(""))) == ("id", Reason.EMPTY)
    naive = WRITTEN.replace(tzinfo=None)
    assert refusal(lambda: changed(record, written=naive)) == ("written", Reason.CONTRADICTS)


@pytest.mark.parametrize(("kind", "field"), NEEDED.items(), ids=lambda item: getattr(item, "KIND", item))
def test_what_makes_no_sense_without_is_needed(kind: type[Record], field: str) -> None:
    assert refusal(lambda: changed(least(kind), **{field: ""})) == (field, Reason.EMPTY)


@pytest.mark.parametrize(("kind", "field"), typed_fields(), ids=lambda item: getattr(item, "KIND", item))
def test_every_text_has_a_limit_or_room_for_any_note(kind: type[Record], field: str) -> None:
    within = "\u200f é 😀\r\n\t" + "x" * 100
    held = getattr(changed(least(kind), **{field: within}), field)
    assert held == within
    beyond = "x" * (TEXT_LIMIT + 1)
    assert refusal(lambda: changed(least(kind), **{field: beyond}))[1] is Reason.TOO_LONG


@pytest.mark.parametrize(("kind", "field"), typed_fields(), ids=lambda item: getattr(item, "KIND", item))
def test_half_a_character_is_refused_everywhere(kind: type[Record], field: str) -> None:
    assert refusal(lambda: changed(least(kind), **{field: "half \ud800"}))[1] is Reason.NOT_TEXT


@pytest.mark.parametrize("record", LEAST, ids=lambda record: record.KIND)
def test_tags_have_a_limit_in_number_and_length(record: Record) -> None:
    assert refusal(lambda: changed(record, tags=("x",) * 501)) == ("tags", Reason.TOO_MANY)
    assert refusal(lambda: changed(record, tags=("x" * (LINE_LIMIT + 1),))) == ("tags", Reason.TOO_LONG)


@given(st.text(max_size=300))
def test_a_note_is_kept_byte_for_byte(text: str) -> None:
    if text.strip():
        assert Note(id=ID, written=WRITTEN, text=text).text == text


def test_a_pasted_megabyte_fits_into_a_note() -> None:
    assert len(Note(id=ID, written=WRITTEN, text="x" * 1_048_576).text) == 1_048_576


@given(st.integers())
def test_severity_is_on_the_scale_from_none_to_ten(severity: int) -> None:
    def make() -> SymptomEntry:
        return SymptomEntry(id=ID, written=WRITTEN, symptom=SYMPTOM, when=TODAY, severity=severity)

    if 0 <= severity <= 10:
        assert make().severity == severity
    else:
        assert refusal(make) == ("severity", Reason.OUT_OF_RANGE)


def test_an_anchor_is_on_the_scale_too() -> None:
    anchors = (Anchor(severity=11, words="more than the worst"),)
    assert refusal(lambda: changed(least(Symptom), anchors=anchors)) == ("severity", Reason.OUT_OF_RANGE)


def test_nothing_lasts_less_than_nothing() -> None:
    assert refusal(lambda: changed(least(SymptomEntry), lasted=Duration(minutes=-1)))[0] == "lasted"


@pytest.mark.parametrize("amount", [Decimal(-1), Decimal("NaN"), Decimal("Infinity")])
def test_a_dose_is_a_number_from_nothing_up(amount: Decimal) -> None:
    assert refusal(lambda: Dose(amount=amount)) == ("dose", Reason.OUT_OF_RANGE)
    assert Dose(amount=Decimal(0), unit="mg").amount == 0


def test_a_dose_keeps_its_words_within_a_limit() -> None:
    assert Dose(words="half a tablet, crushed").words == "half a tablet, crushed"
    assert refusal(lambda: Dose(words="x" * (NAME_LIMIT + 1))) == ("dose", Reason.TOO_LONG)


@pytest.mark.parametrize(
    ("times", "days", "reason"),
    [
        (Decimal(2), None, Reason.CONTRADICTS),
        (None, 1, Reason.CONTRADICTS),
        (Decimal(0), 1, Reason.OUT_OF_RANGE),
        (Decimal("NaN"), 1, Reason.OUT_OF_RANGE),
        (Decimal(2), 0, Reason.OUT_OF_RANGE),
    ],
)
def test_how_often_is_both_numbers_or_words(times: Decimal | None, days: int | None, reason: Reason) -> None:
    assert refusal(lambda: Frequency(times=times, days=days)) == ("how_often", reason)


def test_dose_days_come_after_at_least_a_day() -> None:
    assert refusal(lambda: changed(least(Treatment), dose_every_days=0))[0] == "dose_every_days"


@pytest.mark.parametrize("kind", [TreatmentChange, Event])
def test_what_ends_does_not_end_before_it_begins(kind: type[Record]) -> None:
    record = changed(least(kind), when=TODAY, until=TODAY)
    assert refusal(lambda: changed(record, until=YESTERDAY)) == ("until", Reason.ENDS_BEFORE_START)


def test_a_visit_needs_a_date_or_a_person() -> None:
    assert Visit(id=ID, written=WRITTEN, clinician=CLINICIAN).when is None
    assert refusal(lambda: Visit(id=ID, written=WRITTEN)) == ("when", Reason.EMPTY)


@pytest.mark.parametrize(
    ("made", "limit", "field"),
    [
        (lambda text: Language(name=text), NAME_LIMIT, "languages"),
        (lambda text: Report(name=text), NAME_LIMIT, "reports"),
        (lambda text: Report(name="x", have=text), NAME_LIMIT, "reports"),
        (lambda text: Report(name="x", where=text), LINE_LIMIT, "reports"),
        (lambda text: LeftOutCount(count=1, what=text, why=""), LINE_LIMIT, "left_out"),
        (lambda text: LeftOutCount(count=1, what="", why=text), LINE_LIMIT, "left_out"),
    ],
)
def test_parts_of_records_have_their_limits_too(
    made: Callable[[str], object], limit: int, field: str
) -> None:
    assert made("x" * limit)
    assert refusal(lambda: made("x" * (limit + 1))) == (field, Reason.TOO_LONG)


@pytest.mark.parametrize("size", [-1, LARGEST_ATTACHMENT + 1])
def test_an_attachment_has_a_size(size: int) -> None:
    assert refusal(lambda: changed(least(Attachment), size=size))[0] == "size"
    assert changed(least(Attachment), size=LARGEST_ATTACHMENT)


@pytest.mark.parametrize("field", ["value", "second", "low", "high"])
def test_a_measurement_is_a_number(field: str) -> None:
    assert refusal(lambda: changed(least(Measurement), **{field: Decimal("NaN")}))[0] == "value"


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: SideEffect(words=" "), "side_effects"),
        (lambda: Option(name=""), "options"),
        (lambda: Loop(text=""), "loops"),
    ],
)
def test_parts_of_records_need_words(make: Callable[[], object], field: str) -> None:
    assert refusal(make) == (field, Reason.EMPTY)


@pytest.mark.parametrize(
    "make",
    [
        lambda: SideEffect(words="x" * (LINE_LIMIT + 1)),
        lambda: Concern(text="x" * (LINE_LIMIT + 1)),
        lambda: Unsaid(text="x" * (TEXT_LIMIT + 1)),
        lambda: HowItWent(one_line="x" * (TEXT_LIMIT + 1)),
        lambda: QuestionStep(step=Step.ANSWERED, answer="x" * (TEXT_LIMIT + 1)),
        lambda: Source(title="x" * (LINE_LIMIT + 1)),
    ],
)
def test_parts_of_records_have_limits(make: Callable[[], object]) -> None:
    assert refusal(make)[1] is Reason.TOO_LONG


def test_a_mark_against_nobody_keeps_nothing_from_anyone() -> None:
    assert Sharing(mark=Mark.NOT_WITH, not_with=(CLINICIAN,)).not_with == (CLINICIAN,)
    assert refusal(lambda: Sharing(mark=Mark.NOT_WITH)) == ("sharing", Reason.CONTRADICTS)
    assert refusal(lambda: Sharing(not_with=(CLINICIAN,))) == ("sharing", Reason.CONTRADICTS)


def test_what_is_private_by_default() -> None:
    private = {type(record) for record in LEAST if record.sharing == PRIVATE}
    assert private == {ResetConversation, EndingCare}
    assert Unsaid().sharing == HowItWent().sharing == PRIVATE
    assert least(SymptomEntry).sharing == SHARED


def test_a_question_asked_and_not_answered_in_one_visit_was_asked_once() -> None:
    first, second = VisitId(RecordId("v1")), VisitId(RecordId("v2"))
    life = (
        QuestionStep(step=Step.ASKED, visit=first),
        QuestionStep(step=Step.NOT_ANSWERED, visit=first),
        QuestionStep(step=Step.ASKED, visit=second),
        QuestionStep(step=Step.ASKED, when=on_day(WRITTEN.date())),
    )
    assert Question(id=ID, written=WRITTEN, text="Why?", life=life).times_asked == 3


@pytest.mark.parametrize(
    ("life", "state", "asked"),
    [
        ((), QuestionState.OPEN, 0),
        ((QuestionStep(step=Step.ASKED), QuestionStep(step=Step.NOT_ANSWERED)), QuestionState.OPEN, 2),
        ((QuestionStep(step=Step.ANSWERED),), QuestionState.ANSWERED, 0),
        ((QuestionStep(step=Step.ANSWERED, understood=Understood.NO),), QuestionState.OPEN, 0),
        ((QuestionStep(step=Step.DROPPED),), QuestionState.DROPPED, 0),
        ((QuestionStep(step=Step.ANSWERED), QuestionStep(step=Step.REOPENED)), QuestionState.OPEN, 0),
    ],
)
def test_where_a_question_stands(life: tuple[QuestionStep, ...], state: QuestionState, asked: int) -> None:
    question = Question(id=ID, written=WRITTEN, text="Why?", life=life)
    assert (question.state, question.times_asked) == (state, asked)


def test_every_word_a_person_typed_can_be_found_in_a_record() -> None:
    visit = Visit(
        id=ID,
        written=WRITTEN,
        when=TODAY,
        heard="rest",
        jotted=("one", "two"),
        concerns=(Concern(text="knee", hope="stairs"),),
        unsaid=Unsaid(text="afraid"),
        tags=("spring",),
    )
    assert set(text_in(visit)) == {"rest", "one", "two", "knee", "stairs", "afraid", "spring"}


def test_an_error_never_holds_what_was_typed() -> None:
    secret = "very private words " * 200
    with pytest.raises(InvalidRecord) as refused:
        Symptom(id=ID, written=WRITTEN, name=secret)
    assert "private words" not in str(refused.value)
    assert refused.value.limit == NAME_LIMIT


def test_lists_and_groups_of_texts_have_limits() -> None:
    assert refusal(lambda: check_lines("x", ("a",) * 3, most=2)) == ("x", Reason.TOO_MANY)
