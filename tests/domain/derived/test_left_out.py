"""What can be put in for this once: a reading only with its symptom, a change only with its treatment."""

from app.domain.derived.choice import Choice
from app.domain.derived.left_out import LeftOut, left_out
from app.domain.derived.sharing import view
from app.domain.journal import Journal
from app.domain.records import ResetConversation, Symptom, SymptomEntry, Treatment
from app.domain.records.record import PRIVATE, RecordId, SymptomId
from app.domain.records.treatments import ChangeKind
from app.i18n import Words
from tests.domain.derived.journals import change, clinician, make, marked, medicine, on, person, who

SYMPTOM = make(Symptom, "s", name="Knee pain")
READING = make(SymptomEntry, "r", symptom=SymptomId(RecordId("s")), when=on("2026-05-01"))
TREATMENT = medicine("naproxen")
STARTED = change("naproxen", ChangeKind.STARTED, "2026-01-01")


def found(symptom: Symptom, reading: SymptomEntry, treatment: Treatment) -> LeftOut:
    talk = make(ResetConversation, "talk", clinician=who("osei"), sharing=PRIVATE)
    journal = Journal.holding(person(), clinician("osei"), symptom, reading, treatment, STARTED, talk)
    choice = Choice()
    return left_out(journal, view(journal, choice), choice, Words())


def test_a_reading_and_a_change_wait_for_what_they_belong_to() -> None:
    items = found(marked(SYMPTOM, PRIVATE), READING, marked(TREATMENT, PRIVATE)).items
    possible = {item.record: item.can_be_put_in for item in items}
    assert possible == {"s": True, "r": False, "naproxen": True, STARTED.id: False, "talk": False}


def test_a_reading_that_is_private_by_itself_can_be_put_in() -> None:
    items = found(SYMPTOM, marked(READING, PRIVATE), TREATMENT).items
    possible = {item.record: item.can_be_put_in for item in items}
    assert possible == {"r": True, "talk": False}
