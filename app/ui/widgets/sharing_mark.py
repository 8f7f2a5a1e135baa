"""Who may see an entry on a page: a mark that opens its three choices."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from app.domain.records.record import PRIVATE, SHARED, ClinicianId, Mark, Sharing
from app.i18n import Words
from app.ui.widgets.button import Button


class SharingMark(Button):
    """Shows a sharing mark and changes it; ``changed`` carries the new one.

    ``clinicians`` are those an entry can be kept from, by id.
    """

    changed = Signal(object)

    def __init__(self, words: Words, clinicians: Mapping[ClinicianId, str], sharing: Sharing) -> None:
        super().__init__(kind="quiet", size="small")
        self._words = words
        self._clinicians = clinicians
        self.sharing = sharing
        self.clicked.connect(self._open)
        self.show_sharing(sharing)

    def show_sharing(self, sharing: Sharing) -> None:
        """Show a mark; says nothing."""
        self.sharing = sharing
        self.set_icon(_ICON[sharing.mark])
        self.say(self._sentence(sharing))
        self.setAccessibleName(
            self._words.say("sharing.name", "Sharing: {mark}", mark=self._sentence(sharing))
        )

    def choose(self, sharing: Sharing) -> None:
        """Change the mark as the person would, and say so."""
        if sharing != self.sharing:
            self.show_sharing(sharing)
            self.changed.emit(sharing)

    def menu_of_choices(self) -> QMenu:
        """Make the menu: shared, private, and each clinician to keep it from."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        shared = self._words.say("sharing.shared", "May be shared")
        private = self._words.say("sharing.private.choice", "Private, never in a document")
        for text, value in ((shared, SHARED), (private, PRIVATE)):
            action = self._choice(menu, text, on=self.sharing == value)
            action.setData(value)
            group.addAction(action)
        if self._clinicians:
            without = self._words.say("sharing.not_with.choice", "Not with these clinicians…")
            menu.addSection(without)
            for key, name in self._clinicians.items():
                on = key in self.sharing.not_with
                self._choice(menu, self._not_with(name), on=on).setData(self._toggled(key))
        menu.triggered.connect(self._take)
        return menu

    def _choice(self, menu: QMenu, text: str, *, on: bool) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(on)
        return action

    def _toggled(self, key: ClinicianId) -> Sharing:
        kept = [k for k in self.sharing.not_with if k != key]
        if key not in self.sharing.not_with:
            kept.append(key)
        return Sharing(mark=Mark.NOT_WITH, not_with=tuple(kept)) if kept else SHARED

    def _open(self) -> None:
        self.menu_of_choices().popup(self.mapToGlobal(QPoint(0, self.height())))

    def _take(self, action: QAction) -> None:
        self.choose(action.data())

    def _sentence(self, sharing: Sharing) -> str:
        if sharing.mark is Mark.SHARED:
            return self._words.say("sharing.shared", "May be shared")
        if sharing.mark is Mark.PRIVATE:
            return self._words.say("sharing.private", "private")
        names = tuple(self._clinicians.get(key, "") for key in sharing.not_with)
        return self._not_with(self._words.listing(names))

    def _not_with(self, names: str) -> str:
        return self._words.say("sharing.not_with", "not with {names}", names=names)


_ICON = {Mark.SHARED: "", Mark.PRIVATE: "eye-slash", Mark.NOT_WITH: "user-minus"}
