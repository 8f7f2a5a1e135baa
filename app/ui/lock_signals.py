"""The computer's own signs that the person is leaving: screen lock, sleep."""

import sys

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

_SCREEN_SAVERS = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)
_LOGIN = "org.freedesktop.login1"


class LockSignals(QObject):
    """``leaving`` follows when the screen is locked or the computer goes to sleep (Linux)."""

    leaving = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        session: QDBusConnection | None = None,
        system: QDBusConnection | None = None,
    ) -> None:
        super().__init__(parent)
        self.heard = 0
        if session is None and system is None and not sys.platform.startswith("linux"):
            return
        self._listen_to_screen(session or QDBusConnection.sessionBus())
        self._listen_to_login(system or QDBusConnection.systemBus())

    def _listen_to_screen(self, bus: QDBusConnection) -> None:
        for path, interface in _SCREEN_SAVERS:
            self._hear(bus, (path, interface, "ActiveChanged"), SLOT("_screen_changed(bool)"))

    def _listen_to_login(self, bus: QDBusConnection) -> None:
        manager = (f"/{_LOGIN.replace('.', '/')}", f"{_LOGIN}.Manager", "PrepareForSleep")
        self._hear(bus, manager, SLOT("_screen_changed(bool)"))
        self._hear(bus, ("", f"{_LOGIN}.Session", "Lock"), SLOT("_locked()"))

    def _hear(self, bus: QDBusConnection, sign: tuple[str, str, str], slot: str) -> None:
        if bus.isConnected():
            path, interface, name = sign
            heard = bus.connect("", path, interface, name, self, slot)  # type: ignore[call-overload]  # takes str
            self.heard += bool(heard)

    @Slot(bool)
    def _screen_changed(self, active: bool) -> None:
        if active:
            self.leaving.emit()

    @Slot()
    def _locked(self) -> None:
        self.leaving.emit()
