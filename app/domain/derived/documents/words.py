"""Counting the words of a page: runs between white space that hold a letter or a digit."""

from app.domain.derived.document import (
    Asks,
    Block,
    Front,
    Part,
    Prose,
    Table,
    Thread,
    TopZone,
    words_of,
)
from app.domain.wording import Wording

PAGE_1_WORDS = 350  # a minute and a half of reading (document.md, principle 1)
_LONGEST_NAMED = 2


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(any(letter.isalnum() for letter in run) for run in text.split())


def front_words(front: Front, footer: str) -> int:
    """How many words page 1 prints, headings and footer included."""
    band = front.band
    texts = [band.name, band.kind, words_of(band.reader), band.date, band.provenance, footer]
    texts += [words_of(line) for line in band.identity]
    parts = sum(part_words(part) for part in front.parts)
    return sum(count_words(text) for text in texts) + top_words(front.top) + parts


def top_words(top: TopZone) -> int:
    """How many words the box and the margin column print; the numbers of the concerns are words too."""
    texts = [top.heading, top.aside, top.nothing, *(part for pair in top.margin for part in pair)]
    lines = [f"{number} {line.text} {line.hope} {line.aside}" for number, line in enumerate(top.concerns, 1)]
    return sum(count_words(text) for text in (*texts, *lines))


def part_words(part: Part) -> int:
    """How many words a part prints."""
    return sum(count_words(text) for text in part_texts(part))


def part_texts(part: Part) -> tuple[str, ...]:
    """Every text of a part, in the order it is read."""
    match part:
        case Block():
            return (part.heading, *map(words_of, part.lines))
        case Thread():
            return (part.heading, *(text for when, said in part.items for text in (when, words_of(said))))
        case Table():
            return _table_texts(part)
        case Asks():
            asks = [text for ask in part.asks for text in (ask.text, ask.aside)]
            return (part.heading, part.lead, *asks, part.after)
        case Prose():
            return (part.heading, *part.paragraphs)
    return ()


def _table_texts(part: Table) -> tuple[str, ...]:
    rows = [text for row in part.rows for text in (words_of(row.head), *map(words_of, row.cells))]
    return (part.heading, *part.heads, *rows, *map(words_of, part.after))


def within(fronts: tuple[Front, ...], footer: str) -> tuple[Front, ...]:
    """The fronts from the first that has no more than 350 words; all of them if none has.

    What is cut to fit the page is cut in the same order to stay readable in a minute and a half.
    """
    for number, front in enumerate(fronts):
        if not front.moved and front_words(front, footer) <= PAGE_1_WORDS:
            return fronts[number:]
    return fronts


def too_many(front: Front, footer: str, words: Wording) -> str:
    """What Share says where page 1 has more words than can be read in 90 seconds; else nothing."""
    found = front_words(front, footer)
    if found <= PAGE_1_WORDS:
        return ""
    longest: list[tuple[int, str]] = [(top_words(front.top), front.top.heading)]
    longest += [(part_words(part), _heading(part)) for part in front.parts]
    named = tuple(name for _, name in sorted(longest, key=_most_words)[:_LONGEST_NAMED])
    return words.say(
        "page_1.too_many",
        "Page 1 has {n} words. {limit} take a minute and a half. The longest parts are {parts}.",
        n=words.number(found),
        limit=PAGE_1_WORDS,
        parts=words.listing(named),
    )


def _most_words(pair: tuple[int, str]) -> tuple[int, str]:
    return (-pair[0], pair[1])


def _heading(part: Part) -> str:
    return getattr(part, "heading", "")
