"""What every panel of Keep safe is built on."""

from PySide6.QtWidgets import QWidget

from app.ui.desk import Desk
from app.ui.widgets.layout import Column


class Panel(QWidget):
    """Add parts to `body`; `title` stands above it. It is made when it is first opened."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self.desk, self.words, self.title = desk, desk.words, title
        self.body = Column(spacing=18)
        self.setLayout(self.body)
        self.setAccessibleName(title)

    def first_focus(self) -> QWidget | None:
        """What takes the focus when the person goes on from the list; None: the first thing that can."""
        return None

    def refresh(self) -> None:
        """Show how things stand now: called each time it comes into view."""

    def leave(self) -> None:
        """Keep what is being typed, before the journal is locked."""

    def go_back(self) -> bool:
        """Go back within the panel; False where there is nothing to go back from."""
        return False
