"""Our own JSON: everything goes out and comes back the same."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.errors import FileCutShort, FormatNewer
from app.exchange.formats import read_file
from app.exchange.json_form import Taken, TakenFile, TakenRecord, TakenVersion, read_json, write_json
from tests.exchange.reading import NOW

_WORDS = st.text(st.characters(codec="utf-8"), max_size=40)


@given(text=_WORDS, data=st.binary(max_size=200), versions=st.integers(1, 4))
def test_what_is_taken_out_comes_back_the_same(text: str, data: bytes, versions: int) -> None:
    kept = tuple(
        TakenVersion(
            written=f"2026-05-1{n}", changed=f"2026-05-1{n}", shape=1, body=json.dumps({"text": text, "n": n})
        )
        for n in range(versions)
    )
    record = TakenRecord(id="a", kind="note", versions=kept)
    file = TakenFile(id="f", name=text, media_type="image/png", data=data)
    back = read_json(write_json([record], [file]))
    assert back.attachments == (file,)
    assert [json.loads(v.body) for v in back.records[0].versions] == [json.loads(v.body) for v in kept]


def test_our_json_is_recognised_from_its_bytes() -> None:
    taken = read_file(write_json([]), "anything.txt", NOW, str)
    assert taken == Taken(records=())


def test_a_newer_form_is_refused() -> None:
    with pytest.raises(FormatNewer):
        read_json(b'{"format": "told-once", "schema_version": 99, "records": "other"}')


@pytest.mark.parametrize(
    "data", [b'{"format": "told-once"}', b'{"format": "told-once", "schema_version": 1, "records": 1}']
)
def test_a_broken_one_is_said_to_be_cut_short(data: bytes) -> None:
    with pytest.raises(FileCutShort):
        read_json(data)


def test_a_file_with_bad_base64_is_said_to_be_cut_short() -> None:
    whole = json.loads(write_json([], [TakenFile(id="f", name="n", media_type="m", data=b"abc")]))
    whole["attachments"][0]["base64"] = "%%%"
    with pytest.raises(FileCutShort):
        read_json(json.dumps(whole).encode())
