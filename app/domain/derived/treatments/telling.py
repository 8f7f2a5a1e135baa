"""A treatment's story as rows of a list: what happened, the facts of it, and the person's own words."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.derived.belonging import named
from app.domain.derived.treatments.doses import dose_words, often_words
from app.domain.derived.treatments.phrases import barrier_words, verdict_words, why_words
from app.domain.derived.treatments.story import TreatmentStory
from app.domain.journal import Journal
from app.domain.quick_line.speaking import units_aloud
from app.domain.records import TreatmentChange
from app.domain.records.person import Badness
from app.domain.records.record import RecordId
from app.domain.records.treatments import Again, ChangeKind, Decided, SideEffect, Taken, Why
from app.domain.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChange:
    """One row: its day, what happened, the facts in the app's words, and what the person wrote."""

    key: RecordId
    day: str
    head: str
    facts: str = ""
    own: str = ""
    spoken: str = ""


def told_changes(journal: Journal, story: TreatmentStory, words: Wording) -> tuple[ToldChange, ...]:
    """Every change but single dose days, oldest first."""
    changes = (change for change in story.changes if change.change is not ChangeKind.TAKEN)
    return tuple(told_change(journal, change, words) for change in changes)


def dose_days_words(story: TreatmentStory, words: Wording) -> str:
    """How many dose days were written down, and the last of them; empty without any."""
    if not story.taken_days:
        return ""
    last = max(story.taken_days, key=lambda when: when.sort_key)
    return words.count(
        "story.dose_days",
        "{n} dose day written, on {last}.",
        "{n} dose days written, the last on {last}.",
        len(story.taken_days),
        last=words.short_day(last.middle),
    )


def told_change(journal: Journal, change: TreatmentChange, words: Wording) -> ToldChange:
    """One change told in full."""
    head = _head(change, words)
    facts = " ".join(f"{_capital(part)}." for part in _facts(journal, change, words))
    own = " ".join(_own(change))
    if not facts and own and change.change is ChangeKind.NOTICED and not change.side_effects:
        head = words.say("story.in_your_words", "In your words")
    day = words.when(change.when).replace("\u00a0", " ")
    wrote = words.say("spoken.wrote", "you wrote {words}", words=own) if own else ""
    aloud = (day, head, units_aloud(facts, words).rstrip("."), wrote)
    return ToldChange(
        key=change.id,
        day=words.short_when(change.when),
        head=head,
        facts=facts,
        own=own,
        spoken=", ".join(units_aloud(part, words) for part in aloud if part),
    )


def _head(change: TreatmentChange, words: Wording) -> str:
    """What happened: "Started, 40 mg", "Noticed: itchy patch", "Skipped"."""
    said = {
        ChangeKind.STARTED: words.say("story.started", "Started"),
        ChangeKind.DOSE: words.say("story.dose", "New dose"),
        ChangeKind.SWITCHED: words.say("story.switched", "Switched"),
        ChangeKind.PAUSED: words.say("story.paused", "Paused"),
        ChangeKind.RESUMED: words.say("story.resumed", "Started again"),
        ChangeKind.STOPPED: words.say("story.stopped", "Stopped"),
        ChangeKind.MISSED: words.say("story.skipped", "Skipped"),
        ChangeKind.TAKEN: words.say("story.taken", "Taken"),
        ChangeKind.NOTICED: words.say("story.noticed", "Noticed"),
        ChangeKind.HOW_TAKEN: words.say("story.how_taken", "How I really take it"),
    }[change.change]
    effects = ", ".join(effect.words for effect in change.side_effects)
    if change.change is ChangeKind.NOTICED and effects:
        return words.say("story.noticed.what", "Noticed: {what}", what=effects)
    if change.change is ChangeKind.NOTICED and not change.noticed and change.verdict is not None:
        return words.say("story.all_in_all", "All in all: {verdict}", verdict=_verdict(change, words))
    dose = dose_words(change.planned, words)
    often = often_words(change.how_often, words)
    if dose and _goes_on(often):
        dose = f"{dose} {often}"
    return f"{said}, {dose}" if dose else said


def _goes_on(often: str) -> bool:
    """Whether it only makes sense after a dose: "300 mg a day"."""
    return often.startswith(("a ", "an ", "per "))


def _verdict(change: TreatmentChange, words: Wording) -> str:
    parts = (verdict_words(change.verdict, words), change.verdict_words)
    return ", ".join(part for part in parts if part)


