"""The demo writes the made-up journal once more, and never over anybody's own."""

from datetime import date
from pathlib import Path

import pypdf
import pytest

from app.domain.records import ShareRecord, SymptomEntry
from app.i18n import Words
from app.services.demo import DEMO_PASSPHRASE, demo_places, make_demo
from app.services.errors import NotTheDemo
from app.services.passphrase import strength
from app.services.session import Session
from tests.services.cheap import OTHER, session_in


def own_session(folder: Path) -> Session:
    return session_in(folder / "elsewhere")


def test_the_demo_is_a_journal_with_its_document(tmp_path: Path) -> None:
    session = own_session(tmp_path)
    made = make_demo(session, tmp_path, Words())
    assert not session.is_open
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(made.document).pages[:2])
    assert "Maya Reyes" in text
    assert "1,550" in text
    journal = session.unlock(made.journal, DEMO_PASSPHRASE).snapshot
    assert len(journal.of(SymptomEntry)) == 1559
    assert max(entry.when.latest for entry in journal.of(SymptomEntry)) == date(2026, 5, 12)
    given = max(journal.of(ShareRecord), key=lambda one: one.written)
    assert given.file_name == made.document.name
    assert len(session.journal.snapshot) == made.records + 1
    assert session.keys.recovery_key_checked
    session.check()
    session.lock(backup=False)


def test_the_demo_can_be_made_anew(tmp_path: Path) -> None:
    first = make_demo(own_session(tmp_path), tmp_path, Words())
    assert make_demo(own_session(tmp_path), tmp_path, Words()) == first


def test_a_journal_of_that_name_that_is_not_the_demo_is_left_as_it_is(tmp_path: Path) -> None:
    session = own_session(tmp_path)
    for passphrase in (OTHER, DEMO_PASSPHRASE):
        path = tmp_path / "Maya R.toldonce"
        session.create(path, passphrase, "Maya R.")
        session.lock(backup=False)
        before = path.read_bytes()
        with pytest.raises(NotTheDemo):
            make_demo(session, tmp_path, Words())
        assert path.read_bytes() == before
        path.unlink()


def test_the_demo_keeps_to_its_folder(tmp_path: Path) -> None:
    places = demo_places(tmp_path)
    assert all(place.is_relative_to(tmp_path) for place in (places.journals, places.backups, places.state))


def test_the_demo_passphrase_would_do_for_a_journal() -> None:
    assert strength(DEMO_PASSPHRASE).is_enough
