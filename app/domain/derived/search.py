"""Finding words anywhere in the journal: parts of words, other names, small spelling slips."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from app.domain.derived.belonging import happened, owners
from app.domain.derived.naming import own_words
from app.domain.derived.sharing import effective
from app.domain.journal import Journal
from app.domain.records import (
    Clinician,
    Decision,
    PlanStep,
    Question,
    Record,
    Symptom,
    SymptomEntry,
    Treatment,
    TreatmentChange,
    Visit,
)
from app.domain.records.record import Mark, RecordId, text_in

_CLOSE = 0.8  # how alike a slip must be to what it was meant to be, from 0 to 1
_NAMED = 2
_WEIGHED = 2_000  # hits that are looked at for the likeliest, the newest first
_SLIPS = 2  # letters too many or too few
_SHORTEST_SLIP = 4  # letters: shorter words are too alike to guess at
_BEFORE, _AFTER = 40, 80  # characters of the passage beside what was found


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A record with the passage that holds the words. `at` is where they begin and end in `passage`.

    `by_name`: only the name of what it belongs to holds them, not what was written about it.
    """

    record: Record
    name: str
    passage: str
    at: tuple[int, int]
    private: bool
    day: date | None
    by_name: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What was found, newest first. `meant` is the word it was taken for, where nothing fits as typed.

    `count` is how many there are, of which `found` may be only the first.
    """

    query: str
    found: tuple[Found, ...] = ()
    meant: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrow:
    """Which records are looked at; nothing set means all that are not in the trash."""

    kinds: tuple[type[Record], ...] = ()
    first: date | None = None
    last: date | None = None
    clinician: RecordId | None = None
    trash: bool = False


_ALL = Narrow()


def find(journal: Journal, query: str, narrow: Narrow = _ALL) -> Search:
    """Every record that holds all words of `query`, each as part of a word; else what was likely meant."""
    return Finder(journal, narrow).find(query)


class Finder:
    """All that may be found, made ready once; then only texts are compared, as each letter is typed.

    May be made in a worker, and used in any one thread at a time.
    """

    def __init__(self, journal: Journal, narrow: Narrow = _ALL) -> None:
        """Look at every record that `narrow` lets through."""
        self.journal, self.narrow = journal, narrow
        self._pool = [_look(journal, record) for record in _pool(journal, narrow)]
        self._known: list[str] = []

    @property
    def size(self) -> int:
        """How many records are looked at."""
        return len(self._pool)

    def find(self, query: str, most: int = 0) -> Search:
        """What holds all words of `query`, the newest first; else what was meant.

        Where `most` is not 0, only so many are told, and sentences that hold it come before single words, and
        those before what is only named so.
        """
        wanted = folded(query).split()
        if not wanted:
            return Search(query=query)
        hits = self._hits(wanted)
        meant = wanted if hits else [self._close(word) for word in wanted]
        if not hits and meant != wanted:
            hits = self._hits(meant)
        first = sorted(hits, key=_newest_first)
        if most:
            first = self._likeliest(first, meant, most)
        return Search(
            query=query,
            found=tuple(_hit(self.journal, looked, meant) for looked in first),
            meant=" ".join(meant) if meant != wanted else "",
            count=len(hits),
        )

    def _likeliest(self, hits: list["_Looked"], wanted: list[str], most: int) -> list["_Looked"]:
        near = hits[:_WEIGHED]
        return sorted(near, key=lambda hit: _how_told(hit, wanted))[:most]

    def _hits(self, wanted: list[str]) -> list["_Looked"]:
        return [looked for looked in self._pool if all(word in looked.whole for word in wanted)]

    def _close(self, word: str) -> str:
        """The word of the journal that a small slip was meant to be, or the word itself."""
        if not self._known:
            texts = {looked.whole for looked in self._pool}
            self._known = sorted({word for text in texts for word in _names(text)})
        if len(word) < _SHORTEST_SLIP or any(word in other for other in self._known):
            return word
        alike = [other for other in self._known if abs(len(other) - len(word)) <= _SLIPS]
        return next(iter(get_close_matches(word, alike, n=1, cutoff=_CLOSE)), word)


@dataclass(frozen=True, slots=True)
class _Looked:
    """A record with its texts, and all of them as they are compared."""

    record: Record
    texts: tuple[str, ...]
    whole: str
    names: int  # how many of the texts name what it belongs to


def _look(journal: Journal, record: Record) -> _Looked:
    names = _names_above(journal, record)
    texts = (*names, *texts_of(journal, record))
    return _Looked(record, texts, folded("\n".join(texts)), len(names))


def folded(text: str) -> str:
    """A text as it is compared: small letters, without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _pool(journal: Journal, narrow: Narrow) -> Iterator[Record]:
    for record in (*journal, *(journal.trashed if narrow.trash else ())):
        if narrow.kinds and not isinstance(record, narrow.kinds):
            continue
        if narrow.clinician is not None and not _with_whom(journal, record, narrow.clinician):
            continue
        if _within(record, narrow):
            yield record


