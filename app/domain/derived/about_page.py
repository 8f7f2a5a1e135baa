"""What the page About me shows in the person's own words: what to know, goals, what happened in life."""

from dataclasses import dataclass

from app.domain.journal import Journal
from app.domain.records import AboutMe, Contact, Event, Goal
from app.domain.records.events import EventKind
from app.domain.records.person import GoalState, Topic
from app.domain.records.record import Mark, RecordId, Sharing
from app.domain.wording import Phrase, Wording

INVOLVE = "involve"
"""The row of whom to involve, which is told by the people themselves."""

PRIVATE_TOPICS = frozenset({Topic.FEAR, Topic.CONTEXT, Topic.USUALLY_LEFT_OUT})
"""What is private from the first word on, until the person shares it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutLine:
    """One row: what it is called, the person's words, and the question it asks while there are none."""

    key: str
    title: str
    question: str
    text: str = ""
    marked: str = ""
    private: bool = False
    spoken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutItem:
    """One goal, or one thing that happened."""

    key: RecordId
    text: str
    note: str
    pill: str
    spoken: str


def about_of(journal: Journal, topic: Topic) -> AboutMe | None:
    """What the person wrote about a topic."""
    found = [about for about in journal.of(AboutMe) if about.topic is topic]
    return min(found, key=lambda about: (about.order, about.id), default=None)


def about_lines(journal: Journal, words: Wording, *, everything: bool) -> tuple[AboutLine, ...]:
    """The rows in their order. What is seldom asked is there once it is written, or with `everything`."""
    lines: list[AboutLine] = []
    for topic, name, question, always in _ROWS:
        about = about_of(journal, topic)
        if always or everything or (about is not None and about.text):
            lines.append(_line(journal, topic, name, question, words))
    place = next((n for n, line in enumerate(lines) if line.key == Topic.HELPS), len(lines) - 1)
    lines.insert(place + 1, _whom_to_involve(journal, words))
    return tuple(lines)


def topic_name(topic: Topic, words: Wording) -> str:
    """What a topic is called."""
    names = {row: name for row, name, *_ in _ROWS}
    return words.say(*names.get(topic, Phrase("about.row.story", "My story")))


def goals(journal: Journal, words: Wording) -> tuple[AboutItem, ...]:
    """Goals that go on first. None has ever come to nothing: it goes on, was reached, changed or let go."""
    found = sorted(journal.of(Goal), key=lambda goal: (_ORDER[goal.state], goal.written, goal.id))
    return tuple(_goal(journal, goal, words) for goal in found)


def goal_states(words: Wording) -> dict[GoalState, str]:
    """What a goal can be, in words."""
    return {state: words.say(*phrase) for state, phrase in _STATES.items()}


def life_events(journal: Journal, words: Wording) -> tuple[AboutItem, ...]:
    """What changed life, the newest first."""
    found = [event for event in journal.of(Event) if event.event is EventKind.LIFE_CHANGE]
    found.sort(
        key=lambda event: (event.when.sort_key if event.when is not None else (), event.id), reverse=True
    )
    return tuple(_event(event, words) for event in found)


def marked(journal: Journal, sharing: Sharing, words: Wording) -> str:
    """That something is private, or whom it is kept from; nothing for what may be shared."""
    if sharing.mark is Mark.PRIVATE:
        return words.say("sharing.private", "private")
    names = tuple(found.called for key in sharing.not_with if (found := journal.clinician(key)))
    return words.say("sharing.not_with", "not with {names}", names=words.listing(names)) if names else ""


def _line(journal: Journal, topic: Topic, name: Phrase, question: Phrase, words: Wording) -> AboutLine:
    about = about_of(journal, topic)
    title, asked = words.say(*name), words.say(*question)
    if about is None or not about.text:
        return AboutLine(key=topic, title=title, question=asked, spoken=f"{title}, {asked}")
    mark = marked(journal, about.sharing, words)
    because = words.say("about.because_of", "Because: {words}", words=about.because) if about.because else ""
    text = "\n".join(part for part in (about.text, because) if part)
    wrote = words.say("spoken.wrote", "you wrote {words}", words=about.text)
    return AboutLine(
        key=topic,
        title=title,
        question=asked,
        text=text,
        marked=mark,
        private=about.sharing.mark is Mark.PRIVATE,
        spoken=", ".join(part for part in (title, wrote, because, mark) if part),
    )


def _whom_to_involve(journal: Journal, words: Wording) -> AboutLine:
    title = words.say("about.row", "Who to involve")
    asked = words.say("about.question", "Who should be there, or be told?")
    people = sorted(journal.of(Contact), key=lambda contact: (contact.order, contact.name))
    told = [f"{one.name}: {one.involve}" for one in people if one.involve]
    text = "\n".join(told)
    spoken = (
        f"{title}, {words.say('spoken.wrote', 'you wrote {words}', words=text)}"
        if text
        else f"{title}, {asked}"
    )
    return AboutLine(key=INVOLVE, title=title, question=asked, text=text, spoken=spoken)


