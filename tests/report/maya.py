"""A document made by hand with the words of the pictures, so that pages can be laid beside them."""

from datetime import date

from app.domain.derived.document import (
    Ask,
    Asks,
    Band,
    Block,
    ConcernLine,
    DatedNote,
    DatedNotes,
    Document,
    Front,
    NoteMark,
    NotesMonth,
    Paper,
    Prose,
    Row,
    Run,
    Section,
    Table,
    Text,
    Thread,
    TopZone,
    Voice,
)

NB = "\u00a0"


def text(*parts: str) -> Text:
    """Facts; what stands between stars is bold: `text("*Penicillin:* rash")`."""
    runs: list[Run] = []
    for part in parts:
        for number, piece in enumerate(part.split("*")):
            if piece:
                runs.append(Run(text=piece, bold=bool(number % 2)))
    return tuple(runs)


def quoted(words: str) -> Run:
    return Run(text=words, voice=Voice.WORDS, quoted=True)


def band() -> Band:
    return Band(
        name="Maya Reyes",
        kind="my health story",
        reader=text(f"for *Dr{NB}Sami Rahal*, GP"),
        date=f"12{NB}May 2026",
        identity=(
            text(f"*Born 2{NB}October 1984* (41). Record number RC-20417."),
            text(f"Call first: Tomás, brother, *020{NB}7946{NB}0142*. You may talk to him."),
        ),
        provenance="Written by me: 1,550 readings since June 2023. Please check against your record.",
    )


def top() -> TopZone:
    return TopZone(
        heading="Why I am here",
        concerns=(
            ConcernLine(
                text="The injection fades after about ten days. The last four are bad.",
                hope="Hope: a plan for those days",
            ),
            ConcernLine(
                text="Naproxen hurts my stomach. Most mornings I skip it.",
                hope="Hope: something safer for stiff mornings",
            ),
            ConcernLine(
                text="My hands at work. By noon I can’t hold a date stamp.",
                hope="Hope: keeping three days a week at the library",
            ),
        ),
        margin=(("What matters to me", "Driving Inés, my daughter. Nothing that makes driving unsafe."),),
    )


def taking_now() -> Table:
    rows = (
        (
            "Adalimumab",
            f"40{NB}mg injection every 2{NB}weeks",
            "Osei",
            f"Jun{NB}2025",
            "arthritis",
            "until day 10",
        ),
        (
            "Naproxen",
            f"250{NB}mg twice a day; mostly not since 27{NB}Apr 2026",
            "Osei",
            f"Jan{NB}2024",
            "arthritis",
            "yes",
        ),
        ("Propranolol", f"80{NB}mg once a day", "Lindqvist", f"Oct{NB}2024", "migraine", "yes"),
        ("Sumatriptan", f"50{NB}mg when needed", "Rahal", f"Oct{NB}2023", "migraine", "yes"),
    )
    return Table(
        heading="Taking now",
        corner="Medicine",
        heads=("How I take it", "Prescriber", "Since", "For", "Helps?"),
        widths=(53.2, 23.6, 18.8, 17.6, 21.8),
        rows=tuple(
            Row(head=text(name), cells=(text(how), text(f"Dr{NB}{who}"), *map(text, others)))
            for name, how, who, *others in rows
        ),
        after=(text(f"Also: magnesium 300{NB}mg a day (my choice); hand therapy weekly."),),
    )


