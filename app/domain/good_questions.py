"""Good questions to start from, by situation: plain words anyone may ask, to take as they are or to change.

Data, not advice: nothing here says what to do. Each has a key of its own, so that it can be translated.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.wording import Wording


class Situation(StrEnum):
    """When questions of a kind come up; the word is kept in a question that was taken from here."""

    NEW_DIAGNOSIS = "new diagnosis"
    NEW_MEDICINE = "new medicine"
    TEST = "test"
    PROCEDURE = "procedure"
    OPTIONS = "choosing between options"
    SECOND_OPINION = "second opinion"
    ENDING_CARE = "ending care"
    BY_PHONE = "by phone or video"


@dataclass(frozen=True, slots=True)
class GoodQuestion:
    """One question to start from."""

    key: str
    english: str

    def text(self, words: Wording) -> str:
        """The question in the language of the window."""
        return words.say(self.key, self.english)


def situation_name(situation: Situation, words: Wording) -> str:
    """What a situation is called in the list."""
    return words.say(f"situation.{situation.name.lower()}", _NAMES[situation])


def good_questions(situation: Situation) -> tuple[GoodQuestion, ...]:
    """The questions for one situation, the most useful first."""
    return tuple(
        GoodQuestion(f"good.{situation.name.lower()}.{number}", english)
        for number, english in enumerate(_QUESTIONS[situation], 1)
    )


_NAMES = {
    Situation.NEW_DIAGNOSIS: "A new diagnosis",
    Situation.NEW_MEDICINE: "A new medicine",
    Situation.TEST: "A test",
    Situation.PROCEDURE: "A procedure",
    Situation.OPTIONS: "Choosing between options",
    Situation.SECOND_OPINION: "A second opinion",
    Situation.ENDING_CARE: "Ending care",
    Situation.BY_PHONE: "By phone or video",
}

_QUESTIONS = {
    Situation.NEW_DIAGNOSIS: (
        "What is it called, and can you write it down for me?",
        "How sure are you? What else could it be?",
        "What is likely to happen in the next months?",
        "What can I do myself, and what should I leave alone?",
        "What are the choices for treating it, and what if we wait?",
        "What should make me call you, and what should make me go to emergency?",
        "How will this change my work, my sleep and my days at home?",
        "Who will look after this with me from now on?",
    ),
    Situation.NEW_MEDICINE: (
        "What is it for, and how will I know that it helps?",
        "How and when do I take it, and for how long?",
        "How soon should I feel something?",
        "What may it do that I won’t like, and which of that should I tell you about?",
        "Does it go with everything else I take, also from the shop?",
        "What do I do if I forget one, or can’t take it?",
        "What does it cost, and is there another one if I can’t pay for it?",
        "How would I stop it? Can I stop at once?",
    ),
    Situation.TEST: (
        "What do you hope to learn from it?",
        "What will we do differently when we know?",
        "How is it done, and does it hurt?",
        "What do I have to do before it: food, medicines, time off?",
        "How often is the result wrong?",
        "When will the result come, and who tells me?",
        "Can I have the result on paper?",
        "What happens if I don’t have it done?",
    ),
    Situation.PROCEDURE: (
        "What exactly will be done, and who does it?",
        "How often have you done this?",
        "What can go wrong, and how often does it?",
        "What would happen if I waited, or said no?",
        "Which of my medicines do I stop before it, and when do I start them again?",
        "Will I be awake, and what will I feel?",
        "How long until I can drive, work and lift things?",
        "Whom do I call at night if something is not right?",
    ),
    Situation.OPTIONS: (
        "What are all my choices, and is doing nothing one of them?",
        "What does each one cost me in time, money and effort?",
        "How likely is each one to help someone like me?",
        "What is the worst each one could do?",
        "Which one can be undone later?",
        "What matters to me is on my page. Which choice fits that best?",
        "What would you choose for someone in your family, and why?",
        "How long may I think about it?",
    ),
    Situation.SECOND_OPINION: (
        "Do you see it the same way? What would you do differently?",
        "Is there anything that does not fit with what I was told?",
        "Is there a test that would settle it?",
        "Are there choices nobody has told me about?",
        "How much of this is agreed on, and where do doctors differ?",
        "What would you need to see to change your mind?",
        "Will you write to my other doctor, and may I read it first?",
        "Who should look after me from here?",
    ),
    Situation.ENDING_CARE: (
        "Who takes over what you did for me?",
        "Can I have a copy of my records, and how do I ask for it?",
        "Which results are still to come, and who will read them?",
        "How long will my repeat prescriptions last?",
        "What should the next person know first?",
        "What is still open between us?",
        "Whom do I call if I get worse before I see someone new?",
        "Can I come back to you if it does not work out?",
    ),
    Situation.BY_PHONE: (
        "What can’t you tell without seeing me?",
        "When should I come in, and how soon?",
        "Can you send me what we agreed in writing?",
        "Is there something I can measure or show you from here?",
        "What number do I call if we get cut off?",
        "May I have someone listen in with me?",
        "How do I send you a picture safely?",
        "Who rings whom next, and when?",
    ),
}
