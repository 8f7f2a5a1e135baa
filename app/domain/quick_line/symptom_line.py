"""Lines about what the person feels: "kn 5", "yesterday evening fatigue 7", "knee 5, fatigue 7"."""

import re
from dataclasses import replace
from datetime import datetime

from app.domain.quick_line.claims import assume_when, claim_when, names_private
from app.domain.quick_line.common_names import COMMON_SYMPTOMS
from app.domain.quick_line.doses import LASTED, STILL_GOING, duration_of
from app.domain.quick_line.journal_names import fold
from app.domain.quick_line.line import Line
from app.domain.quick_line.severity_claims import (
    SEVERITY,
    best_severity,
    claim_number,
    claim_severity,
    severity_beside,
)
from app.domain.quick_line.understood import Named, NameKind, Role, Understood, What
from app.domain.quick_line.vocabulary import Fit, Match, Vocabulary
from app.domain.records.symptoms import Duration
from app.domain.records.when import When, at_time, from_to

_NO = re.compile(r"\s*(?:no|without)\s+(?:more\s+)?", re.IGNORECASE)
_LEAD = re.compile(r"(?:(?:a|an|my|the|some)\s+)?", re.IGNORECASE)
_WHERE = re.compile(r"\b(?:left|right|both(?:\s+sides)?)\b", re.IGNORECASE)
_UNTIL_COMMA = r"(?P<words>[^\x00,;]+)"
_WORSE = re.compile(rf"\bworse\s+(?:on|with|when|after|in|from|if|at|by)\s+{_UNTIL_COMMA}", re.IGNORECASE)
_HELPED = re.compile(
    rf"\b(?:better\s+(?:with|after|when|in|by)|helped\s+by|eased\s+(?:by|with|after)|eases\s+with)\s+{_UNTIL_COMMA}",
    re.IGNORECASE,
)
_COULD_NOT = re.compile(
    r"\b(?P<words>(?:could\s*n['’]?t|could\s+not|can['’]?t|cannot|can\s+not|unable\s+to)\s+[^\x00,;]+)",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(r"[ \t]+(?P<word>[^\W\d_]{3,})")
_NO_NAME_PART = re.compile(
    r"and|was|with|after|when|since|for|from|today|now|worse|better|about|again|but|this|last|all|the|could|lasted",
    re.IGNORECASE,
)
_COMMON_WORDS = {word for name in COMMON_SYMPTOMS for word in name.split()}
_SPLIT = re.compile(r"(?:[,;+&\n]|\band\b)\s*", re.IGNORECASE)
_NEW_NAME = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+){0,2}")
_MOST_READINGS = 8
_LONGEST_NEW_NAME = 60


def symptom_line(text: str, vocabulary: Vocabulary, now: datetime) -> Understood | None:
    """What a line says about symptoms, or None if it names none."""
    line = Line(text, now)
    for found in _written_out(line, vocabulary):
        if _belongs_here(line, found):
            _claim_name(line, _or_new(line, _longer(line, found, vocabulary)))
            break
    since = claim_when(line)
    _claim_phrases(line)
    if not (line.has(Role.SYMPTOM) or _loose_name(line, vocabulary) or _new_name(line, vocabulary)):
        return None
    claim_severity(line)
    _claim_more(line, vocabulary)
    _claim_where(line)
    if since:
        _claim_going_on(line)
    assume_when(line, at_time(now))
    _doubt_new_name_in_a_sentence(line)
    return line.done(What.SYMPTOM, private=names_private(line))


def _doubt_new_name_in_a_sentence(line: Line) -> None:
    """A new name with other words around it is a guess."""
    if any(True for _ in line.runs()):
        for number, part in enumerate(line.parts):
            if part.role is Role.SYMPTOM and isinstance(part.value, Named) and part.value.id is None:
                line.parts[number] = replace(part, sure=False)


def _written_out(line: Line, vocabulary: Vocabulary) -> list[Match]:
    return list(vocabulary.find(line.open, NameKind.SYMPTOM))


