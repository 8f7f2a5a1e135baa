"""Saving the pages that are shown: where to, that it was given, and taking the file away again."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.services import sharing
from app.services.errors import explain, is_known
from app.ui.desk import Desk
from app.ui.errors import sentence
from app.ui.sharing.background_drawing import Shown
from app.ui.sharing.foot import ShareFoot


class Saving(QObject):
    """`noted(key)` follows a save with its share record; `moved` a change of the folder."""

    noted = Signal(str)
    moved = Signal()

    def __init__(self, desk: Desk, foot: ShareFoot, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._foot, self._page = desk, foot, parent
        self._saved: Path | None = None
        self.folder = _documents()
        foot.elsewhere.connect(self.choose_folder)
        foot.folder.connect(self.show_folder)
        foot.delete.connect(self.delete_file)

    @property
    def place(self) -> str:
        """What the folder is called."""
        return self.folder.name or str(self.folder)

    def save(self, shown: Shown, password: str) -> None:
        """Save the PDF in the folder, and note that it was given; trouble is said with a way out."""
        words, session = self._desk.words, self._desk.session
        path = sharing.free_path(self.folder, shown.drawn)
        try:
            sharing.save(shown.drawn, path, password=password)
            noted = sharing.note_given(
                self._desk.journal, shown.drawn, path.name, session.clock, session.make_id
            )
        except Exception as error:
            if not is_known(error):
                raise
            lead = words.say("share.not_saved", "The PDF could not be saved in {folder}.", folder=self.place)
            self._foot.trouble.say(f"{lead} {explain(error, words)[0]}")
            return
        self._saved = path
        self._foot.trouble.say("")
        said = words.say("share.saved", "Saved: {file}", file=path.name)
        self._foot.saved.say(said)
        self.noted.emit(noted.id)
        self._desk.offered.emit(said, (words.say("share.show_folder", "Show in folder"), self.show_folder))

    def delete_file(self) -> None:
        """Delete the file that was saved last; the note that it was given stays."""
        if self._saved is None:
            return
        path, self._saved = self._saved, None
        try:
            sharing.delete(path)
        except Exception as error:
            if not is_known(error):
                raise
            self._foot.trouble.say(sentence(error, self._desk.words))
            return
        self._foot.saved.say("")
        gone = "Deleted: {file}. The note that you gave it stays."
        self._desk.said.emit(self._desk.words.say("share.deleted", gone, file=path.name), False)
        self._foot.button.setFocus()

    def choose_folder(self) -> None:
        """Save somewhere else."""
        title = self._desk.words.say("share.folder", "Where to save")
        chosen = QFileDialog.getExistingDirectory(self._page, title, str(self.folder))
        if chosen:
            self.folder = Path(chosen)
            self._foot.trouble.say("")
            self.moved.emit()

    def show_folder(self) -> None:
        """Open the folder the PDF went to."""
        folder = self._saved.parent if self._saved is not None else self.folder
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _documents() -> Path:
    """The person's folder for documents, or their home where there is no such folder."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()
