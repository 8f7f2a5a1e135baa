"""What the numbers of a scale mean to this person: a number and words, one row for each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.records.symptoms import WORST, Anchor
from app.i18n import Words
from app.ui.editors.boxes import Box
from app.ui.widgets.button import Button
from app.ui.widgets.form import Line
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.text import Text

_FIRST = 6  # the number a first row offers; any other is one key away


class AnchorRows(QWidget):
    """Rows such as "my 6: can work, can't drive". A row without words says nothing."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._pairs: list[tuple[PickList, Line]] = []
        self._rows = Column(spacing=8)
        more = words.say("anchors.more", "Another number")
        self._more = Button(more, kind="quiet", icon="plus", size="small")
        self.setLayout(Column(Group(self._rows), Row(self._more, 1), spacing=4))
        self._more.clicked.connect(self._add_next)

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The rows that have words, by number; the last row of a number holds."""
        held = {pick.currentIndex(): line.text() for pick, line in self._pairs if line.text().strip()}
        return tuple(Anchor(severity=at, words=held[at]) for at in sorted(held))

    def show_anchors(self, anchors: tuple[Anchor, ...]) -> None:
        """Show other rows, and an empty one where there is none."""
        self.show_text("\n".join(f"{anchor.severity} {anchor.words}" for anchor in anchors))

    @property
    def text(self) -> str:
        """Every row with words, for a draft."""
        rows = ((pick.currentIndex(), line.text()) for pick, line in self._pairs)
        return "\n".join(f"{at} {text}" for at, text in rows if text.strip())

    def show_text(self, text: str) -> None:
        """Show the rows of a draft."""
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        self._pairs = []
        for line in text.split("\n"):
            number, _, said = line.partition(" ")
            if number.isdigit():
                self._add(min(int(number), WORST), said)
        if not self._pairs:
            self._add(_FIRST, "")

    def _add(self, severity: int, said: str) -> Line:
        say = self._words.say
        pick = PickList(say("anchors.number", "Number"), [str(n) for n in range(WORST + 1)])
        pick.setCurrentIndex(severity)
        line = Line(said, example=say("anchors.example", "For example: can work, can't drive"))
        line.setAccessibleName(say("anchors.words", "What it means"))
        row = Row(Text(say("anchors.my", "My"), wrap=False), pick, line, spacing=8)
        row.setStretch(2, 1)
        self._rows.addWidget(Group(row))
        self._pairs.append((pick, line))
        pick.currentIndexChanged.connect(self.changed)
        line.textChanged.connect(self.changed)
        return line

    def _add_next(self) -> None:
        used = {pick.currentIndex() for pick, _ in self._pairs}
        free = next((n for n in range(max(used, default=0) + 1, WORST + 1) if n not in used), None)
        at = free if free is not None else next((n for n in range(WORST + 1) if n not in used), WORST)
        self._add(at, "").setFocus()


def anchors_box(words: Words) -> Box[tuple[Anchor, ...]]:
    """The person's own meaning of the numbers."""
    rows = AnchorRows(words)
    box = Box(
        rows,
        read=lambda: rows.anchors,
        fill=rows.show_anchors,
        draft=lambda: rows.text,
        take_draft=rows.show_text,
    )
    rows.changed.connect(box.tell)
    return box
