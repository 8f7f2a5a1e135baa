"""The program's start, and the last resort for what nobody expected."""

import contextlib
import os
import sys
import traceback
from types import TracebackType

from app import __version__

_STOPPED = 130  # as shells count Ctrl+C


def main() -> int:
    """Run Told Once; gives the exit code. Ctrl+C ends it without a word, also while it still loads."""
    try:
        return _run()
    except KeyboardInterrupt:
        return _STOPPED
    except BrokenPipeError:  # whoever read us has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run() -> int:
    sys.excepthook = tell_of_bug
    from app import bootstrap  # noqa: PLC0415 - from here on Ctrl+C is caught
    from app.storage.hardening import harden, private_umask  # noqa: PLC0415 - as above

    private_umask()
    harden()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a terminal's is a TextIOWrapper
    code = bootstrap.main(sys.argv[1:])
    sys.stdout.flush()
    return code


def tell_of_bug(kind: type[BaseException], error: BaseException, _trace: TracebackType | None = None) -> None:
    """Say that something went wrong: version, kind and place of it, never a message, a value or a name."""
    if not isinstance(error, KeyboardInterrupt):
        from app.services.errors import UNKNOWN  # noqa: PLC0415 - see `_run`

        said = " ".join(phrase.english for phrase in UNKNOWN)
        sys.stderr.write(f"{said} ({__version__}, {kind.__name__}{_place(error)})\n")


def _place(error: BaseException) -> str:
    """The last line of our own code it passed through."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "app" in frame.filename]
    if not frames:
        return ""
    file = frames[-1].filename.replace("\\", "/").rsplit("/app/", 1)[-1]
    return f", app/{file} {frames[-1].lineno}"


if __name__ == "__main__":
    sys.exit(main())
