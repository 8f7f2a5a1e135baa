"""Who says so and since when: what is printed where it differs from the rule (document.md 5.3)."""

from datetime import date

from app.domain.derived.phrasing import mid_sentence
from app.domain.records import Record
from app.domain.records.when import When
from app.domain.wording import Wording

ON_TIME = 2  # days between what happened and its note
_YEAR, _MONTHS_FROM, _MONTH = 365, 60, 30.44  # days


def written_later(record: Record, when: When | None, words: Wording) -> str:
    """How late a note was written ("written 9 days later"); nothing if within two days or undated."""
    if when is None or not when.is_dated:
        return ""
    days = (record.written.date() - when.latest).days
    if days <= ON_TIME:
        return ""
    if days < _MONTHS_FROM:
        return words.count("later.days", "written {n} day later", "written {n} days later", days)
    if days < _YEAR:
        months = round(days / _MONTH)
        return words.count("later.months", "written {n} month later", "written {n} months later", months)
    years = days // _YEAR
    return words.count("later.years", "written {n} year later", "written {n} years later", years)


def source_words(record: Record, words: Wording) -> str:
    """The file, letter or person a record comes from, or nothing where it is the person's own word."""
    source = record.source
    if source is None:
        return record.told_by
    dated = dated_words(source.dated, words)
    if not source.code:
        return f"{source.title}, {dated}" if dated else source.title
    if dated:
        return words.say("source.record", "from my hospital record, {date}", date=dated)
    brought = _written(record, words)
    return words.say("source.brought_in", "from my hospital record, brought in {date}", date=brought)


def dated_words(dated: str, words: Wording) -> str:
    """The date on a letter as it was typed; a file's own (2010-10-11) with its month in letters."""
    try:
        day = date.fromisoformat(f"{dated}-01" if len(dated) == _MONTH_ONLY else dated)
    except ValueError:
        return dated
    return words.short_month(day) if len(dated) == _MONTH_ONLY else words.short_day(day)


_MONTH_ONLY = len("2010-10")


def _written(record: Record, words: Wording) -> str:
    return words.short_day(record.written.date())


def margin_words(record: Record, when: When | None, words: Wording, changed: date | None = None) -> str:
    """What stands at the right of a dated note, one reason after the other."""
    parts = [_told(record, when, words)]
    if record.from_memory:
        parts.append(words.say("from_memory", "from memory"))
    elif record.source is None:
        parts.append(written_later(record, when, words))
    if changed is not None:
        parts.append(words.say("changed", "changed {date}", date=words.short_day(changed)))
    return ", ".join(part for part in parts if part)


def _told(record: Record, when: When | None, words: Wording) -> str:
    """Of a letter whose words are quoted: when it came, if that was later."""
    if record.source is None or record.source.code or not record.source.quote:
        return source_words(record, words)
    if not written_later(record, when, words):
        return ""
    title = mid_sentence(record.source.title)
    return words.say("letter.came", "{letter} came {date}", letter=title, date=_written(record, words))
