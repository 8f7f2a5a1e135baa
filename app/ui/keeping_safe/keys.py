"""Keys: every command with its keys, each changeable, and whether single letters work (interface.md 8)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui import actions
from app.ui.desk import Desk
from app.ui.keeping_safe.choosing import PreferencePanel
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.heading import Heading
from app.ui.widgets.key_catcher import KeyCatcher
from app.ui.widgets.layout import Column, Group, Hairline, Row
from app.ui.widgets.notice import Notice
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow
from app.ui.widgets.text import Text

_TAKEN = ("Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A", "Ctrl+Return", "Ctrl+Enter", "F10", "Shift+F10", "Alt+F4")
"""Keys that mean something everywhere and are never a command's own."""


class KeysPanel(PreferencePanel):
    """Choose a command with the arrows; Enter or the button takes another key for it."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        say = desk.words.say
        self._names = actions.commands(desk.words)
        self.change = Button(say("keys_set.change", "Choose another key"), icon="keyboard")
        self.usual = Button(say("keys_set.usual", "Its usual key again"))
        self.all_usual = Button(say("keys_set.all", "All keys as usual"), kind="quiet")
        self.list = RecordList(title, grows=True, beside=True, dated_right=True)
        self.catcher = KeyCatcher(say("keys_set.press", "Press the new key now. Esc keeps the old one."))
        self.asking = Text("", "label")
        self.trouble = Notice(kind="trouble")
        self._catching = Group(Column(self.asking, Row(self.catcher, 1), spacing=4))
        self._catching.hide()
        only = "Then letters, digits and signs do nothing by themselves. Each is a button or in the menu too."
        self.body.addWidget(
            self.switch(
                "only_ctrl_keys",
                say("keys_set.only_ctrl", "Only keys with Ctrl"),
                say("keys_set.only_ctrl.hint", only),
            )
        )
        self.body.addWidget(Hairline())
        self.body.addWidget(Heading(say("keys_set.list", "All keys")))
        self.body.addWidget(Group(FlowLayout(self.change, self.usual, self.all_usual, gap=12)))
        self.body.addWidget(self.trouble)
        self.body.addWidget(self._catching)
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        self._connect()

    def first_focus(self) -> QWidget:
        """The list."""
        return self.list

    def refresh(self) -> None:
        """Show the keys that hold now."""
        super().refresh()
        chosen = self._chosen()
        self.list.show_rows(tuple(self._row(command, chosen) for command in self._names))
        self.all_usual.setVisible(bool(chosen))
        self._show_usual()

    def go_back(self) -> bool:
        """Stop waiting for a key."""
        if self._catching.isHidden():
            return False
        self._stop()
        return True

    def catch(self) -> None:
        """Wait for the new key of the chosen command."""
        command = self.list.key
        if command:
            name = self._names[command]
            self.trouble.say("")
            self.asking.say(self.words.say("keys_set.for", "New key for: {what}", what=name))
            self.catcher.setAccessibleDescription(self.asking.words)
            self._catching.show()
            self.catcher.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, keys: str) -> None:
        """Give the chosen command another key, unless that means something else."""
        command, shown = self.list.key, actions.shown((keys,))
        other = self._used_by(keys, command)
        if other:
            taken = "{keys} is used by: {what}. Press another, or change that one first."
            self.trouble.say(self.words.say("keys_set.taken", taken, keys=shown, what=other))
            self.catcher.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._keep({**self._chosen(), command: (keys,)}, command)
        self._stop()

    def use_usual(self) -> None:
        """Give the chosen command its usual keys again."""
        command = self.list.key
        for keys in actions.usual_keys(command):
            other = self._used_by(keys, command)
            if other:
                taken = "{keys} is used by: {what}. Change that one first."
                shown = actions.shown((keys,))
                self.trouble.say(self.words.say("keys_set.usual.taken", taken, keys=shown, what=other))
                return
        self._keep({key: held for key, held in self._chosen().items() if key != command}, command)

    def use_all_usual(self) -> None:
        """Give every command its usual keys again."""
        self.desk.prefer(self.words.say("keys_set.all", "All keys as usual"), keys={})
        self.refresh()

    # Within

    def _connect(self) -> None:
        self.change.clicked.connect(self.catch)
        self.usual.clicked.connect(self.use_usual)
        self.all_usual.clicked.connect(self.use_all_usual)
        self.list.opened.connect(self.catch)
        self.list.moved.connect(self._show_usual)
        self.catcher.caught.connect(self.take)
        self.catcher.refused.connect(self._refuse)
        self.catcher.left.connect(self._stop)

    def _chosen(self) -> dict[str, tuple[str, ...]]:
        return dict(self.desk.session.state.look().keys)

    def _row(self, command: str, chosen: dict[str, tuple[str, ...]]) -> RecordRow:
        keys = actions.shown(chosen.get(command, actions.usual_keys(command)))
        name = self._names[command]
        pill = ("plain", self.words.say("keys_set.yours", "yours")) if command in chosen else None
        spoken = ", ".join(part for part in (name, keys, pill[1] if pill else "") if part)
        return RecordRow(key=command, title=name, when=keys, pill=pill, spoken=spoken)

    def _used_by(self, keys: str, command: str) -> str:
        """What a key does already, "" for nothing."""
        if keys in _TAKEN:
            return self.words.say("keys_set.everywhere", "every window and field")
        chosen = self._chosen()
        for other, name in self._names.items():
            if other != command and keys in chosen.get(other, actions.usual_keys(other)):
                return name
        return ""

    def _keep(self, keys: dict[str, tuple[str, ...]], command: str) -> None:
        held = actions.shown(keys.get(command, actions.usual_keys(command)))
        said = self.words.say("prefer.picked", "{what}: {answer}", what=self._names[command], answer=held)
        self.trouble.say("")
        self.desk.prefer(said, keys=keys)
        self.refresh()

    def _refuse(self) -> None:
        refused = "That one types or moves. Press it with Ctrl or Alt, or an F key."
        self.trouble.say(self.words.say("keys_set.refused", refused))

    def _stop(self) -> None:
        self._catching.hide()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_usual(self) -> None:
        self.usual.setVisible(self.list.key in self._chosen())
