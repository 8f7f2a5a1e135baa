"""What to do and where to go: every row that "do or go to" can show, and those that fit what is typed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.derived.search import folded
from app.domain.derived.today_ledger import tracked_symptoms
from app.domain.derived.today_visits import coming_visits, visits_to_write_up
from app.domain.derived.treatments.story import TreatmentStory, stories
from app.domain.journal import Journal
from app.domain.records import Clinician, Symptom, Treatment, Visit
from app.domain.records.record import RecordId
from app.domain.records.treatments import Route, TreatmentKind
from app.domain.wording import Wording


class Verb(StrEnum):
    """What a row does."""

    COMMAND = "command"  # `on` is the command's key
    TOOK = "took"  # the rest: `on` is a record's id
    CHANGED = "changed"
    WRITE = "write"
    PREPARE = "prepare"
    WRITE_UP = "write up"
    PAGE = "page"  # `page` is opened
    POINT = "point"  # a record is chosen and in view on `page`


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One thing to do or place to go to."""

    verb: Verb
    on: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A row with the words it answers to beside its own. `goes`: a place, not something to do."""

    text: str
    icon: str
    deed: Deed
    also: tuple[str, ...] = ()
    goes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageName:
    """A page that there is: its key, its name and its icon."""

    key: str
    name: str
    icon: str


_HOMES: dict[type[Symptom | Treatment | Clinician], tuple[str, ...]] = {
    Treatment: ("treatments",),
    Symptom: ("symptoms",),
    Clinician: ("care_team",),
}
_ICONS = {
    TreatmentKind.SUPPLEMENT: "leaf",
    TreatmentKind.THERAPY: "hand",
    TreatmentKind.PROCEDURE: "first-aid-kit",
    TreatmentKind.DEVICE: "bandaids",
    TreatmentKind.LIFESTYLE: "fork-knife",
}


def offers(
    journal: Journal, now: datetime, words: Wording, commands: Iterable[Offer], pages: tuple[PageName, ...]
) -> tuple[Offer, ...]:
    """Everything there is to do and everywhere to go, the likeliest first among each."""
    told = sorted(
        stories(journal, now.date()), key=lambda story: (not story.taking_now, story.treatment.name)
    )
    return (
        *commands,
        *_with_visits(journal, now, words),
        *(offer for story in told for offer in _with_treatment(story, words)),
        *_with_symptoms(journal, words),
        *(_to_page(page) for page in pages),
        *_to_records(journal, words, pages),
    )


def fitting(there: Iterable[Offer], typed: str) -> tuple[Offer, ...]:
    """The offers that hold every word typed, those where a word begins so first; without words, all."""
    wanted = folded(typed).split()
    ranked = [(rank, offer) for offer in there if (rank := _rank(offer, wanted)) is not None]
    return tuple(offer for _, offer in sorted(ranked, key=lambda pair: pair[0]))


def _rank(offer: Offer, wanted: list[str]) -> int | None:
    own = folded(offer.text)
    whole = " ".join((own, *map(folded, offer.also)))
    if not all(word in whole for word in wanted):
        return None
    if all(own.startswith(word) for word in wanted[:1]):
        return 0
    return 1 if all(f" {word}" in f" {whole}" for word in wanted) else 2


def _with_visits(journal: Journal, now: datetime, words: Wording) -> Iterator[Offer]:
    for visit in coming_visits(journal, now)[:3]:
        text = words.say("palette.prepare", "{visit}: prepare", visit=_visit(journal, visit, words))
        yield _do(text, "stethoscope", Verb.PREPARE, visit.id, _names(journal, visit))
    for moment in visits_to_write_up(journal, now, words):
        visited = journal.get(Visit, moment.record)
        if visited is not None:
            text = words.say(
                "palette.write_up", "{visit}: what came of it", visit=_visit(journal, visited, words)
            )
            yield _do(text, "stethoscope", Verb.WRITE_UP, visited.id, _names(journal, visited))


def _visit(journal: Journal, visit: Visit, words: Wording) -> str:
    clinician = journal.clinician(visit.clinician)
    whom = clinician.called if clinician is not None else words.say("visit.someone", "someone")
    return words.say("palette.visit", "{name}, {day}", name=whom, day=words.when(visit.when))


def _names(journal: Journal, visit: Visit) -> tuple[str, ...]:
    clinician = journal.clinician(visit.clinician)
    return (clinician.name, *clinician.other_names) if clinician is not None else ()


def _with_treatment(story: TreatmentStory, words: Wording) -> Iterator[Offer]:
    treatment = story.treatment
    name, icon = treatment.name, _icon(treatment)
    changed = words.say("palette.changed", "{name}: something changed", name=name)
    yield _do(changed, icon, Verb.CHANGED, treatment.id, treatment.other_names)
    if story.taking_now:
        took = words.say("palette.took", "{name}: took it now", name=name)
        yield _do(took, "check-circle", Verb.TOOK, treatment.id, treatment.other_names)


def _with_symptoms(journal: Journal, words: Wording) -> Iterator[Offer]:
    tracked = tracked_symptoms(journal)
    rest = [held for held in journal.of(Symptom) if held.merged_into is None and held not in tracked]
    for symptom in (*tracked, *rest):
        text = words.say("palette.write", "{name}: write it down", name=symptom.name)
        yield _do(text, "wave-sine", Verb.WRITE, symptom.id, symptom.other_names)


def _to_page(page: PageName) -> Offer:
    return Offer(text=page.name, icon=page.icon, deed=Deed(verb=Verb.PAGE, page=page.key), goes=True)


def _to_records(journal: Journal, words: Wording, pages: tuple[PageName, ...]) -> Iterator[Offer]:
    named = {page.key: page.name for page in pages}
    known: tuple[Treatment | Symptom | Clinician, ...] = (
        *journal.of(Treatment),
        *journal.of(Symptom),
        *journal.of(Clinician),
    )
    for record in known:
        if isinstance(record, Symptom) and record.merged_into is not None:
            continue
        icon = _icon(record)
        for key in _HOMES[type(record)]:
            if key in named:
                text = words.say("palette.in", "{name}, in {page}", name=record.name, page=named[key])
                yield _go(text, icon, Deed(verb=Verb.POINT, on=record.id, page=key), record.other_names)
        if "timeline" in named and not isinstance(record, Clinician):
            text = words.say("palette.on", "{name} on the {page}", name=record.name, page=named["timeline"])
            deed = Deed(verb=Verb.POINT, on=record.id, page="timeline")
            yield _go(text, "path", deed, record.other_names)


def _icon(record: Treatment | Symptom | Clinician) -> str:
    if isinstance(record, Symptom):
        return "wave-sine"
    if isinstance(record, Clinician):
        return "users-three"
    return "syringe" if record.route is Route.INJECTION else _ICONS.get(record.treatment, "pill")


def _do(text: str, icon: str, verb: Verb, on: RecordId, also: tuple[str, ...]) -> Offer:
    return Offer(text=text, icon=icon, deed=Deed(verb=verb, on=on), also=also)


def _go(text: str, icon: str, deed: Deed, also: tuple[str, ...]) -> Offer:
    return Offer(text=text, icon=icon, deed=deed, also=also, goes=True)
