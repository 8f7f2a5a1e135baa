"""The good questions to start from: enough for each situation, none twice, plain."""

from app.domain.good_questions import Situation, good_questions, situation_name
from app.i18n import Words

_LONGEST = 80  # characters: a plain question fits one breath


def test_every_situation_has_eight_and_none_is_there_twice() -> None:
    found = [question for situation in Situation for question in good_questions(situation)]
    assert {len(good_questions(situation)) for situation in Situation} == {8}
    assert len({one.key for one in found}) == len({one.english for one in found}) == len(found)


def test_each_is_a_plain_question_in_the_persons_voice() -> None:
    texts = [Words().say(*one) for situation in Situation for one in good_questions(situation)]
    assert [text for text in texts if not text.endswith("?") or "!" in text or len(text) > _LONGEST] == []


def test_every_situation_has_a_name() -> None:
    assert len({situation_name(situation, Words()) for situation in Situation}) == len(Situation)
