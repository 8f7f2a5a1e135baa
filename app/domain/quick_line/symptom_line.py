"""Lines about what the person feels: "kn 5", "yesterday evening fatigue 7", "knee 5, fatigue 7"."""

import re
from dataclasses import replace
from datetime import datetime

from app.domain.quick_line.claims import assume_when, claim_when, names_private
from app.domain.quick_line.doses import LASTED, STILL_GOING, duration_of
from app.domain.quick_line.line import Line
from app.domain.quick_line.understood import Named, NameKind, Role, Understood, What
from app.domain.quick_line.vocabulary import Fit, Match, Vocabulary
from app.domain.records.symptoms import WORST, Duration
from app.domain.records.when import When, at_time, from_to

_NO = re.compile(r"\s*(?:no|without)\s+(?:more\s+)?", re.IGNORECASE)
_LEAD = re.compile(r"(?:(?:a|an|my|the|some)\s+)?", re.IGNORECASE)
_SEVERITY = re.compile(
    r"(?<![\w.,/:+\-–])(?:(?:severity|level|at)\s+)?(?P<n>\d{1,2})(?P<half>[.,]\d)?(?:\s*[-–]\s*(?P<to>\d{1,2}))?"
    r"(?P<of>\s*(?:/|of|out of)\s*10)?(?![\w/:%°]|[.,]\d|\s*[-–]\s*\d)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s*(?:mg|g|ml|times|x|miles|km|steps|kg|pills|tablets|days|hours|am|pm)\b", re.IGNORECASE
)
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
_SPLIT = re.compile(r"(?:[,;+&\n]|\band\b)\s*", re.IGNORECASE)
_NEW_NAME = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+){0,2}")
_MOST_READINGS = 8
_LONGEST_NEW_NAME = 60


def symptom_line(text: str, vocabulary: Vocabulary, now: datetime) -> Understood | None:
    """What a line says about symptoms, or None if it names none."""
    line = Line(text, now)
    for found in _written_out(line, vocabulary):
        if _belongs_here(line, found):
            _claim_name(line, _longer(line, found, vocabulary))
            break
    since = claim_when(line)
    _claim_phrases(line)
    if not (line.has(Role.SYMPTOM) or _loose_name(line, vocabulary) or _new_name(line, vocabulary)):
        return None
    _claim_severity(line)
    _claim_more(line, vocabulary)
    _claim_where(line)
    if since:
        _claim_going_on(line)
    assume_when(line, at_time(now))
    return line.done(What.SYMPTOM, private=names_private(line))


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
    return _severity_beside(line, found.end) is not None


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
    _claim_name(line, found)
    return True


def _short_enough(line: Line, found: Match) -> bool:
    """Part of a word only stands for a name when the line is short or a number follows."""
    after = line.open[found.end :].strip("\x00 ")
    return not after or _SEVERITY.match(line.open, _skip(line, found.end)) is not None or line.has(Role.WHEN)


def _skip(line: Line, at: int) -> int:
    while at < len(line.open) and line.open[at] in " \t":
        at += 1
    return at


def _name_begins(line: Line) -> int:
    """Where a name may begin: after a leading severity, "no", an article or "left"."""
    at = line.first_open()
    for pattern in (_SEVERITY, _NO, _LEAD, re.compile(r"(?:(?:left|right|both|bad)\s+)?", re.IGNORECASE)):
        match = pattern.match(line.open, at)
        if match is not None:
            at = _skip(line, match.end())
    return at


def _new_name(line: Line, vocabulary: Vocabulary) -> bool:
    """An unknown word or two with nothing but a severity beside it: a new symptom."""
    severity = _best_severity(line, None)
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


def _claim_severity(line: Line, *, of: int = 0) -> None:
    name = next((part for part in line.parts if part.role is Role.SYMPTOM and part.of == of), None)
    if name is None or any(part.role is Role.SEVERITY and part.of == of for part in line.parts):
        return
    match = _best_severity(line, (name.start, name.end))
    if match is not None:
        _claim_number(line, match, of=of)


def _claim_number(line: Line, match: re.Match[str], *, of: int) -> None:
    """A whole number is a severity. Between two, the higher is shown as a guess and the words are kept."""
    number, span = int(match["n"]), match.span()
    if match["half"]:
        higher = min(number + 1, WORST)
        line.claim(Role.SEVERITY, span, higher, sure=False, choices=(number, higher), of=of, keep=True)
    elif match["to"]:
        higher = max(number, int(match["to"]))
        choices = (min(number, int(match["to"])), higher)
        line.claim(Role.SEVERITY, span, higher, sure=False, choices=choices, of=of, keep=True)
    else:
        line.claim(Role.SEVERITY, span, number, of=of)


def _best_severity(line: Line, name: tuple[int, int] | None) -> re.Match[str] | None:
    """The number that is meant: written "of 10", else right after the name, else right before, else first."""
    found = [match for match in _SEVERITY.finditer(line.open) if _on_the_scale(line, match)]
    if not found:
        return None
    of_ten = [match for match in found if match["of"]]
    if of_ten:
        return of_ten[0]
    if name is not None:
        beside = _severity_beside(line, name[1]) or _severity_before(found, line, name[0])
        if beside is not None:
            return beside
    return found[0]


def _on_the_scale(line: Line, match: re.Match[str]) -> bool:
    highest = max(int(match["n"]), int(match["to"] or 0))
    if match["half"] and highest == WORST:
        return False
    return highest <= WORST and not (_COUNTED.match(line.open, match.end()) and not match["of"])


def _severity_beside(line: Line, at: int) -> re.Match[str] | None:
    gap = re.compile(r"[\s\x00]*[:=,]?\s*(?:(?:was|is|about|at)\s+)?").match(line.open, at)
    match = _SEVERITY.match(line.open, gap.end() if gap else at)
    return match if match is not None and _on_the_scale(line, match) else None


def _severity_before(found: list[re.Match[str]], line: Line, at: int) -> re.Match[str] | None:
    before = [match for match in found if match.end() <= at]
    return before[-1] if before and not line.open[before[-1].end() : at].strip(" \x00,:") else None


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
        match = _severity_beside(line, found.end)
        if match is None:
            return
        comma = re.search(r"(?:[,;+&\n]|\band\b)\s*$", line.open[: found.start], re.IGNORECASE)
        _claim_name(line, found, of=of)
        _claim_number(line, match, of=of)
        if comma is not None:
            line.claim(Role.KEYWORD, comma.span(), ",")


def _next_name(line: Line, vocabulary: Vocabulary) -> Match | None:
    for match in _SPLIT.finditer(line.open):
        found = vocabulary.match_at(line.open, match.end(), NameKind.SYMPTOM)
        if found is not None and found.start == match.end() and _severity_beside(line, found.end):
            return found
    written = vocabulary.find(line.open, NameKind.SYMPTOM)
    return next((found for found in written if _severity_beside(line, found.end)), None)


def _claim_where(line: Line) -> None:
    """Left, right or both, right beside the symptom's name."""
    for part in [part for part in line.parts if part.role is Role.SYMPTOM]:
        for match in _WHERE.finditer(line.open):
            between = line.text[min(match.end(), part.end) : max(match.start(), part.start)]
            if not between.strip():
                line.claim(Role.WHERE, match.span(), match[0], of=part.of)
                break
