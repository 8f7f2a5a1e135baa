"""Take everything out, so that nobody is locked in (interface.md 11.16)."""

from PySide6.QtWidgets import QWidget

from app.ui.bringing.taking_out import TakingOut
from app.ui.desk import Desk
from app.ui.keeping_safe.panel import Panel


class TakeOutPanel(Panel):
    """Everything in one file."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        self.taking = TakingOut(desk)
        self.body.addWidget(self.taking)
        self.body.addStretch(1)

    def first_focus(self) -> QWidget:
        """The button."""
        return self.taking.button
