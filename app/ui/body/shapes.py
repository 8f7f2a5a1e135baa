"""The outlines of the places of the body, in a figure 100 wide and 232 high.

Sides are drawn at the viewer's left and mirrored for the other one.
"""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from app.domain.derived.symptoms.body import Area

WIDE, HIGH = 100, 232
_Points = tuple[tuple[int, int], ...]

_MIDDLE: dict[str, _Points] = {
    "forehead": ((43, 3), (50, 1), (57, 3), (61, 8), (62, 15), (38, 15), (39, 8)),
    "face": ((38, 15), (62, 15), (61, 22), (59, 26), (41, 26), (39, 22)),
    "jaw": ((41, 26), (59, 26), (56, 31), (52, 34), (48, 34), (44, 31)),
    "throat": ((45, 32), (55, 32), (57, 40), (43, 40)),
    "upper belly": ((34, 66), (66, 66), (64, 85), (36, 85)),
    "lower belly": ((36, 85), (64, 85), (68, 104), (32, 104)),
    "back of the head": (
        (43, 3),
        (50, 1),
        (57, 3),
        (61, 8),
        (62, 16),
        (59, 26),
        (54, 31),
        (46, 31),
        (41, 26),
        (38, 16),
        (39, 8),
    ),
    "neck": ((45, 31), (55, 31), (57, 40), (43, 40)),
    "middle of the back": ((34, 66), (66, 66), (64, 85), (36, 85)),
    "lower back": ((36, 85), (64, 85), (68, 102), (32, 102)),
}
_SIDE: dict[str, _Points] = {
    "shoulder": ((43, 40), (33, 41), (26, 46), (23, 57), (33, 57), (36, 48)),
    "chest": ((43, 40), (50, 40), (50, 66), (34, 66), (33, 57), (36, 48)),
    "upper arm": ((23, 57), (33, 57), (30, 81), (20, 81)),
    "forearm": ((20, 81), (30, 81), (25, 107), (16, 107)),
    "wrist": ((16, 107), (25, 107), (24, 115), (14, 115)),
    "hand": ((14, 115), (24, 115), (24, 126), (20, 135), (14, 136), (10, 131), (10, 122)),
    "groin": ((32, 104), (50, 104), (50, 119), (31, 116)),
    "thigh": ((31, 116), (50, 119), (48, 151), (32, 151)),
    "knee": ((32, 151), (48, 151), (47, 167), (34, 167)),
    "shin": ((34, 167), (47, 167), (45, 204), (37, 204)),
    "ankle": ((37, 204), (45, 204), (46, 213), (36, 213)),
    "foot": ((36, 213), (46, 213), (47, 226), (44, 229), (30, 229), (28, 225)),
    "shoulder blade": ((43, 40), (50, 40), (50, 66), (34, 66), (33, 57), (23, 57), (26, 46), (33, 41)),
    "elbow": ((21, 74), (31, 74), (29, 88), (19, 88)),
    "buttock": ((32, 102), (50, 102), (50, 123), (30, 123)),
    "back of the thigh": ((30, 123), (50, 123), (48, 156), (33, 156)),
    "calf": ((33, 156), (48, 156), (45, 206), (37, 206)),
    "heel": ((37, 206), (45, 206), (47, 222), (44, 227), (37, 227), (34, 222)),
}
_BEHIND = ("upper arm", "forearm", "wrist", "hand")
"""What the back shows too, but is named on the front."""


def outline(area: Area) -> QPolygonF:
    """The outline of a place. The person's right is at the viewer's left in front, at the right behind."""
    points = _SIDE.get(area.part) or _MIDDLE[area.part]
    mirrored = area.side == ("right" if area.back else "left")
    return _polygon(points, mirrored=mirrored)


def silhouette() -> tuple[QPolygonF, ...]:
    """What belongs to the figure from behind without being a place of it."""
    return tuple(_polygon(_SIDE[part], mirrored=side) for part in _BEHIND for side in (False, True))


def rounded(shape: QPolygonF, share: float = 0.18) -> QPainterPath:
    """The outline with its corners cut round, by a share of the sides that meet there."""
    path = QPainterPath()
    points = [shape.at(at) for at in range(shape.size())]
    for at, corner in enumerate(points):
        before, after = points[at - 1], points[(at + 1) % len(points)]
        start, end = corner + (before - corner) * share, corner + (after - corner) * share
        if at:
            path.lineTo(start)
        else:
            path.moveTo(start)
        path.quadTo(corner, end)
    path.closeSubpath()
    return path


def _polygon(points: _Points, *, mirrored: bool) -> QPolygonF:
    return QPolygonF([QPointF(WIDE - x if mirrored else x, y) for x, y in points])
