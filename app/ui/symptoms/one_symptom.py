"""All that is shown of one symptom: its days, what was written beside it, and every reading."""

from datetime import date

from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.derived.readings import Readings
from app.domain.derived.symptoms.heading import anchors_words
from app.domain.derived.symptoms.kept import Kept
from app.domain.derived.symptoms.tallies import tallies_of
from app.i18n import Words
from app.ui.symptoms.pictures import Pictures
from app.ui.symptoms.tally_list import TallyList
from app.ui.symptoms.written_panel import WrittenPanel
from app.ui.widgets.fold import Fold
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.text import Text


class OneSymptom(QWidget):
    """``pictures`` and ``written`` tell what the person did in them."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self._words = words
        self._kept: Kept | None = None
        self._today = date.min
        self.since = Text("", "small", tone="ink2")
        self._anchors = Text("", "words_small", tone="ink2")
        self.pictures = Pictures(words)
        self.worse = TallyList(say("symptoms.worse", "Makes it worse"))
        self.helps = TallyList(say("symptoms.helps", "Helps"))
        self.times = TallyList(say("symptoms.day_parts", "When you wrote it"))
        self.kept_from = TallyList(say("entry.impact", "It kept me from"))
        self.written = WrittenPanel(words)
        self._pairs = tuple(Row(*pair, spacing=40) for pair in self._beside_each_other())
        captions = [
            Text(
                say("symptoms.no_cause", "How often you wrote it. It does not show cause."),
                "caption",
                tone="ink3",
            )
            for _ in self._pairs
        ]
        self._counts, self._more_counts = (
            Group(Column(pair, caption, spacing=8))
            for pair, caption in zip(self._pairs, captions, strict=True)
        )
        parts = (self.since, self._anchors, self.pictures, self._counts, self.written, self._more_counts)
        self.setLayout(Column(*parts, spacing=18))
        self.pictures.looked.connect(self._count)

    def show_kept(self, kept: Kept, readings: Readings, today: date) -> None:
        """Show a symptom, or what changed in it."""
        if self._kept is None or self._kept.symptom.id != kept.symptom.id:
            self.written.start_over()
        self._kept, self._today = kept, today
        self._anchors.say(anchors_words(kept.symptom, self._words))
        self._anchors.setVisible(bool(self._anchors.words))
        self.pictures.show_kept(kept, readings, today)
        self._count()
        self.written.show_kept(kept, today)

    def _count(self) -> None:
        """Count what was written beside the readings of the days in view."""
        if self._kept is None:
            return
        tallies = tallies_of(self._kept, self.pictures.since, self._today, self._words)
        self.worse.show_tallies(tallies.worse)
        self.helps.show_tallies(tallies.helps)
        self.times.show_tallies(tallies.part_of_day)
        self.kept_from.show_tallies(tallies.kept_from)
        self._counts.setVisible(bool(tallies.worse or tallies.helps))
        self._more_counts.setVisible(bool(tallies.part_of_day or tallies.kept_from))

    def fold(self, fold: Fold) -> None:
        """Put what stands beside each other below each other where there is little room."""
        way = QBoxLayout.Direction
        for pair in self._pairs:
            pair.setDirection(way.LeftToRight if fold >= Fold.COMPACT else way.TopToBottom)
        self.pictures.fold(fold)

    def _beside_each_other(self) -> tuple[tuple[QWidget, QWidget], ...]:
        return (self.worse, self.helps), (self.times, self.kept_from)
