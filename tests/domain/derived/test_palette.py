"""Do or go to: what is offered, in which order, and what fits the words typed."""

from datetime import datetime, timedelta, timezone

from app.domain.derived.found_rows import by_year, found_row
from app.domain.derived.palette import Deed, Offer, PageName, Verb, fitting, offers
from app.domain.derived.search import Finder, Narrow, find
from app.domain.journal import Journal
from app.domain.records import Clinician, Note, Question, Symptom, SymptomEntry, Visit
from app.domain.records.record import PRIVATE, RecordId
from app.domain.records.treatments import ChangeKind
from app.i18n import Words
from tests.domain.derived.journals import change, make, medicine, on

NOW = datetime(2026, 5, 12, 18, 40, tzinfo=timezone(timedelta(hours=1)))
WORDS = Words()
LOCK = Offer(text="Lock now", icon="lock-key", deed=Deed(verb=Verb.COMMAND, on="lock"))
PAGES = (
    PageName(key="timeline", name="Timeline", icon="path"),
    PageName(key="care_team", name="Care team", icon="users-three"),
)
JOURNAL = Journal.holding(
    medicine("naproxen", other_names=("Naprosyn",)),
    change("naproxen", ChangeKind.STARTED, "2024-01-16"),
    medicine("old"),
    change("old", ChangeKind.STARTED, "2023-01-16"),
    change("old", ChangeKind.STOPPED, "2023-03-16"),
    make(Symptom, "knee", name="Knee pain"),
    make(SymptomEntry, "r", symptom="knee", when=on("2026-05-01"), severity=6, helped_by=("naproxen",)),
    make(Clinician, "osei", name="Dr Ama Osei", short="Dr Osei"),
    make(Visit, "next", clinician="osei", when=on("2026-05-14")),
    make(Visit, "before", clinician="osei", when=on("2025-09-11"), heard="Pause naproxen,\nlet it rest."),
    make(Question, "q", text="Should I keep taking naproxen?", when=on("2026-05-03")),
    make(Note, "n", text="naproxen makes me sick", when=on("2024-05-02"), sharing=PRIVATE),
)


def _offers(pages: tuple[PageName, ...] = PAGES) -> tuple[Offer, ...]:
    return offers(JOURNAL, NOW, WORDS, (LOCK,), pages)


def _texts(typed: str, pages: tuple[PageName, ...] = PAGES) -> list[str]:
    return [offer.text for offer in fitting(_offers(pages), typed)]


def test_what_is_taken_now_can_be_taken_and_what_was_stopped_can_not() -> None:
    assert _texts("naprox")[:2] == ["Naproxen: something changed", "Naproxen: took it now"]
    assert "Old: took it now" not in _texts("old")
    assert "Old: something changed" in _texts("old")


def test_other_names_and_parts_of_words_fit_and_beginnings_come_first() -> None:
    assert "Naproxen: something changed" in _texts("naprosyn")
    assert _texts("pain")[0] == "Knee pain: write it down"
    assert _texts("time")[0] == "Timeline"
    assert _texts("lock") == ["Lock now"]
    assert _texts("xyzzy") == []


def test_a_coming_visit_can_be_prepared() -> None:
    (offer,) = [one for one in _offers() if one.deed.verb is Verb.PREPARE]
    assert offer.text == "Dr Osei, 14\u00a0May\u00a02026: prepare"
    assert offer.deed.on == "next"


def test_a_row_leads_only_to_a_page_that_there_is() -> None:
    assert "Naproxen, in Treatments" not in _texts("naproxen")
    pages = (*PAGES, PageName(key="treatments", name="Treatments", icon="pill"))
    assert "Naproxen, in Treatments" in _texts("naproxen", pages)
    assert "Dr Ama Osei, in Care team" in _texts("osei")


def test_sentences_come_before_single_words_and_those_before_names() -> None:
    told = [found.record.id for found in Finder(JOURNAL).find("naprox", 6).found]
    assert told[:3] == ["q", "before", "n"]
    assert told[3:] == ["r", "naproxen", "naproxen started 2024-01-16 0"]


def test_only_so_many_are_told_but_all_are_counted() -> None:
    search = Finder(JOURNAL).find("naprox", 2)
    assert (len(search.found), search.count) == (2, 6)
    assert find(JOURNAL, "naprox").count == 6


def test_a_slip_is_understood_and_what_is_far_off_is_not() -> None:
    assert Finder(JOURNAL).find("naproxin", 1).meant == "naproxen"
    assert Finder(JOURNAL).find("elephant", 1).meant == ""


def test_with_whom_follows_what_a_record_belongs_to() -> None:
    narrow = Narrow(clinician=RecordId("osei"))
    assert [one.record.id for one in find(JOURNAL, "naproxen", narrow).found] == ["before"]
    assert {one.record.id for one in find(JOURNAL, "osei", narrow).found} == {"next", "before", "osei"}


def test_a_found_row_says_thing_day_and_passage_and_speaks_them_written_out() -> None:
    rows = {
        found.record.id: found_row(JOURNAL, found, NOW.date(), WORDS)
        for found in find(JOURNAL, "naprox").found
    }
    visit = rows[RecordId("before")]
    assert visit.before == "Dr Osei, 11\u00a0Sep\u00a02025"
    assert visit.passage == "Pause naproxen, let it rest."
    assert visit.passage[slice(*visit.at)] == "naprox"
    assert visit.spoken == "Dr Osei, 11\u00a0September\u00a02025, you wrote Pause naproxen, let it rest."
    note = rows[RecordId("n")]
    assert (note.before, note.private) == ("", True)
    assert note.spoken.endswith(", private")


def test_a_thing_found_by_its_name_shows_what_was_written_about_it() -> None:
    (found,) = [one for one in find(JOURNAL, "knee").found if one.record.id == "r"]
    row = found_row(JOURNAL, found, NOW.date(), WORDS)
    assert (row.thing, row.passage, row.at) == ("Knee pain 6", "", (0, 0))


def test_rows_stand_under_their_years() -> None:
    told = [(found, found_row(JOURNAL, found, NOW.date(), WORDS)) for found in find(JOURNAL, "naprox").found]
    years = [year.year for year in by_year(told)]
    assert years == sorted(set(years), reverse=True)
    assert sum(len(year.rows) for year in by_year(told)) == len(told)
