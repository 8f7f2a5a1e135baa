"""The five themes by name, each with a small swatch of its page, ink and pine."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.theme.look import AS_MY_COMPUTER
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.tick_box import RoundChoice


class ThemeChoices(QWidget):
    """``chosen(name)`` follows a choice; arrows move and never pick."""

    chosen = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setAccessibleName(words.say("looks.theme", "Colours"))
        names = theme_names(words)
        self.choices = {key: RoundChoice(name) for key, name in names.items()}
        self._keys = list(names)
        self._group = QButtonGroup(self)
        column = Column(spacing=2)
        for place, (key, choice) in enumerate(self.choices.items()):
            self._group.addButton(choice, place)
            row = Row(Swatch(key), choice, spacing=12)
            row.setStretch(1, 1)
            column.addLayout(row)
        self.setLayout(column)
        self._group.idClicked.connect(self._tell)

    def show_chosen(self, key: str) -> None:
        """Show which one is worn; says nothing."""
        self.choices[key if key in self.choices else AS_MY_COMPUTER].setChecked(True)

    def _tell(self, place: int) -> None:
        self.chosen.emit(self._keys[place])


class Swatch(QWidget):
    """A little of a theme: its page with a line of ink and a dot of pine. Not read aloud."""

    def __init__(self, theme: str) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self) -> QSize:
        """Return its size at the text size in use."""
        theme = themes.current()
        return QSize(theme.px(44), theme.px(26))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw one theme, or half of each of two for the computer's own."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = ("day", "dusk") if self._theme == AS_MY_COMPUTER else (self._theme,)
        high = themes.current().px(26)
        box = QRectF(0.5, (self.height() - high) / 2 + 0.5, self.width() - 1, high - 1)
        for place, name in enumerate(shown):
            half = box.width() / len(shown)
            painter.setClipRect(QRectF(box.x() + place * half, box.y() - 1, half + 1, box.height() + 2))
            self._paint_one(painter, box, name)

    def _paint_one(self, painter: QPainter, box: QRectF, name: str) -> None:
        theme = themes.current()
        colours = theme.tokens.themes[name]
        painter.setPen(QPen(theme.colour("edge"), theme.border))
        painter.setBrush(QColor(colours.page))
        painter.drawRoundedRect(box, theme.radius("box"), theme.radius("box"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ink))
        left, middle = box.x() + theme.px(8), box.center().y()
        painter.drawRoundedRect(QRectF(left, middle - theme.px(1), theme.px(16), theme.px(3)), 1, 1)
        painter.setBrush(QColor(colours.pine))
        dot = theme.px(8)
        painter.drawEllipse(QRectF(box.right() - theme.px(14), middle - dot / 2, dot, dot))


def theme_names(words: Words) -> dict[str, str]:
    """Return the themes' names in the window, by their names in the tokens."""
    return {
        AS_MY_COMPUTER: words.say("theme.system", "As my computer"),
        "day": words.say("theme.day", "Day"),
        "dusk": words.say("theme.dusk", "Dusk"),
        "contrast-dark": words.say("theme.contrast_dark", "High contrast, dark"),
        "contrast-light": words.say("theme.contrast_light", "High contrast, light"),
    }
