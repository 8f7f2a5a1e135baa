"""Condition and AllergyIntolerance."""

from app.domain.records import Allergy, Condition, NoneKnown, Note
from app.domain.records.person import Badness, ConditionStatus, NoneOf
from app.domain.records.record import ClinicianId
from app.exchange.dates import read_date
from app.exchange.fhir_nodes import Node, concept, many, text
from app.exchange.fhir_reading import NO_INFORMATION, NONE_KNOWN, Reading, code_set, first_date, notes
from app.exchange.found import shortened

_BADNESS = {"mild": Badness.MILD, "moderate": Badness.MIDDLING, "severe": Badness.BAD}
_NONE_OF_ONE_SORT = {"409137002", "429625007", "428607008"}  # no known drug, food, environmental allergy
_OVER = {"inactive", "remission", "resolved"}


def read_condition(reading: Reading, condition: Node) -> None:
    """A diagnosis; "no known problems" is a statement, "no information" is nothing written."""
    name = concept(condition, "code")
    if _is_absent(reading, condition, NoneOf.CONDITIONS, "Conditions"):
        return
    if not name or "entered-in-error" in code_set(condition, "verificationStatus"):
        reading.gathering.leave("Condition without a name" if not name else "Condition entered in error")
        return
    told = reading.clinician(condition, "asserter") or reading.clinician(condition, "recorder")
    reading.gathering.add(
        Condition(
            **reading.origin(condition, "code"),
            name=shortened(name),
            status=_status(condition),
            onset=first_date(condition, "onsetDateTime", "onsetPeriod"),
            ended=first_date(condition, "abatementDateTime", "abatementPeriod"),
            told_by_clinician=told,
            told=read_date(text(condition, "recordedDate")),
            what_i_was_told=notes(condition),
        )
    )


def _status(condition: Node) -> ConditionStatus:
    sure = code_set(condition, "verificationStatus")
    if "refuted" in sure:
        return ConditionStatus.RULED_OUT
    if sure & {"unconfirmed", "provisional", "differential"}:
        return ConditionStatus.SUSPECTED
    over = code_set(condition, "clinicalStatus") & _OVER
    return ConditionStatus.RESOLVED if over else ConditionStatus.CONFIRMED


def read_allergy(reading: Reading, allergy: Node) -> None:
    """An allergy or intolerance with its reactions, the worst first."""
    if _is_absent(reading, allergy, NoneOf.ALLERGIES, "Allergies"):
        return
    substance = concept(allergy, "code") or concept(allergy, "reaction", "substance")
    if not substance or code_set(allergy, "verificationStatus") & {"refuted", "entered-in-error"}:
        reading.gathering.leave("AllergyIntolerance refuted or without a name")
        return
    reactions = many(allergy, "reaction")
    described = [concept(item, "manifestation") or text(item, "description") for item in reactions]
    reading.gathering.add(
        Allergy(
            **reading.origin(allergy, "code"),
            substance=shortened(substance),
            reaction=", ".join(dict.fromkeys(filter(None, described))),
            intolerance=text(allergy, "type") == "intolerance",
            badness=_worst(reactions, text(allergy, "criticality")),
            when=first_date(allergy, "onsetDateTime", "onsetPeriod"),
            told_by_clinician=_told(reading, allergy),
            how_sure=concept(allergy, "verificationStatus"),
            note=notes(allergy),
        )
    )


def _told(reading: Reading, allergy: Node) -> ClinicianId | None:
    return reading.clinician(allergy, "asserter") or reading.clinician(allergy, "recorder")


def _worst(reactions: list[Node], criticality: str) -> Badness | None:
    told = [_BADNESS[text(item, "severity")] for item in reactions if text(item, "severity") in _BADNESS]
    for badness in (Badness.BAD, Badness.MIDDLING, Badness.MILD):
        if badness in told:
            return badness
    return Badness.BAD if criticality == "high" else None


def _is_absent(reading: Reading, resource: Node, of: NoneOf, heading: str) -> bool:
    found = code_set(resource, "code")
    if found & NO_INFORMATION:
        reading.gathering.nothing_written(heading)
    elif found & NONE_KNOWN:
        reading.gathering.add(NoneKnown(**reading.origin(resource, "code"), of=of))
    elif found & _NONE_OF_ONE_SORT or any(code.startswith("no-known-") for code in found):
        words = concept(resource, "code").replace("-", " ")
        reading.gathering.add(Note(**reading.origin(resource, "code"), text=words))
    else:
        return False
    return True
