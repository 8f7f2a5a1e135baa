"""Another name for a symptom, and two symptoms that turn out to be the same. Nothing is lost in either."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.derived.gate import strictest
from app.domain.journal import Journal
from app.domain.quick_line.journal_names import fold
from app.domain.records import Note, Symptom, SymptomEntry, Treatment, TurningPoint
from app.domain.records.record import RecordId, SymptomId
from app.domain.records.symptoms import Anchor
from app.domain.records.text import LINE_LIMIT
from app.domain.records.when import When
from app.domain.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Merging:
    """What making two symptoms one will do: sentences, in numbers."""

    readings: int
    mentions: int
    sentences: tuple[str, ...]


def renamed(symptom: Symptom, name: str) -> Symptom:
    """The symptom under another name; its old one stays as another name, so that the quick line knows it."""
    if _key(name) == _key(symptom.name):
        return replace(symptom, name=name)
    others = (*symptom.other_names, symptom.name)
    return replace(symptom, name=name, other_names=_names(others, but=name))


def made_one(gone: Symptom, into: Symptom) -> tuple[Symptom, Symptom]:
    """`gone` pointing to `into`, and `into` with all that `gone` said besides.

    Readings and mentions keep pointing to `gone`: they are not changed, so they do not count as changed, and
    every reader follows. The stricter of the two sharing marks holds for both: what was kept from someone
    under either name stays kept from them, and so does the name itself, which `into` now carries.
    """
    sharing = strictest([gone.sharing, into.sharing])
    later = replace(
        into,
        other_names=_names((*into.other_names, gone.name, *gone.other_names), but=into.name),
        conditions=tuple(dict.fromkeys((*into.conditions, *gone.conditions))),
        since=_earlier(into.since, gone.since),
        attack_like=gone.attack_like if into.attack_like is None else into.attack_like,
        anchors=_anchors(into.anchors, gone.anchors),
        pinned=into.pinned or gone.pinned,
        show_on_today=into.show_on_today or gone.show_on_today,
        retired=into.retired and gone.retired,
        tags=tuple(dict.fromkeys((*into.tags, *gone.tags))),
        attachments=tuple(dict.fromkeys((*into.attachments, *gone.attachments))),
        sharing=sharing,
    )
    return replace(gone, merged_into=SymptomId(into.id), sharing=sharing), later


def merging(journal: Journal, gone: Symptom, into: Symptom, words: Wording) -> Merging:
    """What will happen, for the person to read before they say yes."""
    mine = _all_ids(journal, gone)
    readings = sum(entry.symptom in mine for entry in journal.of(SymptomEntry))
    mentions = sum(_mentions(journal, mine))
    names = {"gone": gone.name, "into": into.name}
    sentences = [
        words.count(
            "merge.readings",
            "{n} reading of {gone} moves to {into}.",
            "{n} readings of {gone} move to {into}.",
            readings,
            **names,
        ),
        words.say("merge.name", "{gone} stays as another name for it: the quick line knows both.", **names),
    ]
    if mentions:
        sentences.append(
            words.count(
                "merge.mentions",
                "{n} treatment or note that names {gone} will name {into}.",
                "{n} treatments and notes that name {gone} will name {into}.",
                mentions,
                **names,
            )
        )
    if gone.sharing != into.sharing:
        sentences.append(
            words.say("merge.sharing", "Their sharing differs: the stricter of the two holds for both.")
        )
    return Merging(readings=readings, mentions=mentions, sentences=tuple(sentences))


def taken_names(journal: Journal, but: RecordId) -> dict[str, Symptom]:
    """Every name that leads to another symptom, folded."""
    held: dict[str, Symptom] = {}
    for symptom in journal.of(Symptom):
        end = journal.symptom(RecordId(symptom.id))
        if end is not None and end.id != but:
            for name in (symptom.name, *symptom.other_names):
                held.setdefault(_key(name), end)
    return held


def same_name(journal: Journal, name: str, but: RecordId) -> Symptom | None:
    """The other symptom that answers to this name."""
    return taken_names(journal, but).get(_key(name))


def merged_from(journal: Journal, symptom: RecordId) -> tuple[Symptom, ...]:
    """The symptoms that were made one with this one, directly."""
    return tuple(one for one in journal.of(Symptom) if one.merged_into == symptom)


def _all_ids(journal: Journal, symptom: Symptom) -> frozenset[RecordId]:
    """Its own id, and those of the symptoms that were made one with it."""
    held = journal.of(Symptom)
    return frozenset(
        one.id for one in held if (end := journal.symptom(RecordId(one.id))) and end.id == symptom.id
    )


def _mentions(journal: Journal, ids: frozenset[RecordId]) -> Iterable[bool]:
    yield from (bool(ids.intersection(one.for_symptoms)) for one in journal.of(Treatment))
    yield from (bool(ids.intersection(one.about)) for one in journal.of(Note))
    yield from (one.of in ids for one in journal.of(TurningPoint))


def _key(name: str) -> str:
    return " ".join(fold(name).split())


def _names(names: Iterable[str], *, but: str) -> tuple[str, ...]:
    """Each name once, in order, without `but`."""
    held = {_key(but): ""}
    for name in names:
        held.setdefault(_key(name), name)
    return tuple(name for name in held.values() if name.strip())


def _earlier(one: When | None, other: When | None) -> When | None:
    if one is None or other is None:
        return one or other
    return min(one, other, key=lambda when: (not when.is_dated, when.sort_key))


def _anchors(own: tuple[Anchor, ...], others: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
    """The anchors of both; where both say what a number means, both are said."""
    held = {anchor.severity: anchor for anchor in own}
    for anchor in others:
        there = held.get(anchor.severity)
        if there is None:
            held[anchor.severity] = anchor
        elif there.words.casefold() != anchor.words.casefold():
            both = f"{there.words}; {anchor.words}"
            held[anchor.severity] = replace(there, words=both if len(both) <= LINE_LIMIT else there.words)
    return tuple(held[severity] for severity in sorted(held))
