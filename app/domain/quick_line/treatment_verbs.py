"""The words that say what happened to a treatment."""

import re

from app.domain.quick_line.doses import SHARE
from app.domain.records.treatments import ChangeKind

_VERBS = (
    (ChangeKind.SWITCHED, r"(?:switched|changed|swapped)\s+(?:over\s+)?(?=(?:from\s+)?\S+.*\bto\b|to\b)"),
    (ChangeKind.RESUMED, r"resumed|restarted|started\s+again\s+with|back\s+on"),
    (ChangeKind.STARTED, r"started(?:\s+(?:on|taking))?|start|starting|began(?:\s+taking)?|went\s+on"),
    (ChangeKind.STOPPED, r"stopped(?:\s+taking)?|stop|quit|came\s+off|coming\s+off|gave\s+up"),
    (ChangeKind.PAUSED, r"paused|pause|pausing"),
    (
        ChangeKind.MISSED,
        r"(?:skipped|skip|missed)(?:\s+(?:a|one|two|three|\d+)\s+doses?\s+of)?|forgot(?:\s+to\s+take)?|did\s*n['’]?t\s+take|did\s+not\s+take",
    ),
    (
        ChangeKind.DOSE,
        r"(?:new|changed)\s+dose(?:\s+of)?|dose\s+(?:changed|up|down)|(?:de|in)creased|upped|raised|reduced|lowered",
    ),
    (ChangeKind.TAKEN, r"took|taken|take|injected|injection\s+of|used|had"),
)
VERB = re.compile(
    r"(?:i\s+)?(?:have\s+|just\s+)?(?:"
    + "|".join(f"(?P<{kind.name}>{words})" for kind, words in _VERBS)
    + r")\b\s*",
    re.IGNORECASE,
)
AFTER_NAME = re.compile(
    r"\s*(?:(?P<SWITCHED>switched\s+to)|(?P<STOPPED>stopped)|(?P<STARTED>started)|(?P<PAUSED>paused)"
    r"|(?P<RESUMED>resumed|restarted)|(?P<MISSED>skipped|missed|forgotten)"
    r"|(?P<DOSE>new\s+dose|dose\s+(?:changed|up|down)|increased\s+to|reduced\s+to|now\s+(?=\d))"
    r"|(?P<TAKEN>injection|injected|taken|dose\s+day|shot|jab|infusion))\b\s*",
    re.IGNORECASE,
)
INJECTION = re.compile(
    r"\s*(?:(?:took|had|did)\s+(?:my\s+|the\s+)?)?(?:injection|shot|jab|dose\s+day)\b", re.IGNORECASE
)
SHARE_OF = re.compile(rf"\s*(?:took\s+|taken\s+|only\s+)*{SHARE.pattern[2:]}", re.IGNORECASE)


def kind_of(match: re.Match[str]) -> ChangeKind:
    """The change a match of VERB or AFTER_NAME stands for."""
    return ChangeKind[next(name for name, found in match.groupdict().items() if found)]
