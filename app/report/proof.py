"""Opening a finished file again, to know that it is one."""

import io

import pikepdf


def page_count(data: bytes, *, password: str = "") -> int:
    """How many pages a PDF has; 0 if it cannot be opened."""
    try:
        with pikepdf.open(io.BytesIO(data), password=password) as pdf:
            return len(pdf.pages)
    except pikepdf.PdfError:
        return 0
