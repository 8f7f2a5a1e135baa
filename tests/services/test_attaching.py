"""Files inside the journal: known by their content, kept to the byte, copied out as they are."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.records.record import PRIVATE, SHARED
from app.domain.records.text import NAME_LIMIT
from app.exchange.errors import FileEmpty
from app.report.errors import CannotDraw
from app.services import attaching
from app.services.errors import CannotAttach, NoPlaceForAFile
from app.services.sample import sample_files
from app.services.session import Session
from app.storage.errors import Missing, TooLarge
from tests.services.cheap import PASSPHRASE, session_in

PNG = sample_files()[0].data


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = session_in(tmp_path)
    made.create(tmp_path / "journals" / "Ada.toldonce", PASSPHRASE, "Ada")
    return made


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe1Exif", "image/jpeg"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"\0\0\0\x18ftypheic", "image/heic"),
        (b"%PDF-1.7\n", "application/pdf"),
        ("Grüße an Dr. Osei\n".encode(), "text/plain"),
        (("ü" * 4096).encode()[:4097] + b"\xbc" * 3, "text/plain"),
        (b"a\0b", "application/octet-stream"),
        (b"\xfe\xed\xfa", "application/octet-stream"),
    ],
)
def test_a_file_is_known_by_its_content(data: bytes, kind: str) -> None:
    assert attaching.media_type_of(data) == kind


def test_a_photo_is_private_at_first_and_another_file_is_not(session: Session) -> None:
    photo = attaching.described("rash.txt", PNG, session.clock, session.make_id)
    assert (photo.photo, photo.sharing, photo.size) == (True, PRIVATE, len(PNG))
    letter = attaching.described("letter.png", b"Dear Dr Osei", session.clock, session.make_id)
    assert (letter.photo, letter.sharing, letter.media_type) == (False, SHARED, "text/plain")


def test_a_file_comes_out_as_it_went_in(session: Session, tmp_path: Path) -> None:
    file = attaching.described("rash.png", PNG, session.clock, session.make_id)
    session.journal.attach(file, PNG)
    assert attaching.bytes_of(session.journal, file.id) == PNG
    attaching.save_copy(session.journal, file.id, tmp_path / "copy.png")
    assert (tmp_path / "copy.png").read_bytes() == PNG
    with pytest.raises(NoPlaceForAFile):
        attaching.save_copy(session.journal, file.id, tmp_path)


def test_what_is_too_large_or_empty_is_refused_before_it_is_read(session: Session, tmp_path: Path) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(attaching.LARGEST + 1)
    with pytest.raises(TooLarge):
        attaching.load(large)
    with pytest.raises(TooLarge):
        attaching.described("film", bytes(attaching.LARGEST + 1), session.clock, session.make_id)
    with pytest.raises(FileEmpty):
        attaching.described("nothing.txt", b"", session.clock, session.make_id)
    with pytest.raises(Missing):
        attaching.load(tmp_path / "gone.png")


def test_a_journal_a_folder_and_a_pipe_are_refused_unread(session: Session, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (session.path, tmp_path, pipe):
        with pytest.raises(CannotAttach):
            attaching.load(path)


def test_a_long_name_keeps_its_ending_and_a_broken_one_is_made_whole(session: Session) -> None:
    long = attaching.described("x" * 250 + ".png", PNG, session.clock, session.make_id)
    assert len(long.name) == NAME_LIMIT
    assert long.name.endswith("….png")
    assert attaching.described("\udcff.png", PNG, session.clock, session.make_id).name == "?.png"


def test_what_only_says_it_is_a_pdf_can_not_be_drawn() -> None:
    with pytest.raises(CannotDraw):
        attaching.pdf_pages(b"%PDF-1.7\nnothing", most=1, widest=100)


def test_a_file_whose_bytes_are_gone_does_not_empty_another(session: Session, tmp_path: Path) -> None:
    file = attaching.described("rash.png", PNG, session.clock, session.make_id)
    session.journal.record(file)
    there = tmp_path / "there.png"
    there.write_bytes(b"something else")
    with pytest.raises(FileEmpty):
        attaching.save_copy(session.journal, file.id, there)
    assert there.read_bytes() == b"something else"


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("rash.png", "rash.png"),
        ("../../etc/cron.d/rash", "rash"),
        ("C:\\Windows\\rash.png", "rash.png"),
        (".bashrc", "bashrc"),
        ("photo\u202egnp.exe", "photo gnp.exe"),
        ("two\nlines\x00.png", "two lines .png"),
        ("a:b?.png", "a b .png"),
        ("..", "file"),
        ("/", "file"),
    ],
)
def test_a_copy_is_offered_under_a_plain_name(session: Session, name: str, offered: str) -> None:
    file = attaching.described("x", PNG, session.clock, session.make_id)
    assert attaching.name_for_copy(replace(file, name=name)) == offered
