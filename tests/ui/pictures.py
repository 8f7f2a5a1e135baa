"""Save a PNG of every screen in every theme: `python -m tests.ui.pictures FOLDER`.

The window is the real one on the sample journal of 12 May 2026, so pictures can be laid beside the design's.
Sizes: 1366 x 768 in the four themes; 1024 x 700, and 200% text, by day. `--keep` also makes anew the small
pictures that `test_kept_pictures.py` compares with: look at what changed first.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QThreadPool

from app.domain.derived.line.windows import Zoom
from app.domain.records import Attachment, Clinician, Note, SymptomEntry, TreatmentChange, Visit
from app.domain.records.treatments import ChangeKind
from app.i18n import Words
from app.services.clock import FixedClock
from app.services.sample import sample_files, sample_journal
from app.services.session import Session
from app.ui import application
from app.ui.editors.editing_page import EditingPage
from app.ui.editors.folding import FoldingEditor
from app.ui.editors.keep_from import KeepFrom
from app.ui.finding.line_over import LineOver
from app.ui.finding.palette import Palette
from app.ui.keeping_safe.bring_in import BringInPanel
from app.ui.keeping_safe.panels import PANELS
from app.ui.pages.about_me import AboutMePage
from app.ui.pages.bad_day import BadDayPage
from app.ui.pages.find import FindPage
from app.ui.pages.first_run import COMPUTER, WHOSE, FirstRun
from app.ui.pages.history import HistoryPage
from app.ui.pages.keep_safe import KeepSafePage
from app.ui.pages.questions import QuestionsPage
from app.ui.pages.share import SharePage
from app.ui.pages.symptoms import SymptomsPage
from app.ui.pages.timeline import TimelinePage
from app.ui.pages.today import TodayPage
from app.ui.pages.treatments import TreatmentsPage
from app.ui.pages.visits import VisitsPage
from app.ui.tabs import PAGES
from app.ui.theme.look import Look
from app.ui.theme.theme import current
from app.ui.told_once import ToldOnce
from app.ui.treating.take_now import TakeNow
from app.ui.typing_for_me.who_types import WhoTypes
from tests.services.cheap import PASSPHRASE, session_in
from tests.ui import kept_pictures

EVENING = datetime(2026, 5, 12, 18, 40, tzinfo=timezone(timedelta(hours=1)))
_AT_MOST_MS = 10_000
_QUIET_MS = 150  # nothing done in a worker for so long …
_DRAWN_MS = 600  # … and longer where pages are drawn, which begins a moment after the last change
_DRAWN = frozenset({"share"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One way a screen is shown."""

    name: str
    look: Look
    width: int = 1366
    height: int = 768


SHOTS = (
    *(
        Shot(name=theme, look=Look(theme=theme))
        for theme in ("day", "dusk", "contrast-dark", "contrast-light")
    ),
    Shot(name="day-1024x700", look=Look(theme="day"), width=1024, height=700),
    Shot(name="day-200", look=Look(theme="day", text_size=200)),
)


