"""The top of page 1: why I am here, what matters to me, and what changes the visit itself."""

from dataclasses import replace

from app.domain.derived.document import ConcernLine, TopZone
from app.domain.derived.documents.material import Material, sentences
from app.domain.derived.documents.people import next_visit
from app.domain.derived.shortening import CELL, PASSAGE, shortened
from app.domain.records import AboutMe, Visit
from app.domain.records.person import Topic
from app.domain.records.record import ClinicianId
from app.domain.records.visits import Concern

MOST_CONCERNS = 3
TALK_LIMIT = 90  # characters
_FOR_THE_VISIT = (Topic.VISIT_NEEDS, Topic.EXAMINATION)


def top_zone(made: Material) -> TopZone:
    """The box with the top three concerns, and the margin column."""
    words = made.words
    concerns = concern_lines(made)[:MOST_CONCERNS]
    asides = {line.aside for line in concerns}
    shared = asides.pop() if len(asides) == 1 and len(concerns) > 1 else ""
    return TopZone(
        heading=words.say("heading.why", "Why I am here"),
        aside=words.say("concern.all_aside", "these are {aside}", aside=shared) if shared else _ours(made),
        concerns=tuple(replace(line, aside="") for line in concerns) if shared else concerns,
        nothing="" if concerns else words.say("why.nothing", "Please ask me."),
        margin=tuple(part for part in (_matters(made), _talk(made)) if part[1]),
    )


def _ours(made: Material) -> str:
    """When the reader is who is seen next: the care team, which says it of others, leaves the reader out."""
    coming = next_visit(made, made.reader.id) if made.reader else None
    day = coming.when.day if coming and coming.when else None
    if day is None or day == made.today:
        return ""
    return made.words.say("concern.our_visit", "for our visit on {date}", date=made.words.day(day))


def concern_lines(made: Material) -> tuple[ConcernLine, ...]:
    """Every concern: what this reader is asked comes first, else in the person's order."""
    visit = visit_ahead(made)
    found = _concerns(visit)
    mine = sorted(found, key=lambda item: item.for_clinician not in {None, made.choice.for_clinician})
    asides = [_aside(item, visit, made) for item in mine]
    pairs = zip(mine, asides, strict=True)
    return tuple(ConcernLine(text=item.text, hope=_hope(item, made), aside=aside) for item, aside in pairs)


def if_there_is_time(made: Material) -> tuple[str, ...]:
    """What did not make the top three."""
    visit = visit_ahead(made)
    more = tuple(line.text for line in concern_lines(made)[MOST_CONCERNS:])
    return (*more, *(item.text for item in (visit.if_there_is_time if visit else ())))


def visit_ahead(made: Material) -> Visit | None:
    """The visit whose concerns these are: with the reader if there is one, else the soonest with concerns."""
    coming = [visit for visit in made.journal.of(Visit) if _is_ahead(visit, made) and _concerns(visit)]

    def order(visit: Visit) -> tuple[object, ...]:
        other = visit.clinician != made.choice.for_clinician
        return (other, visit.when is None, visit.when.sort_key if visit.when else (), visit.id)

    return min(coming, key=order, default=None)


def _is_ahead(visit: Visit, made: Material) -> bool:
    return not visit.cancelled and (visit.when is None or visit.when.latest >= made.today)


def _concerns(visit: Visit | None) -> tuple[Concern, ...]:
    if visit is None:
        return ()
    if visit.concerns:
        return visit.concerns
    return (Concern(text=shortened(visit.main_thing, CELL)),) if visit.main_thing else ()


def _hope(item: Concern, made: Material) -> str:
    return made.words.say("concern.hope", "Hope: {hope}", hope=item.hope) if item.hope else ""


def _aside(item: Concern, visit: Visit | None, made: Material) -> str:
    """Whose it is, where it is meant for someone other than the reader: "for Dr Osei on 14 May"."""
    key: ClinicianId | None = item.for_clinician or (visit.clinician if visit else None)
    clinician = made.journal.clinician(key)
    if clinician is None or key == made.choice.for_clinician:
        return ""
    coming = next_visit(made, clinician.id)
    day = coming.when.day if coming and coming.when else None
    if day is None:
        return made.words.say("concern.for", "for {name}", name=clinician.called)
    date = made.words.day_in_year(day) if day.year == made.today.year else made.words.short_day(day)
    return made.words.say("concern.for.on", "for {name} on {date}", name=clinician.called, date=date)


def about(made: Material, *topics: Topic) -> tuple[AboutMe, ...]:
    """What the person wrote about themselves on these topics, in that order, then in their own."""
    found = [item for item in made.journal.of(AboutMe) if item.topic in topics and item.text.strip()]
    return tuple(sorted(found, key=lambda item: (topics.index(item.topic), item.order, item.id)))


def _matters(made: Material) -> tuple[str, str]:
    heading = made.words.say("heading.matters", "What matters to me")
    found = about(made, Topic.MATTERS, Topic.WONT_TRADE)
    texts = [shortened(item.text, PASSAGE) for item in found]
    return heading, sentences(texts) if len(texts) > 1 else "".join(texts)


def visit_needs(made: Material) -> tuple[tuple[AboutMe, ...], tuple[AboutMe, ...]]:
    """What changes the visit itself: what page 1 has room for, and the rest for page 4."""
    found = about(made, *_FOR_THE_VISIT)
    room, used = 0, 0
    for item in found:
        used += len(item.text) + 1
        if room and used > TALK_LIMIT:
            break
        room += 1
    return found[:room], found[room:]


def _talk(made: Material) -> tuple[str, str]:
    heading = made.words.say("heading.talk", "How to talk with me")
    return heading, sentences(shortened(item.text, PASSAGE) for item in visit_needs(made)[0])
