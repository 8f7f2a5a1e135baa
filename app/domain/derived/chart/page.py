"""Page 2, "Treatments and symptoms over time": picture, words, legend, what is read (document.md 8)."""

from datetime import date

from app.domain.derived.chart.legend import legend, sentences
from app.domain.derived.chart.picture import Shown, choose_for_paper, draw_picture
from app.domain.derived.chart.rounds import rounds_picture
from app.domain.derived.chart.scope import ChartScope, Drawn, chart_scope
from app.domain.derived.chart.spoken import (
    days_sentence,
    events_sentence,
    figure_alt,
    gaps_sentence,
    symptom_sentence,
    treatment_sentence,
    visit_sentences,
)
from app.domain.derived.chart.words import words_rows
from app.domain.derived.document import ChartPage
from app.domain.derived.timeline_geometry import TimelinePicture
from app.domain.journal import Journal
from app.domain.wording import Wording


def chart_page(
    journal: Journal,
    today: date,
    words: Wording,
    *,
    something_left_out: bool,
    monday_first: bool = True,
    drawn: Drawn | None = None,
    left_out_days: frozenset[date] = frozenset(),
) -> ChartPage | None:
    """The chart page of a journal that holds only what may be shown, or None with nothing to draw.

    `left_out_days` are the days of everything that is left out: no gap and no "none of it" is claimed there.
    """
    scope = chart_scope(
        journal,
        today,
        words,
        drawn=drawn or Drawn(),
        monday_first=monday_first,
        left_out=something_left_out,
        hidden=left_out_days,
    )
    shown = choose_for_paper(scope)
    if shown is None:
        return None
    picture = draw_picture(scope, shown)
    if picture.is_empty:
        return None
    return ChartPage(
        words_heading=words.say("chart.in_words", "In words"),
        words_lead=words.say("chart.limits", "The chart shows what happened and when, not why."),
        words_rows=words_rows(scope, shown.treatments, shown.symptoms, shown.events, shown.lines),
        picture=picture,
        legend=legend(scope, picture),
        sentences=sentences(scope, picture, shown.treatments, shown.symptoms),
        alt=figure_alt(scope, picture),
        spoken=_spoken(scope, picture, shown),
        rounds=rounds_picture(scope, shown.treatments.now, shown.symptoms),
    )


def _spoken(scope: ChartScope, picture: TimelinePicture, shown: Shown) -> tuple[str, ...]:
    """One sentence for each lane label, from the top of the picture to its foot."""
    first = picture.panels[0].first
    return (
        *([events_sentence(scope, shown.events.events)] if picture.events else []),
        *visit_sentences(scope, picture, shown.visits),
        *(treatment_sentence(scope, story) for story in shown.treatments.now),
        *(symptom_sentence(scope, held) for held in shown.rated),
        *(days_sentence(scope, held, first) for held in shown.attacks),
        *([gaps_sentence(scope, first)] if picture.gaps else []),
        *(treatment_sentence(scope, story) for story in shown.treatments.stopped),
    )
