"""What an empty page says: one serif sentence, one plain sentence, one action."""

from PySide6.QtWidgets import QWidget

from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layout import Column, Group
from app.ui.widgets.text import Text


class EmptyState(QWidget):
    """No picture, no praise; ``actions`` may be a few where the design says so."""

    def __init__(self, serif: str, plain: str = "", actions: tuple[Button, ...] = ()) -> None:
        super().__init__()
        column = Column(Text(serif, "story"), spacing=8, margins=(0, 12, 0, 12))
        if plain:
            column.addWidget(Text(plain, tone="ink2"))
        if actions:
            column.addWidget(Group(FlowLayout(*actions, gap=8)))
        self.setLayout(column)
