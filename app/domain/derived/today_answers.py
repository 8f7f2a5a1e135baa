"""The buttons of what waits, and the words they share."""

from datetime import date

from app.domain.derived.today_page import Answer, MomentAnswer
from app.domain.wording import Wording

_ANSWERS = {
    Answer.PREPARE: "Prepare for this visit",
    Answer.WRITE_UP: "Write it up",
    Answer.RATHER_NOT: "Rather not",
    Answer.IT_CAME: "It came",
    Answer.ASK_AT_VISIT: "Ask at the next visit",
    Answer.DONE: "Done",
    Answer.PARTLY: "Partly",
    Answer.NOT_DONE: "Not done",
    Answer.ANSWERED: "It was answered",
    Answer.NO_LONGER_NEEDED: "No longer needed",
    Answer.LOOK: "Look at it",
    Answer.GO_ON: "Go on with it",
    Answer.CHECK_KEY: "Check it",
    Answer.BACK_UP: "Back up now",
    Answer.ADD: "Add",
    Answer.LEAVE_IT: "Leave it",
    Answer.NOT_NOW: "Not now",
    Answer.NEVER_MIND: "Never mind",
}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def answers_of(words: Wording, *answers: Answer) -> tuple[MomentAnswer, ...]:
    """Buttons with their words."""
    return tuple(
        MomentAnswer(answer=answer, text=words.say(f"moment.{answer}", _ANSWERS[answer]))
        for answer in answers
    )


def menu_of(words: Wording) -> tuple[MomentAnswer, ...]:
    """What every menu holds: back in a week, or gone."""
    return answers_of(words, Answer.NOT_NOW, Answer.NEVER_MIND)


def weekday_name(day: date, words: Wording) -> str:
    """Thursday."""
    return words.say("weekday", _WEEKDAYS[day.weekday()])
