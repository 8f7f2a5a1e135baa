"""Photos and files inside the journal: known by their content, kept as they are, copied out when asked."""

import re
from pathlib import Path

from app.domain.records import Attachment
from app.domain.records.record import LARGEST_ATTACHMENT, PRIVATE, SHARED, AttachmentId, RecordId
from app.domain.records.text import NAME_LIMIT
from app.exchange.errors import FileEmpty
from app.report.page_pictures import PagePicture, first_pages
from app.services.clock import Clock, NewId
from app.services.errors import CannotAttach
from app.services.open_journal import OpenJournal
from app.services.sharing import check_place
from app.storage import files
from app.storage.errors import TooLarge
from app.storage.vault import SUFFIX

LARGEST = LARGEST_ATTACHMENT
"""Bytes that one file may have."""

PDF = "application/pdf"
TEXT = "text/plain"
OTHER = "application/octet-stream"

_SIGNS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"%PDF-", PDF),
    (b"PK\3\4", "application/zip"),
)
_HEIC = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc")
_NOT_IN_A_NAME = re.compile(r'[<>:"|?*]')  # Windows takes none of them
_LOOKED_AT = 4096  # bytes that tell text from anything else


def load(path: Path) -> bytes:
    """A file's bytes. Raises TooLarge before reading, FileEmpty, Missing, ReadOnly, or CannotAttach.

    A journal is refused unread: opening the one that is open would drop the lock on it. So is what is no file
    of its own, such as a folder or a pipe.
    """
    with files.known_trouble():
        found = path.stat()
        if path.resolve().suffix == SUFFIX or not path.is_file():
            raise CannotAttach
    if found.st_size > LARGEST:
        raise TooLarge(found.st_size, LARGEST)
    return files.read(path, LARGEST + 1)


def described(name: str, data: bytes, clock: Clock, new_id: NewId) -> Attachment:
    """The record of a file about to be kept, every byte as it came. A photo is private at first.

    Raises FileEmpty or TooLarge. `OpenJournal.attach` keeps it.
    """
    if not data:
        raise FileEmpty
    if len(data) > LARGEST:
        raise TooLarge(len(data), LARGEST)
    kind = media_type_of(data)
    photo = kind.startswith("image/")
    return Attachment(
        id=RecordId(new_id()),
        written=clock.now(),
        name=_short(name),
        media_type=kind,
        size=len(data),
        photo=photo,
        sharing=PRIVATE if photo else SHARED,
    )


def bytes_of(journal: OpenJournal, key: RecordId) -> bytes:
    """What a kept file holds; nothing where its bytes are gone."""
    kept = journal.attachment(AttachmentId(key))
    return kept.data if kept is not None else b""


def save_copy(journal: OpenJournal, key: RecordId, path: Path) -> None:
    """Write a copy that is not encrypted. Raises NoPlaceForAFile, DiskFull, ReadOnly or CannotWrite.

    Raises FileEmpty where nothing of it is kept, rather than write an empty file over another.
    """
    check_place(path)
    data = bytes_of(journal, key)
    if not data:
        raise FileEmpty
    files.write(path, data)


def name_for_copy(attachment: Attachment) -> str:
    """The name a copy is offered under: never a folder, a hidden file, or letters that read another way."""
    last = attachment.name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    plain = "".join(letter if letter.isprintable() else " " for letter in last)
    return " ".join(_NOT_IN_A_NAME.sub(" ", plain).split()).strip(" .") or "file"


def pdf_pages(data: bytes, *, most: int, widest: int) -> tuple[PagePicture, ...]:
    """The first pages of a PDF as pictures in memory. Raises CannotDraw."""
    return first_pages(data, most=most, widest=widest)


def media_type_of(data: bytes) -> str:
    """What a file is by its content; its name may say anything."""
    for sign, kind in _SIGNS:
        if data.startswith(sign):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:12] in _HEIC:
        return "image/heic"
    return TEXT if _is_text(data[:_LOOKED_AT], whole=len(data) <= _LOOKED_AT) else OTHER


def _is_text(start: bytes, *, whole: bool) -> bool:
    if b"\0" in start:
        return False
    try:
        start.decode()
    except UnicodeDecodeError as error:
        return not whole and error.reason == "unexpected end of data"
    return True


def _short(name: str) -> str:
    """A name that fits, with its ending; a name of half characters, as a disk may give, is made whole."""
    name = name.encode(errors="replace").decode().strip() or "?"
    if len(name) <= NAME_LIMIT:
        return name
    ending = Path(name).suffix[:20]
    return name[: NAME_LIMIT - len(ending) - 1] + "…" + ending
