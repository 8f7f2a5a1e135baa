"""Claims the name of a treatment, known or new."""

import re

from app.domain.quick_line.claims import claim_when
from app.domain.quick_line.doses import DOSE, FREQUENCY, why_in
from app.domain.quick_line.line import Line
from app.domain.quick_line.understood import Named, NameKind, Role
from app.domain.quick_line.vocabulary import Match, Vocabulary

_ARTICLE = re.compile(r"(?:my|the)\s+", re.IGNORECASE)
_NO_NAME = re.compile(
    r"(?:a|an|it|off|care|part|some|all|them|that|this|to|me|no|with|feeling|crying|work|working)\b",
    re.IGNORECASE,
)
_NEW_NAME = re.compile(r"[^\W\d_][\w'’-]*(?:\s+[^\W\d_][\w'’-]*){0,3}")


def claim_treatment(
    line: Line, at: int, vocabulary: Vocabulary, *, role: Role = Role.TREATMENT, known_only: bool = False
) -> bool:
    """Claim the known or new treatment that begins at `at`."""
    lead = _ARTICLE.match(line.open, at)
    begin = lead.end() if lead else at
    match = vocabulary.match_at(line.open, begin, NameKind.TREATMENT)
    if match is not None and match.start == begin:
        claim_name(line, match, role=role, start=at)
        return True
    return not known_only and lead is None and _claim_new_treatment(line, at, vocabulary, role)


def claim_name(line: Line, match: Match, *, role: Role = Role.TREATMENT, start: int | None = None) -> None:
    """Claim a name that was found, from `start` where words lead to it."""
    named = match.named
    if named.id is None:
        name = line.text[match.start : match.end]
        named = Named(kind=NameKind.TREATMENT, name=name, treatment=named.treatment)
    choices = (named, *match.others) if match.others else ()
    begin = match.start if start is None else start
    line.claim(
        role, (begin, match.end), named, words=(match.start, match.end), sure=match.sure, choices=choices
    )


def _claim_new_treatment(line: Line, at: int, vocabulary: Vocabulary, role: Role) -> bool:
    """The words after the verb, up to a comma, a dose, a date or a reason, are a new treatment's name."""
    if _NO_NAME.match(line.open, at):
        return False
    match = _NEW_NAME.match(line.open, at)
    end = _name_ends(line, at, match.end()) if match else at
    name = line.text[at:end].strip()
    if not name:
        return False
    known = vocabulary.guess(name, NameKind.TREATMENT)
    new = Named(kind=NameKind.TREATMENT, name=name)
    span = (at, at + len(name))
    if known is not None:
        line.claim(role, span, known, sure=False, choices=(known, new))
    else:
        line.claim(role, span, new, sure=False, choices=(new,))
    return True


def _name_ends(line: Line, at: int, end: int) -> int:
    scratch = Line(line.text, line.now)
    claim_when(scratch)
    blotted = scratch.open.find("\x00", at, end)
    ends = [end if blotted < 0 else blotted]
    after = re.compile(
        r"\b(?:for|because|as|and|with|at|to|due|on|from|too|so|label|box|planned)\b", re.IGNORECASE
    )
    for pattern in (FREQUENCY, DOSE, after):
        found = pattern.search(line.open, at, end)
        if found is not None and found.start() > at:
            ends.append(found.start())
    reason = next(
        (word.start() for word in re.finditer(r"\S+", line.text[at:end]) if why_in(word[0]) and word.start()),
        None,
    )
    return min([*ends, at + reason]) if reason else min(ends)
