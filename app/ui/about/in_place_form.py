"""The form inside a row: the words, and no more around them than is needed."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.records import AboutMe
from app.domain.records.person import Topic
from app.ui.desk import Desk
from app.ui.editors.boxes import line_box, words_box
from app.ui.editors.editor import Editor, Field
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import Form
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.text import Text

_WIDTH = 680
_WITH_REASON = frozenset({Topic.HARD})


class InPlaceForm(Editor):
    """Going elsewhere saves what was typed; Esc puts the old words back.

    `put_back(draft)` follows Esc where something was typed, with what it takes to bring that back.
    """

    put_back = Signal(str)

    def __init__(self, desk: Desk, about: AboutMe, name: str) -> None:
        say = desk.words.say
        box = words_box(lines=5 if about.topic is Topic.STORY else 2)
        fields = [Field(name="text", label=name, box=box)]
        if about.topic in _WITH_REASON or about.because:
            because = say("about.because", "Because, if you like")
            fields.append(Field(name="because", label=because, box=line_box()))
        said = say("about.saved", "Saved: {what}", what=name)
        super().__init__(desk, name, about, fields, said=said, place=f"about:{about.topic}")
        self._leaving = QTimer(self, singleShot=True, interval=0)
        self._leaving.timeout.connect(self._save_or_go)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._note_focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the old words back; Ctrl+Enter saves."""
        if event.key() == Qt.Key.Key_Escape:
            self._give_back()
        else:
            super().keyPressEvent(event)

    def _build(self, _title: str) -> None:
        say = self._desk.words.say
        save = Button(say("editor.save", "Save"), kind="main", icon="check", size="small")
        back = Button(say("about.put_back", "Put the old words back"), kind="quiet", keys="Esc", size="small")
        self._form = Form(*self._rows.values(), spacing=10)
        hint = say("about.kept", "What you type is kept. Going elsewhere on the page saves it.")
        buttons = Row(Group(FlowLayout(save, back, gap=8)), self._sharing.widget, spacing=8)
        buttons.setStretch(0, 1)
        contents = Column(self._form, buttons, Text(hint, "caption", tone="ink3"), spacing=8)
        self._column = Column(Narrow(contents, _WIDTH), spacing=0, margins=(0, 8, 0, 12))
        self.setLayout(self._column)
        save.clicked.connect(self.save)
        back.clicked.connect(self._give_back)

    def _give_back(self) -> None:
        self.keep_draft()
        draft = self._desk.journal.drafts().get(self._place, "")
        self.throw_away()
        if draft:
            self.put_back.emit(draft)

    def _note_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        gone = new is not None and new is not self and not self.isAncestorOf(new)
        if gone and self.isVisible() and new is not None and new.window() is self.window():
            self._leaving.start()

    def _save_or_go(self) -> None:
        if self.touched:
            self.save()
        else:
            self.leave()
