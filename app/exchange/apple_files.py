"""Where the readings are in what Apple Health exports: `export.xml`, alone or inside the ZIP it comes in."""

import zipfile
from typing import IO

from app.exchange.errors import FileCutShort, FileHostile, FileTooLarge, NotHealthData, ZipLocked

LARGEST = 8 * 1024**3  # bytes of XML, unpacked
_MOST_TIMES = 200  # a real export packs to about a thirtieth
_SURELY = 100 * 1024**2  # below this no ZIP does harm
_HEAD = 4_096
_DTD_WITHIN = 256 * 1024
_ROOT, _ENTITY = b"<HealthData", b"<!ENTITY"


def is_export(head: bytes) -> bool:
    """Whether a file's first bytes are a ZIP's, or XML that says it is health data."""
    return head.startswith(b"PK\x03\x04") or b"HealthData" in head[:_HEAD]


def export_in(file: IO[bytes], size: int) -> "Guarded":
    """The XML in an export, as a stream that watches over itself.

    Raises NotHealthData for a ZIP without one, ZipLocked, FileCutShort or FileHostile.
    """
    head = file.read(_HEAD)
    file.seek(0)
    if not head.startswith(b"PK"):
        return Guarded(file, size, size)
    try:
        zipped = zipfile.ZipFile(file)
        found = [one for one in zipped.infolist() if one.filename.rsplit("/", 1)[-1] == "export.xml"]
        if not found:
            raise NotHealthData
        if found[0].flag_bits & 1:
            raise ZipLocked
        return Guarded(zipped.open(found[0]), found[0].file_size, found[0].compress_size)
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError):
        raise FileCutShort("ZIP") from None


class Guarded:
    """Reads on, and refuses what is far larger than it was packed, or declares entities."""

    def __init__(self, stream: IO[bytes], size: int, packed: int) -> None:
        self._stream = stream
        self._size = max(size, 1)
        self._most = min(LARGEST, max(_SURELY, packed * _MOST_TIMES))
        self._read = 0
        self._tail = b""

    @property
    def share(self) -> float:
        """How much of the file has been read, from 0 to 1."""
        return min(self._read / self._size, 1.0)

    def read(self, size: int = -1) -> bytes:
        """Read on. Raises FileTooLarge, FileHostile or FileCutShort."""
        try:
            data = self._stream.read(size)
        except (zipfile.BadZipFile, EOFError, OSError, ValueError):
            raise FileCutShort("ZIP") from None
        if self._read < _DTD_WITHIN:
            if _ENTITY in self._tail + data[:_DTD_WITHIN]:
                raise FileHostile("DOCTYPE")
            self._tail = data[-len(_ENTITY) :]
        self._read += len(data)
        if self._read > self._most:
            raise FileHostile("ZIP") if self._most < LARGEST else FileTooLarge
        return data
