"""One kind of field for one kind of value: what is shown, what is given back, what a draft holds.

A value that the person did not touch comes back exactly as it was, to the byte.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.records.record import ClinicianId, Mark, Record, RecordId, Sharing
from app.domain.records.when import When, in_words
from app.i18n import Words
from app.ui.widgets.chips import Chips
from app.ui.widgets.form import Line
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.segments import Segments
from app.ui.widgets.severity_scale import SeverityScale
from app.ui.widgets.sharing_mark import SharingMark
from app.ui.widgets.text_area import TextArea
from app.ui.widgets.tick_box import TickBox
from app.ui.widgets.when_field import ReadWhen, WhenField

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
K = TypeVar("K", bound=str)


def _nothing_beside() -> tuple[Record, ...]:
    return ()


def _nothing_to_forget() -> None:
    pass


class Box(QObject, Generic[T]):
    """A widget with what it holds. `draft` and `take_draft` carry what is typed, understood or not.

    `beside` gives other records that are to be saved with the form's own, `forget` undoes what the box did
    outside the form when the form is thrown away.
    """

    changed = Signal()

    def __init__(
        self,
        widget: QWidget,
        *,
        read: Callable[[], T],
        fill: Callable[[T], None],
        draft: Callable[[], str],
        take_draft: Callable[[str], None],
        beside: Callable[[], tuple[Record, ...]] = _nothing_beside,
        forget: Callable[[], None] = _nothing_to_forget,
    ) -> None:
        super().__init__(widget)
        self.widget = widget
        self.beside, self.forget = beside, forget
        self.draft = draft
        self.take_draft = take_draft
        self._read, self._fill = read, fill
        self._before: tuple[T] | None = None
        self._shown = draft()

    def show(self, value: T) -> None:
        """Show a value; it is what comes back while nothing is changed."""
        self._fill(value)
        self._before = (value,)
        self._shown = self.draft()

    @property
    def value(self) -> T:
        """The value as it stands."""
        return self._before[0] if self._before is not None and not self.touched else self._read()

    @property
    def touched(self) -> bool:
        """Whether the person changed it."""
        return self.draft() != self._shown

    def tell(self) -> None:
        """Say that something was typed or chosen."""
        self.changed.emit()


def line_box(example: str = "") -> Box[str]:
    """One line of text."""
    line = Line(example=example)
    box = Box(line, read=line.text, fill=line.setText, draft=line.text, take_draft=line.setText)
    line.textChanged.connect(box.tell)
    return box


def _area_text(area: TextArea) -> Callable[[], str]:
    return lambda: area.words


def words_box(*, lines: int = 3) -> Box[str]:
    """The person's own words, at any length."""
    area = TextArea(lines=lines)
    text = _area_text(area)
    box = Box(area, read=text, fill=area.show_words, draft=text, take_draft=area.show_words)
    area.textChanged.connect(box.tell)
    return box


def lines_box(*, lines: int = 2) -> Box[tuple[str, ...]]:
    """A few short texts, one a line."""
    area = TextArea(lines=lines)
    text = _area_text(area)
    box = Box(
        area,
        read=lambda: tuple(line for line in area.words.split("\n") if line.strip()),
        fill=lambda value: area.show_words("\n".join(value)),
        draft=text,
        take_draft=area.show_words,
    )
    area.textChanged.connect(box.tell)
    return box


def when_box(words: Words, read: ReadWhen) -> Box[When | None]:
    """A date in words. What is not understood as a date is kept as the words it is."""
    field = WhenField(words, read)
    box = Box(
        field,
        read=lambda: field.when or (in_words(field.text) if field.text.strip() else None),
        fill=lambda value: field.show_text(_as_written(value, words, read)),
        draft=lambda: field.text,
        take_draft=field.show_text,
    )
    field.changed.connect(box.tell)
    return box


def _as_written(value: When | None, words: Words, read: ReadWhen) -> str:
    """A date in the person's words while they still mean it: "yesterday" does not a day later."""
    if value is None:
        return ""
    if value.words and (not value.is_dated or read(value.words)[0] == value):
        return value.words
    return words.when(value)


