"""My story: its words, how long it is, and where a document shortens a long one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.derived.about_page import AboutLine
from app.domain.derived.about_story import full_stops, is_long, length_words
from app.domain.records import AboutMe
from app.domain.records.person import Topic
from app.i18n import Words
from app.ui.about.in_place import InPlaceRow
from app.ui.widgets.form import FormRow
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.text import Text


class Story(QWidget):
    """`cut(at)`: a document prints that many characters of it; 0: all."""

    cut = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self._words = words
        self.length = Text("", "caption", tone="ink3")
        self.row = InPlaceRow(self._line(""), story=True)
        stop = say("about.stop", "On paper it ends after")
        self._stops = PickList(stop)
        self._stop_row = FormRow(stop, self._stops)
        self._places: list[int] = [0]
        head = Row(Heading(say("about.story", "My story")), self.length, spacing=12)
        head.setStretch(1, 1)
        self.setLayout(Column(head, self.row, self._stop_row, spacing=6))
        self._stops.activated.connect(self._choose)

    def show_story(self, about: AboutMe | None) -> None:
        """Show what is written, or how to begin."""
        text = about.text if about is not None else ""
        self.length.say(length_words(text, self._words) if text else "")
        self.row.show_line(self._line(text))
        self._offer_stops(text, about.printed if about is not None else 0)

    def _line(self, text: str) -> AboutLine:
        say = self._words.say
        title = say("about.story", "My story")
        begin = say("about.story.empty", "Begin anywhere. “It started when …”")
        wrote = say("spoken.wrote", "you wrote {words}", words=text) if text else begin
        return AboutLine(key=Topic.STORY, title=title, question=begin, text=text, spoken=f"{title}, {wrote}")

    def _offer_stops(self, text: str, chosen: int) -> None:
        self._stop_row.setVisible(is_long(text))
        stops = full_stops(text)
        self._places = [0, *(stop.at for stop in stops)]
        say = self._words.say
        items = [say("about.stop.none", "its end: print all of it")]
        ending = "“… {words}” ({n} words)"
        items += [say("about.stop.at", ending, words=stop.ending, n=stop.words) for stop in stops]
        self._stops.blockSignals(True)
        self._stops.clear()
        self._stops.addItems(items)
        self._stops.setCurrentIndex(self._places.index(chosen) if chosen in self._places else 0)
        self._stops.blockSignals(False)

    def _choose(self, place: int) -> None:
        self.cut.emit(self._places[place])