def _longer(line: Line, found: Match, vocabulary: Vocabulary) -> Match:
    """The same name where more of it was typed: "kn pa" when "kn" alone is enough."""
    longer = vocabulary.match_at(line.open, found.start, NameKind.SYMPTOM)
    return longer if longer is not None and longer.end > found.end and longer.named == found.named else found


def _claim_going_on(line: Line) -> None:
    """Let "since Monday" run then until today, and still go on."""
    for number, part in enumerate(line.parts):
        when = part.value
        if part.role is Role.WHEN and isinstance(when, When) and when.day and when.day < line.now.date():
            later = from_to(when.day, line.now.date(), words=when.words)
            line.parts[number] = replace(part, value=later)
    if not line.has(Role.LASTED):
        line.assume(Role.LASTED, Duration(still_going=True))


def _belongs_here(line: Line, found: Match) -> bool:
    """A name in the middle of a sentence is only meant as a reading if a number goes with it."""
    before = line.text[: found.start]
    rest = Line(before, line.now)
    claim_when(rest)
    left = re.sub(
        r"\b(?:no|without|a|an|my|the|some|left|right|both|bad)\b", " ", rest.open, flags=re.IGNORECASE
    )
    if not re.search(r"[^\W\d_]", left):
        return True
    return severity_beside(line, found.end) is not None


def _claim_name(line: Line, found: Match, *, of: int = 0) -> None:
    start = found.start
    no = re.search(
        r"(?:^|(?<=[\s,;]))(?:no|without)\s+(?:more\s+)?$", line.open[: found.start], re.IGNORECASE
    )
    lead = re.search(r"(?:^|(?<=[\s,;]))(?:a|an|my|the|some)\s+$", line.open[: found.start], re.IGNORECASE)
    if lead is not None and no is None:
        start = lead.start()
    named = found.named
    if named.id is None:
        named = Named(kind=NameKind.SYMPTOM, name=line.text[found.start : found.end])
    sure = found.sure
    choices = (named, *found.others) if found.others else ()
    line.claim(
        Role.SYMPTOM,
        (start, found.end),
        named,
        words=(found.start, found.end),
        sure=sure,
        choices=choices,
        of=of,
    )
    if no is not None:
        line.claim(Role.SEVERITY, no.span(), 0, of=of)


def _loose_name(line: Line, vocabulary: Vocabulary) -> bool:
    """The beginning of a known name where the line begins, after a date, a number or "no"."""
    at = _name_begins(line)
    found = vocabulary.match_at(line.open, at, NameKind.SYMPTOM)
    if found is None or found.start != at:
        return False
    if found.fit < Fit.FIRST_WORDS and not _short_enough(line, found):
        return False
    _claim_name(line, _or_new(line, found))
    return True


def _or_new(line: Line, found: Match) -> Match:
    """Take "knee swelling" for a guess: part of a name with a word right after it may be a new symptom."""
    after = _NEXT_WORD.match(line.open, found.end)
    if after is None or _NO_NAME_PART.fullmatch(after["word"]) or _is_full_name(line, found, after["word"]):
        return found
    name = line.text[found.start : after.end()]
    new = Named(kind=NameKind.SYMPTOM, name=name)
    if fold(after["word"]) not in _COMMON_WORDS:
        return replace(found, others=(*found.others, new))
    return Match(start=found.start, end=after.end(), named=new, fit=found.fit, others=(found.named,))


def _is_full_name(line: Line, found: Match, after: str) -> bool:
    """Whether the name itself was typed, or another name for it that no symptom's word follows."""
    if fold(line.text[found.start : found.end]) == fold(found.named.name):
        return True
    return found.fit is Fit.WHOLE and fold(after) not in _COMMON_WORDS


def _short_enough(line: Line, found: Match) -> bool:
    """Part of a word only stands for a name when the line is short or a number follows."""
    after = line.open[found.end :].strip("\x00 ")
    return not after or SEVERITY.match(line.open, _skip(line, found.end)) is not None or line.has(Role.WHEN)


