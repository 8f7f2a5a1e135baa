"""The lanes' labels at the left: seen as names, heard as one sentence each (document.md 8 and 10.1)."""

from dataclasses import dataclass

from app.domain.derived.document import Run
from app.domain.derived.timeline_geometry import TreatmentLane, VisitLane
from app.report.tagging import Element
from app.report.timeline_sheet import (
    BETWEEN_SYMPTOMS,
    DAYS,
    EVENTS,
    HEADING,
    HEADS,
    LABEL,
    LABEL_RIGHT,
    LANE,
    NO_NOTES,
    NOW_HEAD,
    STOPPED_HEAD,
    SYMPTOM,
    SYMPTOMS_HEAD,
    Sheet,
    one_line,
    put,
    put_left_of,
)
from app.report.typesetting import Layout

_TEXT_UP = 3.9  # a lane's words above its foot
_CAPTION = 10.6  # from a symptom's name to the line under it
_NAME_DOWN = 13.0
_DAYS_NAME_DOWN = 11.0
_VISIT_DOWN = 11.2
_GAP = 5.0
_CLEAR = 100.0  # a symptom's words stay clear of the figures of its axis


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A text of a label; `right`: it ends at the label column's right edge."""

    layout: Layout
    down: float
    right: bool = False


def draw_labels(sheet: Sheet, spoken: tuple[str, ...]) -> None:
    """Every label, from the top, as items of a list. Each reads as its sentence."""
    labels = [*_events(sheet), *_visits(sheet), *_now(sheet), *_symptoms(sheet), *_gaps(sheet)]
    labels += _stopped(sheet)
    with sheet.pen.inside(Element(kind="L")):
        for texts, sentence in zip(labels, spoken, strict=True):
            body = Element(kind="LBody", actual_text=sentence)
            with sheet.pen.inside(Element(kind="LI")), sheet.pen.mark(body):
                _draw(sheet, texts)


def _draw(sheet: Sheet, texts: list[_Text]) -> None:
    for text in texts:
        if text.right:
            put_left_of(sheet, text.layout, sheet.x(LABEL_RIGHT), sheet.y(text.down))
        else:
            put(sheet, text.layout, sheet.left, sheet.y(text.down))


def _line(sheet: Sheet, text: str, *, bold: bool = False, room: float = LABEL_RIGHT) -> Layout:
    return one_line(sheet.setter, text, LABEL, room, bold=bold)


def _events(sheet: Sheet) -> list[list[_Text]]:
    if not sheet.picture.events:
        return []
    layout = one_line(sheet.setter, sheet.picture.headings.events, HEADING, LABEL_RIGHT, bold=True)
    return [[_Text(layout=layout, down=HEADS + EVENTS / 2)]]


def _visits(sheet: Sheet) -> list[list[_Text]]:
    return [
        [_Text(layout=_visit_name(sheet, lane), down=sheet.plan.visits + at * LANE + _VISIT_DOWN)]
        for at, lane in enumerate(sheet.picture.visits)
    ]


def _visit_name(sheet: Sheet, lane: VisitLane) -> Layout:
    """The name in bold and what they are for; the latter is cut first."""
    name = one_line(sheet.setter, lane.name, LABEL, LABEL_RIGHT, bold=True)
    if not lane.aside:
        return name
    words = lane.aside.split(" ")
    for count in range(len(words), 0, -1):
        aside = " ".join(words[:count]).rstrip(",") + ("…" if count < len(words) else "")
        runs = (Run(text=lane.name, bold=True), Run(text=f" {aside}"))
        layout = sheet.setter.lay(runs, LABEL, LABEL_RIGHT)
        if len(layout.lines) == 1:
            return layout
    return name


def _now(sheet: Sheet) -> list[list[_Text]]:
    top = sheet.plan.now + NOW_HEAD
    return [_lane(sheet, lane, top, at) for at, lane in enumerate(sheet.picture.now)]


def _stopped(sheet: Sheet) -> list[list[_Text]]:
    top = sheet.plan.stopped + STOPPED_HEAD
    return [_lane(sheet, lane, top, at) for at, lane in enumerate(sheet.picture.stopped)]


def _lane(sheet: Sheet, lane: TreatmentLane, top: float, at: int) -> list[_Text]:
    """The name, and at the right edge the dose as far as the name leaves room."""
    down = top + (at + 1) * LANE - _TEXT_UP
    dose = _line(sheet, lane.dose, room=LABEL_RIGHT * 0.65)
    room = LABEL_RIGHT - (dose.width + _GAP if lane.dose else 0.0)
    name = _line(sheet, lane.name, bold=True, room=room)
    texts = [_Text(layout=name, down=down)]
    return [*texts, _Text(layout=dose, down=down, right=True)] if lane.dose else texts


def _symptoms(sheet: Sheet) -> list[list[_Text]]:
    picture = sheet.picture
    found = []
    for at, lane in enumerate(picture.symptoms):
        top = sheet.plan.symptoms + SYMPTOMS_HEAD + at * (SYMPTOM + BETWEEN_SYMPTOMS) + _NAME_DOWN
        found.append(_named(sheet, lane.name, (lane.caption, lane.anchor), top))
    for at, days in enumerate(picture.days):
        top = sheet.plan.days + at * (DAYS + BETWEEN_SYMPTOMS) + _DAYS_NAME_DOWN
        found.append(_named(sheet, days.name, (days.caption,), top))
    return found


def _named(sheet: Sheet, name: str, captions: tuple[str, ...], down: float) -> list[_Text]:
    texts = [_Text(layout=_line(sheet, name, bold=True, room=_CLEAR), down=down)]
    for at, caption in enumerate((text for text in captions if text), start=1):
        texts.append(_Text(layout=_line(sheet, caption, room=_CLEAR), down=down + at * _CAPTION))
    return texts


def _gaps(sheet: Sheet) -> list[list[_Text]]:
    if not sheet.picture.gaps:
        return []
    layout = _line(sheet, sheet.picture.headings.no_notes, bold=True)
    return [[_Text(layout=layout, down=sheet.plan.no_notes + NO_NOTES - 4.4)]]
