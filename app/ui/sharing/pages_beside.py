"""The pages of a document with the column of small ones beside them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets.fold import Fold, fold_of
from app.ui.widgets.layout import Row
from app.ui.widgets.page_preview import PagePreview
from app.ui.widgets.page_thumbnails import PageThumbnails


class PagesBeside(QWidget):
    """A click or an arrow in the column goes to a page; the column folds away in a narrow window."""

    def __init__(self, words: Words, preview: PagePreview) -> None:
        super().__init__()
        self._folding = QTimer(self, singleShot=True, interval=0)
        self.preview = preview
        self.thumbnails = PageThumbnails(words)
        row = Row(self.thumbnails, preview, spacing=0)
        row.setStretch(1, 1)
        self.setLayout(row)
        self._folding.timeout.connect(self._fold)
        self.thumbnails.chosen.connect(preview.go_to)
        preview.page_changed.connect(self.thumbnails.show_page)

    def show_pages(self, images: Sequence[QImage], texts: Sequence[str]) -> None:
        """Show other pages, in both."""
        self.preview.show_pages(images, texts)
        self.thumbnails.show_pages(images)
        self.thumbnails.show_page(self.preview.page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold once Qt has come back from resizing."""
        super().resizeEvent(event)
        self._folding.start()

    def changeEvent(self, event: QEvent) -> None:
        """Fold again after a change of text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._folding.start()

    def _fold(self) -> None:
        theme = themes.current()
        room = fold_of(self.window().width(), theme.scale, theme.tokens.breakpoints)
        self.thumbnails.setVisible(room >= Fold.NORMAL)
