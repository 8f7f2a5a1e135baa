"""Conditions, treatments, readings, visits, events and plans as FHIR R4 resources."""

from collections.abc import Callable, Mapping
from typing import Any

from app.domain.derived.belonging import in_order_of_time
from app.domain.derived.in_full import in_full
from app.domain.derived.treatments.doses import dose_words, often_words
from app.domain.journal import Journal
from app.domain.records import (
    Allergy,
    Condition,
    Event,
    Goal,
    Measurement,
    NoneKnown,
    PlanStep,
    Record,
    SymptomEntry,
    Treatment,
    TreatmentChange,
    Visit,
)
from app.domain.records.events import EventKind, EventState
from app.domain.records.person import Badness, ConditionStatus, GoalState, NoneOf
from app.domain.records.plans import Outcome, Who
from app.domain.records.treatments import ChangeKind, TreatmentKind
from app.domain.records.visits import VisitMode, WrittenUp
from app.domain.wording import Wording
from app.exchange.fhir_writing import Json, coded, concept, moment, notes, number, period, reference

_SNOMED = "http://snomed.info/sct"
_SCALE = "0 none, 10 worst you can imagine"
_NONE = {
    NoneOf.ALLERGIES: ("716186003", "No known allergy"),
    NoneOf.CONDITIONS: ("160245001", "No current problems or disability"),
    NoneOf.MEDICINES: ("787481004", "No known medications"),
}
_SURE = {ConditionStatus.SUSPECTED: "provisional", ConditionStatus.RULED_OUT: "refuted"}
_SEVERITY = {Badness.MILD: "mild", Badness.MIDDLING: "moderate", Badness.BAD: "severe"}
_STANDS = {
    ChangeKind.STOPPED: "stopped",
    ChangeKind.SWITCHED: "stopped",
    ChangeKind.PAUSED: "on-hold",
}
_CLASS = {VisitMode.EMERGENCY: "EMER", VisitMode.HOSPITAL: "IMP"}
_FROM_AFAR = {VisitMode.VIDEO, VisitMode.PHONE, VisitMode.MESSAGE}
_TASK = {
    Outcome.OPEN: "requested",
    Outcome.PARTLY: "in-progress",
    Outcome.DONE: "completed",
    Outcome.NOT_DONE: "requested",
    Outcome.NO_LONGER_NEEDED: "cancelled",
}
_GOAL = {GoalState.RESTING: "on-hold", GoalState.REACHED: "completed"}
_ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode"


def _condition(condition: Condition, journal: Journal, _words: Wording) -> Json:
    over = condition.status in {ConditionStatus.RESOLVED, ConditionStatus.RULED_OUT}
    refuted = condition.status is ConditionStatus.RULED_OUT
    return {
        "resourceType": "Condition",
        "clinicalStatus": {} if refuted else coded("condition-clinical", "resolved" if over else "active"),
        "verificationStatus": coded("condition-ver-status", _SURE.get(condition.status, "confirmed")),
        "code": concept(condition.name),
        "onsetDateTime": moment(condition.onset, condition.written),
        "abatementDateTime": moment(condition.ended, condition.written) if over and not refuted else "",
        "recordedDate": moment(condition.told, condition.written),
        "recorder": reference(condition.told_by_clinician, journal),
        "note": notes(condition.detail, condition.what_i_was_told),
    }


def _allergy(allergy: Allergy, journal: Journal, _words: Wording) -> Json:
    severity = _SEVERITY[allergy.badness] if allergy.badness is not None else ""
    reaction = (
        {"manifestation": [concept(allergy.reaction)], "severity": severity}
        if allergy.reaction.strip()
        else {}
    )
    return {
        "resourceType": "AllergyIntolerance",
        "clinicalStatus": coded("allergyintolerance-clinical", "active"),
        "verificationStatus": coded("allergyintolerance-verification", "confirmed"),
        "type": "intolerance" if allergy.intolerance else "allergy",
        "code": concept(allergy.substance),
        "onsetDateTime": moment(allergy.when, allergy.written),
        "recorder": reference(allergy.told_by_clinician, journal),
        "reaction": [reaction],
        "note": notes(allergy.how_sure, allergy.note),
    }


