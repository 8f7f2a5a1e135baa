"""The steps of a walk, as index tabs; or a short list to choose from where there is less room."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets.rail_delegate import paint_tab

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_STATE = {
    "done": ("check-circle-fill", "pine"),
    "here": ("circle-bold", "pine"),
    "not yet": ("circle", "ink2"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step; ``state`` is "done", "here" or "not yet"."""

    words: str
    state: str


class StepsModel(QAbstractListModel):
    """The steps, in order."""

    StepRole = Qt.ItemDataRole.UserRole

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.steps: tuple[Step, ...] = ()

    def show(self, steps: tuple[Step, ...]) -> None:
        """Show these steps."""
        self.beginResetModel()
        self.steps = steps
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of steps."""
        return 0 if parent.isValid() else len(self.steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks for."""
        if not index.isValid():
            return None
        step = self.steps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return step.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(step)
        return step if role == self.StepRole else None

    def _spoken(self, step: Step) -> str:
        state = {
            "done": self._words.say("steps.done", "done"),
            "here": self._words.say("steps.here", "now here"),
            "not yet": self._words.say("steps.not_yet", "not yet"),
        }[step.state]
        return f"{step.words}, {state}"


class Steps(QListView):
    """``opened(place)`` follows a click or Enter; ahead of what is done only with ``ahead``."""

    opened = Signal(int)

    def __init__(self, name: str, words: Words, *, ahead: bool = False) -> None:
        super().__init__()
        self._ahead = ahead
        self._steps = StepsModel(words)
        self._steps.setParent(self)
        self.setModel(self._steps)
        self.setItemDelegate(_StepDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Show the steps, with the current row on the one that is here."""
        self._steps.show(steps)
        here = next((n for n, step in enumerate(steps) if step.state == "here"), 0)
        self.setCurrentIndex(self._steps.index(here, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter or Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        super().mouseReleaseEvent(event)
        self._open(self.indexAt(event.position().toPoint()))

    def sizeHint(self) -> QSize:
        """Return the height of all steps."""
        theme = themes.current()
        return QSize(theme.size("steps_column"), len(self._steps.steps) * theme.size("tab"))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and (self._ahead or self._steps.steps[index.row()].state == "done"):
            self.opened.emit(index.row())


class _StepDelegate(QStyledItemDelegate):
    """State icon and word; the step that is here is part of the page."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), themes.current().size("tab"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = themes.current()
        step = index.data(Qt.ItemDataRole.UserRole)
        box = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = step.state == "here"
        if here:
            paint_tab(painter, box, theme, left=12)
        icon, tone = _STATE[step.state]
        drawn = theme.icon(icon, tone, 20, painter.device().devicePixelRatio())
        painter.drawPixmap(theme.px(32), box.y() + (box.height() - theme.px(20)) // 2, drawn)
        painter.setFont(theme.font("body", weight=600 if here else 400))
        painter.setPen(theme.colour("ink" if here else "ink2"))
        place = box.adjusted(theme.px(64), 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, step.words)
        painter.restore()
