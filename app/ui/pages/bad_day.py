"""Bad day: five seconds, in pain (interface.md 11.4). The entry is saved before this page shows."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.derived.bad_day import BadDay, WhatIsIt, bad_day
from app.domain.derived.today_ledger import inside_sentence
from app.domain.quick_line import severity_words
from app.domain.records import Day
from app.domain.records.record import RecordId
from app.services.bad_days import note_symptom, note_taken, say_how_bad
from app.services.changes import Change
from app.ui.bad_day.view import BadDayView
from app.ui.desk import Desk
from app.ui.keys.secret_clipboard import SecretClipboard
from app.ui.typing_for_me import bar
from app.ui.widgets import spoken

_WORST = 10
_CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class BadDayPage(BadDayView):
    """``rests()`` asks to lock, ``undoes()`` to take back the last step, ``left()`` for Today.

    Everything on it may stay empty. Each press saves by itself.
    """

    rests = Signal()
    undoes = Signal()
    left = Signal()

    def __init__(self, desk: Desk, day: RecordId, *, single_keys: bool = True) -> None:
        self._desk = desk
        self._day = day
        self._single_keys = single_keys
        self._noted: frozenset[RecordId] = frozenset()
        self._picked: RecordId | None = None
        self._shown = self._read()
        helping = desk.journal.helping
        typist = bar.said(desk.words, helping.name) if helping is not None else ""
        super().__init__(desk.words, self._shown, single_keys=single_keys, typist=typist)
        self._connect()
        self._show()

    def first_focus(self) -> QWidget:
        """Lock and rest."""
        return self.rest

    def go_back(self) -> None:
        """Go to the usual page."""
        self.left.emit()

    def leave(self) -> None:
        """Nothing waits here: every press is saved already."""

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter rests, Esc leaves; a digit, x and T answer."""
        chord = event.modifiers() & _CHORDS
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not chord:
            self.rests.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif chord or not self._take_key(event.text().lower()):
            super().keyPressEvent(event)

    def _take_key(self, key: str) -> bool:
        if not self._single_keys or not key:
            return False
        if key == "t" and self.treatments:
            self.treatments[0].click()
            return True
        value = _WORST if key == "x" else int(key) if key in "0123456789" else None
        if value is None:
            return False
        if self._picked is not None:
            self.how_bad.scale.pick(value)
        elif 0 < value <= len(self.symptoms):
            self.symptoms[value - 1].click()
        return True

    def _hand_on(self, key: str) -> None:
        self._take_key(key.lower())

    # Answers: each is saved at once

    def _press_symptom(self, place: int, _checked: object = None) -> None:
        one = self._shown.symptoms[place]
        if one.entry is None:
            self._note_symptom(one)
        elif one.symptom != self._picked:
            self._picked = one.symptom
        else:
            self._take_back(one.entry, one.name)
            self._picked = None
        self._show()
        if self._picked is not None:
            spoken.announce(self, self.how_bad.question.words)

    def _note_symptom(self, one: WhatIsIt) -> None:
        desk, key = self._desk, self._desk.new_id()
        self._picked = one.symptom
        self._note(
            key,
            lambda: note_symptom(desk.journal, one.symptom, desk.now(), key),
            inside_sentence(one.name),
        )

    def _say_how_bad(self, value: int) -> None:
        one = self._picked_one()
        if one is None or one.entry is None:
            return
        desk, entry = self._desk, one.entry
        severity = value if value >= 0 else None
        said = [inside_sentence(one.name)]
        if severity is not None:
            said.append(severity_words(severity, desk.words))
        self._do(lambda: say_how_bad(desk.journal, entry, severity), " ".join(said))

    def _press_treatment(self, place: int, _checked: object = None) -> None:
        one = self._shown.treatments[place]
        desk, key = self._desk, self._desk.new_id()
        if one.taken is not None:
            self._take_back(one.taken, one.name)
        else:
            took = desk.words.say("bad_day.took", "took {what}", what=one.text)
            self._note(key, lambda: note_taken(desk.journal, one.treatment, desk.now(), key), took)
        self.not_yet.show_on(False)
        self._show()

    def _press_not_yet(self) -> None:
        """Nothing is written of it; the answer is a way to be done with the question."""
        self.not_yet.show_on(self.not_yet.isChecked())
        self.rest.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note(self, key: RecordId, command: Callable[[], Change], what: str) -> None:
        self._noted |= {key}
        self._do(command, what)

    def _do(self, command: Callable[[], Change], what: str) -> None:
        self.trouble.say("")
        self._desk.do(command, self._desk.words.say("today.saved", "Saved: {what}", what=what))
        self._show()

    def _take_back(self, key: RecordId, name: str) -> None:
        self.trouble.say("")
        said = self._desk.words.say("bad_day.taken_back", "Taken back: {what}", what=inside_sentence(name))
        self._desk.do(lambda: self._desk.journal.trash(key), said)

    def _copy(self, number: str) -> None:
        SecretClipboard.current().copy(number)
        said = self._desk.words.say("bad_day.copied", "Copied. It is cleared after a minute.")
        self._desk.said.emit(said, False)

    # What is shown

    def _read(self) -> BadDay:
        desk = self._desk
        day = desk.snapshot.get(Day, self._day)
        return bad_day(desk.snapshot, day, desk.now(), desk.words, self._noted)

    def _show(self) -> None:
        self._shown = self._read()
        for button, what in zip(self.symptoms, self._shown.symptoms, strict=False):
            button.show_on(what.entry is not None)
        for button, took in zip(self.treatments, self._shown.treatments, strict=False):
            button.show_on(took.taken is not None)
        one = self._picked_one()
        if one is None or one.entry is None:
            self._picked = None
        else:
            self.how_bad.ask(one.how_bad, one.severity)
        self._show_scale(shown=self._picked is not None)

    def _show_scale(self, *, shown: bool) -> None:
        had_focus = self.how_bad.isAncestorOf(self.focusWidget() or self)
        self.how_bad.setVisible(shown)
        if had_focus and not shown and self.symptoms:
            self.symptoms[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _picked_one(self) -> WhatIsIt | None:
        return next((one for one in self._shown.symptoms if one.symptom == self._picked), None)

    def _note_change(self, _change: Change) -> None:
        """Undo may have taken back anything, the bad day itself too."""
        if self._desk.snapshot.get(Day, self._day) is None:
            self.left.emit()
        else:
            self._show()

    def _connect(self) -> None:
        self.rest.clicked.connect(self.rests)
        self.undo.clicked.connect(self.undoes)
        self.usual.clicked.connect(self.left)
        for place, button in enumerate(self.symptoms):
            button.clicked.connect(partial(self._press_symptom, place))
        for place, button in enumerate(self.treatments):
            button.clicked.connect(partial(self._press_treatment, place))
        self.how_bad.scale.chosen.connect(self._say_how_bad)
        self.how_bad.scale.other.connect(self._hand_on)
        self.not_yet.clicked.connect(self._press_not_yet)
        self.beside.copied.connect(self._copy)
        self._desk.changed.connect(self._note_change)
        self._desk.troubled.connect(self.trouble.say)
