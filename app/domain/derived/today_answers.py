"""The buttons of what waits, and the words they share."""

from datetime import date

from app.domain.derived.today_page import Answer, MomentAnswer
from app.domain.wording import Phrase, Wording

_ANSWERS = {
    Answer.PREPARE: Phrase("moment.prepare", "Prepare for this visit"),
    Answer.WRITE_UP: Phrase("moment.write up", "Write it up"),
    Answer.RATHER_NOT: Phrase("moment.rather not", "Rather not"),
    Answer.IT_CAME: Phrase("moment.it came", "It came"),
    Answer.ASK_AT_VISIT: Phrase("moment.ask at visit", "Ask at the next visit"),
    Answer.DONE: Phrase("moment.done", "Done"),
    Answer.PARTLY: Phrase("moment.partly", "Partly"),
    Answer.NOT_DONE: Phrase("moment.not done", "Not done"),
    Answer.ANSWERED: Phrase("moment.answered", "It was answered"),
    Answer.NO_LONGER_NEEDED: Phrase("moment.no longer needed", "No longer needed"),
    Answer.LOOK: Phrase("moment.look", "Look at it"),
    Answer.GO_ON: Phrase("moment.go on", "Go on with it"),
    Answer.CHECK_KEY: Phrase("moment.check key", "Check it"),
    Answer.BACK_UP: Phrase("moment.back up", "Back up now"),
    Answer.ADD: Phrase("moment.add", "Add"),
    Answer.LEAVE_IT: Phrase("moment.leave it", "Leave it"),
    Answer.NOT_NOW: Phrase("moment.not now", "Not now"),
    Answer.NEVER_MIND: Phrase("moment.never mind", "Never mind"),
}


def answers_of(words: Wording, *answers: Answer) -> tuple[MomentAnswer, ...]:
    """Buttons with their words."""
    return tuple(MomentAnswer(answer=answer, text=words.say(*_ANSWERS[answer])) for answer in answers)


def menu_of(words: Wording) -> tuple[MomentAnswer, ...]:
    """What every menu holds: back in a week, or gone."""
    return answers_of(words, Answer.NOT_NOW, Answer.NEVER_MIND)


def weekday_name(day: date, words: Wording) -> str:
    """Thursday."""
    return words.weekday_name(day.weekday())
