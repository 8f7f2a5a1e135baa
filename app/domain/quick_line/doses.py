"""Reads doses, how often, how long, and why out of a line about a treatment. Words are kept as typed."""

import re
from dataclasses import dataclass
from decimal import Decimal

from app.domain.records.symptoms import Duration
from app.domain.records.treatments import Barrier, Dose, Frequency, Verdict, Why

_UNIT = (
    r"(?:mg|g|mcg|µg|μg|ug|ml|iu|units?|tablets?|tabs?|pills?|capsules?|caps|puffs?|drops?|patch(?:es)?"
    r"|sachets?|sprays?|sprays|injections?|pens?|teaspoons?|tsp|%)"
)
_AMOUNT = r"(?:\d{1,6}(?:[.,]\d{1,4})?|half an?|half|one|two|three)"
_BEFORE = r"(?<![\w.,/:+\-–])"
DOSE = re.compile(
    rf"{_BEFORE}(?P<times>\d{{1,2}}\s*[x×]\s*)?(?P<amount>{_AMOUNT}|1/2|1/4)\s*(?P<unit>{_UNIT})(?![\w])"
    rf"(?P<per>\s*/\s*\d*\s*(?:mg|ml|g|day|week)\b)?",
    re.IGNORECASE,
)
BARE_DOSE = re.compile(r"\s*(?P<amount>\d{1,6}(?:[.,]\d{1,4})?)(?P<unit>)(?![\w:/%–-]|[.,]\d)", re.IGNORECASE)
PLANNED = re.compile(
    r"\b(?:the\s+)?(?:label(?:\s+says)?|box(?:\s+says)?|planned|prescribed|supposed to be|should be)\s*:?\s*"
    rf"(?P<dose>(?P<amount>{_AMOUNT})\s*(?P<unit>{_UNIT})?)(?!\w)",
    re.IGNORECASE,
)
_COUNT = r"(?:\d{1,2}\s*(?:x|×|times)?|once|twice|three times|four times)"
FREQUENCY = re.compile(
    r"\b(?:"
    rf"(?P<count>{_COUNT})\s*(?:a|per|every|each|/)?\s*(?P<per>day|daily|week|weekly|month|monthly)"
    r"|every\s+(?P<every>\d{1,3}|two|three|four|other|second)\s*(?P<unit>hours?|hrs?|h|days?|weeks?|months?)"
    r"|(?:every|each)\s+(?P<each>day|morning|night|evening|week|month)"
    r"|(?P<adverb>daily|nightly|weekly|fortnightly|monthly)"
    r"|(?P<needed>(?:when|as|if)\s+needed|when i need it|prn)"
    r"|(?P<latin>bd|bid|od|tds|tid|qds|qid)"
    r"|(?P<twice>morning and (?:evening|night))"
    r"|(?P<bedtime>at bedtime|before bed))\b",
    re.IGNORECASE,
)
AT_A_TIME_OF_DAY = re.compile(r"\b(?:at night|in the mornings?|in the evenings?|at nights?)\b", re.IGNORECASE)
SHARE = re.compile(
    r"\b(?P<share>half|1/2|a quarter|a third|two thirds|some|part|most)"
    r"(?:\s+(?:of\s+)?(?:it|them|a dose|the dose|my dose|of(?: (?:my|the|a))?|an?\b))?\b",
    re.IGNORECASE,
)
LASTED = re.compile(
    r"\b(?:(?:lasted|lasting|for|went on for)\s+(?:about\s+)?)?"
    r"(?:(?P<n>\d{1,3}(?:\.5)?|an?|half an|two|three)\s*(?P<unit>hours?|hrs?|h|minutes?|mins?|days?|weeks?)\b"
    r"|(?P<all>all (?:day|night|morning|evening|afternoon)|the whole (?:day|night))\b)",
    re.IGNORECASE,
)
STILL_GOING = re.compile(r"\b(?:still going(?: on)?|still there|ongoing)\b", re.IGNORECASE)

_NUMBERS = {"one": 1, "once": 1, "two": 2, "twice": 2, "second": 2, "other": 2, "three": 3, "four": 4}
_PER = {
    "day": 1,
    "daily": 1,
    "nightly": 1,
    "week": 7,
    "weekly": 7,
    "fortnightly": 14,
    "month": 30,
    "monthly": 30,
}
_LATIN = {"od": 1, "bd": 2, "bid": 2, "tds": 3, "tid": 3, "qds": 4, "qid": 4}
_HOURS_A_DAY = 24
_MINUTES = {"m": 1, "h": 60, "d": 60 * 24, "w": 60 * 24 * 7}


