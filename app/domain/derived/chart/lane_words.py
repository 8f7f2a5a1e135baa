"""The few words a treatment's lane has room for: its doses at the left, why it ended at the right."""

from app.domain.derived.chart.stretches import dose_of, how_often_of, unit_of
from app.domain.derived.chart.text_room import cut_at_word, room_for
from app.domain.derived.phrasing import mid_sentence
from app.domain.derived.treatments.doses import NB, dose_words, often_words
from app.domain.derived.treatments.phrases import verdict_words
from app.domain.derived.treatments.story import TreatmentStory
from app.domain.derived.treatments.words import ended_words
from app.domain.records.treatments import Dose
from app.domain.wording import Wording

WHY_LENGTH = 44  # characters of "Why it stopped" (document.md 8)
_WHY_ROOM = 22.0  # and its column's width in label heights
_LONGEST_DOSE = 16


def dose_label(story: TreatmentStory, words: Wording) -> str:
    """The path of the doses: "40 mg", "10 → 15 mg"; first and last where there were more than two."""
    doses = [dose for dose in (dose_of(step) for step in story.steps) if dose is not None]
    if not doses:
        return _often_label(story, words)
    first, last = doses[0], doses[-1]
    if _same(first, last):
        return cut_at_word(_highest_between(doses, words), _LONGEST_DOSE)
    return _path((first, last), words)


def _often_label(story: TreatmentStory, words: Wording) -> str:
    often = often_words(how_often_of(story.steps[-1]), words) if story.steps else ""
    return cut_at_word(often.partition(",")[0], _LONGEST_DOSE)


def _highest_between(doses: list[Dose], words: Wording) -> str:
    """A dose that went up or down and came back says so: "10 → 20 → 10 mg"."""
    first = doses[0]
    other = next((dose for dose in doses if not _same(dose, first)), None)
    return dose_words(first, words) if other is None else _path((first, other, doses[-1]), words)


def _path(doses: tuple[Dose, ...], words: Wording) -> str:
    units = {unit_of(dose) for dose in doses}
    written = [dose_words(dose, words) for dose in doses]
    if len(units) == 1 and all(dose.amount is not None for dose in doses):
        tail = f"{NB}{doses[-1].unit}"
        written = [*(text.removesuffix(tail) for text in written[:-1]), written[-1]]
    return " → ".join(written)


def _same(one: Dose, other: Dose) -> bool:
    if one.amount is not None and other.amount is not None:
        return (one.amount, unit_of(one)) == (other.amount, unit_of(other))
    return one.words == other.words


def why_it_ended(story: TreatmentStory, words: Wording) -> str:
    """What could not be tolerated, else the verdict and the person's reason as far as there is room."""
    if story.not_tolerated is not None:
        said = could_not_tolerate(story.not_tolerated.reaction, words)
        return cut_at_word(said, WHY_LENGTH)
    verdict = verdict_words(story.verdict, words)
    told = story.ended is not None and (story.ended.words or not verdict)
    reason = mid_sentence(ended_words(story.ended, words).rstrip(".")) if story.ended and told else ""
    for why in (reason, reason.partition(",")[0]):
        text = "; ".join(part for part in (verdict, why) if part)
        if len(text) <= WHY_LENGTH and room_for(text) <= _WHY_ROOM:
            return text
    return cut_at_word(verdict or reason, WHY_LENGTH)


def could_not_tolerate(reaction: str, words: Wording) -> str:
    """The words every page has for it, never a sign."""
    if not reaction:
        return words.say("could_not_tolerate", "could not tolerate")
    return words.say("could_not_tolerate.reaction", "could not tolerate: {reaction}", reaction=reaction)
