"""The separate file that says what a document leaves out."""

from datetime import date

from app.domain.derived.choice import Choice
from app.domain.derived.documents import build
from app.domain.journal import journal_of
from app.i18n import Words
from app.services.sample import LAST_DAY, sample_journal
from tests.report import reading


def test_what_is_left_out_is_a_file_for_the_person_alone() -> None:
    built = build(journal_of(sample_journal(LAST_DAY)), Choice(), date(2026, 5, 12), Words())
    made = reading.made(built.left_out_document)
    texts = [" ".join(text.split()) for text in reading.page_texts(made)]
    assert "What this document leaves out" in texts[0]
    assert "Why I am here" not in texts[0]
    assert all("For me only" in text for text in texts)
    told = [item.first_words.split()[0] for item in built.left_out.items if item.first_words]
    assert [word for word in told if not any(word in text for text in texts)] == []