def main(folder: Path, *, keep: bool = False) -> None:
    """Take every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    app = application.make(sys.argv[:1], Look(theme="day"))
    for shot in SHOTS:
        with tempfile.TemporaryDirectory() as scratch:
            session = session_in(Path(scratch), clock=FixedClock(EVENING))
            for name, told_once in _screens(session):
                _take(told_once, shot, folder / f"{name}-{shot.name}.png")
    if keep:
        kept_pictures.keep(folder)
    app.quit()


def _screens(session: Session) -> Iterator[tuple[str, ToldOnce]]:
    """Every screen once, in the order a person meets them."""
    told_once = ToldOnce(session, Words())
    for name in _first_run(told_once):
        yield name, told_once
    path = session.path
    told_once.show_journal()
    yield "today-first-day", told_once
    _fill(session)
    for key, *_ in PAGES:
        told_once.window.go_to(key)
        yield key.replace("_", "-"), told_once
    states = (
        _forms(told_once, session),
        _treatments(told_once),
        _timeline(told_once, session),
        _history(told_once, session),
        _questions(told_once),
        _everywhere(told_once),
        _symptoms(told_once),
        _about_me(told_once),
        _share(told_once),
        _kept_from(told_once, session),
        _trash(told_once, session),
        _bad_day(told_once),
        _keep_safe(told_once),
        _typing(told_once),
    )
    for name in chain.from_iterable(states):
        yield name, told_once
    told_once.window.toggle_cover()  # the pages go before the journal does, as in a lock
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    told_once.close_journal()
    told_once.show_cover(path, "quiet")
    yield "unlock", told_once


def _first_run(told_once: ToldOnce) -> Iterator[str]:
    """Each step of making a journal, filled in as a person would."""
    told_once.show_first_run()
    page = told_once.window.centralWidget()
    assert isinstance(page, FirstRun)
    yield "first-run-welcome"
    page.go_to(WHOSE)
    page.whose.name.setText("Maya R.")
    page.whose.born.show_text("2 October 1984")
    yield "first-run-whose"
    page.go_on()
    for field in (page.passphrase.first, page.passphrase.again):
        field.line.setText(PASSPHRASE)
    yield "first-run-passphrase"
    page.go_on()
    _settle()
    yield "first-run-recovery"
    page.go_to(COMPUTER)
    yield "first-run-computer"


def _timeline(told_once: ToldOnce, session: Session) -> Iterator[str]:
    """Three years with a chosen start of a treatment, a week, the whole life, and the list as the page."""
    page = told_once.window.go_to("timeline")
    assert isinstance(page, TimelinePage)
    page.show_zoom(Zoom.THREE_YEARS)
    changes = session.journal.snapshot.of(TreatmentChange)
    newest = max(
        changes, key=lambda one: (one.change is ChangeKind.STARTED, one.when.first if one.when else date.min)
    )
    page.point_at(newest.id)
    yield "timeline-3-years"
    page.show_zoom(Zoom.WEEK)
    yield "timeline-week"
    page.show_zoom(Zoom.LIFE)
    yield "timeline-life"
    page.toggle_list()
    yield "timeline-list"
    page.toggle_list()


def _forms(told_once: ToldOnce, session: Session) -> Iterator[str]:
    """The forms of a reading, a treatment change, and a visit before and after."""
    for name, kind in (("symptom-entry", SymptomEntry), ("treatment-change", TreatmentChange)):
        page = told_once.window.go_to("timeline")
        assert isinstance(page, EditingPage)
        page.open_record(session.journal.snapshot.of(kind)[-1].id)
        yield f"form-{name}"
        page.close_editor()
    yield from _photos(told_once, session)
    page = told_once.window.go_to("visits")
    assert isinstance(page, VisitsPage)
    page.prepare()
    yield "form-visit-before"
    page.close_editor()
    page.write_up()
    yield "form-visit-after"
    page.close_editor()


def _treatments(told_once: ToldOnce) -> Iterator[str]:
    """The form for a change, first empty, then for a stop; days since the dose; all of it as lists."""
    page = told_once.window.go_to("treatments")
    assert isinstance(page, TreatmentsPage)
    shown = page.overview
    shown.choose(next(row.key for row in shown.list.rows if row.title == "Adalimumab"))
    page.something_changed()
    yield "treatments-what-changed"
    page.close_editor()
    shown.compare.other.emit()
    yield "treatments-rounds"
    shown.choose(next(row.key for row in shown.list.rows if row.title == "Methotrexate"))
    page.open_record(shown.story.list.rows[-1].key)
    yield "treatments-stopped"
    page.close_editor()
    shown.turn_lanes()
    shown.compare.turn()
    yield "treatments-as-lists"
    shown.compare.turn()
    shown.turn_lanes()
    page.open_treatment(next(row.key for row in shown.list.rows if row.title == "Naproxen"))
    yield "treatments-in-full"
    page.go_back()
    page.take_now()
    lines = ("naproxen 500 mg twice a day", "Lipitor 20 mg at night since 2019", "turmeric, from the shop")
    assert isinstance(page._cover, TakeNow)
    for row, line in zip(page._cover.rows, lines, strict=False):
        row.line.setText(line)
    yield "treatments-taking-now"
    page.go_back()


def _history(told_once: ToldOnce, session: Session) -> Iterator[str]:
    """An entry that was changed twice, with what changed marked."""
    reading = session.journal.snapshot.of(SymptomEntry)[-1]
    for note in ("Stiff until eleven, worse on the stairs.", "Stiff until noon, worse on the cellar stairs."):
        session.journal.amend(replace(reading, note=note, worse_with=("stairs", "cold")))
    page = told_once.window.go_to("history")
    assert isinstance(page, HistoryPage)
    page.open_record(reading.id)
    yield "history-changed"
    page.list.setCurrentIndex(page.list.model().index(1, 0))
    page.show_detail()
    yield "history-earlier"


def _photos(told_once: ToldOnce, session: Session) -> Iterator[str]:
    """A form with a photo in it, and the photo's own."""
    page = told_once.window.go_to("timeline")
    assert isinstance(page, EditingPage)
    page.open_record(next(one.id for one in session.journal.snapshot.of(Note) if one.attachments))
    yield "form-photos"
    page.open_record(session.journal.snapshot.of(Attachment)[0].id)
    yield "form-photo"
    page.close_editor()


