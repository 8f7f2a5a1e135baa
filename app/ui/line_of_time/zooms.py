"""How much is in view: six segments joined to one bar."""

from app.domain.derived.line.windows import Zoom
from app.i18n import Words
from app.ui.widgets.joined_segments import JoinedSegments

_NAMES = {
    Zoom.WEEK: "Week",
    Zoom.MONTH: "Month",
    Zoom.THREE_MONTHS: "3 months",
    Zoom.YEAR: "Year",
    Zoom.THREE_YEARS: "3 years",
    Zoom.LIFE: "Life",
}


class ZoomChoice(JoinedSegments):
    """One zoom is always chosen: a second press changes nothing."""

    def __init__(self, words: Words) -> None:
        say = words.say
        names = [say(f"line.zoom.{zoom}", name) for zoom, name in _NAMES.items()]
        super().__init__(say("line.zoom", "How much to show"), names)

    @property
    def zoom(self) -> Zoom:
        """The chosen one."""
        return tuple(Zoom)[max(self.place, 0)]

    def show_zoom(self, zoom: Zoom) -> None:
        """Show which is chosen."""
        self.choose(tuple(Zoom).index(zoom))
