"""What happened to a treatment, in three words: the same wherever a change is named."""

from datetime import date

from app.domain.derived.phrasing import mid_sentence
from app.domain.records import Treatment
from app.domain.records.treatments import ChangeKind, TreatmentKind
from app.domain.wording import Wording

_BEGINNING = frozenset({TreatmentKind.THERAPY, TreatmentKind.LIFESTYLE, TreatmentKind.DEVICE})


def change_phrase(treatment: Treatment, change: ChangeKind, words: Wording) -> str:
    """As in "Sulfasalazine stopped" or "Hand therapy began": the name as it was written."""
    name = treatment.name
    if change is ChangeKind.STARTED and treatment.treatment in _BEGINNING:
        return words.say("change.began", "{name} began", name=name)
    said = {
        ChangeKind.STARTED: words.say("change.started", "{name} started", name=name),
        ChangeKind.STOPPED: words.say("change.stopped", "{name} stopped", name=name),
        ChangeKind.PAUSED: words.say("change.paused", "{name} paused", name=name),
        ChangeKind.RESUMED: words.say("change.resumed", "{name} taken again", name=name),
        ChangeKind.SWITCHED: words.say("change.switched", "{name} switched", name=name),
    }
    return said.get(change) or words.say("change.dose", "{name} dose changed", name=name)


def also_phrase(treatment: Treatment, change: ChangeKind, day: date, words: Wording) -> str:
    """As in "hand therapy also began on 30 June": for the middle of a sentence."""
    parts = {"name": mid_sentence(treatment.name), "day": words.date_in_year(day)}
    if change is ChangeKind.STARTED and treatment.treatment in _BEGINNING:
        return words.say("also.began", "{name} also began on {day}", **parts)
    said = {
        ChangeKind.STARTED: words.say("also.started", "{name} also started on {day}", **parts),
        ChangeKind.STOPPED: words.say("also.stopped", "{name} also stopped on {day}", **parts),
        ChangeKind.PAUSED: words.say("also.paused", "{name} was also paused on {day}", **parts),
        ChangeKind.RESUMED: words.say("also.resumed", "{name} was also taken again from {day}", **parts),
        ChangeKind.SWITCHED: words.say("also.switched", "{name} was also switched on {day}", **parts),
    }
    return said.get(change) or words.say("also.dose", "the dose of {name} also changed on {day}", **parts)