def _within(record: Record, narrow: Narrow) -> bool:
    if narrow.first is None and narrow.last is None:
        return True
    when = happened(record)
    return when is not None and when.within(narrow.first or date.min, narrow.last or date.max)


def _with_whom(journal: Journal, record: Record, clinician: RecordId) -> bool:
    """Whether a record is a clinician's, by itself or by what it belongs to."""
    seen: set[RecordId] = set()
    waiting = [record]
    while waiting:
        held = waiting.pop()
        if held.id == clinician:
            return True
        if held.id not in seen:
            seen.add(held.id)
            waiting += owners(journal, held)
    return False


def _hit(journal: Journal, looked: _Looked, wanted: list[str]) -> Found:
    word = wanted[0]
    by_name = _how_told(looked, wanted) == _NAMED
    texts = looked.texts if by_name else looked.texts[looked.names :]
    text = next((text for text in texts if word in folded(text)), texts[0])
    passage, at = _passage(text, word)
    when = happened(looked.record)
    return Found(
        record=looked.record,
        name=own_words(journal, looked.record),
        passage=passage,
        at=at,
        private=effective(journal, looked.record).mark is Mark.PRIVATE,
        day=when.first if when else None,
        by_name=by_name,
    )


def _names_above(journal: Journal, record: Record) -> tuple[str, ...]:
    """The names of what a record belongs to: its symptom, its treatment, its clinician."""
    named: Symptom | Treatment | Clinician | None = None
    if isinstance(record, SymptomEntry):
        named = journal.symptom(record.symptom)
    elif isinstance(record, TreatmentChange):
        named = journal.treatment(record.treatment)
    elif isinstance(record, Visit | Question | Decision | PlanStep):
        named = journal.clinician(record.clinician)
    return (named.name, *named.other_names) if named else ()


def _how_told(looked: _Looked, wanted: list[str]) -> int:
    """0: in a sentence, 1: in its own words, 2: only by the name of what it belongs to."""
    own = [folded(text) for text in looked.texts[looked.names :]]
    whole = "\n".join(own)
    if not all(word in whole for word in wanted):
        return _NAMED
    return 0 if any(wanted[0] in text and " " in text.strip() for text in own) else 1


def texts_of(journal: Journal, record: Record) -> tuple[str, ...]:
    """Every piece of a person's text in a record, without the ids of others."""
    if isinstance(record, SymptomEntry):  # there are thousands, so only what can hold words is looked at
        own = (record.note, record.could_not, record.when.words, *record.where, *record.worse_with)
        return tuple(text for text in (*own, *record.helped_by, *record.tags) if text)
    return tuple(text for text in text_in(record) if text not in journal.records)


def _passage(text: str, word: str) -> tuple[str, tuple[int, int]]:
    """The words around the first place of `word`, cut at spaces, and where it stands in them."""
    start, end = _place(text, word)
    first = text.rfind(" ", 0, max(0, start - _BEFORE)) + 1 if start > _BEFORE else 0
    last = text.find(" ", min(len(text), end + _AFTER))
    return text[first : last if last >= 0 else len(text)], (start - first, end - first)


def _place(text: str, word: str) -> tuple[int, int]:
    """Where a folded word stands in the text itself; folding may change how long letters are."""
    lengths = [len(folded(letter)) for letter in text]
    at = folded(text).find(word)
    start = _index(lengths, max(at, 0))
    return start, _index(lengths, max(at, 0) + len(word))


def _index(lengths: list[int], at: int) -> int:
    passed = 0
    for number, length in enumerate(lengths):
        if passed >= at and length:
            return number
        passed += length
    return len(lengths)


def _names(text: str) -> set[str]:
    return {word for word in _split(folded(text)) if len(word) >= _SHORTEST_SLIP}


def _split(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in text).split()


def _newest_first(looked: _Looked) -> tuple[object, ...]:
    record = looked.record
    when = happened(record)
    day = when.first if when is not None and when.first is not None else record.written.date()
    return (-day.toordinal(), record.KIND, record.id)
