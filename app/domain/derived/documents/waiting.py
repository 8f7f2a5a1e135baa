"""What the person waits for: referrals, tests, results and letters, soonest first."""

from app.domain.derived.document import WAITING, Block, Run, Text
from app.domain.derived.documents.material import Material, bold, facts
from app.domain.derived.open_loops import OpenLoop, loop_words, waiting_for


def waiting(made: Material, most: int) -> Block | None:
    """At most `most` lines, then how many more stand on page 3."""
    found = waiting_for(made.journal)
    if not found:
        return None
    lines = [_line(loop, made) for loop in found[:most]]
    if found[most:]:
        more = made.words.say("more", "+ {n} more on page {page}", n=len(found[most:]), page="{page}")
        lines.append((Run(text=more, page_of=WAITING),))
    return Block(heading=_heading(made), lines=tuple(lines), listed=len(lines) > 1)


def all_waiting(made: Material, beyond: int) -> Block | None:
    """Everything waited for, where page 1 may not hold all of it."""
    found = waiting_for(made.journal)
    if len(found) <= beyond:
        return None
    lines = tuple(_line(loop, made) for loop in found)
    return Block(heading=_heading(made), lines=lines, listed=True, anchor=WAITING)


def _heading(made: Material) -> str:
    return made.words.say("heading.waiting", "Waiting for")


def _line(loop: OpenLoop, made: Material) -> Text:
    said = loop_words(loop, made.words, made.today)
    return (bold(f"{loop.text}:"), facts(f" {said}")) if said else (bold(loop.text),)
