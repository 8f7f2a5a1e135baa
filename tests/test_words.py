"""What the app says to a person, all in one place: whole, kept, and in the words of the interface.

The rules are interface.md 10. Where another text asks for a word all the same, the sentence stands in ALLOWED
under its key, with the reason.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest
import words
from babel.messages.pofile import read_po
from vocabularies import vocabularies

FORBIDDEN = {
    "missing": r"\bmissing\b|\bno data\b",
    "data": r"\bdata\b",
    "failed": r"\bfail(s|ed|ure|ures)?\b",
    "missed": r"\bmissed\b",
    "non-compliant": r"\bnon-?complian\w+|\bcompliance\b|\badheren\w+",
    "overdue": r"\boverdue\b",
    "to do": r"^to do\b|\bto-dos?\b",
    "reminders": r"\breminders?\b",
    "discontinued": r"\bdiscontinued?\b",
    "median": r"\bmedian\b",
    "severity": r"\bseverity\b|\d ?/ ?10\b",
    "OTC": r"\botc\b|\bover.the.counter\b",
    "outstanding": r"\boutstanding\b",
    "credentials": r"\bcredentials?\b|\bsecrets?\b",
    "password": r"\bpasswords?\b",
    "error": r"\berrors?\b|\bfatal\b|\binvalid\b|\billegal\b|\boops\b|\bsorry\b",
    "provider": r"\bproviders?\b|\bhcp\b",
    "caused by": r"\bcaused by\b|\blinked to\b|\bcorrelat\w+",
    "user": r"\busers?\b",
    "patient": r"\bpatients?\b",
    "praise": r"!|\bgreat job\b|\bwell done\b|\bcongratulations\b|\bawesome\b|\bstreaks?\b",
    "please": r"\bplease\b",
    "just": r"\bjust\b|\bsimply\b",
    "a date in digits": r"\d ?/ ?\d|\} ?/ ?\{",
}

_PAPER = "a standing sentence of the pages, in document.md"
_PDF = "a PDF has a password; the journal has a passphrase"
ALLOWED = {
    ("please", "kept_back"): _PAPER,
    ("please", "not_written"): _PAPER,
    ("please", "provenance.check"): _PAPER,
    ("please", "questions.lead"): _PAPER,
    ("please", "why.nothing"): "it stands on paper, for a clinician, as in the other standing sentences",
    ("patient", "footer.patient"): _PAPER,
    ("patient", "last_line"): _PAPER,
    ("password", "share.plain"): _PDF,
    ("password", "share.password"): _PDF,
    ("password", "share.own_password"): _PDF,
    ("password", "share.password.own"): _PDF,
    ("password", "share.password.empty"): _PDF,
    ("password", "share.password.long"): _PDF,
    ("password", "error.ZipLocked"): "somebody else's ZIP has a password",
    ("data", "bring.how.apple"): "the words on Apple's own button",
    ("just", "entry.note_only"): "“Just note it” is the designed name of the answer without a number",
}

ACRONYMS = frozenset(
    {"PDF", "FHIR", "JSON", "CSV", "XML", "ZIP", "MB", "KB", "CDA", "ID", "RED", "MIT", "PATH"}
)
NAMES = frozenset(
    {
        *("Told", "Once", "Apple", "Health", "SQLCipher"),
        *("Dr", "Ama", "Osei", "Rahal", "Ana"),  # the people of the examples
        *("Ctrl", "Alt", "Esc", "Enter", "Caps", "Lock", "Save"),  # keys, and a button
        *("May", "October"),
    }
)
_MANY_WORDS = 25
"""More than these between two stops, and a tired reader is lost."""


@cache
def sentences() -> tuple[words.Sentence, ...]:
    return tuple(sorted(words.sentences()))


def texts(sentence: words.Sentence) -> Iterable[str]:
    return filter(None, (sentence.one, sentence.many))


def that_are(wrong: Callable[[str], bool]) -> list[tuple[str, str]]:
    return [(said.key, text) for said in sentences() for text in texts(said) if wrong(text)]


def test_every_sentence_can_be_found_by_a_translator() -> None:
    assert len(sentences()) > 1000  # raises NotFound, with the places, where words are made up on the way


def test_words_made_up_on_the_way_are_not_taken_for_sentences(tmp_path: Path) -> None:
    folder = tmp_path / "app"
    folder.mkdir()
    (folder / "page.py").write_text(
        'say("fine", "Fine")\nsay(f"key.{x}", "A")\nsay("key", table[x])\n', "utf-8"
    )
    with pytest.raises(words.NotFound) as lost:
        words.sentences(folder)
    assert str(lost.value).splitlines() == [
        "app/page.py:2: say(f'key.{x}', 'A')",
        "app/page.py:3: say('key', table[x])",
    ]


def test_the_kept_catalogue_is_what_the_app_says() -> None:
    kept = words.CATALOGUE.read_bytes().replace(b"\r\n", b"\n")
    assert kept == words.catalogue(), "Sentences have changed: run `python3 packaging/dev.py words`."


def test_the_catalogue_is_read_as_it_was_meant() -> None:
    with words.CATALOGUE.open("rb") as file:
        read = read_po(file, abort_invalid=True)
    held = {(one.context, one.id if isinstance(one.id, tuple) else (one.id,)) for one in read if one.id}
    assert held == {(said.key, tuple(texts(said))) for said in sentences()}


def test_a_key_stands_for_one_sentence() -> None:
    said: defaultdict[str, set[words.Sentence]] = defaultdict(set)
    for one in sentences():
        said[one.key].add(one)
    assert {key: forms for key, forms in said.items() if len(forms) > 1 and key not in vocabularies()} == {}


def test_every_vocabulary_is_said() -> None:
    assert set(vocabularies()) - {said.key for said in sentences()} == set()


@pytest.mark.parametrize("word", FORBIDDEN)
def test_nothing_is_said_that_blames_cheers_or_talks_down(word: str) -> None:
    never = re.compile(FORBIDDEN[word], re.IGNORECASE)
    found = that_are(lambda text: bool(never.search(text)))
    assert [one for one in found if (word, one[0]) not in ALLOWED] == []
    allowed = {key for rule, key in ALLOWED if rule == word}
    assert allowed - {key for key, _ in found} == set(), "allowed, and not said any more"


def test_nothing_is_a_picture_of_a_feeling() -> None:
    assert that_are(lambda text: any(unicodedata.category(sign) == "So" for sign in text)) == []


def test_nothing_is_shouted() -> None:
    assert that_are(lambda text: not set(re.findall(r"\b[A-Z]{2,}\b", text)) <= ACRONYMS) == []


def test_only_names_have_a_capital_within_a_sentence() -> None:
    pages = {word for said in sentences() if said.key.startswith("tab.") for word in said.one.split()}

    def shouts(text: str) -> bool:
        own = re.sub("“[^”]*”", "", text)  # other people's words, and names of buttons
        return not set(re.findall(r"(?<=[a-z0-9,;’] )[A-Z][a-z]+", own)) <= NAMES | pages

    assert that_are(shouts) == []


def test_no_sentence_is_too_long_to_follow() -> None:
    def is_long(text: str) -> bool:
        return any(len(one.split()) > _MANY_WORDS for one in re.split(r"[.?]\s", text))

    assert that_are(is_long) == []
