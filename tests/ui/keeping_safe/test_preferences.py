"""Panels of preferences: each part changes one, at once, by key and by mouse, and shows what holds."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import Symptom
from app.i18n import Words
from app.services.preferences import Preferences
from app.ui.desk import Desk
from app.ui.keeping_safe.choosing import PreferencePanel
from app.ui.keeping_safe.locking import LockingPanel
from app.ui.keeping_safe.looks import LooksPreferences
from app.ui.theme.look import Look
from app.ui.theme.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.choice import Choice
from app.ui.widgets.own_words import OwnWords
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.severity_scale import SeverityScale
from app.ui.widgets.text import Text
from app.ui.widgets.tick_box import TickBox
from tests.ui.access import description_of, unnamed
from tests.ui.desks import Heard
from tests.ui.hands import click, press

Key = Qt.Key
Show = Callable[[type[PreferencePanel]], PreferencePanel]


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Show:
    def shown(kind: type[PreferencePanel]) -> PreferencePanel:
        made = kind(desk, "Panel")
        qtbot.addWidget(made)
        made.resize(900, 1200)
        made.refresh()
        made.show()
        return made

    return shown


def look_of(desk: Desk) -> Preferences:
    return desk.session.state.look()


@pytest.mark.parametrize("kind", [LockingPanel, LooksPreferences])
def test_every_switch_turns_by_space_and_is_said(desk: Desk, show: Show, kind: type[PreferencePanel]) -> None:
    panel = show(kind)
    told: list[str] = []
    desk.preferred.connect(lambda _before, _after, said: told.append(said))
    for field, switch in panel.switches.items():
        before = getattr(look_of(desk), field)
        assert switch.isChecked() is before
        press(switch, Key.Key_Space)
        assert getattr(look_of(desk), field) is not before
        assert told[-1] == f"{switch.text()}: {'off' if before else 'on'}"
    assert list(unnamed(panel)) == []


def test_the_minutes_are_picked_from_a_list(desk: Desk, show: Show) -> None:
    panel = show(LockingPanel)
    pick, minutes = panel.picks["lock_minutes"]
    assert pick.currentText() == "15 minutes"
    pick.setFocus()
    press(pick, Key.Key_Up)
    assert pick.currentText() == "5 minutes"
    assert look_of(desk).lock_minutes == 5
    assert minutes[-1] == 0
    assert pick.itemText(5) == "when the lid closes only"


def test_a_theme_and_a_text_size_are_chosen_by_key(desk: Desk, show: Show) -> None:
    panel = show(LooksPreferences)
    assert isinstance(panel, LooksPreferences)
    press(panel.themes.choices["dusk"], Key.Key_Space)
    assert look_of(desk).theme == "dusk"
    press(panel.text_size.slider, Key.Key_Right)
    assert look_of(desk).text_size == 110
    assert description_of(panel.text_size.slider) == "A little larger, 110%"
    press(panel.text_size.slider, Key.Key_End)
    assert look_of(desk).text_size == 250


def test_which_hand_is_a_choice_of_three(desk: Desk, show: Show) -> None:
    panel = show(LooksPreferences)
    press(panel.choices["keys_for"]["left"], Key.Key_Space)
    assert look_of(desk).keys_for == "left"


def test_what_cannot_be_kept_shows_again_what_holds(desk: Desk, show: Show) -> None:
    panel, heard = show(LockingPanel), Heard()
    heard.listen(desk)
    state = desk.session.places.state
    state.unlink()
    state.mkdir()
    (state / "in the way").write_bytes(b"")
    click(panel.switches["hide_name"])
    assert heard.troubles
    assert not panel.switches["hide_name"].isChecked()


def test_no_setting_holds_a_word_of_the_person(desk: Desk, show: Show) -> None:
    for kind in (LockingPanel, LooksPreferences):
        for switch in show(kind).switches.values():
            press(switch, Key.Key_Space)
    desk.session.keys.check_recovery_key(1, "nothing")
    desk.session.backups.make()
    written = desk.session.places.state.read_text("utf-8")
    names = [record.name for record in desk.snapshot.of(Symptom)]
    assert names
    assert [name for name in names if name in written] == []


# What the switches do


def _step_of_the_scale() -> QWidget:
    scale = SeverityScale(Words())
    step = scale.choices[0]
    step.setProperty("scale", scale)  # or it would be deleted with it
    return step


@pytest.mark.parametrize(
    "make",
    [
        lambda: Button("Back up now"),
        lambda: Button("Small", size="small"),
        lambda: Button("In the room", size="room"),
        lambda: TickBox("Easier reading"),
        lambda: Choice("yes"),
        lambda: PickList("Minutes", ["5", "15"]),
        _step_of_the_scale,
    ],
)
def test_bigger_buttons_makes_every_control_a_quarter_taller(
    make: Callable[[], QWidget], qtbot: QtBot, theme: Theme
) -> None:
    control = make()
    qtbot.addWidget(control)
    usual = control.sizeHint().height()
    theme.wear(Look(theme="day", bigger_buttons=True))
    assert control.sizeHint().height() == pytest.approx(usual * 1.25, abs=1)


def is_marked(words: OwnWords) -> bool:
    return words._marked


def test_easier_reading_sets_own_words_larger_plainer_marked_and_wider_apart(
    desk: Desk, qtbot: QtBot, theme: Theme
) -> None:
    words = OwnWords("Worse on stairs.", desk.words)
    qtbot.addWidget(words)
    words.show()
    shown = words.findChild(Text)
    assert shown is not None
    assert "word-spacing" not in shown.text()
    assert not is_marked(words)
    theme.wear(Look(theme="day", easier_reading=True))
    font = theme.font("words")
    assert font.pixelSize() == 19
    assert font.wordSpacing() == pytest.approx(19 * 0.08, abs=0.05)
    assert font.families()[0] == theme.tokens.faces.sans[0]
    assert "word-spacing:1.5px" in shown.text()
    assert is_marked(words)
    qtbot.waitUntil(lambda: shown.x() > 0)
