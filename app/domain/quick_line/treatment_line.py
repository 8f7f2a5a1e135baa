"""Lines about what the person takes: "started naproxen 250 mg twice a day for knee pain", "took half"."""

import re
from datetime import datetime

from app.domain.quick_line.claims import claim_when, names_private
from app.domain.quick_line.doses import (
    AT_A_TIME_OF_DAY,
    BARE_DOSE,
    DOSE,
    FREQUENCY,
    dose_of,
    read_dose,
    why_in,
)
from app.domain.quick_line.line import Line
from app.domain.quick_line.treatment_details import claim_begin, claim_doses, finish, has_dose
from app.domain.quick_line.treatment_name import claim_name, claim_treatment
from app.domain.quick_line.treatment_verbs import AFTER_NAME, INJECTION, SHARE_OF, VERB, kind_of
from app.domain.quick_line.understood import Named, NameKind, Role, Understood, What
from app.domain.quick_line.vocabulary import Fit, Vocabulary
from app.domain.records.treatments import ChangeKind

_TO = re.compile(r"\s*\bto\s+", re.IGNORECASE)
_FROM = re.compile(r"from\s+", re.IGNORECASE)
_KNOWN = (NameKind.TREATMENT,)


def treatment_line(text: str, vocabulary: Vocabulary, now: datetime) -> Understood | None:
    """What a line with a verb in front says about a treatment, or None."""
    line = Line(text, now)
    begin = _after_when(line)
    for read in (_injection, _share, _verb_first):
        found = read(line, begin, vocabulary)
        if found is not None:
            return finish(line, found, vocabulary)
    return None


def named_treatment_line(text: str, vocabulary: Vocabulary, now: datetime) -> Understood | None:
    """What a line that begins with a treatment's name says; the name alone leaves a choice."""
    line = Line(text, now)
    begin = _after_when(line)
    match = vocabulary.match_at(line.open, begin, *_KNOWN)
    if match is None or match.start != begin:
        return None
    claim_name(line, match)
    verb = AFTER_NAME.match(line.open, match.end)
    if verb is not None:
        change = kind_of(verb)
        line.claim(Role.CHANGE, verb.span(), change)
        if change is ChangeKind.SWITCHED:
            claim_treatment(line, verb.end(), vocabulary, role=Role.SWITCHED_TO)
        return finish(line, change, vocabulary)
    return _without_verb(line, match.named, vocabulary)


def new_treatment_line(text: str, vocabulary: Vocabulary, now: datetime) -> Understood | None:
    """What a line says that names something new with its dose: "Lipitor 20 mg at night since 2019".

    A dose in a unit of medicines and how often, or since when, tell that it is taken; less stays a note.
    """
    line = Line(text, now)
    begin = _after_when(line)
    dose = DOSE.search(line.open, begin)
    if dose is None or not claim_treatment(line, begin, vocabulary) or _name_end(line) > dose.start():
        return None
    if line.open[_name_end(line) : dose.start()].strip(" \x00,"):
        return None
    claim_doses(line, ChangeKind.STARTED, None)
    since = claim_begin(line)
    if not (since or line.has(Role.HOW_OFTEN)):
        return None
    line.assume(
        Role.CHANGE,
        ChangeKind.STARTED,
        sure=since,
        choices=(ChangeKind.STARTED, ChangeKind.TAKEN, ChangeKind.DOSE),
    )
    return finish(line, ChangeKind.STARTED, vocabulary)


def _without_verb(line: Line, named: Named, vocabulary: Vocabulary) -> Understood | None:
    if why_in(line.open[_name_end(line) :]) is None or line.open.find(",") >= 0:
        habit = FREQUENCY.search(line.open) or AT_A_TIME_OF_DAY.search(line.open)
        claim_doses(line, ChangeKind.DOSE if habit else None, named)
    since = claim_begin(line)
    change = _likely_change(line, named, since=since)
    if change is None:
        return line.done(What.CHOOSE, private=names_private(line))
    line.assume(
        Role.CHANGE,
        change,
        sure=_plainly_taken(line, named),
        choices=(ChangeKind.TAKEN, ChangeKind.DOSE, ChangeKind.STARTED),
    )
    return finish(line, change, vocabulary)


def _likely_change(line: Line, named: Named, *, since: bool) -> ChangeKind | None:
    """What a name with a dose or a date beside it most likely means, or None for a choice."""
    if since and (named.id is None or not (line.has(Role.HOW_OFTEN) or has_dose(line))):
        return ChangeKind.STARTED
    if line.has(Role.HOW_OFTEN):
        return ChangeKind.DOSE if named.id else ChangeKind.STARTED
    left = re.search(r"[^\W_]", line.open)
    if left is None and (line.has(Role.WHEN) or has_dose(line) or named.dose_days or named.injected):
        return ChangeKind.TAKEN
    return None


def _plainly_taken(line: Line, named: Named) -> bool:
    return line.has(Role.WHEN) or named.dose_days or named.injected


def _name_end(line: Line) -> int:
    return max((part.end for part in line.parts if part.role is Role.TREATMENT and part.typed), default=0)


def _after_when(line: Line) -> int:
    """Where the line begins once a date in front of it is passed over: "yesterday took ..."."""
    scratch = Line(line.text, line.now)
    claim_when(scratch)
    return scratch.first_open()


