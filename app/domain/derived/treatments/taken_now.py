"""Lines of what is taken now, one thing each: "naproxen 250 mg twice a day since March"."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.derived.treatments.story import TreatmentStory, story_of
from app.domain.journal import Journal
from app.domain.quick_line.echo import echo
from app.domain.quick_line.grammar import parse
from app.domain.quick_line.understood import Named, Role, Understood, What
from app.domain.quick_line.vocabulary import Vocabulary
from app.domain.quick_line.writing import records
from app.domain.records import Record, Treatment, TreatmentChange
from app.domain.records.record import RecordId, TreatmentId
from app.domain.records.text import NAME_LIMIT
from app.domain.records.treatments import ChangeKind, TreatmentKind
from app.domain.wording import Wording

_BEGUN = re.compile(r"\s*(?:i\s+)?(?:take|taking|started|start|began|on)\s+", re.IGNORECASE)
_SHOP = re.compile(r",?\s*\(?\b(?:from the shop|over the counter|otc|from the pharmacy)\b\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenLine:
    """One line as it was understood: in words, and as the records that would be written."""

    shown: str
    spoken: str
    records: tuple[Record, ...] = ()


def taken_line(
    text: str,
    journal: Journal,
    *,
    vocabulary: Vocabulary,
    now: datetime,
    new_id: Callable[[], str],
    words: Wording,
) -> TakenLine | None:
    """Understand one line as something taken now; None for an empty one. Nothing typed is lost.

    Without a date it is not known when it began: it is never today only because it is written today.
    """
    if not text.strip():
        return None
    shop = _SHOP.search(text) is not None
    plain = _BEGUN.sub("", _SHOP.sub("", text), count=1)
    understood = parse(f"started {plain}", vocabulary, now)
    named = understood.value(Role.TREATMENT, Named)
    if understood.what is not What.TREATMENT_CHANGE or named is None:
        return _only_a_name(text, now, new_id, words, shop=shop)
    written = records(understood, journal, now, new_id)
    known = journal.treatment(named.id)
    story = story_of(journal, known, now.date()) if known is not None else None
    kept = tuple(_fitting(record, understood, story, shop=shop) for record in written)
    left = tuple(record for record in kept if record is not None)
    if story is not None and not left:
        said = words.say("taken.already", "{name}, already in your list", name=named.name)
        return TakenLine(shown=said, spoken=said)
    return _told(understood, left, words, shop=shop)


def _only_a_name(
    text: str, now: datetime, new_id: Callable[[], str], words: Wording, *, shop: bool
) -> TakenLine:
    """What the line cannot read is a name as it stands, and the whole of it a note where it is too long."""
    name = " ".join(text.split())
    kind = TreatmentKind.FROM_THE_SHOP if shop else TreatmentKind.PRESCRIBED
    treatment = Treatment(id=RecordId(new_id()), written=now, name=name[:NAME_LIMIT], treatment=kind)
    started = TreatmentChange(
        id=RecordId(new_id()),
        written=now,
        treatment=TreatmentId(treatment.id),
        change=ChangeKind.STARTED,
        note=text if len(name) > NAME_LIMIT else "",
    )
    said = words.say("taken.name", "New: {name}", name=treatment.name)
    return TakenLine(shown=said, spoken=said, records=(treatment, started))


def _fitting(
    record: Record, understood: Understood, story: TreatmentStory | None, *, shop: bool
) -> Record | None:
    """The record as it fits something taken now: without a day nobody said, and never begun twice."""
    if isinstance(record, Treatment) and story is None and shop:
        return replace(record, treatment=TreatmentKind.FROM_THE_SHOP)
    if not isinstance(record, TreatmentChange):
        return record
    when = understood.part(Role.WHEN)
    typed = when is not None and when.typed
    change = record if typed else replace(record, when=None)
    if story is None or not story.changes:
        return change
    if story.ended is not None:
        return replace(change, change=ChangeKind.RESUMED)
    return _new_dose(record, story)


def _new_dose(change: TreatmentChange, story: TreatmentStory) -> TreatmentChange | None:
    """What is taken already has changed only where dose or how often is another."""
    now = story.now
    planned = change.planned if now is None or change.planned != now.planned else None
    often = change.how_often
    if now is not None and now.how_often is not None and often is not None:
        often = often if (often.times, often.days) != (now.how_often.times, now.how_often.days) else None
    if planned is None and often is None:
        return None
    return replace(change, change=ChangeKind.DOSE)


def _told(understood: Understood, kept: tuple[Record, ...], words: Wording, *, shop: bool) -> TakenLine:
    """The parts as under the quick line, without what was only assumed."""
    shown = [
        part
        for part in echo(understood, words).parts
        if part.role is not Role.CHANGE and not (part.part is not None and not part.part.typed)
    ]
    texts, spoken = [part.text for part in shown], [part.spoken for part in shown]
    if shop:
        said = words.say("kind.shop", "from the shop")
        texts, spoken = [*texts, said], [*spoken, said]
    changed = next((one for one in kept if isinstance(one, TreatmentChange)), None)
    if changed is not None and changed.change is ChangeKind.DOSE:
        said = words.say("taken.new_dose", "new dose")
        texts, spoken = [*texts, said], [*spoken, said]
    return TakenLine(shown=" · ".join(texts), spoken=", ".join(spoken), records=kept)
