"""The quick line at work: it reads with the journal's own words, keeps a draft, and saves."""

import json
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.quick_line import (
    Choice,
    Part,
    Role,
    Understood,
    Vocabulary,
    What,
    choose,
    day_it_counts_to,
    echo,
    parse,
    records,
    with_part,
)
from app.domain.quick_line.understood import Value
from app.domain.records.when import When
from app.services.errors import is_known
from app.ui.desk import Desk
from app.ui.today.part_editor import PartEditor, editor_for
from app.ui.today.set_by_hand import carried
from app.ui.today.showing import SHARING, saved_words, strip_of
from app.ui.widgets.button import Button
from app.ui.widgets.echo import Echo
from app.ui.widgets.layout import Column
from app.ui.widgets.notice import Notice
from app.ui.widgets.quick_line import QuickLine

PLACE = "quick line"
"""Where the words that are not saved yet are kept."""

_DRAFT_AFTER_MS = 1000
_DRAFT_AT_LEAST_MS = 5000
_LONG = 10  # letters: clearing more than that is said


class TodayLine(QWidget):
    """``understood(Understood | None)`` follows what stands in the line, for the ledger's dashed cell.

    Words stay in the line until they are saved, and come back after a lock, and wherever else the line is
    shown: one that is hidden keeps them, one that is shown takes them up. ``recorded`` follows a save.
    """

    understood = Signal(object)
    recorded = Signal()

    def __init__(self, desk: Desk, hint: str, *, place: str = PLACE, esc: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self._kept = ""  # what the draft holds, as far as this line knows
        self._hint = hint
        self._vocabulary: Vocabulary | None = None
        self.saving = False
        self._set: Understood | None = None  # the line as the person set it in the little editors
        self._editor: PartEditor | None = None
        self.line = QuickLine(desk.words, self._read, hint, esc=esc)
        again = Button(desk.words.say("today.again", "Try again"), size="small")
        self.trouble = Notice(kind="trouble", actions=(again,))
        self._column = Column(self.line, self.trouble, spacing=8)
        self.setLayout(self._column)
        self.setFocusProxy(self.line)
        self._drafting = QTimer(self, singleShot=True, interval=_DRAFT_AFTER_MS)
        self._drafting_late = QTimer(self, singleShot=True, interval=_DRAFT_AT_LEAST_MS)
        self._take_draft()
        again.clicked.connect(self.line.save)
        self._connect()

    def show_hint(self, hint: str) -> None:
        """Say what to try while the line is empty."""
        self._hint = hint
        self.line.show_hint(hint)

    def begin(self, words: str) -> None:
        """Put the first words into an empty line, for the person to go on."""
        self.line.setFocus()
        if not self.line.text:
            self.line.show_text(words)

    def showEvent(self, event: QShowEvent) -> None:
        """Take up what was typed in the same line elsewhere."""
        super().showEvent(event)
        if not event.spontaneous() and self.line.text == self._kept:
            self._take_draft()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed, for the same line elsewhere."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.keep_draft()

    def forget_names(self) -> None:
        """Read the journal's names anew, after a change of the journal."""
        self._vocabulary = None

    def keep_draft(self) -> None:
        """Keep what stands in the line, with the caret's place, in the encrypted journal."""
        self._drafting.stop()
        self._drafting_late.stop()
        text = self._kept = self.line.text
        try:
            journal = self._desk.journal
            if text:
                private = self._set is not None and self._set.text == text and self._set.private
                draft = {"text": text, "caret": self.line.field.cursorPosition(), "private": private}
                journal.save_draft(self._place, json.dumps(draft, ensure_ascii=False))
            else:
                journal.drop_draft(self._place)
        except Exception as error:
            if not is_known(error):
                raise  # what is typed is still in the line; saving it says what is wrong

    # What is understood

    def _names(self) -> Vocabulary:
        if self._vocabulary is None:
            self._vocabulary = Vocabulary.of(self._desk.snapshot)
        return self._vocabulary

    def _understand(self, text: str) -> Understood:
        if self._set is not None and self._set.text == text:
            return self._set
        fresh = parse(text, self._names(), self._desk.now())
        before, self._set = self._set, None
        if before is not None and text.strip():
            plain = parse(before.text, self._names(), before.now)
            self._set = carried(before, plain, fresh)
        return self._set or fresh

    def _read(self, text: str) -> Echo:
        return strip_of(echo(self._understand(text), self._desk.words), self._names().complete(text))

    def _tell(self) -> None:
        text = self.line.text
        self.understood.emit(self._understand(text) if text.strip() else None)

    # Saving

    def _save(self, text: str) -> None:
        understood = self._understand(text)
        if understood.what is What.CHOOSE:
            self.line.strip.buttons[-len(Choice)].setFocus()
        else:
            self._record(understood)

    def _record(self, understood: Understood) -> None:
        desk = self._desk
        said = saved_words(echo(understood, desk.words), desk.words)
        self.trouble.say("")
        self.saving = True
        change = desk.do(
            lambda: desk.journal.record(*records(understood, desk.snapshot, desk.now(), desk.new_id)), said
        )
        self.saving = False
        self.line.show_trouble(change is None)
        if change is not None:
            self._set = None
            self._close_editor()
            self.line.clear()
            self.keep_draft()
            self.recorded.emit()
            if _is_bad_day_now(understood):
                desk.bad_day_noted.emit()

    def say_trouble(self, why: str) -> None:
        """Say that the line is not saved yet, and why; the words stay."""
        self.trouble.say(
            self._desk.words.say(
                "today.unsaved",
                "This could not be saved yet. It is safe in memory while the window is open. {why}",
                why=why,
            )
        )

    def _say_cleared(self, text: str) -> None:
        self._close_editor()
        if len(text) > _LONG:
            sentence = self._desk.words.say("today.cleared", "Cleared. Ctrl Z brings the words back.")
            self._desk.said.emit(sentence, False)

    # Setting one part

    def _choose(self, place: int) -> None:
        choice = tuple(Choice)[place]
        understood = choose(self._understand(self.line.text), choice)
        if choice is not Choice.SOMETHING_CHANGED:
            self._record(understood)
            return
        self._show_set(understood)
        changed = understood.part(Role.CHANGE)
        if changed is not None:
            self._open_editor(understood, changed)

    def _open_part(self, place: int) -> None:
        understood = self._understand(self.line.text)
        if self.line.echo.parts[place].key == SHARING:
            self._show_set(replace(understood, private=not understood.private))
            self.line.strip.buttons[place].setFocus()
            return
        part = echo(understood, self._desk.words).parts[place].part
        if part is not None:
            self._open_editor(understood, part)
        else:
            self._select(understood.text.rfind(understood.note), len(understood.note))

    def _open_editor(self, understood: Understood, part: Part) -> None:
        self._close_editor()
        editor = editor_for(understood, part, self._names(), self._desk)
        if editor is None:
            self._select(part.start, part.end - part.start)
            return
        self._editor = editor
        self._column.insertWidget(1, editor)
        editor.chosen.connect(partial(self._set_part, understood, part))
        editor.left.connect(self._leave_editor)
        editor.field.setFocus()

    def _set_part(self, understood: Understood, part: Part, value: Value) -> None:
        self._leave_editor()
        if understood.text == self.line.text:
            self._show_set(with_part(understood, part, value))

    def _show_set(self, understood: Understood) -> None:
        self._set = understood
        self.line.show_hint(self._hint)
        self._typed()

    def _leave_editor(self) -> None:
        self._close_editor()
        self.line.setFocus()

    def _close_editor(self) -> None:
        if self._editor is not None:
            self._column.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None

    def _select(self, start: int, length: int) -> None:
        """Words are changed in the line itself."""
        self.line.field.setFocus()
        self.line.field.setSelection(max(start, 0), length)

    # Within

    def _connect(self) -> None:
        for timer in (self._drafting, self._drafting_late):
            timer.timeout.connect(self.keep_draft)
        self.line.field.textChanged.connect(self._typed)
        self.line.saved.connect(self._save)
        self.line.cleared.connect(self._say_cleared)
        self.line.part_chosen.connect(self._open_part)
        self.line.choice_chosen.connect(self._choose)
        self.line.understood.connect(self._tell)

    def _typed(self) -> None:
        self._drafting.start()
        if not self._drafting_late.isActive():
            self._drafting_late.start()

    def _take_draft(self) -> None:
        kept = self._desk.journal.drafts().get(self._place)
        draft: dict[str, Any] = json.loads(kept) if kept else {"text": "", "caret": 0}
        if draft["text"] == self.line.text:
            return
        if draft.get("private"):
            self._set = replace(self._understand(draft["text"]), private=True)
        self._kept = draft["text"]
        self.line.show_text(draft["text"])
        self.line.field.setCursorPosition(draft["caret"])


def _is_bad_day_now(understood: Understood) -> bool:
    """Whether the line notes a bad day that has its page now, and not one of another day."""
    when = understood.value(Role.WHEN, When)
    return understood.what is What.BAD_DAY and (when is None or when.day == day_it_counts_to(understood.now))
