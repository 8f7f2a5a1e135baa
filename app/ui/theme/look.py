"""How the window looks on this computer: the person's own choices."""

from dataclasses import dataclass

TEXT_SIZES = (90, 100, 110, 125, 150, 175, 200, 250)
AS_MY_COMPUTER = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Choices kept on the computer, never in the journal.

    ``theme`` is one of the four theme names or ``AS_MY_COMPUTER``; ``text_size`` is in per cent, 0 until
    it has been chosen: then it follows the computer's own.
    """

    theme: str = AS_MY_COMPUTER
    text_size: int = 100
    bigger_buttons: bool = False
    easier_reading: bool = False
    keep_still: bool = False
    always_show_focus: bool = False
    keep_messages: bool = False
    keys_for: str = "both"
    dim_on_bad_day: bool = True
    dim_pages: bool = False  # white page previews, in the dark themes
    only_ctrl_keys: bool = False


def size_at_least(percent: float) -> int:
    """Return the smallest text size step that is not below ``percent``, never below 100%."""
    return next((step for step in TEXT_SIZES if step >= max(percent, 100)), TEXT_SIZES[-1])


def nearest_size(percent: float) -> int:
    """Return the text size step closest to ``percent``."""
    return min(TEXT_SIZES, key=lambda step: abs(step - percent))


def step_size(percent: int, steps: int) -> int:
    """Return the text size ``steps`` away on the scale, stopping at its ends."""
    at = TEXT_SIZES.index(nearest_size(percent)) + steps
    return TEXT_SIZES[max(0, min(at, len(TEXT_SIZES) - 1))]
