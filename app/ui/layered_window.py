"""A window with what lies above its contents: toast, locking bar, focus ring; and text size by keys."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMainWindow

from app.i18n import Words
from app.ui.regions import regions_of, step
from app.ui.theme import theme as themes
from app.ui.theme.look import Look, step_size
from app.ui.widgets import clearing
from app.ui.widgets.focus_ring import FocusRing
from app.ui.widgets.locking_bar import LockingBar
from app.ui.widgets.over import Over
from app.ui.widgets.toast import Toast

_FROM_EDGE = 24


class LayeredWindow(QMainWindow):
    """``keep_look`` remembers how the window looks on this computer."""

    def __init__(self, words: Words, keep_look: Callable[[Look], None]) -> None:
        super().__init__()
        self.words = words
        self._keep_look = keep_look
        self.setWindowTitle("Told Once")
        self.setMinimumSize(320, 320)
        self.toast = Toast(words, self)
        self.bar = LockingBar(words, self)
        self.ring = FocusRing(self)
        self.toast.gone.connect(self._let_go)
        themes.current().changed.connect(self.place)

    def say(
        self, sentence: str, *, undo: bool = False, offer: tuple[str, Callable[[], None]] | None = None
    ) -> None:
        """Say what just happened, with Undo where it can be undone, or another word and what it does."""
        self.toast.say(sentence, undo=undo, offer=offer)
        self.place()
        self.ring.clear()

    def _let_go(self) -> None:
        """Give the page the room back that it had left for the message."""
        clearing.let_go(self)
        self.ring.place()

    def larger_text(self) -> None:
        """Show everything one step larger."""
        self._set_text_size(step_size(themes.current().look.text_size, 1))

    def smaller_text(self) -> None:
        """Show everything one step smaller."""
        self._set_text_size(step_size(themes.current().look.text_size, -1))

    def usual_text(self) -> None:
        """Show everything at 100%."""
        self._set_text_size(100)

    def next_region(self) -> None:
        """Move the focus to the next part of the window."""
        self._step_region(1)

    def previous_region(self) -> None:
        """Move the focus to the part before."""
        self._step_region(-1)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name for it
        """Go on by Tab in reading order."""
        return step(self, 1 if next else -1, self.toast, self.bar) or super().focusNextPrevChild(next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Put toast and bar at the bottom, the toast at the side of the hand that is used."""
        theme = themes.current()
        height = self.bar.sizeHint().height()
        self.bar.setGeometry(0, self.height() - height, self.width(), height)
        size = self.toast.sizeHint().boundedTo(self.size())
        edge = theme.px(_FROM_EDGE)
        sides = {"left": edge, "right": self.width() - size.width() - edge}
        x = sides.get(theme.look.keys_for, (self.width() - size.width()) // 2)
        self.toast.setGeometry(x, self.height() - size.height() - edge, size.width(), size.height())
        for panel in self.findChildren(Over):
            panel.place()
        self.ring.place()

    def _step_region(self, by: int) -> None:
        regions = regions_of(self, self.toast, self.bar)
        if regions:
            at = next((n for n, region in enumerate(regions) if region.has_focus()), -by)
            regions[(at + by) % len(regions)].take_focus()

    def _set_text_size(self, percent: int) -> None:
        look = replace(themes.current().look, text_size=percent)
        themes.current().wear(look)
        self._keep_look(look)
        self.say(self.words.say("window.text_size", "Text size {n}%", n=percent))
