"""Good questions to start from, by situation: plain words anyone may ask, to take as they are or to change.

Data, not advice: nothing here says what to do. Each has a key of its own, so that it can be translated.
"""

from enum import StrEnum

from app.domain.wording import Phrase, Wording


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


def situation_name(situation: Situation, words: Wording) -> str:
    """What a situation is called in the list."""
    return words.say(*_NAMES[situation])


def good_questions(situation: Situation) -> tuple[Phrase, ...]:
    """The questions for one situation, the most useful first."""
    return _QUESTIONS[situation]


_NAMES = {
    Situation.NEW_DIAGNOSIS: Phrase("situation.new_diagnosis", "A new diagnosis"),
    Situation.NEW_MEDICINE: Phrase("situation.new_medicine", "A new medicine"),
    Situation.TEST: Phrase("situation.test", "A test"),
    Situation.PROCEDURE: Phrase("situation.procedure", "A procedure"),
    Situation.OPTIONS: Phrase("situation.options", "Choosing between options"),
    Situation.SECOND_OPINION: Phrase("situation.second_opinion", "A second opinion"),
    Situation.ENDING_CARE: Phrase("situation.ending_care", "Ending care"),
    Situation.BY_PHONE: Phrase("situation.by_phone", "By phone or video"),
}

_QUESTIONS = {
    Situation.NEW_DIAGNOSIS: (
        Phrase("good.new_diagnosis.1", "What is it called, and can you write it down for me?"),
        Phrase("good.new_diagnosis.2", "How sure are you? What else could it be?"),
        Phrase("good.new_diagnosis.3", "What is likely to happen in the next months?"),
        Phrase("good.new_diagnosis.4", "What can I do myself, and what should I leave alone?"),
        Phrase("good.new_diagnosis.5", "What are the choices for treating it, and what if we wait?"),
        Phrase(
            "good.new_diagnosis.6", "What should make me call you, and what should make me go to emergency?"
        ),
        Phrase("good.new_diagnosis.7", "How will this change my work, my sleep and my days at home?"),
        Phrase("good.new_diagnosis.8", "Who will look after this with me from now on?"),
    ),
    Situation.NEW_MEDICINE: (
        Phrase("good.new_medicine.1", "What is it for, and how will I know that it helps?"),
        Phrase("good.new_medicine.2", "How and when do I take it, and for how long?"),
        Phrase("good.new_medicine.3", "How soon should I feel something?"),
        Phrase(
            "good.new_medicine.4",
            "What may it do that I won’t like, and which of that should I tell you about?",
        ),
        Phrase("good.new_medicine.5", "Does it go with everything else I take, also from the shop?"),
        Phrase("good.new_medicine.6", "What do I do if I forget one, or can’t take it?"),
        Phrase("good.new_medicine.7", "What does it cost, and is there another one if I can’t pay for it?"),
        Phrase("good.new_medicine.8", "How would I stop it? Can I stop at once?"),
    ),
    Situation.TEST: (
        Phrase("good.test.1", "What do you hope to learn from it?"),
        Phrase("good.test.2", "What will we do differently when we know?"),
        Phrase("good.test.3", "How is it done, and does it hurt?"),
        Phrase("good.test.4", "What do I have to do before it: food, medicines, time off?"),
        Phrase("good.test.5", "How often is the result wrong?"),
        Phrase("good.test.6", "When will the result come, and who tells me?"),
        Phrase("good.test.7", "Can I have the result on paper?"),
        Phrase("good.test.8", "What happens if I don’t have it done?"),
    ),
    Situation.PROCEDURE: (
        Phrase("good.procedure.1", "What exactly will be done, and who does it?"),
        Phrase("good.procedure.2", "How often have you done this?"),
        Phrase("good.procedure.3", "What can go wrong, and how often does it?"),
        Phrase("good.procedure.4", "What would happen if I waited, or said no?"),
        Phrase(
            "good.procedure.5", "Which of my medicines do I stop before it, and when do I start them again?"
        ),
        Phrase("good.procedure.6", "Will I be awake, and what will I feel?"),
        Phrase("good.procedure.7", "How long until I can drive, work and lift things?"),
        Phrase("good.procedure.8", "Whom do I call at night if something is not right?"),
    ),
    Situation.OPTIONS: (
        Phrase("good.options.1", "What are all my choices, and is doing nothing one of them?"),
        Phrase("good.options.2", "What does each one cost me in time, money and effort?"),
        Phrase("good.options.3", "How likely is each one to help someone like me?"),
        Phrase("good.options.4", "What is the worst each one could do?"),
        Phrase("good.options.5", "Which one can be undone later?"),
        Phrase("good.options.6", "What matters to me is on my page. Which choice fits that best?"),
        Phrase("good.options.7", "What would you choose for someone in your family, and why?"),
        Phrase("good.options.8", "How long may I think about it?"),
    ),
    Situation.SECOND_OPINION: (
        Phrase("good.second_opinion.1", "Do you see it the same way? What would you do differently?"),
        Phrase("good.second_opinion.2", "Is there anything that does not fit with what I was told?"),
        Phrase("good.second_opinion.3", "Is there a test that would settle it?"),
        Phrase("good.second_opinion.4", "Are there choices nobody has told me about?"),
        Phrase("good.second_opinion.5", "How much of this is agreed on, and where do doctors differ?"),
        Phrase("good.second_opinion.6", "What would you need to see to change your mind?"),
        Phrase("good.second_opinion.7", "Will you write to my other doctor, and may I read it first?"),
        Phrase("good.second_opinion.8", "Who should look after me from here?"),
    ),
    Situation.ENDING_CARE: (
        Phrase("good.ending_care.1", "Who takes over what you did for me?"),
        Phrase("good.ending_care.2", "Can I have a copy of my records, and how do I ask for it?"),
        Phrase("good.ending_care.3", "Which results are still to come, and who will read them?"),
        Phrase("good.ending_care.4", "How long will my repeat prescriptions last?"),
        Phrase("good.ending_care.5", "What should the next person know first?"),
        Phrase("good.ending_care.6", "What is still open between us?"),
        Phrase("good.ending_care.7", "Whom do I call if I get worse before I see someone new?"),
        Phrase("good.ending_care.8", "Can I come back to you if it does not work out?"),
    ),
    Situation.BY_PHONE: (
        Phrase("good.by_phone.1", "What can’t you tell without seeing me?"),
        Phrase("good.by_phone.2", "When should I come in, and how soon?"),
        Phrase("good.by_phone.3", "Can you send me what we agreed in writing?"),
        Phrase("good.by_phone.4", "Is there something I can measure or show you from here?"),
        Phrase("good.by_phone.5", "What number do I call if we get cut off?"),
        Phrase("good.by_phone.6", "May I have someone listen in with me?"),
        Phrase("good.by_phone.7", "How do I send you a picture safely?"),
        Phrase("good.by_phone.8", "Who rings whom next, and when?"),
    ),
}
