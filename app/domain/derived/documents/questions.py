"""Page 3's questions for the reader, and what there is time for if there is time."""

from app.domain.derived.document import QUESTIONS, Ask, Asks, Block, plain
from app.domain.derived.documents.material import Material
from app.domain.derived.documents.top import if_there_is_time
from app.domain.derived.questions_open import ForReader, OpenQuestion, for_reader
from app.domain.derived.shortening import CELL, shortened

MOST = 12
_TWICE = 2


def my_questions(made: Material) -> Asks | None:
    """The twelve that come first: must-answer in bold, then by times asked, then oldest."""
    found = for_reader(made.journal, made.choice.for_clinician, made.today)
    return _asks(found, found.asks[:MOST], made, more=False) if found.asks or found.others else None


def more_questions(made: Material) -> Asks | None:
    """What is beyond the twelve, on page 4."""
    found = for_reader(made.journal, made.choice.for_clinician, made.today)
    return _asks(found, found.asks[MOST:], made, more=True) if found.asks[MOST:] else None


def _asks(found: ForReader, shown: tuple[OpenQuestion, ...], made: Material, *, more: bool) -> Asks:
    words = made.words
    lead = words.say("questions.lead", "In bold: please answer today.")
    return Asks(
        heading=_heading(made, more=more),
        lead=lead if any(item.must for item in shown) else "",
        asks=tuple(
            Ask(text=shortened(item.text, CELL), must=item.must, aside=_aside(item, made)) for item in shown
        ),
        after="" if more else _also_open(found, made),
        anchor="" if more else QUESTIONS,
    )


def _heading(made: Material, *, more: bool) -> str:
    words = made.words
    if more:
        return words.say("heading.more_questions", "More questions")
    if made.reader is None:
        return words.say("heading.questions", "My questions")
    return words.say("heading.questions.for", "My questions for {name}", name=made.reader.called)


def _aside(item: OpenQuestion, made: Material) -> str:
    """How often and of whom ("asked twice, Dr Osei"); the reader's own name is not needed."""
    words = made.words
    if not item.times_asked:
        return words.say("question.new", "new")
    if item.times_asked == _TWICE:
        said = words.say("question.twice", "asked twice")
    else:
        said = words.count("question.asked", "asked once", "asked {n} times", item.times_asked)
    others = [made.named(key) for key in item.asked_of if key != made.choice.for_clinician]
    return ", ".join([said, *(name for name in others if name)])


def _also_open(found: ForReader, made: Material) -> str:
    """How many wait for others: "Also open: 2 questions for Dr Osei, 1 for Dr Lindqvist."."""
    if not found.others:
        return ""
    words = made.words
    parts: list[str] = []
    for clinician, count in found.others:
        if parts:
            parts.append(words.say("questions.also.next", "{n} for {name}", n=count, name=clinician.called))
        else:
            parts.append(
                words.count(
                    "questions.also.first",
                    "{n} question for {name}",
                    "{n} questions for {name}",
                    count,
                    name=clinician.called,
                )
            )
    return words.say("questions.also", "Also open: {questions}.", questions=", ".join(parts))


def time_allowing(made: Material) -> Block | None:
    """Concerns beyond the top three."""
    found = if_there_is_time(made)
    if not found:
        return None
    heading = made.words.say("heading.if_time", "If there is time")
    return Block(heading=heading, lines=tuple(plain(text) for text in found), listed=len(found) > 1)
