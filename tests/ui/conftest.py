"""One application for all tests of the window, dressed as the real one."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication

from app.ui import application
from app.ui.theme import tokens
from app.ui.theme.look import Look
from app.ui.theme.theme import Theme, current


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
