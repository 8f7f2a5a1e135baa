"""A question before what cannot be undone: the only boxes the app opens by itself (interface.md 6)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.theme import theme as themes
from app.ui.widgets.button import Button
from app.ui.widgets.form import FormRow, Line
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.text import Text

_WIDTH = 480


class Ask(QDialog):
    """`yes()` follows the button that destroys. Esc and Enter keep what there is.

    With `type_this` the person must type it first; a wrong word is said in `wrong`, below the field.
    """

    yes = Signal()

    def __init__(
        self,
        parent: QWidget,
        question: str,
        more: str,
        *,
        do: str,
        keep: str,
        type_this: str = "",
        label: str = "",
        wrong: str = "",
    ) -> None:
        super().__init__(parent)
        self._wanted, self._wrong = type_this.strip(), wrong
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Told Once")
        self.setAccessibleName(question)
        self.setAccessibleDescription(more)
        self.do, self.keep = Button(do, kind="destroy"), Button(keep)
        self.line = Line()
        self.row = FormRow(label or question, self.line)
        self.row.setVisible(bool(type_this))
        buttons = Row(self.do, self.keep, 1, spacing=12)
        heading = Heading(question, wrap=True)
        self.setLayout(Column(heading, Text(more), self.row, buttons, spacing=16, margins=(28, 24, 28, 24)))
        self.setFixedWidth(min(themes.current().px(_WIDTH), parent.window().width()))
        self._fit()
        self.do.clicked.connect(self._do)
        self.keep.clicked.connect(self.reject)
        (self.line if type_this else self.keep).setFocus()

    def _fit(self) -> None:
        """Be as high as the words need at this width, and no higher."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))

    def _do(self) -> None:
        if self._wanted and self.line.text().strip() != self._wanted:
            self.row.show_error(self._wrong)
            self._fit()
            return
        self.accept()
        self.yes.emit()
