"""Texts longer than a page has room for: cut at a sentence or a word, with a mark that there is more.

The journal never cuts; a page that quotes a megabyte would be no page.
"""

PASSAGE = 2_000  # characters of what is told or noted at one place
PARAGRAPHS = 6_000  # of the story in my words: three times what half a page holds
CELL = 500  # of one cell of a table
REASON = 200  # of a reason inside a line
_MORE = " …"


def shortened(text: str, most: int) -> str:
    """A text of at most `most` characters and a mark; a shorter one stays as it is, byte for byte."""
    if len(text) <= most:
        return text
    start = text[:most]
    end = max(start.rfind(mark) for mark in (". ", "! ", "? ", ".\n"))
    if end >= most // 2:
        return start[: end + 1] + _MORE
    return (start.rpartition(" ")[0] or start) + _MORE
