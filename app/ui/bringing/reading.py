"""A long file while it is read: how far it is, and a way to stop."""

import threading
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.i18n import Words
from app.services.progress import Cancelled
from app.ui.background import Tell
from app.ui.widgets.button import Button
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.working import Working

_STEPS = 100


class Reading(QWidget):
    """The person can go on writing meanwhile: the file is read in a worker."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._stop = threading.Event()
        self.working = Working(words.say("bring.reading", "Reading the file…"))
        self.stop_button = Button(words.say("bring.stop", "Stop"), size="small")
        self.setLayout(Column(self.working, Row(self.stop_button, 1), spacing=8))
        self.stop_button.clicked.connect(self.stop)
        self.hide()

    def begin(self) -> None:
        """Show that a file is being read; `Stop` comes with the first step."""
        self._stop.clear()
        self.show()
        self.stop_button.hide()
        self.working.begin(_STEPS)

    def end(self) -> None:
        """Take it away."""
        self.working.end()
        self.hide()

    def stop(self) -> None:
        """Stop at the next step."""
        self._stop.set()

    def telling(self, tell: Tell) -> Callable[[int, float], None]:
        """What the worker calls at each step: it tells the window, or stops."""

        def step(readings: int, share: float) -> None:
            if self._stop.is_set():
                raise Cancelled
            tell((readings, share))

        return step

    def show_step(self, step: object) -> None:
        """Say how many readings there were, of about how many."""
        if not (isinstance(step, tuple) and self.isVisible()):
            return
        readings, share = step
        about = round(readings / max(share, 0.01), -3)
        self.stop_button.show()
        self.working.bar.setValue(round(share * _STEPS))
        self.working.say(
            self._words.say(
                "bring.reading_on",
                "Reading… {n} of about {total} readings. You can go on writing.",
                n=self._words.number(readings),
                total=self._words.number(int(about)),
            )
        )
