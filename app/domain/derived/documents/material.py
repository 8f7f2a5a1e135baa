"""What every part of a document is made from, and the small pieces of text all of them use."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.derived.belonging import named
from app.domain.derived.choice import Choice
from app.domain.derived.document import Run, Text, Voice, plain
from app.domain.derived.sharing import View
from app.domain.derived.shortening import PASSAGE, shortened
from app.domain.derived.treatments.story import TreatmentStory
from app.domain.journal import Journal
from app.domain.records import Clinician, Person, Record
from app.domain.records.record import RecordId
from app.domain.records.when import When
from app.domain.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """The view, the choice, the day and the words. `changed`: when a record's meaning changed."""

    view: View
    choice: Choice
    today: date
    words: Wording
    stories: tuple[TreatmentStory, ...]
    changed: Mapping[RecordId, date] = field(default_factory=dict)

    @property
    def journal(self) -> Journal:
        """What may be on the pages."""
        return self.view.journal

    @property
    def person(self) -> Person | None:
        """Whose document it is."""
        return self.view.journal.person

    @property
    def reader(self) -> Clinician | None:
        """The clinician it is for."""
        return self.view.journal.clinician(self.choice.for_clinician)

    @property
    def name(self) -> str:
        """The name as printed on every page."""
        person = self.person
        if person is None:
            return ""
        return person.full_name if self.choice.full_name and person.full_name else person.name

    def named(self, key: RecordId | None) -> str:
        """What a table calls a clinician, or nothing."""
        return named(self.view.journal, key)

    def not_everything(self, *kinds: type[Record]) -> tuple[Text, ...]:
        """The sentence that says a safety list is not whole, where any of `kinds` is kept back."""
        if not any(self.view.keeps_back(kind) for kind in kinds):
            return ()
        sentence = "I chose not to list everything here. Please ask me."
        return (plain(self.words.say("kept_back", sentence)),)

    def not_written(self) -> Text:
        """The sentence for what was never written."""
        sentence = "I have not written this down. Please ask me."
        return plain(self.words.say("not_written", sentence))

    def none_known(self) -> Text:
        """The sentence for what the person said there is none of."""
        return plain(self.words.say("none_known", "None that I know of."))


def bold(text: str) -> Run:
    """Facts in bold."""
    return Run(text=text, bold=True)


def facts(text: str) -> Run:
    """Facts put together from the journal."""
    return Run(text=text)


def small(text: str) -> Run:
    """A small line."""
    return Run(text=text, small=True)


def own(text: str, *, quoted: bool = False) -> Run:
    """The person's own words, or somebody's exact ones."""
    return Run(text=text, voice=Voice.WORDS, quoted=quoted)


def quote(text: str) -> Run:
    """Exact words, with their quotation marks."""
    return own(f"“{shortened(text, PASSAGE)}”", quoted=True)


def begun(text: str) -> str:
    """A text that begins a line: its first letter large."""
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """A text with a mark at its end."""
    shown = text.rstrip()
    return text if not shown or shown[-1] in ".!?…:;”" else f"{text}."


def sentences(texts: Iterable[str]) -> str:
    """Texts as sentences, one after the other."""
    return " ".join(ended(text) for text in texts if text)


def listed(texts: Iterable[str]) -> str:
    """Texts in one sentence with semicolons; a question keeps its own mark and needs no other."""
    said = ""
    for text in texts:
        between = "" if not said else " " if said.endswith(("?", "!", ".")) else "; "
        said += between + text
    return said


def run_on(texts: Iterable[Text], between: str) -> Text:
    """Texts on one line with `between` them."""
    runs: list[Run] = []
    for text in texts:
        runs.extend([facts(between)] if runs else [])
        runs.extend(text)
    return tuple(runs)


def first_day(when: When | None) -> date:
    """For ordering: the first day it can have been; the last day of all if it is not known."""
    return when.earliest if when is not None and when.is_dated else date.max
