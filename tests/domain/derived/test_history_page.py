"""The versions of one entry as they are shown and spoken."""

from dataclasses import replace
from datetime import UTC, datetime

from app.domain.derived.history_page import ShownVersion, versions_shown
from app.domain.journal import Journal
from app.domain.records import Note, Record
from app.domain.records.when import in_month
from app.i18n import NB, Words
from tests.domain.derived.journals import make

FIRST = datetime(2026, 2, 12, 18, 10, tzinfo=UTC)
LATER = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
NOTE = make(Note, "n", written=FIRST, text="My left knee hurt.", when=in_month(2019, 3, around=True))


def shown(*versions: tuple[datetime, Record]) -> tuple[ShownVersion, ...]:
    return versions_shown(versions, Journal.holding(NOTE), Words())


def test_the_newest_stands_first_and_says_what_changed() -> None:
    newest, oldest = shown((FIRST, NOTE), (LATER, replace(NOTE, text="My right knee hurt.")))
    assert newest.title.replace(NB, " ") == "changed 3 March 2026, 09:00"
    assert newest.what == "Text"
    assert oldest.title.replace(NB, " ") == "written 12 February 2026, 18:10"
    assert oldest.what == ""
    assert oldest.record == NOTE


def test_both_times_are_said() -> None:
    (only,) = shown((FIRST, NOTE))
    assert only.times.replace(NB, " ") == "Happened about March 2019. Written 6 years later."


def test_what_came_and_went_is_spoken_as_added_and_taken_out() -> None:
    newest, oldest = shown((FIRST, NOTE), (LATER, replace(NOTE, text="My right knee hurt.")))
    (line,) = [line for line in newest.lines if line.label == "Text"]
    assert line.spoken == "Text: My taken out: left, added: right, knee hurt."
    assert line.own
    assert not any(line.changed for line in oldest.lines)


def test_the_trash_is_a_version_like_any_other() -> None:
    gone = replace(NOTE, trashed=True)
    back, away, _ = shown((FIRST, NOTE), (LATER, gone), (LATER, NOTE))
    assert away.title.startswith("put in the trash 3")
    assert away.what == "the words are the same"
    assert back.title.startswith("put back 3")
