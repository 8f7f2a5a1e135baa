"""Hypothesis strategies for every kind of record."""

import contextlib
import dataclasses
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from app.domain.records import Record
from app.domain.records.invalid import InvalidRecord
from app.domain.records.record import ClinicianId, Mark, RecordId, Sharing
from app.domain.records.when import PartOfDay, Precision, When

TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(
    datetime(1900, 1, 2),  # noqa: DTZ001 - the offset is drawn
    datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC) | OFFSETS,
)
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
IDS = st.text("0123456789abcdef", min_size=1, max_size=32).map(RecordId)


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Draw a date of any precision."""
    precision = draw(st.sampled_from(Precision))
    if precision is Precision.WORDS:
        return When(precision=precision, words=draw(TEXTS.filter(str.strip)))
    first, last = sorted((draw(DAYS), draw(DAYS)))
    minute, part = precision is Precision.MINUTE, precision is Precision.PART_OF_DAY
    return When(
        precision=precision,
        first=first,
        last=first if minute or part else last,
        at=draw(st.times()) if minute else None,
        part=draw(st.sampled_from(PartOfDay)) if part else None,
        around=draw(st.booleans()),
        words=draw(TEXTS),
    )


SHARINGS = st.one_of(
    st.builds(Sharing, mark=st.sampled_from([Mark.SHARED, Mark.PRIVATE])),
    st.builds(
        Sharing,
        mark=st.just(Mark.NOT_WITH),
        not_with=st.lists(IDS, min_size=1, max_size=3).map(tuple),
    ),
)


def register() -> None:
    """Tell hypothesis how to draw what the records are made of."""
    st.register_type_strategy(str, TEXTS)
    st.register_type_strategy(datetime, MOMENTS)
    st.register_type_strategy(date, DAYS)
    st.register_type_strategy(time, st.times())
    st.register_type_strategy(int, st.integers(0, 10))
    st.register_type_strategy(
        Decimal,
        st.decimals(0, 10**6, places=3, allow_nan=False, allow_infinity=False),
    )
    st.register_type_strategy(When, whens())
    st.register_type_strategy(Sharing, SHARINGS)


@st.composite
def records_of(draw: st.DrawFn, kind: type[Record]) -> Record:
    """Draw a record of one kind: what it must have, and some of what it may have."""
    hints = get_type_hints(kind)
    fields = [field for field in dataclasses.fields(kind) if field.name != "id"]
    must = [field.name for field in fields if _is_required(field) or field.name == "when"]
    may = [field.name for field in fields if field.name not in must]
    chosen = must + draw(st.lists(st.sampled_from(may), unique=True, max_size=8))
    try:
        values = {name: draw(st.from_type(hints[name])) for name in chosen}
        return kind(**{**values, "id": draw(IDS)})
    except InvalidRecord:
        return plain(kind)


def plain(kind: type[Record], key: RecordId = RecordId("words")) -> Record:  # noqa: B008 - a text
    """Make a record of one kind with as little as it may have."""
    day = date(2026, 5, 12)
    fill: dict[object, object] = {
        str: "words",
        datetime: datetime(2026, 5, 12, tzinfo=UTC),
        When: When(precision=Precision.DAY, first=day, last=day),
        int: 1,
        date: day,
    }
    hints = get_type_hints(kind)
    needed = [field.name for field in dataclasses.fields(kind) if _is_required(field)]
    given: dict[str, Any] = {name: _filled(hints[name], fill) for name in needed}
    if "when" in hints:
        given.setdefault("when", fill[When])
    return kind(**{**given, "id": key})


def full(kind: type[Record], key: RecordId) -> Record:
    """Make a record of one kind with everything it may have at once."""
    made = plain(kind, key)
    for field in dataclasses.fields(kind):
        if field.name not in {"id", "written", "trashed"}:
            value = _example(get_type_hints(kind)[field.name])
            with contextlib.suppress(InvalidRecord):
                made = dataclasses.replace(made, **{field.name: value})
    return made


def _example(hint: Any) -> Any:
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    inner = [one for one in get_args(hint) if one not in {type(None), ...}]
    if inner and get_origin(hint) is tuple:
        return (_example(inner[0]),)
    if inner:
        return _example(inner[0])
    if hint in EXAMPLES:
        return EXAMPLES[hint]
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        hints = get_type_hints(hint)
        return hint(**{field.name: _example(hints[field.name]) for field in dataclasses.fields(hint)})
    return list(hint)[-1]


EXAMPLES: dict[object, object] = {
    str: "words",
    int: 4,
    bool: True,
    Decimal: Decimal("7.25"),
    date: date(2026, 5, 12),
    time: time(18, 40),
    datetime: datetime(2026, 5, 12, 9, 30, tzinfo=UTC),
    When: When(
        precision=Precision.MONTH,
        first=date(2019, 3, 1),
        last=date(2019, 3, 31),
        around=True,
        words="around March 2019",
    ),
    Sharing: Sharing(mark=Mark.NOT_WITH, not_with=(ClinicianId(RecordId("a clinician")),)),
}


def _is_required(field: "dataclasses.Field[object]") -> bool:
    return field.default is field.default_factory is dataclasses.MISSING


def _filled(hint: object, fill: dict[object, object]) -> object:
    plain_hint = getattr(hint, "__supertype__", hint)
    while hasattr(plain_hint, "__supertype__"):
        plain_hint = plain_hint.__supertype__
    if plain_hint in fill:
        return fill[plain_hint]
    return next(iter(plain_hint))  # type: ignore[call-overload]  # the rest are enumerations
