"""What a document's file is called, its title, and the footer of its pages (document.md 4 and 10.2)."""

import unicodedata

from app.domain.derived.documents.material import Material

MOST_CHARACTERS = 80
_DROPPED = frozenset('/\\:*?"<>|.')


def title_words(made: Material, kind: str) -> str:
    """As in `Maya Reyes: my health story, 12 May 2026`."""
    return made.words.say(
        "document.title",
        "{name}: {kind}, {date}",
        name=made.name,
        kind=kind,
        date=made.words.day(made.today),
    )


def file_name(made: Material, kind: str) -> str:
    """`Maya R, for Dr Rahal, 2026-05-12.pdf`: never a condition, never a birth date, at most 80 characters.

    The display name, not the legal one: a file's name is seen by more people than the page is.
    """
    name = made.person.name if made.person else ""
    reader = made.reader.called if made.reader else made.choice.someone_else
    middle = made.words.say("file.for", "for {name}", name=reader) if reader else kind
    parts = [part for part in (safe(name), safe(middle)) if part]
    tail = f", {made.today.isoformat()}.pdf"
    return ", ".join(parts)[: MOST_CHARACTERS - len(tail)].rstrip(" ,") + tail


def safe(text: str) -> str:
    """Letters and digits of any script kept; what a file system or a mail program trips over dropped."""
    kept = "".join(letter for letter in text if letter not in _DROPPED and not _is_control(letter))
    return " ".join(kept.split())


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn"}


def footer_words(made: Material) -> str:
    """`Maya Reyes · born 2 Oct 1984 · written by the patient · 12 May 2026`."""
    words = made.words
    person = made.person
    parts = [made.name]
    if person is not None and person.born is not None:
        year = str(person.born.first.year) if person.birth_year_only and person.born.first else ""
        born = year or words.short_when(person.born)
        parts.append(words.say("footer.born", "born {date}", date=born))
    carer = person is not None and person.carer_name
    by_carer = words.say("footer.carer", "written by the carer")
    parts.append(by_carer if carer else words.say("footer.patient", "written by the patient"))
    parts.append(words.day(made.today))
    return " · ".join(part for part in parts if part)