def _facts(journal: Journal, change: TreatmentChange, words: Wording) -> Iterator[str]:
    """The facts, each a sentence without its stop."""
    yield from _doses(change, words)
    yield from _until(change, words)
    if change.taken is not None:
        yield _taken(change.taken, words)
    barriers = ", ".join(barrier_words(barrier, words) for barrier in change.barriers)
    if barriers:
        yield words.say("story.barriers", "in the way: {what}", what=barriers)
    yield from _decided(journal, change, words)
    mine = change.decided is Decided.ME
    reasons = [reason for reason in change.why if not (mine and reason is Why.PREFERENCE)]
    why = ", ".join(why_words(reason, words) for reason in reasons)
    if why:
        yield words.say("story.why", "why: {why}", why=why)
    yield from _felt(change, words)


def _doses(change: TreatmentChange, words: Wording) -> Iterator[str]:
    often = often_words(change.how_often, words)
    if often and not (change.planned and _goes_on(often)):
        yield often
    taking = (dose_words(change.taking, words), often_words(change.taking_how_often, words))
    said = " ".join(part for part in taking if part)
    if said:
        yield words.say("story.taking", "I take {dose}", dose=said)
    if change.taken_share:
        yield words.say("story.share", "{share} of it", share=change.taken_share)


def _until(change: TreatmentChange, words: Wording) -> Iterator[str]:
    if change.until is not None:
        yield words.say("story.until", "until {date}", date=words.when(change.until))


def _taken(taken: Taken, words: Wording) -> str:
    return {
        Taken.AS_PLANNED: words.say("story.taken.planned", "as planned"),
        Taken.MOSTLY: words.say("story.taken.mostly", "mostly"),
        Taken.SOMETIMES: words.say("story.taken.sometimes", "sometimes"),
        Taken.NOT: words.say("story.taken.not", "not"),
    }[taken]


def _decided(journal: Journal, change: TreatmentChange, words: Wording) -> Iterator[str]:
    who = named(journal, change.clinician)
    match change.decided:
        case Decided.TOGETHER if who:
            yield words.say("story.together", "decided together with {name}", name=who)
        case Decided.TOGETHER:
            yield words.say("story.together.bare", "decided together")
        case Decided.ME:
            yield words.say("story.mine", "my own choice")
        case Decided.NOT_YET:
            yield words.say("story.not_decided", "not decided yet")
        case _ if who:
            yield who


def _felt(change: TreatmentChange, words: Wording) -> Iterator[str]:
    alone = change.change is ChangeKind.NOTICED and len(change.side_effects) == 1
    for effect in change.side_effects:
        yield from _effect(effect, words, alone=alone)
    if change.not_tolerated:
        reaction = f": {change.reaction}" if change.reaction else ""
        yield words.say("story.not_tolerated", "I could not tolerate it{reaction}", reaction=reaction)
    if change.verdict is not None and not (change.change is ChangeKind.NOTICED and not change.noticed):
        yield words.say("story.verdict", "all in all: {verdict}", verdict=_verdict(change, words))
    if change.again is not None:
        yield again_words(change.again, words)


def _effect(effect: SideEffect, words: Wording, *, alone: bool) -> Iterator[str]:
    """How bad it was and how soon it was gone; `alone`: its name stands in the head."""
    parts = [badness_words(effect.badness, words)] if effect.badness else []
    if effect.gone_after:
        parts.append(words.say("story.gone", "gone in {time}", time=effect.gone_after))
    if effect.came_back:
        parts.append(words.say("story.came_back", "came back"))
    said = ", ".join(parts)
    if alone and said:
        yield said
    elif said:
        yield words.say("story.effect", "{effect}: {what}", effect=effect.words, what=said)


def badness_words(badness: Badness, words: Wording) -> str:
    """Mild, middling or bad."""
    return words.say("answer", str(badness))


def again_words(again: Again, words: Wording) -> str:
    """Whether the person would try it again."""
    return {
        Again.YES: words.say("story.again.yes", "I would try it again"),
        Again.MAYBE: words.say("story.again.maybe", "I might try it again"),
        Again.NO: words.say("story.again.no", "I would not try it again"),
    }[again]


def _own(change: TreatmentChange) -> Iterator[str]:
    for text in (change.noticed, change.why_words, change.note):
        if text.strip():
            yield " ".join(text.split())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
