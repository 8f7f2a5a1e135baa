"""Giving a document: what is in it, what is saved, and what the journal notes of it."""

import hashlib
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.derived.choice import Choice, Extra
from app.domain.journal import Journal, journal_of
from app.domain.records import Clinician, Goal, ShareRecord, Visit
from app.domain.records.record import RecordId
from app.domain.records.when import on_day
from app.i18n import Words
from app.report.proof import page_count
from app.services import sharing
from app.services.clock import FixedClock
from app.services.errors import NoPlaceForAFile
from app.services.sample import LAST_DAY, numbered, sample_files, sample_journal
from app.services.session import Session
from app.services.sharing import Drawn
from app.storage.errors import AlreadyThere, CannotWrite
from tests.services.cheap import NOON, PASSPHRASE, session_in


@pytest.fixture(scope="module")
def maya() -> Journal:
    return journal_of(sample_journal())


@pytest.fixture(scope="module")
def drawn(maya: Journal) -> Drawn:
    choice = Choice(for_clinician=sharing.reader_called(maya, "Dr Rahal"))
    return sharing.draw(choice, sharing.prepare(maya, choice, LAST_DAY, Words()), Words())


@pytest.fixture
def session(tmp_path: Path) -> Session:
    session = session_in(tmp_path)
    session.create(tmp_path / "journals" / "Maya.toldonce", PASSPHRASE, "Maya R.")
    session.journal.record(*sample_journal(), files=sample_files())
    return session


def test_a_saved_document_is_a_whole_pdf_for_this_person_alone(drawn: Drawn, tmp_path: Path) -> None:
    path = sharing.free_path(tmp_path, drawn)
    sharing.save(drawn, path)
    assert path.name == "Maya R, for Dr Rahal, 2026-05-12.pdf"
    assert path.stat().st_mode & 0o777 == 0o600
    assert page_count(path.read_bytes()) == drawn.rendered.pages
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_name_that_is_taken_gets_a_number(drawn: Drawn, tmp_path: Path) -> None:
    sharing.save(drawn, sharing.free_path(tmp_path, drawn))
    assert sharing.free_path(tmp_path, drawn).name == "Maya R, for Dr Rahal, 2026-05-12 (2).pdf"


def test_the_same_choice_gives_the_same_bytes(maya: Journal, drawn: Drawn) -> None:
    again = sharing.draw(drawn.choice, sharing.prepare(maya, drawn.choice, LAST_DAY, Words()), Words())
    assert again.rendered.data == drawn.rendered.data


def test_where_no_file_can_be_put_nothing_is_written(drawn: Drawn, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "no such folder" / "out.pdf"):
        with pytest.raises(NoPlaceForAFile):
            sharing.save(drawn, path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "there.pdf").write_text("mine")
    with pytest.raises(AlreadyThere):
        sharing.check_new_place(tmp_path / "there.pdf")
    sharing.check_new_place(tmp_path / "new.pdf")


def test_what_was_given_is_noted(session: Session, drawn: Drawn) -> None:
    given = sharing.note_given(session.journal, drawn, "given.pdf", session.clock, session.make_id)
    session.lock(backup=False)
    journal = session.unlock(session.covers()[0].path, PASSPHRASE).snapshot
    assert journal.get(ShareRecord, given.id) == given
    assert given.written == NOON
    assert given.file_name == "given.pdf"
    assert given.to_whom == "Dr Sami Rahal"
    assert given.pages == drawn.rendered.pages
    assert given.digest == hashlib.sha256(drawn.rendered.data).hexdigest()
    assert "11 notes on how visits went" in {row.what for row in given.left_out}
    session.lock(backup=False)


def test_what_was_given_names_what_was_in_it_and_nothing_that_was_not(maya: Journal, drawn: Drawn) -> None:
    given = sharing.given_record(maya, drawn, FixedClock(NOON), numbered())
    held = {key: maya.records[key] for key in given.records}
    kinds = {record.KIND for record in held.values()}
    assert {"visit", "treatment", "question"} <= kinds
    assert not {"reset conversation", "attachment", "symptom entry"} & kinds
    assert "Could the injections be closer together?" not in {
        getattr(record, "text", "") for record in held.values()
    }


def test_a_choice_is_written_in_one_way_only() -> None:
    one = Choice(since=date(2026, 2, 12), extras=frozenset({Extra.STORY, Extra.EVERY_READING}))
    other = Choice(since=date(2026, 2, 12), extras=frozenset({Extra.EVERY_READING, Extra.STORY}))
    assert sharing.choice_as_text(one) == sharing.choice_as_text(other)
    assert json.loads(sharing.choice_as_text(one))["since"] == "2026-02-12"


@pytest.mark.parametrize("name", ["Dr Sami Rahal", "dr rahal", "RAHAL", " Rahal "])
def test_a_reader_is_known_by_any_of_their_names(maya: Journal, name: str) -> None:
    found = maya.get(Clinician, sharing.reader_called(maya, name))
    assert found is not None
    assert found.name == "Dr Sami Rahal"


@pytest.mark.parametrize("name", ["", "Dr", "Brandt"])
def test_nobody_is_taken_for_somebody_else(maya: Journal, name: str) -> None:
    assert sharing.reader_called(maya, name) is None


def test_of_two_with_one_name_it_is_the_one_who_is_seen_today(maya: Journal) -> None:
    gone = Clinician(id=RecordId("a"), written=NOON, name="Dr Ida Berg", until=on_day(LAST_DAY))
    second = Clinician(id=RecordId("b"), written=NOON, name="Dr Eli Berg", order=2)
    first = Clinician(id=RecordId("c"), written=NOON, name="Dr Ann Berg", order=1)
    assert sharing.reader_called(maya.with_(gone, second, first), "Berg") == "c"
    assert sharing.reader_called(maya.with_(gone, second), "Berg") == "b"
    assert sharing.reader_called(maya.with_(gone), "Berg") == "a"


def test_a_file_with_other_pages_than_were_drawn_is_not_called_saved(drawn: Drawn, tmp_path: Path) -> None:
    other = replace(drawn, rendered=replace(drawn.rendered, pages=drawn.rendered.pages + 1))
    with pytest.raises(CannotWrite):
        sharing.save(other, tmp_path / "page.pdf")
    assert not list(tmp_path.iterdir())


def test_what_is_no_pdf_has_no_pages() -> None:
    assert page_count(b"not a pdf") == 0


def test_what_changed_its_meaning_later_is_told_with_its_day(session: Session) -> None:
    session.lock(backup=False)
    session.clock = FixedClock(NOON + timedelta(days=3))
    journal = session.unlock(session.covers()[0].path, PASSPHRASE)
    visit, goal = journal.snapshot.of(Visit)[0], journal.snapshot.of(Goal)[0]
    journal.amend(replace(visit, heard="Something else."))
    journal.amend(replace(goal, tags=("mine",)))
    found = sharing.changed_since(journal)
    assert found == {visit.id: date(2026, 5, 15)}
    assert journal.amended == {visit.id, goal.id}
    session.lock(backup=False)
    assert session.unlock(session.covers()[0].path, PASSPHRASE).amended == {visit.id, goal.id}
    session.lock(backup=False)
