"""From what was found to where it lives; and from words that were not found to a note."""

from functools import partial

from app.domain.records import (
    AboutMe,
    Allergy,
    Clinician,
    Condition,
    Contact,
    Decision,
    Goal,
    Note,
    Person,
    PlanStep,
    Question,
    Record,
    SafetyFact,
    Symptom,
    Treatment,
    Visit,
)
from app.domain.records.record import RecordId
from app.domain.records.when import at_time
from app.ui.desk import Desk
from app.ui.editors.opening import HAVE_FORMS

_HOMES: dict[type[Record], tuple[str, ...]] = {
    Question: ("questions",),
    Visit: ("visits",),
    Decision: ("visits",),
    PlanStep: ("visits",),
    Clinician: ("care_team",),
    **dict.fromkeys((AboutMe, Allergy, Condition, Contact, Goal, Person, SafetyFact), ("about_me",)),
}
_SHOWN: dict[type[Record], str] = {Treatment: "treatments", Symptom: "symptoms"}
"""Pages that show all of a thing; its form is a step further."""

EVERYWHERE = "timeline"
"""The page that opens the form of any record."""


def write_note(desk: Desk, text: str) -> None:
    """Keep words that were looked for and not found."""
    now = desk.now()
    note = Note(id=desk.new_id(), written=now, text=text.strip(), when=at_time(now))
    desk.do(partial(desk.journal.record, note), desk.words.say("find.noted", "Saved: a note"))


def open_found(desk: Desk, key: str, *, on_timeline: bool = False) -> None:
    """Open a record where it lives, or choose it on the timeline; without a form, as it was written."""
    record = desk.snapshot.records.get(RecordId(key))
    if record is None:
        return
    if record.trashed or not (on_timeline or type(record) in HAVE_FORMS):
        desk.wanted.emit("history", key)
    elif on_timeline:
        desk.pointed.emit(EVERYWHERE, key)
    elif _SHOWN.get(type(record)) in desk.pages:
        desk.pointed.emit(_SHOWN[type(record)], key)
    else:
        home = next((page for page in _HOMES.get(type(record), ()) if page in desk.pages), EVERYWHERE)
        desk.wanted.emit(home, key)
