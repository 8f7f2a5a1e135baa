"""One row of a list of entries, as a plain value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow:
    """``key`` is the record's id; a row with ``heading`` is a group's name and cannot be opened.

    ``value`` follows the title in the usual weight ("4 of 10"); ``words`` are the person's (serif),
    on the same line where they fit and there is no note; ``note`` is the app's second line.
    ``when`` stands at the left or, with ``dated_right``, at the right. ``icon`` is a Phosphor name
    or ""; ``pill`` is (kind, words); ``private`` says who may not see it,
    ``mark`` is its icon. ``spoken`` is the whole row for a screen reader.
    """

    key: str = ""
    title: str = ""
    value: str = ""
    words: str = ""
    note: str = ""
    when: str = ""
    icon: str = ""
    tone: str = "ink2"
    pill: tuple[str, str] | None = None
    private: str = ""
    mark: str = "eye-slash"
    spoken: str = ""
    heading: bool = False
    count: str = ""
