"""No widget has a colour or a sheet of its own."""

import re
from pathlib import Path

import app.ui

ROOT = Path(app.ui.__file__).parent
HEX = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b")
QT_COLOUR = re.compile(r"GlobalColor\.(?!transparent)|QColor\(\s*\d")


def _sources() -> list[Path]:
    return sorted(path for path in ROOT.rglob("*.py") if "theme" not in path.relative_to(ROOT).parts)


def test_colours_stand_only_in_the_tokens() -> None:
    assert _sources()
    for path in _sources():
        text = path.read_text("utf-8")
        assert not HEX.search(text), path.name
        assert not QT_COLOUR.search(text), path.name


def test_only_the_theme_sets_the_sheet() -> None:
    for path in _sources():
        assert "setStyleSheet" not in path.read_text("utf-8"), path.name


def test_no_widget_sets_a_font_of_its_own() -> None:
    widgets = [path for path in _sources() if not path.name.startswith("outline")]  # those are for paper
    for path in widgets:
        text = path.read_text("utf-8")
        assert "QFont(" not in text, path.name


def test_no_connection_to_a_lambda() -> None:
    for path in _sources():
        assert not re.search(r"\.connect\(\s*lambda", path.read_text("utf-8")), path.name
