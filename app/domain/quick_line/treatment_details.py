"""Claims what can follow a treatment: dose, how often, for what, why, when."""

import re
from dataclasses import replace
from decimal import Decimal

from app.domain.quick_line.claims import assume_when, claim_when, names_private
from app.domain.quick_line.doses import (
    AT_A_TIME_OF_DAY,
    BARE_DOSE,
    DOSE,
    FREQUENCY,
    PLANNED,
    begins_a_reason,
    dose_of,
    frequency_of,
    not_tolerated_in,
    planned_of,
    why_in,
)
from app.domain.quick_line.line import Line
from app.domain.quick_line.understood import Named, NameKind, Role, Understood, What
from app.domain.quick_line.vocabulary import Fit, Vocabulary
from app.domain.records.treatments import ChangeKind, Frequency, Why
from app.domain.records.when import Precision, When, at_time, in_words, on_day

_FOR = re.compile(r"\bfor\s+(?:my\s+|the\s+)?(?P<words>[^\x00,;]+)", re.IGNORECASE)
_NOT_FOR_WHAT = re.compile(
    r"(?:\d|a\s+(?:while|week|month|day)|now\b|ever\b|good\b|two\b|three\b|me\b)", re.IGNORECASE
)
_IN_WORDS = re.compile(
    r"\b(?:before|after|when|since)\s+(?:the|my|our|i|we)\s+[^\x00,;]{1,80}$", re.IGNORECASE
)
_DOSE_LEAD = re.compile(r"\b(?:up to|down to|to|of|at)\s+$", re.IGNORECASE)
_DOSES_TAKEN = {ChangeKind.TAKEN, ChangeKind.MISSED}


def finish(line: Line, change: ChangeKind, vocabulary: Vocabulary) -> Understood:
    """Everything that can follow: dose, how often, for what, why, when."""
    treatment = next((part.value for part in line.parts if part.role is Role.TREATMENT), None)
    named = treatment if isinstance(treatment, Named) else None
    claim_doses(line, change, named)
    claim_begin(line)
    _claim_for(line, vocabulary)
    _claim_why(line, change)
    _claim_words_for_when(line)
    taken = change is ChangeKind.TAKEN
    assume_when(line, at_time(line.now) if taken else on_day(line.now.date()))
    return line.done(What.TREATMENT_CHANGE, private=names_private(line))


def claim_begin(line: Line) -> bool:
    """Claim the date. "Since Monday" says on which day something began, not that it lasted until today."""
    since = claim_when(line)
    at = next((n for n, part in enumerate(line.parts) if part.role is Role.WHEN), None)
    if since and at is not None:
        when = line.parts[at].value
        if isinstance(when, When) and when.first is not None and when.precision is Precision.SPAN:
            line.parts[at] = replace(line.parts[at], value=on_day(when.first, words=when.words))
    return since


def claim_doses(line: Line, change: ChangeKind | None, named: Named | None) -> None:
    """Claim the dose: planned, or really taken; both where a label is named beside it."""
    unit = named.unit if named else ""
    label = PLANNED.search(line.open)
    if label is not None and not line.has(Role.PLANNED):
        line.claim(Role.PLANNED, label.span(), planned_of(label, unit), words=label.span("dose"))
    _claim_frequency(line, change)
    if has_dose(line) and label is None:
        return
    dose = DOSE.search(line.open) or _bare_dose(line)
    if dose is not None:
        really = change in _DOSES_TAKEN or label is not None or change is None
        start, end = line.trim(*dose.span())
        lead = _DOSE_LEAD.search(line.open[:start])
        role = Role.TAKING if really else Role.PLANNED
        line.claim(role, (lead.start() if lead else start, end), dose_of(dose, unit), words=(start, end))


def has_dose(line: Line) -> bool:
    """Whether a dose was found."""
    return line.has(Role.PLANNED) or line.has(Role.TAKING)


def _bare_dose(line: Line) -> re.Match[str] | None:
    """A number right after the treatment's name is a dose: "ibuprofen 400"."""
    end = max(
        (part.end for part in line.parts if part.role in {Role.TREATMENT, Role.SWITCHED_TO} and part.typed),
        default=None,
    )
    if end is None:
        return None
    scratch = Line(line.open, line.now)
    claim_when(scratch)
    to = re.compile(r"[\s\x00]*(?:(?:to|at|up to|down to)\s+)?(?=\d)").match(line.open, end)
    return BARE_DOSE.match(scratch.open, to.end() if to else end)


def _claim_frequency(line: Line, change: ChangeKind | None) -> None:
    often = FREQUENCY.search(line.open)
    if often is not None and not line.has(Role.HOW_OFTEN):
        line.claim(Role.HOW_OFTEN, often.span(), frequency_of(often))
        return
    habitual = {ChangeKind.STARTED, ChangeKind.DOSE, ChangeKind.RESUMED, ChangeKind.SWITCHED}
    daily = AT_A_TIME_OF_DAY.search(line.open) if change in habitual else None
    if daily is not None:
        line.claim(Role.HOW_OFTEN, daily.span(), Frequency(words=daily[0], times=Decimal(1), days=1))


def _claim_for(line: Line, vocabulary: Vocabulary) -> None:
    match = _FOR.search(line.open)
    if match is None or _NOT_FOR_WHAT.match(match["words"]):
        return
    at = match.start("words")
    known = vocabulary.match_at(line.open, at, NameKind.SYMPTOM, NameKind.CONDITION, least=Fit.START)
    if known is not None and known.start == at:
        span = (match.start(), known.end)
        choices = (known.named, *known.others) if known.others else ()
        line.claim(Role.FOR, span, known.named, words=(at, known.end), sure=known.sure, choices=choices)
        return
    if why_in(match["words"]) is None:
        start, end = line.trim(*match.span("words"))
        line.claim(Role.FOR, (match.start(), end), line.text[start:end], words=(start, end))


def _claim_why(line: Line, change: ChangeKind) -> None:
    """A stretch of open text that gives a reason is one, word for word."""
    for start, end in list(line.runs()):
        words = line.text[start:end]
        why = why_in(words) or (Why.OTHER if begins_a_reason(words) else None)
        if why is not None:
            line.claim(Role.WHY, (start, end), why)
            if change is ChangeKind.STOPPED and why is Why.SIDE_EFFECT:
                said = int(not_tolerated_in(words))
                line.assume(Role.NOT_TOLERATED, said, sure=bool(said), choices=(1, 0))
    forgot = next(
        (part for part in line.parts if part.role is Role.CHANGE and why_in(part.words) is Why.OTHER), None
    )
    if forgot is not None and not line.has(Role.WHY):
        line.assume(Role.WHY, Why.OTHER)


def _claim_words_for_when(line: Line) -> None:
    """Keep "before the move", only where no date was found."""
    match = None if line.has(Role.WHEN) else _IN_WORDS.search(line.open)
    if match is not None:
        line.claim(Role.WHEN, match.span(), in_words(match[0].strip()), sure=False)
