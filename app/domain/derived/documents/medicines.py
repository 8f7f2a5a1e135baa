"""Page 1's treatments: what could not be tolerated, what is taken now, what was tried."""

from app.domain.derived.document import TREATMENTS, Block, Row, Run, Table, Text, plain
from app.domain.derived.documents.facts import says_none, shared_source, told_conditions
from app.domain.derived.documents.material import Material, bold, ended, facts, sentences
from app.domain.derived.provenance import source_words
from app.domain.derived.treatments.phrases import kind_words
from app.domain.derived.treatments.story import Status, TreatmentStory
from app.domain.derived.treatments.words import (
    did_it_help,
    ended_words,
    for_words,
    helps_words,
    how_i_take_it,
    noticed_words,
    planned_words,
    prescriber_words,
    really_words,
    since_words,
)
from app.domain.records import Allergy, Treatment
from app.domain.records.person import NoneOf
from app.domain.records.treatments import TreatmentKind, Verdict

_WIDTHS = (53.2, 23.6, 18.8, 17.6, 21.8)  # mm (document.md 7.1)
_HELPED = frozenset({Verdict.HELPED, Verdict.HELPED_A_LOT})


def could_not_tolerate(made: Material) -> Block | None:
    """Every treatment that could not be tolerated, with its reaction; then what today's medicines do."""
    words = made.words
    lines = [_not_tolerated(group, made) for group in _by_reaction(made)]
    lines += [_intolerance(item, made) for item in made.journal.of(Allergy) if item.intolerance]
    for story in made.stories:
        if story.taking_now:
            head = words.say("noticed.with", "Noticed with {name}:", name=story.treatment.name)
            lines += [plain(f"{head} {noticed_words(item, words)}") for item in story.noticed]
    if not lines:
        return None
    heading = words.say("heading.not_tolerated", "Could not tolerate")
    return Block(heading=heading, lines=tuple(lines), listed=len(lines) > 1)


def _by_reaction(made: Material) -> list[list[TreatmentStory]]:
    """Prescribed first, newest first; those with the same reaction share a line."""
    groups: dict[str, list[TreatmentStory]] = {}
    for story in sorted(made.stories, key=_newest_reaction):
        if story.not_tolerated is not None:
            key = story.not_tolerated.reaction.casefold() or story.treatment.id
            groups.setdefault(key, []).append(story)
    return sorted(groups.values(), key=_any_not_prescribed)  # sorting is stable: newest first stays


def _newest_reaction(story: TreatmentStory) -> tuple[object, ...]:
    when = story.ended.when if story.ended else None
    when = when or (story.not_tolerated.when if story.not_tolerated else None)
    day = when.earliest.toordinal() if when else 0
    return (not story.taking_now, -day, story.treatment.name.casefold(), story.treatment.id)


def _any_not_prescribed(group: list[TreatmentStory]) -> bool:
    return not all(story.prescribed for story in group)


def _not_tolerated(group: list[TreatmentStory], made: Material) -> Text:
    """`**Name** (year): reaction`, "helped, but" before it where all of them helped."""
    words = made.words
    runs: list[Run] = []
    for story in group:
        runs += [facts(", ")] if runs else []
        runs += [bold(story.treatment.name), facts(_standing(story, made))]
    reaction = group[0].not_tolerated.reaction if group[0].not_tolerated else ""
    said = reaction or words.say("reaction.unknown", "reaction not written")
    if all(story.verdict in _HELPED for story in group):
        said = words.say("not_tolerated.helped", "helped, but {reaction}", reaction=said)
    return (*runs, facts(f": {said}"))


def _standing(story: TreatmentStory, made: Material) -> str:
    """How it stands now, or the year it ended."""
    if story.taking_now and story.prescribed:
        return " " + made.words.say("standing.prescribed", "(still prescribed)")
    if story.taking_now:
        return " " + made.words.say("standing.taking", "(still taking)")
    ended_on = story.ended.when if story.ended else None
    when = ended_on or (story.not_tolerated.when if story.not_tolerated else None)
    return f" ({when.first.year})" if when and when.first else ""


def _intolerance(item: Allergy, made: Material) -> Text:
    when = made.words.short_when(item.when) if item.when else ""
    said = ", ".join(part for part in (item.reaction, when) if part)
    by = "; ".join(part for part in (source_words(item, made.words), item.how_sure) if part)
    tail = " ".join(part for part in (said, f"({by})" if by else "") if part)
    return (bold(item.substance), facts(f": {tail}")) if tail else (bold(item.substance),)


