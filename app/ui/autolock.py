"""Locking by itself: after quiet minutes, when the screen locks, when the computer sleeps."""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, SignalInstance

from app.ui.widgets.watching import watching

WARNING_SECONDS = 30
_MINUTE_MS = 60_000
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.HoverMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)
_SPENT_ON_STAYING = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress})


class Timer(Protocol):
    """What is needed of a timer, so that a test can wind it by hand."""

    @property
    def timeout(self) -> SignalInstance:
        """Follows when the time is up."""

    def start(self, milliseconds: int, /) -> None:
        """Start, or start again."""

    def stop(self) -> None:
        """Stop."""


class AutoLock(QObject):
    """Watches for signs of life in the whole application.

    ``soon`` comes 30 s before the end, ``stayed`` when the person stays after all, ``due`` when
    the journal is to be locked. The key or click that stays does nothing else.
    """

    soon = Signal()
    stayed = Signal()
    due = Signal()

    def __init__(self, parent: QObject, minutes: int, timer: Timer | None = None) -> None:
        super().__init__(parent)
        self._timer = timer or QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._time_is_up)
        self._minutes = minutes
        self._warned = False
        self._paused = True

    def begin(self, minutes: int | None = None) -> None:
        """Start watching; 0 minutes means never by itself."""
        self._minutes = self._minutes if minutes is None else minutes
        self._paused = False
        watching().add(self._see, _SIGNS_OF_LIFE)
        self._wind()

    def end(self) -> None:
        """Stop watching, as when the journal is locked."""
        self._paused = True
        self._warned = False
        self._timer.stop()
        watching().remove(self._see)

    def stay(self) -> None:
        """Begin the quiet minutes again: the Stay button, a screen reader, anything that lives."""
        was_warned, self._warned = self._warned, False
        if not self._paused:
            self._wind()
        if was_warned:
            self.stayed.emit()

    def _see(self, _watched: QObject, event: QEvent) -> bool:
        """Take every sign of life as staying; swallow the first key or click after the warning."""
        if self._paused:
            return False
        swallowed = self._warned and event.type() in _SPENT_ON_STAYING
        self.stay()
        return swallowed

    def _wind(self) -> None:
        if self._minutes:
            self._timer.start(max(self._minutes * _MINUTE_MS - WARNING_SECONDS * 1000, 0))
        else:
            self._timer.stop()

    def _time_is_up(self) -> None:
        if self._warned:
            self.end()
            self.due.emit()
        else:
            self._warned = True
            self._timer.start(WARNING_SECONDS * 1000)
            self.soon.emit()
