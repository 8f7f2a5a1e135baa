"""A few answers in a row, of which one is chosen."""

from app.ui.widgets.choice import Choice, OneOf
from app.ui.widgets.flow_layout import FlowLayout


class Segments(OneOf):
    """``Segments("Did I understand it?", ["yes", "partly", "no"])``; wraps where it must."""

    def __init__(self, question: str, answers: list[str]) -> None:
        super().__init__(question, [Choice(answer) for answer in answers], FlowLayout(gap=6))
        self._answers = answers

    @property
    def answer(self) -> str:
        """The chosen words, empty for none."""
        return self._answers[self.place] if self.place >= 0 else ""
