"""Page 3's treatments: all of them, newest start first, dose by dose, with what happened."""

from app.domain.derived.document import TREATMENTS, Row, Run, Table, Text, plain
from app.domain.derived.documents.facts import shared_source
from app.domain.derived.documents.material import Material, begun, bold, facts
from app.domain.derived.provenance import source_words
from app.domain.derived.shortening import CELL, shortened
from app.domain.derived.treatments.phrases import kind_words
from app.domain.derived.treatments.story import TreatmentStory
from app.domain.derived.treatments.words import (
    did_it_help,
    dose_path,
    ended_words,
    for_words,
    noticed_words,
    pause_words,
    really_words,
    when_words,
)
from app.domain.records.treatments import ChangeKind, Verdict, Why

_LABEL = 28.0  # mm
_WIDTHS = (35.5, 35.0, 16.0, 21.5, 38.0)


def all_treatments(made: Material) -> Table | None:
    """Every treatment there ever was, with dose steps in words and why it ended."""
    if not made.stories:
        return None
    words = made.words
    shared = shared_source([story.treatment for story in made.stories], made)
    return Table(
        heading=words.say("heading.treatments", "Treatments"),
        corner=words.say("corner.treatment", "Treatment"),
        heads=(
            words.say("column.dose", "Dose and how often"),
            words.say("column.when", "When"),
            words.say("column.for", "For"),
            words.say("column.help", "Did it help?"),
            words.say("column.happened", "What happened"),
        ),
        widths=_WIDTHS,
        label_width=_LABEL,
        rows=tuple(_row(story, made, sourced=not shared) for story in made.stories),
        after=(plain(shared),) if shared else (),
        small=True,
        anchor=TREATMENTS,
    )


def _row(story: TreatmentStory, made: Material, *, sourced: bool) -> Row:
    return Row(
        head=(bold(story.treatment.name),),
        cells=(
            _dose(story, made),
            plain(when_words(story, made.words)),
            plain(for_words(story, made.journal)),
            plain(did_it_help(story, made.words)),
            plain(what_happened(story, made, sourced=sourced)),
        ),
    )


def _dose(story: TreatmentStory, made: Material) -> Text:
    dose = dose_path(story, made.words)
    kind = "" if story.prescribed else kind_words(story.treatment.treatment, made.words)
    runs: list[Run] = [facts(dose)] if dose else []
    if kind:
        runs.append(Run(text=f" {kind}" if dose else kind, small=True))
    return tuple(runs)


def what_happened(story: TreatmentStory, made: Material, *, sourced: bool = True) -> str:
    """Reactions, side effects, pauses, how it is taken now, why it ended, and where it is known from."""
    words = made.words
    parts: list[str] = []
    if story.not_tolerated is not None:
        reaction = story.not_tolerated.reaction or words.say("reaction.unknown", "reaction not written")
        parts.append(words.say("not_tolerated.is", "could not tolerate: {reaction}", reaction=reaction))
    parts += [begun(noticed_words(item, words)) for item in story.noticed]
    parts += _only_noticed(story)
    aside = [pause_words(pause, words, made.today) for pause in story.pauses if pause.last is not None]
    aside += [really_words(story, words)]
    parts.append("; ".join(part for part in aside if part))
    parts.append(_why_it_ended(story, made))
    if story.treatment.source is not None and sourced:
        parts.append(source_words(story.treatment, words))
    return ". ".join(part.rstrip(". ") for part in parts if part)


def _only_noticed(story: TreatmentStory) -> list[str]:
    """What was noticed in the person's words, where no side effect or verdict of the same day says it."""
    return [
        shortened(change.noticed, CELL)
        for change in story.changes
        if change.change is ChangeKind.NOTICED
        and change.noticed
        and not change.side_effects
        and not change.verdict_words
    ]


def _why_it_ended(story: TreatmentStory, made: Material) -> str:
    """In the person's words; a ticked reason only where reaction and verdict do not say it already."""
    if story.ended is None:
        return ""
    said = ended_words(story.ended, made.words)
    if story.ended.words:
        return "" if story.not_tolerated and said == story.not_tolerated.reaction else said
    known = story.ended.why == (Why.SIDE_EFFECT,) and story.not_tolerated is not None
    no_help = story.ended.why == (Why.DID_NOT_HELP,) and story.verdict is Verdict.NO_DIFFERENCE
    return "" if known or no_help else begun(said)
