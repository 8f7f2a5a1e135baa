"""The answers a form offers, in the words of the interface, keyed by what is recorded."""

from collections.abc import Mapping
from typing import TypeVar

from app.domain.records.person import Badness, ConditionStatus, SafetyAnswer
from app.domain.records.plans import Outcome, PlanPart, StepKind, Who
from app.domain.records.symptoms import Impact
from app.domain.records.treatments import (
    Again,
    Barrier,
    ChangeKind,
    Decided,
    Route,
    Taken,
    TreatmentKind,
    Verdict,
    Why,
)
from app.domain.records.visits import Felt, VisitMode, Want, WhyUnsaid
from app.i18n import Words

K = TypeVar("K")

IMPACT = {impact: str(impact) for impact in Impact}
BADNESS = {badness: str(badness) for badness in Badness}
STATUS = {
    ConditionStatus.SUSPECTED: "suspected",
    ConditionStatus.CONFIRMED: "confirmed",
    ConditionStatus.RULED_OUT: "ruled out",
    ConditionStatus.RESOLVED: "over",
}
SAFETY = {
    SafetyAnswer.YES: "yes",
    SafetyAnswer.NO: "no",
    SafetyAnswer.DOES_NOT_APPLY: "doesn't apply",
}
TREATMENT = {
    TreatmentKind.PRESCRIBED: "prescribed",
    TreatmentKind.FROM_THE_SHOP: "from the shop",
    TreatmentKind.SUPPLEMENT: "supplement",
    TreatmentKind.THERAPY: "therapy",
    TreatmentKind.PROCEDURE: "procedure",
    TreatmentKind.DEVICE: "device",
    TreatmentKind.LIFESTYLE: "food or daily life",
}
CHANGE = {
    ChangeKind.STARTED: "Started",
    ChangeKind.DOSE: "New dose",
    ChangeKind.SWITCHED: "Switched",
    ChangeKind.PAUSED: "Paused",
    ChangeKind.RESUMED: "Started again",
    ChangeKind.STOPPED: "Stopped",
    ChangeKind.MISSED: "Skipped for a while",
    ChangeKind.TAKEN: "Took it",
    ChangeKind.NOTICED: "Noticed something",
    ChangeKind.HOW_TAKEN: "How I really take it",
}
ROUTE = {
    Route.MOUTH: "by mouth",
    Route.INJECTION: "injection",
    Route.SKIN: "skin",
    Route.EYES: "eyes",
    Route.BREATHED_IN: "breathed in",
    Route.OTHER: "other",
}
WHY = {
    Why.DID_NOT_HELP: "it didn't help",
    Why.SIDE_EFFECT: "side effect",
    Why.COST: "cost",
    Why.SCHEDULE: "didn't fit my day",
    Why.PREFERENCE: "my choice",
    Why.WORRIED: "worried",
    Why.CLINICIANS_ADVICE: "clinician's advice",
    Why.RAN_OUT: "ran out",
    Why.OTHER: "other",
}
BARRIER = {
    Barrier.COST: "cost",
    Barrier.SIDE_EFFECTS: "side effects",
    Barrier.FORGETTING: "forgetting",
    Barrier.SCHEDULE: "doesn't fit my day",
    Barrier.COULD_NOT_GET_IT: "couldn't get it",
    Barrier.WORRIED: "worried",
    Barrier.NO_POINT: "don't see the point",
    Barrier.TRANSPORT: "getting there",
    Barrier.CARE_DUTIES: "caring for someone",
    Barrier.TIME: "time",
    Barrier.ACCESS: "access",
    Barrier.LANGUAGE: "language",
    Barrier.OTHER: "other",
}
BARRIER_TO_TAKING = {
    barrier: BARRIER[barrier]
    for barrier in (
        Barrier.COST,
        Barrier.SIDE_EFFECTS,
        Barrier.FORGETTING,
        Barrier.SCHEDULE,
        Barrier.COULD_NOT_GET_IT,
        Barrier.WORRIED,
        Barrier.NO_POINT,
    )
}
TAKEN = {taken: str(taken) for taken in Taken}
VERDICT = {
    Verdict.HELPED_A_LOT: "helped a lot",
    Verdict.HELPED: "helped",
    Verdict.HELPED_A_LITTLE: "helped a little",
    Verdict.NO_DIFFERENCE: "no difference",
    Verdict.WORSE: "made it worse",
    Verdict.CANNOT_TELL: "can't tell",
}
AGAIN = {again: str(again) for again in Again}
DECIDED = {
    Decided.TOGETHER: "together",
    Decided.CLINICIAN: "they did",
    Decided.ME: "I did",
    Decided.NOT_YET: "not decided yet",
}
WHO_CHANGED_IT = {Decided.CLINICIAN: "clinician", Decided.ME: "me", Decided.TOGETHER: "both"}
MODE = {mode: str(mode) for mode in VisitMode}
WANT = {
    Want.EXPLANATION: "an explanation",
    Want.DECISION: "a decision",
    Want.CHANGE: "a change",
    Want.REFERRAL: "a referral",
    Want.LETTER: "a letter or form",
    Want.BE_HEARD: "to be heard",
}
UNSAID = {
    WhyUnsaid.NO_TIME: "no time",
    WhyUnsaid.EMBARRASSED: "too embarrassed",
    WhyUnsaid.THEY_SEEMED_RUSHED: "they seemed rushed",
    WhyUnsaid.NOT_ALONE: "someone was with me",
    WhyUnsaid.FORGOT: "I forgot",
    WhyUnsaid.AFRAID: "afraid of the answer",
}
FELT = {felt: str(felt) for felt in Felt}
PART = {PlanPart.FIRST: "first", PlanPart.WATCH: "then watch", PlanPart.CALL_IF: "call if"}
STEP = {step: str(step) for step in StepKind}
WHO = {Who.ME: "me", Who.CLINICIAN: "them", Who.SOMEONE_ELSE: "someone else"}
OUTCOME = {
    Outcome.OPEN: "not yet",
    Outcome.DONE: "done",
    Outcome.PARTLY: "partly",
    Outcome.NOT_DONE: "not done",
    Outcome.NO_LONGER_NEEDED: "no longer needed",
}


def said(words: Words, answers: Mapping[K, str]) -> dict[K, str]:
    """The answers in the language of the window."""
    return {key: words.say("answer", english) for key, english in answers.items()}
