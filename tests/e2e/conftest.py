"""Desktops for the tests of the whole app, each with folders of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop, desktop


@pytest.fixture
def desktop_with_keyring(tmp_path: Path) -> Iterator[Desktop]:
    """A session bus with a real, open key ring on it; no screen."""
    with desktop(tmp_path, with_screen=False, keyring="open") as made:
        yield made


@pytest.fixture
def desktop_with_locked_keyring(tmp_path: Path) -> Iterator[Desktop]:
    """A session bus with a key ring on it that asks for a password nobody is there to type."""
    with desktop(tmp_path, with_screen=False, keyring="locked") as made:
        yield made


@pytest.fixture
def desktop_without_keyring(tmp_path: Path) -> Iterator[Desktop]:
    """A session bus with nobody on it; no screen."""
    with desktop(tmp_path, with_screen=False) as made:
        yield made


@pytest.fixture
def desktop_with_screen(tmp_path: Path) -> Iterator[Desktop]:
    """A screen, a session bus, and on it the accessibility bus."""
    with desktop(tmp_path) as made:
        yield made
