"""My story: how long it is, and where it ends on paper."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.derived.about_story import full_stops, is_long, length_words, printed_part
from app.domain.records import AboutMe
from app.domain.records.person import Topic
from app.i18n import Words
from tests.domain.derived.journals import make

LONG = "It began in my knees. " * 60


def story(text: str, printed: int = 0) -> AboutMe:
    return make(AboutMe, "s", topic=Topic.STORY, text=text, printed=printed)


def test_a_short_story_has_no_place_to_cut_but_between_its_sentences() -> None:
    stops = full_stops("One. Two! Three?")
    assert [(stop.at, stop.words) for stop in stops] == [(9, 2), (4, 1)]
    assert not is_long("One. Two! Three?")


def test_a_long_story_ends_at_the_chosen_full_stop_within_half_a_page() -> None:
    stop = full_stops(LONG)[0]
    assert stop.words == 250
    assert printed_part(story(LONG, stop.at)) == LONG[: stop.at]
    assert printed_part(story(LONG)) == LONG


def test_a_choice_that_is_no_full_stop_any_more_cuts_nothing() -> None:
    assert printed_part(story("Now it has a name. And a treatment. It helps.", 7)).endswith("helps.")


def test_a_quote_mark_belongs_to_its_sentence() -> None:
    text = "She said “rest.” I did not. I climbed."
    assert text[: full_stops(text)[-1].at] == "She said “rest.”"


def test_length_is_said_in_words_and_in_time() -> None:
    assert length_words("One two three", Words()) == "3 words. Half a page is plenty."
    assert length_words("word " * 238, Words()).endswith("Read in about a minute.")
    assert length_words(LONG, Words()).startswith("300 words. Longer than half a page.")


@given(st.text(max_size=400))
def test_what_is_printed_is_always_a_beginning_of_the_story(text: str) -> None:
    for stop in full_stops(text):
        assert text.startswith(printed_part(story(text, stop.at)))
        assert printed_part(story(text, stop.at)).strip()
