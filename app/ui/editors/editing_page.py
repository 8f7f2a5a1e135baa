"""A page that shows something and can open a form in its place."""

import shiboken6
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from app.domain.records import Record
from app.domain.records.record import RecordId
from app.services.changes import Change
from app.ui.desk import Desk
from app.ui.editors.editor import Editor
from app.ui.editors.opening import editor_of
from app.ui.place import name_of
from app.ui.widgets.button import Button
from app.ui.widgets.layout import Column, Group
from app.ui.widgets.notice import Notice
from app.ui.widgets.page import Page


class EditingPage(Page):
    """Add what the page shows to `main`. `refresh` is called when it opens and when its kinds change.

    A form covers `main` until it is done; then what had the focus has it again.
    """

    def __init__(
        self, desk: Desk, title: str, kinds: tuple[type[Record], ...], *, margin_title: str = ""
    ) -> None:
        super().__init__(title, desk.words, margin_title=margin_title)
        self.desk = desk
        self._kinds = kinds
        self.main = Column(spacing=18)
        self.trouble = Notice(kind="trouble")
        self._editor: Editor | None = None
        self._focus_before: QWidget | None = None
        self._shown = QStackedLayout()
        self._shown.addWidget(Group(self.main))
        self.body.addWidget(self.trouble)
        self.body.addLayout(self._shown)
        desk.changed.connect(self._note_change)
        desk.troubled.connect(self._note_trouble)

    def refresh(self) -> None:
        """Show what the journal says now."""

    def open_record(self, key: str) -> None:
        """Open the form of a record."""
        editor = editor_of(self.desk, RecordId(key))
        if editor is not None:
            self.edit(editor)

    def edit(self, editor: Editor) -> None:
        """Show a form in place of the page."""
        self.close_editor()
        self._focus_before = self._came_from()
        self._editor = editor
        self._shown.addWidget(editor)
        self._shown.setCurrentWidget(editor)
        self.show_top()
        editor.done.connect(self.close_editor)
        editor.first_focus().setFocus()

    def go_back_to(self, widget: QWidget | None) -> None:
        """Give the focus there once the form is done: it was hidden when the form opened."""
        self._focus_before = widget

    def form_in_view(self) -> tuple[str, str]:
        """Give the id of the record whose form is open and, for one not kept yet, what opened the form."""
        if self._editor is None:
            return "", ""
        record, before = self._editor.record, self._focus_before
        if record.id in self.desk.snapshot.records:
            return self._editor.door or record.id, ""
        return "", name_of(before) if isinstance(before, Button) and shiboken6.isValid(before) else ""

    def _came_from(self) -> QWidget | None:
        """What had the focus, on this page or beside it, such as a button of the list."""
        now = QApplication.focusWidget()
        return now if now is not None and self.window().isAncestorOf(now) else self.focusWidget()

    def close_editor(self) -> None:
        """Show the page again. A form that is left keeps what was typed as a draft."""
        self.trouble.say("")
        if self._editor is None:
            return
        editor, self._editor = self._editor, None
        self._shown.removeWidget(editor)
        editor.deleteLater()
        self.refresh()
        before = self._focus_before
        there = before is not None and shiboken6.isValid(before) and before.isVisible()
        target = before if there else self.first_focus()
        if target is not None:
            target.setFocus()
            self.bring_into_view(target)

    def keep_drafts(self) -> None:
        """Keep what is being typed, before the journal is locked."""
        if self._editor is not None:
            self._editor.keep_draft()

    def leave(self) -> None:
        """Keep what is being typed: the page is deleted after this."""
        self.keep_drafts()

    def go_back(self) -> None:
        """Go back from the form, else from the margin column; what was typed stays as a draft."""
        if self._editor is not None:
            self._editor.leave()
        else:
            super().go_back()

    def _note_change(self, change: Change) -> None:
        self.trouble.say("")
        if self._editor is None and change.concerns(*self._kinds):
            self.refresh()

    def _note_trouble(self, sentence: str) -> None:
        if self.isVisible():
            self.trouble.say(sentence)