def read_dose(words: str, amount: str, unit: str) -> Dose:
    """A dose with its words as typed; the amount where it is a plain number."""
    plain = amount.replace(",", ".").lower()
    number = Decimal(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else None
    if number is None and plain in _NUMBERS:
        number = Decimal(_NUMBERS[plain])
    return Dose(words=words, amount=number, unit=unit if number is not None else "")


def dose_of(match: re.Match[str], usual_unit: str = "") -> Dose:
    """The dose a match of DOSE or BARE_DOSE stands for; strengths and multiples stay in words only."""
    groups = match.groupdict()
    words = match[0].strip()
    if groups.get("times") or groups.get("per"):
        return Dose(words=words)
    return read_dose(words, match["amount"], match["unit"] or usual_unit)


def planned_of(match: re.Match[str], usual_unit: str = "") -> Dose:
    """The dose after "label"."""
    return read_dose(match["dose"].strip(), match["amount"], match["unit"] or usual_unit)


def frequency_of(match: re.Match[str]) -> Frequency:
    """How often, where the words can be counted; else the words alone."""
    words, groups = match[0].strip(), match.groupdict()
    if groups.get("needed"):
        return Frequency(words=words, when_needed=True)
    times, days = _times_in_days({name: (text or "").lower() for name, text in groups.items()})
    if times is None or days is None:
        return Frequency(words=words)
    return Frequency(words=words, times=times, days=days)


def _times_in_days(groups: dict[str, str]) -> tuple[Decimal | None, int | None]:
    if groups.get("count"):
        count = _count(groups["count"])
        return (Decimal(count), _PER[groups["per"]]) if count else (None, None)
    if groups.get("every"):
        return _every(_count(groups["every"]), groups["unit"][0])
    if groups.get("latin"):
        return Decimal(_LATIN[groups["latin"]]), 1
    if groups.get("twice"):
        return Decimal(2), 1
    word = groups.get("adverb") or groups.get("each") or "day"
    return Decimal(1), _PER.get(word, 1)


def _every(count: int, unit: str) -> tuple[Decimal | None, int | None]:
    if count == 0:
        return None, None
    if unit == "h":
        whole = _HOURS_A_DAY % count == 0
        return (Decimal(_HOURS_A_DAY // count), 1) if whole else (None, None)
    return Decimal(1), count * {"d": 1, "w": 7, "m": 30}[unit]


def _count(text: str) -> int:
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else _NUMBERS.get(text.split(maxsplit=1)[0], 0)


def duration_of(match: re.Match[str]) -> Duration:
    """How long it lasted; `words` as typed."""
    words = match[0].strip()
    if match["all"]:
        return Duration(words=words, all_day="day" in match["all"].lower())
    number = match["n"].lower()
    count = {"a": 1.0, "an": 1.0, "half an": 0.5, "two": 2.0, "three": 3.0}.get(number) or float(number)
    return Duration(words=words, minutes=round(count * _MINUTES[match["unit"][0].lower()]))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reason:
    why: Why
    barrier: Barrier
    pattern: re.Pattern[str]


def _reason(why: Why, barrier: Barrier, pattern: str) -> _Reason:
    return _Reason(why=why, barrier=barrier, pattern=re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE))


_REASONS = (
    _reason(
        Why.DID_NOT_HELP,
        Barrier.NO_POINT,
        r"no difference|no help|no use|no good|no point|useless|stopped working"
        r"|(?:did ?n['’]?t|does ?n['’]?t|did not|not) (?:help(?:ing)?|work(?:ing)?)",
    ),
    _reason(
        Why.COST, Barrier.COST, r"costs?|too expensive|expensive|price|afford|too dear|no money|insurance"
    ),
    _reason(
        Why.WORRIED, Barrier.WORRIED, r"worried|worry|scared|afraid|frightened|anxious about it|nervous|fear"
    ),
    _reason(
        Why.RAN_OUT,
        Barrier.COULD_NOT_GET_IT,
        r"ran out|run out|out of stock|none left|could ?n['’]?t get (?:it|any)|no refill",
    ),
    _reason(
        Why.CLINICIANS_ADVICE,
        Barrier.OTHER,
        r"(?:dr|doctor|nurse|pharmacist|clinician)\.?(?: \w+)? (?:said|told|advised|asked)"
        r"|doctor['’]?s advice|advised to",
    ),
    _reason(
        Why.SCHEDULE,
        Barrier.SCHEDULE,
        r"schedule|night shifts?|shifts?|does ?n['’]?t fit|too busy|travell?ing|work got in the way",
    ),
    _reason(Why.OTHER, Barrier.FORGETTING, r"forgot|forgotten|slipped my mind"),
    _reason(
        Why.PREFERENCE,
        Barrier.OTHER,
        r"did ?n['’]?t want|do ?n['’]?t want|did not want|prefer|my own choice",
    ),
    _reason(
        Why.SIDE_EFFECT,
        Barrier.SIDE_EFFECTS,
        r"too sick|sick|made me ill|side[ -]effects?|nausea|nauseous|vomit\w*|threw up|rash|dizzy|drowsy"
        r"|sleepy|stomach|weight gain|hair loss|hives|mouth ulcers|too tired|bleeding|too strong"
        r"|could ?n['’]?t tolerate",
    ),
)
_VERDICTS = (
    (Verdict.NO_DIFFERENCE, re.compile(r"\bno difference\b", re.IGNORECASE)),
    (Verdict.WORSE, re.compile(r"\bmade (?:it|things|me) worse\b", re.IGNORECASE)),
)


def why_in(words: str) -> Why | None:
    """The reason that some words give, or None."""
    return next((reason.why for reason in _REASONS if reason.pattern.search(words)), None)


_NOT_TOLERATED = re.compile(
    r"\b(?:too (?:sick|ill|tired|sleepy|dizzy|drowsy)|could ?n['’]?t (?:tolerate|stand|bear)"
    r"|could not (?:tolerate|stand|bear)|made me (?:so |too |very )?(?:sick|ill)|threw up)\b",
    re.IGNORECASE,
)


def not_tolerated_in(words: str) -> bool:
    """Whether the words of a reason say that it was more than the person could take."""
    return _NOT_TOLERATED.search(words) is not None


def begins_a_reason(words: str) -> bool:
    """Whether some words say that they are a reason, whatever it is."""
    return re.match(r"(?:because|due to|since it|as it)\b", words, re.IGNORECASE) is not None


def barrier_in(words: str) -> Barrier | None:
    """What got in the way, by the same words, or None."""
    return next((reason.barrier for reason in _REASONS if reason.pattern.search(words)), None)


def verdict_in(words: str) -> Verdict | None:
    """What the treatment did all in all, where the words of a reason say it."""
    return next((verdict for verdict, pattern in _VERDICTS if pattern.search(words)), None)
