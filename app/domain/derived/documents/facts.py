"""Page 1's lists that are never missing: allergies, what could not be tolerated, safety, conditions."""

from collections.abc import Sequence

from app.domain.derived.document import Block, Run, Text, plain, words_of
from app.domain.derived.documents.material import Material, bold, facts, first_day, run_on
from app.domain.derived.provenance import source_words
from app.domain.records import Allergy, Condition, NoneKnown, Record
from app.domain.records.person import Badness, ConditionStatus, NoneOf

_WORST_FIRST = (Badness.BAD, Badness.MIDDLING, None, Badness.MILD)


def allergies(made: Material) -> Block:
    """Every allergy with its reaction, worst first; never cut."""
    found = sorted((item for item in made.journal.of(Allergy) if not item.intolerance), key=_worst)
    shared = shared_source(found, made)
    lines = [_allergy(item, made, shown=not shared) for item in found]
    lines += [plain(shared)] if shared else []
    if not found:
        lines.append(made.none_known() if says_none(made, NoneOf.ALLERGIES) else made.not_written())
    return Block(
        heading=made.words.say("heading.allergies", "Allergies"),
        lines=(*_if_any(lines, made, Allergy, found), *made.not_everything(Allergy)),
        reversed_heading=True,
        listed=len(found) > 1,
    )


def _if_any(lines: list[Text], made: Material, kind: type[Record], found: Sequence[Record]) -> list[Text]:
    """With nothing but kept-back things, neither "none" nor "not written" would be true."""
    return [] if not found and made.view.keeps_back(kind) else lines


def says_none(made: Material, of: NoneOf) -> bool:
    """Whether the person pressed *None*."""
    return any(item.of is of for item in made.journal.of(NoneKnown))


def shared_source(found: Sequence[Record], made: Material) -> str:
    """One sentence for a whole block whose lines all come from the same file; else nothing."""
    sources = {source_words(item, made.words) if item.source else "" for item in found}
    if len(found) < _SOME or "" in sources:
        return ""
    if len(sources) == 1:
        return made.words.say("source.all", "All {source}.", source=sources.pop())
    imported = all(item.source and item.source.code for item in found)
    return made.words.say("source.record.all", "All from my hospital record.") if imported else ""


_SOME = 2
_LINE = 74  # characters of a line of 135 mm, safely


def _worst(item: Allergy) -> tuple[int, str, str]:
    return (_WORST_FIRST.index(item.badness), item.substance.casefold(), item.id)


def _allergy(item: Allergy, made: Material, *, shown: bool) -> Text:
    when = made.words.short_when(item.when) if item.when else ""
    said = ", ".join(part for part in (item.reaction, when) if part)
    told = [
        made.named(item.told_by_clinician),
        source_words(item, made.words) if shown else "",
        item.how_sure,
    ]
    by = "; ".join(part for part in told if part)
    tail = " ".join(part for part in (said, f"({by})" if by else "") if part)
    return (bold(f"{item.substance}:"), facts(f" {tail}")) if tail else (bold(item.substance),)


def conditions(made: Material, most: int) -> Block:
    """Each condition with who said so and when, at most `most` lines; then ruled out, then wondered about."""
    found = told_conditions(made)
    shared = shared_source(found, made)
    tail = [*([plain(shared)] if shared else []), *_not_told(made)]
    room = max(1, most - len(tail))
    cut = room - 1 if len(found) > room else room
    lines = [_condition(item, made, shown=not shared) for item in found[:cut]]
    if found[cut:]:
        also = run_on((_condition(item, made, shown=False) for item in found[cut:]), "; ")
        lines.append((facts(made.words.say("also", "Also:") + " "), *also))
    if not found and not made.view.keeps_back(Condition):
        lines.append(made.none_known() if says_none(made, NoneOf.CONDITIONS) else made.not_written())
    return Block(
        heading=made.words.say("heading.conditions", "Conditions"),
        lines=(*_beside(lines, tail), *made.not_everything(Condition)),
        listed=len(found) > 1,
    )


def _beside(lines: list[Text], tail: list[Text]) -> list[Text]:
    """What is ruled out or wondered about stands on the last line where it has room there."""
    if not lines or not tail or sum(len(words_of(text)) for text in (lines[-1], tail[0])) > _LINE:
        return [*lines, *tail]
    dot = "" if words_of(lines[-1]).endswith(".") else "."
    return [*lines[:-1], (*lines[-1], facts(f"{dot} "), *tail[0]), *tail[1:]]


def told_conditions(made: Material) -> tuple[Condition, ...]:
    """What somebody told or the person has: active first, in the person's order, then what is over."""
    found = [item for item in made.journal.of(Condition) if not is_wondered(item)]
    listed = [item for item in found if item.status is not ConditionStatus.RULED_OUT]
    return tuple(sorted(listed, key=_own_order))


def is_wondered(item: Condition) -> bool:
    """Told by nobody: the person's own thought."""
    told = item.told_by_clinician or item.told_by_name or item.source or item.told_by
    return item.wondering or (item.status is ConditionStatus.SUSPECTED and not told)


def _own_order(item: Condition) -> tuple[object, ...]:
    over = item.status is ConditionStatus.RESOLVED
    return (over, item.order, first_day(item.onset or item.told), item.name.casefold(), item.id)


def _not_told(made: Material) -> list[Text]:
    """One line: what is ruled out, then what is wondered about."""
    words = made.words
    found = sorted(made.journal.of(Condition), key=_own_order)
    out = [item.name for item in found if item.status is ConditionStatus.RULED_OUT and not is_wondered(item)]
    wondered = [item.name for item in found if is_wondered(item)]
    parts = []
    if out:
        parts.append(words.say("conditions.ruled_out", "Ruled out: {names}.", names=", ".join(out)))
    if wondered:
        names = ", ".join(wondered)
        parts.append(words.say("conditions.wonder", "I wonder about: {names}", names=names))
    return [plain(" ".join(parts))] if parts else []


def _condition(item: Condition, made: Material, *, shown: bool) -> Text:
    runs: list[Run] = [bold(item.name)]
    if item.detail:
        runs.append(facts(f", {item.detail}"))
    if item.status is not ConditionStatus.CONFIRMED:
        runs.append(facts(f", {_status(item, made)}"))
    told = told_words(item, made, shown=shown)
    return (*runs, facts(f" ({told})")) if told else tuple(runs)


def _status(item: Condition, made: Material) -> str:
    if item.status is ConditionStatus.SUSPECTED:
        return made.words.say("condition.suspected", "suspected")
    if item.ended is None:
        return made.words.say("condition.over", "over")
    return made.words.say("condition.over.since", "over since {date}", date=made.words.short_when(item.ended))


def told_words(item: Condition, made: Material, *, shown: bool = True) -> str:
    """Who told it and when: "Dr Osei, Nov 2023"; else since when it is known."""
    who = made.named(item.told_by_clinician) or item.told_by_name or item.told_by
    if item.told is not None and (who or item.onset is None):
        who = ", ".join(part for part in (who, made.words.short_when(item.told)) if part)
    elif not who and item.onset is not None:
        who = made.words.short_when(item.onset)
    source = source_words(item, made.words) if item.source is not None and shown else ""
    return "; ".join(part for part in (who, source) if part)
