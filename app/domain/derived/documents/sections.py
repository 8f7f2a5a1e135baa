"""The pages after the first, in the order of document.md 7.1."""

from dataclasses import replace

from app.domain.derived.chart.page import chart_page
from app.domain.derived.document import Part, Section
from app.domain.derived.documents.material import Material
from app.domain.derived.documents.more import happened_besides, how_to_talk, my_words, results
from app.domain.derived.documents.notes import notes
from app.domain.derived.documents.people import who_looks_after_what
from app.domain.derived.documents.questions import more_questions, my_questions, time_allowing
from app.domain.derived.documents.treatments import all_treatments
from app.domain.derived.documents.visits import visits
from app.domain.derived.documents.waiting import all_waiting
from app.domain.derived.documents.writing import every_reading, how_i_write

_WAITING_ON_PAGE_1 = 2  # page 1 may be cut to so many


def sections(made: Material) -> tuple[Section, ...]:
    """Page 2 on; a section without anything in it is not there at all."""
    found = (_page_2(made), _page_3(made), _page_4(made), notes(made), how_i_write(made), every_reading(made))
    return tuple(section for section in found if section is not None)


def _page_2(made: Material) -> Section | None:
    """The graphical timeline, or nothing where there is nothing to draw."""
    chart = chart_page(
        made.journal,
        made.today,
        made.words,
        something_left_out=made.view.something_left_out,
        left_out_days=made.view.hidden,
    )
    if chart is None:
        return None
    lead = " ".join(part for part in (chart.words_lead, _from_when(made)) if part)
    title = made.words.say("title.chart", "Treatments and symptoms over time")
    return Section(title=title, parts=(replace(chart, words_lead=lead),))


def _from_when(made: Material) -> str:
    """Where the person chose a day to begin with: what is older is not drawn, and the page says so."""
    if made.choice.since is None:
        return ""
    day = made.words.short_day(made.choice.since)
    return made.words.say("chart.begins", "Readings, visits and events: only since {date}.", date=day)


def _page_3(made: Material) -> Section | None:
    title = made.words.say("title.page_3", "Treatments, questions, visits")
    parts = (
        all_treatments(made),
        all_waiting(made, _WAITING_ON_PAGE_1),
        time_allowing(made),
        my_questions(made),
        visits(made),
    )
    return _section(title, parts, new_page=True)


def _page_4(made: Material) -> Section | None:
    title = made.words.say("title.page_4", "My story, results, care team")
    parts = (
        my_words(made),
        how_to_talk(made),
        more_questions(made),
        results(made),
        who_looks_after_what(made),
        happened_besides(made),
    )
    return _section(title, parts, new_page=False)


def _section(title: str, parts: tuple[Part | None, ...], *, new_page: bool) -> Section | None:
    kept = tuple(part for part in parts if part is not None)
    return Section(title=title, parts=kept, new_page=new_page) if kept else None
