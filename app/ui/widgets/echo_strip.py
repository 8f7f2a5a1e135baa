"""The strip below the quick line: what was understood, part by part, and Save."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets.button import Button
from app.ui.widgets.echo import Echo, EchoPart
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.text import Text

_ROOMY = 640
_KEYS = 560


class PartButton(Button):
    """One part of what was understood; opens its little editor."""

    def __init__(self, part: EchoPart) -> None:
        super().__init__(part.text, kind="part", icon=part.icon, size="small", name=part.spoken or part.text)
        self._part = part
        self.setToolTip("")

    def sizeHint(self) -> QSize:
        """Return room for the words and the colour before them."""
        size = super().sizeHint() - QSize(themes.current().px(8), 0)
        return size + QSize(themes.current().px(26), 0) if self._part.severity is not None else size

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, the heather step, and dashes where it is unsure."""
        super().paintEvent(event)
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._part.severity is not None:
            side = theme.px(18)
            outlined = theme.high_contrast or self._part.severity == 0
            painter.setPen(QPen(theme.colour("edge"), 1) if outlined else Qt.PenStyle.NoPen)
            painter.setBrush(theme.severity(self._part.severity)[0])
            box = QRectF(theme.px(10), (self.height() - side) / 2, side, side)
            painter.drawRoundedRect(box, theme.radius("cell"), theme.radius("cell"))
        if not self._part.sure:
            painter.setPen(QPen(theme.colour("honeyink"), theme.px(2), Qt.PenStyle.DotLine))
            base = self.height() - theme.px(5)
            painter.drawLine(theme.px(10), base, self.width() - theme.px(10), base)

    def _font(self, theme: themes.Theme) -> QFont:
        return theme.font("body", weight=600 if self._part.strong else 400)

    def _start(self, total: int, theme: themes.Theme) -> int:
        extra = theme.px(26) if self._part.severity is not None else 0
        return (self.width() - total + extra) // 2


class EchoStrip(QWidget):
    """Shows an echo, or while the line is empty what one could try."""

    saved = Signal()
    part_chosen = Signal(int)
    choice_chosen = Signal(int)

    def __init__(self, words: Words, hint: str) -> None:
        super().__init__()
        self._words = words
        self._hint = hint
        self._echo: Echo | None = None
        label = words.say("quick.label", "Understood as")
        self.setAccessibleName(label)
        self._label = Text(label, "caption", wrap=False)
        self._parts = FlowLayout(gap=8)
        self._shown = Group(self._parts)
        self._caption = Text("", "caption")
        self.save = Button(words.say("quick.save", "Save"), kind="main", keys="Enter", size="small")
        self.save.clicked.connect(self.saved)
        self._part_group = QButtonGroup(self)
        self._part_group.idClicked.connect(self.part_chosen)
        self._choice_group = QButtonGroup(self)
        self._choice_group.idClicked.connect(self.choice_chosen)
        row = Row(self._label, self._shown, self.save, spacing=10)
        row.setStretch(1, 1)
        self.setLayout(Column(row, self._caption, spacing=2, margins=(16, 6, 12, 6)))
        self.show_echo(Echo(), empty=True)

    def set_hint(self, hint: str) -> None:
        """Take other words for the empty line."""
        self._hint = hint
        self._echo = None

    def show_echo(self, echo: Echo, *, empty: bool) -> None:
        """Show what was understood; one that is shown already is left as it is."""
        caption = self._hint if empty else echo.caption
        self._shown.setVisible(not empty)
        self._label.setVisible(not empty and self.width() >= themes.current().px(_ROOMY))
        self.save.setVisible(not empty and not echo.choices)
        self._caption.say(caption)
        self._caption.setVisible(bool(caption))
        self.setAccessibleDescription(echo.spoken)
        if echo != self._echo:
            self._echo = echo
            self._rebuild(echo)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The parts and choices shown, in order."""
        items = [self._parts.itemAt(n) for n in range(self._parts.count())]
        found = [item.widget() for item in items if item is not None]
        return tuple(button for button in found if isinstance(button, Button))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the label and the keycap out where there is little room."""
        super().resizeEvent(event)
        roomy = self.width() >= themes.current().px(_KEYS)
        wide = self.width() >= themes.current().px(_ROOMY)
        self._label.setVisible(wide and not self._shown.isHidden())
        self.save.keys = "Enter" if roomy else ""
        self.save.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sunk ground below the line."""
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunk"))
        radius = theme.radius("panel") - theme.px(2)
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.drawRect(self.rect().adjusted(0, 0, 0, -radius))
        painter.setPen(QPen(theme.colour("edge" if theme.high_contrast else "line"), theme.px(1)))
        painter.drawLine(0, 0, self.width(), 0)

    def _rebuild(self, echo: Echo) -> None:
        for button in self.buttons:
            self._parts.removeWidget(button)
            for group in (self._part_group, self._choice_group):
                group.removeButton(button)
            button.hide()
            button.deleteLater()
        for place, part in enumerate(echo.parts):
            self._add(PartButton(part), self._part_group, place)
        for place, words in enumerate(echo.choices):
            self._add(Button(words, size="small"), self._choice_group, place)
        self._parts.invalidate()
        self.updateGeometry()

    def _add(self, button: Button, group: QButtonGroup, place: int) -> None:
        group.addButton(button, place)
        self._parts.addWidget(button)
        button.show()
