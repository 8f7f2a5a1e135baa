"""Which form opens for which record."""

from collections.abc import Callable
from typing import Any

from app.domain.derived.about_facts import safety_name
from app.domain.derived.about_page import topic_name
from app.domain.records import (
    AboutMe,
    Allergy,
    Attachment,
    Clinician,
    Condition,
    Contact,
    Day,
    Decision,
    Event,
    Goal,
    Measurement,
    Note,
    Person,
    PlanStep,
    Question,
    Record,
    SafetyFact,
    Symptom,
    SymptomEntry,
    Term,
    Treatment,
    TreatmentChange,
    TurningPoint,
    Visit,
)
from app.domain.records.record import RecordId
from app.ui.attaching.form import attachment_editor
from app.ui.desk import Desk
from app.ui.editors import care, person, question, small, symptom, symptom_entry, treatment, visit
from app.ui.editors.editor import AFTER, ANSWER, BEFORE, CHANGE, Editor
from app.ui.treating.change_editor import change_editor, new_change_editor


def editor_of(desk: Desk, key: RecordId) -> Editor | None:
    """The form of the record with this id; None for what has none, or is not there.

    An id with one of the words of `DOORS` or CHANGE before it opens that form of the record.
    """
    door = next((door for door in _DOORS if key.startswith(door)), "")
    record = desk.snapshot.get(Record, RecordId(key.removeprefix(door)))
    if door:
        return _DOORS[door](desk, record)
    make = _FORMS.get(type(record))
    return make(desk, record) if make is not None else None


def has_form(desk: Desk, key: RecordId) -> bool:
    """Whether a record can be changed in a form."""
    return type(desk.snapshot.get(Record, key)) in _FORMS


def _about_me(desk: Desk, about: AboutMe) -> Editor:
    return person.about_me_editor(desk, about, topic_name(about.topic, desk.words))


def _change(desk: Desk, change: TreatmentChange) -> Editor:
    return change_editor(desk, change)


def _safety(desk: Desk, fact: SafetyFact) -> Editor:
    return person.safety_editor(desk, fact, safety_name(fact.topic, desk.words))


def _visit(desk: Desk, seen: Visit) -> Editor:
    """A visit that has been opens where it is written up; one that is coming, where it is arranged."""
    has_been = seen.when is not None and seen.when.earliest <= desk.today()
    return visit.after_editor(desk, seen) if has_been else visit.visit_editor(desk, seen)


def _before(desk: Desk, record: Record | None) -> Editor | None:
    return visit.before_editor(desk, record) if isinstance(record, Visit) else None


def _after(desk: Desk, record: Record | None) -> Editor | None:
    return visit.after_editor(desk, record) if isinstance(record, Visit) else None


def _new_change(desk: Desk, record: Record | None) -> Editor | None:
    return new_change_editor(desk, record.id) if isinstance(record, Treatment) else None


def _answer(desk: Desk, record: Record | None) -> Editor | None:
    return question.answer_editor(desk, record) if isinstance(record, Question) else None


_DOORS: dict[str, Callable[[Desk, Record | None], Editor | None]] = {
    BEFORE: _before,
    AFTER: _after,
    ANSWER: _answer,
    CHANGE: _new_change,
}

_FORMS: dict[type[Any], Callable[[Desk, Any], Editor]] = {
    AboutMe: _about_me,
    Allergy: person.allergy_editor,
    Attachment: attachment_editor,
    Clinician: care.clinician_editor,
    Condition: person.condition_editor,
    Contact: person.contact_editor,
    Day: small.day_editor,
    Decision: care.decision_editor,
    Event: care.event_editor,
    Goal: person.goal_editor,
    Measurement: care.measurement_editor,
    Note: care.note_editor,
    Person: person.person_editor,
    PlanStep: care.plan_step_editor,
    Question: question.question_editor,
    SafetyFact: _safety,
    Symptom: symptom.symptom_editor,
    SymptomEntry: symptom_entry.symptom_entry_editor,
    Term: small.term_editor,
    Treatment: treatment.treatment_editor,
    TreatmentChange: _change,
    TurningPoint: small.turning_point_editor,
    Visit: _visit,
}

HAVE_FORMS = frozenset(_FORMS)
"""The kinds that have a form of their own."""
