"""Form rows: label, field, hint and error, joined for eyes and for a screen reader."""

from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.theme import theme as themes
from app.ui.widgets import spoken
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.picture import Picture
from app.ui.widgets.text import Text


class FormRow(QWidget):
    """A label above a field, with a hint and, when needed, an error below it.

    ``field`` is what takes the focus; ``shown`` is what is placed, where that is more than the
    field (a field with a button beside it).
    """

    def __init__(self, label: str, field: QWidget, hint: str = "", *, shown: QWidget | None = None) -> None:
        super().__init__()
        self.field = field
        self._hint = hint
        self.label = Text(label, "label", wrap=False)
        self.label.setBuddy(field)
        self._hint_text = Text(hint, "caption")
        self._hint_text.setVisible(bool(hint))
        self._error = _Error()
        field.setAccessibleName(label)
        field.setAccessibleDescription(hint)
        parts = (self.label, shown or field, self._hint_text, self._error)
        self.column = Column(*parts, spacing=4)
        self.setLayout(self.column)

    @property
    def error(self) -> str:
        """The error shown, empty for none."""
        return self._error.words

    def show_error(self, sentence: str, *, move: bool = True) -> None:
        """Say what to do about the field, below it; "" takes it away. Nothing typed is lost."""
        self._error.say(sentence)
        self._hint_text.setVisible(bool(self._hint) and not sentence)
        self.field.setAccessibleDescription(sentence or self._hint)
        self.field.setProperty("trouble", bool(sentence))
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
        if sentence:
            spoken.announce(self.field, sentence, at_once=True)
        if sentence and move:
            self.field.setFocus()


class _Error(QWidget):
    """Brick words with the warning icon."""

    def __init__(self) -> None:
        super().__init__()
        self._text = Text("", "caption", tone="brick")
        icon = Picture("warning", "brick", 18)
        row = Row(icon, self._text, spacing=6)
        row.setStretch(1, 1)
        self.setLayout(row)
        self.hide()

    @property
    def words(self) -> str:
        return self._text.words

    def say(self, sentence: str) -> None:
        self._text.say(sentence)
        self.setVisible(bool(sentence))


class Form(QWidget):
    """Rows below each other; the one way a form is built."""

    def __init__(self, *rows: QWidget, spacing: int = 18) -> None:
        super().__init__()
        self._column = Column(*rows, spacing=spacing)
        self.setLayout(self._column)
        self.rows = rows

    def set_spacing(self, spacing: int) -> None:
        """Take another gap between the rows, px at 100%."""
        self._column.set_spacing(spacing)

    def clear_errors(self) -> None:
        """Take every error away."""
        for row in self.rows:
            if isinstance(row, FormRow):
                row.show_error("")


class Line(QLineEdit):
    """A field for one line; ``example`` is a placeholder, never the label."""

    def __init__(self, text: str = "", *, example: str = "", width: int = 0) -> None:
        super().__init__(text)
        self._width = width
        self.setPlaceholderText(example)
        self._grow()
        themes.current().changed.connect(self._grow)

    def _grow(self) -> None:
        if self._width:
            self.setFixedWidth(themes.current().px(self._width))
