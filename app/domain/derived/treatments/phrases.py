"""The fixed words of treatments: verdicts, reasons, barriers, kinds (document.md 5.5)."""

from app.domain.records.treatments import Barrier, TreatmentKind, Verdict, Why
from app.domain.wording import Wording


def verdict_words(verdict: Verdict | None, words: Wording) -> str:
    """A verdict as running text has it."""
    said = {
        Verdict.HELPED_A_LOT: words.say("verdict.a_lot", "helped a lot"),
        Verdict.HELPED: words.say("verdict.helped", "helped"),
        Verdict.HELPED_A_LITTLE: words.say("verdict.a_little", "helped a little"),
        Verdict.NO_DIFFERENCE: words.say("verdict.none", "no difference"),
        Verdict.WORSE: words.say("verdict.worse", "made it worse"),
        Verdict.CANNOT_TELL: words.say("verdict.cannot_tell", "can’t tell"),
    }
    return said[verdict] if verdict else ""


def helps_phrase(verdict: Verdict | None, words: Wording) -> str:
    """A verdict as the answer to "Helps?"."""
    said = {
        Verdict.HELPED_A_LOT: words.say("helps.a_lot", "a lot"),
        Verdict.HELPED: words.say("helps.yes", "yes"),
        Verdict.HELPED_A_LITTLE: words.say("helps.a_little", "a little"),
    }
    return said.get(verdict, verdict_words(verdict, words)) if verdict else ""


def kind_words(kind: TreatmentKind, words: Wording) -> str:
    """What sort of treatment it is, where it is not prescribed."""
    match kind:
        case TreatmentKind.FROM_THE_SHOP:
            return words.say("kind.shop", "from the shop")
        case TreatmentKind.SUPPLEMENT:
            return words.say("kind.supplement", "supplement")
        case TreatmentKind.DEVICE:
            return words.say("kind.device", "device")
    return ""


def why_words(why: Why, words: Wording) -> str:
    """A reason for a change."""
    return {
        Why.DID_NOT_HELP: words.say("why.no_help", "it didn’t help"),
        Why.SIDE_EFFECT: words.say("why.side_effect", "side effect"),
        Why.COST: words.say("why.cost", "cost"),
        Why.SCHEDULE: words.say("why.schedule", "didn’t fit my day"),
        Why.PREFERENCE: words.say("why.preference", "preference"),
        Why.WORRIED: words.say("why.worried", "worried"),
        Why.CLINICIANS_ADVICE: words.say("why.advice", "clinician’s advice"),
        Why.RAN_OUT: words.say("why.ran_out", "ran out"),
        Why.OTHER: words.say("why.other", "other reason"),
    }[why]


def barrier_words(barrier: Barrier, words: Wording) -> str:
    """What gets in the way."""
    return {
        Barrier.COST: words.say("barrier.cost", "cost"),
        Barrier.SIDE_EFFECTS: words.say("barrier.side_effects", "side effects"),
        Barrier.FORGETTING: words.say("barrier.forgetting", "forgetting"),
        Barrier.SCHEDULE: words.say("barrier.schedule", "doesn’t fit my day"),
        Barrier.COULD_NOT_GET_IT: words.say("barrier.not_got", "couldn’t get it"),
        Barrier.WORRIED: words.say("barrier.worried", "worried"),
        Barrier.NO_POINT: words.say("barrier.no_point", "don’t see the point"),
        Barrier.TRANSPORT: words.say("barrier.transport", "transport"),
        Barrier.CARE_DUTIES: words.say("barrier.care", "caring for someone"),
        Barrier.TIME: words.say("barrier.time", "time"),
        Barrier.ACCESS: words.say("barrier.access", "getting in"),
        Barrier.LANGUAGE: words.say("barrier.language", "language"),
        Barrier.OTHER: words.say("barrier.other", "something else"),
    }[barrier]
