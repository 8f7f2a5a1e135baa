"""Keep all of this from Dr X: one tick on a clinician or a visit covers all that belongs to it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.domain.derived.naming import kind_name
from app.domain.derived.sharing import covered_by, keep_from, share_with
from app.domain.records import Record
from app.domain.records.record import ClinicianId, Mark
from app.i18n import Words
from app.ui.desk import Desk
from app.ui.editors.editor import Editor
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Hairline
from app.ui.widgets.sharing_mark import SharingMark
from app.ui.widgets.text import Text
from app.ui.widgets.tick_box import TickBox

_NAMED = 4  # kinds that are counted by name; the rest is one number


def with_keep_from(desk: Desk, editor: Editor) -> Editor:
    """The same form, with a tick for each clinician it may be kept from, where there is any."""
    record = editor.record
    names = {key: name for key, name in desk.clinicians().items() if key != record.id}
    if names:
        editor.add_above_save(KeepFrom(desk.words, editor, names, _covers(desk, record)))
    return editor


class KeepFrom(QWidget):
    """The ticks follow the form's sharing mark, and change it: there is one truth."""

    def __init__(self, words: Words, editor: Editor, names: Mapping[ClinicianId, str], covers: str) -> None:
        super().__init__()
        self._editor = editor
        self._private = Text(
            words.say("keep_from.private", "It is private: nobody sees any of it."), tone="ink2"
        )
        self.ticks: dict[ClinicianId, TickBox] = {}
        column = Column(Hairline(), Heading(words.say("keep_from.title", "Who sees none of this")), spacing=4)
        column.addWidget(Text(covers, "small", tone="ink2"))
        column.addWidget(self._private)
        for key, name in names.items():
            tick = TickBox(words.say("keep_from.tick", "Keep all of this from {name}", name=name))
            tick.clicked.connect(self._note)
            self.ticks[key] = tick
            column.addWidget(tick)
        self.setLayout(column)
        editor.sharing.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        sharing = self._editor.sharing.value
        private = sharing.mark is Mark.PRIVATE
        self._private.setVisible(private)
        for key, tick in self.ticks.items():
            tick.setVisible(not private)
            tick.setChecked(key in sharing.not_with)

    def _note(self) -> None:
        mark, record = self._editor.sharing.widget, self._editor.record
        record = replace(record, sharing=self._editor.sharing.value)
        for key, tick in self.ticks.items():
            if tick.isChecked() != (key in record.sharing.not_with):
                record = (keep_from if tick.isChecked() else share_with)(record, key)
        if isinstance(mark, SharingMark):
            mark.choose(record.sharing)


def _covers(desk: Desk, record: Record) -> str:
    """What a tick covers, in numbers."""
    say, words = desk.words.say, desk.words
    counts = Counter(type(one) for one in covered_by(desk.snapshot, record))
    if not counts:
        nothing = "A tick covers all that will belong to it, wherever it would be shown to them."
        return say("keep_from.nothing", nothing)
    named = [kind_name(kind, count, words) for kind, count in counts.most_common(_NAMED)]
    others = sum(count for _, count in counts.most_common()[_NAMED:])
    if others:
        named.append(words.count("keep_from.others", "{n} more thing", "{n} more things", others))
    covers = (
        "A tick covers {what}, and what will belong to it later: on pages, in files and in lists for them."
    )
    return say("keep_from.covers", covers, what=words.listing(tuple(named)))
