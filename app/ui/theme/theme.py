"""The theme in use: one object that every painter and layout asks."""

from typing import cast

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QStyleFactory

from app.ui.theme import fonts, palette, style_sheet
from app.ui.theme.icons import Icons
from app.ui.theme.look import Look
from app.ui.theme.tokens import EASIER, OWN_WORDS, Colours, Tokens, TypeStyle
from app.ui.theme.wishes import Wishes

_PER_CENT = 100
_BIGGER = 1.25
_CONTROLS = frozenset(
    {"button", "button_small", "button_big", "room_button", "field", "quick", "tab", "min_target"}
)


_in_use: "list[Theme]" = []
"""The theme of the running application."""


class Theme(QObject):
    """Tokens and the person's look, turned into palette, sheet, fonts, icons and sizes.

    There is one for each application, owned by it; ``changed`` follows every change of it.
    """

    changed = Signal()

    def __init__(self, app: QApplication, tokens: Tokens, look: Look, wishes: Wishes | None = None) -> None:
        super().__init__(app)
        self.tokens = tokens
        self.look = look
        self.icons = Icons()
        self._app = app
        self._resting = False
        self._dimmed = False
        self._blinking = app.cursorFlashTime()
        self._wishes = wishes or Wishes(app.styleHints(), self)
        self._wishes.changed.connect(self._follow)
        self._fonts: dict[tuple[str, int | None], QFont] = {}
        app.setStyle(QStyleFactory.create("Fusion"))
        self._dress()

    @property
    def name(self) -> str:
        """Name of the theme in use: "day", "dusk", "contrast-dark" or "contrast-light"."""
        wanted = self._wanted()
        return "dusk" if self._dimmed and not wanted.startswith("contrast") else wanted

    @property
    def colours(self) -> Colours:
        """Colours of the theme in use."""
        return self.tokens.themes[self.name]

    @property
    def scale(self) -> float:
        """How much larger than 100% everything is."""
        return (self.look.text_size or _PER_CENT) / _PER_CENT

    @property
    def high_contrast(self) -> bool:
        """Whether outlines must carry what washes carry elsewhere."""
        return self.name.startswith("contrast")

    @property
    def border(self) -> int:
        """Width of a control's outline in px."""
        return self.px(2 if self.high_contrast else 1)

    @property
    def moves(self) -> bool:
        """Whether fades and slides are wanted here."""
        # Qt 6.12 has an accessibility hint for this; in 6.11 the style's own figure says it.
        still = self._app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
        return not (self._resting or self.look.keep_still or still)

    def px(self, size: float) -> int:
        """Return a length given at 100%, grown with the text."""
        return max(round(size * self.scale), 1) if size else 0

    def size(self, name: str) -> int:
        """Return a named size of the design in px, grown; heights of controls grow if asked for."""
        given = self.tokens.size[name]
        return self.control(given) if name in _CONTROLS else self.px(given)

    def control(self, height: float) -> int:
        """Return the height of a control given at 100%: a quarter taller for stiff hands, if asked for."""
        return self.px(height * (_BIGGER if self.look.bigger_buttons else 1))

    def radius(self, name: str) -> int:
        """Return a named corner radius in px, grown."""
        return self.px(self.tokens.radius[name])

    def colour(self, name: str) -> QColor:
        """Return a colour by its token's name."""
        return QColor(getattr(self.colours, name))

    def severity(self, value: int) -> tuple[QColor, QColor]:
        """Return fill and number colour for 0 to 10."""
        return QColor(self.colours.sev[value]), QColor(self.colours.sevtext[value])

    def font(self, style: str, *, weight: int | None = None) -> QFont:
        """Return the font of one step of the type scale, grown."""
        made = self._fonts.get((style, weight))
        if made is None:
            step = self.style(style)
            made = fonts.make(self.tokens.faces, step, self.px(step.px), weight=weight)
            self._fonts[(style, weight)] = made
        return QFont(made)  # the caller's own, which shares what Qt has worked out about it

    def style(self, name: str) -> TypeStyle:
        """Return one step of the type scale, at 100%, as the person reads most easily."""
        easier = self.look.easier_reading and name in OWN_WORDS
        return EASIER if easier else self.tokens.styles[name]

    def icon(self, name: str, colour: str = "ink", size: int = 20, ratio: float = 1.0) -> QPixmap:
        """Return an icon in a token's colour, ``size`` px at 100%."""
        return self.icons.pixmap(name, getattr(self.colours, colour), self.px(size), ratio)

    def wear(self, look: Look) -> None:
        """Change how the window looks, at once."""
        if look != self.look:
            self.look = look
            self._follow()

    def rest(self, *, dim: bool) -> None:
        """Hold everything still, in Dusk if ``dim``, until `wake`: a bad day.

        High contrast stays as it is, and so does the look that is kept.
        """
        self._resting = True
        self._dim(dim)

    def wake(self) -> None:
        """Look as usual again."""
        self._resting = False
        self._dim(False)

    def _dim(self, dim: bool) -> None:
        before, self._dimmed = self.name, dim
        if self.name != before:
            self._follow()

    def _wanted(self) -> str:
        if self.look.theme in self.tokens.themes:
            return self.look.theme
        if self._wishes.high_contrast:
            return "contrast-dark" if self._wishes.dark else "contrast-light"
        return "dusk" if self._wishes.dark else "day"

    def _follow(self) -> None:
        self.icons.forget()
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        self._fonts.clear()
        factor = _BIGGER if self.look.bigger_buttons else 1.0
        # Qt takes a new sheet over an old one four times as slowly as none and then the new one (measured).
        self._app.setStyleSheet("")
        self._app.setPalette(palette.palette(self.colours))
        self._app.setFont(self.font("body"))
        self._app.setCursorFlashTime(0 if self.look.keep_still else self._blinking)
        easier = self.look.easier_reading
        sheet = style_sheet.style_sheet(self.tokens, self.name, self.scale, factor, easier=easier)
        self._app.setStyleSheet(sheet)


def current() -> Theme:
    """Return the theme of the running application."""
    if not (_in_use and shiboken6.isValid(_in_use[0])):  # every page asks thousands of times
        app = cast("QApplication", QCoreApplication.instance())
        theme = app.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if theme is None:
            raise RuntimeError("The application has no theme yet.")
        _in_use[:] = [theme]
    return _in_use[0]
