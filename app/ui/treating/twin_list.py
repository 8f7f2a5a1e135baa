"""Pictures of the Treatments page as ordinary lists with the same facts."""

from app.domain.derived.treatments.lanes import LaneRow, Lanes
from app.i18n import Words
from app.ui.widgets.record_row import RecordRow


def twin_rows(pairs: tuple[tuple[str, str], ...]) -> tuple[RecordRow, ...]:
    """What stands at the left of a picture, and what was read there."""
    return tuple(
        RecordRow(key=f"{place}", title=value, when=what, spoken=f"{what}, {value}")
        for place, (what, value) in enumerate(pairs)
    )


def lane_rows(lanes: Lanes, words: Words) -> tuple[RecordRow, ...]:
    """The swimlanes as a list, under the same headings."""
    groups = (
        (words.say("lanes.now", "Taking now"), lanes.now),
        (words.say("lanes.coming", "To begin later"), lanes.coming),
        (words.say("lanes.stopped", "Tried and stopped"), lanes.stopped),
    )
    rows: list[RecordRow] = []
    for heading, group in groups:
        if group:
            rows += [RecordRow(title=heading, heading=True), *(_lane_row(row) for row in group)]
    if lanes.nothing_stopped:
        none = words.say("lanes.none_stopped", "Nothing stopped yet.")
        rows.append(
            RecordRow(title=words.say("lanes.stopped", "Tried and stopped"), count=none, heading=True)
        )
    return tuple(rows)


def _lane_row(row: LaneRow) -> RecordRow:
    return RecordRow(key=row.key, title=row.name, note=row.about, spoken=row.spoken)
