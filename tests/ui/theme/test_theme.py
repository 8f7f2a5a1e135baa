from dataclasses import fields, replace
from importlib.resources import files
from string import Template

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.theme import icons, tokens
from app.ui.theme.icons import Icons
from app.ui.theme.look import TEXT_SIZES, Look, nearest_size, step_size
from app.ui.theme.palette import palette
from app.ui.theme.style_sheet import style_sheet
from app.ui.theme.theme import Theme
from app.ui.theme.wishes import Wishes
from app.ui.widgets.text import Text


def test_every_theme_has_every_colour() -> None:
    values = tokens.load()
    assert tuple(values.themes) == tokens.THEMES
    for colours in values.themes.values():
        for field in fields(colours):
            value = getattr(colours, field.name)
            assert all(one.startswith("#") for one in (value if isinstance(value, tuple) else (value,)))
        assert len(colours.sev) == len(colours.sevtext) == 11


def test_the_sheet_names_only_tokens_and_holds_no_colour_of_its_own() -> None:
    text = (files("resources") / "app.qss").read_text("utf-8")
    assert "#" not in text
    assert Template(text).get_identifiers()
    for name in tokens.THEMES:
        assert "$" not in style_sheet(tokens.load(), name, 1.0)


def test_every_size_in_the_sheet_grows() -> None:
    once, twice = (style_sheet(tokens.load(), "day", scale) for scale in (1.0, 2.0))
    assert "font-size: 16px" in once
    assert "font-size: 32px" in twice
    assert "border: 2px" in twice


def test_high_contrast_has_borders_twice_as_wide() -> None:
    day, contrast = (style_sheet(tokens.load(), name, 1.0) for name in ("day", "contrast-dark"))
    assert day.count("2px solid") < contrast.count("2px solid")


def test_bigger_buttons_make_fields_higher_but_not_the_text() -> None:
    usual, bigger = (style_sheet(tokens.load(), "day", 1.0, factor) for factor in (1.0, 1.25))
    assert "min-height: 40px" in usual
    assert "min-height: 51px" in bigger
    assert bigger.count("font-size: 16px") == usual.count("font-size: 16px")


def test_the_palette_sets_every_role() -> None:
    colours = tokens.load().themes["dusk"]
    made = palette(colours)
    assert made.color(QPalette.ColorRole.Window).name().upper() == colours.page
    assert made.color(QPalette.ColorRole.Text).name().upper() == colours.ink
    disabled = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled.name().upper() == colours.ink3


def test_the_bundled_typefaces_are_the_ones_in_use(theme: Theme) -> None:
    assert QFontInfo(theme.font("body")).family() == "Atkinson Hyperlegible Next"
    assert QFontInfo(theme.font("title")).family() == "Literata"
    assert QFontInfo(theme.font("key")).family() == "Atkinson Hyperlegible Mono"


