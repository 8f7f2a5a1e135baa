"""XML from strangers: what is hostile is called so, and what is only cut short is not."""

import pytest

from app.exchange.errors import FileCutShort, FileHostile
from app.exchange.xml_tree import read_xml

DEEP = 5_000


def test_what_is_nested_without_end_is_hostile_and_not_cut_short() -> None:
    with pytest.raises(FileHostile):
        read_xml(b"<a>" * DEEP + b"</a>" * DEEP)


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE a><a/>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"),
        b"<a>&unknown;</a>",
    ],
)
def test_a_document_type_or_an_entity_is_hostile(data: bytes) -> None:
    with pytest.raises(FileHostile):
        read_xml(data)


@pytest.mark.parametrize("data", [b"<a>", b"<a><b></a>", b"<a", b"<a/><b/>"])
def test_what_ends_too_early_is_cut_short(data: bytes) -> None:
    with pytest.raises(FileCutShort):
        read_xml(data)
