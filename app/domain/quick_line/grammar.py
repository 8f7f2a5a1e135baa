"""From one typed line to what was understood of it. It never raises and never drops a character."""

import re
from datetime import datetime

from app.domain.quick_line.allergy_line import allergy_line
from app.domain.quick_line.claims import assume_when, claim_when, names_private
from app.domain.quick_line.dates import day_it_counts_to, find_when
from app.domain.quick_line.line import LONGEST, Line
from app.domain.quick_line.symptom_line import symptom_line
from app.domain.quick_line.treatment_line import named_treatment_line, new_treatment_line, treatment_line
from app.domain.quick_line.understood import NameKind, Role, Understood, What
from app.domain.quick_line.visit_line import visit_line
from app.domain.quick_line.vocabulary import Vocabulary
from app.domain.records.when import on_day

_MARK = re.compile(r"\s*(?P<mark>\?+|¿)\s*(?=[^\s?])")
_ASK = re.compile(r"\s*(?P<mark>(?:ask|question(?: for)?|q)\b)(?P<colon>\s*:)?\s*", re.IGNORECASE)
_ASKED_AFTER_NAME = re.compile(r"\s*(?:[:,–-]|\bif\b|\babout\b)?\s*", re.IGNORECASE)
_QUESTION = re.compile(
    r"\s*(?:should|can|could|is|are|do|does|did|what|when|why|how|which|will|would|may|who|where)\s+\S+\s+\S.*\?\s*",
    re.IGNORECASE | re.DOTALL,
)
_SAME = re.compile(
    r"\s*(?:(?:all\s+|the\s+)?same(?:\s+as\s+yesterday)?|as\s+yesterday|like\s+yesterday)[\s.!]*",
    re.IGNORECASE,
)
_BAD_DAY = re.compile(r"\s*(?:(?:really |very |a )?bad\s+day\b|bad(?=[\s.!]*$))", re.IGNORECASE)
_NO_SYMPTOMS = re.compile(
    r"\s*(?:no\s+symptoms?\b(?:\s+at\s+all\b)?|symptom[ -]free\b|nothing(?=\s+today[\s.!]*$))", re.IGNORECASE
)


def parse(text: str, vocabulary: Vocabulary, now: datetime) -> Understood:
    """What a line says, as far as it can be told; all else becomes its note.

    `now` is the person's own time with its offset. Time is linear in the text's length: what is longer than
    a line can be is a note, or a question if it begins with "?".
    """
    if not _can_be_read(text):
        return _question(text, vocabulary, now) or _note(text, now)
    line_kinds = (
        _question,
        _whole_line,
        visit_line,
        allergy_line,
        treatment_line,
        symptom_line,
        named_treatment_line,
        new_treatment_line,
    )
    for read in line_kinds:
        understood = read(text, vocabulary, now)
        if understood is not None:
            return understood
    return _note(text, now)


def _can_be_read(text: str) -> bool:
    """Whether it is a line at all; half a character (a lone surrogate) cannot stand in any part."""
    return len(text) <= LONGEST and "\x00" not in text and not re.search(r"[\ud800-\udfff]", text)


def _note(text: str, now: datetime) -> Understood:
    return Understood(text=text, now=now, what=What.NOTE, note=text)


def _question(text: str, vocabulary: Vocabulary, now: datetime) -> Understood | None:
    line = Line(text, now)
    mark = _MARK.match(text)
    if mark is None:
        return _asked(line, vocabulary) if len(text) <= LONGEST else None
    line.claim(Role.KEYWORD, (0, mark.end()), "?")
    return _question_text(line, mark.end(), vocabulary)


def _asked(line: Line, vocabulary: Vocabulary) -> Understood | None:
    """Read "ask Dr Osei: ...", or a sentence that is plainly a question."""
    text = line.text
    ask = _ASK.match(text)
    if ask is None:
        plain = _QUESTION.fullmatch(text)
        return _question_text(line, 0, vocabulary, sure=False) if plain else None
    named = vocabulary.match_at(text, ask.end(), NameKind.CLINICIAN) if not ask["colon"] else None
    if named is None and not ask["colon"]:
        return None
    line.claim(Role.KEYWORD, (0, ask.end()), "?")
    end = ask.end()
    if named is not None and named.start == ask.end():
        end = (_ASKED_AFTER_NAME.match(text, named.end) or ask).end()
        line.claim(
            Role.CLINICIAN,
            (named.start, end),
            named.named,
            sure=named.sure,
            choices=(named.named, *named.others),
        )
    return _question_text(line, end, vocabulary) if text[end:].strip() else None


def _question_text(line: Line, start: int, vocabulary: Vocabulary, *, sure: bool = True) -> Understood | None:
    text = line.text
    words = text[start:].strip()
    if not words:
        return None
    line.claim(Role.TEXT, (start, len(text)), words, sure=sure)
    if not line.has(Role.CLINICIAN):
        clinician = vocabulary.next_visit(line.now.date())
        if clinician is not None:
            line.assume(Role.CLINICIAN, clinician, choices=vocabulary.named(NameKind.CLINICIAN))
    return line.done(What.QUESTION, private=names_private(line))


def _whole_line(text: str, _vocabulary: Vocabulary, now: datetime) -> Understood | None:
    """Lines about the day as a whole: as yesterday, bad day, no symptoms."""
    line = Line(text, now)
    if _SAME.fullmatch(text):
        line.claim(Role.KEYWORD, (0, len(text)), "same")
        return line.done(What.SAME_AS_YESTERDAY)
    for pattern, what in ((_BAD_DAY, What.BAD_DAY), (_NO_SYMPTOMS, What.NO_SYMPTOMS)):
        found = pattern.match(text)
        if found is None:
            found = _after_when(pattern, text, now)
        if found is not None:
            line.claim(Role.KEYWORD, found.span(), str(what))
            claim_when(line)
            assume_when(line, on_day(day_it_counts_to(now)))
            return line.done(what)
    return None


def _after_when(pattern: re.Pattern[str], text: str, now: datetime) -> re.Match[str] | None:
    """The phrase after a day that was typed first: "yesterday bad day"."""
    read = find_when(text, now)
    if read.when is None or read.spans[0][0] > len(text) - len(text.lstrip()):
        return None
    return pattern.match(text, read.spans[-1][1])


__all__ = ["parse"]
