"""Every colour pair of the interface, measured again from the one table of colours."""

import json
from pathlib import Path

import pytest

TOKENS = Path(__file__).parent.parent / "resources" / "tokens.json"
THEMES: dict[str, dict[str, str | list[str]]] = json.loads(TOKENS.read_text("utf-8"))["themes"]
# text or mark, its grounds, and the least ratio (interface.md 2.2)
PAIRS = (
    ("ink", "page desk raised sunk pinewash honeywash brickwash", 7),
    ("ink2", "page desk raised sunk pinewash", 7),
    ("ink3", "page desk raised sunk pinewash", 4.5),
    ("onpine", "pine", 7),
    ("pine", "page desk raised pinewash", 4.5),
    ("honeyink", "honeywash page", 4.5),
    ("brick", "page brickwash raised", 4.5),
    ("oncover", "cover", 7),
    ("visit", "page", 4.5),
    ("question", "page", 4.5),
    ("event", "page", 3),
    ("edge", "page raised desk", 3),
    ("page", "ink", 7),
    ("iris", "page desk raised pinewash", 3),
    ("honey", "page", 3),
    *((kind, "page", 3) for kind in ("rx", "otc", "supplement", "therapy", "procedure")),
    *((kind, "page", 3) for kind in ("device", "lifestyle")),
)
SEVERITIES = range(11)
every_theme = pytest.mark.parametrize("theme", sorted(THEMES))


def colour(theme: str, role: str) -> str:
    value = THEMES[theme][role]
    assert isinstance(value, str)
    return value


def luminance(colour: str) -> float:
    """Relative luminance of "#RRGGBB", as WCAG 2.2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself_is_right_at_its_ends() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_there_are_four_themes_with_the_same_roles() -> None:
    assert sorted(THEMES) == ["contrast-dark", "contrast-light", "day", "dusk"]
    assert len({frozenset(roles) for roles in THEMES.values()}) == 1


@every_theme
@pytest.mark.parametrize(
    ("role", "ground", "least"),
    [(role, ground, least) for role, grounds, least in PAIRS for ground in grounds.split()],
)
def test_every_pair_can_be_read(theme: str, role: str, ground: str, least: float) -> None:
    assert contrast(colour(theme, role), colour(theme, ground)) >= least


@every_theme
def test_worse_always_stands_out_more_from_the_page(theme: str) -> None:
    fills = THEMES[theme]["sev"]
    assert len(fills) == len(SEVERITIES)
    steps = [luminance(fill) for fill in fills]
    darker_is_worse = luminance(colour(theme, "page")) > luminance(colour(theme, "ink"))
    assert steps == sorted(steps, reverse=darker_is_worse)
    assert len(set(steps)) == len(steps)


@every_theme
@pytest.mark.parametrize("severity", SEVERITIES)
def test_the_number_in_a_severity_cell_can_be_read(theme: str, severity: int) -> None:
    fill, number = THEMES[theme]["sev"][severity], THEMES[theme]["sevtext"][severity]
    assert contrast(number, fill) >= 4.5
