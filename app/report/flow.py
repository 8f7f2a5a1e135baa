"""From pieces to pages: what stands where, and where pages break (document.md 9)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from app.report.tagging import Pen

Draw = Callable[[Pen, float, float], None]  # pen, left edge, top; points from the sheet's lower left corner
LAST_LINES = 4 * 13.0  # a last page with less on it is spared if blank space can be given up


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Something of a height that is drawn in one go, across the text width.

    `above`: blank space over it, given up at the top of a page. `keep`: never last on a page. `head`: drawn
    over it where a page begins with it. `trail`: blank at its foot, which may hang out of the page. `cut`:
    what of it fits into a height, and the rest; None if nothing. `loose`: may be cut wherever a page ends;
    else only where it is longer than a page. `spare`: left out where the page has no room for it.
    """

    height: float
    draw: Draw
    above: float = 0.0
    trail: float = 0.0
    keep: bool = False
    loose: bool = False
    starts_page: bool = False
    spare: bool = False
    head: "Piece | None" = None
    cut: "Callable[[float], tuple[Piece, Piece] | None] | None" = None
    anchor: str = ""
    bookmark: tuple[int, str] | None = None  # depth from 0, words


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and how far its top is below the text's top edge."""

    piece: Piece
    down: float


Page = list[Placed]


def paginate(pieces: Iterable[Piece], height: float) -> list[Page]:
    """Pages of at most `height` points; blank space is given up where it saves a nearly empty last page."""
    pieces = list(pieces)
    pages = _pages(pieces, height)
    if len(pages) > 1 and _used(pages[-1]) < LAST_LINES:
        tight = _pages([replace(piece, above=piece.above / 2) for piece in pieces], height)
        if len(tight) < len(pages):
            return tight
    return pages


def height_of(pieces: list[Piece]) -> float:
    """Of pieces one under the other on one page, without the blank at the foot of the last."""
    total = 0.0
    for number, piece in enumerate(pieces):
        total += piece.height + (piece.above if number else 0.0)
    return total - (pieces[-1].trail if pieces else 0.0)


def _used(page: Page) -> float:
    return max((placed.down + placed.piece.height for placed in page), default=0.0)


class _Pages:
    """The pages so far, and how much of the last is used."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.pages: list[Page] = [[]]
        self.used = 0.0

    @property
    def fresh(self) -> bool:
        return not self.pages[-1]

    def full(self, piece: Piece) -> float:
        """What a page has for a piece that begins it."""
        return self.height - (piece.head.height if piece.head is not None else 0.0)

    def room(self, piece: Piece) -> float:
        if self.fresh and len(self.pages) > 1:
            return self.full(piece)
        return self.height - self.used - (0.0 if self.fresh else piece.above)

    def turn(self) -> None:
        self.pages.append([])
        self.used = 0.0

    def add(self, piece: Piece) -> None:
        if self.fresh and piece.head is not None and len(self.pages) > 1:
            self._put(piece.head)
        self._put(piece)

    def _put(self, piece: Piece) -> None:
        down = self.used + (0.0 if self.fresh else piece.above)
        self.pages[-1].append(Placed(piece, down))
        self.used = down + piece.height


def _pages(pieces: list[Piece], height: float) -> list[Page]:
    pages = _Pages(height)
    for group in _groups(pieces):
        if group[0].starts_page and not pages.fresh:
            pages.turn()
        if _height(group, fresh=pages.fresh) > pages.height - pages.used + 0.01 and not _begins(pages, group):
            if group[0].spare:
                continue
            pages.turn()
        for number, piece in enumerate(group):
            _place(pages, piece, height_of(group[:number]))
    return [page for page in pages.pages if page]


def _height(group: list[Piece], *, fresh: bool) -> float:
    return height_of(group) + (0.0 if fresh else group[0].above)


def _begins(pages: _Pages, group: list[Piece]) -> bool:
    """Whether a group that does not fit begins on this page all the same."""
    if pages.fresh:
        return True
    last = group[-1]
    if not last.loose or last.cut is None:
        return False
    before = _height(group[:-1], fresh=False) if group[:-1] else 0.0
    return last.cut(pages.room(last) - before) is not None


def _place(pages: _Pages, piece: Piece, kept: float) -> None:
    """Put a piece down, in parts where it is longer than a page beside the `kept` height over it."""
    rest: Piece | None = piece
    while rest is not None:
        room = pages.room(rest)
        if rest.height - rest.trail <= room + 0.01:
            pages.add(rest)
            return
        splits = rest.loose or rest.height > pages.full(rest) - kept
        parts = rest.cut(room) if rest.cut and splits else None
        if parts is None and not pages.fresh:
            pages.turn()
            continue
        head = rest.head
        first, rest = parts or (rest, None)
        pages.add(replace(first, head=head))
        rest = replace(rest, head=head) if rest else None
        if rest is not None:
            pages.turn()


def _groups(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Pieces that stay together."""
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keep:
            yield group
            group = []
    if group:
        yield group