def _none_known(none: NoneKnown, _journal: Journal, _words: Wording) -> Json:
    code, shown = _NONE[none.of]
    said = concept(shown, (_SNOMED, code, shown))
    if none.of is NoneOf.MEDICINES:
        return {
            "resourceType": "MedicationStatement",
            "status": "active",
            "medicationCodeableConcept": said,
        }
    kind = "AllergyIntolerance" if none.of is NoneOf.ALLERGIES else "Condition"
    status = "allergyintolerance-clinical" if none.of is NoneOf.ALLERGIES else "condition-clinical"
    return {"resourceType": kind, "clinicalStatus": coded(status, "active"), "code": said}


def _treatment(treatment: Treatment, journal: Journal, words: Wording) -> Json:
    changes = [one for one in journal.of(TreatmentChange) if one.treatment == treatment.id]
    told = in_order_of_time(changes)
    said = notes(*(_told(change, journal, words) for change in told), treatment.works_in_my_life)
    status, span = _standing(told)
    if treatment.treatment is TreatmentKind.DEVICE:
        device = {
            "resourceType": "Device",
            "id": "device",
            "deviceName": [{"name": treatment.name, "type": "user-friendly-name"}],
        }
        return {
            "resourceType": "DeviceUseStatement",
            "contained": [device],
            "device": {"reference": "#device", "display": treatment.name},
            "status": "completed" if status == "stopped" else status.replace("unknown", "active"),
            "timingPeriod": span,
            "note": said,
        }
    if treatment.treatment in {TreatmentKind.PROCEDURE, TreatmentKind.THERAPY, TreatmentKind.LIFESTYLE}:
        going = {"active": "in-progress", "unknown": "unknown", "on-hold": "on-hold"}.get(status, "completed")
        return {
            "resourceType": "Procedure",
            "status": going,
            "category": concept(str(treatment.treatment)),
            "code": concept(treatment.name),
            "performedPeriod": span,
            "note": said,
        }
    dosed = [change for change in told if change.taking or change.planned]
    return {
        "resourceType": "MedicationStatement",
        "status": status,
        "medicationCodeableConcept": concept(treatment.name),
        "effectivePeriod": span,
        "informationSource": reference(journal.person.id if journal.person else None, journal),
        "reasonCode": [concept(treatment.for_words)],
        "note": said,
        "dosage": [_dosage(dosed[-1], treatment, words)] if dosed else [],
    }


def _standing(told: tuple[TreatmentChange, ...]) -> tuple[str, Json]:
    """How a treatment stands after its last start or stop, and from when to when."""
    turns = [one for one in told if one.change in {*_STANDS, ChangeKind.STARTED, ChangeKind.RESUMED}]
    started = next((one for one in turns if one.change is ChangeKind.STARTED), None)
    if not turns:
        return "unknown", {}
    status = _STANDS.get(turns[-1].change, "active")
    ended = turns[-1] if status == "stopped" else None
    span = period(started.when if started else None, ended.when if ended else None, turns[-1].written)
    return status, span


def _dosage(change: TreatmentChange, treatment: Treatment, words: Wording) -> Json:
    dose = change.taking or change.planned
    often = change.taking_how_often or change.how_often
    said = ", ".join(part for part in (dose_words(dose, words), often_words(often, words)) if part)
    amount = number(dose.amount) if dose is not None else None
    quantity = {"value": amount, "unit": dose.unit} if dose is not None and amount is not None else {}
    return {
        "text": said,
        "asNeededBoolean": True if often is not None and often.when_needed else None,
        "route": concept(str(treatment.route)) if treatment.route is not None else {},
        "doseAndRate": [{"doseQuantity": quantity}],
    }


def _told(change: TreatmentChange, journal: Journal, words: Wording) -> str:
    """A change in one line; that it belongs to this treatment need not be said."""
    lines = (one for one in in_full(change, journal, words) if one.text and one.field != "treatment")
    return "; ".join(f"{one.label}: {one.text}" for one in lines)


def _reading(entry: SymptomEntry, journal: Journal, words: Wording) -> Json:
    symptom = journal.symptom(entry.symptom)
    lines = [one for one in in_full(entry, journal, words) if one.text]
    said = [f"{one.label}: {one.text}" for one in lines if one.field not in {"symptom", "when", "severity"}]
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [coded("observation-category", "survey")],
        "code": concept(symptom.name if symptom is not None else entry.KIND),
        "effectiveDateTime": moment(entry.when, entry.written),
        "valueInteger": entry.severity,
        "dataAbsentReason": coded("data-absent-reason", "not-asked") if entry.severity is None else {},
        "referenceRange": [{"text": _SCALE}] if entry.severity is not None else [],
        "note": notes("; ".join(said)),
    }