def _skip(line: Line, at: int) -> int:
    while at < len(line.open) and line.open[at] in " \t":
        at += 1
    return at


def _name_begins(line: Line) -> int:
    """Where a name may begin: after a leading severity, "no", an article or "left"."""
    at = line.first_open()
    for pattern in (SEVERITY, _NO, _LEAD, re.compile(r"(?:(?:left|right|both|bad)\s+)?", re.IGNORECASE)):
        match = pattern.match(line.open, at)
        if match is not None:
            at = _skip(line, match.end())
    return at


def _new_name(line: Line, vocabulary: Vocabulary) -> bool:
    """An unknown word or two with nothing but a severity beside it: a new symptom."""
    severity = best_severity(line, None)
    if severity is None:
        return False
    scratch = line.open[: severity.start()] + "\x00" * len(severity[0]) + line.open[severity.end() :]
    runs = [match for match in re.finditer(r"[^\x00]+", scratch) if re.search(r"[^\s,;.:!]", match[0])]
    name = runs[0][0].strip(" ,;.:!\t") if len(runs) == 1 else ""
    if not name or len(name) > _LONGEST_NEW_NAME or not _NEW_NAME.fullmatch(name):
        return False
    start = scratch.index(name, runs[0].start())
    known = vocabulary.guess(name, NameKind.SYMPTOM)
    new = Named(kind=NameKind.SYMPTOM, name=name)
    if known is None:
        line.claim(Role.SYMPTOM, (start, start + len(name)), new)
    else:
        line.claim(Role.SYMPTOM, (start, start + len(name)), known, sure=False, choices=(known, new))
    return True


def _claim_phrases(line: Line) -> None:
    """Words that say how long, what makes it worse, what helps, and what could not be done."""
    for pattern, role in ((_WORSE, Role.WORSE_WITH), (_HELPED, Role.HELPED_BY), (_COULD_NOT, Role.COULD_NOT)):
        match = pattern.search(line.open)
        if match is not None and line.trim(*match.span("words")) != (0, 0):
            start, end = line.trim(*match.span("words"))
            if start < end:
                line.claim(role, line.trim(match.start(), end), line.text[start:end])
    lasted = LASTED.search(line.open)
    if lasted is not None:
        line.claim(Role.LASTED, lasted.span(), duration_of(lasted))
    still = STILL_GOING.search(line.open)
    if still is not None and lasted is None:
        line.claim(Role.LASTED, still.span(), Duration(still_going=True, words=still[0]))


def _claim_more(line: Line, vocabulary: Vocabulary) -> None:
    """Further symptoms of one line, each with a number of its own or none: "knee 5, fatigue 7"."""
    for of in range(1, _MOST_READINGS):
        found = _next_name(line, vocabulary)
        if found is None:
            return
        match = severity_beside(line, found.end)
        if match is None:
            return
        comma = re.search(r"(?:[,;+&\n]|\band\b)\s*$", line.open[: found.start], re.IGNORECASE)
        _claim_name(line, found, of=of)
        claim_number(line, match, of=of)
        if comma is not None:
            line.claim(Role.KEYWORD, comma.span(), ",")


def _next_name(line: Line, vocabulary: Vocabulary) -> Match | None:
    for match in _SPLIT.finditer(line.open):
        found = vocabulary.match_at(line.open, match.end(), NameKind.SYMPTOM)
        if found is not None and found.start == match.end() and severity_beside(line, found.end):
            return found
    written = vocabulary.find(line.open, NameKind.SYMPTOM)
    return next((found for found in written if severity_beside(line, found.end)), None)


def _claim_where(line: Line) -> None:
    """Left, right or both, right beside the symptom's name."""
    for part in [part for part in line.parts if part.role is Role.SYMPTOM]:
        for match in _WHERE.finditer(line.open):
            between = line.text[min(match.end(), part.end) : max(match.start(), part.start)]
            if not between.strip():
                line.claim(Role.WHERE, match.span(), match[0], of=part.of)
                break
