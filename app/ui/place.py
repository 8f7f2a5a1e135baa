"""Where the person was: the page, the form, the field and the caret, to come back to after a lock."""

import json
from dataclasses import asdict, dataclass
from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTextEdit, QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in the open journal, kept in it while it is locked.

    ``record`` is open in a form; a form of something new was opened by the button called ``opener``.
    ``field`` is the name of what had the focus, ``caret`` the place in its text.
    """

    page: str
    record: str = ""
    opener: str = ""
    field: str = ""
    caret: int = 0

    @property
    def text(self) -> str:
        """The place as text."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def of(cls, text: str) -> Self | None:
        """Read a place; None for what is none."""
        try:
            return cls(**json.loads(text))
        except (TypeError, ValueError):
            return None


def place_on(page: QWidget, key: str) -> Place:
    """Where the person is on ``page``, the page of the tab ``key``."""
    form = getattr(page, "form_in_view", None)
    record, opener = form() if form is not None else ("", "")
    field = page.focusWidget()
    return Place(
        page=key, record=record, opener=opener, field=name_of(field) if field else "", caret=_caret(field)
    )


def bring_back(page: QWidget, place: Place) -> None:
    """Open the form again and put the focus and the caret where they were, as far as they are there."""
    opener = _called(page, place.opener) if place.opener else None
    open_record = getattr(page, "open_record", None)
    if isinstance(opener, QAbstractButton):
        opener.click()
    elif place.record and open_record is not None:
        open_record(place.record)
    field = _called(page, place.field) if place.field else None
    if field is not None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        _put_caret(field, place.caret)


def name_of(widget: QWidget) -> str:
    """What a thing that takes the focus is called."""
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or words


def _called(page: QWidget, name: str) -> QWidget | None:
    for widget in page.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if takes and widget.isVisibleTo(page) and name_of(widget) == name:
            return widget
    return None


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