def _keep_safe(told_once: ToldOnce) -> Iterator[str]:
    """Every panel of Keep safe."""
    page = told_once.window.go_to("keep_safe")
    assert isinstance(page, KeepSafePage)
    for row in PANELS:
        page.list.choose(row.key)
        yield f"keep-safe-{row.key.replace('_', '-')}"


def _about_me(told_once: ToldOnce) -> Iterator[str]:
    """A row being changed where it stands, and the form of a safety fact."""
    page = told_once.window.go_to("about_me")
    assert isinstance(page, AboutMePage)
    page.open_topic("hard")
    yield "about-me-row"
    page.close_editor()
    page.facts.safety.emit("smoking")
    yield "about-me-safety"
    page.close_editor()


def _kept_from(told_once: ToldOnce, session: Session) -> Iterator[str]:
    """A clinician's form, with a tick for each other one who may see none of it."""
    page = told_once.window.go_to("care_team")
    assert isinstance(page, EditingPage)
    page.open_record(session.journal.snapshot.of(Clinician)[0].id)
    page.bring_into_view(page.findChildren(KeepFrom)[-1])
    yield "form-clinician"
    page.close_editor()


def _share(told_once: ToldOnce) -> Iterator[str]:
    """What is left out looked through, a password of one's own, and what was given before."""
    page = told_once.window.go_to("share")
    assert isinstance(page, SharePage)
    page.left_out.look_through.emit()
    yield "share-look-through"
    page.go_back()
    page.form.password.ask.click()
    yield "share-password"
    page.form.password.ask.click()
    page.open_record("")
    yield "share-given"
    page.go_back()


def _questions(told_once: ToldOnce) -> Iterator[str]:
    """An answer being written, a fourth that must be answered, and the good ones to start from."""
    page = told_once.window.go_to("questions")
    assert isinstance(page, QuestionsPage)
    page.detail_page.answer()
    yield "questions-answer"
    page.detail_page.close_editor()
    page.list.choose(next(row.key for row in page.list.rows if "injections" in row.words))
    page.detail_page.switch_must()
    yield "questions-full"
    page._good_ones.click()
    yield "questions-starters"
    page.go_back()


def _symptoms(told_once: ToldOnce) -> Iterator[str]:
    """One symptom in a narrow window too, by years, and its forms."""
    page = told_once.window.go_to("symptoms")
    assert isinstance(page, SymptomsPage)
    page.show_detail()
    yield "symptoms-one"
    page.shows.one.pictures.zoom.pick(2)
    yield "symptoms-years"
    page.shows.one.pictures.zoom.pick(0)
    page.shows.write_down()
    editor = page.shows._editor
    assert isinstance(editor, FoldingEditor)
    editor.open_field("where")
    yield "symptoms-write"
    page.shows.change()
    yield "symptoms-settings"
    page.shows.merge()
    yield "symptoms-same"
    page.go_back()
    page.show_list()


