"""Timeline, as a list: years in one place, and finding the moment something changed (interface.md 11.5)."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.derived.timeline import Entry, timeline
from app.domain.records import Condition
from app.domain.records.record import ConditionId, RecordId
from app.services.changes import Change
from app.ui.desk import Desk
from app.ui.editors.editing_page import EditingPage
from app.ui.line_of_time.from_before import FromBefore
from app.ui.line_of_time.rows import rows_of
from app.ui.line_of_time.tools import TimelineTools
from app.ui.widgets import spoken
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fold import Fold
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.text import Text

AT_ONCE = 200
"""Entries put into words at a time: the rest wait behind "Show earlier"."""


class TimelinePage(EditingPage):
    """Everything with a date, the newest first."""

    def __init__(self, desk: Desk) -> None:
        say = desk.words.say
        super().__init__(desk, say("timeline.title", "Timeline"), ())
        self._stale = False
        self._most = AT_ONCE
        self._entries: tuple[Entry, ...] = ()
        self._before: FromBefore | None = None
        self._span = Text("", "caption", tone="ink3", wrap=False)
        self._span_below = Text("", "caption", tone="ink3")
        self._tools = TimelineTools(desk.words)
        self._list = RecordList(say("timeline.title", "Timeline"), grows=True, dated_right=True)
        self._earlier = Button(say("timeline.earlier", "Show earlier"), icon="caret-down", size="small")
        self._add = Button(say("timeline.before", "Add something from before"), icon="plus")
        self._first = Button(say("timeline.before", "Add something from before"), kind="main", icon="plus")
        self._everything = Button(say("timeline.everything", "Show everything"))
        self._empty = EmptyState(
            say("timeline.empty", "Your line starts here."),
            say(
                "timeline.empty.more",
                'Add the first thing you remember, even roughly: "knees, around autumn 2022".',
            ),
            (self._first,),
        )
        self._hidden = Text("", "story")
        self._arrange()
        self.refresh()

    def first_focus(self) -> QWidget:
        """The list, where there is something in it."""
        if self._stale:
            self.refresh()
        if self._list.rows:
            return self._list
        return self._everything if self._tools.narrow else self._first

    def leave(self) -> None:
        """Keep what is being typed."""
        super().leave()
        if self._before is not None:
            self._before.keep_draft()

    def refresh(self) -> None:
        """Show what the journal says now."""
        self._stale = False
        found = self.desk.snapshot.of(Condition)
        named = sorted((one.order, one.name, ConditionId(one.id)) for one in found)
        self._tools.show_conditions({key: name for _, name, key in named})
        self._entries = timeline(self.desk.snapshot, self._tools.shown)
        self._show()

    def _show(self) -> None:
        shown = self._entries[: self._most]
        self._list.show_rows(tuple(rows_of(self.desk.snapshot, shown, self.desk.words)))
        self._earlier.setVisible(len(shown) < len(self._entries))
        self._list.setVisible(bool(shown))
        narrow = self._tools.narrow
        self._empty.setVisible(not shown and not narrow)
        self._tools.setVisible(bool(shown) or narrow)
        self._add.setVisible(bool(shown) or narrow)
        self._show_span(narrow)

    def _show_span(self, narrow: bool) -> None:
        words, first = self.desk.words, self._first_day()
        if first is not None:
            of = words.count("timeline.count", "{n} entry", "{n} entries", len(self._entries))
            span = words.say("timeline.span", "{count}, {month} to today", count=of, month=words.month(first))
            self._span.say(span)
            self._span_below.say(span)
        self._place_span(self.fold)
        nothing = narrow and not self._entries
        if nothing:
            since = min((_day_of(entry) for entry in timeline(self.desk.snapshot)), default=None)
            month = words.month(since if since is not None else self.desk.today())
            self._hidden.say(
                words.say("timeline.hidden", "Nothing of that kind between {month} and today.", month=month)
            )
        self._hidden.setVisible(nothing)
        self._everything.setVisible(nothing)

    def _place_span(self, fold: Fold) -> None:
        """Beside the title, or below it where there is little room."""
        self._span.setVisible(bool(self._entries) and fold >= Fold.SMALL)
        self._span_below.setVisible(bool(self._entries) and fold < Fold.SMALL)

    def _first_day(self) -> date | None:
        days = [_day_of(entry) for entry in self._entries]
        return min(days, default=None)

    def _arrange(self) -> None:
        self.add_action(self._add)
        self._header.insertWidget(1, self._span)
        self.main.set_spacing(12)
        self.main.addWidget(self._span_below)
        self.folded.connect(self._place_span)
        for part in (self._tools, self._empty, self._hidden, self._everything, self._list, self._earlier):
            self.main.addWidget(part)
        self.main.addStretch(1)
        self._tools.changed.connect(self._filter)
        self._list.opened.connect(self.open_record)
        self._list.trashed.connect(self._trash)
        self._earlier.clicked.connect(self._show_earlier)
        self._everything.clicked.connect(self._show_everything)
        for button in (self._add, self._first):
            button.clicked.connect(self.add_from_before)

    # What the person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """``/`` finds on the page; Esc takes the filters away."""
        if event.text() == "/":
            self._tools.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._tools.field.selectAll()
        elif event.key() == Qt.Key.Key_Escape and self._tools.narrow:
            self._show_everything()
        else:
            super().keyPressEvent(event)

    def add_from_before(self) -> None:
        """Write down several rough things at once."""
        self.close_editor()
        self._before = FromBefore(self.desk)
        self._before.done.connect(self._close_before)
        self._shown.addWidget(self._before)
        self._shown.setCurrentWidget(self._before)
        self._before.first_focus().setFocus()

    def go_back(self) -> None:
        """Go back from what is being written down."""
        if self._before is not None:
            self._before.leave()
        else:
            super().go_back()

    def _close_before(self) -> None:
        if self._before is not None:
            self._shown.removeWidget(self._before)
            self._before.deleteLater()
            self._before = None
        self.refresh()
        self.first_focus().setFocus()

    def _filter(self) -> None:
        self._most = AT_ONCE
        self.refresh()
        count = len(self._entries)
        spoken.announce(
            self._list, self.desk.words.count("timeline.count", "{n} entry", "{n} entries", count)
        )

    def _show_everything(self) -> None:
        self._tools.show_everything()
        self.first_focus().setFocus()

    def _show_earlier(self) -> None:
        """Show as many again; the focus goes to the first of them."""
        first = self._entries[self._most].record.id
        self._most += AT_ONCE
        self._show()
        self._list.choose(first)
        self._list.setFocus()

    def _trash(self, key: str) -> None:
        said = self.desk.words.say("trash.put", "Put in the trash")
        self.desk.do(lambda: self.desk.journal.trash(RecordId(key)), said)

    def _note_change(self, change: Change) -> None:
        super()._note_change(change)
        if self._editor is None and self.isVisible():
            self.refresh()
        else:
            self._stale = True


def _day_of(entry: Entry) -> date:
    """The first day it may have been; for what has no date, the day it was written down."""
    dated = entry.when is not None and entry.when.is_dated
    return entry.when.earliest if entry.when is not None and dated else entry.record.written.date()
