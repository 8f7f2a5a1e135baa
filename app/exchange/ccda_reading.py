"""A C-CDA document while it is read: its elements, and the words its codes point at."""

from decimal import Decimal, InvalidOperation

from app.domain.records.record import ClinicianId
from app.domain.records.when import When
from app.exchange.dates import read_date
from app.exchange.found import Gathering, Origin
from app.exchange.xml_tree import Element, words_in

NAMESPACES = {"h": "urn:hl7-org:v3", "sdtc": "urn:hl7-org:sdtc"}


class Reading:
    """One document: finds elements, resolves references into the readable text, names clinicians."""

    def __init__(self, gathering: Gathering, root: Element) -> None:
        """Index the readable text by its IDs once; doubled IDs keep the first."""
        self.gathering = gathering
        self.heading = ""
        self._texts: dict[str, str] = {}
        for element in root.iter():
            key = element.get("ID")
            if key:
                self._texts.setdefault(f"#{key}", words_in(element))

    def enter(self, heading: str) -> None:
        """Remember which section is being read; it goes into each record's source."""
        self.heading = heading

    def every(self, element: Element | None, path: str) -> list[Element]:
        """All elements at a path."""
        return [] if element is None else list(element.iterfind(path, NAMESPACES))

    def first(self, element: Element | None, path: str) -> Element | None:
        """The first element at a path, or None."""
        return None if element is None else element.find(path, NAMESPACES)

    def attribute(self, element: Element | None, path: str, name: str) -> str:
        """An attribute of the first element at a path; empty if there is none."""
        found = self.first(element, path)
        return "" if found is None else str(found.get(name) or "")

    def reference(self, element: Element | None) -> str:
        """The readable text an element's reference points at."""
        return self._texts.get(self.attribute(element, ".//h:reference", "value"), "")

    def called(self, coded: Element | None) -> str:
        """What a coded element calls the thing: its display name, its own words, a translation's name."""
        if coded is None:
            return ""
        original = self.first(coded, "h:originalText")
        names = (
            str(coded.get("displayName") or ""),
            self.reference(original) or words_in(original),
            self.attribute(coded, "h:translation", "displayName"),
        )
        # Some exports replace names they may not give with question marks.
        return next((name for name in names if any(map(str.isalnum, name))), "")

    def codes(self, coded: Element | None) -> tuple[str, ...]:
        """The code and its translations as "system|code|display"."""
        if coded is None:
            return ()
        found = [coded, *self.every(coded, "h:translation")]
        return tuple(
            "|".join(str(item.get(name) or "") for name in ("codeSystem", "code", "displayName"))
            for item in found
            if item.get("code")
        )

    def origin(self, element: Element, coded: Element | None = None) -> Origin:
        """Where a record came from: the entry's id, its own words, its codes, when it was written there."""
        code = f"{self.attribute(element, 'h:id', 'root')}|{self.attribute(element, 'h:id', 'extension')}"
        quote = self.reference(self.first(element, "h:text")) or self.called(coded)
        dated = read_date(self.attribute(element, ".//h:author/h:time", "value"))
        day = dated.first.isoformat() if dated is not None and dated.first is not None else ""
        return self.gathering.origin(
            f"{self.heading}/{code}", quote=quote, dated=day, coded_as=self.codes(coded)
        )

    def low(self, element: Element | None) -> When | None:
        """When it began: effectiveTime's low, else its single value."""
        at = self.attribute(element, "h:effectiveTime/h:low", "value")
        return read_date(at or self.attribute(element, "h:effectiveTime", "value"))

    def high(self, element: Element | None) -> When | None:
        """When it ended."""
        return read_date(self.attribute(element, "h:effectiveTime/h:high", "value"))

    def clinician(self, element: Element | None) -> ClinicianId | None:
        """The clinician an author or performer names; none where only a number is given."""
        person = self.first(element, ".//h:assignedPerson/h:name")
        name = self.name(person)
        if not name:
            return None
        specialty = self.attribute(element, ".//h:assignedAuthor/h:code", "displayName")
        return self.gathering.clinician(
            name,
            f"name/{name}",
            specialty=specialty[:200],
            phone=self.phone(element),
            place=words_in(self.first(element, ".//h:representedOrganization/h:name")),
        )

    def name(self, name: Element | None) -> str:
        """A name as it would be said."""
        if name is None:
            return ""
        parts = [
            part
            for kind in ("prefix", "given", "family", "suffix")
            for part in self.every(name, f"h:{kind}")
            if kind == "prefix" or not part.get("qualifier") or kind == "family"
        ]
        said = " ".join(words_in(part) for part in parts)
        return " ".join(said.split()) or words_in(name)

    def phone(self, element: Element | None) -> str:
        """The first telephone number."""
        for telecom in self.every(element, ".//h:telecom"):
            value = str(telecom.get("value") or "")
            if value.startswith("tel:"):
                return value.removeprefix("tel:").strip()
        return ""


def number(text: str) -> Decimal | None:
    """A number as it stands in the file."""
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