def _goal(journal: Journal, goal: Goal, words: Wording) -> AboutItem:
    pill = words.say(*_STATES[goal.state])
    clinician = journal.clinician(goal.shared_with)
    parts = [words.say("goal.with", "with {name}", name=clinician.called)] if clinician is not None else []
    if goal.look_again is not None:
        parts.append(words.say("goal.again", "look again {date}", date=words.when(goal.look_again)))
    note = ", ".join(parts)
    wrote = words.say("spoken.wrote", "you wrote {words}", words=goal.text)
    return AboutItem(
        key=goal.id,
        text=goal.text,
        note=note,
        pill=pill,
        spoken=", ".join(p for p in (wrote, pill, note) if p),
    )


def _event(event: Event, words: Wording) -> AboutItem:
    when = words.when(event.when) if event.when is not None else ""
    wrote = words.say("spoken.wrote", "you wrote {words}", words=event.title)
    spoken = ", ".join(part for part in (wrote, when) if part)
    return AboutItem(key=event.id, text=event.title, note=when, pill="", spoken=spoken)


_STATES = {
    GoalState.GOING: Phrase("goal.state.going", "going on"),
    GoalState.REACHED: Phrase("goal.state.reached", "reached"),
    GoalState.CHANGED: Phrase("goal.state.changed", "changed"),
    GoalState.RESTING: Phrase("goal.state.resting", "let go"),
}
_ORDER = {state: place for place, state in enumerate(_STATES)}

# What each row is called, the question it asks while it is empty, and whether it is always there.
_ROWS: tuple[tuple[Topic, Phrase, Phrase, bool], ...] = (
    (
        Topic.MATTERS,
        Phrase("about.row.matters", "What matters to me"),
        Phrase("about.question.matters", "What would you least want to lose?"),
        True,
    ),
    (
        Topic.HOPE,
        Phrase("about.row.hope", "What I hope for"),
        Phrase("about.question.hope", "What would a good year bring?"),
        True,
    ),
    (
        Topic.FEAR,
        Phrase("about.row.fear", "What I fear"),
        Phrase("about.question.fear", "What keeps you awake?"),
        True,
    ),
    (
        Topic.WONT_TRADE,
        Phrase("about.row.wont trade", "What I won’t trade"),
        Phrase("about.question.wont trade", "What must a treatment not take from you?"),
        True,
    ),
    (
        Topic.TALK,
        Phrase("about.row.talk", "How to talk with me"),
        Phrase("about.question.talk", "What helps you follow: choices, numbers, in writing?"),
        True,
    ),
    (
        Topic.VISIT_NEEDS,
        Phrase("about.row.visit needs", "What I need in a visit"),
        Phrase("about.question.visit needs", "Hearing, memory, someone with you?"),
        False,
    ),
    (
        Topic.EXAMINATION,
        Phrase("about.row.examination", "When I am examined"),
        Phrase("about.question.examination", "A chaperone, positions that hurt?"),
        False,
    ),
    (
        Topic.KNOWING,
        Phrase("about.row.knowing", "How much I want to know"),
        Phrase("about.question.knowing", "Numbers, outlook, all at once or bit by bit?"),
        False,
    ),
    (
        Topic.DECIDING,
        Phrase("about.row.deciding", "How I like to decide"),
        Phrase("about.question.deciding", "All choices, a recommendation, your own idea?"),
        False,
    ),
    (
        Topic.WORKING,
        Phrase("about.row.working", "How I like to work together"),
        Phrase("about.question.working", "What made it go well before?"),
        False,
    ),
    (
        Topic.HARD,
        Phrase("about.row.hard", "What is hard"),
        Phrase("about.question.hard", "Cost, getting there, caring for someone, shifts?"),
        True,
    ),
    (
        Topic.BODY,
        Phrase("about.row.body", "What I know about my body"),
        Phrase("about.question.body", "What have you learned that nobody told you?"),
        False,
    ),
    (
        Topic.BETTER,
        Phrase("about.row.better", "What better would look like"),
        Phrase("about.question.better", "What would you do on an ordinary day?"),
        False,
    ),
    (
        Topic.HELPS,
        Phrase("about.row.helps", "What helps on a bad day"),
        Phrase("about.question.helps", "What do you want to be reminded of?"),
        True,
    ),
    (
        Topic.CONTEXT,
        Phrase("about.row.context", "What else is going on"),
        Phrase("about.question.context", "Work, home, money, people: only if you want."),
        False,
    ),
)