def front() -> Front:
    return Front(
        band=band(),
        top=top(),
        parts=(
            Block(
                heading="Allergies",
                lines=(text("*Penicillin:* rash, 1998 (my mother told me)"),),
                reversed_heading=True,
                listed=True,
            ),
            Block(
                heading="Could not tolerate",
                lines=(
                    text("*Methotrexate* (2024): helped, but sick two days a week"),
                    text("*Amitriptyline* (2024): too sleepy to drive"),
                    text("*Naproxen* (still prescribed), *ibuprofen* (2023): stomach pain"),
                ),
                listed=True,
            ),
            Block(
                heading="For safety",
                lines=(
                    text(
                        "Pregnancy possible, not planned (condoms). Never smoked. No asthma, blood thinners, "
                        f"implants. Kidneys, liver, blood: told normal, Mar{NB}2026."
                    ),
                    text("I have not written about: vaccines, infections."),
                ),
            ),
            Block(
                heading="Conditions",
                lines=(
                    text(f"*Inflammatory arthritis*, anti-CCP positive (Dr{NB}Osei, Nov{NB}2023)"),
                    text("*Migraine with aura* (about 2006). I wonder about: dry eyes"),
                ),
                listed=True,
            ),
            Thread(
                heading="My story",
                items=(
                    ("Autumn 2022", text("Knee pain, first called wear and tear.")),
                    (f"Nov{NB}2025", text("Emergency visit: migraine. Scan clear.")),
                ),
            ),
            taking_now(),
            Block(
                heading="Tried, stopped",
                lines=(
                    (
                        Run(text="Sulfasalazine: no difference. Prednisolone: helped. "),
                        Run(text=f"(Page{NB}{{page}}.)", page_of="treatments"),
                    ),
                ),
            ),
            Block(
                heading="Waiting for",
                lines=(
                    text(
                        f"*Eye clinic referral:* Dr{NB}Osei asked 12{NB}Feb 2026; due 1{NB}May, not here yet"
                    ),
                    text(f"*Adalimumab blood level:* taken 12{NB}May 2026, result pending"),
                ),
                listed=True,
            ),
            Block(
                heading="Care team",
                lines=(
                    text(f"*Dr{NB}Osei*, rheumatology, 020{NB}7946{NB}0177. *Next visit 14{NB}May 2026.*"),
                    text(f"*Dr{NB}Lindqvist*, neurology"),
                ),
                listed=True,
            ),
        ),
    )


_TREATMENTS = """Hand therapy|weekly, exercises|since Jun 2025|hands|helped|
Adalimumab|40 mg every 2 weeks|since 12 Jun 2025|arthritis|helped a lot|Itchy patch, 3 Mar 2026, \
two days
Sulfasalazine|1 g, then 2 g a day|Oct 2024–Apr 2025|arthritis|no difference|
Propranolol|40 mg, then 80 mg a day|since 8 Oct 2024|migraine|helped|May be making me tired
Magnesium|300 mg a day\nsupplement|since May 2024|migraine|can’t tell|
Amitriptyline|10 mg at night|Mar–Jul 2024|migraine|can’t tell|could not tolerate: too sleepy to \
drive
Naproxen|250 mg twice a day|since Jan 2024|arthritis|helped|could not tolerate: stomach pain. \
Paused Sep–Oct 2025; mostly not since 27 Apr 2026
Methotrexate|10, then 15 mg a week|Dec 2023–Sep 2024|arthritis|helped|could not tolerate: sick two \
days every week
Prednisolone|15, 10, 5 mg a day|Nov 2023–Jan 2024|arthritis|helped a lot|Short course, ended as \
planned
Sumatriptan|50 mg when needed|since Oct 2023|migraine|helped|
Omega-3|1 g a day supplement|Aug 2023–Feb 2024|joints|can’t tell|My choice: cost
Ibuprofen|400 mg from the shop|Jun–Nov 2023|knees|a little|could not tolerate: stomach pain"""

_VISITS = """12 Feb 2026/Dr Osei|I understood: the injection works but may run out early. Two more months of \
notes before any change.|Nurse call about the rash: done 3 Mar. My notes: done. Eye referral, Dr \
Osei, by 1 May: not here yet
20 Jan 2026/Dr Lindqvist|No change. Next check in a year.|
9 Jan 2026/Dr Rahal|Took over from Dr Whitlock.|Repeats moved to you
18 Nov 2025/Dr Osei, phone|After the emergency visit. No change.|Naproxen question not reached
11 Sep 2025/Dr Osei|She said: keep going, pause naproxen, let the stomach rest.|Done. Restarted 20 \
Oct: mornings too stiff
5 Jun 2025/Dr Osei|Three choices. We chose the injection together: fewer visits, fits my \
driving.|Started 12 Jun"""


