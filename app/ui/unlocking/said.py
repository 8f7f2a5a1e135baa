"""What the label of the cover says: its title, and how it came to be locked."""

from app.i18n import Words
from app.services.cover import Cover
from app.services.preferences import Preferences


def title_for(facts: Cover, look: Preferences, words: Words) -> str:
    """The file's name, or nothing of it where the person hides it."""
    return words.say("cover.your_journal", "Your journal") if look.hide_name else facts.name


def line_for(why: str, facts: Cover, look: Preferences, words: Words) -> str:
    """How it came to be locked, in one line."""
    say = words.say
    quiet = "Locked after {n} quiet minutes. Your words are safe."
    lines = {
        "you": say("cover.by_you", "Locked by you."),
        "computer": say("cover.by_computer", "Locked with the computer. Your words are safe."),
        "quiet": say("cover.quiet", quiet, n=look.lock_minutes),
    }
    return lines.get(why) or crash_line(facts, words) or say("cover.back", "Welcome back.")


def crash_line(facts: Cover, words: Words) -> str:
    """Return what is said after the program ended by itself; empty otherwise."""
    if not facts.closed_by_itself:
        return ""
    if facts.last_words is None:
        return words.say("cover.crash", "It closed by itself last time. Nothing is lost.")
    return words.say(
        "cover.crash.at",
        "It closed by itself last time. Nothing is lost: your last words are from {time}.",
        time=words.time(facts.last_words.time()),
    )
