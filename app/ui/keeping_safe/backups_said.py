"""How the backups stand, in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from app.i18n import Words
from app.services.backups import BackupPlace, BackupState

_OLD = timedelta(days=7)
_OFTEN = 2  # backups that failed in a row before it is trouble
_STICKS = ("media", "run", "mnt", "Volumes")


@dataclass(frozen=True, slots=True, kw_only=True)
class StateSaid:
    """Heading and sentence; ``kind`` is "fine", "gentle" or "trouble"."""

    kind: str
    title: str
    sentence: str


def state_said(state: BackupState, places: tuple[BackupPlace, ...], words: Words, now: datetime) -> StateSaid:
    """Say how the backups stand."""
    say = words.say
    if state.failed >= _OFTEN:
        failed = say(
            "backups.failed", "The last {n} backups could not be made.", n=number_word(state.failed, words)
        )
        sentence = " ".join(part for part in (failed, why_not(state.why, words)) if part)
        return StateSaid(
            kind="trouble", title=say("backups.title.not", "Your journal is not backed up"), sentence=sentence
        )
    gone = tuple(place for place in places if not place.is_there)
    if state.last is None:
        none = say("backups.none", "No backup has been made yet. The first is made when you lock.")
        return StateSaid(
            kind="gentle", title=say("backups.title.none", "There is no backup yet"), sentence=none
        )
    if gone or now - state.last > _OLD:
        last = say("backups.last", "The last backup is from {day}.", day=words.weekday(state.last.date()))
        missing = [not_here(place.path, words) for place in gone]
        return StateSaid(
            kind="gentle",
            title=say("backups.title.old", "Your journal needs a new backup"),
            sentence=" ".join((last, *missing)),
        )
    fine = words.count(
        "backups.fine",
        "{when}, opened and checked. {n} copy is kept.",
        "{when}, opened and checked. {n} copies are kept.",
        state.kept,
        when=when_in_words(state.last, now, words),
    )
    return StateSaid(kind="fine", title=say("backups.title", "Your journal is backed up"), sentence=fine)


def number_word(n: int, words: Words) -> str:
    """Two, else the number: "the last two backups"."""
    return words.say("number.two", "two") if n == _OFTEN else words.number(n)


def why_not(why: str, words: Words) -> str:
    """Why a backup could not be made, by the name of the error; "" where there is nothing to say."""
    sentences = {
        "DiskFull": words.say("backups.why.full", "The disk is full."),
        "ReadOnly": words.say("backups.why.read_only", "Nothing can be written there."),
        "CannotWrite": words.say("backups.why.write", "The disk would not take it."),
        "Missing": words.say("backups.why.missing", "The folder is not there."),
        "Damaged": words.say("backups.why.damaged", "The copy was not the same as the journal."),
    }
    return sentences.get(why, "")


def when_in_words(moment: datetime, now: datetime, words: Words) -> str:
    """Today at 07:12, Yesterday at 18:40, Saturday 2 May at 07:12, 2 May 2025 at 07:12."""
    time = words.time(moment.time())
    days = (now.date() - moment.date()).days
    if days == 0:
        return words.say("backups.today", "Today at {time}", time=time)
    if days == 1:
        return words.say("backups.yesterday", "Yesterday at {time}", time=time)
    day = words.weekday(moment.date()) if moment.year == now.year else words.day(moment.date())
    return words.say("backups.on", "{day} at {time}", day=day, time=time)


def not_here(folder: Path, words: Words) -> str:
    """Say that a place for backups is not there now: a stick by its name, else the folder."""
    name = stick_name(folder)
    if name:
        return words.say("backups.no_stick", "The stick “{name}” is not here.", name=name)
    return words.say("backups.no_folder", "The folder “{name}” is not here.", name=folder.name or str(folder))


def stick_name(folder: Path) -> str:
    """The name a stick has on this computer, "" for what is no stick."""
    parts = folder.parts[1:]
    if parts and parts[0] in _STICKS:
        deep = {"media": 2, "run": 3, "mnt": 1, "Volumes": 1}[parts[0]]
        return parts[deep] if len(parts) > deep else ""
    return ""


def place_in_words(place: BackupPlace, words: Words) -> str:
    """Documents, Told Once backups; the whole path for what is not in the person's own folder."""
    home = Path.home()
    inside = place.path.is_relative_to(home) and place.path != home
    shown = ", ".join(place.path.relative_to(home).parts) if inside else str(place.path)
    if place.is_there or place.own:
        return shown
    return words.say("backups.place.gone", "{place} (not here now)", place=shown)
