"""A FHIR file while it is read: its resources by reference, and what is gathered from them."""

from decimal import Decimal, InvalidOperation

from app.domain.records.record import ClinicianId
from app.domain.records.when import When
from app.exchange.dates import read_date
from app.exchange.fhir_nodes import Node, codes, concept, many, narrative, one, text
from app.exchange.found import Gathering, Origin

# "No information" and "none" are different answers (IPS absent-unknown codes; SNOMED CT "no known …").
NO_INFORMATION = {
    "no-allergy-info",
    "no-problem-info",
    "no-medication-info",
    "no-procedure-info",
    "no-immunization-info",
    "no-device-info",
}
NONE_KNOWN = {
    "no-known-allergies",
    "no-known-problems",
    "no-known-medications",
    "716186003",
    "160245001",
    "787481004",
}


class Reading:
    """The resources of one file, found by id, type and id, or full address."""

    def __init__(self, gathering: Gathering, resources: list[Node], addresses: dict[str, Node]) -> None:
        """Index every resource once."""
        self.gathering = gathering
        self._by_reference: dict[str, Node] = dict(addresses)
        self.clinicians: dict[int, ClinicianId] = {}
        for resource in resources:
            key = text(resource, "id")
            if key:
                self._by_reference[f"{text(resource, 'resourceType')}/{key}"] = resource
                self._by_reference.setdefault(f"#{key}", resource)
                self._by_reference.setdefault(f"urn:uuid:{key}", resource)

    def resolve(self, node: object, *path: str) -> Node | None:
        """The resource a reference points at, if it is in the file."""
        reference = text(node, *path, "reference")
        if reference in self._by_reference:
            return self._by_reference[reference]
        return self._by_reference.get("/".join(reference.split("/")[-2:]))

    def origin(self, resource: Node, *named: str) -> Origin:
        """Where a record came from: the resource's id, its own words and its codes."""
        code = f"{text(resource, 'resourceType')}/{text(resource, 'id')}"
        dated = (
            text(resource, "recordedDate")
            or text(resource, "meta", "lastUpdated")
            or text(resource, "issued")
        )
        quote = narrative(resource) or concept(resource, *named)
        coded_as = codes(resource, *named) if named else ()
        return self.gathering.origin(code, quote=quote, dated=dated[:10], coded_as=coded_as)

    def clinician(self, node: object, *path: str) -> ClinicianId | None:
        """The clinician a reference names: in the file, else by the name shown beside the reference."""
        target = self.resolve(node, *path)
        if target is not None and text(target, "resourceType") == "PractitionerRole":
            target = self.resolve(target, "practitioner") or target
        if target is not None and text(target, "resourceType") == "Organization":
            return self._organization(target)
        if target is not None and id(target) in self.clinicians:
            return self.clinicians[id(target)]
        shown = text(node, *path, "display")
        return self.gathering.clinician(shown, f"display/{shown}") if shown else None

    def _organization(self, organization: Node) -> ClinicianId | None:
        """A practice counts as a clinician only where somebody was seen or told something there."""
        name = text(organization, "name")
        code = f"Organization/{text(organization, 'id')}"
        phone = text(organization, "telecom", "value").removeprefix("tel:")
        return self.gathering.clinician(name, code, phone=phone) if name else None


def first_date(resource: Node, *names: str) -> When | None:
    """The first of several date fields that is there; a Period gives its start."""
    for name in names:
        value = one(resource, name)
        found = read_date(text(value, "start") if isinstance(value, dict) else str(value or ""))
        if found is not None:
            return found
    return None


def decimal(value: object) -> Decimal | None:
    """A number as it stands in the file, without passing through a float."""
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def quantity(node: object, *path: str) -> tuple[Decimal | None, str]:
    """A Quantity's number and unit."""
    found = one(node, *path)
    return decimal(text(found, "value")), text(found, "unit") or text(found, "code")


def code_set(node: object, *path: str) -> set[str]:
    """All codes of a CodeableConcept."""
    return {str(code) for code in many(node, *path, "coding", "code")}


def notes(resource: Node) -> str:
    """The annotations written on a resource, a line each."""
    return "\n".join(str(note) for note in many(resource, "note", "text"))
