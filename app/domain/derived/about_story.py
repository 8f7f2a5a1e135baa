"""My story: how long it is, how long it takes to read, and where a document shortens it."""

import re
from dataclasses import dataclass

from app.domain.records import AboutMe
from app.domain.wording import Wording

HALF_A_PAGE = 250
"""Words; a longer story is printed up to a full stop the person chooses."""

_WORDS_A_MINUTE = 238  # how fast clinicians read (document.md, principle 1)
_STOP = re.compile(r"[.!?…][”\"’)]*(?=\s|$)")
_LAST_WORDS = 6  # of a sentence, to know it by


@dataclass(frozen=True, slots=True, kw_only=True)
class FullStop:
    """A place where the story may end on paper: characters before it, words before it, and how it ends."""

    at: int
    words: int
    ending: str


def printed_part(story: AboutMe) -> str:
    """What a document prints of the story: all of it, unless a full stop was chosen that still is one."""
    text = story.text
    return text[: story.printed] if story.printed in {stop.at for stop in full_stops(text)} else text


def full_stops(text: str) -> tuple[FullStop, ...]:
    """Every full stop after which no more than half a page is printed, the longest part first."""
    found: list[FullStop] = []
    for match in _STOP.finditer(text):
        before = text[: match.end()].split()
        if len(before) > HALF_A_PAGE or match.end() >= len(text.rstrip()):
            break
        found.append(FullStop(at=match.end(), words=len(before), ending=" ".join(before[-_LAST_WORDS:])))
    return tuple(reversed(found))


def is_long(text: str) -> bool:
    """Whether it is longer than half a page."""
    return len(text.split()) > HALF_A_PAGE


def length_words(text: str, words: Wording) -> str:
    """As in `83 words. Half a page is plenty.`, with the time it takes to read."""
    count = len(text.split())
    said = words.count("about.words", "{n} word.", "{n} words.", count)
    if is_long(text):
        tail = words.say(
            "about.long",
            "Longer than half a page. The document will shorten it at a full stop you choose.",
        )
    else:
        tail = words.say("about.half_page", "Half a page is plenty.")
    return " ".join(part for part in (said, tail, _reading_time(count, words)) if part)


def _reading_time(count: int, words: Wording) -> str:
    seconds = round(count * 60 / _WORDS_A_MINUTE / 10) * 10
    if seconds == 0:
        return ""
    if seconds < 60:  # noqa: PLR2004 - a minute
        return words.say("about.seconds", "Read in about {n} seconds.", n=seconds)
    minutes = round(seconds / 60)
    return words.count("about.minutes", "Read in about a minute.", "Read in about {n} minutes.", minutes)
