"""Where pages break."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.report.flow import Piece, height_of, paginate
from app.report.tagging import Pen

HEIGHT = 100.0


def nothing(pen: Pen, left: float, top: float) -> None:
    """Draws nothing."""
    del pen, left, top


def piece(height: float, **more: bool) -> Piece:
    return Piece(height=height, draw=nothing, **more)  # type: ignore[arg-type]  # only switches are passed


def lines(height: float, *, loose: bool) -> Piece:
    """A piece that can be cut every 10 points."""

    def cut(room: float) -> tuple[Piece, Piece] | None:
        first = room // 10 * 10
        return (lines(first, loose=loose), lines(height - first, loose=loose)) if 0 < first < height else None

    return Piece(height=height, draw=nothing, cut=cut, loose=loose)


def heights(pieces: list[Piece]) -> list[list[float]]:
    return [[placed.piece.height for placed in page] for page in paginate(pieces, HEIGHT)]


def test_a_piece_that_does_not_fit_begins_the_next_page() -> None:
    assert heights([piece(60), piece(50), piece(30)]) == [[60], [50, 30]]


def test_a_heading_goes_with_what_follows() -> None:
    assert heights([piece(80), piece(15, keep=True), piece(10)]) == [[80], [15, 10]]


def test_a_row_longer_than_a_page_is_cut_and_a_shorter_one_is_not() -> None:
    assert heights([piece(60), lines(90, loose=False)]) == [[60], [90]]
    assert heights([piece(60), lines(150, loose=False), piece(60)]) == [[60], [100], [50], [60]]


def test_prose_goes_on_over_the_page() -> None:
    assert heights([piece(60), lines(120, loose=True), piece(60)]) == [[60, 40], [80], [60]]


def test_a_page_begins_where_it_is_asked_to() -> None:
    assert heights([piece(10), piece(60, starts_page=True)]) == [[10], [60]]
    assert heights([piece(60, starts_page=True)]) == [[60]]


def test_a_head_is_drawn_again_over_what_begins_a_page() -> None:
    head = piece(7)
    rows = [replace(piece(40), head=head) for _ in range(5)]
    assert heights(rows) == [[40, 40], [7, 40, 40], [7, 40]]


def test_blank_space_is_given_up_to_spare_an_almost_empty_page() -> None:
    apart = [replace(piece(30), above=8.0) for _ in range(3)]
    assert heights(apart) == [[30, 30, 30]]
    assert heights([*apart, replace(piece(95), above=8.0)])[1:] == [[30], [95]]


@given(
    st.lists(
        st.tuples(st.floats(1, 300), st.booleans(), st.booleans(), st.floats(0, 20)), min_size=1, max_size=40
    )
)
def test_nothing_is_lost_and_no_page_is_empty(asked: list[tuple[float, bool, bool, float]]) -> None:
    pieces = [
        replace(lines(height, loose=loose), keep=keep, above=above) for height, keep, loose, above in asked
    ]
    pages = paginate(pieces, HEIGHT)
    assert all(pages)
    assert (
        abs(sum(placed.piece.height for page in pages for placed in page) - sum(h for h, *_ in asked)) < 0.01
    )
    tall = [page for page in pages if page[-1].down + page[-1].piece.height > HEIGHT + 0.02]
    assert [page for page in tall if page[-1].piece.height > 10 and len(page) > 1] == []
    assert height_of(pieces) >= sum(height for height, *_ in asked) - 0.01
