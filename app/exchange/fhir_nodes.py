"""FHIR as JSON or XML, read into one shape: dictionaries whose every element is a list."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec
from lxml import etree

from app.exchange.errors import FileCutShort, FileHostile
from app.exchange.xml_tree import Element, local, words_in

Node = dict[str, Any]

_DEEPEST = 100  # levels; a real resource has about fifteen


def from_json(data: bytes) -> Node:
    """The resource in a JSON file. Raises FileCutShort or FileHostile."""
    try:
        value = msgspec.json.decode(data)
    except RecursionError:
        raise FileHostile("nesting") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise FileCutShort from None
    if not isinstance(value, dict):
        raise FileCutShort
    _check_depth(value)
    return value


def _check_depth(value: object) -> None:
    level: list[object] = [value]
    for _ in range(_DEEPEST):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return
    raise FileHostile("nesting")


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def from_xml_element(root: Element) -> Node:
    """The resource in an XML file, in the shape its JSON would have (each element a list)."""
    return _resource(root)


def _resource(element: Element) -> Node:
    node = _node(element)
    return {**node, "resourceType": local(element)} if isinstance(node, dict) else {}


def _node(element: Element) -> Node | str:
    if local(element) == "div":
        return words_in(element)
    if element.get("value") is not None:
        return str(element.get("value"))
    node: Node = {}
    for child in element:
        name = local(child)
        inner = _resource(child[0]) if name in {"resource", "contained"} and len(child) else _node(child)
        node.setdefault(name, []).append(inner)
    return node


def many(node: object, *path: str) -> list[Any]:
    """All values at a path, through lists; an empty list where there are none."""
    here: list[Any] = [node]
    for name in path:
        found = [outer[name] for outer in here if isinstance(outer, dict) and outer.get(name) is not None]
        here = [inner for value in found for inner in (value if isinstance(value, list) else [value])]
    return here


def one(node: object, *path: str) -> Any:  # noqa: ANN401 - a node, a text or nothing, as the file has it
    """The first value at a path, or None."""
    return next(iter(many(node, *path)), None)


def text(node: object, *path: str) -> str:
    """The first value at a path as text; empty if there is none."""
    value = one(node, *path)
    if value is None or isinstance(value, (dict, list)):
        return ""
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def concept(node: object, *path: str) -> str:
    """What a CodeableConcept calls the thing: its own text, else the shortest display, else a code."""
    coded = one(node, *path)
    own = text(coded, "text")
    if own:
        return own
    displays = [str(display) for display in many(coded, "coding", "display") if isinstance(display, str)]
    return displays[0] if displays else text(coded, "coding", "code")


def codes(node: object, *path: str) -> tuple[str, ...]:
    """The codings of a CodeableConcept as "system|code|display"."""
    found = many(node, *path, "coding")
    return tuple("|".join((text(c, "system"), text(c, "code"), text(c, "display"))) for c in found)


def narrative(node: object) -> str:
    """The resource's own words, without markup."""
    div = text(node, "text", "div")
    if not div.lstrip().startswith("<"):
        return div
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
        return words_in(etree.fromstring(div.encode(), parser))
    except (etree.XMLSyntaxError, AttributeError, TypeError):
        return " ".join(re.sub("<[^>]*>", " ", div).split())
