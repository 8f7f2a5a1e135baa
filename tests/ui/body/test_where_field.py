"""Where on the body: the picture and the list say and do the same."""

from collections import Counter

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from app.domain.derived.symptoms.body import areas
from app.i18n import Words
from app.ui.body.where_field import WhereField, where_box
from tests.ui.access import description_of, unnamed
from tests.ui.hands import click, press, write

Key = Qt.Key
CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def field(qtbot: QtBot) -> WhereField:
    made = WhereField(Words())
    qtbot.addWidget(made)
    made.resize(680, 420)
    made.show()
    return made


def ticked(field: WhereField) -> set[str]:
    model = field.list.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return {row.data() for row in rows if row.data(CHECK) == Qt.CheckState.Checked}


def test_there_are_46_places_each_with_a_name_of_its_own() -> None:
    found = areas(Words())
    assert len(found) == 46
    assert not [name for name, times in Counter(one.name for one in found).items() if times > 1]


def test_every_place_of_the_picture_answers_where_it_is_drawn(field: WhereField) -> None:
    for area in areas(Words()):
        assert field.map.area_at(field.map.centre_of(area.name)) == area.name


def test_right_is_the_person_s_own_right(field: WhereField) -> None:
    middle = field.map.centre_of("forehead").x()
    behind = field.map.centre_of("neck").x()
    assert field.map.centre_of("right knee").x() < middle < field.map.centre_of("left knee").x()
    assert field.map.centre_of("left calf").x() < behind < field.map.centre_of("right calf").x()


def test_beside_the_figure_there_is_nothing(field: WhereField) -> None:
    assert field.map.area_at(QPointF(1, 1)) == ""


def test_a_click_on_the_picture_ticks_the_list_and_a_second_takes_it_back(field: WhereField) -> None:
    changed = QSignalSpy(field.changed)
    at = field.map.centre_of("left knee").toPoint()
    click(field.map, at)
    assert field.chosen == ("left knee",)
    assert ticked(field) == {"left knee"}
    assert description_of(field.map) == "left knee"
    assert field._says.words == "left knee, chosen"
    click(field.map, at)
    assert ticked(field) == set()
    assert changed.count() == 2


def test_the_list_is_searched_and_ticked_by_keys_alone(field: WhereField) -> None:
    write(field.line, "knee")
    assert field.list.names == ("right knee", "left knee")
    assert field._says.words == "2 places"
    press(field.line, Key.Key_Return)
    press(field.list, Key.Key_Down)
    press(field.list, Key.Key_Space)
    press(field.list, Key.Key_Up)
    press(field.list, Key.Key_Return)
    assert field.chosen == ("left knee", "right knee")


def test_enter_takes_the_one_place_that_is_found(field: WhereField) -> None:
    write(field.line, "left kn")
    press(field.line, Key.Key_Return)
    assert (field.chosen, field.line.text()) == (("left knee",), "")


def test_words_for_a_place_that_is_not_there_are_a_place_of_their_own(field: WhereField) -> None:
    write(field.line, "behind my kneecap")
    assert field._says.words == "Enter keeps “behind my kneecap” as a place."
    press(field.line, Key.Key_Return)
    assert field.chosen == ("behind my kneecap",)
    assert field.list.names[0] == "behind my kneecap"
    assert ticked(field) == {"behind my kneecap"}


def test_what_the_quick_line_wrote_is_kept_and_can_be_taken_back(field: WhereField) -> None:
    field.show_chosen(("Left", "LEFT KNEE"))
    assert ticked(field) == {"Left", "left knee"}
    field.turn("left knee")
    assert field.chosen == ("Left",)


def test_everything_has_a_name_and_places_not_touched_come_back_as_they_were(
    field: WhereField, qtbot: QtBot
) -> None:
    assert list(unnamed(field)) == []
    box = where_box(Words())
    qtbot.addWidget(box.widget)
    box.show(("left ", "", "right knee"))
    assert not box.touched
    assert box.value == ("left ", "", "right knee")
