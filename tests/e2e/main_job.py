"""The main job without a window: a journal, four lines written in it, and the pages made from it."""

import io
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pypdf import PdfReader

from tests.e2e.desktop import ROOT

NAME = "Wilhelmina Quarles"
PASSPHRASE = "thimble orchard lantern wheat seven"  # noqa: S105 (a made-up journal's)
LINES = (
    "headache 6 yesterday evening, behind the left eye",
    "started naproxen 250 mg twice a day for headache",
    "? should I stop before surgery",
    "visit Dr Osei 14 May",
)
# What of these lines may stand nowhere but on the pages, in the words it was written in.
MARKERS = ("Quarles", "left eye", "naproxen", "before surgery", "Osei")
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


class MainJob:
    """Runs the app's commands in one folder. WRAPPED goes before each, as `unshare` does."""

    def __init__(self, folder: Path, environment: Mapping[str, str], wrapped: Sequence[str] = ()) -> None:
        self.folder = folder
        self.journal = folder / "Wilhelmina.toldonce"
        self.pages = folder / "pages.pdf"
        self._environment = dict(environment)
        self._wrapped = wrapped
        self._passphrase = folder / "passphrase"
        self._passphrase.write_text(PASSPHRASE, "utf-8")

    def told_once(self, *words: str) -> str:
        """Run one command to its end; what it printed. Fails unless it ended with 0."""
        done = subprocess.run(
            [*self._wrapped, sys.executable, "-m", "app", *words],
            cwd=self.folder,
            env=self._environment | {"PYTHONPATH": self._python_path()},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stdout

    def _python_path(self) -> str:
        watched = self._environment.get("TOLD_ONCE_WATCH")
        return f"{ROOT / 'tests' / 'e2e' / 'watched'}:{ROOT}" if watched else str(ROOT)

    def create(self) -> None:
        """A new journal."""
        self.told_once(
            *("create", str(self.journal), "--name", NAME),
            *("--passphrase-file", str(self._passphrase)),
        )

    def ask(self, command: str, *words: str) -> str:
        """One command on the journal, with its passphrase."""
        return self.told_once(command, str(self.journal), *words, "--passphrase-file", str(self._passphrase))

    def do(self) -> str:
        """All of it; the words on the pages."""
        self.create()
        for line in LINES:
            self.ask("log", line)
        self.ask("export", "--document", "new-clinician", "--out", str(self.pages))
        return words_of(self.pages)


def words_of(pdf: Path) -> str:
    """The text of a PDF in reading order, each run of white space as one space."""
    pages = PdfReader(io.BytesIO(pdf.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def files_with_words(files: Iterable[Path], markers: Iterable[str] = MARKERS) -> list[str]:
    """Those of FILES that hold one of MARKERS, in any letter case and any encoding text is kept in."""
    sought = {form.encode(name) for word in markers for form in forms(word) for name in ENCODINGS}
    return [str(path) for path in files if any(form in path.read_bytes() for form in sought)]


def forms(word: str) -> tuple[str, ...]:
    """A marker as it may be kept: as written, in capitals, in small letters."""
    return word, word.upper(), word.lower()
