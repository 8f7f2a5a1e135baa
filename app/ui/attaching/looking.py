"""Looking at a kept file over the page: the photo, a PDF's first pages, a text; and a copy of it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget

from app.domain.records import Attachment
from app.services import attaching
from app.services.errors import explain, is_known
from app.ui import background
from app.ui.attaching.pictures import MOST_PAGES, pictures_of
from app.ui.desk import Desk
from app.ui.widgets.button import Button
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.over import Over
from app.ui.widgets.page_preview import PagePreview
from app.ui.widgets.text import Text
from app.ui.widgets.text_area import TextArea

_WIDEST = 2200  # px: sharp in a large window, and never more memory than that
_MOST_TEXT = 200_000  # bytes of a text that are shown


class Looking(Over):
    """Nothing of the file leaves the memory unless a copy is asked for."""

    def __init__(self, desk: Desk, attachment: Attachment, parent: QWidget) -> None:
        name = attachment.caption or attachment.name
        super().__init__(name, parent, width=980, height=720)
        say = desk.words.say
        self._desk, self._attachment = desk, attachment
        self.pages = PagePreview(desk.words)
        self.text = TextArea(most=40)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(name)
        self.sentence = Text(say("attaching.looking", "One moment…"), tone="ink2")
        self.copy = Button(say("attaching.copy", "Save a copy"), icon="export", size="small")
        self.close_button = Button(say("attaching.close", "Close"), keys="Esc", size="small")
        self._shown = QStackedLayout()
        for part in (Group(Column(self.sentence, 1)), self.pages, Group(Column(self.text, 1))):
            self._shown.addWidget(part)
        head = Row(Heading(name, wrap=True), 1, self.copy, self.close_button, spacing=12)
        head.setStretch(0, 1)
        clear = Text(_not_encrypted(desk), "caption", tone="ink3")
        column = Column(head, clear, self._shown, spacing=10, margins=(24, 20, 24, 20))
        column.setStretch(2, 1)
        self.setLayout(column)
        self.copy.clicked.connect(partial(save_copy, desk, attachment, self))
        self.close_button.clicked.connect(self.finish)
        self._show()

    def first_focus(self) -> QWidget:
        """Close, which is always there."""
        return self.close_button

    def _show(self) -> None:
        data = attaching.bytes_of(self._desk.journal, self._attachment.id)
        kind = self._attachment.media_type
        if kind == attaching.TEXT:
            self.text.show_words(data[:_MOST_TEXT].decode(errors="replace"))
            self._shown.setCurrentIndex(2)
        else:
            work = partial(pictures_of, data, kind, _WIDEST)
            background.run(self, work, done=self._show_pictures, failed=self._say_why)

    def _show_pictures(self, images: tuple[QImage, ...]) -> None:
        if not images:
            self._say_nothing_to_see()
            return
        self.pages.show_pages(images)
        if len(images) == 1:
            self.pages.setAccessibleName(self.accessibleName())
        elif len(images) == MOST_PAGES:
            first = self._desk.words.say("attaching.first_pages", "The first {n} pages", n=MOST_PAGES)
            self.pages.setAccessibleDescription(first)
        self._shown.setCurrentIndex(1)

    def _say_nothing_to_see(self) -> None:
        self.sentence.say(
            self._desk.words.say(
                "attaching.no_picture",
                "{name} is kept whole, but can't be shown here. Save a copy to open it with another program.",
                name=self._attachment.name,
            )
        )

    def _say_why(self, error: Exception) -> None:
        if not is_known(error):
            raise error
        self._say_nothing_to_see()


def save_copy(desk: Desk, attachment: Attachment, parent: QWidget) -> None:
    """Ask where a copy goes, and write it there."""
    name = attaching.name_for_copy(attachment)
    dialog = QFileDialog(parent, desk.words.say("attaching.copy", "Save a copy"), name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.fileSelected.connect(partial(copy_to, desk, attachment))
    dialog.open()


def copy_to(desk: Desk, attachment: Attachment, path: str) -> None:
    """Write a copy of a kept file, and say what that means."""
    try:
        attaching.save_copy(desk.journal, attachment.id, Path(path))
    except Exception as error:
        if not is_known(error):
            raise
        desk.troubled.emit(" ".join(explain(error, desk.words)))
    else:
        said = desk.words.say(
            "attaching.copied", "Saved a copy. It is not encrypted: {name}", name=Path(path).name
        )
        desk.said.emit(said, False)


def _not_encrypted(desk: Desk) -> str:
    return desk.words.say("attaching.clear", "A copy is not encrypted. Anyone who has it can look at it.")
