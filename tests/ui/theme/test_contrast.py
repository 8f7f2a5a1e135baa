"""Recomputes the design's table of contrasts from the shipped values (WCAG 2.2)."""

import pytest

from app.ui.theme import tokens

BODY, LABEL, MARK = 7.0, 4.5, 3.0
PAIRS = [
    *[
        ("ink", ground, BODY)
        for ground in ("page", "desk", "raised", "sunk", "pinewash", "honeywash", "brickwash")
    ],
    *[("ink2", ground, BODY) for ground in ("page", "desk", "raised", "sunk", "pinewash")],
    *[("ink3", ground, LABEL) for ground in ("page", "desk", "raised", "sunk", "pinewash")],
    ("onpine", "pine", BODY),
    *[("pine", ground, LABEL) for ground in ("page", "desk", "raised", "pinewash")],
    ("honeyink", "honeywash", LABEL),
    ("honeyink", "page", LABEL),
    *[("brick", ground, LABEL) for ground in ("page", "brickwash", "raised")],
    ("oncover", "cover", BODY),
    ("visit", "page", LABEL),
    ("event", "page", MARK),
    ("question", "page", LABEL),
    *[("edge", ground, MARK) for ground in ("page", "raised", "desk")],
    ("page", "ink", BODY),
    *[("iris", ground, MARK) for ground in ("page", "desk", "raised", "pinewash")],
    ("honey", "page", MARK),
    *[
        (bar, "page", MARK)
        for bar in ("rx", "otc", "supplement", "therapy", "procedure", "device", "lifestyle")
    ],
]


def _linear(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[n : n + 2], 16)) for n in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", tokens.THEMES)
@pytest.mark.parametrize(("text", "ground", "needed"), PAIRS)
def test_a_pair_can_be_read(name: str, text: str, ground: str, needed: float) -> None:
    colours = tokens.load().themes[name]
    assert _contrast(getattr(colours, text), getattr(colours, ground)) >= needed


@pytest.mark.parametrize("name", tokens.THEMES)
def test_the_number_on_every_severity_step_can_be_read(name: str) -> None:
    colours = tokens.load().themes[name]
    for fill, text in zip(colours.sev, colours.sevtext, strict=True):
        assert _contrast(fill, text) >= LABEL


@pytest.mark.parametrize("name", tokens.THEMES)
def test_worse_always_stands_out_more_from_the_page(name: str) -> None:
    colours = tokens.load().themes[name]
    steps = [_contrast(fill, colours.page) for fill in colours.sev]
    assert steps == sorted(steps)
    assert len(set(steps)) == 11
