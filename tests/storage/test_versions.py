from pathlib import Path

import pytest

from app.storage import versions
from app.storage.attachments import (
    LIMIT_BYTES,
    NewAttachment,
    attachment_ids,
    check_attachments,
    read_attachment,
)
from app.storage.drafts import drafts, drop_draft, save_draft
from app.storage.errors import Damaged, TooLarge
from app.storage.seals import link, seal_attachment, seal_version
from app.storage.vault import Vault
from app.storage.versions import append, forget, history, last_changes, load, version
from tests.storage.cheap import AT, body, new_vault, open_again, write


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Maya.toldonce"


@pytest.fixture
def held(path: Path) -> Vault:
    return new_vault(path)


def picture(key: str = "p1") -> NewAttachment:
    return NewAttachment(id=key, name="knee.jpg", media_type="image/jpeg", data=b"\xff\xd8 knee")


def test_an_edit_is_one_more_version(held: Vault) -> None:
    write(held, "first")
    write(held, "second", what="Changed a note")
    found = history(held, "r0")
    assert [(one.number, one.body) for one, _ in found] == [
        (1, '{"text":"first"}'),
        (2, '{"text":"second"}'),
    ]
    assert [change.what for _, change in found] == ["Added a note", "Changed a note"]
    assert [one.body for one in load(held).newest] == ['{"text":"second"}']
    assert version(held, "r0", 3) is None
    held.close()


def test_changes_are_counted_from_one_without_gaps(held: Vault) -> None:
    assert versions.last_change(held) == 0
    assert [write(held, "x"), write(held, "y"), write(held, "z")] == [1, 2, 3]
    assert [one.number for one in last_changes(held, 2)] == [3, 2]
    assert load(held).change == 3
    held.close()


def test_the_versions_of_one_change_are_found(held: Vault) -> None:
    number = write(held, "a", "b")
    write(held, "c")
    assert [one.record for one in versions.versions_of_change(held, number)] == ["r0", "r1"]
    held.close()


def test_ids_in_any_alphabet_keep_their_order_in_the_chain(held: Vault, path: Path) -> None:
    with held.transaction():
        append(held, at=AT, what="x", bodies=[body(key, "t") for key in ("é", "z", "😀", "ﬁ")])
    assert len(load(held).newest) == 4
    held.close()
    again = open_again(path)
    assert len(load(again).newest) == 4
    again.close()


def test_attachments_are_part_of_their_change(held: Vault, path: Path) -> None:
    with held.transaction():
        append(held, at=AT, what="x", bodies=[body("r", "t")], attachments=[picture("b"), picture("a")])
    assert attachment_ids(held) == ("a", "b")
    assert load(held).change == 1
    held.close()
    again = open_again(path)
    assert load(again).change == 1
    assert read_attachment(again, "a") == picture("a")
    assert read_attachment(again, "none") is None
    assert check_attachments(again) == 2
    again.close()


def test_an_attachment_that_was_changed_is_noticed(held: Vault) -> None:
    with held.transaction():
        append(held, at=AT, what="x", attachments=[picture()])
    held.run("UPDATE attachment SET bytes = x'00'")
    with pytest.raises(Damaged) as caught:
        check_attachments(held)
    assert caught.value.what == "attachment seal"
    held.close()


def test_an_attachment_over_the_limit_is_refused() -> None:
    with pytest.raises(TooLarge) as caught:
        NewAttachment(id="a", name="n", media_type="t", data=bytes(LIMIT_BYTES + 1))
    assert caught.value.limit == LIMIT_BYTES


def test_forgetting_takes_every_version_and_leaves_no_word_of_it(held: Vault, path: Path) -> None:
    write(held, "the marker is kestrel", record="gone", what="Wrote about the kestrel")
    write(held, "the marker is kestrel again", record="gone")
    write(held, "this stays", record="kept")
    with held.transaction():
        append(held, at=AT, what="x", attachments=[picture()])
    with held.transaction():
        forget(held, ["gone0"], attachments=["p1"], at=AT, what="Destroyed")
    versions.compact(held)
    assert [one.record for one in load(held).newest] == ["kept0"]
    assert [one.what for one in last_changes(held, 9)] == [
        "Destroyed",
        "x",
        "Added a note",
        "Destroyed",
        "Destroyed",
    ]
    assert attachment_ids(held) == ()
    assert load(held).change == 5
    for question in EVERYTHING:
        assert "kestrel" not in repr(held.rows(question))
    held.close()
    again = open_again(path)
    assert load(again).change == 5
    again.close()


def test_destroying_gives_the_room_of_what_is_gone_back(held: Vault, path: Path) -> None:
    write(held, "x" * 400_000, record="gone")
    large = path.stat().st_size
    with held.transaction():
        forget(held, ["gone0"], at=AT, what="Destroyed")
    versions.compact(held)
    assert path.stat().st_size < large // 4


def test_a_journal_that_lost_its_first_change_is_noticed_though_its_chain_is_whole(held: Vault) -> None:
    write(held, "first", record="a")
    write(held, "second", record="b")
    held.run("DELETE FROM version WHERE change = 1")
    held.run("DELETE FROM change WHERE number = 1")
    with held.transaction():
        forget(held, [], at=AT, what="Destroyed")  # which chains anew what is left
    with pytest.raises(Damaged):
        load(held)


def test_an_earlier_version_that_was_changed_is_noticed_where_it_is_read(held: Vault) -> None:
    write(held, "as it was")
    write(held, "as it is")
    held.run("UPDATE version SET body = replace(body, 'was', 'had been') WHERE number = 1")
    with pytest.raises(Damaged):
        history(held, "r0")
    with pytest.raises(Damaged):
        versions.version(held, "r0", 1)
    with pytest.raises(Damaged):
        versions.versions_of_change(held, 1)


EVERYTHING = (
    "SELECT * FROM change",
    "SELECT * FROM version",
    "SELECT * FROM attachment",
    "SELECT * FROM draft",
)


def test_drafts_are_kept_by_place(held: Vault) -> None:
    save_draft(held, "today/line", "headache 6 yes", AT)
    save_draft(held, "today/line", "headache 6 yesterday", AT)
    save_draft(held, "visit/heard", "", AT)
    assert drafts(held) == {"today/line": "headache 6 yesterday", "visit/heard": ""}
    drop_draft(held, "today/line")
    drop_draft(held, "nowhere")
    assert drafts(held) == {"visit/heard": ""}
    held.close()


def test_seals_tell_apart_what_only_looks_the_same() -> None:
    seals = {
        seal_version("ab", 1, "c", "d", "e"),
        seal_version("a", 1, "bc", "d", "e"),
        seal_version("ab", 11, "c", "d", "e"),
        seal_version("ab", 1, "c", "de", ""),
        seal_attachment("ab", "c", "d", b"e"),
        seal_attachment("a", "bc", "d", b"e"),
    }
    assert len(seals) == 6


def test_links_tell_apart_what_only_looks_the_same() -> None:
    zero, one = bytes(32), bytes(16)
    links = {
        link(zero, 1, "at", "what", 1, None, [one], []),
        link(zero, 1, "at", "what", 1, None, [], [one]),
        link(zero, 1, "at", "what", 1, 1, [one], []),
        link(zero, 11, "at", "what", 1, None, [one], []),
        link(zero, 1, "atw", "hat", 1, None, [one], []),
        link(zero[:31] + b"\1", 1, "at", "what", 1, None, [one], []),
    }
    assert len(links) == 6
