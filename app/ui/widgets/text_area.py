"""A field for the person's own words, growing with them."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from app.ui.theme import theme as themes

_PADDING = 22


class TextArea(QTextEdit):
    """Plain words only; Tab moves on. Grows from ``lines`` to ``most`` lines, then scrolls."""

    left = Signal()

    def __init__(self, text: str = "", *, lines: int = 3, most: int = 14, voice: str = "words") -> None:
        super().__init__()
        self._limits = (lines, most)
        self._voice = voice
        self.setProperty("look", "field")
        self.setProperty("voice", voice)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)
        self.setPlainText(text)
        self._space()

    @property
    def words(self) -> str:
        """What is written, as typed."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_words(self, words: str) -> None:
        """Show other words; nothing to undo remains."""
        if words != self.words:
            self.setPlainText(words)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only, never their looks."""
        self.insertPlainText(source.text())

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space()
            self.updateGeometry()

    def _space(self) -> None:
        """Set words as far apart as they are read most easily; no colour or size is the field's own."""
        wider = self.font()
        wider.setWordSpacing(themes.current().font(self._voice).wordSpacing())
        if wider != self.font():
            self.setFont(wider)

    def sizeHint(self) -> QSize:
        """Return the height of what is written, between the limits."""
        theme = themes.current()
        line = theme.px(theme.style(self._voice).line)
        padding = theme.px(_PADDING)
        least, most = (n * line + padding for n in self._limits)
        wanted = round(self.document().size().height()) + padding
        return QSize(theme.px(320), max(least, min(wanted, most)))

    def minimumSizeHint(self) -> QSize:
        """Return the same height in any width."""
        return QSize(themes.current().px(120), self.sizeHint().height())
