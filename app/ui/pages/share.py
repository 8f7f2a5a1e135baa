"""Share: the right thing for the right person, and what is left out and why (interface.md 11.12)."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget

from app.domain.derived.choice import Choice
from app.domain.derived.today_visits import coming_visits
from app.domain.records import Clinician
from app.domain.records.record import RecordId
from app.services import sharing
from app.services.changes import Change
from app.services.errors import is_known
from app.ui import background
from app.ui.desk import Desk
from app.ui.errors import sentence
from app.ui.sharing.background_drawing import Shown, Wanted, draw
from app.ui.sharing.choices import ChoicesForm
from app.ui.sharing.left_out import LeftOutList, LookThrough
from app.ui.sharing.pages_beside import PagesBeside
from app.ui.sharing.printing import print_pages
from app.ui.sharing.two_sides import TwoSides
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Hairline, Row
from app.ui.widgets.notice import Notice
from app.ui.widgets.page import scrolling
from app.ui.widgets.page_preview import PagePreview
from app.ui.widgets.text import Text

_DRAW_AFTER_MS = 150
_EXACTLY = "exactly as it will print"


class SharePage(QWidget):
    """Choices at the left, the pages as they will print at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.words = desk.words
        say = desk.words.say
        self.setAccessibleName(say("share.title", "Share"))
        self.form = ChoicesForm(desk.words)
        self.left_out = LeftOutList(desk.words)
        self.look_through = LookThrough(desk.words)
        self.preview = PagePreview(desk.words)
        self.pages = PagesBeside(desk.words, self.preview)
        self.notice = Notice()
        self.trouble = Notice(kind="trouble")
        self._print = Button(say("share.print", "Print"), icon="printer", size="small")
        self._save = Button(say("share.save", "Save the PDF"), kind="main", icon="file-pdf", size="big")
        self._where = Text("", "caption", tone="ink3")
        self._page_of = Text("", "body_strong", wrap=False)
        self._shown: Shown | None = None
        self._asked = self._drawn_as = 0  # numbers of drawings: only what is shown is ever saved
        self._folder = _documents()
        self._put_in: frozenset[RecordId] = frozenset()
        self._arrange()
        self._drawing = QTimer(self, singleShot=True, interval=_DRAW_AFTER_MS)
        self._connect()
        self.refresh()

    def first_focus(self) -> QWidget:
        """The first choice."""
        return self.form.first_focus()

    def refresh(self) -> None:
        """Take the care team anew and draw."""
        snapshot = self.desk.snapshot
        coming = coming_visits(snapshot, self.desk.now())
        seen_next = next((visit.clinician for visit in coming if visit.clinician is not None), None)
        self.form.show_journal(self.desk.clinicians(), snapshot.person, snapshot, seen_next)
        self._say_where()
        self._drawing.start()

    def choice(self) -> Choice:
        """What is chosen now."""
        return replace(self.form.choice(), put_in=self._put_in)

    def save(self) -> None:
        """Save the PDF where it is said to go, and note that it was given."""
        if self._shown is None or self._drawing.isActive() or self._drawn_as != self._asked:
            self.trouble.say(self.words.say("share.not_yet", "The pages are not drawn yet. Wait a moment."))
            return
        drawn, password = self._shown.drawn, self.form.password()
        path = sharing.free_path(self._folder, drawn)
        try:
            sharing.save(drawn, path, password=password)
            sharing.note_given(
                self.desk.journal, drawn, path.name, self.desk.session.clock, self.desk.session.make_id
            )
        except Exception as error:
            if not self._is_told(error):
                raise
            return
        self.trouble.say("")
        self.desk.said.emit(self.words.say("share.saved", "Saved: {file}", file=path.name), False)

    def choose_folder(self) -> None:
        """Save somewhere else."""
        chosen = QFileDialog.getExistingDirectory(
            self, self.words.say("share.folder", "Where to save"), str(self._folder)
        )
        if chosen:
            self._folder = Path(chosen)
            self._say_where()

    def show_folder(self) -> None:
        """Open the folder the PDF goes to."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def print_it(self) -> None:
        """Print the pages that are shown."""
        if self._shown is not None:
            print_pages(self, self._shown.images)

    def _arrange(self) -> None:
        say = self.words.say
        title = Heading(say("share.title", "Share"), "title")
        another = Button(say("share.another", "Choose another place"), kind="quiet", size="small")
        folder = Button(say("share.show_folder", "Show in folder"), kind="quiet", size="small")
        another.clicked.connect(self.choose_folder)
        folder.clicked.connect(self.show_folder)
        sides = TwoSides(self.words)
        choices = Column(
            title, self.form, Hairline(), self.left_out, self.notice, 1,
            spacing=14, margins=(40, 24, 28, 12),
        )  # fmt: skip
        foot_parts = Column(
            self.trouble, Group(FlowLayout(self._save, sides.see, gap=12)), self._where,
            Group(FlowLayout(another, folder, gap=4)),
            spacing=8, margins=(40, 8, 28, 16),
        )  # fmt: skip
        self._foot = Group(foot_parts, ground="page")
        self._scrolled = Column(choices, spacing=0)
        self._left = QStackedLayout()
        self._left.addWidget(scrolling(Group(self._scrolled, ground="page")))
        self._left.addWidget(scrolling(self.look_through))
        self._beside = Column(self._left, self._foot, spacing=0)
        left = Group(self._beside, ground="page")
        sides.low.connect(self._place_foot)
        head = Row(
            sides.back, self._page_of, Text(say("share.exactly", _EXACTLY), "small", tone="ink2", wrap=False),
            1, self._print, spacing=12, margins=(20, 10, 20, 10),
        )  # fmt: skip
        right = Group(Column(Group(head, ground="desk"), Hairline(), self.pages, spacing=0), ground="desk")
        sides.hold(left, right)
        self.setLayout(Column(sides, spacing=0))

    def _place_foot(self, low: bool) -> None:
        """Let the footer scroll with the choices in a low window, and stay in place in a high one."""
        (self._scrolled if low else self._beside).addWidget(self._foot)

    def _connect(self) -> None:
        self._drawing.timeout.connect(self.draw)
        self.form.changed.connect(self._note_choice)
        self.left_out.look_through.connect(self._look_through)
        self.look_through.done.connect(self._look_back)
        self.look_through.toggled.connect(self._toggle)
        self.preview.page_changed.connect(self._say_page)
        self._save.clicked.connect(self.save)
        self._print.clicked.connect(self.print_it)
        self.desk.changed.connect(self._note_change)

    def draw(self) -> None:
        """Make the document in a worker and show its pages. A later choice overtakes an earlier one."""
        self._asked += 1
        asked, choice, password = self._asked, self.choice(), self.form.password()
        wanted = Wanted(
            snapshot=self.desk.snapshot,
            changed=sharing.changed_since(self.desk.journal),
            choice=choice,
            today=self.desk.today(),
            password=password,
        )
        words = self.words

        def work() -> tuple[int, Shown]:
            return asked, draw(wanted, words)

        self._page_of.say(self.words.say("share.drawing", "Drawing…"))
        background.run(self, work, done=self._show, failed=self._failed)

    def _show(self, result: tuple[int, Shown]) -> None:
        asked, shown = result
        if asked != self._asked:
            return
        self._shown, self._drawn_as = shown, asked
        built = shown.drawn.built
        self.pages.show_pages(shown.images, shown.texts)
        self.left_out.show_left_out(built.left_out)
        self.look_through.show_left_out(built.left_out, self._put_in)
        missing = tuple(
            self.words.say("share.missing", "A character can’t be printed: {name}.", name=name)
            for name in shown.drawn.rendered.missing
        )
        private = self._private_sentence()
        self.notice.say(" ".join((*private, *built.warnings, *missing)))
        self.trouble.say("")
        self._say_page(self.preview.page)

    def _private_sentence(self) -> tuple[str, ...]:
        count = len(self._shown.drawn.built.left_out.private_in) if self._shown is not None else 0
        if not count:
            return ()
        one = "This now holds {n} thing you marked private."
        return (
            self.words.count("share.private", one, "This now holds {n} things you marked private.", count),
        )

    def _failed(self, error: Exception) -> None:
        self._page_of.say("")
        self.trouble.say(sentence(error, self.words))

    def _is_told(self, error: Exception) -> bool:
        self.trouble.say(sentence(error, self.words))
        return is_known(error)

    def _say_page(self, page: int) -> None:
        count = len(self._shown.images) if self._shown is not None else 0
        self._page_of.say(self.words.say("share.page", "Page {page} of {count}", page=page, count=count))

    def _say_where(self) -> None:
        whom = self.form.reader_name()
        if whom:
            self._save.say(self.words.say("share.save_for", "Save the PDF for {name}", name=whom))
        else:
            self._save.say(self.words.say("share.save", "Save the PDF"))
        self._save.setAccessibleName(self._save.text())
        plain = "The PDF is not encrypted unless you give it a password. Told Once notes that you shared it."
        place = self.words.say(
            "share.where", "It goes to {folder}.", folder=self._folder.name or str(self._folder)
        )
        self._where.say(f"{place} {self.words.say('share.plain', plain)}")

    def _look_through(self) -> None:
        self._left.setCurrentIndex(1)
        self.look_through.first_focus().setFocus()

    def _look_back(self) -> None:
        self._left.setCurrentIndex(0)
        self.left_out.first_focus().setFocus()

    def _toggle(self, key: str) -> None:
        self._put_in ^= {RecordId(key)}
        self._drawing.start()

    def _note_choice(self) -> None:
        self._say_where()
        self._drawing.start()

    def _note_change(self, change: Change) -> None:
        if change.concerns(Clinician):
            self.form.show_journal(self.desk.clinicians(), self.desk.snapshot.person, self.desk.snapshot)
        if self.isVisible():
            self._drawing.start()


def _documents() -> Path:
    """The person's folder for documents, or their home where there is no such folder."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()
