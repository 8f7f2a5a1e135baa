"""Page 1's safety lines: what is written, in short sentences, and what is not, by name (document.md 5.2)."""

from app.domain.derived.document import Block, Text, plain
from app.domain.derived.documents.material import Material, begun, ended
from app.domain.records import SafetyFact
from app.domain.records.person import SafetyAnswer, SafetyTopic

_FOR_IMMUNE = (SafetyTopic.VACCINES, SafetyTopic.INFECTIONS)
_STEMS = {SafetyTopic.PREGNANCY: "pregnan", SafetyTopic.SMOKING: "smok"}


def for_safety(made: Material) -> Block:
    """The written facts, then by name what is not written about; never cut."""
    asked = _asked(made)
    found = {fact.topic: fact for fact in sorted(made.journal.of(SafetyFact), key=_oldest_first)}
    kept = {item.record.topic for item in made.view.kept if isinstance(item.record, SafetyFact)}
    empty = [topic for topic in asked if topic not in found and topic not in kept]
    told = [found[topic] for topic in SafetyTopic if topic in found]
    said = " ".join((*_with_words(told, made), *_plain_answers(told, made)))
    lines = [plain(said)] if said else []
    if empty:
        names = ", ".join(topic_name(topic, made) for topic in empty)
        lines.append(plain(made.words.say("safety.empty", "I have not written about: {names}.", names=names)))
    lines += made.not_everything(SafetyFact)
    return Block(
        heading=made.words.say("heading.safety", "For safety"), lines=tuple(lines or [_nothing(made)])
    )


def _oldest_first(fact: SafetyFact) -> tuple[object, ...]:
    return (fact.written, fact.id)  # what was written last holds


def _nothing(made: Material) -> Text:
    """Every fact is said not to apply: nothing is left to print or to ask about."""
    return plain(made.words.say("safety.none", "Nothing that applies."))


def _asked(made: Material) -> tuple[SafetyTopic, ...]:
    person = made.person
    lowered = person is not None and person.immune_lowering
    return tuple(topic for topic in SafetyTopic if lowered or topic not in _FOR_IMMUNE)


def _with_words(told: list[SafetyFact], made: Material) -> list[str]:
    """Facts with own words in the order they are asked in; those with the same words share a sentence."""
    groups: dict[tuple[str, str], list[SafetyFact]] = {}
    for fact in told:
        if fact.words and fact.answer is not SafetyAnswer.DOES_NOT_APPLY:
            groups.setdefault((fact.words, _source(fact, made)), []).append(fact)
    return [_sentence(facts, source, made) for (_, source), facts in groups.items()]


def _source(fact: SafetyFact, made: Material) -> str:
    when = made.words.short_when(fact.told) if fact.told else ""
    return ", ".join(part for part in (made.named(fact.told_by_clinician), when) if part)


def _sentence(facts: list[SafetyFact], source: str, made: Material) -> str:
    said = ", ".join(part for part in (facts[0].words, source) if part)
    stem = _STEMS.get(facts[0].topic)
    if len(facts) == 1 and stem and stem in said.casefold():
        return ended(begun(said))
    if len(facts) == 1 and facts[0].topic is SafetyTopic.PREGNANCY:
        return ended(made.words.say("safety.pregnancy", "Pregnancy {words}", words=said))
    names = begun(", ".join(topic_name(fact.topic, made) for fact in facts))
    return ended(made.words.say("safety.fact", "{names}: {words}", names=names, words=said))


def _plain_answers(told: list[SafetyFact], made: Material) -> list[str]:
    """A bare yes each, then every bare no in one sentence."""
    words = made.words
    yes = [topic_name(fact.topic, made) for fact in told if _bare(fact, SafetyAnswer.YES)]
    no = sorted(topic_name(fact.topic, made) for fact in told if _bare(fact, SafetyAnswer.NO))
    said = [words.say("safety.yes", "{name}: yes.", name=begun(name)) for name in yes]
    if no:
        said.append(words.say("safety.no", "No {names}.", names=", ".join(no)))
    return said


def _bare(fact: SafetyFact, answer: SafetyAnswer) -> bool:
    return fact.answer is answer and not fact.words


def topic_name(topic: SafetyTopic, made: Material) -> str:
    """What a safety fact is called in a sentence."""
    return made.words.say("safety.topic", str(topic))
