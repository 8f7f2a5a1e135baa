"""What I take now: a line for each thing, what was understood beside it, all of it saved at once."""

import json
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.derived.treatments.taken_now import TakenLine, taken_line
from app.domain.quick_line import Vocabulary
from app.domain.records import Record
from app.ui.desk import Desk
from app.ui.widgets.button import Button
from app.ui.widgets.fold import Fold
from app.ui.widgets.form import Line
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.notice import Notice
from app.ui.widgets.text import Text

PLACE = "treatments/taking now"
"""Where the lines that are not saved yet are kept."""

_FIRST = 3  # empty lines at first
_DRAFT_AFTER_MS = 1000


class _TakenRow(QWidget):
    """One line and what was understood of it."""

    changed = Signal()
    entered = Signal()

    def __init__(self, number: int, label: str, example: str) -> None:
        super().__init__()
        self.number = number
        self.line = Line(example=example)
        self.line.setAccessibleName(label)
        self._seen = Text("", "small", tone="ink2")
        self._row = Row(self.line, self._seen, spacing=16)
        self._row.setStretch(0, 5)
        self._row.setStretch(1, 4)
        self.setLayout(self._row)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self.changed)
        self.line.returnPressed.connect(self.entered)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def show_seen(self, shown: str, spoken: str) -> None:
        """Show what was understood, and say it with the line."""
        self._seen.say(shown)
        self._seen.setAccessibleName(spoken)
        self.line.setAccessibleDescription(spoken)

    def refold(self, fold: Fold) -> None:
        """Put what was understood below the line where there is little room beside it."""
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if fold >= Fold.COMPACT else way.TopToBottom)


class TakeNow(QWidget):
    """``done()`` follows a save, or going back; the lines stay until they are saved."""

    done = Signal()

    def __init__(self, desk: Desk, fold: Fold) -> None:
        super().__init__()
        say = desk.words.say
        self._desk, self._fold = desk, fold
        self._vocabulary = Vocabulary.of(desk.snapshot)
        self.rows: list[_TakenRow] = []
        self._lines = Column(spacing=10)
        self._back = Button(say("editor.back", "Back"), kind="quiet", icon="caret-left", size="small")
        self.save_button = Button(say("editor.save", "Save"), kind="main", icon="check")
        self.trouble = Notice(kind="trouble")
        self._drafting = QTimer(self, singleShot=True, interval=_DRAFT_AFTER_MS)
        hint = say(
            "taking_now.hint",
            "One thing a line: what, how much, how often, and since when if you know. "
            "Things from the shop count.",
        )
        self.setLayout(
            Column(
                Row(self._back, 1),
                Heading(say("taking_now.title", "What I take now"), "title_small"),
                Text(hint, tone="ink2"),
                self._lines,
                self.trouble,
                Row(self.save_button, 1),
                1,
                spacing=16,
            )
        )
        kept = desk.journal.drafts().get(PLACE)
        texts = json.loads(kept) if kept else []
        for _ in range(max(_FIRST, len(texts) + 1)):
            self._add()
        for row, text in zip(self.rows, texts, strict=False):
            row.line.setText(text)
        self._back.clicked.connect(self.leave)
        self.save_button.clicked.connect(self.save)
        self._drafting.timeout.connect(self.keep_draft)

    def first_focus(self) -> QWidget:
        """The first line that is empty."""
        return next((row.line for row in self.rows if not row.text.strip()), self.rows[0].line)

    def refold(self, fold: Fold) -> None:
        """Take less or more room."""
        self._fold = fold
        for row in self.rows:
            row.refold(fold)

    def keep_draft(self) -> None:
        """Keep the lines, in the encrypted journal."""
        self._drafting.stop()
        texts = [row.text for row in self.rows if row.text.strip()]
        self._desk.keep_draft(PLACE, json.dumps(texts, ensure_ascii=False) if texts else "")

    def leave(self) -> None:
        """Go back; the lines come back with the page."""
        self.keep_draft()
        self.done.emit()

    def save(self) -> None:
        """Keep everything that is written, as one command."""
        desk, words = self._desk, self._desk.words
        read = [one for row in self.rows if (one := self._read(row)) is not None]
        if not read:
            self.trouble.say(words.say("taking_now.nothing", "Write one thing first, for example: naproxen."))
            self.rows[0].line.setFocus()
            return
        everything: list[Record] = [record for one in read for record in one.records]
        count = sum(bool(one.records) for one in read)
        said = words.count("taking_now.saved", "Saved: {n} treatment", "Saved: {n} treatments", count)
        what = words.say("taking_now.what", "Wrote what I take now")
        change = desk.do(partial(desk.journal.record, *everything, what=what), said)
        if change is not None:
            self._drafting.stop()
            desk.keep_draft(PLACE, "")
            self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Esc goes back."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        """One line more; the first says how one may look."""
        words, number = self._desk.words, len(self.rows) + 1
        label = words.say("taking_now.line", "What I take, line {n}", n=number)
        example = words.say("taking_now.example", "For example: naproxen 250 mg twice a day")
        row = _TakenRow(number, label, example if number == 1 else "")
        row.refold(self._fold)
        row.changed.connect(partial(self._typed, row))
        row.entered.connect(partial(self._go_on, row))
        self.rows.append(row)
        self._lines.addWidget(row)

    def _typed(self, row: _TakenRow) -> None:
        read = self._read(row)
        row.show_seen(read.shown if read else "", read.spoken if read else "")
        self.trouble.say("")
        if self.rows[-1].text.strip():
            self._add()
        self._drafting.start()

    def _go_on(self, row: _TakenRow) -> None:
        """Enter goes on to the next line, and from an empty one to Save."""
        following = self.rows[row.number] if row.number < len(self.rows) else None
        target = following.line if following is not None and row.text.strip() else self.save_button
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _read(self, row: _TakenRow) -> TakenLine | None:
        desk = self._desk
        return taken_line(
            row.text,
            desk.snapshot,
            vocabulary=self._vocabulary,
            now=desk.now(),
            new_id=desk.session.make_id,
            words=desk.words,
        )
