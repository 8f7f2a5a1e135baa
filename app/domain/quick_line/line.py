"""The line being read: what has been claimed by a part, and what is still open."""

import re
from collections.abc import Iterator
from datetime import datetime

from app.domain.quick_line.understood import Part, Role, Understood, Value, What

LONGEST = 1_000  # characters; a longer text is not a quick line but something pasted: a note
_CLAIMED = "\x00"
_RUN = re.compile(r"[^\x00,;\n]+")
_BLANKS = " \t\r\n\f\v,;.:\u00a0"


class Line:
    """Reads one line step by step. `open` is as long as the text, with claimed characters blotted out."""

    def __init__(self, text: str, now: datetime) -> None:
        """Begin with nothing claimed."""
        self.text = text
        self.now = now
        self.open = text
        self.parts: list[Part] = []
        self._kept: list[tuple[int, int]] = []

    def claim(
        self,
        role: Role,
        span: tuple[int, int],
        value: Value,
        *,
        words: tuple[int, int] | None = None,
        sure: bool = True,
        choices: tuple[Value, ...] = (),
        of: int = 0,
        keep: bool = False,
    ) -> None:
        """Take the characters of `span` for a part; `keep` leaves them in the note as well."""
        start, end = span
        if role is Role.KEYWORD and start == end:
            return
        first, last = words or span
        text = self.text[first:last].strip()
        self.parts.append(
            Part(
                role=role,
                start=start,
                end=end,
                value=value,
                words=text,
                sure=sure,
                choices=choices,
                of=of,
            )
        )
        self.open = self.open[:start] + _CLAIMED * (end - start) + self.open[end:]
        if keep:
            self._kept.append(span)

    def assume(self, role: Role, value: Value, *, sure: bool = True, choices: tuple[Value, ...] = ()) -> None:
        """Add a part that was not typed."""
        end = len(self.text)
        self.parts.append(Part(role=role, start=end, end=end, value=value, sure=sure, choices=choices))

    def has(self, role: Role) -> bool:
        """Whether a part of this role was found."""
        return any(part.role is role for part in self.parts)

    def runs(self) -> Iterator[tuple[int, int]]:
        """The stretches still open, between commas and claimed parts, without the blanks around them."""
        for match in _RUN.finditer(self.open):
            start, end = self.trim(match.start(), match.end())
            if start < end:
                yield start, end

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """A span without the blanks and stops at its ends."""
        while start < end and self.text[start] in _BLANKS:
            start += 1
        while start < end and self.text[end - 1] in _BLANKS:
            end -= 1
        return start, end

    def first_open(self) -> int:
        """Where the first open character that is no blank stands; the text's length if none."""
        return next(
            (at for at, sign in enumerate(self.open) if sign != _CLAIMED and sign not in _BLANKS),
            len(self.text),
        )

    def done(self, what: What, *, private: bool = False) -> Understood:
        """What was understood; all that stayed open is the note."""
        return Understood(
            text=self.text,
            now=self.now,
            what=what,
            parts=tuple(sorted(self.parts, key=lambda part: (part.start, part.end))),
            note=self._note(),
            private=private,
        )

    def _note(self) -> str:
        """One open stretch as it was typed; the whole line where several are open, so that none is lost."""
        spans = sorted([*self._open_stretches(), *self._kept])
        if not spans:
            return ""
        if len(spans) == 1:
            start, end = spans[0]
            return self.text[start:end]
        return self.text

    def _open_stretches(self) -> Iterator[tuple[int, int]]:
        """Open text from one claimed part to the next, if there is anything in it but blanks and stops."""
        for match in re.finditer(r"[^\x00]+", self.open):
            start, end = match.span()
            while start < end and self.text[start] in _BLANKS:
                start += 1
            while start < end and self.text[end - 1].isspace():
                end -= 1
            if start < end:
                yield start, end
