"""The marks of the dated notes: small shapes that also a photocopy keeps apart."""

from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from app.domain.derived.document import DatedNote, NoteMark
from app.domain.records.treatments import TreatmentKind
from app.report import style

_Mark = Callable[[Canvas, float, float], None]


def draw(canvas: Canvas, note: DatedNote, x: float, y: float) -> None:
    """Draw a note's mark around a point. A gap has none."""
    if note.mark is NoteMark.TREATMENT:
        treatment(canvas, note.pattern, x, y)
    elif note.mark in _MARKS:
        _MARKS[note.mark](canvas, x, y)
    style.fill(canvas)


def treatment(canvas: Canvas, kind: str, x: float, y: float) -> None:
    """A short bar in the pattern of the treatment's kind (document.md 3.2)."""
    if kind == TreatmentKind.PROCEDURE:
        _diamond(canvas, x, y, 3.6, filled=True)
        return
    solid = kind in ("", TreatmentKind.PRESCRIBED)
    _box(canvas, x, y, (7.5, 6.0), solid=solid)
    if not solid:
        canvas.saveState()
        clip = canvas.beginPath()
        clip.rect(x - 3.75, y - 3.0, 7.5, 6.0)
        canvas.clipPath(clip, stroke=0, fill=0)
        _pattern(canvas, kind, x, y)
        canvas.restoreState()
        _outline(canvas, x, y)


def _box(canvas: Canvas, x: float, y: float, size: tuple[float, float], *, solid: bool) -> None:
    style.fill(canvas, style.PINE if solid else None, grey=1.0)
    canvas.rect(x - size[0] / 2, y - size[1] / 2, *size, stroke=0, fill=1)


def _outline(canvas: Canvas, x: float, y: float) -> None:
    style.stroke(canvas, 0.6, style.PINE)
    canvas.rect(x - 3.75, y - 3.0, 7.5, 6.0, stroke=1, fill=0)


def _pattern(canvas: Canvas, kind: str, x: float, y: float) -> None:
    """Clipped lines and dots; what has no pattern of its own stays white."""
    lines: list[tuple[float, float, float, float]] = []
    weight = 0.6
    if kind in (TreatmentKind.FROM_THE_SHOP, TreatmentKind.DEVICE):
        weight = 0.6 if kind == TreatmentKind.DEVICE else 1.5
        lines += [(x + d - 4, y - 4, x + d + 4, y + 4) for d in (-8, -4, 0, 4, 8)]
    if kind == TreatmentKind.DEVICE:
        lines += [(x + d - 4, y + 4, x + d + 4, y - 4) for d in (-8, -4, 0, 4, 8)]
    if kind == TreatmentKind.THERAPY:
        weight = 1.1
        lines += [(x + d, y - 4, x + d, y + 4) for d in (-3, 0, 3)]
    if kind == TreatmentKind.LIFESTYLE:
        weight = 0.8
        lines += [(x - 4, y + d, x + 4, y + d) for d in (-2.4, 0, 2.4)]
    style.stroke(canvas, weight, style.PINE)
    canvas.lines(lines)
    if kind == TreatmentKind.SUPPLEMENT:
        style.fill(canvas, style.PINE)
        for dx, dy in ((-2.4, -1.6), (0.8, -1.6), (-0.8, 1.6), (2.4, 1.6)):
            canvas.circle(x + dx, y + dy, 0.95, stroke=0, fill=1)


def _diamond(canvas: Canvas, x: float, y: float, half: float, *, filled: bool) -> None:
    path = canvas.beginPath()
    path.moveTo(x, y + half)
    for dx, dy in ((half, 0.0), (0.0, -half), (-half, 0.0)):
        path.lineTo(x + dx, y + dy)
    path.close()
    style.fill(canvas, grey=0.0 if filled else 1.0)
    style.stroke(canvas, 0.9)
    canvas.drawPath(path, stroke=1, fill=1)


def _visit(canvas: Canvas, x: float, y: float) -> None:
    style.fill(canvas)
    canvas.circle(x, y, 3.0, stroke=0, fill=1)


def _event(canvas: Canvas, x: float, y: float) -> None:
    _diamond(canvas, x, y, 3.2, filled=True)


def _emergency(canvas: Canvas, x: float, y: float) -> None:
    _diamond(canvas, x, y, 4.0, filled=False)
    style.stroke(canvas, 0.8)
    canvas.lines([(x - 1.6, y, x + 1.6, y), (x, y - 1.6, x, y + 1.6)])


def _symptom(canvas: Canvas, x: float, y: float) -> None:
    style.fill(canvas, style.PLUM_PALE)
    style.stroke(canvas, 0.3, style.PLUM_OUTLINE)
    canvas.rect(x - 2.0, y - 3.5, 4.0, 7.0, stroke=1, fill=1)
    style.fill(canvas, style.PLUM)
    canvas.rect(x - 3.3, y - 1.05, 6.6, 2.1, stroke=0, fill=1)


def _bad_day(canvas: Canvas, x: float, y: float) -> None:
    style.fill(canvas, style.PLUM)
    canvas.rect(x - 1.4, y - 3.5, 2.8, 7.0, stroke=0, fill=1)


def _question(canvas: Canvas, x: float, y: float) -> None:
    style.fill(canvas, grey=1.0)
    style.stroke(canvas, 0.9)
    canvas.rect(x - 2.8, y - 2.8, 5.6, 5.6, stroke=1, fill=1)


def _step(canvas: Canvas, x: float, y: float) -> None:
    style.stroke(canvas, 1.3)
    canvas.lines([(x - 3.0, y + 0.3, x - 0.8, y - 2.2), (x - 0.8, y - 2.2, x + 3.2, y + 3.0)])


def _note(canvas: Canvas, x: float, y: float) -> None:
    style.fill(canvas)
    canvas.circle(x, y, 1.4, stroke=0, fill=1)


_MARKS: dict[NoteMark, _Mark] = {
    NoteMark.VISIT: _visit,
    NoteMark.EVENT: _event,
    NoteMark.EMERGENCY: _emergency,
    NoteMark.SYMPTOM: _symptom,
    NoteMark.BAD_DAY: _bad_day,
    NoteMark.QUESTION: _question,
    NoteMark.STEP: _step,
    NoteMark.RESULT: _event,
    NoteMark.NOTE: _note,
}