def _injection(line: Line, begin: int, vocabulary: Vocabulary) -> ChangeKind | None:
    """Read "injection" alone, where only one treatment is injected."""
    match = INJECTION.match(line.open, begin)
    if match is None or vocabulary.match_at(line.open, match.end(), *_KNOWN, least=Fit.WHOLE):
        return None
    injected = [named for named in vocabulary.named(NameKind.TREATMENT) if named.injected or named.dose_days]
    current = [named for named in injected if named.current] or injected
    if not current:
        return None
    line.claim(Role.CHANGE, match.span(), ChangeKind.TAKEN)
    line.assume(Role.TREATMENT, current[0], sure=len(current) == 1, choices=tuple(current))
    return ChangeKind.TAKEN


def _share(line: Line, begin: int, vocabulary: Vocabulary) -> ChangeKind | None:
    """Read "took half", "half of naproxen"."""
    match = SHARE_OF.match(line.open, begin)
    if match is None:
        return None
    found = vocabulary.match_at(line.open, match.end(), *_KNOWN)
    beside = found is not None and not line.open[match.end() : found.start].strip()
    current = _halved_first(vocabulary)
    took = re.match(r"\s*(?:took|taken)", match[0], re.IGNORECASE)
    if not beside and (not current or not took or DOSE.match(line.open, match.start("share"))):
        return None
    change = (line.trim(match.start(), match.start("share"))[0], match.start("share"))
    if took is not None:
        line.claim(Role.CHANGE, change, ChangeKind.TAKEN)
    else:
        line.assume(Role.CHANGE, ChangeKind.TAKEN)
    line.claim(Role.SHARE, match.span("share"), match["share"])
    line.claim(Role.KEYWORD, (match.end("share"), match.end()), "of")
    if found is not None and beside:
        claim_name(line, found)
    else:
        line.assume(Role.TREATMENT, current[0], sure=len(current) == 1, choices=tuple(current))
    return ChangeKind.TAKEN


def _halved_first(vocabulary: Vocabulary) -> list[Named]:
    """What is taken now, ordinary doses before injections: what "half" can be of."""
    current = [named for named in vocabulary.named(NameKind.TREATMENT) if named.current]
    return sorted(current, key=lambda named: named.dose_days or named.injected)


def _verb_first(line: Line, begin: int, vocabulary: Vocabulary) -> ChangeKind | None:
    verb = VERB.match(line.open, begin)
    if verb is None or "\x00" in verb[0]:
        return None
    change = kind_of(verb)
    end = verb.end()
    lead = _FROM.match(line.open, end)
    if change is ChangeKind.SWITCHED:
        return _switched(line, verb, lead.end() if lead else end, vocabulary)
    if change is ChangeKind.TAKEN:
        count = DOSE.match(line.open, end) or re.compile(r"(?:\d{1,2}|one|two|three)\s+(?=[^\W\d])").match(
            line.open, end
        )
        if count is not None and vocabulary.match_at(line.open, _past_blank(line, count.end()), *_KNOWN):
            return _count_first(line, verb, count, vocabulary)
    if not claim_treatment(
        line, end, vocabulary, known_only=verb[0].lower().strip() in {"had", "take", "used"}
    ):
        return None
    line.claim(Role.CHANGE, verb.span(), change)
    return change


def _count_first(line: Line, verb: re.Match[str], count: re.Match[str], vocabulary: Vocabulary) -> ChangeKind:
    """Read "took 2 ibuprofen", "took 400 mg ibuprofen"."""
    dose = DOSE.match(count[0])
    words = count[0].strip()
    line.claim(Role.CHANGE, verb.span(), ChangeKind.TAKEN)
    claim_treatment(line, _past_blank(line, count.end()), vocabulary)
    bare = BARE_DOSE.match(words)
    if dose is not None:
        line.claim(Role.TAKING, count.span(), dose_of(dose))
    else:
        line.claim(Role.TAKING, count.span(), dose_of(bare) if bare else read_dose(words, words, ""))
    return ChangeKind.TAKEN


def _past_blank(line: Line, at: int) -> int:
    while at < len(line.open) and line.open[at].isspace():
        at += 1
    return at


def _switched(line: Line, verb: re.Match[str], at: int, vocabulary: Vocabulary) -> ChangeKind | None:
    """Read "switched from A to B"; with "to B" alone the treatment it replaces is asked for."""
    to_alone = _TO.match(line.open, at)
    if to_alone is None:
        if not claim_treatment(line, at, vocabulary, known_only=True):
            return None
        to_alone = _TO.match(line.open, _name_end(line))
    else:
        current = [named for named in vocabulary.named(NameKind.TREATMENT) if named.current]
        if not current:
            return None
        line.assume(Role.TREATMENT, current[0], sure=False, choices=tuple(current))
    line.claim(Role.CHANGE, (verb.start(), at), ChangeKind.SWITCHED)
    if to_alone is not None and claim_treatment(line, to_alone.end(), vocabulary, role=Role.SWITCHED_TO):
        line.claim(Role.KEYWORD, to_alone.span(), "to")
    return ChangeKind.SWITCHED
