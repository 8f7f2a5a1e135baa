"""Share: the right thing for the right person, and what is left out and why (interface.md 11.12)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.domain.derived.choice import Choice
from app.domain.derived.left_out import still_private
from app.domain.derived.today_visits import coming_visits
from app.domain.records import Condition, ShareRecord, SymptomEntry, Treatment, Visit
from app.domain.records.record import RecordId
from app.services import sharing
from app.services.changes import Change
from app.ui.desk import Desk
from app.ui.errors import sentence
from app.ui.sharing.background_drawing import Drawing, Shown, Wanted, as_image
from app.ui.sharing.choices import ChoicesForm
from app.ui.sharing.foot import ShareFoot
from app.ui.sharing.for_this_once import ForThisOnce
from app.ui.sharing.given_list import GivenBefore
from app.ui.sharing.giving_again import GivingAgain
from app.ui.sharing.left_out import LeftOutList, LookThrough
from app.ui.sharing.pages_beside import PagesBeside
from app.ui.sharing.printing import print_pages
from app.ui.sharing.saving import Saving
from app.ui.sharing.toolbar import PagesBar
from app.ui.sharing.two_sides import TwoSides
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Hairline, Row
from app.ui.widgets.notice import Notice
from app.ui.widgets.page import scrolling
from app.ui.widgets.page_preview import PagePreview

_CHOICES, _THROUGH, _GIVEN = 0, 1, 2
_ENOUGH = (Condition, SymptomEntry, Treatment, Visit)


class SharePage(QWidget):
    """Choices at the left, the pages as they will print at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.words = desk.words
        say = desk.words.say
        self.setAccessibleName(say("share.title", "Share"))
        self.form = ChoicesForm(desk.words, desk.read_when)
        self.left_out = LeftOutList(desk.words)
        self.look_through = LookThrough(desk.words)
        self.given = GivenBefore(desk.words, desk.read_when)
        self.preview = PagePreview(desk.words)
        self.pages = PagesBeside(desk.words, self.preview)
        self.drawing = Drawing(self, desk.words, self._wanted)
        self._take_out = Button(say("share.take_out", "Take it out"), size="small")
        self._shorten = Button(say("share.shorten", "Leave something out"), size="small")
        self.private = Notice(actions=(self._take_out,))
        self.notice = Notice(actions=(self._shorten,))
        self._shown: Shown | None = None
        self._again = GivingAgain(desk, self.given, self)
        self._by_hand = ForThisOnce()
        self._arrange()
        self._connect()
        self.refresh()

    def first_focus(self) -> QWidget:
        """The first choice."""
        return self.form.first_focus()

    def refresh(self) -> None:
        """Take the care team anew and draw."""
        self._offer_journal()
        self._say_where()
        self.drawing.ask()

    def choice(self) -> Choice:
        """What is chosen now."""
        return self._by_hand.on(self.form.choice())

    def save(self) -> None:
        """Save the PDF where it is said to go, and note that it was given."""
        shown = self._ready()
        if shown is not None:
            self.saving.save(shown, self.form.password.password)

    def print_it(self) -> None:
        """Print the pages that are shown."""
        shown = self._shown if self._again.is_on else self._ready()
        if shown is not None:
            password = "" if self._again.is_on else self.form.password.password

            def page_at(place: int, scale: float) -> QImage:
                page = sharing.picture_to_print(shown.drawn, place, scale=scale, password=password)
                return as_image(page)

            print_pages(self, len(shown.images), page_at)

    def open_record(self, key: str) -> None:
        """Show one that was given before."""
        self._open_given()
        self.given.list.choose(key)

    def point_at(self, key: str) -> None:
        """Show one that was given before."""
        self.open_record(key)

    def leave(self) -> None:
        """Forget the password: it is shown once and kept nowhere."""
        self.form.password.forget()

    def go_back(self) -> None:
        """Go back to the choices."""
        if self._left.currentIndex() != _CHOICES:
            self._look_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+P prints, Ctrl+Enter saves, Esc goes back."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Print):
            self.print_it()
        elif control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    # Within

    def _arrange(self) -> None:
        say = self.words.say
        self._open = Button(say("given.title", "Given before"), kind="link", size="small")
        title = Row(Heading(say("share.title", "Share"), "title"), 1, self._open)
        self._empty = EmptyState(
            say("share.empty", "Not much to share yet."),
            say("share.empty.more", "Even one page helps: what you take, and what matters most."),
        )
        sides = TwoSides(self.words)
        self.foot = ShareFoot(self.words, sides.see)
        self.saving = Saving(self.desk, self.foot, self)
        self.bar = PagesBar(self.words, self.preview, sides.back)
        choices = Column(
            title, self._empty, self.form, self.private, Hairline(), self.left_out, self.notice, 1,
            spacing=12, margins=(40, 24, 28, 12),
        )  # fmt: skip
        self._scrolled = Column(choices, spacing=0)
        self._left = QStackedLayout()
        for part in (Group(self._scrolled, ground="page"), self.look_through, self.given):
            self._left.addWidget(scrolling(part))
        self._beside = Column(self._left, self.foot, spacing=0)
        sides.low.connect(self._place_foot)
        right = Group(
            Column(Group(Row(self.bar, spacing=0), ground="desk"), Hairline(), self.pages, spacing=0),
            ground="desk",
        )
        sides.hold(Group(self._beside, ground="page"), right)
        self.setLayout(Column(sides, spacing=0))

    def _place_foot(self, low: bool) -> None:
        """Let the footer scroll with the choices in a low window, and stay in place in a high one."""
        (self._scrolled if low else self._beside).addWidget(self.foot)
        self.bar.narrow(on=low)

    def _connect(self) -> None:
        self.drawing.begun.connect(self._say_drawing)
        self.drawing.drawn.connect(self._show)
        self.drawing.failed.connect(self._failed)
        self.form.changed.connect(self._note_choice)
        self.left_out.look_through.connect(self._look_through)
        self.look_through.done.connect(self._look_back)
        self.look_through.toggled.connect(self._toggle)
        self.look_through.taken.connect(self._leave_out)
        self.given.done.connect(self._look_back)
        self._again.chosen.connect(self.drawing.ask)
        self._open.clicked.connect(self._open_given)
        self._take_out.clicked.connect(self._take_private_out)
        self._shorten.clicked.connect(self._shorten_it)
        self.preview.page_changed.connect(self._say_page)
        self.foot.save.connect(self.save)
        self.saving.noted.connect(self.given.list.choose)
        self.saving.moved.connect(self._say_where)
        self.bar.print.clicked.connect(self.print_it)
        self.desk.changed.connect(self._note_change)
        for keys, turn in (("PgDown", self._page_on), ("PgUp", self._page_back)):
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, context=within).activated.connect(turn)

    def _page_on(self) -> None:
        self.preview.go_to(self.preview.page + 1)

    def _page_back(self) -> None:
        self.preview.go_to(self.preview.page - 1)

    def _ready(self) -> Shown | None:
        """What is drawn, if it is what is chosen and may be saved; else say what is missing."""
        if self._left.currentIndex() == _GIVEN:
            self._look_back()
        if self.form.password.trouble:
            self.form.password.show_trouble()
            return None
        if self._shown is None or not self.drawing.is_current or self._again.is_on:
            wait = self.words.say("share.not_yet", "The pages are not drawn yet. Wait a moment.")
            self.foot.trouble.say(wait)
            return None
        return self._shown

    def _wanted(self) -> Wanted:
        return self._again.wanted() or Wanted(
            snapshot=self.desk.snapshot,
            changed=sharing.changed_since(self.desk.journal),
            choice=self.choice(),
            today=self.desk.today(),
            password=self.form.password.password,
        )

    def _say_drawing(self) -> None:
        self.bar.page_of.say(self.words.say("share.drawing", "Drawing…"))

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self.pages.show_pages(shown.images, shown.texts)
        self.foot.trouble.say("")
        self._say_page(self.preview.page)
        if self._again.is_on:
            self._again.say_same(shown)
            return
        built = shown.drawn.built
        self.left_out.show_left_out(built.left_out)
        self.look_through.show_left_out(built.left_out, self._by_hand.put_in)
        self.look_through.show_in_it(shown.in_it)
        missing = (
            self.words.say("share.missing", "A character can’t be printed: {name}.", name=name)
            for name in shown.drawn.rendered.missing
        )
        self.private.say(self._private_sentence(shown))
        self._shorten.setVisible(bool(built.warnings))
        self.notice.say(" ".join((*built.warnings, *missing)))
        kept = self.words.say(
            "share.kept", "{n} kept from {name}", n=shown.kept, name=self.form.reader_name()
        )
        self.bar.say_kept(kept if shown.kept else "")

    def _private_sentence(self, shown: Shown) -> str:
        found = still_private(self.desk.snapshot, shown.drawn.built.left_out.private_in)
        if not found:
            return ""
        one = "This now holds {n} thing you marked private: {what}."
        many = "This now holds {n} things you marked private: {what}."
        what = self.words.listing(tuple(", ".join(p for p in (item.kind, item.day) if p) for item in found))
        return self.words.count("share.private", one, many, len(found), what=what)

    def _failed(self, error: Exception) -> None:
        self.bar.page_of.say("")
        self.foot.trouble.say(sentence(error, self.words))

    def _say_page(self, page: int) -> None:
        count = len(self._shown.images) if self._shown is not None else 0
        self.bar.page_of.say(self.words.say("share.page", "Page {page} of {count}", page=page, count=count))

    def _say_where(self) -> None:
        self.foot.show_reader(self.form.reader_name())
        self.foot.show_place(self.saving.place)

    def _offer_journal(self) -> None:
        snapshot = self.desk.snapshot
        coming = coming_visits(snapshot, self.desk.now())
        seen_next = next((visit.clinician for visit in coming if visit.clinician is not None), None)
        today = self.desk.today()
        self.form.show_journal(self.desk.clinicians(), snapshot.person, snapshot, today, seen_next)
        self.given.show_journal(snapshot)
        self._empty.setVisible(not any(snapshot.of(kind) for kind in _ENOUGH))

    # Looking through, and what was given before

    def _look_through(self) -> None:
        self._left.setCurrentIndex(_THROUGH)
        self.look_through.first_focus().setFocus()

    def _shorten_it(self) -> None:
        self._left.setCurrentIndex(_THROUGH)
        self.look_through.focus_on_in_it().setFocus()

    def _open_given(self) -> None:
        self._left.setCurrentIndex(_GIVEN)
        self.foot.hide()
        self.given.first_focus().setFocus()

    def _look_back(self) -> None:
        from_given = self._left.currentIndex() == _GIVEN
        self._left.setCurrentIndex(_CHOICES)
        self.foot.show()
        if self._again.end():
            self.drawing.ask()
        (self._open if from_given else self.left_out.first_focus()).setFocus()

    def _take_private_out(self) -> None:
        if self._shown is not None:
            private_in = self._shown.drawn.built.left_out.private_in
            self._by_hand.take_back(still_private(self.desk.snapshot, private_in))
        self.left_out.first_focus().setFocus()
        self.drawing.ask()

    def _toggle(self, key: str) -> None:
        self._by_hand.toggle(RecordId(key))
        self.drawing.ask()

    def _leave_out(self, key: str) -> None:
        self._by_hand.leave_out(RecordId(key))
        self.drawing.ask()

    def _note_choice(self) -> None:
        self.foot.saved.say("")
        self._say_where()
        self.drawing.ask()

    def _note_change(self, change: Change) -> None:
        self._offer_journal()
        if self.isVisible() and not change.kinds <= {ShareRecord}:
            self.drawing.ask()
