"""How bad, 0 to 10: eleven steps of heather with their numbers."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets.choice import Choice, OneOf
from app.ui.widgets.flow_layout import FlowLayout

WORST = 10
_WRAP_AFTER = 6


class _Step(Choice):
    """One number on its colour."""

    def __init__(self, value: int, name: str) -> None:
        super().__init__(str(value), name=name)
        self._value = value

    def sizeHint(self) -> QSize:
        """Return the design's 49 by 52."""
        theme = themes.current()
        return QSize(theme.px(49), theme.control(52))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the step; the chosen one has a pine frame and a bold number."""
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink = theme.severity(self._value)
        width = theme.px(3) if self.isChecked() else theme.border
        outline = "pine" if self.isChecked() else "edge" if self._pale() else ""
        painter.setPen(QPen(theme.colour(outline), width) if outline else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, theme.radius("box"), theme.radius("box"))
        painter.setFont(theme.font("body", weight=700 if self.isChecked() else 500))
        painter.setPen(ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _pale(self) -> bool:
        return self._value <= WORST // 2 or themes.current().high_contrast


class SeverityScale(OneOf):
    """``value`` is 0 to 10, or None. Keys 0 to 9 and x (ten) pick; there is no default."""

    def __init__(self, words: Words, question: str = "") -> None:
        name = question or words.say("scale.name", "How bad, 0 to 10")
        steps: list[Choice] = [
            _Step(n, words.say("severity.of_ten", "{n} of 10", n=n)) for n in range(WORST + 1)
        ]
        super().__init__(name, steps, FlowLayout(gap=4, break_after=_WRAP_AFTER))
        self.setAccessibleDescription(words.say("scale.ends", "0 none, 10 worst you can imagine"))

    @property
    def value(self) -> int | None:
        """The chosen number."""
        return self.place if self.place >= 0 else None

    def show_value(self, value: int | None) -> None:
        """Show a number, or none."""
        self.choose(-1 if value is None else value)

    def typed_on(self, key: str) -> None:
        """Pick by the number's own key, ten by x."""
        if key.lower() == "x":
            self.pick(WORST)
        elif key in "0123456789":
            self.pick(int(key))