def treatments() -> Table:
    return Table(
        heading="Treatments",
        corner="Treatment",
        heads=("Dose and how often", "When", "For", "Did it help?", "What happened"),
        widths=(35.9, 34.4, 16.0, 22.5, 38.0),
        label_width=27.2,
        rows=tuple(
            Row(head=text(name), cells=tuple(map(text, cells)))
            for name, *cells in (line.split("|") for line in _joined(_TREATMENTS))
        ),
        small=True,
        anchor="treatments",
    )


def _joined(lines: str) -> list[str]:
    return lines.replace("day\nsupplement", "day, supplement").splitlines()


def visits() -> Table:
    rows = []
    for head, *cells in (line.split("|") for line in _VISITS.splitlines()):
        day, who = head.split("/")
        rows.append(
            Row(head=(Run(text=f"{day}\n"), Run(text=who, small=True)), cells=tuple(map(text, cells)))
        )
    return Table(
        heading="Visits",
        corner="Visit",
        heads=("What I was told, what we decided", "What became of it"),
        widths=(78.0, 63.0),
        label_width=33.0,
        rows=tuple(rows),
        after=((Run(text="9 earlier visits: page {page}.", page_of="earlier"),),),
        small=True,
    )


def questions() -> Asks:
    return Asks(
        heading=f"My questions for Dr{NB}Rahal",
        lead="In bold: please answer today.",
        asks=(
            Ask(
                text="Is there something safer than naproxen for stiff mornings?",
                must=True,
                aside=f"asked twice, Dr{NB}Osei",
            ),
            Ask(text="Where is the eye clinic referral?", must=True, aside="asked once"),
            Ask(text="Is vitamin D still needed?", aside="new"),
            Ask(text="Who do I ring at the weekend?", aside="asked once"),
        ),
        after=f"Also open: 2 questions for Dr{NB}Osei, 1 for Dr{NB}Lindqvist.",
    )


def month(name: str, *notes: DatedNote) -> NotesMonth:
    return NotesMonth(heading=name, continued=f"{name}, continued", notes=notes)


def dated(day: str, mark: NoteMark, *paragraphs: Text, late: str = "", pattern: str = "") -> DatedNote:
    return DatedNote(day=day, mark=mark, paragraphs=paragraphs, provenance=late, pattern=pattern)


