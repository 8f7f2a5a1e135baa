"""What a record can be refused for. The sentence a person reads is in `app.services.errors`."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a field was refused."""

    EMPTY = "empty"
    TOO_LONG = "too long"
    TOO_MANY = "too many"
    OUT_OF_RANGE = "out of range"
    CONTRADICTS = "contradicts"
    ENDS_BEFORE_START = "ends before start"
    NOT_TEXT = "not text"  # half a character (a lone surrogate), which no file can hold


class InvalidRecord(ValueError):  # noqa: N818 - named for what it is to the person, as all known errors here
    """A value that may not be recorded: which field, and why. Never what was in it."""

    def __init__(self, field: str, reason: Reason, limit: int | None = None) -> None:
        """`limit` is the largest allowed number where the reason has one."""
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason
        self.limit = limit


def check_given(field: str, value: object) -> None:
    """Raise InvalidRecord where a field that must be there was emptied, as a form can."""
    if value is None:
        raise InvalidRecord(field, Reason.EMPTY)
