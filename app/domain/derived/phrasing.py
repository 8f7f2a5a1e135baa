"""Small rules of running text that every derived value keeps alike."""


def mid_sentence(name: str) -> str:
    """A name as it stands inside a sentence: its first letter small, unless the word needs its capitals.

    "Hand therapy" becomes "hand therapy"; "MRI scan", "GP left" and "Dr Osei" stay as they were typed.
    """
    first = name.split(maxsplit=1)[0] if name.strip() else ""
    if not first[:1].isupper() or first in _TITLES or any(letter.isupper() for letter in first[1:]):
        return name
    return name.replace(first[0], first[0].lower(), 1)


_TITLES = frozenset({"Dr", "Dr.", "Mr", "Mrs", "Ms", "Prof", "Sister", "Nurse"})
