"""The rail: index tabs of the pages, the journal's name, and the way to lock."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QWidget

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets.button import Button
from app.ui.widgets.fold import Fold
from app.ui.widgets.layout import Column, Gap, Row
from app.ui.widgets.own_words import paint_quote_mark
from app.ui.widgets.picture import Picture
from app.ui.widgets.rail_delegate import RailDelegate
from app.ui.widgets.text import Text

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One tab: ``key`` for the code, words and icon for the person; ``apart`` begins a group."""

    key: str
    words: str
    icon: str
    apart: bool = False


class RailModel(QAbstractListModel):
    """The tabs, in order."""

    TabRole = Qt.ItemDataRole.UserRole

    def __init__(self, tabs: tuple[Tab, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.tabs = tabs

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of tabs."""
        return 0 if parent.isValid() else len(self.tabs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks for."""
        if not index.isValid():
            return None
        tab = self.tabs[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return tab.words
        return tab if role == self.TabRole else None


class RailList(QListView):
    """Arrows only move; Enter, Space or a click opens."""

    opened = Signal(str)

    def __init__(self, tabs: tuple[Tab, ...], words: Words) -> None:
        super().__init__()
        self.setModel(RailModel(tabs, self))
        self.setItemDelegate(RailDelegate(self))
        self.setAccessibleName(words.say("rail.name", "Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setProperty("look", "rail")
        self.open_key = tabs[0].key if tabs else ""
        self.fold = Fold.NORMAL

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter or Space; letters do not search."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(self.currentIndex())
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        super().mouseReleaseEvent(event)
        self._open(self.indexAt(event.position().toPoint()))

    def show_open(self, key: str) -> None:
        """Draw the tab of ``key`` as part of the page."""
        self.open_key = key
        keys = [tab.key for tab in self._tabs()]
        if key in keys:
            self.setCurrentIndex(self.model().index(keys.index(key), 0))
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return the height of all tabs."""
        rows = range(self.model().rowCount())
        return QSize(rail_width(self.fold), sum(self.sizeHintForRow(n) for n in rows))

    def _tabs(self) -> tuple[Tab, ...]:
        model = self.model()
        return model.tabs if isinstance(model, RailModel) else ()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._tabs()[index.row()].key)


class Rail(QWidget):
    """Mark, tabs, and the foot with the journal's name, whether it is saved, and Lock now."""

    opened = Signal(str)
    lock = Signal()
    journal_menu = Signal(QPoint)

    def __init__(self, tabs: tuple[Tab, ...], words: Words, journal_name: str = "") -> None:
        super().__init__()
        self._words = words
        self._journal_name = journal_name
        self._lock_keys = "Ctrl L"
        self.fold = Fold.NORMAL
        self.setProperty("ground", "desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list = RailList(tabs, words)
        self.list.opened.connect(self.opened)
        self._mark = _Mark()
        self.journal = Button(journal_name, kind="item", size="small")
        self.journal.setAccessibleDescription(
            words.say("rail.journal", "Find, undo, redo, keys and help, other journals")
        )
        self.journal.clicked.connect(self._open_menu)
        self._tick = Picture("check", "ink2", 16)
        self._saved = Text(words.say("rail.saved", "Saved and encrypted"), "caption", wrap=False)
        self.lock_button = Button(
            words.say("rail.lock", "Lock now"), kind="quiet", icon="lock-key", keys="Ctrl L", size="small"
        )
        self.lock_button.clicked.connect(self.lock)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._lay_out()

    def set_journal(self, name: str) -> None:
        """Show the journal's name."""
        self._journal_name = name
        self.set_fold(self.fold)

    def show_lock_keys(self, keys: str) -> None:
        """Show another key on Lock now."""
        self._lock_keys = keys
        self.set_fold(self.fold)

    def show_saving(self, state: str) -> None:
        """``state`` is "saved", "saving" or "unsaved"."""
        sentences = {
            "saved": self._words.say("rail.saved", "Saved and encrypted"),
            "saving": self._words.say("rail.saving", "Saving…"),
            "unsaved": self._words.say("rail.unsaved", "Not saved yet"),
        }
        self._saved.say(sentences[state])
        icon, tone = ("warning", "brick") if state == "unsaved" else ("check", "ink2")
        self._tick.show_icon(icon, tone)
        self._tick.setVisible(self.fold >= Fold.NORMAL or state == "unsaved")

    def set_fold(self, fold: Fold) -> None:
        """Take the width for the room there is."""
        self.fold = fold
        self.list.fold = fold
        full = fold >= Fold.NORMAL
        self._mark.show_words(full)
        self._saved.setVisible(full)
        self._tick.setVisible(full)
        lock = self._words.say("rail.lock", "Lock now")
        self.lock_button.keys = self._lock_keys if full else ""
        self.lock_button.say(lock if full else "")
        self.lock_button.setAccessibleName(lock)
        self.lock_button.setToolTip("" if full else lock)
        self.journal.icon_name = "" if full else "dots-three"
        self.journal.say(self._journal_name if full else "")
        self.journal.setAccessibleName(self._journal_name)
        for row, button in self._foot:
            row.set_margins((8, 0, 0, 0) if full else (0, 0, 0, 0))
            row.setAlignment(button, Qt.AlignmentFlag.AlignLeft if full else Qt.AlignmentFlag.AlignHCenter)
        self.list.doItemsLayout()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the rail's width."""
        return QSize(rail_width(self.fold), 0)

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.list.doItemsLayout()
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline to the page, skipping the open tab."""
        super().paintEvent(event)
        theme = themes.current()
        painter = QPainter(self)
        name = "edge" if theme.high_contrast else "line"
        painter.setPen(QPen(theme.colour(name), theme.border))
        x = self.width() - 1
        tab = self._open_tab()
        painter.drawLine(x, 0, x, tab[0])
        painter.drawLine(x, tab[1], x, self.height())

    def _open_tab(self) -> tuple[int, int]:
        row = next((n for n, t in enumerate(self.list._tabs()) if t.key == self.list.open_key), None)  # noqa: SLF001 - its own list
        if row is None:
            return (0, 0)
        box = self.list.visualRect(self.list.model().index(row, 0))
        top = self.list.viewport().mapTo(self, box.topLeft()).y()
        apart = themes.current().px(16) if self.list._tabs()[row].apart else 0  # noqa: SLF001 - as above
        return (top + apart, top + box.height())

    def _lay_out(self) -> None:
        saved = Row(self._tick, self._saved, 1, spacing=6, margins=(20, 0, 8, 0))
        name, lock = Row(self.journal), Row(self.lock_button)
        self._foot = (name, self.journal), (lock, self.lock_button)
        column = Column(self._mark, self.list, name, saved, lock, spacing=2, margins=(0, 0, 0, 8))
        column.setStretch(1, 1)
        self.setLayout(column)

    def _open_menu(self) -> None:
        self.journal_menu.emit(self.journal.mapToGlobal(QPoint(0, 0)))


def rail_width(fold: Fold) -> int:
    """Return the rail's width in px; the icons keep their words at every width."""
    return themes.current().size("rail" if fold >= Fold.NORMAL else "rail_labelled")


class _Mark(QWidget):
    """The quote mark, and the app's name where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._words = True
        self.setAccessibleName("Told Once")

    def show_words(self, shown: bool) -> None:
        self._words = shown
        self.update()

    def sizeHint(self) -> QSize:
        theme = themes.current()
        return QSize(theme.px(60), theme.px(60))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = themes.current()
        painter = QPainter(self)
        left = theme.px(22) if self._words else (self.width() - theme.px(17)) // 2
        paint_quote_mark(painter, QPoint(left, theme.px(26)), 17)
        if self._words:
            painter.setFont(theme.font("heading"))
            painter.setPen(theme.colour("ink"))
            painter.drawText(theme.px(50), theme.px(40), "Told Once")


__all__ = ["Gap", "Rail", "RailList", "RailModel", "Tab", "rail_width"]
