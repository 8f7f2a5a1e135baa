"""Limits of what a person types. Within them every character is kept as it was typed."""

from app.domain.records.invalid import InvalidRecord, Reason

NAME_LIMIT = 200  # names, titles, places: one line
LINE_LIMIT = 2_000  # a sentence or two
TEXT_LIMIT = 2_000_000  # notes and stories: far beyond what a page can hold, so that pasting never loses


def check_text(field: str, text: str, limit: int, *, required: bool = False) -> None:
    """Raise InvalidRecord if `text` is over `limit`, holds half a character, or is empty when needed."""
    if required and not text.strip():
        raise InvalidRecord(field, Reason.EMPTY)
    if len(text) > limit:
        raise InvalidRecord(field, Reason.TOO_LONG, limit)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise InvalidRecord(field, Reason.NOT_TEXT) from None


def check_lines(field: str, lines: tuple[str, ...], most: int = 500) -> None:
    """Check a list of short texts: how many, and each one's length."""
    if len(lines) > most:
        raise InvalidRecord(field, Reason.TOO_MANY, most)
    for line in lines:
        check_text(field, line, LINE_LIMIT)
