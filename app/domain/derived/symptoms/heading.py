"""What stands beside a symptom's name: since when, what it belongs to, what its numbers mean."""

from app.domain.derived.today_ledger import inside_sentence
from app.domain.journal import Journal
from app.domain.records import Symptom
from app.domain.wording import Wording


def since_words(symptom: Symptom, journal: Journal, words: Wording) -> str:
    """Since about October 2022, arthritis."""
    found = [journal.condition(key) for key in symptom.conditions]
    parts = (
        [words.say("symptoms.since", "since {when}", when=words.when(symptom.since))] if symptom.since else []
    )
    parts += [inside_sentence(one.short or one.name) for one in found if one is not None]
    if symptom.retired:
        parts.append(words.say("symptoms.retired", "not tracked any more"))
    return ", ".join(parts)


def anchors_words(symptom: Symptom, words: Wording) -> str:
    """My 6 is: can work, can't drive. Nothing where the person has not said."""
    said = [
        words.say("symptoms.anchor", "My {n} is: {words}.", n=anchor.severity, words=anchor.words.rstrip("."))
        for anchor in sorted(symptom.anchors, key=lambda anchor: anchor.severity)
    ]
    return " ".join(said)
