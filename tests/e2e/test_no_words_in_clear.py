"""Nothing a person wrote stands in clear in any file that the app touched, but the pages they saved."""

from pathlib import Path

import pytest

from tests.e2e.desktop import own_folders
from tests.e2e.main_job import MainJob, files_with_words


def written_files(folder: Path, notes: Path) -> set[Path]:
    """Every file under FOLDER, and every file that was opened for writing anywhere else."""
    noted = (line.split("\t") for line in notes.read_text("utf-8").splitlines())
    opened = {Path(about) for what, about in noted if what == "file"}
    under = {path for path in folder.rglob("*") if path.is_file()}
    return under | {path for path in opened if path.is_file()}


@pytest.fixture
def job(tmp_path: Path) -> MainJob:
    notes = tmp_path / "notes"
    notes.touch()
    return MainJob(tmp_path, own_folders(tmp_path) | {"TOLD_ONCE_WATCH": str(notes)})


def test_the_search_finds_words_where_they_are(tmp_path: Path) -> None:
    found = [tmp_path / name for name in ("plain", "wide", "capitals")]
    found[0].write_bytes(b"...for naproxen.")
    found[1].write_bytes("\x00Quarles".encode("utf-16-le"))
    found[2].write_bytes(b"DR OSEI")
    (tmp_path / "clean").write_bytes(b"Nothing of hers.")
    assert sorted(files_with_words(tmp_path.iterdir())) == sorted(map(str, found))


def test_no_file_holds_the_words(job: MainJob) -> None:
    job.do()
    job.ask("list")
    job.ask("check")
    job.ask("backup", "--to", str(job.folder / "backup.toldonce"))
    files = written_files(job.folder, job.folder / "notes") - {job.folder / "notes"}
    assert job.journal in files
    assert str(job.journal) in (job.folder / "notes").read_text("utf-8")  # it really was watched
    assert files_with_words(files) == [str(job.pages)]
