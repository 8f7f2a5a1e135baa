"""Lines about contacts: "visit Dr Osei 14 May 10:20", "phone Dr Lindqvist yesterday", "ER"."""

import re
from datetime import datetime

from app.domain.quick_line.claims import assume_when, claim_when, names_private
from app.domain.quick_line.line import Line
from app.domain.quick_line.understood import Named, NameKind, Role, Understood, What
from app.domain.quick_line.vocabulary import Vocabulary
from app.domain.records.visits import VisitMode
from app.domain.records.when import on_day

_SURE = re.compile(
    r"(?P<IN_PERSON>visit(?:ed)?|appointment|appt)\b"
    r"|(?P<EMERGENCY>A&E|A\s?and\s?E|ER\b(?=\s|$|,)|emergency(?:\s+(?:room|department|visit))?\b|urgent\s+care\b|ambulance\b)"
    r"|(?P<HOSPITAL>(?:in\s+)?hospital(?:\s+stay)?\b|admitted(?:\s+to\s+hospital)?\b)"
    r"|(?P<VIDEO>video\s+(?:visit|call)\b)|(?P<PHONE>phone\s+(?:visit|call)\b)",
    re.IGNORECASE,
)
_WITH_A_NAME = re.compile(
    r"(?P<IN_PERSON>saw|seen|seeing|see|went\s+to|going\s+to)\b|(?P<PHONE>phoned?|called|call|rang)\b"
    r"|(?P<VIDEO>video)\b|(?P<MESSAGE>messaged?|wrote\s+to|e-?mailed?|e-?mail)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"visited|saw|seen|went|phoned|called|rang|messaged|wrote|mailed|admitted", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:(?:with|to|at|by|the|my|from)\s+){0,2}", re.IGNORECASE)
_TITLED = re.compile(r"(?:dr|doctor|prof|professor|nurse)\.?\s+[^\W\d_][\w'’-]*", re.IGNORECASE)
_REASON = re.compile(r"\s*(?:about|for|because\s+of)\s+", re.IGNORECASE)


def visit_line(text: str, vocabulary: Vocabulary, now: datetime) -> Understood | None:
    """What a line says about a visit, or None if it begins with no word for one."""
    line = Line(text, now)
    begin = _begins(line)
    word = _SURE.match(text, begin)
    named_only = word is None
    word = word or _WITH_A_NAME.match(text, begin)
    if word is None or (named_only and not _has_name(text, word.end(), vocabulary)):
        return None
    mode = VisitMode[next(name for name, found in word.groupdict().items() if found)]
    line.claim(Role.MODE, word.span(), mode)
    claim_when(line, ahead=not _PAST.match(word[0]))
    _claim_clinician(line, word.end(), vocabulary)
    _claim_reason_word(line)
    assume_when(line, on_day(now.date()))
    return line.done(What.VISIT, private=names_private(line))


def _begins(line: Line) -> int:
    """Where the line begins after a date in front: "yesterday phone Dr Lindqvist"."""
    scratch = Line(line.text, line.now)
    claim_when(scratch, ahead=True)
    return scratch.first_open()


def _has_name(text: str, at: int, vocabulary: Vocabulary) -> bool:
    begin = _name_begins(text, at)
    match = vocabulary.match_at(text, begin, NameKind.CLINICIAN)
    return (match is not None and match.start == begin) or _TITLED.match(text, begin) is not None


def _name_begins(text: str, at: int) -> int:
    between = _BETWEEN.match(text, at)
    return between.end() if between else at


def _claim_clinician(line: Line, at: int, vocabulary: Vocabulary) -> None:
    begin = _name_begins(line.open, at)
    match = vocabulary.match_at(line.open, begin, NameKind.CLINICIAN)
    titled = _TITLED.match(line.open, begin)
    if match is not None and match.start == begin and not (titled and titled.end() > match.end):
        choices = (match.named, *match.others) if match.others else ()
        span, words = (at, match.end), (match.start, match.end)
        line.claim(Role.CLINICIAN, span, match.named, words=words, sure=match.sure, choices=choices)
    elif titled is not None:
        new = Named(kind=NameKind.CLINICIAN, name=titled[0])
        line.claim(Role.CLINICIAN, (at, titled.end()), new, words=titled.span(), sure=False, choices=(new,))


def _claim_reason_word(line: Line) -> None:
    """Claim "about" and "for": they only lead to the reason, which stays open and becomes the note."""
    lead = _REASON.match(line.open, line.first_open())
    if lead is not None and line.open[lead.end() :].strip("\x00 "):
        line.claim(Role.KEYWORD, lead.span(), "about")
