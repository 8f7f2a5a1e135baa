"""How one part of a line is said, and with which icon."""

import re

from app.domain.quick_line.allergy_line import INTOLERANCE
from app.domain.quick_line.speaking import dose_aloud, dose_words, is_now, severity_words, when_words
from app.domain.quick_line.understood import Named, Part, Role, Understood, What
from app.domain.records.symptoms import Duration
from app.domain.records.treatments import ChangeKind, Dose, Frequency, TreatmentKind, Why
from app.domain.records.visits import VisitMode
from app.domain.records.when import When
from app.domain.wording import Phrase, Wording

_LONGEST_SHOWN = 120  # characters of a note in the strip; the record keeps them all
_DATA_CHARS = re.compile(r"[\x00-\x1f\x7f]+")
_TREATMENT_ICONS = {
    TreatmentKind.SUPPLEMENT: "leaf",
    TreatmentKind.THERAPY: "hand",
    TreatmentKind.DEVICE: "bandaids",
    TreatmentKind.PROCEDURE: "first-aid-kit",
    TreatmentKind.LIFESTYLE: "fork-knife",
}
_MODES = {
    VisitMode.IN_PERSON: (Phrase("quick.visit.in person", "Visit"), "stethoscope"),
    VisitMode.VIDEO: (Phrase("quick.visit.video", "Video visit"), "video-camera"),
    VisitMode.PHONE: (Phrase("quick.visit.phone", "Phone visit"), "phone"),
    VisitMode.MESSAGE: (Phrase("quick.visit.message", "Message"), "envelope"),
    VisitMode.EMERGENCY: (Phrase("quick.visit.emergency", "Emergency"), "ambulance"),
    VisitMode.HOSPITAL: (Phrase("quick.visit.hospital stay", "Hospital stay"), "hospital"),
}
_CHANGES = {
    ChangeKind.STARTED: Phrase("quick.change.started", "Started"),
    ChangeKind.DOSE: Phrase("quick.change.dose", "New dose"),
    ChangeKind.SWITCHED: Phrase("quick.change.switched", "Switched"),
    ChangeKind.PAUSED: Phrase("quick.change.paused", "Paused"),
    ChangeKind.RESUMED: Phrase("quick.change.resumed", "Started again"),
    ChangeKind.STOPPED: Phrase("quick.change.stopped", "Stopped"),
    ChangeKind.MISSED: Phrase("quick.change.missed", "Skipped"),
    ChangeKind.TAKEN: Phrase("quick.change.taken", "Took"),
    ChangeKind.NOTICED: Phrase("quick.change.noticed", "Noticed"),
    ChangeKind.HOW_TAKEN: Phrase("quick.change.how taken", "How it is really being taken"),
}
_WHYS = {
    Why.DID_NOT_HELP: Phrase("quick.why.did not help", "it did not help"),
    Why.SIDE_EFFECT: Phrase("quick.why.side effect", "side effect"),
    Why.COST: Phrase("quick.why.cost", "cost"),
    Why.SCHEDULE: Phrase("quick.why.schedule", "schedule"),
    Why.PREFERENCE: Phrase("quick.why.preference", "preference"),
    Why.WORRIED: Phrase("quick.why.worried", "worried"),
    Why.CLINICIANS_ADVICE: Phrase("quick.why.clinician's advice", "clinician's advice"),
    Why.RAN_OUT: Phrase("quick.why.ran out", "ran out"),
    Why.OTHER: Phrase("quick.why.other", "forgot"),
}


def part_text(understood: Understood, part: Part, words: Wording) -> str:
    """The words of a part in the strip."""
    match part.value:
        case When() as when:
            return _when_text(understood, when, words)
        case Dose() as dose:
            return _dose_text(understood, part.role, dose_words(dose), words)
        case Named() as named:
            return _named_text(part, named, words)
        case Frequency() | Duration() as lasting:
            return lasting.words or words.say("quick.still going", "still going")
    return _plain_text(understood, part, words)


def _plain_text(understood: Understood, part: Part, words: Wording) -> str:
    match part.value:
        case ChangeKind() | Why() | VisitMode() as word:
            return _word_text(part, word, words)
        case int() as number:
            return _number_text(part.role, number, words)
    return _words_text(understood, part, words)


