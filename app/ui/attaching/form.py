"""The form of one photo or file: look at it, say what it shows, copy it out."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.records import Attachment
from app.services import attaching
from app.services.errors import is_known
from app.ui import background
from app.ui.attaching.looking import Looking, save_copy
from app.ui.attaching.pictures import pictures_of
from app.ui.attaching.thumb import Thumb, icon_of
from app.ui.desk import Desk
from app.ui.editors.boxes import Box, line_box, when_box
from app.ui.editors.editor import Editor, Field
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layout import Column, Group
from app.ui.widgets.text import Text

_SIDE = 240


def attachment_editor(desk: Desk, attachment: Attachment) -> Editor:
    """What it shows, when it was taken, its name, and the thing itself."""
    say = desk.words.say
    shown = Shown(desk, attachment)
    box = Box(shown, read=_nothing, fill=_ignore, draft=_nothing, take_draft=_ignore)
    when = say("attachment.when", "When it was taken or written")
    fields = [
        Field(name="caption", label=say("attachment.caption", "What it shows"), box=line_box()),
        Field(name="when", label=when, box=when_box(desk.words, desk.read_when)),
        Field(name="name", label=say("attachment.name", "Name of the file"), box=line_box()),
        Field(name="shown", label="", box=box, own_label=True, get=_nothing_of, put=_same),
    ]
    title = say("attachment.title", "Photo") if attachment.photo else say("attachment.file", "File")
    return Editor(desk, title, attachment, fields, said=say("attachment.saved", "Saved: {name}", name=title))


class Shown(QWidget):
    """A square of the picture, with a way to see all of it and a way to copy it out."""

    def __init__(self, desk: Desk, attachment: Attachment) -> None:
        super().__init__()
        say = desk.words.say
        self._desk, self._attachment = desk, attachment
        self.thumb = Thumb(icon_of(attachment), _SIDE)
        self.look = Button(say("attachment.look", "Look at it"), icon="magnifying-glass-plus", size="small")
        self.copy = Button(say("attaching.copy", "Save a copy"), icon="export", size="small")
        clear = say("attaching.clear", "A copy is not encrypted. Anyone who has it can look at it.")
        buttons = Group(FlowLayout(self.look, self.copy, gap=8))
        self.setLayout(Column(self.thumb, buttons, Text(clear, "caption", tone="ink3"), spacing=10))
        self.look.clicked.connect(self._open)
        self.copy.clicked.connect(partial(save_copy, desk, attachment, self))
        data = attaching.bytes_of(desk.journal, attachment.id)
        work = partial(pictures_of, data, attachment.media_type, 2 * _SIDE, 1)
        background.run(self.thumb, work, done=self.thumb.show_pictures, failed=self._no_picture)

    def _open(self) -> None:
        window = self.window()
        Looking(self._desk, self._attachment, window).open_over(window)

    def _no_picture(self, error: Exception) -> None:
        """Leave the icon: the file itself is whole."""
        if not is_known(error):
            raise error


def _nothing() -> str:
    return ""


def _nothing_of(_record: Attachment) -> str:
    return ""


def _ignore(_value: str) -> None:
    """What is shown holds nothing that is typed."""


def _same(record: Attachment, _value: str) -> Attachment:
    return record
