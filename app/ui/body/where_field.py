"""Where on the body: the picture, the list beside it, and the person's own words for a place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.derived.symptoms.body import areas
from app.domain.quick_line.journal_names import fold
from app.i18n import Words
from app.ui.body.area_list import AreaList
from app.ui.body.body_map import BodyMap
from app.ui.editors.boxes import Box
from app.ui.theme import theme as themes
from app.ui.widgets import spoken
from app.ui.widgets.form import Line
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.text import Text

_BESIDE = 520  # px of width from which the list stands beside the picture


class WhereField(QWidget):
    """``changed`` follows every place chosen or taken back. What matches no place is a place of its own."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self._words = words
        found = areas(words)
        self._all = tuple(area.name for area in found)
        self.chosen: tuple[str, ...] = ()
        self.map = BodyMap(words, found)
        find = say("body.find", "Find a place")
        self.line = _Find(example=say("body.find.example", "For example: knee"))
        self.line.setAccessibleName(find)
        self.list = AreaList(say("body.list", "Places"))
        self._says = Text("", "caption", tone="ink2")
        beside = Column(self.line, self.list, self._says, spacing=8)
        self._row = Row(self.map, spacing=20)
        self._row.addLayout(beside, 1)
        self.setLayout(self._row)
        self.setFocusProxy(self.line)
        self.map.pressed.connect(self.turn)
        self.map.over.connect(self._tell)
        self.list.pressed.connect(self.turn)
        self.line.textChanged.connect(self._list)
        self.line.entered.connect(self._take_typed)
        self._list()

    def show_chosen(self, names: tuple[str, ...]) -> None:
        """Show other places as chosen."""
        self.chosen = tuple(name for name in names if name.strip())
        self._list()

    def turn(self, name: str) -> None:
        """Choose a place, or take it back."""
        kept = tuple(one for one in self.chosen if one.casefold() != name.casefold())
        on = kept == self.chosen
        self.chosen = (*kept, name) if on else kept
        self._list()
        said = self._words.say("body.on", "{place}, chosen", place=name)
        off = self._words.say("body.off", "{place}, not chosen any more", place=name)
        self._says.say(said if on else off)
        spoken.announce(self.list, self._says.words)
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list below the picture where there is little room."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        beside = self.width() >= themes.current().px(_BESIDE)
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def _list(self) -> None:
        """List what the search finds, the person's own places first."""
        known = {name.casefold() for name in self._all}
        own = tuple(name for name in self.chosen if name.casefold() not in known)
        wanted = fold(self.line.text().strip())
        found = tuple(name for name in (*own, *self._all) if wanted in fold(name))
        self.list.show_names(found, self.chosen)
        self.map.show_chosen(self.chosen)
        typed = self.line.text().strip()
        if typed and not found:
            self._says.say(self._words.say("body.own", "Enter keeps “{words}” as a place.", words=typed))
        elif typed:
            places = self._words.count("body.found", "{n} place", "{n} places", len(found))
            self._says.say(places)
        else:
            self._says.say(", ".join(self.chosen))

    def _take_typed(self) -> None:
        """Enter takes the one place found, or the words as they are."""
        typed = self.line.text().strip()
        if not typed:
            return
        if not self.list.names or len(self.list.names) == 1:
            name = self.list.names[0] if self.list.names else typed
            self.line.clear()
            self.turn(name)
        else:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, name: str) -> None:
        self._says.say(name or ", ".join(self.chosen))


class _Find(Line):
    """A search field whose Enter is its own, not the form's."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is typed by Enter; go to the list by the arrow down."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def where_box(words: Words) -> Box[tuple[str, ...]]:
    """Places of the body, in words."""
    field = WhereField(words)
    box = Box(
        field,
        read=lambda: field.chosen,
        fill=field.show_chosen,
        draft=lambda: "\n".join(field.chosen),
        take_draft=lambda text: field.show_chosen(tuple(text.split("\n")) if text else ()),
    )
    field.changed.connect(box.tell)
    return box
