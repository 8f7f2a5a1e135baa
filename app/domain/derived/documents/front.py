"""Page 1: what stands on it, from the fullest to the most cut (document.md 7.1, "Fitting page 1")."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.derived.document import Band, Block, Front, Part, TopZone
from app.domain.derived.documents.band import band
from app.domain.derived.documents.facts import allergies, conditions
from app.domain.derived.documents.material import Material
from app.domain.derived.documents.medicines import could_not_tolerate, taking_now, tried
from app.domain.derived.documents.people import care_team, next_visit_only
from app.domain.derived.documents.safety import for_safety
from app.domain.derived.documents.story import my_story
from app.domain.derived.documents.top import top_zone
from app.domain.derived.documents.waiting import waiting

_ALL = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Cuts:
    """How much of what may be cut stands on page 1. `moved`: the last blocks stand on a page of their own."""

    tried: int = 4
    story: int = 5
    waiting: int = 3
    whole_team: bool = True
    rows: int = 8
    conditions: int = 6
    moved: bool = False


def fronts(made: Material) -> tuple[Front, ...]:
    """Page 1 from the fullest to the most cut; never two alike in a row. The first that fits is drawn."""
    uncut = _uncut(made)
    kept: list[Front] = []
    for cuts in _ladder():
        front = _front(made, uncut, cuts)
        if not kept or front != kept[-1]:
            kept.append(front)
    return tuple(kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Uncut:
    """What is never cut: worked out once for all fronts."""

    band: Band
    top: TopZone
    parts: tuple[Part, ...]


def _uncut(made: Material) -> _Uncut:
    return _Uncut(
        band=band(made, made.words.say("document.kind.story", "my health story")),
        top=top_zone(made),
        parts=(allergies(made), *_some(could_not_tolerate(made)), for_safety(made)),
    )


def _ladder() -> Iterator[Cuts]:
    """In the order of the design: each step cuts one thing more. Three lines of story are the usual most."""
    cuts = Cuts()
    yield cuts
    for step in (
        {"story": 3},
        {"tried": 2},
        {"story": 2},
        {"waiting": 2},
        {"whole_team": False},
        {"rows": 6},
        {"conditions": 4},
    ):
        cuts = replace(cuts, **step)
        yield cuts
    yield replace(cuts, tried=_ALL, waiting=_ALL, whole_team=True, moved=True)


def _front(made: Material, uncut: _Uncut, cuts: Cuts) -> Front:
    story = my_story(made, cuts.story)
    last = _some(tried(made, cuts.tried), waiting(made, cuts.waiting), care_team(made, whole=cuts.whole_team))
    first = (
        *uncut.parts,
        conditions(made, cuts.conditions),
        *([story] if story else []),
        taking_now(made, cuts.rows),
    )
    return Front(
        band=uncut.band,
        top=uncut.top,
        parts=(*first, *_some(next_visit_only(made))) if cuts.moved else (*first, *last),
        moved=last if cuts.moved else (),
    )


def _some(*blocks: Block | None) -> tuple[Part, ...]:
    """An optional block that is empty is not printed at all: no heading, no gap."""
    return tuple(block for block in blocks if block is not None)
