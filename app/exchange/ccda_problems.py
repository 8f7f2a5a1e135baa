"""Problems and allergies."""

from app.domain.records import Allergy, Condition, NoneKnown
from app.domain.records.person import Badness, ConditionStatus, NoneOf
from app.exchange.ccda_reading import Reading
from app.exchange.found import shortened
from app.exchange.xml_tree import Element

_MILD, _SEVERE = ("mild",), ("severe", "fatal", "life")
_RESOLVED = {"413322009", "73425007"}  # SNOMED CT problem status: resolved, inactive
_NO_KNOWN = {"160245001", "716186003", "409137002"}
_INTOLERANCE = {"59037007", "235719002", "418038007"}  # drug, food, substance intolerance


def read_problems(reading: Reading, entry: Element) -> bool:
    """The diagnoses of a concern; False if none has a name."""
    observations = reading.every(entry, ".//h:act/h:entryRelationship[@typeCode='SUBJ']/h:observation")
    observations = observations or reading.every(entry, "h:observation")
    read = [_read_problem(reading, entry, observation) for observation in observations]
    return any(read)


def _read_problem(reading: Reading, entry: Element, observation: Element) -> bool:
    value = reading.first(observation, "h:value")
    name = reading.called(value) or reading.reference(reading.first(observation, "h:text"))
    if not name:
        return False
    if (value is not None and value.get("code") in _NO_KNOWN) or observation.get("negationInd") == "true":
        reading.gathering.add(NoneKnown(**reading.origin(observation, value), of=NoneOf.CONDITIONS))
        return True
    ended = reading.high(observation)
    author = reading.first(observation, "h:author")
    told = reading.clinician(author if author is not None else reading.first(entry, "h:act/h:author"))
    reading.gathering.add(
        Condition(
            **reading.origin(observation, value),
            name=shortened(name),
            status=ConditionStatus.RESOLVED
            if _is_over(reading, entry, observation)
            else ConditionStatus.CONFIRMED,
            onset=reading.low(observation),
            ended=ended,
            told_by_clinician=told,
        )
    )
    return True


def _is_over(reading: Reading, entry: Element, observation: Element) -> bool:
    status = {
        reading.attribute(inner, "h:value", "code")
        for inner in reading.every(observation, "h:entryRelationship/h:observation")
    }
    concern = reading.attribute(entry, "h:act/h:statusCode", "code")
    return bool(status & _RESOLVED) or (concern == "completed" and reading.high(observation) is not None)


def read_allergies(reading: Reading, entry: Element) -> bool:
    """The allergies of a concern; False if none names a substance."""
    observations = reading.every(entry, "h:act/h:entryRelationship[@typeCode='SUBJ']/h:observation")
    found = [item for item in observations if reading.attribute(item, "h:code", "code") != "SEV"]
    around = entry if len(found) == 1 else None
    read = [_read_allergy(reading, observation, around) for observation in found]
    return any(read)


def _read_allergy(reading: Reading, observation: Element, around: Element | None) -> bool:
    kind = reading.first(observation, "h:value")
    if observation.get("negationInd") == "true":
        reading.gathering.add(NoneKnown(**reading.origin(observation, kind), of=NoneOf.ALLERGIES))
        return True
    entity = reading.first(observation, "h:participant/h:participantRole/h:playingEntity")
    coded = reading.first(entity, "h:code")
    named = reading.first(entity, "h:name")
    substance = reading.called(coded) or ("" if named is None else str(named.text or ""))
    if not substance:
        return False
    reactions = reading.every(observation, "h:entryRelationship[@typeCode='MFST']/h:observation/h:value")
    reading.gathering.add(
        Allergy(
            **reading.origin(observation, coded),
            substance=shortened(substance),
            reaction=", ".join(filter(None, (reading.called(value) for value in reactions))),
            intolerance=kind is not None and kind.get("code") in _INTOLERANCE,
            badness=_badness(reading, observation if around is None else around),
            when=reading.low(observation),
            told_by_clinician=reading.clinician(reading.first(observation, "h:author")),
        )
    )
    return True


def _badness(reading: Reading, observation: Element) -> Badness | None:
    """How bad, from any severity written on the allergy or its reaction; the worst counts."""
    said = [
        reading.called(reading.first(inner, "h:value")).lower()
        for inner in observation.iterfind(".//{urn:hl7-org:v3}observation")
        if reading.attribute(inner, "h:code", "code") == "SEV"
    ]
    if any(word in text for text in said for word in _SEVERE):
        return Badness.BAD
    if any("moderate" in text for text in said):
        return Badness.MIDDLING
    return Badness.MILD if any(word in text for text in said for word in _MILD) else None
