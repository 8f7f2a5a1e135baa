"""Today: twenty seconds on an ordinary day (interface.md 11.3)."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.derived import today as derived
from app.domain.derived.today_page import Answer, Moment, Today
from app.domain.records import Day
from app.domain.records.record import RecordId
from app.services.changes import Change
from app.ui.desk import Desk
from app.ui.editors.editing_page import EditingPage
from app.ui.entry_menu import offer_menus
from app.ui.keys.key_check import KeyCheck
from app.ui.theme import theme as themes
from app.ui.today import answering
from app.ui.today.day_one import DayOne
from app.ui.today.from_cover import FromCover
from app.ui.today.gap_panel import GapPanel
from app.ui.today.keeping import keep_aside, keeping_of, last_backup, put_aside, put_away
from app.ui.today.ledger_panel import LedgerPanel
from app.ui.today.line import TodayLine
from app.ui.today.moments_panel import MomentsPanel
from app.ui.today.showing import written_row
from app.ui.today.written_panel import WrittenPanel
from app.ui.widgets.button import Button
from app.ui.widgets.fold import Fold
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.text import Text

_LEAST_CELL = 46  # px at 100%: a cell of the ledger is never narrower where days can go
_LEAST_DAYS = 3
_TINY = 560  # window over text size; below, as many days as fit


class TodayPage(EditingPage):
    """The quick line, the last days, what was written today, and what waits."""

    def __init__(self, desk: Desk) -> None:
        say = desk.words.say
        waiting = say("today.moment", "When you have a moment")
        super().__init__(desk, desk.words.weekday(desk.today()), (), margin_title=waiting)
        self._days = self.fold.ledger_days
        self._stale = False
        self._day = desk.today()
        self._last_backup = last_backup(desk)
        self._page: Today | None = None
        self._key: KeyCheck | None = None
        self._line = TodayLine(desk, "")
        self._from_cover = FromCover(desk)
        self._gap = GapPanel()
        self._ledger = LedgerPanel(desk)
        self._day_one = DayOne(desk)
        self._written = WrittenPanel(desk, say("today.written", "Written today"))
        self._nothing = Text("", tone="ink2")
        self._same = Button(say("today.same", "Same as yesterday"), icon="clock-counter-clockwise")
        self._moments = MomentsPanel(desk.words)
        self._bad_day = Button(say("today.bad", "Bad day"), icon="moon-stars", keys="F8")
        self._none = Button(say("today.none today", "No symptoms today"), icon="check-circle")
        self._arrange()
        self._connect()
        self.refresh()

    def first_focus(self) -> QWidget:
        """The quick line."""
        if self._stale or self._day != self.desk.today():
            self.refresh()
        return self._line.line.field

    def refresh(self) -> None:
        """Show what the journal says now."""
        desk = self.desk
        self._stale, self._day = False, desk.today()
        self._line.forget_names()
        page = derived.today(
            desk.snapshot, desk.now(), desk.words, self._days, keeping_of(desk, self._last_backup)
        )
        self._page = page
        self.set_title(page.title)
        self._line.show_hint(_hint(desk, page))
        self._from_cover.refresh()
        self._gap.show_gap(page.gap)
        self._ledger.show_ledger(page.ledger)
        self._written.show_rows(tuple(written_row(line, desk.words) for line in page.written))
        self._nothing.say(page.nothing_today)
        self.offer(self._same, offered=page.same_as_yesterday > 0)
        self._moments.show_moments(page)
        self.set_margin_count(len(page.moments[: page.shown]))
        self._show_what_there_is(page)

    def leave(self) -> None:
        """Keep what is being typed."""
        self._line.keep_draft()
        self._written.keep_draft()
        super().leave()

    def refold(self) -> None:
        """Arrange the page, and show as many days as there is room for."""
        super().refold()
        days = self._days_that_fit()
        if days != self._days:
            self._days = days
            self.refresh()

    def _show_what_there_is(self, page: Today) -> None:
        self._day_one.setVisible(page.day_one)
        self._ledger.setVisible(bool(page.ledger.rows))
        self._written.setVisible(bool(page.written))
        self._nothing.setVisible(not page.written)

    def _days_that_fit(self) -> int:
        days = self.fold.ledger_days
        room = self.window().width() / themes.current().scale
        if room >= _TINY:
            return days
        while days > _LEAST_DAYS and self._ledger.ledger.cell_width_for(days) < _LEAST_CELL:
            days -= 1
        return days

    def _fold_keys(self, fold: Fold) -> None:
        """Leave the keycap out where there is little room."""
        self._bad_day.keys = "F8" if fold > Fold.NARROW else ""
        self._bad_day.updateGeometry()

    def _arrange(self) -> None:
        say = self.desk.words.say
        self.add_action(self._bad_day)
        self.add_action(self._none)
        self.add_action(self._same)
        for button in (self._none, self._same):  # stand first, but "Bad day" is the one that never folds
            self._header.removeWidget(button)
            self._header.insertWidget(self._header.indexOf(self._bad_day), button)
        self.main.set_spacing(22)
        written = Row(Heading(say("today.written", "Written today")), 1, spacing=16)
        for part in (self._line, self._from_cover, self._gap, self._day_one, self._ledger):
            self.main.addWidget(part)
        self.main.addLayout(Column(written, self._nothing, self._written, spacing=6))
        self.main.addStretch(1)
        self.margin.addWidget(self._moments)

    def _connect(self) -> None:
        self.folded.connect(self._fold_keys)
        self._line.understood.connect(self._ledger.show_understood)
        self._ledger.opened.connect(self.open_record)
        self._written.wholes.connect(self.open_record)
        self._written.trashed.connect(self._trash)
        for part in (self._written.list, self._written.rest):
            offer_menus(self.desk, part, self.open_record, change=self._written.change)
        self._from_cover.settled.connect(self._go_to_line)
        self._same.clicked.connect(self._write_same)
        self._none.clicked.connect(self._say_none)
        self._bad_day.clicked.connect(self._say_bad_day)
        self._moments.answered.connect(self._answer)
        self._gap.answered.connect(self._answer_gap)

    # What the person says

    def _say_bad_day(self) -> None:
        answering.say_bad_day(self.desk)

    def _say_none(self) -> None:
        answering.say_no_symptoms(self.desk)

    def _go_to_line(self) -> None:
        self.first_focus().setFocus()

    def _write_same(self) -> None:
        if self._page is not None:
            answering.same_as_yesterday(self.desk, self._page.same_as_yesterday)
            self.first_focus().setFocus()

    def _trash(self, key: str) -> None:
        said = self.desk.words.say("trash.put", "Put in the trash")
        self.desk.do(lambda: self.desk.journal.trash(RecordId(key)), said)

    def _answer(self, key: str, answer: Answer) -> None:
        moment = next((one for one in self._page.moments if one.key == key), None) if self._page else None
        if moment is None:
            return
        self.show_main()
        form = answering.form_for(self.desk, moment, answer)
        aside, until = answering.aside_until(answer, self.desk.today())
        if form is not None:
            self.edit(form)
        elif aside:
            self._put_aside(moment, answer, until)
            self._go_on()
        else:
            self._carry_out(moment, answer)

    def _put_aside(self, moment: Moment, answer: Answer, until: date | None) -> None:
        desk, before = self.desk, put_aside(self.desk)
        put_away(desk, moment.key, until)
        self.refresh()
        said = answering.said_of(desk, moment, answer, answering.text_of(moment, answer))
        desk.set_aside.emit(said, partial(keep_aside, desk, before))

    def _go_on(self) -> None:
        """To what waits next, where the button that was pressed is gone; else to the quick line."""
        following = self._moments.first_focus() if self.fold.margin_beside else None
        (following or self.first_focus()).setFocus()

    def _carry_out(self, moment: Moment, answer: Answer) -> None:
        desk = self.desk
        changed = answering.answered(desk, moment, answer)
        if changed is not None:
            said = answering.said_of(desk, moment, answer, answering.text_of(moment, answer))
            desk.do(lambda: desk.journal.record(changed), said)
            self._go_on()
        elif answer is Answer.GO_ON:
            self._go_on_with(moment)
        elif answer is Answer.BACK_UP:
            self._back_up()
        elif answer is Answer.CHECK_KEY:
            self._check_key()
        elif answer is Answer.ADD:
            self._add_to_day(moment)
        else:
            desk.wanted.emit(answering.page_of(moment), moment.record or "")

    def _go_on_with(self, moment: Moment) -> None:
        """Open the form with the words that wait in it, or the page whose form takes them up."""
        if moment.record is not None:
            self.open_record(moment.record)
        else:
            self.desk.wanted.emit(answering.page_of_new(moment), "")

    def _add_to_day(self, moment: Moment) -> None:
        day = self.desk.snapshot.get(Day, moment.record)
        if day is not None and day.when.day is not None:
            put_away(self.desk, moment.key, None)  # it is offered once
            self.refresh()
            self._ledger.go_to_day(day.when.day)

    def _answer_gap(self, place: int) -> None:
        gap = self._page.gap if self._page is not None else None
        if gap is not None:
            answering.say_of_gap(self.desk, gap, place)
            self.refresh()
            self._go_to_line()

    def _back_up(self) -> None:
        if answering.back_up(self.desk):
            self._last_backup = last_backup(self.desk)
            self.refresh()

    def _check_key(self) -> None:
        """Show the recovery key once more, in place of the page."""
        self.close_editor()
        self._key = KeyCheck(self.desk)
        self._key.done.connect(self._close_key)
        self._shown.addWidget(self._key)
        self._shown.setCurrentWidget(self._key)
        self._key.first_focus().setFocus()

    def go_back(self) -> None:
        """Go back from the recovery key."""
        if self._key is not None:
            self._close_key()
        else:
            super().go_back()

    def _close_key(self) -> None:
        if self._key is not None:
            self._shown.removeWidget(self._key)
            self._key.deleteLater()
            self._key = None
        self.refresh()
        self.first_focus().setFocus()

    # What the desk tells

    def _note_change(self, change: Change) -> None:
        super()._note_change(change)
        if self._editor is None and self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _note_trouble(self, sentence: str) -> None:
        if self._line.saving:
            self._line.say_trouble(sentence)
        else:
            super()._note_trouble(sentence)


def _hint(desk: Desk, page: Today) -> str:
    """What one could try: another each day, never moving."""
    if not page.hints:
        return ""
    hint = page.hints[desk.today().toordinal() % len(page.hints)]
    return desk.words.say("today.try", "Try: {example}", example=hint)
