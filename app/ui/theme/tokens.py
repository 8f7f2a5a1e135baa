"""The design's exact values: colours, type, sizes, as frozen values."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from importlib.resources import files

THEMES = ("day", "dusk", "contrast-dark", "contrast-light")


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Every colour of one theme, as "#RRGGBB"; what each is for stands in the design, 2.1."""

    desk: str
    page: str
    raised: str
    sunk: str
    ink: str
    ink2: str
    ink3: str
    cover: str
    oncover: str
    band: str
    line: str
    edge: str
    pine: str
    onpine: str
    pinewash: str
    honey: str
    margin: str
    honeyink: str
    honeywash: str
    iris: str
    brick: str
    brickwash: str
    visit: str
    event: str
    question: str
    step: str
    rx: str
    otc: str
    supplement: str
    therapy: str
    procedure: str
    device: str
    lifestyle: str
    sev: tuple[str, ...]
    sevtext: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeStyle:
    """One step of the type scale; ``px`` and ``line`` are at 100% text."""

    face: str
    px: int
    line: int
    weight: int
    track: float = 0.0
    apart: float = 0.0  # how much wider words stand apart, as a part of the size


OWN_WORDS = ("words", "words_small", "story")
"""The voices in which the person's words are set."""

EASIER = TypeStyle(face="sans", px=19, line=31, weight=400, apart=0.08)
"""How the person's words are set with "Easier reading": in the sans, larger, wider apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Faces:
    """Family names of the three voices, each with its fallbacks."""

    sans: tuple[str, ...]
    serif: tuple[str, ...]
    mono: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """All of the design's values."""

    themes: Mapping[str, Colours]
    faces: Faces
    styles: Mapping[str, TypeStyle]
    radius: Mapping[str, int]
    size: Mapping[str, int]
    focus: Mapping[str, int]
    motion_ms: Mapping[str, int]
    breakpoints: Mapping[str, int]


def load() -> Tokens:
    """Read the design's values from the file that is shipped."""
    raw = json.loads((files("resources") / "tokens.json").read_text("utf-8"))
    size = {k: v for k, v in raw["size"].items() if isinstance(v, int)}
    width, height = raw["size"]["window_min"]
    return Tokens(
        themes={name: _colours(raw["themes"][name]) for name in THEMES},
        faces=_faces(raw["type"]),
        styles={name: TypeStyle(**style) for name, style in raw["type"]["styles"].items()},
        radius=raw["radius"],
        size=size | {"window_min_width": width, "window_min_height": height},
        focus=raw["focus"],
        motion_ms={k: v for k, v in raw["motion_ms"].items() if not isinstance(v, bool)},
        breakpoints=raw["breakpoints_px_over_scale"],
    )


def _colours(raw: dict[str, str | list[str]]) -> Colours:
    names = [field.name for field in fields(Colours)]
    values = {n: tuple(raw[n]) if isinstance(raw[n], list) else raw[n] for n in names}
    return Colours(**values)  # type: ignore[arg-type]


def _faces(raw: dict[str, str | list[str]]) -> Faces:
    sans, serif = str(raw["sans"]), str(raw["serif"])
    return Faces(
        sans=(sans, *raw["fallback_sans"]),
        serif=(serif, *raw["fallback_serif"]),
        mono=(str(raw["mono"]), "monospace"),
    )
