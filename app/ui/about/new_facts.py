"""The forms of what is not there yet: each starts with nothing chosen that the person did not say."""

from collections.abc import Callable

from app.domain.derived.about_facts import safety_fact, safety_name
from app.domain.records import Allergy, Condition, Contact, Event, Goal, SafetyFact
from app.domain.records.events import EventKind
from app.domain.records.person import ConditionStatus, SafetyAnswer, SafetyTopic
from app.ui.desk import Desk
from app.ui.editors import care, person
from app.ui.editors.editor import UNNAMED, Editor


def new_form(desk: Desk, what: str) -> Editor:
    """The form of a new "condition", "allergy", "contact", "goal" or "event"."""
    return _NEW[what](desk)


def safety_form(desk: Desk, topic: SafetyTopic) -> Editor:
    """The form of a safety fact, written about or not."""
    fact = safety_fact(desk.snapshot, topic) or SafetyFact(
        id=desk.new_id(), written=desk.now(), topic=topic, answer=SafetyAnswer.YES
    )
    return person.safety_editor(desk, fact, safety_name(topic, desk.words))


def _condition(desk: Desk) -> Editor:
    suspected = ConditionStatus.SUSPECTED
    new = Condition(id=desk.new_id(), written=desk.now(), name=UNNAMED, status=suspected)
    return person.condition_editor(desk, new, new=True)


def _allergy(desk: Desk) -> Editor:
    new = Allergy(id=desk.new_id(), written=desk.now(), substance=UNNAMED)
    return person.allergy_editor(desk, new, new=True)


def _contact(desk: Desk) -> Editor:
    new = Contact(id=desk.new_id(), written=desk.now(), name=UNNAMED)
    return person.contact_editor(desk, new, new=True)


def _goal(desk: Desk) -> Editor:
    return person.goal_editor(desk, Goal(id=desk.new_id(), written=desk.now(), text=UNNAMED), new=True)


def _event(desk: Desk) -> Editor:
    new = Event(id=desk.new_id(), written=desk.now(), title=UNNAMED, event=EventKind.LIFE_CHANGE)
    return care.event_editor(desk, new, new=True)


_NEW: dict[str, Callable[[Desk], Editor]] = {
    "condition": _condition,
    "allergy": _allergy,
    "contact": _contact,
    "goal": _goal,
    "event": _event,
}
