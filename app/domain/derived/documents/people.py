"""The care team on page 1, and who looks after what on page 4."""

from app.domain.derived.document import CARE_TEAM, Block, Row, Run, Table, Text, plain
from app.domain.derived.documents.material import Material, bold, facts, first_day
from app.domain.derived.documents.visits import has_been
from app.domain.records import Clinician, Visit
from app.domain.records.record import ClinicianId, RecordId

_MOST = 4
_SHORT_PHONE = 16  # characters
_WIDTHS = (75.0, 60.0)  # mm


def care_team(made: Material, *, whole: bool) -> Block | None:
    """Everyone but the reader, next visit soonest first; page 4 has all of them.

    Not `whole`: only who has a next visit, and who prescribes what is taken now.
    """
    found = present(made)
    others = [clinician for clinician in found if clinician is not made.reader]
    shown = others if whole else [item for item in others if _must_stay(item, made)] or others[:1]
    if not shown:
        return None
    lines = [_line(clinician, made) for clinician in shown[:_MOST]]
    heading = made.words.say("heading.care_team", "Care team")
    return Block(heading=heading, lines=tuple(lines), listed=len(lines) > 1)


def next_visit_only(made: Material) -> Block | None:
    """The next visit, which stays on page 1 even where the care team moves to the next."""
    coming = [item for item in present(made) if item is not made.reader and next_visit(made, item.id)]
    if not coming:
        return None
    return Block(heading=made.words.say("heading.care_team", "Care team"), lines=(_line(coming[0], made),))


def present(made: Material) -> list[Clinician]:
    """Who looks after the person today: next visit soonest first, then in the person's order."""
    team = [item for item in made.journal.of(Clinician) if _is_present(item, made)]

    def order(clinician: Clinician) -> tuple[object, ...]:
        coming = next_visit(made, clinician.id)
        return (
            first_day(coming.when if coming else None),
            clinician.order,
            clinician.name.casefold(),
            clinician.id,
        )

    return sorted(team, key=order)


def _is_present(clinician: Clinician, made: Material) -> bool:
    return clinician.until is None or clinician.until.earliest > made.today


def next_visit(made: Material, key: RecordId) -> Visit | None:
    """The soonest visit to come with a clinician."""
    found = [
        visit
        for visit in made.journal.of(Visit)
        if visit.clinician == key and not visit.cancelled and visit.when and visit.when.is_dated
    ]
    coming = [visit for visit in found if _is_ahead(visit, made)]
    return min(coming, key=_soonest, default=None)


def _is_ahead(visit: Visit, made: Material) -> bool:
    """Later, or today and nothing of it written yet."""
    ahead = visit.when is not None and visit.when.earliest >= made.today
    return ahead and not has_been(visit, made.today)


def _soonest(visit: Visit) -> tuple[object, ...]:
    return (visit.when.sort_key if visit.when else (), visit.id)


def _must_stay(clinician: Clinician, made: Material) -> bool:
    return next_visit(made, clinician.id) is not None or clinician.id in _prescribers(made)


def _prescribers(made: Material) -> frozenset[ClinicianId]:
    keys = (story.treatment.prescriber for story in made.stories if story.taking_now)
    return frozenset(key for key in keys if key is not None)


def _line(clinician: Clinician, made: Material) -> Text:
    phone = clinician.phone if len(clinician.phone) <= _SHORT_PHONE else ""
    parts = ", ".join(part for part in (clinician.specialty or clinician.role, phone) if part)
    runs = [bold(clinician.called), *([facts(f", {parts}")] if parts else [])]
    coming = next_visit(made, clinician.id)
    if coming is not None and coming.when is not None and coming.when.first is not None:
        day = made.words.when(coming.when) if coming.when.is_fuzzy else made.words.day(coming.when.first)
        said = made.words.say("care_team.next", "Next visit {date}.", date=day)
        runs += [facts(". "), bold(said)]
    return tuple(runs)


def who_looks_after_what(made: Material) -> Table | None:
    """Everyone of the care team, the reader too, and how to reach them between visits."""
    found = present(made)
    if not found:
        return None
    words = made.words
    return Table(
        heading=words.say("heading.who_what", "Who looks after what"),
        corner=words.say("corner.clinician", "Clinician"),
        heads=(words.say("column.looks_after", "Looks after"), words.say("column.between", "Between visits")),
        widths=_WIDTHS,
        rows=tuple(_row(clinician, made) for clinician in found),
        small=True,
        anchor=CARE_TEAM,
    )


def _row(clinician: Clinician, made: Material) -> Row:
    names = [
        condition.short or condition.name
        for key in clinician.conditions
        if (condition := made.journal.condition(key))
    ]
    what = clinician.looks_after or ", ".join(names)
    role = clinician.specialty or clinician.role
    head = (bold(clinician.name), *([Run(text=f"\n{role}", small=True)] if role else []))
    reach = "; ".join(part for part in (clinician.phone, clinician.between_visits) if part)
    return Row(head=head, cells=(plain(what), plain(reach)))
