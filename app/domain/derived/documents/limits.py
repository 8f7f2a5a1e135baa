"""What Share says before saving where a text is longer than the page has room for (document.md 7)."""

from app.domain.derived.about_story import printed_part
from app.domain.derived.documents.material import Material
from app.domain.derived.documents.top import MOST_CONCERNS, about, concern_lines, visit_needs
from app.domain.records import TurningPoint
from app.domain.records.person import Topic

CONCERN, HOPE, MATTERS, TALK, TURN, STORY = 110, 60, 130, 90, 60, 1_800  # characters


def limits(made: Material) -> tuple[str, ...]:
    """One sentence for each part that is longer than its limit; nothing is cut behind the person's back."""
    words = made.words
    lines = concern_lines(made)[:MOST_CONCERNS]
    matters = " ".join(item.text for item in about(made, Topic.MATTERS, Topic.WONT_TRADE))
    talk = " ".join(item.text for item in visit_needs(made)[0])
    story = max((len(printed_part(item)) for item in about(made, Topic.STORY)), default=0)
    turns = max((len(turn.text) for turn in made.journal.of(TurningPoint)), default=0)
    concerns = words.say("limit.concern", "A concern")
    hopes = words.say("limit.hope", "A hope")
    found = (
        (concerns, max((len(line.text) for line in lines), default=0), CONCERN),
        (hopes, max((len(line.hope) for line in lines), default=0), HOPE),
        (words.say("heading.matters", "What matters to me"), len(matters), MATTERS),
        (words.say("heading.talk", "How to talk with me"), len(talk), TALK),
        (words.say("limit.turn", "A line of my story"), turns, TURN),
        (words.say("heading.my_words", "My story in my words"), story, STORY),
    )
    return tuple(_sentence(name, length, limit, made) for name, length, limit in found if length > limit)


def _sentence(name: str, length: int, limit: int, made: Material) -> str:
    return made.words.say(
        "limit.too_long",
        "{part} has {n} characters. The page has room for {limit}.",
        part=name,
        n=made.words.number(length),
        limit=made.words.number(limit),
    )
