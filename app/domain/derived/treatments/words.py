"""A treatment's story in words: the same words wherever the treatment stands (document.md 12.3)."""

from datetime import date

from app.domain.derived.belonging import named
from app.domain.derived.shortening import REASON, shortened
from app.domain.derived.treatments.doses import NB, dose_words, often_words
from app.domain.derived.treatments.phrases import barrier_words, helps_phrase, verdict_words, why_words
from app.domain.derived.treatments.story import (
    DoseStep,
    Ended,
    HowTaken,
    Noticed,
    Pause,
    Status,
    TreatmentStory,
)
from app.domain.journal import Journal
from app.domain.records.treatments import Decided, Route, Taken
from app.domain.records.when import Precision, When
from app.domain.wording import Wording


def planned_words(story: TreatmentStory, words: Wording) -> str:
    """What is planned now: dose, form if it matters, how often. Empty if nothing of it was written."""
    now = story.now
    if now is None:
        return story.treatment.form
    parts = (dose_words(now.planned, words), _form(story, words), often_words(now.how_often, words))
    return " ".join(part for part in parts if part)


def _form(story: TreatmentStory, words: Wording) -> str:
    """The form only where it matters: that it is an injection, a cream; not that it is a tablet."""
    match story.treatment.route:
        case Route.INJECTION:
            return words.say("route.injection", "injection")
        case Route.MOUTH:
            return ""
    return story.treatment.form


def how_i_take_it(story: TreatmentStory, words: Wording) -> str:
    """Dose, form, how often, then what is really done and since when."""
    planned = planned_words(story, words) or words.say("dose.unknown", "dose not written")
    really = really_words(story, words)
    return f"{planned}; {really}" if really else planned


def really_words(story: TreatmentStory, words: Wording) -> str:
    """What is really done now where it differs from the plan, with its reason; else nothing."""
    if story.status is Status.PAUSED:
        return _paused_now(story.pauses[-1], words)
    parts = (_really_dose(story.now, words), _really_taken(story, words))
    return "; ".join(part for part in parts if part)


def _really_dose(step: DoseStep | None, words: Wording) -> str:
    if step is None or (step.taking is None and step.taking_how_often is None):
        return ""
    dose = dose_words(step.taking, words)
    often = often_words(step.taking_how_often, words)
    return words.say("taking.really", "takes {dose}", dose=" ".join(part for part in (dose, often) if part))


def _really_taken(story: TreatmentStory, words: Wording) -> str:
    how = story.how_taken
    if how is None or (how.taken is Taken.AS_PLANNED and not how.share):
        return ""
    return _with_why(_how_taken(how, words), _how_why(story, how, words), words)


def _how_taken(how: HowTaken, words: Wording) -> str:
    since = words.short_when(how.since) if how.since else ""
    if how.share:
        if not since:
            return words.say("taken.share", "{share} of it taken", share=how.share)
        return words.say("taken.share.since", "{share} of it taken since {date}", share=how.share, date=since)
    if how.mostly_not:
        if not since:
            return words.say("taken.mostly_not", "mostly not taken")
        return words.say("taken.mostly_not.since", "mostly not since {date}", date=since)
    if not since:
        return words.say("taken.mostly", "mostly taken")
    return words.say("taken.mostly.since", "mostly taken since {date}", date=since)


def _how_why(story: TreatmentStory, how: HowTaken, words: Wording) -> str:
    """The reason in a few words: what could not be tolerated, else the person's own, else the barriers."""
    if story.not_tolerated and story.not_tolerated.reaction and how.mostly_not:
        return story.not_tolerated.reaction
    return shortened(how.why, REASON) or ", ".join(barrier_words(barrier, words) for barrier in how.barriers)


def _paused_now(pause: Pause, words: Wording) -> str:
    if pause.first is None:
        return _with_why(words.say("taken.paused", "paused"), pause.why, words)
    since = words.say("taken.paused.since", "paused since {date}", date=words.short_when(pause.first))
    return _with_why(since, pause.why, words)


def _with_why(text: str, why: str, words: Wording) -> str:
    return words.say("with_why", "{text} ({why})", text=text, why=shortened(why, REASON)) if why else text


def since_words(story: TreatmentStory, words: Wording) -> str:
    """The month it began, or as much of it as is known; empty if it is not known."""
    return month_words(story.started, words) if story.started else ""


def month_words(when: When, words: Wording) -> str:
    """A moment no finer than its month: "Jun 2025"; "about" and seasons stay."""
    if when.first is not None and _finer_than_a_month(when) and not when.around:
        return words.short_month(when.first)
    return words.short_when(when)


def _finer_than_a_month(when: When) -> bool:
    if when.precision is Precision.SPAN and when.first and when.last:
        return (when.first.year, when.first.month) == (when.last.year, when.last.month)
    return when.precision in {Precision.MINUTE, Precision.PART_OF_DAY, Precision.DAY, Precision.MONTH}


def when_words(story: TreatmentStory, words: Wording) -> str:
    """From when to when: "since 12 Jun 2025", "Oct 2024–Apr 2025", "Mar–Jul 2024"."""
    if story.status is Status.COMING and story.next_change:
        return words.say("treatment.from", "from {date}", date=words.short_when(story.next_change.when))
    if story.status is Status.DONE:
        return words.short_when(story.started) if story.started else words.when(None)
    if story.ended is None:
        if story.started is None:
            return words.when(None)
        return words.say("treatment.since", "since {date}", date=words.short_when(story.started))
    return _ended_span(story.started, story.ended.when, words)