def _measurement(measured: Measurement, _journal: Journal, _words: Wording) -> Json:
    value = number(measured.value)
    quantity = {"value": value, "unit": measured.unit} if value is not None else {}
    limits = {
        "low": _limit(measured.low, measured.unit),
        "high": _limit(measured.high, measured.unit),
        "text": measured.range_words,
    }
    second = {"code": concept("second"), "valueQuantity": _limit(measured.second, measured.unit)}
    return {
        "resourceType": "Observation",
        "status": "final",
        "code": concept(measured.name),
        "effectiveDateTime": moment(measured.when, measured.written),
        "valueQuantity": quantity,
        "valueString": "" if quantity else measured.words,
        "referenceRange": [limits],
        "component": [second] if measured.second is not None else [],
        "note": notes(measured.words if quantity else "", measured.note),
    }


def _limit(value: Any, unit: str) -> Json:  # noqa: ANN401 - a Decimal or nothing
    return {"value": number(value), "unit": unit} if value is not None else {}


def _visit(visit: Visit, journal: Journal, _words: Wording) -> Json:
    been = visit.heard or visit.how_it_went or visit.what_to_do or visit.written_up is WrittenUp.DONE
    over = visit.when is not None and visit.when.latest < visit.written.date()
    far = "VR" if visit.mode in _FROM_AFAR else "AMB"
    said = "\n".join(part for part in (visit.main_problem, visit.heard, visit.what_to_do) if part)
    escaped = said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br/>")
    div = f'<div xmlns="http://www.w3.org/1999/xhtml"><p>{escaped}</p></div>'
    return {
        "resourceType": "Encounter",
        "text": {"status": "additional", "div": div} if said else {},
        "status": "cancelled" if visit.cancelled else "finished" if been or over else "planned",
        "class": {"system": _ACT, "code": _CLASS.get(visit.mode, far)},
        "participant": [{"individual": reference(visit.clinician, journal)}],
        "period": period(visit.when, visit.until, visit.written),
        "reasonCode": [concept(visit.reason)],
        "location": [{"location": {"display": visit.place}}] if visit.place else [],
    }


def _event(event: Event, journal: Journal, _words: Wording) -> Json:
    when = moment(event.when, event.written)
    performer = reference(event.clinician, journal)
    if event.event is EventKind.PROCEDURE:
        return {
            "resourceType": "Procedure",
            "status": "completed" if event.state is EventState.HAPPENED else "preparation",
            "code": concept(event.title),
            "performedDateTime": when,
            "performer": [{"actor": performer}] if performer else [],
            "outcome": concept(event.outcome),
            "note": notes(event.note),
        }
    if event.event is EventKind.VACCINE:
        return {
            "resourceType": "Immunization",
            "status": "completed",
            "vaccineCode": concept(event.title),
            "occurrenceDateTime": when,
            "occurrenceString": "" if when else "unknown",
            "note": notes(event.outcome, event.note),
        }
    return {
        "resourceType": "DiagnosticReport",
        "status": "final" if event.state is EventState.HAPPENED else "registered",
        "category": [concept(str(event.event))],
        "code": concept(event.title),
        "effectiveDateTime": when,
        "performer": [performer] if performer else [],
        "conclusion": "\n".join(part for part in (event.outcome, event.note) if part),
    }


def _plan_step(step: PlanStep, journal: Journal, _words: Wording) -> Json:
    owner = journal.person.id if step.who is Who.ME and journal.person is not None else step.clinician
    return {
        "resourceType": "Task",
        "status": _TASK[step.outcome],
        "intent": "plan",
        "code": concept(str(step.step)),
        "description": step.text,
        "authoredOn": step.written.isoformat(),
        "owner": reference(owner, journal, step.who_words),
        "executionPeriod": period(step.taken, step.settled, step.written),
        "restriction": {"period": {"end": moment(step.by, step.written)}},
        "note": notes(step.outcome_words),
    }


def _goal(goal: Goal, _journal: Journal, _words: Wording) -> Json:
    return {
        "resourceType": "Goal",
        "lifecycleStatus": _GOAL.get(goal.state, "active"),
        "description": concept(goal.text),
    }


RESOURCES: Mapping[type[Record], Callable[[Any, Journal, Wording], Json]] = {
    Allergy: _allergy,
    Condition: _condition,
    Event: _event,
    Goal: _goal,
    Measurement: _measurement,
    NoneKnown: _none_known,
    PlanStep: _plan_step,
    SymptomEntry: _reading,
    Treatment: _treatment,
    Visit: _visit,
}
"""How each kind is written; changes of a treatment are told in the notes of it."""
