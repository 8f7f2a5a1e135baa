"""The palette, so that native dialogs, menus and selections match the theme."""

from PySide6.QtGui import QColor, QPalette

from app.ui.theme.tokens import Colours

_ROLE = QPalette.ColorRole
_TOKEN_OF = {
    _ROLE.Window: "page",
    _ROLE.WindowText: "ink",
    _ROLE.Base: "raised",
    _ROLE.AlternateBase: "sunk",
    _ROLE.Text: "ink",
    _ROLE.PlaceholderText: "ink3",
    _ROLE.Button: "raised",
    _ROLE.ButtonText: "ink",
    _ROLE.BrightText: "brick",
    _ROLE.Highlight: "pine",
    _ROLE.HighlightedText: "onpine",
    _ROLE.Accent: "pine",
    _ROLE.Link: "pine",
    _ROLE.LinkVisited: "pine",
    _ROLE.ToolTipBase: "raised",
    _ROLE.ToolTipText: "ink",
    _ROLE.Light: "raised",
    _ROLE.Midlight: "sunk",
    _ROLE.Mid: "line",
    _ROLE.Dark: "edge",
    _ROLE.Shadow: "edge",
}


def palette(colours: Colours) -> QPalette:
    """Build the application's palette; every role of it is set."""
    result = QPalette()
    for role, token in _TOKEN_OF.items():
        result.setColor(role, QColor(getattr(colours, token)))
    for role in (_ROLE.Text, _ROLE.WindowText, _ROLE.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.ink3))
    return result
