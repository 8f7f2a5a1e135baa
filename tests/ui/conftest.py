"""One application for all tests of the window, dressed as the real one."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication

from app.domain.records import Record
from app.ui import application
from app.ui.desk import Desk
from app.ui.theme import tokens
from app.ui.theme.look import Look
from app.ui.theme.theme import Theme, current
from tests.ui.desks import Heard, desk_with, some_days


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    if qapp.findChild(Theme) is None:
        application.dress(qapp, tokens.load(), Look(theme="day"))
    found = current()
    found.wear(Look(theme="day"))
    yield found
    found.wear(Look(theme="day"))
    found.wake()


@pytest.fixture(autouse=True)
def nothing_left_behind(theme: Theme) -> Iterator[None]:
    assert theme.name == "day"
    yield
    app = cast("QApplication", QCoreApplication.instance())
    app.closeAllWindows()
    QThreadPool.globalInstance().waitForDone(5000)
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))


@pytest.fixture
def records() -> Iterable[Record]:
    """What is in the journal on the desk; a module with others has a fixture of this name."""
    return some_days()


@pytest.fixture
def desk(tmp_path: Path, records: Iterable[Record]) -> Iterator[Desk]:
    made = desk_with(tmp_path, *records)
    yield made
    made.leave()
    made.session.lock(backup=False)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Desk]:
    """A desk with a journal that has nothing in it; in place of `desk`, not beside it."""
    made = desk_with(tmp_path)
    yield made
    made.leave()
    made.session.lock(backup=False)


@pytest.fixture
def heard(desk: Desk) -> Heard:
    """What that desk says."""
    made = Heard()
    made.listen(desk)
    return made