def dated_notes() -> DatedNotes:
    osei = (
        (
            *text("*Dr Osei, in person.* I understood: "),
            quoted(
                "“She thinks the injection works but may run out early. She wants to see two more months "
                "written down before she changes it.”"
            ),
        ),
        text(
            "Agreed: eye clinic referral (Dr Osei, by 1 May), nurse call about the rash (clinic), note each "
            "injection day (me)."
        ),
        text("Not reached: should I keep taking naproxen?"),
    )
    letter = (
        *text("*Emergency visit, Riverside Hospital.* Letter of 3 November: "),
        quoted("“Migraine with aura. CT head: no acute change.”"),
        *text(" I understood: no stroke, no new medicine."),
    )
    return DatedNotes(
        months=(
            month(
                "May 2026",
                dated(
                    "12", NoteMark.STEP, text("*Blood test taken.* Dr Osei asked for it before the visit.")
                ),
                dated(
                    "29 Apr–11",
                    NoteMark.SYMPTOM,
                    (
                        *text(
                            "*Knee pain* 11 readings, 3 to 6, middle 4. ",
                            "*Fatigue* 11 readings, 4 to 8, middle 6. ",
                        ),
                        quoted("“Stairs at work, twice. Slower coming down.”"),
                    ),
                ),
                dated(
                    "6",
                    NoteMark.BAD_DAY,
                    (
                        *text(
                            "*Bad day.* Knee pain 6, fatigue 7, migraine 7. Impact on my day: most things. "
                        ),
                        quoted("“Left work at noon.”"),
                    ),
                ),
            ),
            month(
                "April 2026",
                dated("30", NoteMark.TREATMENT, text("*Adalimumab* injection day."), pattern="prescribed"),
                dated(
                    "27",
                    NoteMark.TREATMENT,
                    text(
                        "*Naproxen:* mostly not taken from here on. ",
                        "Why: stomach pain, up at 3 twice that week.",
                    ),
                    pattern="prescribed",
                ),
                dated(
                    "20",
                    NoteMark.SYMPTOM,
                    (quoted("“Good for ten days, then it fades.”"), *text(" About adalimumab.")),
                ),
                dated(
                    "1–28",
                    NoteMark.SYMPTOM,
                    text(
                        "*Knee pain* 8 readings, 3 to 4, middle 4. ",
                        "*Hand stiffness* 12 readings, 3 to 5, middle 4.",
                    ),
                ),
            ),
            month(
                "March 2026",
                dated(
                    "3",
                    NoteMark.TREATMENT,
                    text(
                        "*Noticed after adalimumab:* red, itchy patch at the injection site. ",
                        "Gone in two days. Nurse called the same day.",
                    ),
                    pattern="prescribed",
                ),
            ),
            month(
                "February 2026",
                dated("12", NoteMark.VISIT, *osei),
                dated(
                    "2",
                    NoteMark.QUESTION,
                    (
                        *text("*Question opened again:* "),
                        quoted("“Should I keep taking naproxen with this stomach pain?”"),
                    ),
                ),
            ),
            month(
                "January 2026",
                dated("20", NoteMark.VISIT, text("*Dr Lindqvist, in person.* Nothing changed.")),
                dated(
                    "9",
                    NoteMark.VISIT,
                    text(
                        "*Dr Rahal, GP, in person.* Took over from Dr Whitlock. Repeat prescriptions moved."
                    ),
                ),
                dated("23 Dec–5", NoteMark.GAP, text("No notes here for 14 days.")),
            ),
            month(
                "December 2025",
                dated("19", NoteMark.EVENT, text("*Dr Whitlock left the practice.* My GP since 2019.")),
            ),
            month(
                "November 2025",
                dated(
                    "18",
                    NoteMark.VISIT,
                    text("*Dr Osei, phone.* Short call after the hospital. No change."),
                    late="written 9 days later",
                ),
                dated("3", NoteMark.EMERGENCY, letter, late="letter came 20 Jan 2026"),
            ),
        ),
        after="Earlier notes are in my journal; ask me.",
    )


def document(paper: Paper = Paper.A4) -> Document:
    """Pages 1, 3, 4 and 5 of the pictures."""
    return Document(
        kind="new clinician",
        title=f"Maya Reyes: my health story, 12{NB}May 2026",
        name="Maya Reyes",
        language="en",
        day=date(2026, 5, 12),
        paper=paper,
        fronts=(front(),),
        sections=(
            Section(
                title="Treatments, questions, visits",
                parts=(treatments(), questions(), visits()),
            ),
            Section(
                parts=(
                    Prose(
                        heading="My story in my words",
                        paragraphs=(
                            "It began with my knee in the autumn of 2022. I thought it was the stairs.",
                            "When my hands went stiff I was told it was wear and tear. It was not.",
                        ),
                    ),
                ),
                anchor="earlier",
            ),
            Section(
                title="My notes by date, newest first",
                lead="12 May 2026 back to 1 November 2025. I wrote each note within two days, unless it says "
                "otherwise.",
                parts=(dated_notes(),),
            ),
        ),
        footer="Maya Reyes · born 2 Oct 1984 · written by the patient · 12 May 2026",
        last_line="Made with Told Once on the patient’s own computer.",
        file_name="Maya R, for Dr Rahal, 2026-05-12.pdf",
    )