def _when_text(understood: Understood, when: When, words: Wording) -> str:
    """Now, with the time where a known symptom got a number or a dose was taken."""
    plain = understood.what is not What.SYMPTOM or (
        understood.part(Role.SEVERITY) is not None and not _is_new(understood.part(Role.SYMPTOM))
    )
    if is_now(when, understood.now) and not plain:
        return words.say("when.now", "now")
    return when_words(when, understood.now, words)


def _is_new(part: Part | None) -> bool:
    return part is not None and isinstance(part.value, Named) and part.value.id is None


def _dose_text(understood: Understood, role: Role, dose: str, words: Wording) -> str:
    if understood.part(Role.PLANNED) is None or understood.part(Role.TAKING) is None:
        return dose
    if role is Role.PLANNED:
        return words.say("quick.planned", "Planned {dose}", dose=dose)
    return words.say("quick.taking", "Taking {dose}", dose=dose)


def _named_text(part: Part, named: Named, words: Wording) -> str:
    if part.role is Role.SYMPTOM and named.id is None:
        return words.say("quick.new", "New symptom: {name}", name=named.name)
    if part.role is Role.FOR:
        return words.say("quick.for", "for {name}", name=_inside_sentence(named.name))
    if part.role is Role.SWITCHED_TO:
        return words.say("quick.to", "to {name}", name=named.name)
    if part.role is Role.CLINICIAN and not part.typed:
        return words.say("quick.next visit", "{name} (next visit)", name=named.name)
    return named.name


def _inside_sentence(name: str) -> str:
    """A name in the middle of a sentence: "knee pain"; "IBS" stays as it is."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _word_text(part: Part, word: ChangeKind | Why | VisitMode, words: Wording) -> str:
    if isinstance(word, ChangeKind):
        return words.say(*_CHANGES[word])
    if isinstance(word, VisitMode):
        return words.say(*_MODES[word][0])
    if word is Why.OTHER and part.typed:
        return words.say("quick.why", "Why: {why}", why=shown(part.words))
    return words.say("quick.why", "Why: {why}", why=words.say(*_WHYS[word]))


def _number_text(role: Role, number: int, words: Wording) -> str:
    if role is Role.SEVERITY:
        return severity_words(number, words)
    if number:
        return words.say("quick.not tolerated", "could not tolerate it")
    return words.say("quick.not tolerated?", "could not tolerate it?")


def _words_text(understood: Understood, part: Part, words: Wording) -> str:
    if part.role is Role.TEXT:
        return f'"{shown(str(part.value))}"'
    if part.role is Role.FOR:
        return words.say("quick.for", "for {name}", name=part.words)
    if part.role is Role.KEYWORD and understood.what is What.ALLERGY:
        return allergy_words(intolerance=part.value == INTOLERANCE, words=words)
    if part.role in {Role.WORSE_WITH, Role.HELPED_BY}:
        return understood.text[part.start : part.end].strip()
    return str(part.value)


def allergy_words(*, intolerance: bool, words: Wording) -> str:
    """What a thing that must not be given is called."""
    if intolerance:
        return words.say("quick.cannot_take", "Can’t take")
    return words.say("quick.allergy", "Allergy")


def part_spoken(understood: Understood, part: Part, words: Wording) -> str:
    """The words of a part for a screen reader, where they differ from those shown; else nothing."""
    if isinstance(part.value, When):
        return when_words(part.value, understood.now, words, aloud=True)
    if isinstance(part.value, Dose):
        return _dose_text(understood, part.role, dose_aloud(part.value, words), words)
    if part.role is Role.TEXT:
        return words.say("spoken.you wrote", "you wrote {words}", words=shown(str(part.value)))
    return ""


def icon_of(part: Part) -> str:
    """The file name of a part's icon, or nothing."""
    if part.role is Role.SYMPTOM:
        return "wave-sine"
    if part.role is Role.KEYWORD and part.choices:
        return "warning"
    if part.role in {Role.TREATMENT, Role.SWITCHED_TO} and isinstance(part.value, Named):
        return "syringe" if part.value.injected else _TREATMENT_ICONS.get(part.value.treatment, "pill")
    return _MODES[part.value][1] if isinstance(part.value, VisitMode) else ""


def shown(text: str) -> str:
    """A text in one line, cut where the strip ends; the record keeps it whole."""
    line = _DATA_CHARS.sub(" ", text[: 2 * _LONGEST_SHOWN]).strip()
    return (
        line
        if len(line) <= _LONGEST_SHOWN and len(text) <= 2 * _LONGEST_SHOWN
        else line[:_LONGEST_SHOWN].rstrip() + "…"
    )
