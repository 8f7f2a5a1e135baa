"""The application's style sheet: shapes from ``app.qss``, colours and sizes from the tokens."""

import re
from dataclasses import asdict
from importlib.resources import files
from string import Template

from app.ui.theme.tokens import EASIER, OWN_WORDS, Tokens

_PX = re.compile(r"(?<![\w.#])(\d+(?:\.\d+)?)px")
_MIN_BORDER = 1
_FIELD_EDGES = 4  # border and padding, which Qt adds to a given height


def style_sheet(
    tokens: Tokens, theme: str, scale: float, factor: float = 1.0, *, easier: bool = False
) -> str:
    """Fill ``app.qss`` for one theme, with every size multiplied by ``scale``.

    ``factor`` grows the heights of controls only ("Bigger buttons"); ``easier`` sets the person's
    words for easier reading. Raises ``KeyError`` for a name in the sheet that is not a token.
    """
    text = (files("resources") / "app.qss").read_text("utf-8")
    colours = {k: v for k, v in asdict(tokens.themes[theme]).items() if isinstance(v, str)}
    border = 2 if theme.startswith("contrast") else 1
    names = colours | _families(tokens) | _heights(tokens, factor) | {"border": f"{border}px"}
    names |= _own_words(tokens, easier=easier)
    names["strip_border"] = f"1px solid {colours['edge']}" if border > 1 else "none"
    return _PX.sub(lambda m: _grown(float(m[1]), scale), Template(text).substitute(names))


def _grown(size: float, scale: float) -> str:
    return f"{max(round(size * scale), _MIN_BORDER if size else 0)}px"


def _families(tokens: Tokens) -> dict[str, str]:
    faces = tokens.faces
    lists = {"sans": faces.sans, "serif": faces.serif, "mono": faces.mono}
    return {name: ", ".join(f'"{family}"' for family in face) for name, face in lists.items()}


def _own_words(tokens: Tokens, *, easier: bool) -> dict[str, str]:
    sizes = {f"{name}_px": f"{(EASIER if easier else tokens.styles[name]).px}px" for name in OWN_WORDS}
    return sizes | {"own": _families(tokens)["sans" if easier else "serif"]}


def _heights(tokens: Tokens, factor: float) -> dict[str, str]:
    names = ("button", "button_small", "button_big", "field", "quick")
    edges = {"field": _FIELD_EDGES}
    return {f"{n}_height": f"{tokens.size[n] * factor - edges.get(n, 0)}px" for n in names}
