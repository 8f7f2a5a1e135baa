"""Steps that several kinds of line share: claiming the date, and telling what is private."""

from app.domain.quick_line.dates import find_when
from app.domain.quick_line.line import Line
from app.domain.quick_line.understood import Named, Role
from app.domain.records.when import When


def claim_when(line: Line, *, ahead: bool = False) -> bool:
    """Claim the first date still open. Day and time of day may stand apart; both are then one date.

    Returns whether it goes on since then. A date known in words only is left open.
    """
    read = find_when(line.open, line.now, ahead=ahead)
    if read.when is None:
        return False
    start, end = read.spans[0][0], read.spans[-1][1]
    if not line.text[read.spans[0][1] : read.spans[-1][0]].strip(" ,") or len(read.spans) == 1:
        line.claim(Role.WHEN, (start, end), read.when, sure=read.sure)
        return read.since
    for span in read.spans[1:]:
        line.claim(Role.KEYWORD, span, "when")
    line.claim(Role.WHEN, read.spans[0], read.when, sure=read.sure)
    return read.since


def assume_when(line: Line, when: When) -> None:
    """Set the date that is meant when none was typed."""
    if not line.has(Role.WHEN):
        line.assume(Role.WHEN, when)


def names_private(line: Line) -> bool:
    """Whether a name in the line is kept private: what belongs to it then is too (product.md, sharing)."""
    return any(isinstance(part.value, Named) and part.value.private for part in line.parts)
