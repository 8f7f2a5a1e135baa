"""Backups: whether they are made, where they are kept, one file to take away (interface.md 11.13)."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.services.backups import BackupFile
from app.ui import background
from app.ui.desk import Desk
from app.ui.errors import sentence
from app.ui.keeping_safe.backups_said import StateSaid, place_in_words, state_said
from app.ui.keeping_safe.copies import CopiesView, InsideView
from app.ui.keeping_safe.panel import Panel
from app.ui.keeping_safe.section import Section
from app.ui.widgets.button import Button
from app.ui.widgets.layout import Column, Group, Hairline, Row
from app.ui.widgets.notice import Notice
from app.ui.widgets.picture import Picture
from app.ui.widgets.pile import Pile
from app.ui.widgets.text import Text
from app.ui.widgets.working import Working


class BackupsPanel(Panel):
    """How the backups stand, and what can be done about them."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        say = desk.words.say
        self._busy = False
        self.now = Button(say("backups.now", "Back up now"), kind="main")
        self.copies_button = Button(say("backups.copies", "Look at the copies"))
        self.open_button = Button(say("backups.open", "Open a backup"))
        self.other_place = Button(say("backups.other_place", "Choose another place"))
        self.one_file = Button(say("backups.one_file", "Make one file"), icon="download-simple")
        self.working = Working(say("backups.working", "Making a backup, and opening it once to be sure…"))
        self.state = _StateLine()
        self.places = Column(spacing=8)
        self._same_disk = Notice()
        self.copies = CopiesView(desk)
        self.inside: InsideView | None = None
        self._front = Column(spacing=18)
        self._pile = Pile(Group(self._front), self.copies)
        self._lay_out()
        self.now.clicked.connect(self.back_up)
        self.other_place.clicked.connect(self._choose_place)
        self.one_file.clicked.connect(self._choose_file)
        for button in (self.copies_button, self.open_button):
            button.clicked.connect(self.show_copies)
        self.copies.left.connect(self.show_front)
        self.copies.chosen.connect(self.look_inside)

    def first_focus(self) -> QWidget:
        """Back up now, or what is open in its place."""
        if self._pile.current is self.inside and self.inside is not None:
            return self.inside.first_focus()
        return self.now if self._at_front else self.copies.back

    def go_back(self) -> bool:
        """Go back from a copy to the copies, and from those to the front."""
        if self._at_front:
            return False
        if self._pile.current is self.copies:
            self.show_front()
        else:
            self.show_copies()
        return True

    def show_front(self) -> None:
        """Show how the backups stand."""
        self._pile.show_only(self._pile.parts[0])
        self.copies_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_copies(self) -> None:
        """Show the copies there are."""
        self.copies.refresh()
        self._pile.show_only(self.copies)
        first = self.copies.list if self.copies.list.rows else self.copies.file
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_inside(self, copy: BackupFile) -> None:
        """Look into one, without changing it."""
        if self.inside is not None:
            self.inside.deleteLater()
        self.inside = InsideView(self.desk, copy)
        self.inside.left.connect(self.show_copies)
        self.inside.wanted.connect(self.desk.putting_back)
        self._pile.add(self.inside)
        self._pile.show_only(self.inside)
        self.inside.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        if copy.opens:
            self.inside.look_inside()

    @property
    def _at_front(self) -> bool:
        return self._pile.current is self._pile.parts[0]

    def refresh(self) -> None:
        """Say how the backups stand."""
        backups = self.desk.session.backups
        said = state_said(backups.state(), backups.places(), self.words, self.desk.now())
        self.state_section.heading.say(said.title)
        self.state.show_state(said)
        self._show_places()

    def back_up(self) -> None:
        """Back up now, in a worker."""
        self._work(self.desk.session.backups.make, self._backed_up)

    def keep_in(self, folder: Path) -> None:
        """Keep backups in another place too, once one has been made there."""
        self._work(partial(self.desk.session.backups.keep_in, folder), self._backed_up)

    def stop_keeping_in(self, folder: Path) -> None:
        """Make no more backups in a place; those that are there stay."""
        try:
            self.desk.session.backups.stop_keeping_in(folder)
        except Exception as error:  # noqa: BLE001 - a bug is told of as such
            self._failed(error)
            return
        self.refresh()
        said = self.words.say("backups.stopped", "No more backups there. Those that are there stay.")
        self.desk.said.emit(said, False)

    def make_one_file(self, path: str) -> None:
        """Write the whole journal to one encrypted file."""
        place = Path(path)
        self._work(partial(self.desk.session.backups.make_at, place), partial(self._made, place))

    def _lay_out(self) -> None:
        say = self.words.say
        what = (
            "A backup is encrypted with your passphrase, the same as the journal. It is made each day you "
            "write, and opened once to be sure it works."
        )
        one = (
            "The whole journal in one encrypted file. It opens on any computer with Told Once and your "
            "passphrase, or your recovery key."
        )
        back = (
            "Look inside a backup first, then choose. What you have now is kept as a backup too, so this can "
            "be undone."
        )
        self.state_section = Section(
            "",
            self.state,
            self.working,
            Text(say("backups.what", what), "small", tone="ink2"),
            buttons=(self.now, self.copies_button),
        )
        sections = (
            self.state_section,
            Section(
                say("backups.where", "Where it is kept"),
                Group(self.places),
                self._same_disk,
                buttons=(self.other_place,),
            ),
            Section(
                say("backups.take_away", "One file to take away"),
                Text(say("backups.take_away.what", one), "small", tone="ink2"),
                buttons=(self.one_file,),
            ),
            Section(
                say("welcome.backup", "Put a backup back"),
                Text(say("backups.put_back.what", back), "small", tone="ink2"),
                buttons=(self.open_button,),
            ),
        )
        for place, section in enumerate(sections):
            if place:
                self._front.addWidget(Hairline())
            self._front.addWidget(section)
        self.body.addWidget(self._pile)
        self.body.addStretch(1)

    def _show_places(self) -> None:
        places = self.desk.session.backups.places()
        while (item := self.places.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place in places:
            row = Row(
                Picture("folder-simple", "ink", 20), Text(place_in_words(place, self.words)), spacing=10
            )
            row.setStretch(1, 1)
            if not place.own:
                row.addWidget(self._stop_button(place.path))
            self.places.addWidget(Group(row))
        same = (
            "This is on the same disk as the journal. A memory stick would still be there if this computer "
            "is lost."
        )
        all_here = all(place.same_disk for place in places)
        self._same_disk.say(self.words.say("backups.same_disk", same) if all_here else "")

    def _stop_button(self, folder: Path) -> Button:
        say = self.words.say
        stop = Button(say("backups.stop", "Stop keeping them here"), kind="quiet", size="small")
        named = say("backups.stop.named", "Stop keeping them in {folder}", folder=str(folder))
        stop.setAccessibleName(named)
        stop.clicked.connect(partial(self.stop_keeping_in, folder))
        return stop

    def _work(self, function: Callable[[], object], done: Callable[[Any], None]) -> None:
        if self._busy:
            return
        self._busy = True
        self.working.begin()
        background.run(self, function, done=done, failed=self._failed)

    def _backed_up(self, _path: object) -> None:
        self._rest()
        self.desk.said.emit(self.words.say("backups.made", "Backed up, and checked."), False)

    def _made(self, place: Path, _nothing: object) -> None:
        self._rest()
        self.desk.said.emit(self.words.say("backups.file_made", "Made: {name}", name=place.name), False)

    def _failed(self, error: Exception) -> None:
        self._rest()
        self.desk.troubled.emit(sentence(error, self.words))

    def _rest(self) -> None:
        self._busy = False
        self.working.end()
        self.refresh()

    def _choose_place(self) -> None:
        dialog = QFileDialog(self, self.other_place.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._take_place)
        dialog.open()

    def _take_place(self, folder: str) -> None:
        self.keep_in(Path(folder))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.one_file.text(), "", "*.toldonce")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toldonce")
        dialog.selectFile(f"{self.desk.session.path.stem} {self.desk.today().isoformat()}")
        dialog.fileSelected.connect(self.make_one_file)
        dialog.open()


class _StateLine(QWidget):
    """An icon and a sentence; the icon changes with the words."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Picture("check-circle-fill", "pine", 20)
        self._text = Text("")
        self._trouble = Notice(kind="trouble")
        self._gentle = Notice()
        self._fine = Group(Row(self._icon, self._text, spacing=8))
        self.setLayout(Column(self._fine, self._gentle, self._trouble, spacing=0))

    def show_state(self, said: StateSaid) -> None:
        """Show how the backups stand."""
        self._text.say(said.sentence)
        self._fine.setVisible(said.kind == "fine")
        self._gentle.say(said.sentence if said.kind == "gentle" else "")
        self._trouble.say(said.sentence if said.kind == "trouble" else "")
