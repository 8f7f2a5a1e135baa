"""One ring around what has the focus, above everything, never clipped."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QLineEdit, QWidget

from app.ui.theme import theme as themes
from app.ui.widgets import clearing, spoken
from app.ui.widgets.toast import Toast
from app.ui.widgets.watching import watching

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_FOLLOWED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
)


class FocusRing(QWidget):
    """Follows the focus in its window; lets the mouse through; hidden while the mouse is used.

    Inside an item view the current row or cell has the ring. A widget that paints its own parts
    may offer ``focus_rect()`` in its own coordinates.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        self._by_keys = False
        self._ring = QRect()
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - a widget exists only inside one
        app.focusChanged.connect(self._follow)
        watching().add(self._see, (*_KEYS, QEvent.Type.MouseButtonPress, *_FOLLOWED))
        self.hide()

    @property
    def ring(self) -> QRect:
        """Where the ring is drawn, in the window; empty while hidden."""
        return self._ring if self.isVisible() else QRect()

    def _see(self, watched: QObject, event: QEvent) -> bool:
        """Notice keys and mouse, and whatever moves what has the focus."""
        kind = event.type()
        if kind in _KEYS:
            self._by_keys = True
            self.place()
        elif kind == QEvent.Type.MouseButtonPress:
            if event.spontaneous():
                self._by_keys = self._always()
                self.place()
        elif watched is not self and self._concerns(watched):
            self.place()
        return False

    def place(self) -> None:
        """Draw the ring where it belongs now, or hide it."""
        target = self._target
        wanted = target is not None and (self._by_keys or self._always()) and target.isVisible()
        if not wanted or target is None or not self.window().isAncestorOf(target):
            self.hide()
            return
        self.setGeometry(self.window().rect())
        area = _area(target)
        self._ring = QRect(target.mapTo(self.window(), area.topLeft()), area.size())
        self.setVisible(not area.isEmpty())
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it: a gap of ground, then three px."""
        theme = themes.current()
        sizes = theme.tokens.focus
        ring, gap = theme.px(sizes["ring"]), theme.px(sizes["gap"])
        out = gap + ring / 2
        box = QRectF(self._ring).adjusted(-out, -out, out, out)
        room = QRectF(self.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("page" if self._on_toast() else "iris"), ring))
        radius = theme.radius("button") + theme.px(sizes["radius_add"])
        painter.drawRoundedRect(box.intersected(room), radius, radius)

    def _always(self) -> bool:
        theme = themes.current()
        return theme.high_contrast or theme.look.always_show_focus

    def _on_toast(self) -> bool:
        return self._target is not None and isinstance(self._target.parentWidget(), Toast)

    def _concerns(self, watched: QObject) -> bool:
        target = self._target
        if target is None or not isinstance(watched, QWidget):
            return False
        return watched is target or watched.isAncestorOf(target)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._leave()
        ours = now is not None and now is not self.window() and self.window().isAncestorOf(now)
        self._target = now if ours else None
        if isinstance(self._target, QAbstractItemView) and self._target.selectionModel():
            self._target.selectionModel().currentChanged.connect(self._row_changed)
            self._target.verticalScrollBar().valueChanged.connect(self.place)
        if self._target is not None:
            self._target.destroyed.connect(self._forget)
            self.clear()
        self.place()

    def _leave(self) -> None:
        view = self._target
        if isinstance(view, QAbstractItemView) and view.selectionModel():
            view.selectionModel().currentChanged.disconnect(self._row_changed)
            view.verticalScrollBar().valueChanged.disconnect(self.place)
        if view is not None:
            view.destroyed.disconnect(self._forget)
        self._target = None

    def _forget(self) -> None:
        self._target = None
        self.hide()

    def _row_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.clear()
        self.place()

    def clear(self) -> None:
        """Scroll what has the focus clear of its page's edges and of the message over it.

        The mouse has no need of it; a screen reader moves the focus without a key that is seen here.
        """
        target = self._target
        if target is not None and (self._by_keys or spoken.reader_may_listen()):
            clearing.clear(target, _area(target), self.window().findChild(Toast))
            self.place()


def _area(target: QWidget) -> QRect:
    """Return what the ring goes around, in the coordinates of ``target``."""
    own = getattr(target, "focus_rect", None)
    if own is not None:
        found = own()
        return found if isinstance(found, QRect) else QRect()
    if isinstance(target, QAbstractItemView) and not isinstance(target, QHeaderView):
        cell = target.visualRect(target.currentIndex())
        view = target.viewport()
        if not cell.isEmpty():
            return QRect(view.mapTo(target, cell.topLeft()), cell.size()).intersected(target.rect())
    parent = target.parentWidget()
    if parent is not None and isinstance(target, QLineEdit) and target.property("look") == "quick":
        return QRect(target.mapFromParent(parent.rect().topLeft()), parent.size())
    return target.rect()
