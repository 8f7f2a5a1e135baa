"""What the strip says of the lines people type; the first table is interface.md 11.3 word for word."""

from datetime import UTC, datetime

import pytest

from app.domain.journal import Journal
from app.domain.quick_line import Choice, echo, parse
from app.domain.quick_line.vocabulary import Vocabulary
from tests.domain.quick_line.lines import NOW, WORDS, shown, understood

DESIGN = (
    ("kn 5", "Knee pain · 5 of 10 · now, 18:40"),
    ("fatigue 7 yesterday evening", "Fatigue · 7 of 10 · yesterday evening"),
    ("jaw 3", "New symptom: jaw · 3 of 10 · now"),
    ("allergic to penicillin, rash", "Allergy · Penicillin · rash"),
    ("can't take ibuprofen, stomach", "Can’t take · Ibuprofen · stomach"),
    ("I’m allergic to latex", "Allergy · Latex"),
    ("knee 14", 'Knee pain · note "14" · now'),
    (
        "started naproxen 250 mg twice a day for knee pain",
        "Started · Naproxen · 250 mg · twice a day · for knee pain · today",
    ),
    ("naproxen", "Naproxen"),
    ("? should I stop before surgery", 'Question · Dr Osei (next visit) · "should I stop before surgery"'),
    ("visit Dr Osei 14 May 10:20", "Visit · Dr Osei · Thursday 14 May, 10:20"),
    ("no symptoms", "No symptoms today"),
    ("bad day", "Bad day · today"),
    ("bad", "Bad day · today"),
    ("anything else", "A note · now · anything else"),
)
SYMPTOMS = (
    ("6 headache", "Headache · 6 of 10 · now, 18:40"),
    ("headache 6", "Headache · 6 of 10 · now, 18:40"),
    ("yesterday evening fatigue 7", "Fatigue · 7 of 10 · yesterday evening"),
    ("fatigue 7/10", "Fatigue · 7 of 10 · now, 18:40"),
    ("headache 6 of 10", "Headache · 6 of 10 · now, 18:40"),
    ("headache 6 out of 10 this morning", "Headache · 6 of 10 · this morning"),
    ("kn pa 4", "Knee pain · 4 of 10 · now, 18:40"),
    ("stiff 3", "Hand stiffness · 3 of 10 · now, 18:40"),
    ("KNEES 2", "Knee pain · 2 of 10 · now, 18:40"),
    ("left knee 5", "Knee pain · 5 of 10 · left · now, 18:40"),
    ("knee 5 worse on stairs", "Knee pain · 5 of 10 · now, 18:40 · worse on stairs"),
    ("knee 4, could not open jars", "Knee pain · 4 of 10 · now, 18:40 · could not open jars"),
    ("headache 6 lasted 2 hours", "Headache · 6 of 10 · now, 18:40 · lasted 2 hours"),
    ("migraine 8 all day", "Migraine · 8 of 10 · now, 18:40 · all day"),
    ("hand 4 eased after an hour", "Hand stiffness · 4 of 10 · now, 18:40 · eased after an hour"),
    ("knee 2-4pm 6", "Knee pain · 6 of 10 · today, 14:00–16:00"),
    ("headache since Sunday", "Headache · since Sunday 10 May · still going"),
    ("knee 3 days ago 6", "Knee pain · 6 of 10 · Saturday 9 May"),
    ("headache 6 3 days ago", "Headache · 6 of 10 · Saturday 9 May"),
    ("no migraine", "Migraine · 0 of 10 · now, 18:40"),
    ("knee 5, fatigue 7", "Knee pain · 5 of 10 · Fatigue · 7 of 10 · now, 18:40"),
    ("knee 5 and fatigue 7 yesterday", "Knee pain · 5 of 10 · Fatigue · 7 of 10 · yesterday"),
    ("knee 5 today really sore", 'Knee pain · 5 of 10 · today · note "really sore"'),
    ("woke with headache 6", 'Headache · 6 of 10 · now, 18:40 · note "woke with"'),
    ("mémoire 4", "New symptom: mémoire · 4 of 10 · now"),
    ("migraine", "Migraine · now"),
)
UNSURE = (
    ("fatigue 6.5", 'Fatigue · 7 of 10? · now, 18:40 · note "6.5"'),
    ("knee pain 6-7", 'Knee pain · 7 of 10? · now, 18:40 · note "6-7"'),
    ("knee swelling 4", "New symptom: knee swelling? · 4 of 10 · now"),
    ("hand trouble 4", 'Hand stiffness? · 4 of 10 · now, 18:40 · note "trouble"'),
    ("pain in my knee 4", 'New symptom: pain? · 4 of 10 · now · note "in my knee"'),
    ("appointment with Dr Osei next Tuesday at 10", "Visit · Dr Osei · Tuesday 19 May, 10:00?"),
    ("fatige 7", "Fatigue? · 7 of 10 · now, 18:40"),
    ("headache 6 at 20:15", "Headache · 6 of 10 · yesterday, 20:15?"),
    ("naproxen 250 mg twice a day", "New dose? · Naproxen · 250 mg · twice a day · today"),
    ("started kaftrio 2 tablets", "Started · kaftrio? · 2 tablets · today"),
    ("started naproxen before the move", "Started · Naproxen · before the move?"),
    (
        "stopped methotrexate, rash",
        "Stopped · Methotrexate · Why: side effect · could not tolerate it?? · today",
    ),
    ("Lipitor 20 mg at night", "Started? · Lipitor? · 20 mg · at night · today"),
    ("took half", "Took · Methotrexate? · half · now, 18:40"),
)
TREATMENTS = (
    (
        "stopped methotrexate, too sick",
        "Stopped · Methotrexate · Why: side effect · could not tolerate it · today",
    ),
    ("vitamin d since March", "Started · vitamin d · March 2026"),
    ("stopped amitriptyline no difference", "Stopped · Amitriptyline · Why: it did not help · today"),
    ("skipped methotrexate cost", "Skipped · Methotrexate · Why: cost · today"),
    ("forgot naproxen yesterday", "Skipped · Naproxen · Why: forgot · yesterday"),
    ("half of naproxen", "Took · Naproxen · half · now, 18:40"),
    ("took adalimumab", "Took · Adalimumab · now, 18:40"),
    ("adalimumab injection", "Took · Adalimumab · now, 18:40"),
    ("adalimumab", "Took · Adalimumab · now, 18:40"),
    ("injection yesterday", "Took · Adalimumab · yesterday"),
    (
        "started sertraline 25, label 50, scared",
        "Started · sertraline · Planned 50 · Taking 25 · Why: worried · today",
    ),
    ("took half a naproxen", "Took · Naproxen · half · now, 18:40"),
    ("missed two doses of naproxen", "Skipped · Naproxen · today"),
    ("skipped adalimumab because of infection", "Skipped · Adalimumab · Why: because of infection · today"),
    (
        "stopped naproxen last week, dr osei said so",
        "Stopped · Naproxen · Why: clinician's advice · 4–10 May 2026",
    ),
    ("paused naproxen", "Paused · Naproxen · today"),
    ("resumed naproxen", "Started again · Naproxen · today"),
    ("naproxen 500 now", "Took · Naproxen · 500 · now, 18:40"),
    ("new dose naproxen 500 mg", "New dose · Naproxen · 500 mg · today"),
    ("naproxen new dose 500 mg", "New dose · Naproxen · 500 mg · today"),
    ("reduced methotrexate to 10", "New dose · Methotrexate · 10 mg · today"),
    ("took ibuprofen 400", "Took · ibuprofen · 400 · now, 18:40"),
    ("took 2 ibuprofen at noon", "Took · ibuprofen · 2 · today noon"),
    ("switched from naproxen to ibuprofen", "Switched · Naproxen · to ibuprofen · today"),
    ("naproxen skipped this morning", "Skipped · Naproxen · this morning"),
    ("started vitamin D 1000 iu daily in March", "Started · vitamin D · 1000 iu · daily · March 2026"),
    (
        "started naproxen on 3 May 2024 500 mg for arthritis",
        "Started · Naproxen · 500 mg · for rheumatoid arthritis · Friday 3 May 2024",
    ),
    ("started amitriptyline 10 mg at night", "Started · Amitriptyline · 10 mg · at night · today"),
)
VISITS_AND_DAYS = (
    ("visit Dr Osei 14 May", "Visit · Dr Osei · Thursday 14 May"),
    ("visit Dr Osei Thursday", "Visit · Dr Osei · Thursday 14 May"),
    ("saw Dr Osei on Thursday", "Visit · Dr Osei · Thursday 7 May"),
    ("phone Dr Lindqvist yesterday", "Phone visit · Dr Lindqvist · yesterday"),
    ("visit rheumatologist 3 June", "Visit · Dr Osei · Wednesday 3 June"),
    ("saw Dr Khan today about my knees", 'Visit · Dr Khan? · today · note "my knees"'),
    ("ER", "Emergency · today"),
    ("A&E last night chest pain", 'Emergency · last night · note "chest pain"'),
    ("hospital from 2 to 9 May", "Hospital stay · 2–9 May 2026"),
    ("ask Dr Osei: can I fly", 'Question · Dr Osei · "can I fly"'),
    ("should I stop naproxen?", 'Question · Dr Osei (next visit) · "should I stop naproxen?"?'),
    ("no symptoms today", "No symptoms today"),
    ("no symptoms yesterday", "No symptoms yesterday"),
    ("bad day yesterday", "Bad day · yesterday"),
    ("as yesterday", "Same as yesterday"),
    ("same as yesterday", "Same as yesterday"),
)
NOTES = (
    "walked 3 miles",
    "took a walk",
    "stopped crying",
    "had a rough day",
    "could not open jars",
    "went for a walk with no headache at all in the end",
)


