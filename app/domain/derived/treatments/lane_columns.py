"""A treatment in the words of its row: dose, how it's going or why it ended, and all of it spoken."""

from app.domain.derived.phrasing import mid_sentence
from app.domain.derived.shortening import REASON, shortened
from app.domain.derived.treatments.doses import NB, dose_words, often_words
from app.domain.derived.treatments.phrases import kind_words, verdict_words
from app.domain.derived.treatments.story import DoseStep, Status, TreatmentStory
from app.domain.derived.treatments.words import ended_words
from app.domain.quick_line.speaking import units_aloud
from app.domain.records.treatments import Dose, Taken, TreatmentKind, Verdict
from app.domain.records.when import When
from app.domain.wording import Wording

_SAYS_LITTLE = frozenset({Verdict.CANNOT_TELL, Verdict.NO_DIFFERENCE})


def dose_column(story: TreatmentStory, words: Wording) -> str:
    """What is planned now, or how far its doses went: "40 mg every 2 weeks", "to 15 mg a week"."""
    said = _planned(story, words) if not story.ended else _path(story, words)
    shop = story.treatment.treatment is TreatmentKind.FROM_THE_SHOP
    kind = kind_words(story.treatment.treatment, words) if shop else ""
    return ", ".join(part for part in (said, kind) if part)


def _planned(story: TreatmentStory, words: Wording) -> str:
    now = story.now
    if now is None:
        return story.treatment.form
    said = _with_often(dose_words(now.planned, words), now, words)
    if now.taking is None and now.taking_how_often is None:
        return said
    taking = dose_words(now.taking or now.planned, words)
    return words.say("lanes.taking", "{planned}; I take {taking}", planned=said, taking=taking)


def _with_often(dose: str, step: DoseStep, words: Wording) -> str:
    return " ".join(part for part in (dose, often_words(step.how_often, words)) if part)


def _path(story: TreatmentStory, words: Wording) -> str:
    steps = [step for step in story.steps if step.planned is not None]
    if not steps or story.now is None:
        return _planned(story, words)
    first, last = steps[0].planned, steps[-1].planned
    end = _with_often(dose_words(last, words), story.now, words)
    way = _way(first, last)
    if way > 0:
        return words.say("lanes.dose.to", "to {dose}", dose=end)
    if way < 0:
        begin = dose_words(first, words).removesuffix(f"{NB}{last.unit if last else ''}")
        return words.say("lanes.dose.path", "{first} to {last}", first=begin, last=end)
    return end


def _way(first: Dose | None, last: Dose | None) -> int:
    """1 where the dose went up, -1 where it went down, 0 where it stayed or cannot be compared."""
    if first is None or last is None or first.amount is None or last.amount is None:
        return 0
    if first.unit.casefold() != last.unit.casefold():
        return 0
    return (last.amount > first.amount) - (last.amount < first.amount)


def how_it_goes(story: TreatmentStory, words: Wording) -> str:
    """How it's going: what it does, and how it is really taken where that is not as planned."""
    if story.status is Status.COMING and story.next_change is not None:
        return words.say("lanes.from", "from {date}", date=words.short_when(story.next_change.when))
    parts = [_helps(story.verdict, words), story.verdict_words]
    if story.status is Status.PAUSED:
        parts.append(words.say("lanes.paused", "paused now"))
    elif story.how_taken is not None and story.how_taken.taken is not Taken.AS_PLANNED:
        parts.append(_taken(story.how_taken.taken, words))
    return ", ".join(part for part in parts if part)


def _helps(verdict: Verdict | None, words: Wording) -> str:
    said = {
        Verdict.HELPED_A_LOT: words.say("lanes.helps.a_lot", "helps a lot"),
        Verdict.HELPED: words.say("lanes.helps", "helps"),
        Verdict.HELPED_A_LITTLE: words.say("lanes.helps.a_little", "helps a little"),
        Verdict.WORSE: words.say("lanes.worse", "makes it worse"),
    }
    return said.get(verdict) or verdict_words(verdict, words) if verdict else ""


def _taken(taken: Taken, words: Wording) -> str:
    return {
        Taken.AS_PLANNED: words.say("lanes.taken.planned", "taken as planned"),
        Taken.MOSTLY: words.say("lanes.taken.mostly", "mostly taken"),
        Taken.SOMETIMES: words.say("lanes.taken.sometimes", "sometimes taken"),
        Taken.NOT: words.say("lanes.taken.not", "not taken"),
    }[taken]


def why_it_ended_column(story: TreatmentStory, words: Wording) -> str:
    """Why it ended: what it did, then what it did to the person, else their reason."""
    verdict = "" if story.verdict is None else verdict_words(story.verdict, words)
    if story.not_tolerated is not None:
        reason = story.not_tolerated.reaction or words.say("could_not_tolerate", "could not tolerate")
    else:
        reason = mid_sentence(ended_words(story.ended, words).rstrip(".")) if story.ended else ""
    own = story.verdict_words
    if reason and story.verdict in _SAYS_LITTLE and story.not_tolerated is not None:
        verdict = ""
    if verdict and not (story.ended and story.ended.words) and story.not_tolerated is None:
        reason = ""
    return shortened(", ".join(part for part in (verdict, own, reason) if part), REASON)


# Spoken


def spoken_lane(story: TreatmentStory, dose: str, verdict: str, words: Wording) -> str:
    """From when to when, then dose and verdict: "5 December 2023 to 17 September 2024, stopped. Helped"."""
    sentences = (_spoken_span(story, words), dose, verdict)
    return ". ".join(_capital(units_aloud(part, words)) for part in sentences if part) + "."


def _spoken_span(story: TreatmentStory, words: Wording) -> str:
    started = _day(story.started, words)
    if story.status is Status.COMING:
        return words.say("lanes.spoken.coming", "not started yet")
    if story.status is Status.DONE:
        return words.say("lanes.spoken.done", "done {date}", date=started)
    if story.ended is None:
        return words.say("lanes.spoken.now", "taking now, since {date}", date=started)
    ended = _day(story.ended.when, words)
    return words.say("lanes.spoken.over", "{first} to {last}, stopped", first=started, last=ended)


def _day(when: When | None, words: Wording) -> str:
    return words.when(when)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
