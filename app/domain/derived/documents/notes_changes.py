"""Treatment changes among the dated notes; the dose days of a month are folded into one."""

from collections.abc import Iterator
from datetime import date

from app.domain.derived.document import NoteMark, Run, Text
from app.domain.derived.documents.material import Material, begun, bold, ended, facts, quote
from app.domain.derived.documents.notes_shape import Entry
from app.domain.derived.gaps import days_of
from app.domain.derived.provenance import margin_words
from app.domain.derived.shortening import CELL, shortened
from app.domain.derived.treatments.doses import dose_words, often_words
from app.domain.derived.treatments.phrases import barrier_words, verdict_words, why_words
from app.domain.derived.treatments.story import Noticed
from app.domain.derived.treatments.words import noticed_words
from app.domain.records import Treatment, TreatmentChange
from app.domain.records.record import TreatmentId
from app.domain.records.treatments import ChangeKind, Taken
from app.domain.wording import Wording


def change_notes(made: Material) -> Iterator[Entry]:
    """Every change on its day; dose days once a month for each treatment."""
    doses: dict[tuple[TreatmentId, int, int], list[TreatmentChange]] = {}
    for change in made.journal.of(TreatmentChange):
        treatment = made.journal.treatment(change.treatment)
        when = change.when
        if treatment is None or when is None or not when.is_dated or when.earliest > made.today:
            continue
        days = days_of(when)
        if change.change is ChangeKind.TAKEN and days and not change.note:
            doses.setdefault((change.treatment, days[0].year, days[0].month), []).append(change)
        else:
            yield _change(change, treatment, made)
    for (key, _, _), changes in sorted(doses.items()):
        treatment = made.journal.treatment(key)
        if treatment is not None:
            yield _dose_days(treatment, changes, made)


def _change(change: TreatmentChange, treatment: Treatment, made: Material) -> Entry:
    when = change.when
    first, last = (when.earliest, when.latest) if when else (made.today, made.today)
    return Entry(
        first=first,
        last=last,
        mark=NoteMark.TREATMENT,
        paragraphs=(_said(change, treatment, made),),
        provenance=margin_words(change, when, made.words, made.changed.get(change.id)),
        pattern=treatment.treatment,
        label=made.words.short_when(when) if when and when.is_fuzzy else "",
        rank=2,
        key=change.id,
    )


def _dose_days(treatment: Treatment, changes: list[TreatmentChange], made: Material) -> Entry:
    """The dose days of a month: "taken on 2, 16 and 30 Apr"."""
    days = sorted({days_of(change.when)[0] for change in changes})
    words = made.words
    if len(days) == 1:
        text = words.say("notes.taken", "taken.")
    else:
        named = tuple(str(day.day) for day in days)
        text = words.say(
            "notes.taken.days", "taken on {days}.", days=words.listing((*named[:-1], _day(days[-1], words)))
        )
    return Entry(
        first=days[-1],
        last=days[-1],
        mark=NoteMark.TREATMENT,
        paragraphs=((bold(treatment.name), facts(f" {text}")),),
        pattern=treatment.treatment,
        rank=2,
        key=changes[0].treatment,
    )


def _day(day: date, words: Wording) -> str:
    return words.day_in_year(day)


def _said(change: TreatmentChange, treatment: Treatment, made: Material) -> Text:
    """What, the facts of it, then the person's words."""
    words = made.words
    if change.change is ChangeKind.NOTICED:
        return _noticed(change, treatment, made)
    done = ", ".join(part for part in (_what(change, made), _dose(change, words)) if part)
    what = [done, _decided(change, made)]
    runs: list[Run] = [
        bold(f"{treatment.name}:"),
        facts(" " + ". ".join(part for part in what if part) + "."),
    ]
    why = shortened(change.why_words, CELL) or ", ".join(why_words(item, words) for item in change.why)
    barriers = ", ".join(barrier_words(item, words) for item in change.barriers)
    if why or barriers:
        runs.append(facts(" " + ended(words.say("notes.why", "Why: {why}", why=why or barriers))))
    runs += _felt(change, words)
    for text in (change.noticed, change.learned, change.note):
        runs += [facts(" "), quote(text)] if text.strip() else []
    return tuple(runs)