@pytest.mark.parametrize(("typed", "strip"), DESIGN)
def test_the_strip_of_the_design(typed: str, strip: str) -> None:
    assert shown(typed) == strip


@pytest.mark.parametrize(("typed", "strip"), SYMPTOMS)
def test_symptoms_in_many_words(typed: str, strip: str) -> None:
    assert shown(typed) == strip


@pytest.mark.parametrize(("typed", "strip"), UNSURE)
def test_what_is_not_sure_is_shown_so(typed: str, strip: str) -> None:
    assert shown(typed) == strip


@pytest.mark.parametrize(("typed", "strip"), TREATMENTS)
def test_treatments_as_they_are_really_taken(typed: str, strip: str) -> None:
    assert shown(typed) == strip


@pytest.mark.parametrize(("typed", "strip"), VISITS_AND_DAYS)
def test_visits_questions_and_days(typed: str, strip: str) -> None:
    assert shown(typed) == strip


@pytest.mark.parametrize("typed", NOTES)
def test_what_is_not_understood_is_a_note(typed: str) -> None:
    assert shown(typed) == f"A note · now · {typed}"


def test_a_new_symptom_says_that_enter_keeps_it() -> None:
    assert echo(understood("jaw 3"), WORDS).caption == "Enter saves it and keeps it in your list."


