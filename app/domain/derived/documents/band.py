"""The title band of page 1: whose document it is, for whom, and who to call first (document.md 4)."""

from datetime import date

from app.domain.derived.document import Band, Run, Text
from app.domain.derived.documents.material import Material, bold, ended, facts
from app.domain.derived.readings import readings_of
from app.domain.records import Contact, Person, SymptomEntry
from app.domain.records.person import Language


def band(made: Material, kind: str) -> Band:
    """Name, kind, reader, date; under it who the person is; then who wrote it."""
    return Band(
        name=made.name,
        kind=kind,
        reader=_reader(made),
        date=made.words.day(made.today),
        identity=tuple(line for line in (_who(made), _call_first(made)) if line),
        provenance=_provenance(made),
    )


def _reader(made: Material) -> Text:
    reader = made.reader
    name = reader.name if reader else made.choice.someone_else
    if not name:
        return ()
    tail = f", {reader.specialty}" if reader and reader.specialty else ""
    return (facts(made.words.say("band.for", "for") + " "), bold(name), *([facts(tail)] if tail else []))


def _who(made: Material) -> Text:
    person = made.person
    if person is None:
        return ()
    rest = " ".join(ended(part) for part in _about(person, made) if part)
    born = _born(person, made)
    if born is None:
        return (facts(rest),) if rest else ()
    return (bold(born[0]), facts(f"{born[1]}. {rest}".rstrip()))


def _born(person: Person, made: Material) -> tuple[str, str] | None:
    """The bold part and the age in brackets, which needs the day."""
    if person.born is None:
        return None
    if person.birth_year_only and person.born.first:
        return made.words.say("band.born", "Born {date}", date=str(person.born.first.year)), ""
    born = made.words.say("band.born", "Born {date}", date=made.words.when(person.born))
    day = person.born.day
    return born, f" ({_years(day, made.today)})" if day and day <= made.today else ""


def _years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _about(person: Person, made: Material) -> tuple[str, ...]:
    words = made.words
    number = person.record_number if made.choice.record_number else ""
    record = words.say("band.record", "Record number {number}", number=number) if number else ""
    return (person.pronouns, record, _languages(person, made))


def _languages(person: Person, made: Material) -> str:
    """Only where an interpreter is needed, or where the first language is not the document's."""
    words = made.words
    interpreted = [language.name for language in person.languages if language.interpreter]
    if interpreted:
        return words.say(
            "band.interpreter", "Needs an interpreter: {languages}", languages=", ".join(interpreted)
        )
    first = [language.name for language in person.languages if _is_other(language, made)]
    return words.say("band.language", "First language: {name}", name=first[0]) if first else ""


def _is_other(language: Language, made: Material) -> bool:
    printed = made.words.say("language.name", "English")
    return language.first and language.name.casefold() != printed.casefold()


def _call_first(made: Material) -> Text:
    """Who to call first, then who may be spoken to."""
    contacts = sorted(made.journal.of(Contact), key=_own_order)
    first = next((contact for contact in contacts if contact.call_first), None)
    runs: list[Run] = []
    if first is not None:
        who = ", ".join(part for part in (first.name, first.tie) if part)
        runs.append(facts(made.words.say("band.call_first", "Call first: {who}", who=who)))
        runs += [facts(", "), bold(first.phone)] if first.phone else []
        runs.append(facts(". "))
    spoken = [_object(contact, first) for contact in contacts if contact.may_be_spoken_to]
    if spoken:
        names = made.words.listing(tuple(spoken))
        runs.append(facts(made.words.say("band.may_talk", "You may talk to {who}.", who=names)))
    return tuple(runs)


def _own_order(contact: Contact) -> tuple[object, ...]:
    return (not contact.call_first, contact.order, contact.name.casefold(), contact.id)


def _object(contact: Contact, first: Contact | None) -> str:
    """The pronoun only for the one whose name stands just before it."""
    return contact.object_pronoun or contact.name if contact is first else contact.name


def _provenance(made: Material) -> str:
    words = made.words
    check = words.say("provenance.check", "Please check against your record.")
    readings = sum(held.entries for held in readings_of(made.journal))
    by = _written_by(made)
    since = [entry.when.earliest for entry in made.journal.of(SymptomEntry) if entry.when.is_dated]
    if not readings or not since:
        return f"{ended(by)} {check}"
    month = words.month(min(since))
    told = words.count(
        "provenance.readings",
        "{by}: {n} reading since {month}.",
        "{by}: {n} readings since {month}.",
        readings,
        by=by,
        month=month,
    )
    return f"{told} {check}"


def _written_by(made: Material) -> str:
    """Whoever keeps the journal; a carer says for whom."""
    person, words = made.person, made.words
    if person is None or not person.carer_name:
        return words.say("provenance.me", "Written by me")
    who = ", ".join(part for part in (person.carer_name, person.carer_relation) if part)
    return words.say("provenance.carer", "Written by {who}, for {person}", who=who, person=made.name)
