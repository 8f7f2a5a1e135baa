"""XML from strangers: no document type, no entities, no network, no endless nesting."""

from lxml import etree

from app.exchange.errors import FileCutShort, FileHostile

Element = etree._Element  # noqa: SLF001 - lxml names its element class so


def read_xml(data: bytes) -> Element:
    """The root element. Raises FileHostile for any DOCTYPE or deep nesting, FileCutShort if not well formed.

    lxml stops at 256 levels and at huge text nodes unless told otherwise; entities are never expanded.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if _is_hostile(error, data):
            raise FileHostile(f"line {error.lineno}") from None
        raise FileCutShort(f"line {error.lineno}") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise FileHostile("DOCTYPE")
    return root


def _is_hostile(error: etree.XMLSyntaxError, data: bytes) -> bool:
    said = (error.msg or "").lower()
    return "depth" in said or "entity" in said or b"<!DOCTYPE" in data[:100_000].replace(b"\0", b"")


def words_in(element: Element | None) -> str:
    """All text inside an element, with white space folded."""
    if element is None:
        return ""
    return " ".join("".join(str(part) for part in element.itertext()).split())


def namespace(element: Element) -> str:
    """The namespace the element's name belongs to; empty if none."""
    return str(etree.QName(element).namespace or "")


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return str(etree.QName(element).localname)
