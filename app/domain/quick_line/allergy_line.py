"""Lines about what must not be given: "allergic to penicillin, rash", "can't take ibuprofen, stomach"."""

import re
from dataclasses import replace
from datetime import datetime

from app.domain.quick_line.claims import claim_when, names_private
from app.domain.quick_line.line import Line
from app.domain.quick_line.understood import Named, NameKind, Role, Understood, What
from app.domain.quick_line.vocabulary import Vocabulary
from app.domain.records.text import LINE_LIMIT, NAME_LIMIT

ALLERGY, INTOLERANCE = "allergy", "intolerance"

_ME = r"\s*(?:i\s+am\s+|i\s*['’]?m\s+|i\s+have\s+an?\s+|i\s+)?(?:very\s+|badly\s+|severely\s+)?"
_NOT_A_THING = (
    r"(?!(?:the|a|an|my|your|it|this|that|these|him|her|them|me|much|any|anything|more|off|time|part|care"
    r"|another|part|place|on|up)\b)"
)
_BEGINS = {
    ALLERGY: re.compile(rf"{_ME}allerg(?:ic|y)\s*(?:to\b|:)\s*", re.IGNORECASE),
    INTOLERANCE: re.compile(
        rf"{_ME}(?:(?:can\s*not|can['’]?t|must\s+not)\s+(?:take|have|tolerate)|(?:don['’]?t|do\s+not)\s+tolerate"
        rf"|intoleran(?:t|ce)\s*(?:to\b|of\b|:))\s+{_NOT_A_THING}",
        re.IGNORECASE,
    ),
}
_SUBSTANCE = re.compile(
    r"(?P<name>[^\x00,;:()\n–—]+?)\s*(?:[\x00,;:()\n–—]|\s-\s|$"
    r"|\b(?:because|it\s+gives|gives|gave|it\s+causes|causes|caused|it\s+makes|makes|made)\b)",
    re.IGNORECASE,
)


def allergy_line(text: str, vocabulary: Vocabulary, now: datetime) -> Understood | None:
    """What a line says of an allergy or an intolerance, or None if it begins with no word for one."""
    for kind, begins in _BEGINS.items():
        found = begins.match(text)
        if found is not None:
            return _of_kind(kind, found, Line(text, now), vocabulary)
    return None


def _of_kind(kind: str, begin: re.Match[str], line: Line, vocabulary: Vocabulary) -> Understood | None:
    line.claim(Role.KEYWORD, begin.span(), kind, choices=(ALLERGY, INTOLERANCE))
    claim_when(line)
    found = _SUBSTANCE.match(line.open, begin.end())
    start, end = line.trim(*found.span("name")) if found is not None else (0, 0)
    if not start < end <= start + NAME_LIMIT:
        return None
    line.claim(Role.SUBSTANCE, (start, end), _named(line.text[start:end], start, end, vocabulary))
    _claim_reaction(line)
    return line.done(What.ALLERGY, private=names_private(line))


def _claim_reaction(line: Line) -> None:
    """All that is left, where it is one stretch: what it does."""
    rest = list(line.runs())
    if rest:
        start, end = rest[0][0], rest[-1][1]
        if "\x00" not in line.open[start:end] and end - start <= LINE_LIMIT:
            line.claim(Role.REACTION, (start, end), line.text[start:end].strip("() "))


def _named(words: str, start: int, end: int, vocabulary: Vocabulary) -> Named:
    """A treatment of the journal by its name there; anything else as it was typed, with a capital."""
    known = vocabulary.match_at(" " * start + words, start, NameKind.TREATMENT)
    if known is not None and (known.start, known.end) == (start, end) and known.sure:
        named = known.named
        return named if named.id is not None else replace(named, name=named.name[:1].upper() + named.name[1:])
    return Named(kind=NameKind.TREATMENT, name=words[:1].upper() + words[1:])
