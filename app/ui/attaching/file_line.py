"""One kept file in a form: its picture, its name, what it shows, who may see it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.records import Attachment
from app.domain.records.record import Sharing
from app.services import attaching
from app.services.errors import is_known
from app.ui import background
from app.ui.attaching.looking import Looking
from app.ui.attaching.pictures import pictures_of
from app.ui.attaching.thumb import Thumb, icon_of
from app.ui.desk import Desk
from app.ui.widgets.button import Button
from app.ui.widgets.form import Line
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.sharing_mark import SharingMark
from app.ui.widgets.text import Text

_KILOBYTE, _MEGABYTE = 1024, 1024 * 1024
_SMALL = 160  # px: sharp at 250% text


class FileLine(QWidget):
    """``changed()`` follows other words or another mark, ``removed()`` the cross."""

    changed = Signal()
    removed = Signal()

    def __init__(self, desk: Desk, attachment: Attachment) -> None:
        super().__init__()
        say = desk.words.say
        self.attachment = attachment
        self._desk = desk
        self.thumb = Thumb(icon_of(attachment))
        self.look = Button(attachment.name, kind="link", size="small")
        self.look.setAccessibleName(say("attaching.look", "Look at {name}", name=attachment.name))
        self.mark = SharingMark(desk.words, desk.clinicians(), attachment.sharing)
        away = say("attaching.remove", "Take {name} out", name=attachment.name)
        self.remove = Button(kind="quiet", icon="x", name=away, size="small")
        self.caption = Line(
            attachment.caption, example=say("attaching.example", "What it shows, in a few words")
        )
        self.caption.setAccessibleName(say("attaching.caption", "What {name} shows", name=attachment.name))
        top = Row(self.look, _size(desk, attachment.size), 1, self.mark, self.remove, spacing=10)
        beside = Row(self.thumb, Column(top, self.caption, spacing=4), spacing=12)
        beside.setStretch(1, 1)
        self.setLayout(beside)
        self.look.clicked.connect(self._open)
        self.remove.clicked.connect(self.removed)
        self.mark.changed.connect(self._tell)
        self.caption.textChanged.connect(self._tell)
        self._draw()

    @property
    def sharing(self) -> Sharing:
        """Who may see it, as it stands."""
        return self.mark.sharing

    def _tell(self) -> None:
        self.changed.emit()

    def _open(self) -> None:
        window = self.window()
        Looking(self._desk, self.attachment, window).open_over(window)

    def _draw(self) -> None:
        """Draw the small picture in a worker."""
        data = attaching.bytes_of(self._desk.journal, self.attachment.id)
        work = partial(pictures_of, data, self.attachment.media_type, _SMALL, 1)
        background.run(self.thumb, work, done=self.thumb.show_pictures, failed=self._no_picture)

    def _no_picture(self, error: Exception) -> None:
        """Leave the icon: the file itself is whole."""
        if not is_known(error):
            raise error


def _size(desk: Desk, size: int) -> Text:
    """How large a file is, in words that are read well too."""
    words = desk.words
    if size >= _MEGABYTE:
        said = words.say("attaching.megabytes", "{n} MB", n=words.number(round(size / _MEGABYTE)))
    else:
        said = words.say("attaching.kilobytes", "{n} KB", n=words.number(max(round(size / _KILOBYTE), 1)))
    return Text(said, "caption", tone="ink3", wrap=False)
