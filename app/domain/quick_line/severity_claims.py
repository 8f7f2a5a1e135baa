"""Finds the number of a reading: 0 to 10, "7/10", "6 of 10"; what is not whole is a guess."""

import re

from app.domain.quick_line.line import Line
from app.domain.quick_line.understood import Role
from app.domain.records.symptoms import WORST

SEVERITY = re.compile(
    r"(?<![\w.,/:+\-–])(?:(?:severity|level|at)\s+)?(?P<n>\d{1,2})(?P<half>[.,]\d)?(?:\s*[-–]\s*(?P<to>\d{1,2}))?"
    r"(?P<of>\s*(?:/|of|out of)\s*10)?(?![\w/:%°]|[.,]\d|\s*[-–]\s*\d)",
    re.IGNORECASE,
)
_SEVERITY_LEAD = re.compile(r"(?:\b(?:was|is|about|at)\s+|(?<!\S)[-–]\s+|=\s*)$", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s*(?:mg|g|ml|times|x|miles|km|steps|kg|pills|tablets|days|hours|am|pm)\b", re.IGNORECASE
)


def claim_severity(line: Line, *, of: int = 0) -> None:
    """Claim the number that goes with the name of the reading `of`."""
    name = next((part for part in line.parts if part.role is Role.SYMPTOM and part.of == of), None)
    if name is None or any(part.role is Role.SEVERITY and part.of == of for part in line.parts):
        return
    match = best_severity(line, (name.start, name.end))
    if match is not None:
        claim_number(line, match, of=of)


def claim_number(line: Line, match: re.Match[str], *, of: int) -> None:
    """A whole number is a severity. Between two, the higher is shown as a guess and the words are kept."""
    lead = _SEVERITY_LEAD.search(line.open[: match.start()])
    number, span = int(match["n"]), (lead.start() if lead else match.start(), match.end())
    if match["half"]:
        higher = min(number + 1, WORST)
        line.claim(Role.SEVERITY, span, higher, sure=False, choices=(number, higher), of=of, keep=True)
    elif match["to"]:
        higher = max(number, int(match["to"]))
        choices = (min(number, int(match["to"])), higher)
        line.claim(Role.SEVERITY, span, higher, sure=False, choices=choices, of=of, keep=True)
    else:
        line.claim(Role.SEVERITY, span, number, of=of)


def best_severity(line: Line, name: tuple[int, int] | None) -> re.Match[str] | None:
    """The number that is meant: written "of 10", else right after the name, else right before, else first."""
    found = [match for match in SEVERITY.finditer(line.open) if _on_the_scale(line, match)]
    if not found:
        return None
    of_ten = [match for match in found if match["of"]]
    if of_ten:
        return of_ten[0]
    if name is not None:
        beside = severity_beside(line, name[1]) or _severity_before(found, line, name[0])
        if beside is not None:
            return beside
    return found[0]


def _on_the_scale(line: Line, match: re.Match[str]) -> bool:
    highest = max(int(match["n"]), int(match["to"] or 0))
    if match["half"] and highest == WORST:
        return False
    return highest <= WORST and not (_COUNTED.match(line.open, match.end()) and not match["of"])


def severity_beside(line: Line, at: int) -> re.Match[str] | None:
    """The number right after a name, or None."""
    gap = re.compile(r"[\s\x00]*[:=,]?\s*(?:(?:was|is|about|at)\s+)?").match(line.open, at)
    match = SEVERITY.match(line.open, gap.end() if gap else at)
    return match if match is not None and _on_the_scale(line, match) else None


def _severity_before(found: list[re.Match[str]], line: Line, at: int) -> re.Match[str] | None:
    before = [match for match in found if match.end() <= at]
    return before[-1] if before and not line.open[before[-1].end() : at].strip(" \x00,:") else None