def _trash(told_once: ToldOnce, session: Session) -> Iterator[str]:
    """A few things in the trash."""
    journal = session.journal
    for kind in (SymptomEntry, TreatmentChange, Visit):
        journal.trash(journal.snapshot.of(kind)[-1].id)
    page = told_once.window.go_to("keep_safe")
    assert isinstance(page, KeepSafePage)
    page.point_at("trash")
    yield "keep-safe-trash-full"
    page.point_at("recent")
    yield "keep-safe-recent-full"
    page.point_at("bring_in")
    panel = page.panel
    assert isinstance(panel, BringInPanel)
    panel.look_inside(_table_in(session.places.state.parent))
    yield "keep-safe-table"
    panel.go_back()


def _bad_day(told_once: ToldOnce) -> Iterator[str]:
    """The bad-day page as it opens, and with its answers."""
    told_once.window.note_bad_day()
    page = told_once.window.page
    assert isinstance(page, BadDayPage)
    yield "bad-day"
    page.symptoms[0].click()
    page.how_bad.scale.pick(7)
    yield "bad-day-answered"
    for _ in range(3):
        told_once.window.undo()


def _table_in(folder: Path) -> Path:
    """A table as a tracker writes it, with a line nobody can understand."""
    lines = (
        "date,time,pain,mood,note",
        "2026-05-10,6:50 pm,6,bad,Stiff after the walk",
        "2026-05-11,8:02 am,4,meh,",
        "2026-05-12,9:00 am,14,good,Too high a number",
    )
    path = folder / "tracker.csv"
    path.write_text("\n".join(lines), "utf-8")
    return path


def _typing(told_once: ToldOnce) -> Iterator[str]:
    """Someone types for her: who it is, Today without anything private, and what is read back."""
    window = told_once.window
    today = window.go_to("today")
    assert isinstance(today, TodayPage)
    today._written.change(today._written.rows[0].key)
    yield "today-in-place"
    today.keep_drafts()
    window.ask_who_types()
    yield "typing-who"
    for panel in window.findChildren(WhoTypes):
        panel.row.line.setText("Ana")
        panel.answer()
    page = window.page
    assert isinstance(page, TodayPage)
    for words in ("knee 5 worse on the stairs", "? can I swim again"):
        page._line.line.show_text(words)
        page._line.line.save()
    yield "typing-today"
    window.go_to("read_back")
    yield "typing-read-back"


def _everywhere(told_once: ToldOnce) -> Iterator[str]:
    """What lies over any page, and the Find page with something found."""
    window = told_once.window
    window.go_to("today")
    for name, words_first, typed in (
        ("palette", False, "naprox"),
        ("palette-words", True, "osei"),
        ("palette-slip", True, "naproxin"),
    ):
        window.palette_wanted.emit(words_first)
        palette = next(one for one in window.findChildren(Palette) if not one.isHidden())
        palette.field.setText(typed)
        yield name
        palette.finish()
    window.go_to("questions")
    window.open_quick_line()
    over = next(one for one in window.findChildren(LineOver) if not one.isHidden())
    over.line.line.show_text("knee 5 worse on stairs")
    yield "line-over"
    over.line.line.clear()
    over.finish()
    page = window.go_to("find")
    assert isinstance(page, FindPage)
    page.open_record("naprox")
    yield "find-found"


def _fill(session: Session) -> None:
    """The sample journal in place of the empty one."""
    person = session.journal.snapshot.person
    if person is not None:
        session.journal.forget(person.id)
    session.journal.record(*sample_journal(), files=sample_files())


def _take(told_once: ToldOnce, shot: Shot, path: Path) -> None:
    if current().look != shot.look:
        current().wear(shot.look)
    window = told_once.window
    window.resize(shot.width, shot.height)
    window.show()
    _settle(_DRAWN_MS if path.name.removesuffix(f"-{shot.name}.png") in _DRAWN else _QUIET_MS)
    window.grab().save(str(path))


def _settle(quiet_ms: int = _QUIET_MS) -> None:
    """Let everything be laid out, and everything in a worker be done."""
    deadline, quiet = QDeadlineTimer(_AT_MOST_MS), QDeadlineTimer(quiet_ms)
    while not (deadline.hasExpired() or quiet.hasExpired()):
        QCoreApplication.processEvents()
        if not QThreadPool.globalInstance().waitForDone(20):
            quiet = QDeadlineTimer(quiet_ms)


if __name__ == "__main__":
    main(Path(sys.argv[1]), keep="--keep" in sys.argv)
