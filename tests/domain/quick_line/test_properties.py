"""What must hold for anything that can be typed."""

import re
from datetime import datetime

from hypothesis import given, settings

from app.domain.quick_line import (
    Role,
    Understood,
    Vocabulary,
    What,
    dose_words,
    echo,
    parse,
    read_when,
    records,
    severity_words,
    when_words,
)
from app.domain.records import (
    Clinician,
    Day,
    Note,
    Question,
    Record,
    Symptom,
    SymptomEntry,
    Treatment,
    TreatmentChange,
    Visit,
)
from app.domain.records.record import text_in
from app.domain.records.treatments import Dose
from app.domain.records.when import When, from_to
from tests.domain.quick_line.lines import (
    JOURNAL,
    NOW,
    VOCABULARY,
    WORDS,
    moments,
    new_ids,
    typed_lines,
    understood,
)

_STOPS = re.compile(r"[\s,;.:\u00a0]+")


def written(line: Understood, now: datetime = NOW) -> tuple[Record, ...]:
    ids = new_ids()
    return records(line, JOURNAL, now, ids.__next__)


def outside_the_parts(line: Understood) -> str:
    left = list(line.text)
    for part in line.parts:
        left[part.start : part.end] = [" "] * (part.end - part.start)
    return "".join(left)


@given(typed_lines, moments)
@settings(max_examples=400, deadline=None)
def test_no_input_raises(text: str, now: datetime) -> None:
    line = parse(text, VOCABULARY, now)
    echo(line, WORDS)
    written(line, now)
    read_when(text, now)
    read_when(text, now, ahead=True)
    VOCABULARY.complete(text)


@given(typed_lines)
@settings(max_examples=400, deadline=None)
def test_every_character_typed_is_in_a_part_or_in_the_note(text: str) -> None:
    line = understood(text)
    assert line.text == text
    assert line.note in text
    if line.note != text:
        left = _STOPS.sub("", outside_the_parts(line))
        assert left in {"", _STOPS.sub("", line.note)}


@given(typed_lines)
@settings(max_examples=200, deadline=None)
def test_parts_stand_in_the_order_typed_and_never_overlap(text: str) -> None:
    parts = understood(text).parts
    ends = 0
    for part in (part for part in parts if part.typed):
        assert ends <= part.start <= part.end <= len(text)
        ends = part.end


@given(typed_lines)
@settings(max_examples=200, deadline=None)
def test_what_is_written_is_never_less_than_a_note(text: str) -> None:
    line = understood(text)
    assert bool(written(line)) == bool(text.strip())
    if line.what is What.NOTE and text.strip():
        (note,) = written(line)
        assert isinstance(note, Note)
        assert note.text == text


@given(typed_lines)
@settings(max_examples=300, deadline=None)
def test_text_in_records_is_text_that_was_typed(text: str) -> None:
    known = {value for record in JOURNAL for value in text_in(record)} | {
        str(record.id) for record in JOURNAL
    }
    for record in written(understood(text)):
        if record.id in JOURNAL.records:
            continue
        for value in text_in(record):
            from_units = {"mg"}
            assert value in text or value in known | from_units or re.fullmatch(r"new\d+", value)


@given(typed_lines)
@settings(max_examples=300, deadline=None)
def test_the_strip_says_what_the_record_says(text: str) -> None:
    line = understood(text)
    strip = {part.text for part in echo(line, WORDS).parts}
    for record in written(line):
        for said in said_of(record, line):
            assert any(said in text for text in strip), (said, strip)


def said_of(record: Record, line: Understood) -> list[str]:
    """Severity, date and dose of a record in the words of the strip."""
    if line.what in {What.NOTE, What.CHOOSE, What.SAME_AS_YESTERDAY}:
        return []
    match record:
        case SymptomEntry(severity=int(severity), when=when):
            return [severity_words(severity, WORDS), said_when(when, line)]
        case TreatmentChange(planned=planned, taking=taking, when=when):
            doses = [dose_words(dose) for dose in (planned, taking) if isinstance(dose, Dose)]
            return [*doses, said_when(when, line)]
        case Visit(when=When() as when, until=None) | Day(when=when):
            return [said_when(when, line)]
        case Visit(when=When(first=first), until=When(last=last)) if first and last:
            return [WORDS.span(first, last)]
    return []


def said_when(when: When | None, line: Understood) -> str:
    text = when_words(when, line.now, WORDS) if when else ""
    symptom = line.part(Role.SYMPTOM)
    new = symptom is not None and getattr(symptom.value, "id", None) is None
    return "now" if new and text.startswith("now") else text


@given(typed_lines)
@settings(max_examples=100, deadline=None)
def test_reading_the_same_line_again_says_the_same(text: str) -> None:
    fresh = Vocabulary.of(JOURNAL)
    assert parse(text, fresh, NOW) == understood(text)
    assert echo(parse(text, fresh, NOW), WORDS) == echo(understood(text), WORDS)


@given(typed_lines, moments)
@settings(max_examples=200, deadline=None)
def test_an_entry_never_lands_in_the_future(text: str, now: datetime) -> None:
    line = parse(text, VOCABULARY, now)
    for record in written(line, now):
        if isinstance(record, SymptomEntry | TreatmentChange | Day) and record.when is not None:
            assert not record.when.is_dated or record.when.earliest <= now.date()


@given(typed_lines)
@settings(max_examples=200, deadline=None)
def test_a_date_alone_is_a_date_and_anything_else_stays_words(text: str) -> None:
    read = read_when(text, NOW)
    assert (read.when is None) == (not text.strip() or bool(re.search(r"[\ud800-\udfff]", text)))


def test_a_pasted_megabyte_is_kept_as_a_note_byte_for_byte() -> None:
    text = "knee 5 and a long letter, " * 40_000
    line = understood(text)
    (note,) = written(line)
    assert isinstance(note, Note)
    assert note.text == text
    assert len(echo(line, WORDS).spoken) < 1_000


def test_a_long_question_is_still_a_question() -> None:
    text = "? " + "why " * 100_000
    (question,) = written(understood(text))
    assert isinstance(question, Question)
    assert question.text == text[2:].strip()


def test_half_a_character_does_not_stop_the_reading() -> None:
    assert understood("knee 5 \ud800").what is What.NOTE


def test_new_names_are_written_before_what_refers_to_them() -> None:
    kinds = [type(record) for record in written(understood("jaw 3"))]
    assert kinds == [Symptom, SymptomEntry]
    assert [type(record) for record in written(understood("saw Dr Khan"))] == [Clinician, Visit]
    assert [type(record) for record in written(understood("took ibuprofen 400"))] == [
        Treatment,
        TreatmentChange,
    ]


def test_since_a_day_goes_on_until_today() -> None:
    (entry,) = written(understood("headache since Sunday"))
    assert isinstance(entry, SymptomEntry)
    day = NOW.date()
    assert entry.when == from_to(day.replace(day=10), day, words="since Sunday")
    assert entry.lasted is not None
    assert entry.lasted.still_going
