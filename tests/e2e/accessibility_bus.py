"""Drives a window the way a screen reader does: over AT-SPI, by role and name, and with real keys."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.e2e.desktop import Desktop, program, tick

INTERFACE = "org.a11y.atspi."
ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
SECONDS = 30
STATES = {
    "checked": 4,
    "enabled": 8,
    "expanded": 10,
    "focusable": 11,
    "focused": 12,
    "selected": 23,
    "showing": 25,
}


class Gone(Exception):  # noqa: N818 (what a screen reader would say)
    """The node, or the whole window, went away while it was asked."""


class AccessibilityBus:
    """The bus on which windows describe themselves."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self.connection = self._connect()

    def _connect(self) -> DBusConnection:
        session = open_dbus_connection(self._desktop.environment["DBUS_SESSION_BUS_ADDRESS"])
        try:
            where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            asked = new_method_call(where, "GetAddress")
            address = session.send_and_get_reply(asked, timeout=SECONDS).body[0]
        finally:
            session.close()
        return open_dbus_connection(address)

    def close(self) -> None:
        """Leave the bus."""
        self.connection.close()

    def ask(self, where: tuple[str, str], interface: str, method: str, kinds: str = "", *words: Any) -> Any:
        """Call one method of one node. Raises Gone when nobody is there any more."""
        address = DBusAddress(where[1], where[0], INTERFACE + interface)
        return self._reply(new_method_call(address, method, kinds or None, words))

    def read(self, where: tuple[str, str], interface: str, name: str) -> Any:
        """Read one property of one node. Raises Gone when nobody is there any more."""
        address = DBusAddress(where[1], where[0], INTERFACE + interface)
        return self._reply(Properties(address).get(name))[1]

    def _reply(self, asked: Any) -> Any:
        try:
            reply = self.connection.send_and_get_reply(asked, timeout=SECONDS)
        except TimeoutError as late:
            raise Gone("no answer") from late
        if reply.header.message_type is MessageType.error:
            raise Gone(str(reply.body))
        return reply.body[0] if reply.body else None

    def window(self) -> "Node | None":
        """The one app on this desktop, under the bus name it has now (a lock gives it a new one)."""
        apps = [Node(self, (name, path)) for name, path in self.ask(ROOT, "Accessible", "GetChildren")]
        return next((app for app in reversed(apps) if app.children()), None)

    def nodes(self) -> list["Node"]:
        """Everything that shows now; nothing while the app is not there or is changing."""
        try:
            app = self.window()
        except Gone:
            return []
        return [] if app is None else list(app.shown_below())

    def find(self, role: str, name: str) -> "Node":
        """The showing node of that role whose name is NAME or begins with it.

        Waits for it. Fails after about half a minute with everything that shows instead.
        """
        for _ in range(SECONDS * 10):
            found = self.look(role, name)
            if found is not None:
                return found
            tick(self.connection)
        raise AssertionError(f"no {role} {name!r} among:\n{self.described()}")

    def look(self, role: str, name: str) -> "Node | None":
        """As `find`, but answers at once, with None when it does not show now."""
        try:
            fits = [n for n in self.nodes() if n.role() == role and n.name().startswith(name)]
            return min(fits, key=lambda node: len(node.name()), default=None)
        except Gone:  # it changed while it was read
            return None

    def wait_for_words(self, words: str) -> None:
        """Return once WORDS stand in the name or text of anything that shows."""
        for _ in range(SECONDS * 10):
            if words in self.described():
                return
            tick(self.connection)
        raise AssertionError(f"{words!r} never showed; there is:\n{self.described()}")

    def described(self) -> str:
        """What shows, one line for each node, as it would be spoken."""
        lines = []
        for node in self.nodes():
            try:
                lines.append(f"{node.role()} | {node.name()} | {node.text()}")
            except Gone:
                continue
        return "\n".join(lines)

    def keys(self, *names: str) -> None:
        """Press real keys, by xdotool's names ("ctrl+l"), in the window that is up."""
        self._with_keyboard("key", "--clearmodifiers", *names)

    def type(self, text: str) -> None:
        """Type TEXT with real keys into whatever has the focus."""
        self._with_keyboard("type", "--clearmodifiers", "--delay", "8", "--", text)

    def focused(self) -> "Node | None":
        """What has the keyboard: of all that say so the innermost that is no row of a list."""
        held = [node for node in self.nodes() if node.shows() and node.is_("focused")]
        return held[-1] if held else None

    def _with_keyboard(self, *words: str) -> None:
        tool, environment = program("xdotool"), dict(self._desktop.environment)
        focus = [tool, "search", "--onlyvisible", "--class", ".", "windowfocus", "--sync"]
        for asked in (focus, [tool, *words]):
            subprocess.run(asked, env=environment, check=True, timeout=SECONDS)


@dataclass(frozen=True, slots=True)
class Node:
    """One thing in a window, as the accessibility bus shows it."""

    bus: AccessibilityBus
    where: tuple[str, str]

    def name(self) -> str:
        return str(self.bus.read(self.where, "Accessible", "Name"))

    def description(self) -> str:
        return str(self.bus.read(self.where, "Accessible", "Description"))

    def role(self) -> str:
        return str(self.bus.ask(self.where, "Accessible", "GetRoleName"))

    def children(self) -> list["Node"]:
        return [
            Node(self.bus, (name, path))
            for name, path in self.bus.ask(self.where, "Accessible", "GetChildren")
        ]

    def shown_below(self) -> Iterator["Node"]:
        """Everything inside it that shows, but for rows of hidden lists, of which Qt says so too."""
        try:
            children = self.children()
        except Gone:
            return
        for child in children:
            if child.shows():
                yield child
                yield from child.shown_below()

    def shows(self) -> bool:
        """Whether it is there and shows."""
        try:
            return self.is_("showing")
        except Gone:
            return False

    def is_(self, state: str) -> bool:
        low, high = self.bus.ask(self.where, "Accessible", "GetState")
        return bool((low | high << 32) >> STATES[state] & 1)

    def text(self) -> str:
        """What stands in it; empty for a thing without text."""
        if INTERFACE + "Text" not in self.bus.ask(self.where, "Accessible", "GetInterfaces"):
            return ""
        return str(self.bus.ask(self.where, "Text", "GetText", "ii", 0, -1))

    def write(self, text: str) -> None:
        """Put TEXT into a field, in place of what is there."""
        assert self.bus.ask(self.where, "EditableText", "SetTextContents", "s", text), self.name()

    def press(self) -> None:
        """Do what a click on it does."""
        assert self.bus.ask(self.where, "Action", "DoAction", "i", 0), self.name()

    def focus(self) -> None:
        assert self.bus.ask(self.where, "Component", "GrabFocus"), self.name()
