"""The first day: nothing is asked for, and four ways to begin."""

from app.ui.desk import Desk
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState


class DayOne(EmptyState):
    """Stands where the last days will be."""

    def __init__(self, desk: Desk) -> None:
        say = desk.words.say
        self._desk = desk
        take = Button(say("day_one.take", "Add what I take now"), icon="pill", size="small")
        see = Button(say("day_one.see", "Add who I see"), icon="users-three", size="small")
        bring = Button(say("day_one.bring", "Bring in old records"), icon="download-simple", size="small")
        story = Button(say("day_one.story", "Write my story"), icon="user-circle", size="small")
        super().__init__(
            say("day_one", "This is day one."),
            say(
                "day_one.more",
                "Write one line above. What hurts, what you take, what you want to ask. The rest can wait.",
            ),
            (take, see, bring, story),
        )
        take.clicked.connect(self._take)
        see.clicked.connect(self._see)
        bring.clicked.connect(self._bring)
        story.clicked.connect(self._story)

    def _take(self) -> None:
        self._desk.wanted.emit("treatments", "taking now")

    def _see(self) -> None:
        self._desk.wanted.emit("care_team", "")

    def _bring(self) -> None:
        self._desk.wanted.emit("keep_safe", "bring_in")

    def _story(self) -> None:
        self._desk.wanted.emit("about_me", "")