def _ended_span(started: When | None, ended: When | None, words: Wording) -> str:
    if started is None:
        if ended is None:
            return words.when(None)
        return words.say("treatment.until", "until {date}", date=month_words(ended, words))
    first = month_words(started, words)
    last = month_words(ended, words) if ended else ""
    if not last:
        return words.say("treatment.stopped", "{date}, then stopped", date=first)
    return months_span(first, last)


def months_span(first: str, last: str) -> str:
    """Two months with the year once where it is the same: "Mar–Jul 2024"."""
    if first == last:
        return first
    month, _, year = first.rpartition(NB)
    _, _, last_year = last.rpartition(NB)
    same = bool(month) and year == last_year and year.isdigit()
    return f"{month}–{last}" if same else f"{first}–{last}"


def for_words(story: TreatmentStory, journal: Journal) -> str:
    """What it is for: conditions by their short name, else symptoms, else as written."""
    treatment = story.treatment
    conditions = [journal.condition(key) for key in treatment.for_conditions]
    names = [condition.short or condition.name for condition in conditions if condition]
    if not names:
        symptoms = [journal.symptom(key) for key in treatment.for_symptoms]
        names = list(dict.fromkeys(symptom.name for symptom in symptoms if symptom))  # two may be one now
    return ", ".join(names) or treatment.for_words


def prescriber_words(story: TreatmentStory, journal: Journal) -> str:
    """Who prescribes it now; empty where that is not known."""
    return named(journal, story.treatment.prescriber) or story.treatment.prescriber_name


def helps_words(story: TreatmentStory, words: Wording) -> str:
    """The "Helps?" of what is taken now: the person's own words where there are any ("until day 10")."""
    return story.verdict_words or helps_phrase(story.verdict, words)


def did_it_help(story: TreatmentStory, words: Wording) -> str:
    """The verdict with the person's words behind it."""
    verdict = verdict_words(story.verdict, words)
    return ", ".join(part for part in (verdict, story.verdict_words) if part)


def noticed_words(noticed: Noticed, words: Wording, *, day: bool = True) -> str:
    """A side effect: "itchy patch once, 3 Mar 2026, gone in two days", "rash, 3 Mar 2026, came back"."""
    effect = noticed.effect
    parts = [effect.words]
    if effect.came_back is False:
        parts = [words.say("effect.once", "{effect} once", effect=effect.words)]
    if day and noticed.when is not None:
        parts.append(words.short_when(noticed.when))
    if effect.gone_after:
        parts.append(words.say("effect.gone", "gone in {time}", time=effect.gone_after))
    if effect.came_back:
        parts.append(words.say("effect.back", "came back"))
    return ", ".join(parts)


def ended_words(ended: Ended, words: Wording) -> str:
    """Why it ended: in the person's words, else the reasons they picked; their own choice says so."""
    if ended.words:
        return shortened(ended.words, REASON)
    why = ", ".join(why_words(why, words) for why in ended.why)
    if ended.decided is Decided.ME and why:
        return words.say("ended.my_choice", "My choice: {why}", why=why)
    return why


def pause_words(pause: Pause, words: Wording, today: date) -> str:
    """A pause: "Paused Sep–Oct 2025", or since when while it goes on."""
    if pause.first is None:
        return words.say("pause.some_time", "Paused for a time")
    if pause.last is None or pause.last.latest > today:
        return words.say("pause.since", "Paused since {date}", date=words.short_when(pause.first))
    span = months_span(month_words(pause.first, words), month_words(pause.last, words))
    return words.say("pause.span", "Paused {span}", span=span)


_PAIR = 2


def dose_path(story: TreatmentStory, words: Wording) -> str:
    """Every planned dose in order: "40 mg, then 80 mg a day", "15, 10, 5 mg a day"."""
    steps = _planned_steps(story)
    if len(steps) <= 1:
        return planned_words(story, words)
    often = [often_words(step.how_often, words) for step in steps]
    doses = [dose_words(step.planned, words) for step in steps]
    if len(set(often)) > 1:
        whole = tuple(" ".join(part for part in pair if part) for pair in zip(doses, often, strict=True))
        return _then(whole, words)
    path = _then(tuple(doses), words) if len(steps) == _PAIR else _short_path(steps, words)
    return f"{path} {often[-1]}".strip()


def _planned_steps(story: TreatmentStory) -> tuple[DoseStep, ...]:
    kept: list[DoseStep] = []
    for step in story.steps:
        if not kept or (kept[-1].planned, kept[-1].how_often) != (step.planned, step.how_often):
            kept.append(step)
    return tuple(kept)


def _then(doses: tuple[str, ...], words: Wording) -> str:
    path = doses[0]
    for dose in doses[1:]:
        path = words.say("dose.then", "{before}, then {after}", before=path, after=dose)
    return path


def _short_path(steps: tuple[DoseStep, ...], words: Wording) -> str:
    """Three doses and more share their unit where they can: "15, 10, 5 mg"."""
    units = {step.planned.unit for step in steps if step.planned and step.planned.amount is not None}
    doses = [dose_words(step.planned, words) for step in steps]
    if len(units) != 1 or any(step.planned is None or step.planned.amount is None for step in steps):
        return _then(tuple(doses), words)
    tail = f"{NB}{units.pop()}"
    return ", ".join([*(dose.removesuffix(tail) for dose in doses[:-1]), doses[-1]])
