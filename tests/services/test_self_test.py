"""The self-test does the main job and says each step."""

from pathlib import Path

import pytest

from app.i18n import Words
from app.services.self_test import self_test
from app.services.session import Session
from app.storage.errors import AlreadyThere
from tests.services.cheap import session_in


def test_it_goes_through_every_step(tmp_path: Path) -> None:
    shown: list[Session] = []
    session = session_in(tmp_path)
    steps = list(self_test(session, tmp_path, Words(), shown.append))
    assert [step.split()[0] for step in steps] == [
        "created",
        "locked",
        "unlocked",
        "wrote",
        "checked",
        "exported",
        "opened",
    ]
    assert shown == [session]
    assert not session.is_open
    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_without_a_screen_it_says_so(tmp_path: Path) -> None:
    assert list(self_test(session_in(tmp_path), tmp_path, Words(), None))[-1].startswith("opened no window")


def test_what_fails_is_raised(tmp_path: Path) -> None:
    (tmp_path / "Self test.toldonce").write_text("in the way")
    with pytest.raises(AlreadyThere):
        list(self_test(session_in(tmp_path), tmp_path, Words(), None))
