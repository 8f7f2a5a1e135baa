"""Where the person was: the page, the form, the field and the caret, to come back to after a lock."""

import json
from dataclasses import asdict, dataclass
from functools import partial
from typing import Self

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScrollArea, QTextEdit, QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in the open journal, kept in it while it is locked.

    ``record`` is open in a form; a form of something new was opened by the button called ``opener``.
    ``field`` is the name of what had the focus, ``index`` which of those of that name it was, ``caret`` the
    place in its text. ``scrolled`` is how far down each part of the page was.
    """

    page: str
    record: str = ""
    opener: str = ""
    field: str = ""
    index: int = 0
    caret: int = 0
    scrolled: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The place as text."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def of(cls, text: str) -> Self | None:
        """Read a place; None for what is none."""
        try:
            told = json.loads(text)
            return cls(**{**told, "scrolled": tuple(told.get("scrolled", ()))})
        except (AttributeError, TypeError, ValueError):
            return None


def place_on(page: QWidget, key: str) -> Place:
    """Where the person is on ``page``, the page of the tab ``key``."""
    form = getattr(page, "form_in_view", None)
    record, opener = form() if form is not None else ("", "")
    field = page.focusWidget()
    name = name_of(field) if field is not None else ""
    alike = _called(page, name) if name else []
    return Place(
        page=key,
        record=record,
        opener=opener,
        field=name,
        index=alike.index(field) if field in alike else 0,
        caret=_caret(field),
        scrolled=tuple(area.verticalScrollBar().value() for area in _areas(page)),
    )


def bring_back(page: QWidget, place: Place) -> None:
    """Open the form again and put the focus and the caret where they were, as far as they are there."""
    opener = next(iter(_called(page, place.opener)), None) if place.opener else None
    open_record = getattr(page, "open_record", None)
    if isinstance(opener, QAbstractButton):
        opener.click()
    elif place.record and open_record is not None:
        open_record(place.record)
    alike = _called(page, place.field) if place.field else []
    if alike:
        field = alike[min(place.index, len(alike) - 1)]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        _put_caret(field, place.caret)
    QTimer.singleShot(0, page, partial(_scroll, page, place.scrolled))


def name_of(widget: QWidget) -> str:
    """What a thing that takes the focus is called."""
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or words


def _called(page: QWidget, name: str) -> list[QWidget]:
    return [
        widget for widget in page.findChildren(QWidget) if _takes(widget, page) and name_of(widget) == name
    ]


def _takes(widget: QWidget, page: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and widget.focusProxy() is None and widget.isVisibleTo(page)


def _areas(page: QWidget) -> list[QScrollArea]:
    return [area for area in page.findChildren(QScrollArea) if area.isVisibleTo(page)]


def _scroll(page: QWidget, scrolled: tuple[int, ...]) -> None:
    """Scroll each part as far as it was; the same page has the same parts in the same order."""
    for area, value in zip(_areas(page), scrolled, strict=False):
        area.verticalScrollBar().setValue(value)


def _caret(field: QWidget | None) -> int:
    if isinstance(field, QLineEdit):
        return field.cursorPosition()
    return field.textCursor().position() if isinstance(field, QTextEdit) else 0


def _put_caret(field: QWidget, at: int) -> None:
    if isinstance(field, QLineEdit):
        field.deselect()
        field.setCursorPosition(at)
    elif isinstance(field, QTextEdit):
        cursor = field.textCursor()
        cursor.setPosition(min(at, len(field.toPlainText())))
        field.setTextCursor(cursor)
