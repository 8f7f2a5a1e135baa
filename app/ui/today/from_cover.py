"""A bad day that was noted on the locked cover: it is asked whose it was (interface.md 14.1)."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.derived.today_answers import weekday_name
from app.domain.quick_line import day_it_counts_to
from app.i18n import Words
from app.services.bad_days import note_bad_day
from app.ui.desk import Desk
from app.ui.widgets.button import Button
from app.ui.widgets.layout import Column
from app.ui.widgets.notice import Notice


class FromCover(QWidget):
    """Anyone at the computer can press the cover's button; so the person keeps or removes what it noted.

    ``settled()`` follows either.
    """

    settled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        say = desk.words.say
        self.keep = Button(say("cover_notes.keep", "Keep"), size="small")
        self.remove = Button(say("cover_notes.remove", "Remove"), size="small")
        self.notice = Notice(actions=(self.keep, self.remove))
        self.setLayout(Column(self.notice))
        self.keep.clicked.connect(self._keep)
        self.remove.clicked.connect(self._settle)

    def refresh(self) -> None:
        """Ask, where something was noted: the person, and not who types for them."""
        helped = self._desk.journal.helping is not None
        moments = () if helped else self._desk.session.welcome.bad_days
        sentence = sentence_for(moments, self._desk.words)
        if sentence != self.notice.words:
            self.notice.say(sentence)
        self.setVisible(bool(moments))

    def _keep(self) -> None:
        desk = self._desk
        said = desk.words.say("bad_day.noted", "Bad day noted.")
        notes = [
            partial(note_bad_day, desk.journal, moment, desk.new_id, from_cover=True)
            for moment in desk.session.welcome.bad_days
        ]
        if all(desk.do(note, said) is not None for note in notes):
            self._settle()

    def _settle(self) -> None:
        self._desk.session.settle_bad_days()
        self.refresh()
        self.settled.emit()


def sentence_for(moments: tuple[datetime, ...], words: Words) -> str:
    """What was noted and when; between midnight and five it counts to the night before, and says so."""
    noted = (
        words.say(
            "cover_notes.at", "at {time}, {day}", time=words.time(moment.time()), day=_day(moment, words)
        )
        for moment in moments
    )
    if not moments:
        return ""
    return words.say(
        "cover_notes.noted", "Noted on the cover {when}. Yours?", when=words.listing(tuple(noted))
    )


def _day(moment: datetime, words: Words) -> str:
    day = day_it_counts_to(moment)
    if day != moment.date():
        return words.say("cover_notes.night", "{weekday} night", weekday=weekday_name(day, words))
    return words.weekday(day)
