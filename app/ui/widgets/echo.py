"""What the quick line shows of what it understood."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoPart:
    """One thing understood. ``severity`` draws its colour; an unsure part is drawn dashed."""

    text: str
    spoken: str = ""
    icon: str = ""
    severity: int | None = None
    strong: bool = False
    sure: bool = True
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """Everything understood of one line.

    ``spoken`` is the whole as one sentence; ``completion`` are the letters that would complete a
    known name; ``choices`` replace Enter where the line means several things; ``caption`` explains.
    """

    parts: tuple[EchoPart, ...] = ()
    spoken: str = ""
    caption: str = ""
    completion: str = ""
    choices: tuple[str, ...] = ()


NOTHING = Echo()
