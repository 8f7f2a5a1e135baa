"""What the palette shows for what is typed: do, go to, and in your words, in the order of the door."""

from app.domain.derived.found_rows import FoundRow, found_row
from app.domain.derived.palette import Offer, fitting
from app.domain.derived.search import Search
from app.ui.desk import Desk
from app.ui.finding.passages import Passage
from app.ui.finding.rows import ALL, MEANT, NOTE, Row

MOST_TO_DO, MOST_PLACES, MOST_FOUND = 3, 3, 5


def rows_for(
    desk: Desk, there: tuple[Offer, ...], typed: str, search: Search | None, *, words_first: bool
) -> tuple[Row, ...]:
    """Every row for what is typed. `search` is None while it is still being looked for."""
    fits = fitting(there, typed)
    doing = _offered(desk, [offer for offer in fits if not offer.goes][:MOST_TO_DO], goes=False)
    going = _offered(desk, [offer for offer in fits if offer.goes][:MOST_PLACES], goes=True)
    said = _in_words(desk, typed, search)
    return (*said, *doing, *going) if words_first else (*doing, *going, *said)


def nothing_found(desk: Desk, search: Search) -> str:
    """The sentence for words that are nowhere as typed."""
    say = desk.words.say
    if search.meant:
        return say(
            "find.meant",
            'Nothing found for "{typed}". Did you mean {meant}?',
            typed=search.query.strip(),
            meant=search.meant,
        )
    return say("find.nothing", 'Nothing found for "{typed}".', typed=search.query.strip())


def row_of(desk: Desk, found: FoundRow) -> Row:
    """Something found, in one row."""
    passage = Passage(before=found.before, words=found.passage, at=found.at)
    spoken = desk.words.say("find.spoken", "In your words: {what}", what=found.spoken)
    return Row(
        passage=passage, spoken=spoken, icon=found.icon, private=found.private, day=found.day, found=found
    )


def _offered(desk: Desk, offers: list[Offer], *, goes: bool) -> tuple[Row, ...]:
    if not offers:
        return ()
    say = desk.words.say
    title = say("palette.go", "Go to") if goes else say("palette.do", "Do")
    rows = []
    for offer in offers:
        passage = Passage(before=offer.text)
        spoken = say("palette.row", "{group}: {what}", group=title, what=offer.text)
        rows.append(Row(passage=passage, spoken=spoken, icon=offer.icon, offer=offer))
    return (_heading(title), *rows)


def _in_words(desk: Desk, typed: str, search: Search | None) -> tuple[Row, ...]:
    if not typed.strip():
        return ()
    words = desk.words
    if search is None:
        return (_remark(words.say("find.further", "Looking further back…")),)
    note = words.say("find.note", "Write it as a note")
    noted = Row(passage=Passage(before=note), spoken=_do(desk, note), icon="note-pencil", means=NOTE)
    if not search.count:
        return (_remark(nothing_found(desk, search)), noted)
    heading = _heading(
        words.count("palette.words", "In your words: {n} place", "In your words: {n} places", search.count)
    )
    found = (found_row(desk.snapshot, one, desk.today(), words) for one in search.found[:MOST_FOUND])
    rows = tuple(row_of(desk, one) for one in found)
    if search.meant:
        meant = nothing_found(desk, search)
        asked = Row(passage=Passage(before=meant), spoken=meant, icon="magnifying-glass", means=MEANT)
        return (asked, noted, heading, *rows, *_see_all(desk, search))
    return (heading, *rows, *_see_all(desk, search))


def _see_all(desk: Desk, search: Search) -> tuple[Row, ...]:
    if search.count <= MOST_FOUND:
        return ()
    text = desk.words.say("palette.all", "See all {n}", n=desk.words.number(search.count))
    return (Row(passage=Passage(before=text), spoken=text, icon="magnifying-glass", means=ALL),)


def _do(desk: Desk, text: str) -> str:
    return desk.words.say(
        "palette.row", "{group}: {what}", group=desk.words.say("palette.do", "Do"), what=text
    )


def _heading(text: str) -> Row:
    return Row(passage=Passage(before=text), spoken=text, heading=True)


def _remark(text: str) -> Row:
    return Row(passage=Passage(before=text), spoken=text, remark=True)
