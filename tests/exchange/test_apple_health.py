"""Apple Health: one line for each kind and day, in a stream; hostile and broken exports are refused."""

import io
import itertools
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from app.domain.records import Measurement, Symptom, SymptomEntry
from app.exchange import apple_files
from app.exchange.apple_files import export_in, is_export
from app.exchange.apple_health import read_apple_health
from app.exchange.errors import (
    ExchangeError,
    FileCutShort,
    FileEmpty,
    FileHostile,
    FormatUnknown,
    NotHealthData,
)
from app.exchange.found import Found

NOW = datetime(2026, 5, 12, 18, 40, tzinfo=UTC)
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n'
    "<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout)*)>\n"
    "<!ATTLIST HealthData locale CDATA #REQUIRED>\n]>\n"
    '<HealthData locale="en_GB">\n <ExportDate value="2026-05-12 09:00:00 +0100"/>\n'
)


def record(
    kind: str, value: str, day: str = "2026-05-11", *, unit: str = "", source: str = "Phone", until: str = ""
) -> str:
    what = "Category" if not unit else "Quantity"
    return (
        f'<Record type="HK{what}TypeIdentifier{kind}" sourceName="{source}" unit="{unit}" '
        f'startDate="{day} 08:00:00 +0100" endDate="{until or day + " 08:05:00 +0100"}" value="{value}"/>\n'
    )


def export(*records: str, head: str = HEAD) -> bytes:
    return f"{head}{''.join(records)}</HealthData>".encode()


def zipped(data: bytes, name: str = "apple_health_export/export.xml") -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("apple_health_export/export_cda.xml", "<x/>")
        made.writestr(name, data)
    return whole.getvalue()


def read(data: bytes, told: list[tuple[int, float]] | None = None) -> Found:
    ids = itertools.count()
    stream = export_in(io.BytesIO(data), len(data))

    def tell(count: int, share: float) -> None:
        if told is not None:
            told.append((count, share))

    return read_apple_health(stream, "export.zip", NOW, lambda: f"new{next(ids)}", tell)


def measured(found: Found) -> dict[tuple[str, date | None], Measurement]:
    rows = [one for one in found.records if isinstance(one, Measurement)]
    return {(one.name, one.when.first if one.when else None): one for one in rows}


DAY = date(2026, 5, 11)


@pytest.mark.parametrize("wrapped", [False, True], ids=["xml", "zip"])
def test_a_day_of_readings_is_one_line_with_its_middle_and_how_many(wrapped: bool) -> None:
    data = export(*(record("HeartRate", value, unit="count/min") for value in ("60", "140", "70")))
    assert is_export(data[:4096])
    (one,) = measured(read(zipped(data) if wrapped else data)).values()
    assert (one.name, one.value, one.unit) == ("Heart rate", Decimal(70), "per minute")
    assert one.note == "3 readings, lowest 60, highest 140"
    assert one.source is not None
    assert one.source.title == "export.zip"


def test_steps_are_added_up_and_never_counted_twice() -> None:
    rows = [record("StepCount", "100", unit="count", source=name) for name in ("Phone", "Watch", "Watch")]
    found = measured(read(export(*rows)))
    assert found["Steps", DAY].value == 200
    assert found["Steps", DAY].note == ""


def test_blood_pressure_is_one_line_of_two_numbers() -> None:
    upper = record("BloodPressureSystolic", "120", unit="mmHg")
    lower = record("BloodPressureDiastolic", "80", unit="mmHg")
    both = f'<Correlation type="HKCorrelationTypeIdentifierBloodPressure">{upper}{lower}</Correlation>'
    (one,) = measured(read(export(upper, lower, both))).values()
    assert (one.name, one.value, one.second, one.unit) == (
        "Blood pressure",
        Decimal(120),
        Decimal(80),
        "mmHg",
    )


def test_sleep_counts_for_the_day_it_ends_on() -> None:
    asleep = record(
        "SleepAnalysis",
        "HKCategoryValueSleepAnalysisAsleepCore",
        "2026-05-10",
        until="2026-05-11 02:30:00 +0100",
    )
    found = measured(read(export(asleep)))
    assert found["Sleep", DAY].value == Decimal("18.5")
    assert found["Sleep", DAY].unit == "hours"


def test_symptoms_come_as_readings_with_their_word() -> None:
    found = read(
        export(
            record("Headache", "HKCategoryValueSeverityModerate"),
            record("Nausea", "HKCategoryValueSeverityNotPresent"),
        )
    )
    (symptom,) = [one for one in found.records if isinstance(one, Symptom)]
    (entry,) = [one for one in found.records if isinstance(one, SymptomEntry)]
    assert (symptom.name, entry.note, entry.severity) == ("Headache", "moderate", None)


def test_a_share_is_a_percentage() -> None:
    found = measured(read(export(record("OxygenSaturation", "0.97", unit="%"))))
    assert found["Oxygen in the blood", DAY].value == 97


def test_what_is_not_understood_is_counted() -> None:
    found = read(
        export(
            '<Workout workoutActivityType="x"/>',
            record("StepCount", "many", unit="count"),
            record("HeartRate", "nan", unit="count/min"),
            record("HeartRate", "60", "never", unit="count/min"),
            record("MindfulSession", "1"),
        )
    )
    assert found.records == ()
    assert dict(found.not_understood) == {"Heart rate": 2, "Mindful session": 1, "Steps": 1, "Workout": 1}


def test_it_tells_how_far_it_is_and_can_be_stopped() -> None:
    data = export(*[record("StepCount", "1", unit="count")] * 12_000)
    told: list[tuple[int, float]] = []
    read(zipped(data), told)
    assert [count for count, _ in told] == [5_000, 10_000]
    assert 0 < told[0][1] < told[1][1] <= 1

    def stop(_count: int, _share: float) -> None:
        raise InterruptedError

    stream = export_in(io.BytesIO(data), len(data))
    with pytest.raises(InterruptedError):
        read_apple_health(stream, "x", NOW, lambda: "x", stop)


ENTITY = HEAD.replace(
    "<!ELEMENT", '<!ENTITY a "aaaaaaaaaa">\n<!ENTITY b SYSTEM "file:///etc/passwd">\n<!ELEMENT'
)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (export(record("StepCount", "&b;", unit="count"), head=ENTITY), FileHostile),
        (export("<Record>" * 400 + "</Record>" * 400), FileHostile),
        (export(record("StepCount", "1", unit="count"))[:-30], FileCutShort),
        (b"<Other>HealthData</Other>", FormatUnknown),
        (export(), FileEmpty),
        (zipped(b"", "apple_health_export/other.xml"), NotHealthData),
        (zipped(export())[:200], FileCutShort),
        (b"PK\x03\x04 and no more", FileCutShort),
    ],
)
def test_hostile_and_broken_exports_are_refused(data: bytes, error: type[ExchangeError]) -> None:
    with pytest.raises(error):
        read(data)


def test_a_zip_that_swells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apple_files, "_SURELY", 100_000)
    data = export(*[record("StepCount", "1", unit="count")] * 40_000)
    assert len(zipped(data)) * 100 < len(data)
    with pytest.raises(FileHostile):
        read(zipped(data))
