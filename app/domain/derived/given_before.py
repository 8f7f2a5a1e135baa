"""What was given before: to whom, when, which pages, what was left out, and whether they have read it."""

from dataclasses import dataclass

from app.domain.derived.about_page import marked
from app.domain.derived.documents.kinds import KINDS
from app.domain.derived.sharing import effective
from app.domain.journal import Journal
from app.domain.records import ShareRecord
from app.domain.records.record import RecordId
from app.domain.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One document that was given, in words."""

    key: RecordId
    whom: str
    when: str
    what: str
    file: str
    left_out: tuple[tuple[str, str], ...]  # how many of what, and why
    read: str
    marked: str
    spoken: str


def given_before(journal: Journal, words: Wording) -> tuple[Given, ...]:
    """Everything that was given, the newest first."""
    records = sorted(journal.of(ShareRecord), key=_newest_first, reverse=True)
    return tuple(_given(journal, record, words) for record in records)


def _given(journal: Journal, record: ShareRecord, words: Wording) -> Given:
    clinician = journal.clinician(record.to_clinician)
    whom = clinician.called if clinician is not None else record.to_whom
    whom = whom or words.say("share.someone", "someone else")
    kind = KINDS.get(record.document)
    parts = (
        kind.named(words) if kind is not None else record.document,
        words.count("given.pages", "{n} page", "{n} pages", record.pages),
    )
    read = (
        words.say("given.read_on", "They read it on {date}", date=words.when(record.read))
        if record.read
        else ""
    )
    mark = marked(journal, effective(journal, record), words)
    when, what = words.when(record.when), ", ".join(parts)
    return Given(
        key=record.id,
        whom=whom,
        when=when,
        what=what,
        file=record.file_name,
        left_out=tuple((row.what, row.why) for row in record.left_out),
        read=read,
        marked=mark,
        spoken=", ".join(part for part in (whom, when, what, read, mark) if part),
    )


def _newest_first(record: ShareRecord) -> tuple[object, ...]:
    return (*record.when.sort_key, record.written, record.id)
