"""Against a bus of the test's own, as a desktop would send them."""

import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from app.ui.lock_signals import LockSignals

NAME = "told-once-lock-test"
SENDER = "told-once-lock-test-sender"


@pytest.fixture
def address() -> Iterator[str]:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as bus:
        assert bus.stdout is not None
        yield bus.stdout.readline().strip()
        QDBusConnection.disconnectFromBus(NAME)
        QDBusConnection.disconnectFromBus(SENDER)
        bus.terminate()


def _send(address: str, path: str, interface: str, name: str, *arguments: object) -> None:
    sender = QDBusConnection.connectToBus(address, SENDER)
    message = QDBusMessage.createSignal(path, interface, name)
    message.setArguments(list(arguments))
    assert sender.send(message)


SIGNS: tuple[tuple[str, str, str, tuple[object, ...]], ...] = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", (True,)),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", (True,)),
    ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", (True,)),
    ("/org/freedesktop/login1/session/_31", "org.freedesktop.login1.Session", "Lock", ()),
)


@pytest.mark.parametrize("sign", SIGNS)
def test_the_computers_signs_of_leaving_are_heard(
    address: str, qtbot: QtBot, sign: tuple[str, str, str, tuple[object, ...]]
) -> None:
    path, interface, name, arguments = sign
    bus = QDBusConnection.connectToBus(address, NAME)
    signals = LockSignals(None, bus, bus)
    assert signals.heard == 4
    with qtbot.waitSignal(signals.leaving):
        _send(address, path, interface, name, *arguments)


def test_waking_up_does_not_lock(address: str, qtbot: QtBot) -> None:
    bus = QDBusConnection.connectToBus(address, NAME)
    signals = LockSignals(None, bus, bus)
    spy = QSignalSpy(signals.leaving)
    _send(address, "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", False)
    with qtbot.waitSignal(signals.leaving):
        _send(address, "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", True)
    assert spy.count() == 1


def test_without_a_desktop_nothing_is_heard_and_nothing_fails() -> None:
    nowhere = QDBusConnection("told-once-no-such-bus")
    assert LockSignals(None, nowhere, nowhere).heard == 0
