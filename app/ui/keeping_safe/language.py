"""Language, dates and units (interface.md 11.13)."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from PySide6.QtWidgets import QWidget

from app.i18n import Words, languages
from app.ui.desk import Desk
from app.ui.keeping_safe.choosing import PreferencePanel
from app.ui.keeping_safe.section import Section
from app.ui.speaking import computers_own
from app.ui.widgets.layout import Hairline
from app.ui.widgets.text import Text

_NAMES = {"en": "English"}
_DAY, _TIME = date(2026, 5, 12), time(18, 40)
_MONDAY, _SATURDAY, _SUNDAY = 0, 5, 6


class LanguagePanel(PreferencePanel):
    """Kept on this computer; dates and times change at once in the whole window."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        say = desk.words.say
        parts = (
            Section(say("language.language", "Language"), self._language()),
            Section(say("language.dates", "Dates and times"), *self._dates()),
            Section(say("language.units", "Units"), *self._units()),
        )
        for place, part in enumerate(parts):
            if place:
                self.body.addWidget(Hairline())
            self.body.addWidget(part)
        self.body.addStretch(1)

    def first_focus(self) -> QWidget:
        """The first list that opens."""
        return next(iter(self.picks.values()))[0]

    def _language(self) -> QWidget:
        say = self.words.say
        there = languages()
        if len(there) == 1:
            only = "English. There is no other language yet. What you write may be in any."
            return Text(say("language.only", only))
        names: dict[object, str] = {"": say("theme.system", "As my computer")}
        names |= {one: _NAMES.get(one, one) for one in there}
        return self.pick("language", say("language.language", "Language"), names)

    def _dates(self) -> tuple[QWidget, ...]:
        say = self.words.say
        own = computers_own()
        styles = {style: Words(date_style=style).day(_DAY) for style in ("day", "month")}
        clocks = {clock: Words(twelve_hour=clock == "12").time(_TIME) for clock in ("24", "12")}
        days = {day: self.words.weekday_name(day) for day in (_MONDAY, _SATURDAY, _SUNDAY)}
        first = days.get(own.first_weekday, days[_MONDAY])
        week = say("language.week", "The week begins on")
        return (
            self.pick("date_style", say("language.date", "Date"), self._with_own("", own.day(_DAY), styles)),
            self.pick("clock", say("language.clock", "Clock"), self._with_own("", own.time(_TIME), clocks)),
            self.pick("first_weekday", week, self._with_own(-1, first, days)),
        )

    def _units(self) -> tuple[QWidget, ...]:
        say = self.words.say
        what = "Suggested beside a measurement. What is written down keeps the unit it was written in."
        return (
            Text(say("language.units.what", what), "small", tone="ink2"),
            self.pick("weight_unit", say("language.weight", "Weight"), {"kg": "kg", "lb": "lb"}),
            self.pick(
                "temperature_unit", say("language.temperature", "Temperature"), {"°C": "°C", "°F": "°F"}
            ),
            self.pick(
                "sugar_unit", say("language.sugar", "Blood sugar"), {"mmol/L": "mmol/L", "mg/dL": "mg/dL"}
            ),
        )

    def _with_own(self, none: object, shown: str, answers: Mapping[Any, str]) -> dict[object, str]:
        own = self.words.say("language.own", "As my computer: {shown}", shown=shown)
        return {none: own, **answers}
