"""How wide a text is, in its own heights, where no font is at hand: what Inter needs, rounded up."""

_OTHER_LETTER = 1.1  # letters outside the table: wider than any of them

_GROUPS = (
    (0.28, "Iijl’"),
    (0.32, " !',.:;\xa0"),
    (0.36, "`t|"),
    (0.40, "()/[\\]fr"),
    (0.44, "1{}"),
    (0.48, '"-^_'),
    (0.52, "*?–"),
    (0.56, "ksxz"),
    (0.60, "57FJLacehnouvy"),
    (0.64, "#023689EPZbdgpq"),
    (0.68, "$&+4<=>BKRSTY~"),
    (0.72, "AVX"),
    (0.76, "CDGHNU"),
    (0.80, "OQ"),
    (0.84, "w"),
    (0.88, "m…"),
    (0.92, "M"),
    (0.96, "→"),
    (1.00, "%@W"),
)


def room_for(text: str) -> float:
    """Width in heights of the text's type, never less than what the bundled sans takes."""
    return sum(_room(letter) for letter in text)


def _room(letter: str) -> float:
    return next((width for width, letters in _GROUPS if letter in letters), _OTHER_LETTER)


def cut_at_word(text: str, most: int) -> str:
    """At most `most` characters, cut at a word and ended by an ellipsis."""
    if len(text) <= most:
        return text
    whole, _, _ = text[:most].rpartition(" ")
    return (whole or text[: most - 1]).rstrip(" ,;:") + "…"
