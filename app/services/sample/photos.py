"""Four small made-up photos: one colour fading into another, so that a file is there and shows nothing."""

import struct
import zlib
from collections.abc import Iterator

from app.domain.records import Attachment, Record
from app.services.sample.telling import Telling
from app.storage.attachments import NewAttachment

_WIDTH, _HEIGHT = 160, 120
_PNG = b"\x89PNG\r\n\x1a\n"
_PHOTOS = (
    ("patch", "itchy-patch.png", "The patch on the first evening", "2026-03-03", (222, 170, 160)),
    ("patch gone", "patch-gone.png", "The same place two days later", "2026-03-05", (230, 200, 180)),
    ("blood test", "blood-test.png", "The paper from the blood test", "2023-09-20", (240, 238, 230)),
    ("hands", "steps.png", "Inés at the top, step 112", "2025-08-24", (120, 160, 200)),
)


def photos(tell: Telling) -> tuple[Record, ...]:
    """The records of the photos; their bytes are `files`."""
    return tuple(
        Attachment(
            id=tell.photo(key),
            written=tell.wrote(day),
            name=name,
            media_type="image/png",
            size=len(_picture(colour)),
            caption=caption,
            photo=True,
            when=tell.on(day),
        )
        for key, name, caption, day, colour in _PHOTOS
    )


def files(tell: Telling) -> tuple[NewAttachment, ...]:
    """The photos themselves."""
    return tuple(
        NewAttachment(id=tell.photo(key), name=name, media_type="image/png", data=_picture(colour))
        for key, name, _, _, colour in _PHOTOS
    )


def _picture(colour: tuple[int, int, int]) -> bytes:
    """A PNG of one colour that darkens towards the bottom (W3C PNG: signature, IHDR, IDAT, IEND)."""
    rows = b"".join(
        b"\0" + bytes(level * (240 - y) // 240 for level in colour) * _WIDTH for y in range(_HEIGHT)
    )
    head = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return _PNG + b"".join(_chunks(chunks))


def _chunks(chunks: tuple[tuple[bytes, bytes], ...]) -> Iterator[bytes]:
    for kind, data in chunks:
        yield struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
