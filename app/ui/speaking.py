"""The words of the window: the language, dates and clock chosen on this computer, else the computer's own."""

from PySide6.QtCore import QDate, QLocale

from app.i18n import Words, load_words
from app.services.preferences import Preferences


def words_for(spoken: Preferences, computer: QLocale | None = None) -> Words:
    """Make the words for what is chosen."""
    own = computers_own(computer)
    twelve = spoken.clock == "12" if spoken.clock else own.twelve_hour
    style = spoken.date_style or own.date_style
    first = spoken.first_weekday if spoken.first_weekday >= 0 else own.first_weekday
    like = Words(twelve_hour=twelve, date_style=style, first_weekday=first)
    return load_words(spoken.language or "en", like=like)


def computers_own(computer: QLocale | None = None) -> Words:
    """The dates and clock this computer is set to."""
    locale = computer or QLocale.system()
    short = QLocale.FormatType.ShortFormat
    written = locale.toString(QDate(2005, 11, 22), short)
    month_first = 0 <= written.find("11") < written.find("22") and not written.startswith(("2005", "05"))
    return Words(
        twelve_hour="ap" in locale.timeFormat(short).lower(),
        date_style="month" if month_first else "day",
        first_weekday=locale.firstDayOfWeek().value - 1,
    )
