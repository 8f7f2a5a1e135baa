"""How hard a passphrase is to guess, and five words to start from."""

import math
import secrets
from enum import Enum
from functools import cache
from importlib import resources

from app.domain.wording import Phrase
from app.services.errors import TooEasy

SUGGESTED_WORDS = 5
_SHORTEST = 12
_LONGEST_MEASURED = 100  # zxcvbn takes seconds for longer ones
_GOOD_GUESSES_LOG10 = 10
_STRONG_GUESSES_LOG10 = 14


class Strength(Enum):
    """The meter's four words. The window lets a person go on from GOOD."""

    TOO_SHORT = "Too short"
    EASY_TO_GUESS = "Easy to guess"
    GOOD = "Good"
    STRONG = "Strong"

    @property
    def bars(self) -> int:
        """How many of the meter's four bars are filled."""
        return list(Strength).index(self) + 1

    @property
    def is_enough(self) -> bool:
        """Whether a journal may be made with it."""
        return self in {Strength.GOOD, Strength.STRONG}

    @property
    def sentence(self) -> Phrase:
        """What stands beside the meter."""
        return _SENTENCES[self]

    @property
    def word(self) -> Phrase:
        """The same in a word."""
        return _WORDS[self]


_WORDS = {
    Strength.TOO_SHORT: Phrase("strength.TOO_SHORT.word", "Too short"),
    Strength.EASY_TO_GUESS: Phrase("strength.EASY_TO_GUESS.word", "Easy to guess"),
    Strength.GOOD: Phrase("strength.GOOD.word", "Good"),
    Strength.STRONG: Phrase("strength.STRONG.word", "Strong"),
}
_SENTENCES = {
    Strength.TOO_SHORT: Phrase("strength.TOO_SHORT", "Too short. Try four words."),
    Strength.EASY_TO_GUESS: Phrase("strength.EASY_TO_GUESS", "Easy to guess: this is a common phrase."),
    Strength.GOOD: Phrase("strength.GOOD", "Hard to guess. One more word makes it very hard."),
    Strength.STRONG: Phrase("strength.STRONG", "Very hard to guess."),
}


def strength(passphrase: str) -> Strength:
    """Judge a passphrase. zxcvbn knows English best, so length counts as well."""
    if len(passphrase) < _SHORTEST:
        return Strength.TOO_SHORT
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its word lists are slow to load

    measured = zxcvbn(passphrase[:_LONGEST_MEASURED], max_length=_LONGEST_MEASURED)
    guesses = float(measured["guesses_log10"])
    if guesses < _GOOD_GUESSES_LOG10:
        return Strength.EASY_TO_GUESS
    return Strength.GOOD if guesses < _STRONG_GUESSES_LOG10 else Strength.STRONG


def refuse_easy(passphrase: str) -> None:
    """Raise TooEasy for what no journal is made with."""
    if not strength(passphrase).is_enough:
        raise TooEasy


@cache
def words() -> tuple[str, ...]:
    """Read the list of plain words that suggestions are drawn from."""
    return tuple(resources.files("resources").joinpath("words.txt").read_text("utf-8").split())


def suggest() -> str:
    """Draw five words at random: `suggested_bits` bits, however much else is known."""
    return " ".join(secrets.choice(words()) for _ in range(SUGGESTED_WORDS))


def suggested_bits() -> float:
    """Say how many bits of chance a suggestion holds."""
    return SUGGESTED_WORDS * math.log2(len(words()))
