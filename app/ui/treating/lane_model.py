"""The rows of the swimlanes and their headings, as a list that a view and a screen reader ask."""

from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.derived.treatments.lanes import LaneRow, Lanes
from app.i18n import Words
from app.ui.treating.lane_paint import Heading, PanelRole, RowRole

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class LaneModel(QAbstractListModel):
    """Headings and rows as values."""

    def __init__(self) -> None:
        super().__init__()
        self.lanes: Lanes | None = None
        self.items: tuple[Heading | LaneRow, ...] = ()

    def show(self, lanes: Lanes, words: Words) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.lanes = lanes
        self.items = _items(lanes, words)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of headings and rows."""
        return 0 if parent.isValid() else len(self.items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be read but not chosen."""
        if index.isValid() and isinstance(self.items[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view, or a screen reader, asks for."""
        if not index.isValid() or self.lanes is None:
            return None
        item = self.items[index.row()]
        if role == RowRole:
            return item
        if role == PanelRole:
            return self.lanes.panel
        if isinstance(item, Heading):
            said = " ".join(part for part in (item.words, item.note) if part)
            return said if role == Qt.ItemDataRole.DisplayRole else None
        return {
            Qt.ItemDataRole.DisplayRole: item.name,
            Qt.ItemDataRole.AccessibleTextRole: item.name,
            Qt.ItemDataRole.AccessibleDescriptionRole: item.about,
            Qt.ItemDataRole.ToolTipRole: item.spoken,
        }.get(Qt.ItemDataRole(role))


def _items(lanes: Lanes, words: Words) -> tuple[Heading | LaneRow, ...]:
    going, ended = words.say("lanes.going", "how it's going"), words.say("lanes.ended", "why it ended")
    now = Heading(words=words.say("lanes.now", "Taking now"), column=going)
    coming = Heading(words=words.say("lanes.coming", "To begin later"), column="")
    stopped = Heading(words=words.say("lanes.stopped", "Tried and stopped"), column=ended)
    items: list[Heading | LaneRow] = []
    for heading, rows in ((now, lanes.now), (coming, lanes.coming), (stopped, lanes.stopped)):
        if rows:
            items += [heading, *rows]
    if lanes.nothing_stopped:
        none = words.say("lanes.none_stopped", "Nothing stopped yet.")
        items.append(replace(stopped, column="", note=none))
    return tuple(items)