def test_a_number_beyond_the_scale_says_that_it_is_a_note() -> None:
    caption = echo(understood("knee 14"), WORDS).caption
    assert caption == "The scale goes to 10, so 14 is kept as a note."


def test_a_treatment_alone_gives_three_choices() -> None:
    assert echo(understood("naproxen"), WORDS).choices == (
        (Choice.TOOK_IT_NOW, "Took it now"),
        (Choice.SOMETHING_CHANGED, "Something changed"),
        (Choice.A_NOTE, "A note"),
    )


def test_one_spoken_sentence_without_signs() -> None:
    spoken = echo(understood("knee 5 worse on stairs"), WORDS).spoken
    assert spoken == "Knee pain, 5 of 10, now, worse on stairs. Enter saves."


def test_spoken_doses_and_days_are_written_out() -> None:
    spoken = echo(understood("started naproxen 250 mg on 6 May"), WORDS).spoken.replace("\u00a0", " ")
    assert spoken == "Started, Naproxen, 250 milligrams, Wednesday 6 May 2026. Enter saves."


def test_spoken_words_of_the_person_are_announced_as_theirs() -> None:
    assert "you wrote really sore" in echo(understood("knee 5 today really sore"), WORDS).spoken


@pytest.mark.parametrize(("typed", "sharing"), [("knee 5", "May be on pages"), ("low mood 4", "Only for me")])
def test_it_says_whether_it_may_be_on_pages(typed: str, sharing: str) -> None:
    assert echo(understood(typed), WORDS).sharing == sharing


def test_an_empty_line_says_nothing() -> None:
    assert echo(understood("   "), WORDS).parts == ()


def test_between_midnight_and_five_a_bad_day_counts_to_the_day_before_and_says_so() -> None:
    early = datetime(2026, 5, 12, 3, 12, tzinfo=UTC)
    assert shown("bad day", early) == "Bad day · Monday 11 May"
    assert shown("knee 5", early) == "Knee pain · 5 of 10 · now, 03:12"


def test_an_empty_journal_knows_common_symptoms_and_treatments() -> None:
    empty = Vocabulary.of(Journal())
    strip = echo(parse("headache 6", empty, NOW), WORDS)
    assert [part.text for part in strip.parts] == ["New symptom: headache", "6 of 10", "now"]
    assert [part.text for part in echo(parse("took ibuprofen 400", empty, NOW), WORDS).parts][
        1
    ] == "ibuprofen"
