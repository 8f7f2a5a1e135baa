"""What every test stands on: a home of its own, and a wall against what is easily overlooked."""

import gc
import logging
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from app.services.clock import FixedClock

# The first use of `characters()` takes over a second, and the machine may be busy.
settings.register_profile(
    "told-once",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("told-once")


@pytest.fixture
def fixed_clock() -> FixedClock:
    """A morning on the last day of the sample journal, two hours ahead of UTC."""
    return FixedClock(datetime(2026, 5, 12, 9, 30, tzinfo=timezone(timedelta(hours=2))))


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh place for whatever the app keeps, so that no test reaches the person's own."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("TOLD_ONCE_HOME", str(folder / "told-once"))
    monkeypatch.setenv("HOME", str(folder))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    return folder


@pytest.fixture(autouse=True)
def no_warning_of_ours(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the app's own log fails the test that caused it."""
    yield
    ours = [
        record
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING and record.name.split(".")[0] == "app"
    ]
    assert [record.getMessage() for record in ours] == []


@pytest.fixture(autouse=True)
def leaves_nothing_behind(home: Path) -> Iterator[None]:
    """A window or a job that outlives its test fails it: it would live on in the app too."""
    assert home.is_dir()  # a home stands before any window and after all of them
    before = set(top_level_widgets())
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QThreadPool  # noqa: PLC0415 (tests without a window never load Qt)

    assert QThreadPool.globalInstance().waitForDone(1000), "a job in the pool outlives its test"
    if set(top_level_widgets()) - before:
        gc.collect()  # a widget that only Python's cycle holds is not left behind
    assert [repr(widget) for widget in set(top_level_widgets()) - before] == []


def top_level_widgets() -> list[object]:
    """The windows there are, once every `deleteLater` has been seen to."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415 (see above)
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 (see above)

    if not isinstance(QCoreApplication.instance(), QApplication):
        return []
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    return list(QApplication.topLevelWidgets())