def taking_now(made: Material, most: int) -> Table:
    """One row for each prescribed medicine, at most `most`; every further one is named in `Also:`."""
    words = made.words
    found = in_order(made)
    rows, rest = found[:most], found[most:]
    others = sorted((story for story in made.stories if _is_also(story)), key=_own_order)
    shared = shared_source([story.treatment for story in (*found, *others)], made)
    after = _also([*rest, *others], made) + ([plain(shared)] if shared else [])
    if not found and not others and not made.view.keeps_back(Treatment):
        after.append(made.none_known() if says_none(made, NoneOf.MEDICINES) else made.not_written())
    return Table(
        heading=words.say("heading.taking_now", "Taking now"),
        corner=words.say("corner.treatment", "Treatment"),
        heads=(
            words.say("column.how", "How I take it"),
            words.say("column.prescriber", "Prescriber"),
            words.say("column.since", "Since"),
            words.say("column.for", "For"),
            words.say("column.helps", "Helps?"),
        ),
        widths=_WIDTHS,
        rows=tuple(_row(story, made, sourced=not shared) for story in rows),
        after=(*after, *made.not_everything(Treatment)),
    )


def _is_also(story: TreatmentStory) -> bool:
    return story.taking_now and not story.prescribed


def _own_order(story: TreatmentStory) -> int:
    return story.treatment.order  # sorting is stable: newest start first stays


def in_order(made: Material) -> list[TreatmentStory]:
    """Prescribed and taken now: by the order of conditions, newest first; when needed comes last."""
    ranks = {condition.id: rank for rank, condition in enumerate(told_conditions(made))}
    found = [story for story in made.stories if story.taking_now and story.prescribed]

    def rank(story: TreatmentStory) -> tuple[bool, int]:
        own = [ranks[key] for key in story.treatment.for_conditions if key in ranks]
        return (story.when_needed, min(own, default=len(ranks)))

    return sorted(found, key=rank)  # sorting is stable: the stories come newest start first


def _row(story: TreatmentStory, made: Material, *, sourced: bool) -> Row:
    cells = (
        _how(story, made, sourced=sourced),
        prescriber_words(story, made.journal),
        since_words(story, made.words),
        for_words(story, made.journal),
        helps_words(story, made.words),
    )
    return Row(head=(bold(story.treatment.name),), cells=tuple(plain(cell) for cell in cells))


def _how(story: TreatmentStory, made: Material, *, sourced: bool) -> str:
    """How it is taken; of an imported medicine also where it is known from."""
    how = how_i_take_it(story, made.words)
    source = source_words(story.treatment, made.words) if story.treatment.source and sourced else ""
    return f"{how} ({source})" if source else how


def _also(found: list[TreatmentStory], made: Material) -> list[Text]:
    if not found:
        return []
    said = "; ".join(_named(story, made) for story in found)
    return [plain(made.words.say("taking.also", "Also: {names}", names=ended(said)))]


def _named(story: TreatmentStory, made: Material) -> str:
    words = made.words
    parts = [story.treatment.name, planned_words(story, words)]
    choice = words.say("taking.my_choice", "my choice") if story.treatment.my_choice else ""
    shop = kind_words(story.treatment.treatment, words)
    aside = choice or (shop if story.treatment.treatment is TreatmentKind.FROM_THE_SHOP else "")
    parts.append(f"({aside})" if aside else "")
    said = " ".join(part for part in parts if part)
    return ", ".join(part for part in (said, really_words(story, words)) if part)


def tried(made: Material, most: int) -> Block | None:
    """What was tried and stopped, without what could not be tolerated; at most `most` names."""
    found = sorted((story for story in made.stories if _is_tried(story)), key=_prescribed_newest_end)
    if not found:
        return None
    said = sentences(_tried(story, made) for story in found[:most])
    runs = [facts(said)]
    if len(found) > most:
        page = made.words.say("tried.more", "(Page {page}.)", page="{page}")
        runs.append(Run(text=f" {page}", page_of=TREATMENTS))
    heading = made.words.say("heading.tried", "Tried, stopped")
    return Block(heading=heading, lines=(tuple(runs),))


def _is_tried(story: TreatmentStory) -> bool:
    return story.status is Status.STOPPED and story.not_tolerated is None


def _prescribed_newest_end(story: TreatmentStory) -> tuple[object, ...]:
    name = story.treatment.name.casefold()
    return (not story.prescribed, -story.end_day.toordinal(), name, story.treatment.id)


def _tried(story: TreatmentStory, made: Material) -> str:
    why = ended_words(story.ended, made.words) if story.ended else ""
    said = did_it_help(story, made.words) or why
    return f"{story.treatment.name}: {said}" if said else story.treatment.name