def test_numbers_stand_under_each_other(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.ensurePolished()
    for metrics in (button.fontMetrics(),):
        assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("0000")
    assert theme.font("body").pixelSize() == 16


def test_all_sizes_follow_the_text_size(theme: Theme) -> None:
    theme.wear(replace(theme.look, text_size=200))
    assert theme.px(40) == 80
    assert theme.font("body").pixelSize() == 32
    assert theme.size("rail") == 408
    assert theme.icon("pill").width() == 40


def test_bigger_buttons_grow_controls_only(theme: Theme) -> None:
    theme.wear(replace(theme.look, bigger_buttons=True))
    assert theme.size("button") == 50
    assert theme.size("rail") == 204
    assert theme.font("body").pixelSize() == 16


def test_easier_reading_sets_the_persons_words_larger_in_the_sans(theme: Theme) -> None:
    assert QFontInfo(theme.font("words")).family() == "Literata"
    theme.wear(replace(theme.look, easier_reading=True))
    assert QFontInfo(theme.font("words")).family() == "Atkinson Hyperlegible Next"
    assert theme.font("words").pixelSize() == 19
    assert QFontInfo(theme.font("title")).family() == "Literata"
    label = Text("Stomach again.", "words")
    label.ensurePolished()
    assert label.font().pixelSize() == 19
    label.deleteLater()


def test_a_change_is_told_once_and_only_when_something_changed(theme: Theme, qtbot: QtBot) -> None:
    told: list[int] = []
    theme.changed.connect(lambda: told.append(1))
    theme.wear(theme.look)
    assert told == []
    with qtbot.waitSignal(theme.changed):
        theme.wear(replace(theme.look, theme="dusk"))
    assert told == [1]
    assert theme.colours == theme.tokens.themes["dusk"]


class _Wished(Wishes):
    """A computer whose settings a test can change."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app.styleHints(), app)
        self.wished = (False, False)

    @property
    def dark(self) -> bool:
        return self.wished[0]

    @property
    def high_contrast(self) -> bool:
        return self.wished[1]


@pytest.mark.parametrize(
    ("dark", "contrast", "name"),
    [
        (False, False, "day"),
        (True, False, "dusk"),
        (True, True, "contrast-dark"),
        (False, True, "contrast-light"),
    ],
)
def test_as_my_computer_follows_it_live(
    theme: Theme, qapp: QApplication, dark: bool, contrast: bool, name: str
) -> None:
    wished = _Wished(qapp)
    following = Theme(qapp, theme.tokens, Look(), wished)
    told: list[str] = []
    following.changed.connect(lambda: told.append(following.name))
    wished.wished = (dark, contrast)
    wished.changed.emit()
    assert told == [name]
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == theme.tokens.themes[name].page
    following.setParent(None)
    following.deleteLater()
    wished.deleteLater()
    theme.wear(Look(theme="dusk"))


def test_keeping_things_still_keeps_the_caret_still_too(theme: Theme, qapp: QApplication) -> None:
    theme.wear(Look(theme="dusk"))
    blinking = qapp.cursorFlashTime()
    theme.wear(Look(theme="dusk", keep_still=True))
    assert qapp.cursorFlashTime() == 0
    theme.wear(Look(theme="dusk"))
    assert qapp.cursorFlashTime() == blinking > 0


def test_the_computers_own_settings_can_be_read(qapp: QApplication) -> None:
    wishes = Wishes(qapp.styleHints(), qapp)
    assert wishes.dark in {True, False}
    assert wishes.high_contrast in {True, False}
    wishes.deleteLater()


def test_an_unknown_theme_reads_as_my_computers(theme: Theme) -> None:
    theme.wear(Look(theme="from a newer one"))
    assert theme.name in tokens.THEMES


def test_keeping_things_still_stops_all_motion(theme: Theme) -> None:
    theme.wear(replace(theme.look, keep_still=True))
    assert not theme.moves


def test_icons_are_recoloured_and_kept() -> None:
    shelf = Icons()
    drawn = shelf.pixmap("pill", "#ff0000", 20).toImage()
    colours = {drawn.pixelColor(x, y).name() for x in range(20) for y in range(20)}
    assert "#ff0000" in colours
    assert shelf.pixmap("pill", "#ff0000", 20) is shelf.pixmap("pill", "#ff0000", 20)
    assert shelf.pixmap("no such icon", "#ff0000", 20).toImage().pixelColor(9, 9).alpha() == 0


@pytest.mark.parametrize(
    "name",
    ["check", "check-bold", "caret-down", "caret-left", "eye", "eye-slash", "info", "warning", "x", "circle",
     "circle-bold", "check-circle-fill", "lock-key", "moon-stars", "pencil-simple-line", "printer", "copy",
     "floppy-disk", "shuffle", "dots-three", "note-pencil", "calendar-blank", "user-minus",
     "arrow-fat-line-up", "magnifying-glass-plus", "plus"],
)  # fmt: skip
def test_every_icon_the_parts_use_is_shipped(name: str) -> None:
    assert icons.exists(name)


def test_text_sizes_step_and_stop_at_their_ends() -> None:
    assert step_size(100, 1) == 110
    assert step_size(90, -1) == 90
    assert step_size(250, 1) == 250
    assert nearest_size(133) == 125
    assert all(nearest_size(size) == size for size in TEXT_SIZES)
