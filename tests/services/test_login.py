"""Opening with this computer's login: what is kept where, and that forgetting forgets both halves."""

from pathlib import Path

import pytest

from app.services.errors import NotRemembered
from app.services.login import Login
from app.storage.errors import NoKeystore
from app.storage.keystore import Keystore
from app.storage.preferences import StateFile
from tests.services.cheap import MemoryKeystore
from tests.storage.cheap import new_key


@pytest.fixture
def state(tmp_path: Path) -> StateFile:
    return StateFile(tmp_path / "state.json")


def test_forgetting_forgets_both_halves(state: StateFile) -> None:
    store, key = MemoryKeystore(), new_key()
    login = Login(state, lambda: store)
    login.remember(key)
    assert login.is_remembered(key.number)
    assert login.fetch(key.number).secret == key.secret
    login.forget(key.number)
    assert not login.is_remembered(key.number)
    assert store.kept == {}
    assert state.known(key.number).device_blob == ""
    with pytest.raises(NotRemembered):
        login.fetch(key.number)


def test_a_key_store_that_is_away_does_not_keep_our_half(state: StateFile) -> None:
    def away() -> Keystore:
        raise NoKeystore

    key = new_key()
    Login(state, MemoryKeystore).remember(key)
    login = Login(state, away)
    login.forget(key.number)
    assert not login.is_remembered(key.number)
    assert not login.is_possible()


def test_a_half_of_another_journal_opens_nothing(state: StateFile) -> None:
    store, key, other = MemoryKeystore(), new_key(), new_key()
    login = Login(state, lambda: store)
    login.remember(key)
    login.remember(other)
    store.kept[key.number] = store.kept[other.number]
    with pytest.raises(NotRemembered):
        login.fetch(key.number)
