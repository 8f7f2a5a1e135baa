"""Words with marks in them: what is new is underlined, what is gone is struck through."""

from html import escape

from app.domain.derived.history import Kind, Stretch
from app.ui.theme import theme as themes
from app.ui.widgets.text import Text


class MarkedText(Text):
    """The words of two versions in one. ``spoken`` says what was added and what was taken out."""

    def __init__(self, stretches: tuple[Stretch, ...], voice: str, spoken: str) -> None:
        self._stretches = stretches
        super().__init__("".join(part.text for part in stretches), voice)
        self.setAccessibleName(spoken)

    def _markup(self) -> str:
        return "".join(_marked(part) for part in self._stretches)


def _marked(part: Stretch) -> str:
    words = part.text.rstrip()
    text, space = escape(words), part.text[len(words) :]
    if part.kind is Kind.NEW:
        return f"<u>{text}</u>{space}"
    if part.kind is Kind.GONE:
        tone = themes.current().colour("ink3").name()
        return f'<s style="color:{tone}">{text}</s>{space}'
    return text + space
