"""Why a file could not be brought in. Nothing has been changed when one of these is raised."""


class ExchangeError(Exception):
    """A file that cannot be brought in; `place` says where in the file, never what stands there."""

    def __init__(self, place: str = "") -> None:
        """Keep the place for the sentence."""
        super().__init__(place)
        self.place = place


class FileTooLarge(ExchangeError):  # noqa: N818 - known errors are named for what they are to the person
    """More bytes than a file may have."""


class FileEmpty(ExchangeError):  # noqa: N818 - as above
    """Nothing in it."""


class FileCutShort(ExchangeError):  # noqa: N818 - as above
    """It ends in the middle, or is not well formed."""


class FileHostile(ExchangeError):  # noqa: N818 - as above
    """It declares a document type or is nested deeper than any record."""


class FormatUnknown(ExchangeError):  # noqa: N818 - as above
    """None of the formats we read."""


class NotHealthData(FormatUnknown):
    """A ZIP, but without what Apple Health exports."""


class ZipLocked(FormatUnknown):
    """A ZIP that asks for a password."""


class FormatOlder(ExchangeError):  # noqa: N818 - as above
    """A FHIR from before R4, whose fields mean other things."""


class FormatNewer(ExchangeError):  # noqa: N818 - as above
    """Written by a newer Told Once."""
