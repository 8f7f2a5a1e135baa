"""What is asked before the passphrase or the recovery key changes, and the way back from it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.desk import Desk
from app.ui.keys.new_key import NewKey
from app.ui.keys.passphrase_step import PassphraseStep
from app.ui.widgets.button import Button
from app.ui.widgets.form import FormRow
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.passphrase_field import PassphraseField
from app.ui.widgets.text import Text


class WithBack(QWidget):
    """A way back over what is open; away while the work is under way and once the key has changed."""

    left = Signal()

    def __init__(self, desk: Desk, inner: QWidget, first: QWidget) -> None:
        super().__init__()
        self._inner, self._first = inner, first
        self.back = Button(desk.words.say("page.back", "Back"), kind="quiet", icon="caret-left", size="small")
        self.setLayout(Column(Row(self.back, 1), inner, spacing=12))
        self.back.clicked.connect(self._leave)

    def first_focus(self) -> QWidget:
        """The first field."""
        first = getattr(self._first, "first_focus", None)
        found = first() if first is not None else self._first
        return found if isinstance(found, QWidget) else self._first

    @property
    def is_under_way(self) -> bool:
        """Whether the key is being made, or has been and is shown for the one time."""
        inner = self._inner
        return isinstance(inner, NewKey) and (inner.recovery is not None or inner.working.at_work)

    def _leave(self) -> None:
        if not self.is_under_way:
            self.left.emit()


class Asking(QWidget):
    """The passphrase there is. ``entered`` follows Enter."""

    entered = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.words = desk, desk.words
        self.old = PassphraseField(desk.words)
        label = desk.words.say("keys_panel.old", "Your passphrase now")
        self.old_row = FormRow(label, self.old.line, shown=self.old)

    def first_focus(self) -> QWidget:
        """The passphrase there is."""
        return self.old.line

    def ready(self) -> str:
        """The passphrase; "" after saying what is missing."""
        if not self.old.text:
            missing = self.words.say("cover.empty", "Type the passphrase first.")
            self.old_row.show_error(missing)
            return ""
        self.old_row.show_error("", move=False)
        return self.old.text

    def wipe(self) -> None:
        """Empty the field."""
        self.old.wipe()


class TheOneThereIs(Asking):
    """Before a new recovery key."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        say = desk.words.say
        title = Heading(say("keys_panel.new.title", "A new recovery key"), wrap=True)
        what = "Your passphrase stays. The journal gets a new key, and the paper you have now stops working."
        text = Text(say("keys_panel.new.what", what), tone="ink2")
        self.setLayout(Column(title, Narrow(Column(text, self.old_row, spacing=16), 544), spacing=14))
        self.old.entered.connect(self.entered)


class OldAndNew(Asking):
    """Before a change of passphrase: the old one, then the new one twice with the meter."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        title = desk.words.say("recover.new", "Choose a new passphrase")
        self.new = PassphraseStep(desk.words, title=title)
        self.setLayout(Column(Narrow(Column(self.old_row), 544), self.new, spacing=18))
        self._typed = ""
        self.old.entered.connect(self.new.first.setFocus)
        self.old.line.textChanged.connect(self._note)
        self.new.entered.connect(self.entered)

    def change(self, new: str) -> tuple[str, ...]:
        """Change it, in a worker."""
        return self.desk.session.keys.change_passphrase(new, self._typed)

    def ready(self) -> str:
        """The new passphrase; "" after saying what is missing."""
        return self.new.ready() if super().ready() else ""

    def wipe(self) -> None:
        """Empty all three."""
        super().wipe()
        self.new.wipe()

    def _note(self, typed: str) -> None:
        self._typed = typed
