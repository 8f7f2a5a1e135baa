"""The names a line may use: those in the journal, and a few that everybody uses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import IntEnum

from app.domain.journal import Journal
from app.domain.quick_line.journal_names import WORD, Spelling, fold, spellings_of, visits_of
from app.domain.quick_line.understood import Named, NameKind
from app.domain.records.when import When

_LONGEST_NAME = 6  # words
_SHORTEST_START = 2  # letters that are enough to begin a known name
_SHORTEST_INSIDE = 3  # letters that are enough for a word inside a name
_CLOSE = 0.82  # how alike a mistyped name must be


class Fit(IntEnum):
    """How well typed words fit a name, best last."""

    NONE = 0
    INSIDE_START = 1  # "stiff" for Hand stiffness
    INSIDE = 2  # "stiffness" for Hand stiffness
    START = 3  # "kn" for Knee pain
    FIRST_WORDS = 4  # "knee" for Knee pain
    WHOLE = 5  # the name itself, or another name it answers to


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A name found in a text from `start` to `end`; `others` are names that fit as well."""

    start: int
    end: int
    named: Named
    fit: Fit
    others: tuple[Named, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether no other name fits as well."""
        return not self.others


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Known names in the order they win when several fit, and the visits that are coming."""

    spellings: tuple[Spelling, ...]
    visits: tuple[tuple[When, Named], ...] = ()
    first_words: frozenset[str] = frozenset()  # what a name can begin with, so that most words are passed by

    @classmethod
    def of(cls, journal: Journal) -> "Vocabulary":
        """The vocabulary of a journal, with the built-in names after its own."""
        spellings = spellings_of(journal)
        first = (spelling.words[0] for spelling in spellings)
        both = frozenset(form for word in first for form in (word, word.removesuffix("s")))
        return cls(spellings=spellings, visits=visits_of(journal), first_words=both)

    def match_at(self, text: str, at: int, *kinds: NameKind, least: Fit = Fit.INSIDE_START) -> Match | None:
        """The best name of these kinds that begins at the word at `at`; the longest wins."""
        spans = [found.span() for found in _words_from(text, at)]
        for count in range(len(spans), 0, -1):
            words = tuple(fold(text[start:end]) for start, end in spans[:count])
            match = self._best(words, kinds, least)
            if match is not None:
                named, fit, others = match
                return Match(start=spans[0][0], end=spans[count - 1][1], named=named, fit=fit, others=others)
        return None

    def find(self, text: str, *kinds: NameKind) -> Iterator[Match]:
        """Names written out in full anywhere in `text`, from left to right, never overlapping."""
        past = 0
        for word in WORD.finditer(text):
            if word.start() < past or fold(word[0]).removesuffix("s") not in self.first_words:
                continue
            match = self.match_at(text, word.start(), *kinds, least=Fit.WHOLE)
            if match is not None and match.start == word.start():
                past = match.end
                yield match

    def guess(self, typed: str, kind: NameKind) -> Named | None:
        """The known name that `typed` may be a slip of the keys for, or None."""
        known = {" ".join(item.words): item.named for item in self.spellings if item.named.kind is kind}
        close = get_close_matches(fold(typed), known, n=1, cutoff=_CLOSE)
        return known[close[0]] if close else None

    def named(self, kind: NameKind) -> tuple[Named, ...]:
        """The names of one kind that are in the journal, each once."""
        held = (item.named for item in self.spellings if item.named.kind is kind and item.named.id)
        return tuple(dict.fromkeys(held))

    def next_visit(self, today: date) -> Named | None:
        """The clinician of the next visit that is not over, or None."""
        coming = [(when.sort_key, named) for when, named in self.visits if when.latest >= today]
        return min(coming, key=lambda item: item[0])[1] if coming else None

    def complete(self, text: str) -> str:
        """The rest of a known name that the end of `text` begins, or nothing."""
        starts = [word.start() for word in WORD.finditer(text[-200:])][-_LONGEST_NAME:]
        tail = text[-200:]
        for start in starts:
            rest = self._rest_of(tail[start:])
            if rest:
                return rest
        return ""

    def _rest_of(self, typed: str) -> str:
        if len(typed.strip()) < _SHORTEST_START:
            return ""
        folded = fold(typed)
        for spelling in self.spellings:
            name = spelling.named.name
            if len(name) > len(typed) and fold(name[: len(typed)]) == folded:
                return name[len(typed) :]
        return ""

    def _best(
        self, words: tuple[str, ...], kinds: tuple[NameKind, ...], least: Fit
    ) -> tuple[Named, Fit, tuple[Named, ...]] | None:
        fits: dict[Fit, dict[Named, None]] = {}
        for spelling in self.spellings:
            if spelling.named.kind in kinds:
                fit = _fit(words, spelling)
                if fit >= max(least, Fit.INSIDE_START):
                    fits.setdefault(fit, {})[spelling.named] = None
        if not fits:
            return None
        best = max(fits)
        first, *others = fits[best]
        return first, best, tuple(others)


def _fit(words: tuple[str, ...], spelling: Spelling) -> Fit:
    if words in {spelling.words, tuple(word.removesuffix("s") for word in spelling.words)}:
        return Fit.WHOLE
    if spelling.named.id is None:  # a built-in name is only meant when it is written out
        return Fit.WHOLE if _singular(words) == spelling.words else Fit.NONE
    return _loose_fit(words, spelling.words)


def _loose_fit(words: tuple[str, ...], name: tuple[str, ...]) -> Fit:
    for shift in range(max(0, len(name) - len(words)) + 1):
        fit = _fit_from(words, name[shift : shift + len(words)], inside=shift > 0)
        if fit is not Fit.NONE:
            return fit
    return Fit.NONE


def _fit_from(words: tuple[str, ...], name: tuple[str, ...], *, inside: bool) -> Fit:
    if len(words) != len(name):
        return Fit.NONE
    if name in {words, _singular(words)}:
        return Fit.INSIDE if inside else Fit.FIRST_WORDS
    shortest = _SHORTEST_INSIDE if inside else _SHORTEST_START
    starts = all(known.startswith(word) for word, known in zip(words, name, strict=True))
    if not starts or min(map(len, words)) < shortest:
        return Fit.NONE
    return Fit.INSIDE_START if inside else Fit.START


def _singular(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.removesuffix("s") for word in words)


def _words_from(text: str, at: int) -> list[re.Match[str]]:
    """The words from `at` on that only blanks part, up to the longest name."""
    found: list[re.Match[str]] = []
    for match in WORD.finditer(text, at):
        if found and (text[found[-1].end() : match.start()].strip(" .") or len(found) == _LONGEST_NAME):
            break
        found.append(match)
    return found
