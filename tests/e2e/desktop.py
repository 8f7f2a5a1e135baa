"""A desktop of the tests' own: a screen, a session bus, and, when asked for, a key ring."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection

ROOT = Path(__file__).parent.parent.parent
ACCESSIBILITY_SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
BUS_RULES = """
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <servicedir>{folder}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
SCREEN = "1366x900x24"
KEYRING = DBusAddress("/org/freedesktop/secrets", "org.freedesktop.secrets", "org.freedesktop.Secret.Service")
BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")


@dataclass(frozen=True, slots=True, kw_only=True)
class Desktop:
    """Where a process has to be started to live on this desktop: its environment and its folders."""

    environment: Mapping[str, str]
    home: Path
    temporary: Path

    def python(self, *words: str, feed: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run Python with WORDS on this desktop, to its end."""
        return subprocess.run(
            [sys.executable, *words],
            env=dict(self.environment),
            cwd=ROOT,
            input=feed,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )


def program(name: str) -> str:
    """Where a program is. A missing one is an error and never a skipped test."""
    found = shutil.which(name)
    assert found is not None, f"{name} is missing: python3 packaging/dev.py test brings it"
    return found


@contextmanager
def process(
    words: list[str], environment: Mapping[str, str], **pipes: int
) -> Iterator[subprocess.Popen[str]]:
    """A process that is ended with the block, however the block ends."""
    with subprocess.Popen(words, env=dict(environment), text=True, **pipes) as started:  # type: ignore[call-overload]
        try:
            yield started
        finally:
            started.terminate()
            try:
                started.wait(10)
            except subprocess.TimeoutExpired:
                started.kill()


def own_folders(folder: Path) -> dict[str, str]:
    """An environment in which every folder a program may write to is under FOLDER."""
    places = {"HOME": "home", "TMPDIR": "tmp", "XDG_RUNTIME_DIR": "run", "TOLD_ONCE_HOME": "told-once"}
    places |= {f"XDG_{name}_HOME": f"home/{name.lower()}" for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    for place in places.values():
        (folder / place).mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    mine = {name: str(folder / place) for name, place in places.items()}
    return kept | mine | {"LANG": "C.UTF-8", "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


@contextmanager
def screen(environment: MutableMapping[str, str]) -> Iterator[None]:
    """A screen without a monitor; its name goes into ENVIRONMENT."""
    reading, writing = os.pipe()
    words = [program("Xvfb"), "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(words, pass_fds=(writing,), stderr=subprocess.DEVNULL) as started:
        os.close(writing)
        with os.fdopen(reading) as answer:
            environment["DISPLAY"] = ":" + answer.readline().strip()
        try:
            yield
        finally:
            started.terminate()


@contextmanager
def session_bus(environment: dict[str, str]) -> Iterator[None]:
    """A session bus that nobody else is on; its address goes into ENVIRONMENT.

    Of all services the system would start by themselves it knows accessibility alone: a key ring is
    there only where a test has put one.
    """
    folder = Path(environment["XDG_RUNTIME_DIR"], "bus")
    folder.mkdir()
    shutil.copy(ACCESSIBILITY_SERVICE, folder)
    rules = folder / "session.conf"
    rules.write_text(BUS_RULES.format(folder=folder), "utf-8")
    words = [program("dbus-daemon"), f"--config-file={rules}", "--nofork", "--print-address"]
    with process(words, environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as started:
        assert started.stdout is not None
        environment["DBUS_SESSION_BUS_ADDRESS"] = started.stdout.readline().strip()
        yield


@contextmanager
def key_ring(environment: dict[str, str], *, unlocked: bool) -> Iterator[None]:
    """A real Secret Service: with an open login key ring, as after logging in, or with a locked one."""
    words = [program("gnome-keyring-daemon"), "--foreground", "--components=secrets"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with process([*words, "--unlock"] if unlocked else words, environment, **pipes) as started:
        assert started.stdin is not None
        started.stdin.write("the login of these tests" if unlocked else "")
        started.stdin.close()
        wait_for_name(environment["DBUS_SESSION_BUS_ADDRESS"], KEYRING.bus_name or "")
        yield


def wait_for_name(address: str, name: str) -> None:
    """Return once somebody owns NAME on the bus. Fails after 20 seconds."""
    connection = open_dbus_connection(address)
    try:
        for _ in range(400):
            asked = new_method_call(BUS, "NameHasOwner", "s", (name,))
            if connection.send_and_get_reply(asked, timeout=5).body[0]:
                return
            tick(connection)
    finally:
        connection.close()
    raise AssertionError(f"{name} never came")


def tick(connection: object) -> None:
    """Let a twentieth of a second pass, or less when something arrives on the bus."""
    receive = getattr(connection, "receive")  # noqa: B009 (jeepney's connections share no typed base)
    try:
        receive(timeout=0.05)
    except TimeoutError:
        return


@contextmanager
def desktop(folder: Path, *, with_screen: bool = True, keyring: str = "") -> Iterator[Desktop]:
    """A whole desktop under FOLDER, gone with the block. KEYRING is "open", "locked" or empty for none."""
    environment = own_folders(folder)
    environment |= {
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_ACCESSIBILITY": "1",
    }
    with ExitStack() as parts:
        if with_screen:
            parts.enter_context(screen(environment))
        parts.enter_context(session_bus(environment))
        if keyring:
            parts.enter_context(key_ring(environment, unlocked=keyring == "open"))
        yield Desktop(environment=environment, home=folder / "told-once", temporary=folder / "tmp")
