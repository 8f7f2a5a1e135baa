"""The last pages: how I write things down, and every reading as a table."""

from app.domain.derived.document import Block, Part, Row, Section, Table, Text, plain
from app.domain.derived.documents.material import Material, bold, facts
from app.domain.derived.documents.notes_gaps import gaps
from app.domain.derived.documents.visits import earlier_visits, year_before
from app.domain.derived.gaps import noted_days
from app.domain.derived.shortening import CELL, shortened
from app.domain.records import Day, Symptom, SymptomEntry
from app.domain.records.symptoms import DayKind
from app.domain.records.when import PartOfDay

_WIDTHS = (30.0, 32.0, 17.0, 24.0, 32.0)  # mm
_WEEK = 7


def how_i_write(made: Material) -> Section | None:
    """The scale with my own anchors, how often I write, when I did not; then earlier visits."""
    blocks: list[Part] = [block for block in (_scale(made), _how_often(made), _no_notes(made)) if block]
    earlier = earlier_visits(made)
    blocks += [earlier] if earlier else []
    if not blocks:
        return None
    title = made.words.say("title.writing", "How I write things down")
    return Section(title=title, parts=tuple(blocks), new_page=False)


def _scale(made: Material) -> Block | None:
    if not made.journal.of(SymptomEntry):
        return None
    words = made.words
    lines: list[Text] = [plain(words.say("scale", "0 is none, 10 is the worst I can imagine."))]
    for symptom in sorted(made.journal.of(Symptom), key=_own_order):
        if symptom.anchors and symptom.merged_into is None:
            anchors = sorted(symptom.anchors, key=lambda anchor: anchor.severity)
            said = "; ".join(
                words.say("scale.anchor", "my {level}: {words}", level=anchor.severity, words=anchor.words)
                for anchor in anchors
            )
            lines.append((bold(f"{symptom.name}:"), facts(f" {said}")))
    return Block(heading=words.say("heading.scale", "My scale"), lines=tuple(lines), listed=len(lines) > 1)


def _own_order(symptom: Symptom) -> tuple[object, ...]:
    return (symptom.order, symptom.name.casefold(), symptom.id)


def _how_often(made: Material) -> Block | None:
    """Notes a week over the last 12 months, or over the time written about if that is shorter."""
    since = year_before(made.today)
    noted = [day for day in noted_days(made.journal) if since < day <= made.today]
    if not noted:
        return None
    weeks = max(1, round(((made.today - min(noted)).days + 1) / _WEEK))
    count = max(1, round(len(noted) / weeks))
    text = made.words.count(
        "writing.often", "I write on about {n} day a week.", "I write on about {n} days a week.", count
    )
    return Block(heading=made.words.say("heading.often", "How often"), lines=(plain(text),))


def _no_notes(made: Material) -> Block | None:
    """Every gap of 14 days and more; one that holds something left out is not named."""
    found = gaps(made)
    if not found:
        return None
    lines = tuple(plain(made.words.span(gap.first, gap.last)) for gap in reversed(found))
    heading = made.words.say("heading.no_notes", "Times without notes")
    return Block(heading=heading, lines=lines, listed=len(lines) > 1)


def every_reading(made: Material) -> Section | None:
    """Date, when in the day, symptom, 0 to 10, impact, note: one symptom after the other, newest first."""
    if not made.choice.every_reading:
        return None
    entries = sorted(made.journal.of(SymptomEntry), key=lambda entry: _reading_order(entry, made))
    rows = [_reading(entry, made) for entry in entries]
    good = [day for day in made.journal.of(Day) if day.day is DayKind.NO_SYMPTOMS]
    rows += [
        _good(day, made) for day in sorted(good, key=lambda day: (-day.when.earliest.toordinal(), day.id))
    ]
    if not rows:
        return None
    words = made.words
    table = Table(
        heading=words.say("column.date", "Date"),
        corner=words.say("corner.date", "Date"),
        heads=(
            words.say("column.part", "When in the day"),
            words.say("column.symptom", "Symptom"),
            words.say("column.level", "0 to 10"),
            words.say("column.impact", "Impact"),
            words.say("column.note", "Note"),
        ),
        widths=_WIDTHS,
        rows=tuple(rows),
        small=True,
    )
    title = words.say("title.every_reading", "Every reading")
    return Section(title=title, parts=(table,), new_page=False)


def _symptom_name(entry: SymptomEntry, made: Material) -> str:
    symptom = made.journal.symptom(entry.symptom)
    return symptom.name if symptom else ""


def _reading_order(entry: SymptomEntry, made: Material) -> tuple[object, ...]:
    at = entry.when.at
    minutes = at.hour * 60 + at.minute if at else 0
    name = _symptom_name(entry, made)
    return (
        name.casefold(),
        name,
        -entry.when.earliest.toordinal(),
        -minutes,
        entry.when.part or "",
        entry.id,
    )


def _reading(entry: SymptomEntry, made: Material) -> Row:
    words = made.words
    impact = words.say("impact", str(entry.impact)) if entry.impact else ""
    level = "" if entry.severity is None else str(entry.severity)
    note = "; ".join(text for text in (entry.could_not, entry.note) if text)
    note = shortened(note, CELL)
    cells = (_part(entry, made), _symptom_name(entry, made), level, impact, note)
    return Row(head=(bold(words.short_when(entry.when)),), cells=tuple(plain(cell) for cell in cells))


def _part(entry: SymptomEntry, made: Material) -> str:
    if entry.when.at is not None:
        return made.words.time(entry.when.at)
    return _part_words(entry.when.part, made) if entry.when.part else ""


def _part_words(part: PartOfDay, made: Material) -> str:
    return made.words.say("part of day", str(part))


def _good(day: Day, made: Material) -> Row:
    said = made.words.say("reading.none", "No symptoms")
    cells = ("", said, "", "", shortened(day.note, CELL))
    return Row(head=(bold(made.words.short_when(day.when)),), cells=tuple(plain(cell) for cell in cells))
