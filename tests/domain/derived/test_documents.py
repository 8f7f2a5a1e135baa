"""The new clinician document: what stands on it, for the made-up Maya and for journals at the edges."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.derived.choice import Choice, Extra
from app.domain.derived.document import (
    Asks,
    Block,
    ChartPage,
    DatedNotes,
    Document,
    Front,
    Paper,
    Part,
    Prose,
    Run,
    Table,
    Text,
    Thread,
    words_of,
)
from app.domain.derived.documents import Built, build
from app.domain.derived.documents.material import listed
from app.domain.derived.documents.words import PAGE_1_WORDS, front_words, part_texts
from app.domain.derived.shortening import shortened
from app.domain.journal import Journal, journal_of
from app.domain.records import (
    AboutMe,
    Allergy,
    Clinician,
    Condition,
    Contact,
    Decision,
    Event,
    NoneKnown,
    Note,
    Person,
    PlanStep,
    Question,
    Record,
    SafetyFact,
    Symptom,
    SymptomEntry,
    TurningPoint,
    Visit,
)
from app.domain.records.events import EventKind
from app.domain.records.person import (
    Badness,
    ConditionStatus,
    Language,
    NoneOf,
    SafetyAnswer,
    SafetyTopic,
    Topic,
)
from app.domain.records.plans import Outcome, StepKind, Who
from app.domain.records.record import PRIVATE, RecordId, Source, text_in
from app.domain.records.treatments import ChangeKind, Decided, SideEffect, Taken, TreatmentKind, Verdict
from app.domain.records.visits import Concern, Said
from app.domain.records.when import Season, in_month, in_season, in_year, on_day
from app.i18n import NB, Words
from app.services.sample import sample_journal
from tests.domain.derived.journals import (
    TODAY,
    change,
    clinician,
    make,
    medicine,
    mg,
    on,
    person,
    times_a_day,
    who,
)

MAYA = journal_of(sample_journal(TODAY))


def _of(journal: Journal, choice: Choice | None = None) -> Built:
    return build(journal, choice or Choice(), TODAY, Words())


def _clinician(name: str) -> Clinician:
    return next(item for item in MAYA.of(Clinician) if name in item.name)


def _maya(**parts: Any) -> Built:
    usual = {"for_clinician": who(_clinician("Rahal").id), "full_name": True, "record_number": True}
    return _of(MAYA, Choice(**{**usual, **parts}))


def _block(document: Document, heading: str) -> list[str]:
    """The lines of a part of page 1, with plain spaces."""
    part = next(part for part in document.fronts[0].parts if _heading(part) == heading)
    return [text.replace(NB, " ") for text in part_texts(part)[1:]]


def _heading(part: Part) -> str:
    return getattr(part, "heading", "")


def _headings(parts: Iterable[Part]) -> list[str]:
    return [_heading(part) for part in parts]


def _front_text(front: Front) -> str:
    """All of page 1 as one text, with plain spaces."""
    band = front.band
    texts = [
        band.name,
        band.kind,
        words_of(band.reader),
        band.date,
        *map(words_of, band.identity),
        band.provenance,
    ]
    texts += [text for line in front.top.concerns for text in (line.text, line.hope, line.aside)]
    texts += [text for pair in front.top.margin for text in pair]
    texts += [text for part in front.parts for text in part_texts(part)]
    return "\n".join(texts).replace(NB, " ")


def _part(document: Document, kind: type[Part], heading: str = "") -> Any:
    parts = [part for section in document.sections for part in section.parts]
    return next(part for part in parts if isinstance(part, kind) and heading in _heading(part))


# document.md 11.1: what a reader must be able to answer from page 1.
@pytest.mark.parametrize(
    ("question", "answers"),
    [
        (1, ["The injection fades after about ten days."]),
        (2, ["a plan for those days"]),
        (3, ["Inflammatory arthritis, anti-CCP positive (Dr Osei, Nov 2023)"]),
        (4, ["Migraine with aura (about 2006)", "I wonder about: dry eyes"]),
        (5, ["Penicillin: rash, 1998 (my mother told me)"]),
        (
            6,
            [
                "Methotrexate (2024): helped, but sick two days a week",
                "Amitriptyline (2024): too sleepy to drive",
                "Naproxen (still prescribed), Ibuprofen (2023): stomach pain",
                "Noticed with Adalimumab: itchy patch once, 3 Mar 2026, gone in two days",
            ],
        ),
        (7, ["mostly not since 27 Apr 2026 (stomach pain)"]),
        (8, ["40 mg injection every 2 weeks\nDr Osei\nJun 2025\narthritis\nuntil day 10"]),
        (
            9,
            [
                "Pregnancy possible, not planned (condoms). Never smoked.",
                "Kidneys, liver, blood: told normal, Mar 2026. No asthma, blood thinners, implants.",
            ],
        ),
        (10, ["I have not written about: vaccines, infections."]),
        (11, ["80 mg once a day\nDr Lindqvist", "50 mg when needed\nDr Rahal"]),
        (12, ["Nov 2025\nEmergency visit: migraine. Scan clear."]),
        (13, ["Nothing that makes driving unsafe."]),
        (
            14,
            [
                "Eye clinic referral: Dr Osei asked 12 Feb 2026; due 1 May, not here yet",
                "Adalimumab blood level: taken 12 May 2026, result pending",
            ],
        ),
        (15, ["Next visit 14 May 2026.", "Tomás, brother, 020 7946 0142. You may talk to him."]),
    ],
)
def test_page_1_answers(question: int, answers: list[str]) -> None:
    text = _front_text(_maya().document.fronts[0])
    assert [answer for answer in answers if answer not in text] == [], question


def test_page_1_says_whose_it_is() -> None:
    band = _maya().document.fronts[0].band
    assert (band.name, band.kind) == ("Maya Reyes", "my health story")
    assert words_of(band.reader) == "for Dr Sami Rahal, GP"
    assert [words_of(line).replace(NB, " ") for line in band.identity] == [
        "Born 2 October 1984 (41). Record number RC-20417.",
        "Call first: Tomás, brother, 020 7946 0142. You may talk to him.",
    ]
    assert band.provenance.replace(NB, " ") == (
        "Written by me: 1,550 readings since June 2023. Please check against your record."
    )


def test_legal_name_and_record_number_only_if_ticked() -> None:
    texts = "\n".join(text_in(_maya(full_name=False, record_number=False).document))
    assert "Maya R." in texts
    assert "Reyes" not in texts
    assert "RC-20417" not in texts


def test_blocks_of_page_1_in_their_order() -> None:
    assert _headings(_maya().document.fronts[0].parts) == [
        "Allergies",
        "Could not tolerate",
        "For safety",
        "Conditions",
        "My story",
        "Taking now",
        "Tried, stopped",
        "Waiting for",
        "Care team",
    ]


def test_a_concern_for_someone_else_says_so() -> None:
    osei = _maya(for_clinician=who(_clinician("Osei").id)).document.fronts[0].top
    rahal = _maya().document.fronts[0].top
    assert osei.aside.replace(NB, " ") == "for our visit on 14 May 2026"
    assert [line.aside for line in osei.concerns] == ["", "", ""]
    assert rahal.aside.replace(NB, " ") == "these are for Dr Osei on 14 May"
    assert [line.aside for line in rahal.concerns] == ["", "", ""]  # said once, for all of them


def test_what_this_reader_is_asked_comes_first() -> None:
    visit = make(
        Visit,
        "visit",
        clinician="rahal",
        when=on("2026-05-20"),
        concerns=(Concern(text="theirs", for_clinician=who("osei")), Concern(text="yours")),
    )
    journal = Journal.holding(person(), clinician("osei"), clinician("rahal"), visit)
    found = _of(journal, Choice(for_clinician=who("rahal"))).document.fronts[0].top.concerns
    assert [(line.text, line.aside) for line in found] == [("yours", ""), ("theirs", "for Dr Osei")]


def test_one_medicine_one_truth_on_page_1_and_page_3() -> None:
    document = _maya().document
    rows = {words_of(row.head): row for row in _part(document, Table, "Treatments").rows}
    now = next(part for part in document.fronts[0].parts if _heading(part) == "Taking now")
    assert isinstance(now, Table)
    for row in now.rows:
        dose = words_of(row.cells[0]).split(";")[0].split(" (")[0]
        assert dose in words_of(rows[words_of(row.head)].cells[0]).replace("40 mg, then ", "")
    naproxen = words_of(rows["Naproxen"].cells[4]).replace(NB, " ")
    assert naproxen == (
        "could not tolerate: stomach pain. Paused Sep–Oct 2025; mostly not since 27 Apr 2026 (stomach pain)"
    )


def test_page_3_says_what_the_design_says() -> None:
    document = _maya().document
    rows = [
        [words_of(text).replace(NB, " ") for text in (row.head, *row.cells)]
        for row in _part(document, Table, "Treatments").rows
    ]
    assert [row[0] for row in rows] == [
        "Hand therapy",
        "Adalimumab",
        "Sulfasalazine",
        "Propranolol",
        "Magnesium",
        "Amitriptyline",
        "Naproxen",
        "Methotrexate",
        "Prednisolone",
        "Sumatriptan",
        "Omega-3",
        "Ibuprofen",
    ]
    assert rows[2][1:] == ["1 g, then 2 g a day", "Oct 2024–Apr 2025", "arthritis", "no difference", ""]
    assert rows[8][1:3] == ["15, 10, 5 mg a day", "Nov 2023–Jan 2024"]
    assert rows[10][5] == "My choice: cost"


def test_questions_for_the_reader() -> None:
    asks = _part(_maya().document, Asks)
    assert asks.heading == "My questions for Dr Rahal"
    assert asks.lead == "In bold: please answer today."
    assert [(ask.text, ask.must, ask.aside) for ask in asks.asks] == [
        ("Is there something safer than naproxen for stiff mornings?", True, "asked twice, Dr Osei"),
        ("Where is the eye clinic referral?", True, "asked once"),
        ("Who do I ring at the weekend?", False, "asked once"),
        ("Is vitamin D still needed?", False, "new"),
    ]
    assert asks.after == "Also open: 2 questions for Dr Osei, 1 for Dr Lindqvist."


def test_earlier_visits_are_counted_and_stand_on_the_last_page() -> None:
    document = _maya().document
    after = _part(document, Table, "Visits").after[0][0]
    earlier = _part(document, Block, "Earlier visits")
    assert after.text == "9 earlier visits: page {page}."
    assert after.page_of == earlier.anchor
    assert len(earlier.lines) == 9


def test_every_page_named_has_its_anchor() -> None:
    document = _maya().document
    named = {run.page_of for run in _runs(document) if run.page_of}
    parts = [part for section in document.sections for part in section.parts]
    assert named <= {getattr(part, "anchor", "") for part in parts}


def _runs(value: object) -> Iterable[Run]:
    if isinstance(value, Run):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _runs(item)
    else:
        for name in getattr(value, "__dataclass_fields__", ()):
            yield from _runs(getattr(value, name))


def test_the_chart_stands_on_page_2_and_its_readings_are_page_1s() -> None:
    built = _maya()
    assert isinstance(built.document.sections[0].parts[0], ChartPage)
    assert any("1,550" in text for text in text_in(built.document.sections[0]))


def test_dated_notes_newest_first() -> None:
    notes = _part(_maya().document, DatedNotes)
    assert [month.heading.replace(NB, " ") for month in notes.months][:3] == [
        "May 2026",
        "April 2026",
        "March 2026",
    ]
    assert notes.after == "Earlier notes are in my journal; ask me."
    said = {(note.day, words_of(note.paragraphs[0]).split(".")[0]) for note in notes.months[0].notes}
    assert ("6", "Bad day") in said
    november = next(month for month in notes.months if "November" in month.heading)
    phone = next(note for note in november.notes if "phone" in words_of(note.paragraphs[0]))
    letter = next(note for note in november.notes if "Riverside" in words_of(note.paragraphs[0]))
    assert (phone.provenance, letter.provenance.replace(NB, " ")) == (
        "written 9 days later",
        "letter came 20 Jan 2026",
    )


def test_own_words_are_in_their_own_voice() -> None:
    visits = _part(_maya().document, Table, "Visits")
    told = visits.rows[0].cells[0]
    assert [(run.text.strip()[:13], run.voice) for run in told] == [
        ("I understood:", "facts"),
        ("She thinks th", "words"),
    ]
    said = next(run for row in visits.rows for run in row.cells[0] if run.quoted)
    assert said.text == "“Keep going. Pause naproxen, let the stomach rest.”"


def test_the_warning_counts_the_words_of_the_front_that_is_drawn() -> None:
    built = _maya()
    for number, front in enumerate(built.document.fronts):
        found = front_words(front, "page 1 of 1")
        said = " ".join(built.drawn_with(number).warnings)
        warned = f"Page 1 has {found} words. 350 take a minute and a half." in said
        assert warned == (found > PAGE_1_WORDS)


def test_file_name_title_and_footer() -> None:
    document = _maya().document
    assert document.file_name == "Maya R, for Dr Rahal, 2026-05-12.pdf"
    assert document.title.replace(NB, " ") == "Maya Reyes: my health story, 12 May 2026"
    assert (
        document.footer.replace(NB, " ")
        == "Maya Reyes · born 2 Oct 1984 · written by the patient · 12 May 2026"
    )


@pytest.mark.parametrize(
    ("name", "for_whom", "file_name"),
    [
        ("Maya R.", "", "Maya R, my health story, 2026-05-12.pdf"),
        ("A/B\\C:D*", 'Dr "X" <y>|?', "ABCD, for Dr X y, 2026-05-12.pdf"),
        ("مايا", "Δρ Ω", "مايا, for Δρ Ω, 2026-05-12.pdf"),
        ("N" * 100, "Dr X", "N" * 64 + ", 2026-05-12.pdf"),
    ],
)
def test_file_names_are_safe(name: str, for_whom: str, file_name: str) -> None:
    document = _of(Journal.holding(person(name=name)), Choice(someone_else=for_whom)).document
    assert document.file_name == file_name
    assert len(document.file_name) <= 80


def test_an_empty_journal_says_which_kind_of_empty() -> None:
    document = _of(Journal()).document
    front = document.fronts[0]
    asked = "I have not written this down. Please ask me."
    # True as well where what was written is kept back, which leaves no trace (document.md 6.3).
    assert front.top.nothing == "Please ask me."
    assert _headings(front.parts) == ["Allergies", "For safety", "Conditions", "Taking now"]
    for heading in ("Allergies", "Conditions", "Taking now"):
        assert _block(document, heading)[-1] == asked
    (empty,) = _block(document, "For safety")
    assert empty.startswith("I have not written about: pregnancy, smoking, kidneys, liver, blood, blood thin")
    assert empty.endswith("implants, asthma.")
    assert document.sections == ()
    assert document.file_name == "my health story, 2026-05-12.pdf"


def test_none_counts_only_when_it_was_said() -> None:
    said = [make(NoneKnown, f"none {of}", of=of) for of in NoneOf]
    document = _of(Journal.holding(person(), *said)).document
    for heading in ("Allergies", "Conditions", "Taking now"):
        assert _block(document, heading)[-1] == "None that I know of."


def test_what_is_kept_back_is_not_said_to_be_all() -> None:
    journal = Journal.holding(
        person(),
        make(Allergy, "a", substance="Latex", sharing=PRIVATE),
        make(Condition, "c", name="HIV", sharing=PRIVATE),
        medicine("m", sharing=PRIVATE),
        make(SafetyFact, "s", topic=SafetyTopic.SMOKING, answer=SafetyAnswer.YES, sharing=PRIVATE),
    )
    document = _of(journal).document
    for heading in ("Allergies", "Conditions", "Taking now", "For safety"):
        assert _block(document, heading)[-1] == "I chose not to list everything here. Please ask me."
    assert not any("smoking" in text for text in _block(document, "For safety"))


def test_worst_allergy_first_and_intolerances_apart() -> None:
    journal = Journal.holding(
        make(Allergy, "a", substance="Dust", badness=Badness.MILD),
        make(
            Allergy, "b", substance="Nuts", reaction="throat closes", badness=Badness.BAD, when=in_year(2001)
        ),
        make(Allergy, "c", substance="Latex", how_sure="tested"),
        make(Allergy, "d", substance="Codeine", reaction="sick", intolerance=True),
    )
    document = _of(journal).document
    assert _block(document, "Allergies") == ["Nuts: throat closes, 2001", "Latex: (tested)", "Dust"]
    assert _block(document, "Could not tolerate") == ["Codeine: sick"]


def test_safety_facts_as_sentences() -> None:
    facts = (
        make(SafetyFact, "a", topic=SafetyTopic.BLOOD_THINNERS, answer=SafetyAnswer.YES),
        make(SafetyFact, "b", topic=SafetyTopic.IMPLANTS, answer=SafetyAnswer.YES, words="pacemaker, left"),
        make(SafetyFact, "c", topic=SafetyTopic.PREGNANCY, answer=SafetyAnswer.DOES_NOT_APPLY),
        make(SafetyFact, "d", topic=SafetyTopic.SMOKING, answer=SafetyAnswer.NO),
        make(
            SafetyFact,
            "e",
            topic=SafetyTopic.KIDNEYS,
            answer=SafetyAnswer.YES,
            words="half as strong",
            told_by_clinician="osei",
            told=in_month(2026, 3),
        ),
    )
    assert _block(_of(Journal.holding(clinician("osei"), *facts)).document, "For safety") == [
        (
            "Kidneys: half as strong, Dr Osei, Mar 2026. Implants: pacemaker, left. "
            "Blood thinners: yes. No smoking."
        ),
        "I have not written about: liver, blood, asthma.",
    ]


def test_vaccines_and_infections_are_asked_only_of_whom_they_matter_to() -> None:
    lowered = _block(_of(Journal.holding(person(immune_lowering=True))).document, "For safety")
    assert lowered[0].endswith("asthma, vaccines, infections.")
    assert "vaccines" not in _block(_of(Journal.holding(person())).document, "For safety")[0]


def test_conditions_in_order_with_who_told_them() -> None:
    told = {"told_by_clinician": "osei", "told": in_month(2023, 11)}
    journal = Journal.holding(
        clinician("osei"),
        make(Condition, "over", name="Anaemia", status=ConditionStatus.RESOLVED, ended=in_year(2020)),
        make(Condition, "new", name="Gout", onset=in_year(2024), **told),
        make(Condition, "old", name="Asthma", onset=in_year(1990)),
        make(Condition, "maybe", name="Lupus", status=ConditionStatus.SUSPECTED, **told),
        make(Condition, "out", name="MS", status=ConditionStatus.RULED_OUT, **told),
        make(Condition, "mine", name="dry eyes", wondering=True),
    )
    assert _block(_of(journal).document, "Conditions") == [
        "Asthma (1990)",
        "Lupus, suspected (Dr Osei, Nov 2023)",
        "Gout (Dr Osei, Nov 2023)",
        "Anaemia, over since 2020. Ruled out: MS. I wonder about: dry eyes",
    ]


def test_more_conditions_than_lines_are_all_named() -> None:
    found = [make(Condition, f"c{n:02}", name=f"Condition {n:02}", order=n) for n in range(20)]
    document = _of(Journal.holding(*found)).document
    for front in document.fronts:
        block = next(part for part in front.parts if _heading(part) == "Conditions")
        assert isinstance(block, Block)
        assert len(block.lines) in {4, 6}
        assert words_of(block.lines[-1]).startswith("Also: ")
        said = "\n".join(words_of(line) for line in block.lines)
        assert all(item.name in said for item in found)


def test_identity_lines() -> None:
    journal = Journal.holding(
        person(
            born=on_day(date(1984, 5, 13)),
            pronouns="she/her",
            languages=(Language(name="BSL", interpreter=True),),
        ),
        make(Contact, "a", name="Tomás", tie="brother", call_first=True, may_be_spoken_to=True),
        make(Contact, "b", name="Ana", may_be_spoken_to=True, object_pronoun="her"),
    )
    assert [words_of(line).replace(NB, " ") for line in _of(journal).document.fronts[0].band.identity] == [
        "Born 13 May 1984 (41). she/her. Needs an interpreter: BSL.",
        "Call first: Tomás, brother. You may talk to Tomás and Ana.",
    ]


def test_birth_year_only_and_a_carer() -> None:
    journal = Journal.holding(
        person(born=on("1984-05-13"), birth_year_only=True, carer_name="Ana", carer_relation="mother"),
    )
    document = _of(journal).document
    assert words_of(document.fronts[0].band.identity[0]) == "Born 1984."
    assert document.fronts[0].band.provenance == (
        "Written by Ana, mother, for Maya R. Please check against your record."
    )
    assert document.footer.replace(NB, " ") == "Maya R. · born 1984 · written by the carer · 12 May 2026"


def test_my_story_from_the_journal_where_nothing_was_ticked() -> None:
    journal = Journal.holding(
        clinician("osei"),
        make(
            Condition,
            "c",
            name="Arthritis",
            onset=in_season(2022, Season.AUTUMN),
            told_by_clinician="osei",
            told=in_month(2023, 11),
        ),
        make(Event, "e1", title="Hospital", event=EventKind.ADMISSION, when=on("2024-01-01")),
        make(
            Event,
            "e2",
            title="Emergency visit",
            event=EventKind.EMERGENCY,
            when=on("2025-11-03"),
            outcome="home",
        ),
        make(Event, "e3", title="Went part-time", event=EventKind.LIFE_CHANGE, when=on("2025-01-06")),
    )
    assert _block(_of(journal).document, "My story") == [
        "Autumn 2022",
        "Arthritis began.",
        "Nov 2023",
        "Dr Osei: Arthritis.",
        "6 Jan 2025",
        "Went part-time.",
        "3 Nov 2025",
        "Emergency visit: home.",
    ]


def _crowded() -> Journal:
    """More of everything than page 1 holds."""
    records: list[Record] = [person(), clinician("reader")]
    for n in range(25):
        key = f"m{n:02}"
        records += [
            medicine(key, prescriber="p0"),
            change(key, ChangeKind.STARTED, "2025-01-01", planned=mg(n + 1)),
        ]
    for n in range(6):
        records += [medicine(f"t{n}"), change(f"t{n}", ChangeKind.STARTED, "2024-01-01")]
        records.append(change(f"t{n}", ChangeKind.STOPPED, "2024-06-01", verdict=Verdict.HELPED))
        records.append(clinician(f"p{n}", specialty="care", order=n))
        step = {"step": StepKind.REFERRAL, "who": Who.CLINICIAN, "by": on("2026-06-01")}
        records.append(make(PlanStep, f"s{n}", text=f"Referral {n}", **step))
        records.append(make(TurningPoint, f"tp{n}", text=f"Turn {n}", when=in_year(2010 + n)))
        records.append(make(Condition, f"c{n}", name=f"Condition {n}", order=n))
        records.append(make(Condition, f"d{n}", name=f"Other {n}", order=n + 10))
    records += [make(Allergy, f"a{n:02}", substance=f"Allergen {n:02}") for n in range(12)]
    records.append(make(Visit, "next", clinician="p5", when=on("2026-05-20")))
    return Journal.holding(*records)


def test_page_1_is_cut_in_the_order_of_the_design() -> None:
    fronts = _of(_crowded(), Choice(for_clinician=who("reader"))).document.fronts
    assert [_sizes(front) for front in fronts] == [
        # tried, story, waiting, care team, rows, conditions
        (4, 5, 4, 4, 8, 6),
        (4, 3, 4, 4, 8, 6),
        (2, 3, 4, 4, 8, 6),
        (2, 2, 4, 4, 8, 6),
        (2, 2, 3, 4, 8, 6),
        (2, 2, 3, 2, 8, 6),
        (2, 2, 3, 2, 6, 6),
        (2, 2, 3, 2, 6, 4),
        (0, 2, 0, 1, 6, 4),
    ]
    assert _headings(fronts[-1].moved) == ["Tried, stopped", "Waiting for", "Care team"]
    assert not any(front.moved for front in fronts[:-1])


def _sizes(front: Front) -> tuple[int, ...]:
    parts = {_heading(part): part for part in front.parts}
    tried = parts.get("Tried, stopped")
    names = sum(words_of(line).count("helped") for line in tried.lines) if isinstance(tried, Block) else 0
    story, now = parts["My story"], parts["Taking now"]
    assert isinstance(story, Thread)
    assert isinstance(now, Table)
    return (
        names,
        len(story.items),
        _lines(parts.get("Waiting for")),
        _lines(parts.get("Care team")),
        len(now.rows),
        _lines(parts["Conditions"]),
    )


def _lines(part: Part | None) -> int:
    return len(part.lines) if isinstance(part, Block) else 0


def test_nothing_of_the_safety_lists_is_ever_cut() -> None:
    journal = _crowded()
    for front in _of(journal, Choice(for_clinician=who("reader"))).document.fronts:
        text = _front_text(front)
        assert all(item.substance in text for item in journal.of(Allergy))
        assert all(f"M{n:02}" in text or f"m{n:02}" in text for n in range(25))
        assert "Next visit 20 May 2026." in text


def test_what_is_counted_as_more_is_on_page_3() -> None:
    document = _of(_crowded(), Choice(for_clinician=who("reader"))).document
    more = _block(document, "Waiting for")[-1]
    assert more == "+ 3 more on page {page}"
    assert len(_part(document, Block, "Waiting for").lines) == 6
    assert _block(document, "Tried, stopped")[0].endswith("(Page {page}.)")


def test_imported_lists_name_their_source_once_and_show_everything() -> None:
    source = Source(title="record.json", dated="12 Jan 2026", code="x")
    journal = Journal.holding(
        person(),
        *(make(Condition, f"c{n}", name=f"Problem {n}", source=source) for n in range(9)),
        *(make(Allergy, f"a{n}", substance=f"Allergen {n}", source=source) for n in range(3)),
        *(medicine(f"drug{n}", source=source) for n in range(12)),
        make(Condition, "mine", name="Headache"),
    )
    text = _front_text(_of(journal).document.fronts[0])
    assert all(f"Problem {n}" in text for n in range(9))
    assert all(f"rug{n}" in text for n in range(12))
    assert _block(_of(journal).document, "Allergies")[-1] == "All from my hospital record, 12 Jan 2026."
    assert "Problem 0 (from my hospital record, 12 Jan 2026)" in text


def test_side_effects_of_what_is_taken_now_only() -> None:
    effect = SideEffect(words="itchy patch", gone_after="two days", came_back=True)
    journal = Journal.holding(
        medicine("now"),
        change("now", ChangeKind.STARTED, "2025-01-01"),
        change("now", ChangeKind.NOTICED, "2026-03-03", side_effects=(effect,)),
        medicine("over"),
        change("over", ChangeKind.NOTICED, "2024-03-03", side_effects=(effect,)),
        change("over", ChangeKind.STOPPED, "2024-04-03"),
    )
    assert _block(_of(journal).document, "Could not tolerate") == [
        "Noticed with Now: itchy patch, 3 Mar 2026, gone in two days, came back"
    ]


def test_not_prescribed_and_not_tolerated_is_said_to_be_still_taken() -> None:
    journal = Journal.holding(
        medicine("iron", treatment=TreatmentKind.SUPPLEMENT, my_choice=True),
        change("iron", ChangeKind.STARTED, "2025-01-01", planned=mg(20), how_often=times_a_day(1)),
        change(
            "iron", ChangeKind.HOW_TAKEN, "2026-01-01", taken=Taken.NOT, not_tolerated=True, reaction="cramps"
        ),
    )
    document = _of(journal).document
    assert _block(document, "Could not tolerate") == ["Iron (still taking): cramps"]
    assert _block(document, "Taking now")[-1] == (
        "Also: Iron 20 mg once a day (my choice), mostly not since 1 Jan 2026 (cramps)."
    )


def test_one_entry_makes_a_document() -> None:
    journal = Journal.holding(
        person(),
        make(Symptom, "knee", name="Knee pain"),
        make(SymptomEntry, "entry", symptom="knee", when=on("2026-05-12"), severity=6, written=_at(0)),
    )
    document = _of(journal).document
    assert document.fronts[0].band.provenance.replace(NB, " ") == (
        "Written by me: 1 reading since May 2026. Please check against your record."
    )
    notes = _part(document, DatedNotes)
    assert [words_of(note.paragraphs[0]) for note in notes.months[0].notes] == ["Knee pain 6."]
    assert notes.after == ""


def _at(days: int) -> Any:
    return make(Person, "x", name="x").written + timedelta(days=11 + days)


def test_ten_years_of_readings_and_long_names_make_a_document() -> None:
    name = "N" * 60
    entries = [
        make(
            SymptomEntry, f"e{n:04}", symptom="s", when=on_day(TODAY - timedelta(days=2 * n)), severity=n % 10
        )
        for n in range(1_825)
    ]
    journal = Journal.holding(
        person(name=name), clinician("reader", name=name), make(Symptom, "s", name=name), *entries
    )
    built = _of(journal, Choice(for_clinician=who("reader"), extras=frozenset({Extra.EVERY_READING})))
    table = _part(built.document, Table, "Date")
    assert len(table.rows) == 1_825
    assert "1,825 readings" in built.document.fronts[0].band.provenance
    assert len(built.document.file_name) <= 80


def test_every_reading_only_if_ticked() -> None:
    assert not any(section.title == "Every reading" for section in _maya().document.sections)
    ticked = _maya(extras=frozenset({Extra.EVERY_READING})).document
    assert len(_part(ticked, Table, "Date").rows) == len(MAYA.of(SymptomEntry))
    assert not any(isinstance(part, Prose) and "words" in part.heading for part in ticked.sections[2].parts)


def test_text_is_printed_as_it_was_typed() -> None:
    typed = "  knee\tpain…  ÀÉ <b>&amp; 🙂 "
    journal = Journal.holding(person(), make(TurningPoint, "t", text=typed, when=in_year(2020)))
    story = next(part for part in _of(journal).document.fronts[0].parts if isinstance(part, Thread))
    assert words_of(story.items[0][1]).startswith(typed)


def test_the_paper_and_the_language_are_the_choices() -> None:
    document = _of(Journal.holding(person()), Choice(paper=Paper.LETTER)).document
    assert (document.paper, document.language) == (Paper.LETTER, "en")


def test_changed_afterwards_is_said() -> None:
    visit = make(Visit, "v", clinician="osei", when=on("2026-04-30"), heard="Rest.")
    journal = Journal.holding(person(), clinician("osei"), visit)
    built = build(journal, Choice(), TODAY, Words(), {RecordId("v"): date(2026, 5, 3)})
    note = _part(built.document, DatedNotes).months[0].notes[0]
    assert note.provenance.replace(NB, " ") == "changed 3 May 2026"


def test_left_out_for_me_is_a_document_of_its_own() -> None:
    built = _maya()
    own = built.left_out_document
    front = own.fronts[0]
    assert own.sections == ()
    assert own.footer == own.front_footer == "For me only"
    assert front.band.name == "What this document leaves out"
    assert front.band.provenance == "For me only. Do not hand this over."
    lines = [line for part in front.parts if isinstance(part, Block) for line in part.lines]
    assert len(lines) == built.left_out.count
    assert own.file_name == "Maya R, for Dr Rahal, 2026-05-12, left out, for me.pdf"
    assert not set(_text(lines)) & set(text_in(built.document.sections))


def _text(lines: list[Text]) -> list[str]:
    return [words_of(line) for line in lines]


def test_private_things_put_in_are_told_before_saving() -> None:
    visit = make(Visit, "v", clinician="osei", when=on("2026-04-30"), sharing=PRIVATE)
    journal = Journal.holding(person(), clinician("osei"), visit)
    found = _of(journal, Choice(put_in=frozenset({visit.id}))).left_out
    assert [item.record for item in found.private_in] == ["v"]
    assert found.items == ()


def test_what_is_longer_than_its_place_is_said_and_not_cut() -> None:
    long = "x" * 120
    visit = make(
        Visit, "v", clinician="osei", when=on("2026-05-30"), concerns=(Concern(text=long, hope=long),)
    )
    built = _of(Journal.holding(person(), clinician("osei"), visit))
    assert built.document.fronts[0].top.concerns[0].text == long
    assert "A concern has 120 characters. The page has room for 110." in built.warnings


LONG = "It went on. " * 90_000  # about a megabyte
LONG_TEXTS = (
    make(
        Visit, "v", clinician="osei", when=on("2026-04-30"), heard=LONG, became=LONG, said=(Said(words=LONG),)
    ),
    make(Visit, "next", clinician="osei", when=on("2026-05-30"), main_thing=LONG),
    make(Note, "n", text=LONG, when=on("2026-05-01")),
    make(Question, "q", text=LONG),
    make(AboutMe, "story", topic=Topic.STORY, text=LONG),
    make(AboutMe, "matters", topic=Topic.MATTERS, text=LONG),
    make(Event, "e", title="Stay", event=EventKind.ADMISSION, when=on("2026-05-01"), outcome=LONG, note=LONG),
    make(Decision, "d", about="x", visit="v", chosen=LONG, because=LONG, decided=Decided.ME),
    make(
        PlanStep, "s", text="x", visit="v", outcome=Outcome.DONE, outcome_words=LONG, settled=on("2026-05-02")
    ),
    make(SymptomEntry, "r", symptom="knee", when=on("2026-05-02"), severity=5, note=LONG),
    medicine("naproxen"),
    change("naproxen", ChangeKind.HOW_TAKEN, "2026-04-01", taken=Taken.NOT, why_words=LONG, noticed=LONG),
    medicine("other"),
    change("other", ChangeKind.STOPPED, "2026-04-01", why_words=LONG, not_tolerated=True, note=LONG),
)


def test_a_megabyte_anywhere_still_makes_pages() -> None:
    journal = Journal.holding(person(), clinician("osei"), make(Symptom, "knee", name="Knee"), *LONG_TEXTS)
    built = _of(journal, Choice(extras=frozenset(Extra)))
    longest = max(len(text) for text in text_in(built.document))
    assert longest < 10_000
    assert sum(len(text) for text in text_in(built.document)) < 60_000


def test_what_is_cut_ends_at_a_sentence_or_a_word_and_says_so() -> None:
    assert shortened("One two. Three four five", 17) == "One two. Three …"
    assert shortened("One two three. Four five", 17) == "One two three. …"
    assert shortened("x" * 20, 10) == "x" * 10 + " …"
    assert shortened("as  it is ", 10) == "as  it is "


def test_the_same_choice_gives_the_same_document() -> None:
    assert _maya() == _maya()
    assert replace(_maya().document, paper=Paper.LETTER) == _maya(paper=Paper.LETTER).document


def test_imported_things_of_several_dates_name_the_record_once() -> None:
    sources = [
        Source(title="record.json", dated=dated, code=dated) for dated in ("12 Jan 2026", "3 Feb 2026")
    ]
    found = [medicine(f"pill{at}", source=source) for at, source in enumerate(sources)]
    records: list[Record] = [*found, *(change(item.id, ChangeKind.STARTED, "2025-01-01") for item in found)]
    document = _of(journal_of(records)).document
    assert _block(document, "Taking now")[-1] == "All from my hospital record."
    own = medicine("mint", treatment=TreatmentKind.SUPPLEMENT)
    records += [own, change("mint", ChangeKind.STARTED, "2025-01-01")]
    mixed = _block(_of(journal_of(records)).document, "Taking now")
    assert not any(line.startswith("All from") for line in mixed)
    assert sum("from my hospital record, " in line for line in mixed) == len(found)


def test_names_of_treatments_are_printed_as_they_were_written() -> None:
    pill = medicine("pill", name="Lipitor", treatment=TreatmentKind.FROM_THE_SHOP)
    records = [pill, change("pill", ChangeKind.STARTED, "2025-01-01", planned=mg(20))]
    assert "Also: Lipitor 20 mg (from the shop)." in _block(_of(journal_of(records)).document, "Taking now")


def test_a_document_that_begins_on_a_day_says_so_on_page_2() -> None:
    part = _maya(since=date(2026, 1, 9)).document.sections[0].parts[0]
    assert isinstance(part, ChartPage)
    assert "Readings, visits and events: only since 9 Jan 2026." in part.words_lead.replace(NB, " ")


def test_a_question_not_reached_needs_no_second_mark() -> None:
    assert listed(("The eye test", "Is it safe?", "Why?")) == "The eye test; Is it safe? Why?"
