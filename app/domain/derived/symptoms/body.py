"""The 46 places of the body a person can point at. A place is kept in words, never as a number."""

from dataclasses import dataclass

from app.domain.wording import Wording

FRONT_MIDDLE = ("forehead", "face", "jaw", "throat", "upper belly", "lower belly")
FRONT_SIDES = (
    "shoulder",
    "chest",
    "upper arm",
    "forearm",
    "wrist",
    "hand",
    "groin",
    "thigh",
    "knee",
    "shin",
    "ankle",
    "foot",
)
BACK_MIDDLE = ("back of the head", "neck", "middle of the back", "lower back")
BACK_SIDES = ("shoulder blade", "elbow", "buttock", "back of the thigh", "calf", "heel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One place: its part, its side ("left", "right" or ""), on which picture, and what it is called."""

    part: str
    side: str
    back: bool
    name: str


def areas(words: Wording) -> tuple[Area, ...]:
    """All of them from head to foot, the front first; right and left are the person's own."""
    found = [
        *(_area(part, "", words, back=False) for part in FRONT_MIDDLE),
        *(_area(part, side, words, back=False) for part in FRONT_SIDES for side in ("right", "left")),
        *(_area(part, "", words, back=True) for part in BACK_MIDDLE),
        *(_area(part, side, words, back=True) for part in BACK_SIDES for side in ("right", "left")),
    ]
    return tuple(found)


def _area(part: str, side: str, words: Wording, *, back: bool) -> Area:
    name = words.say("body", f"{side} {part}".strip())
    return Area(part=part, side=side, back=back, name=name)