def scale_box(words: Words, question: str) -> Box[int | None]:
    """0 to 10, or nothing."""
    scale = SeverityScale(words, question)
    box = Box(
        scale,
        read=lambda: scale.value,
        fill=scale.show_value,
        draft=lambda: "" if scale.value is None else str(scale.value),
        take_draft=lambda text: scale.show_value(int(text) if text else None),
    )
    scale.chosen.connect(box.tell)
    return box


def answer_box(question: str, answers: Mapping[E, str]) -> Box[E | None]:
    """One of a few answers, or none."""
    segments = Segments(question, list(answers.values()))
    keys = list(answers)
    box = Box(
        segments,
        read=lambda: keys[segments.place] if segments.place >= 0 else None,
        fill=lambda value: segments.choose(-1 if value is None else keys.index(value)),
        draft=lambda: str(keys[segments.place]) if segments.place >= 0 else "",
        take_draft=lambda text: segments.choose(_place(keys, text)),
    )
    segments.chosen.connect(box.tell)
    return box


def sure_answer_box(question: str, answers: Mapping[E, str], usual: E) -> Box[E]:
    """One of a few answers, of which one always holds: emptied, it is `usual` again."""
    segments = Segments(question, list(answers.values()))
    keys = list(answers)
    box = Box(
        segments,
        read=lambda: keys[segments.place] if segments.place >= 0 else usual,
        fill=lambda value: segments.choose(keys.index(value)),
        draft=lambda: str(keys[segments.place]) if segments.place >= 0 else "",
        take_draft=lambda text: segments.choose(_place(keys, text)),
    )
    segments.chosen.connect(box.tell)
    return box


def answers_box(question: str, answers: Mapping[K, str]) -> Box[tuple[K, ...]]:
    """Any of a few answers."""
    chips = Chips(question, list(answers.values()))
    pairs = list(zip(answers, chips.chips, strict=True))

    def read() -> tuple[K, ...]:
        return tuple(key for key, chip in pairs if chip.isChecked())

    def take(text: str) -> None:
        for key, chip in pairs:
            chip.setChecked(str(key) in text.split(","))

    box = Box(
        chips,
        read=read,
        fill=lambda value: take(",".join(map(str, value))),
        draft=lambda: ",".join(map(str, read())),
        take_draft=take,
    )
    chips.changed.connect(box.tell)
    return box


def pick_box(name: str, items: Mapping[K, str], none: str) -> Box[K | None]:
    """One of the journal's own things by id, or none. One that is gone shows as none."""
    picker = PickList(name, [none, *items.values()])
    keys: list[K | None] = [None, *items]

    def read() -> K | None:
        return keys[max(picker.currentIndex(), 0)]

    box = Box(
        picker,
        read=read,
        fill=lambda value: picker.setCurrentIndex(max(_place(keys, value), 0)),
        draft=lambda: read() or "",
        take_draft=lambda text: picker.setCurrentIndex(max(_place(keys, text), 0)),
    )
    picker.currentIndexChanged.connect(box.tell)
    return box


def tick_box(words: str) -> Box[bool]:
    """Yes or no."""
    tick = TickBox(words)
    box = Box(
        tick,
        read=tick.isChecked,
        fill=tick.setChecked,
        draft=lambda: "yes" if tick.isChecked() else "",
        take_draft=lambda text: tick.setChecked(bool(text)),
    )
    tick.toggled.connect(box.tell)
    return box


def sharing_box(words: Words, clinicians: Mapping[ClinicianId, str], sharing: Sharing) -> Box[Sharing]:
    """Who may see it. A draft brings back what the person chose, so that a lock never opens it wider."""
    mark = SharingMark(words, clinicians, sharing)
    box = Box(
        mark,
        read=lambda: mark.sharing,
        fill=mark.show_sharing,
        draft=lambda: "|".join((mark.sharing.mark, *mark.sharing.not_with)),
        take_draft=lambda text: mark.show_sharing(_sharing_of(text)),
    )
    mark.changed.connect(box.tell)
    return box


def _sharing_of(text: str) -> Sharing:
    mark, *not_with = text.split("|")
    return Sharing(mark=Mark(mark), not_with=tuple(ClinicianId(RecordId(key)) for key in not_with))


def _place(keys: Sequence[str | None], text: str | None) -> int:
    return next((place for place, key in enumerate(keys) if key is not None and str(key) == text), -1)
