"""What the machine itself must have, beside Python: looked for, and installed or asked for."""

import ctypes
import importlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from steps import SetUpError, packages_for_environment, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One thing to look for, the Debian package that brings it, and its RPM capability."""

    name: str
    debian: str
    rpm: str


def library(soname: str, debian: str) -> Need:
    """A shared library, by the name Qt loads it under."""
    return Need(name=soname, debian=debian, rpm=f"{soname}()(64bit)")


def program(path: str, debian: str) -> Need:
    """A program, by where distributions put it."""
    return Need(name=path, debian=debian, rpm=path)


WINDOW = (  # what Qt's own files name and do not bring, as `objdump -p` lists it
    library("libEGL.so.1", "libegl1"),
    library("libGL.so.1", "libgl1"),
    library("libX11-xcb.so.1", "libx11-xcb1"),
    library("libcups.so.2", "libcups2"),
    library("libdbus-1.so.3", "libdbus-1-3"),
    library("libfontconfig.so.1", "libfontconfig1"),
    library("libfreetype.so.6", "libfreetype6"),
    library("libglib-2.0.so.0", "libglib2.0-0"),
    library("libwayland-client.so.0", "libwayland-client0"),
    library("libwayland-cursor.so.0", "libwayland-cursor0"),
    library("libxcb-cursor.so.0", "libxcb-cursor0"),
    library("libxcb-icccm.so.4", "libxcb-icccm4"),
    library("libxcb-image.so.0", "libxcb-image0"),
    library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    library("libxcb-randr.so.0", "libxcb-randr0"),
    library("libxcb-render-util.so.0", "libxcb-render-util0"),
    library("libxcb-shape.so.0", "libxcb-shape0"),
    library("libxcb-shm.so.0", "libxcb-shm0"),
    library("libxcb-sync.so.1", "libxcb-sync1"),
    library("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    library("libxcb-xkb.so.1", "libxcb-xkb1"),
    library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    library("libxkbcommon.so.0", "libxkbcommon0"),
)
JAVA = Need(name="javac", debian="default-jdk-headless", rpm="java-devel")
BUS_LAUNCHER = Need(name="at-spi-bus-launcher", debian="at-spi2-core", rpm="at-spi2-core")
TESTS = (
    program("/usr/bin/Xvfb", "xvfb"),
    program("/usr/bin/dbus-run-session", "dbus"),
    program("/usr/bin/gnome-keyring-daemon", "gnome-keyring"),
    program("/usr/bin/xdotool", "xdotool"),
    BUS_LAUNCHER,
    JAVA,
)
BUS_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def has_library(soname: str) -> bool:
    """Whether the loader finds SONAME, asked the way Qt will ask."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def has_java_compiler() -> bool:
    """Whether `java` can run a single source file: that takes the compiler of a full JDK."""
    found = shutil.which("java")
    if found is None:
        return False
    if sys.platform == "darwin" and found == "/usr/bin/java":  # a stub that asks to install one
        return subprocess.run(["/usr/libexec/java_home"], capture_output=True, check=False).returncode == 0
    suffix = ".exe" if sys.platform == "win32" else ""
    return Path(found).resolve().with_name("javac" + suffix).exists()


def is_here(need: Need) -> bool:
    """Whether the machine has NEED already."""
    if need is JAVA:
        return has_java_compiler()
    if need is BUS_LAUNCHER:
        return any(Path(place).exists() for place in BUS_LAUNCHERS)
    if ".so." in need.name:
        return has_library(need.name)
    return shutil.which(Path(need.name).name) is not None


def missing_on_linux(*, window: bool, tests: bool) -> list[Need]:
    """What set-up still lacks here, for a window, for the tests, or for both."""
    importlib.invalidate_caches()  # what was just installed is seen too
    environment = [Need(name=one, debian=one, rpm="python3-pip") for one in packages_for_environment()]
    wanted = (*(WINDOW if window else ()), *(TESTS if tests else ()))
    return environment + [need for need in wanted if not is_here(need)]


def uses_apt() -> bool:
    """Whether this is Debian, Ubuntu or a relative of theirs."""
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def command_to_type(missing: list[Need]) -> str:
    """The one command that brings everything in MISSING, for this distribution."""
    if uses_apt():
        names = " ".join(dict.fromkeys(need.debian for need in missing))
        return f"sudo apt-get update && sudo apt-get install --no-install-recommends {names}"
    capabilities = " ".join(f"'{need.rpm}'" for need in missing)
    for manager in ("dnf", "zypper"):
        if shutil.which(manager):
            return f"sudo {manager} install {capabilities}"
    names = ", ".join(need.name for need in missing)
    return f"(with your system's package manager, whatever brings: {names})"


def install_as_root(missing: list[Need]) -> None:
    """Install what is missing with apt-get, saying so. Raises SetUpError when apt-get fails."""
    names = list(dict.fromkeys(need.debian for need in missing))
    say(f"Installing with apt-get: {' '.join(names)}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    steps = (["update"], ["install", "--yes", "--no-install-recommends", *names])
    for step in steps:
        asked = ["apt-get", "--quiet=2", *step]
        if subprocess.run(asked, env=environment, stdout=subprocess.DEVNULL, check=False).returncode != 0:
            raise SetUpError(f"apt-get {step[0]} failed; what it said stands above.")


def check_linux(*, window: bool, tests: bool) -> None:
    """Make sure of the system libraries. As root on Debian or Ubuntu installs; else says how."""
    missing = missing_on_linux(window=window, tests=tests)
    if not missing:
        return
    if os.geteuid() == 0 and uses_apt():
        install_as_root(missing)
        missing = missing_on_linux(window=window, tests=tests)
    if missing:
        raise SetUpError(f"This computer lacks some system libraries. Type:\n  {command_to_type(missing)}")


def check_others(*, tests: bool) -> None:
    """On macOS and Windows Qt brings everything; only the tests need a Java development kit."""
    if not tests or has_java_compiler():
        return
    mac = sys.platform == "darwin"
    ask = "brew install --cask temurin" if mac else "winget install EclipseAdoptium.Temurin.21.JDK"
    raise SetUpError(f"The tests check the PDF with a validator that needs Java. Type:\n  {ask}")


def check(*, window: bool, tests: bool = False) -> None:
    """Make sure of everything outside Python that is needed. Raises SetUpError with what to type."""
    if sys.platform == "linux":
        check_linux(window=window, tests=tests)
    else:
        check_others(tests=tests)