def _noticed(change: TreatmentChange, treatment: Treatment, made: Material) -> Text:
    words = made.words
    anything = change.noticed or change.note or change.side_effects
    noticed = words.say("notes.noticed", "Noticed with {name}:", name=treatment.name)
    runs: list[Run] = [bold(noticed if anything else f"{treatment.name}:")]
    for text in (change.noticed, change.note):
        runs += [facts(" "), quote(text)] if text.strip() else []
    if not change.noticed:
        effects = [Noticed(effect=effect, when=effect.when) for effect in change.side_effects]
        runs += [facts(" " + ended(noticed_words(effect, words, day=False))) for effect in effects]
    return (*runs, *_felt(change, words))


def _felt(change: TreatmentChange, words: Wording) -> list[Run]:
    runs: list[Run] = []
    if change.not_tolerated:
        reaction = change.reaction or words.say("reaction.unknown", "reaction not written")
        said = words.say("not_tolerated.is", "could not tolerate: {reaction}", reaction=reaction)
        runs.append(facts(" " + ended(begun(said))))
    verdict = ", ".join(part for part in (verdict_words(change.verdict, words), change.verdict_words) if part)
    if verdict:
        runs.append(facts(" " + ended(begun(verdict))))
    return runs


def _what(change: TreatmentChange, made: Material) -> str:
    words = made.words
    if change.change is ChangeKind.HOW_TAKEN and change.taken is not None:
        return _how_taken(change.taken, words)
    if change.change is ChangeKind.SWITCHED:
        other = made.journal.treatment(change.switched_to)
        if other is not None:
            return words.say("change.to", "switched to {name}", name=other.name)
    said = {
        ChangeKind.STARTED: words.say("change.is_started", "started"),
        ChangeKind.DOSE: words.say("change.is_dose", "dose changed"),
        ChangeKind.SWITCHED: words.say("change.is_switched", "switched"),
        ChangeKind.PAUSED: words.say("change.is_paused", "paused"),
        ChangeKind.RESUMED: words.say("change.is_resumed", "taken again"),
        ChangeKind.STOPPED: words.say("change.is_stopped", "stopped"),
        ChangeKind.MISSED: words.say("change.is_missed", "not taken"),
        ChangeKind.TAKEN: words.say("change.is_taken", "taken"),
        ChangeKind.HOW_TAKEN: words.say("change.is_how", "how I take it"),
        ChangeKind.NOTICED: words.say("change.is_noticed", "noticed"),
    }[change.change]
    if change.until is not None:
        return words.say(
            "change.until", "{what} until {date}", what=said, date=words.short_when(change.until)
        )
    return said


def _how_taken(taken: Taken, words: Wording) -> str:
    return {
        Taken.AS_PLANNED: words.say("taken.now.planned", "taken as planned from here on"),
        Taken.MOSTLY: words.say("taken.now.mostly", "mostly taken from here on"),
        Taken.SOMETIMES: words.say("taken.now.mostly_not", "mostly not taken from here on"),
        Taken.NOT: words.say("taken.now.not", "not taken from here on"),
    }[taken]


def _dose(change: TreatmentChange, words: Wording) -> str:
    planned = " ".join(
        part for part in (dose_words(change.planned, words), often_words(change.how_often, words)) if part
    )
    taking = dose_words(change.taking, words)
    really = words.say("taking.really", "takes {dose}", dose=taking) if taking else change.taken_share
    return "; ".join(part for part in (planned, really) if part)


def _decided(change: TreatmentChange, made: Material) -> str:
    who = made.named(change.clinician)
    return made.words.say("change.with", "With {name}", name=who) if who else ""
