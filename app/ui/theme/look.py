"""How the window looks on this computer: the person's own choices."""

from dataclasses import dataclass

TEXT_SIZES = (90, 100, 110, 125, 150, 175, 200, 250)
AS_MY_COMPUTER = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Choices kept on the computer, never in the journal.

    ``theme`` is one of the four theme names or ``AS_MY_COMPUTER``; ``text_size`` is in per cent.
    """

    theme: str = AS_MY_COMPUTER
    text_size: int = 100
    bigger_buttons: bool = False
    easier_reading: bool = False
    keep_still: bool = False
    always_show_focus: bool = False
    keep_messages: bool = False
    keys_for: str = "both"


def nearest_size(percent: float) -> int:
    """Return the text size step closest to ``percent``."""
    return min(TEXT_SIZES, key=lambda step: abs(step - percent))


def step_size(percent: int, steps: int) -> int:
    """Return the text size ``steps`` away on the scale, stopping at its ends."""
    at = TEXT_SIZES.index(nearest_size(percent)) + steps
    return TEXT_SIZES[max(0, min(at, len(TEXT_SIZES) - 1))]
