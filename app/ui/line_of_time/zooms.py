"""How much is in view: six segments joined to one bar."""

from app.domain.derived.line.windows import Zoom
from app.domain.wording import Phrase
from app.i18n import Words
from app.ui.widgets.joined_segments import JoinedSegments

_NAMES = {
    Zoom.WEEK: Phrase("line.zoom.week", "Week"),
    Zoom.MONTH: Phrase("line.zoom.month", "Month"),
    Zoom.THREE_MONTHS: Phrase("line.zoom.3 months", "3 months"),
    Zoom.YEAR: Phrase("line.zoom.year", "Year"),
    Zoom.THREE_YEARS: Phrase("line.zoom.3 years", "3 years"),
    Zoom.LIFE: Phrase("line.zoom.life", "Life"),
}


class ZoomChoice(JoinedSegments):
    """One zoom is always chosen: a second press changes nothing."""

    def __init__(self, words: Words) -> None:
        say = words.say
        names = [say(*phrase) for phrase in _NAMES.values()]
        super().__init__(say("line.zoom", "How much to show"), names)

    @property
    def zoom(self) -> Zoom:
        """The chosen one."""
        return tuple(Zoom)[max(self.place, 0)]

    def show_zoom(self, zoom: Zoom) -> None:
        """Show which is chosen."""
        self.choose(tuple(Zoom).index(zoom))
