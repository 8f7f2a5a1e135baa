"""What a screen reader would find, asked in process."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget


def interface(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name_of(widget: QWidget) -> str:
    return interface(widget).text(QAccessible.Text.Name)


def description_of(widget: QWidget) -> str:
    return interface(widget).text(QAccessible.Text.Description)


def role_of(widget: QWidget) -> QAccessible.Role:
    return interface(widget).role()


def unnamed(root: QWidget) -> Iterator[str]:
    """Everything below ``root`` that takes the focus by Tab and has no name."""
    for widget in [root, *root.findChildren(QWidget)]:
        inner = widget.objectName().startswith("qt_")
        if widget.focusPolicy() & 1 and widget.isVisibleTo(root) and not inner and not name_of(widget):
            yield f"{type(widget).__name__} in {type(widget.parent()).__name__}"
