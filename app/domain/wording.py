"""How derived values speak: the sentences and dates of a language, passed in.

The domain decides *what* is said; the catalogue of a language (`app.i18n.Words`) says it. A document may be
in another language than the window, so wording is a value that is handed over and never a global.
"""

from datetime import date, time
from typing import NamedTuple, Protocol

from app.domain.records.when import When


class Phrase(NamedTuple):
    """A sentence in a table, with its key in the catalogues: `words.say(*phrase)`."""

    key: str
    english: str


class Counted(NamedTuple):
    """A sentence in a table for one thing and for many, with its key: `words.count(*counted, n)`."""

    key: str
    one: str
    many: str


class Wording(Protocol):
    """One language's sentences, dates and numbers."""

    @property
    def language(self) -> str:
        """The language's BCP 47 tag, as in "en"."""

    def say(self, key: str, english: str, /, **parts: object) -> str:
        """Fill the sentence `key`; `english` is its English, with {parts} in braces."""

    def count(self, key: str, one: str, many: str, n: int, /, **parts: object) -> str:
        """Fill the sentence for `n` things; {n} is written with the language's digit grouping."""

    def number(self, value: object) -> str:
        """A number as the language writes it: 1,550."""

    def day(self, day: date) -> str:
        """12 May 2026, with spaces that do not break."""

    def short_day(self, day: date) -> str:
        """12 Jun 2025: for tables."""

    def day_in_year(self, day: date) -> str:
        """12 May: where the year stands beside it."""

    def date_in_year(self, day: date) -> str:
        """30 June: the same, written out."""

    def week(self) -> tuple[int, ...]:
        """The days of a week in the person's order, 0 for Monday."""

    def weekday(self, day: date) -> str:
        """Wednesday 6 May."""

    def weekday_name(self, weekday: int) -> str:
        """Wednesday, for 2: alone, as what a row stands for."""

    def short_weekday(self, day: date) -> str:
        """Wed: over a column."""

    def month(self, day: date) -> str:
        """June 2025."""

    def short_month(self, day: date) -> str:
        """Jun 2025: for tables."""

    def time(self, at: time) -> str:
        """18:40, or 6:40 pm where the person chose so."""

    def when(self, when: When | None) -> str:
        """A date with the precision it has: about March 2019, autumn 2022, 12 May 2026, before the move."""

    def short_when(self, when: When | None) -> str:
        """The same, short, for tables: Jun 2025."""

    def span(self, first: date, last: date) -> str:
        """From one day to another: 11 Sep–20 Oct 2025."""

    def listing(self, items: tuple[str, ...]) -> str:
        """One, two and three."""
