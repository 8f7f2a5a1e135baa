"""One treatment in full: what for, who prescribed it, how it is taken, side effects, every change."""

from dataclasses import dataclass

from app.domain.derived.treatments.lane_columns import dose_column
from app.domain.derived.treatments.story import TreatmentStory
from app.domain.derived.treatments.telling import ToldChange, told_change, told_changes
from app.domain.derived.treatments.words import for_words, noticed_words, prescriber_words, when_words
from app.domain.journal import Journal
from app.domain.records import Attachment
from app.domain.records.record import RecordId
from app.domain.records.treatments import Barrier, ChangeKind, Taken
from app.domain.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """A side effect in a line, with the change it was written on."""

    change: RecordId
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentInFull:
    """Everything the full page says. `taken` and `barriers` are as they were last said."""

    name: str
    dose: str
    when: str
    purpose: str
    prescriber: str
    files: tuple[str, ...]
    goes_on: bool
    taken: Taken | None
    barriers: tuple[Barrier, ...]
    effects: tuple[Effect, ...]
    changes: tuple[ToldChange, ...]
    dose_days: tuple[ToldChange, ...]


def in_full(journal: Journal, story: TreatmentStory, words: Wording) -> TreatmentInFull:
    """Everything that is known of a treatment; the newest change first."""
    treatment = story.treatment
    taken = [change for change in story.changes if change.change is ChangeKind.TAKEN]
    how = story.how_taken
    return TreatmentInFull(
        name=treatment.name,
        dose=dose_column(story, words),
        when=when_words(story, words),
        purpose=for_words(story, journal),
        prescriber=_prescriber(story, journal, words),
        files=tuple(_files(journal, story)),
        goes_on=story.taking_now,
        taken=how.taken if how is not None else None,
        barriers=how.barriers if how is not None else (),
        effects=_effects(story, words),
        changes=told_changes(journal, story, words)[::-1],
        dose_days=tuple(told_change(journal, change, words) for change in reversed(taken)),
    )


def _prescriber(story: TreatmentStory, journal: Journal, words: Wording) -> str:
    """Who prescribes it, and that it was the person's own choice."""
    mine = words.say("treatment.my_choice", "my own choice") if story.treatment.my_choice else ""
    return ", ".join(part for part in (prescriber_words(story, journal), mine) if part)


def _effects(story: TreatmentStory, words: Wording) -> tuple[Effect, ...]:
    by_words = {id(effect): change.id for change in story.changes for effect in change.side_effects}
    return tuple(
        Effect(change=by_words[id(noticed.effect)], words=noticed_words(noticed, words))
        for noticed in story.noticed
        if id(noticed.effect) in by_words
    )


def _files(journal: Journal, story: TreatmentStory) -> list[str]:
    """The files of the treatment and of its changes, by what they show."""
    keys = [key for record in (story.treatment, *story.changes) for key in record.attachments]
    found = (journal.get(Attachment, key) for key in keys)
    return [one.caption or one.name for one in found if one is not None]
