"""Every command without a window: what it prints, what it changes, its exit code."""

import io
import json
import os
import zipfile
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pypdf
import pytest

from app import __version__, cli
from app.cli.surroundings import Surroundings, Terminal, plain
from app.domain.derived.document import Paper
from app.domain.journal import Journal
from app.domain.records import Note, Question, ShareRecord, SymptomEntry
from app.i18n import Words
from app.services.clock import FixedClock
from app.services.demo import DEMO_PASSPHRASE
from app.services.session import Session
from app.storage.locations import Locations
from tests.exchange.test_apple_health import export, record, zipped
from tests.services.cheap import NOON, OTHER, PASSPHRASE, MemoryKeystore
from tests.storage.cheap import CHEAP, PROFILE


def make_session(places: Locations) -> Session:
    return Session(places, clock=FixedClock(NOON), find_keystore=MemoryKeystore, costs=CHEAP, profile=PROFILE)


@dataclass
class Run:
    """Runs commands in one folder, as on one computer."""

    folder: Path
    windows: list[Path | None] = field(default_factory=list)
    out: str = ""
    err: str = ""

    def __call__(self, *arguments: str | Path, typed: str = "") -> int:
        stdout, stderr = io.StringIO(), io.StringIO()
        code = cli.main([str(each) for each in arguments], self.around(io.StringIO(typed), stdout, stderr))
        self.out, self.err = stdout.getvalue(), stderr.getvalue()
        return code

    def around(self, stdin: io.StringIO, stdout: io.StringIO, stderr: io.StringIO) -> Surroundings:
        return Surroundings(
            terminal=Terminal(stdin=stdin, stdout=stdout, stderr=stderr),
            words=Words(),
            places=self.places,
            paper=Paper.A4,
            make_session=make_session,
            open_window=self.open_window,
            show_once=None,
        )

    def open_window(self, _places: Locations, path: Path | None) -> int:
        self.windows.append(path)
        return 0

    @property
    def places(self) -> Locations:
        home = self.folder / "home"
        return Locations(journals=home / "journals", backups=home / "backups", state=home / "state.json")

    @property
    def journal(self) -> Path:
        return self.folder / "Ada.toldonce"

    @property
    def secret(self) -> tuple[str, Path]:
        return "--passphrase-file", self.file("passphrase.txt", f"{PASSPHRASE}\n")

    def file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path

    def read(self, passphrase: str = PASSPHRASE) -> Journal:
        session = make_session(self.places)
        journal = session.unlock(self.journal, passphrase).snapshot
        session.lock(backup=False)
        return journal

    def key_lines(self) -> list[str]:
        return [line.strip() for line in self.out.splitlines() if line.startswith("  ")]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    made = Run(tmp_path)
    assert made("create", made.journal, "--name", "Ada", *made.secret) == 0
    return made


def test_create_prints_the_recovery_key_once(run: Run) -> None:
    keys = run.key_lines()
    assert [len(line) for line in keys] == [17] * 6
    assert run.read().person is not None
    assert run("check", run.journal, *run.secret) == 0
    assert keys[0] not in run.out + run.err


def test_create_never_writes_over_a_journal(run: Run) -> None:
    before = run.journal.read_bytes()
    assert run("create", run.journal, "--name", "Bo", *run.secret) == 1
    assert run.err.count("\n") == 1
    assert run.journal.read_bytes() == before


@pytest.mark.parametrize("name", ["Ada.txt", "Ada"])
def test_a_journal_is_called_as_one(run: Run, name: str) -> None:
    assert run("create", run.folder / name, "--name", "Ada", *run.secret) == 2
    assert not (run.folder / name).exists()


def test_log_says_what_it_understood_and_keeps_it(run: Run) -> None:
    assert run("log", run.journal, "headache 6 yesterday evening", *run.secret) == 0
    assert "headache" in run.out
    assert "6 of 10" in run.out
    assert "yesterday evening" in run.out
    (entry,) = run.read().of(SymptomEntry)
    assert (entry.severity, entry.when.first) == (6, date(2026, 5, 11))


def test_log_answers_3_for_what_it_keeps_only_as_a_note(run: Run) -> None:
    text = "zzz bananas on the moon"
    assert run("log", run.journal, text, *run.secret) == 3
    assert [note.text for note in run.read().of(Note)] == [text]


def test_a_treatment_alone_is_a_note_where_nobody_can_choose(run: Run) -> None:
    assert run("log", run.journal, "started naproxen 250 mg twice a day", *run.secret) == 0
    assert run("log", run.journal, "naproxen", *run.secret) == 3
    assert run.out.startswith("Kept as a note")


def test_an_empty_line_is_nothing_to_write(run: Run) -> None:
    before = len(run.read())
    assert run("log", run.journal, "   ", *run.secret) == 1
    assert run.err.count("\n") == 1
    assert len(run.read()) == before


def test_list_finds_by_kind_text_and_day(run: Run) -> None:
    for line in ("headache 6 on 2 March", "headache 3", "? is it the weather"):
        run("log", run.journal, line, *run.secret)
    assert run("list", run.journal, "--kind", "symptom-entry", *run.secret) == 0
    assert run.out.count("headache") == 2
    run("list", run.journal, "--find", "WEATHER", *run.secret)
    assert run.out.count("\n") == 1
    run("list", run.journal, "--since", "1 May", "--kind", "symptom entry", *run.secret)
    assert [line.split()[-1] for line in run.out.splitlines()] == ["3"]
    run("list", run.journal, "--since", "2026-03-01", "--kind", "symptom entry", *run.secret)
    assert [line.split()[-1] for line in run.out.splitlines()] == ["6", "3"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "--kind", "nonsense"),
        ("list", "--since", "someday"),
        ("export", "--document", "poem", "--out", "x.pdf"),
        ("take", "--as", "xml", "--out", "x"),
        ("log",),
        ("dance",),
    ],
)
def test_wrong_usage_answers_2(
    run: Run, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    command, *rest = arguments
    assert run(command, run.journal, *rest, *run.secret) == 2
    assert "usage" in capsys.readouterr().err


def test_a_passphrase_is_never_an_argument(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", run.journal, "--passphrase", PASSPHRASE) == 2
    told = capsys.readouterr().err
    assert "usage" in told
    assert PASSPHRASE not in told


def test_the_passphrase_may_come_from_standard_input(run: Run) -> None:
    assert run("check", run.journal, "--passphrase-file", "-", typed=f"{PASSPHRASE}\n") == 0
    assert run("check", run.journal, "--passphrase-file", "-", typed=f"{OTHER}\n") == 1
    assert run("check", run.journal, "--passphrase-file", "-", typed="") == 1


def test_a_wrong_passphrase_and_a_missing_file_get_one_sentence(run: Run) -> None:
    wrong = run.file("wrong.txt", OTHER)
    assert run("check", run.journal, "--passphrase-file", wrong) == 1
    assert run.err.startswith("That passphrase did not open the journal.")
    assert run("check", run.journal, "--passphrase-file", run.folder / "nowhere") == 1
    assert "no passphrase" in run.err
    assert run("check", run.folder / "none.toldonce", *run.secret) == 1
    assert run("check", run.folder, *run.secret) == 1
    assert run.err.count("\n") == 1


def test_check_names_what_is_wrong(run: Run) -> None:
    held = bytearray(run.journal.read_bytes())
    held[9000] ^= 1
    run.journal.write_bytes(bytes(held))
    assert run("check", run.journal, *run.secret) == 1
    assert "damaged" in run.err
    assert run.err.rstrip().endswith(")")


def test_check_counts_every_kind(run: Run) -> None:
    run("log", run.journal, "headache 6", *run.secret)
    assert run("check", run.journal, *run.secret) == 0
    assert "symptom entry: 1" in run.out


def test_export_makes_the_document_and_notes_it(run: Run) -> None:
    run("log", run.journal, "headache 6", *run.secret)
    out = run.folder / "out.pdf"
    assert run("export", run.journal, "--for", "Dr Brandt", "--out", out, *run.secret) == 0
    assert "Dr Brandt" in pypdf.PdfReader(out).pages[0].extract_text()
    (given,) = run.read().of(ShareRecord)
    assert (given.to_whom, given.file_name) == ("Dr Brandt", "out.pdf")
    before = out.read_bytes()
    assert run("export", run.journal, "--out", out, *run.secret) == 1
    assert out.read_bytes() == before


def test_export_leaves_no_file_that_the_journal_can_not_note(run: Run) -> None:
    half = os.fsdecode(b"half \xff")
    for words in (("--for", half, "--out", run.folder / "x.pdf"), ("--out", run.folder / f"{half}.pdf")):
        assert run("export", run.journal, *words, *run.secret) == 1
        assert "only half there" in run.err
    assert not list(run.folder.glob("*.pdf"))


def test_export_from_a_day_on(run: Run) -> None:
    run("log", run.journal, "? is this an old question", *run.secret)
    out = run.folder / "since.pdf"
    assert run("export", run.journal, "--since", "2026-05-12", "--out", out, *run.secret) == 0
    (given,) = run.read().of(ShareRecord)
    assert json.loads(given.choice)["since"] == "2026-05-12"


def test_take_and_import_lose_nothing_and_add_nothing_twice(run: Run) -> None:
    for line in ("headache 6", "? is it the weather", "started naproxen 250 mg twice a day"):
        run("log", run.journal, line, *run.secret)
    everything = run.folder / "everything.json"
    assert run("take", run.journal, "--as", "json", "--out", everything, *run.secret) == 0
    assert "not encrypted" in run.out
    held = run.read()
    assert run("import", run.journal, everything, *run.secret) == 0
    assert "nothing" in run.out
    assert run.read() == held


def test_take_writes_tables_and_what_another_system_reads(run: Run) -> None:
    run("log", run.journal, "=cmd knee", *run.secret)
    tables, other = run.folder / "all.zip", run.folder / "all.json"
    assert run("take", run.journal, "--as", "csv", "--out", tables, *run.secret) == 0
    with zipfile.ZipFile(tables) as zipped:
        assert "'=cmd knee" in zipped.read("note.csv").decode("utf-8-sig")
    assert run("take", run.journal, "--as", "fhir", "--out", other, *run.secret) == 0
    assert json.loads(other.read_text("utf-8"))["resourceType"] == "Bundle"
    assert run("take", run.journal, "--as", "csv", "--out", tables, *run.secret) == 1


def test_a_table_and_an_apple_health_export_are_imported(run: Run) -> None:
    table, health = run.folder / "table.csv", run.folder / "export.zip"
    table.write_text("date,Knee pain\n2026-05-01,6\n2026-05-02,4\n", "utf-8")
    health.write_bytes(zipped(export(record("StepCount", "100", unit="count"))))
    assert run("import", run.journal, table, *run.secret) == 0
    assert "2 readings" in run.out
    assert run("import", run.journal, health, *run.secret) == 0
    assert "1 measurement" in run.out
    health.write_bytes(b"PK\x03\x04")
    assert run("import", run.journal, health, *run.secret) == 1


def test_a_dry_run_changes_nothing(run: Run) -> None:
    run("log", run.journal, "? is it the weather", *run.secret)
    everything = run.folder / "everything.json"
    run("take", run.journal, "--as", "json", "--out", everything, *run.secret)
    other = run.folder / "Bo.toldonce"
    run("create", other, "--name", "Bo", *run.secret)
    assert run("import", other, everything, "--dry-run", *run.secret) == 0
    assert "This would come in" in run.out
    assert "1 question" in run.out
    session = make_session(run.places)
    assert session.unlock(other, PASSPHRASE).snapshot.of(Question) == ()
    session.lock(backup=False)


def test_import_refuses_what_it_does_not_know(run: Run) -> None:
    before = run.read()
    assert run("import", run.journal, run.file("poem.txt", "roses"), *run.secret) == 1
    assert run.err.count("\n") == 1
    assert run.read() == before


def test_backup_and_restore(run: Run) -> None:
    run("log", run.journal, "headache 6", *run.secret)
    copy = run.folder / "copy.toldonce"
    assert run("backup", run.journal, "--to", copy, *run.secret) == 0
    held = run.read()
    run("log", run.journal, "headache 7", *run.secret)
    assert run("restore", copy, "--to", run.journal, *run.secret) == 0
    assert run.read() == held


def test_a_backup_is_never_put_over_the_journal_itself(run: Run) -> None:
    before = run.journal.read_bytes()
    assert run("backup", run.journal, "--to", run.journal, *run.secret) == 1
    assert run("backup", run.journal, "--to", run.folder / "no" / "where", *run.secret) == 1
    assert run.journal.read_bytes() == before


def test_a_new_passphrase_comes_with_a_new_key(run: Run) -> None:
    old_key = run.key_lines()
    typed = f"{PASSPHRASE}\n{OTHER}\n"
    assert (
        run("passphrase", run.journal, "--passphrase-file", "-", "--new-passphrase-file", "-", typed=typed)
        == 0
    )
    new_key = run.key_lines()
    assert len(new_key) == 6
    assert new_key != old_key
    assert run("check", run.journal, *run.secret) == 1
    assert run("check", run.journal, "--passphrase-file", run.file("other.txt", OTHER)) == 0


def test_recover_opens_with_the_key_and_sets_a_passphrase(run: Run) -> None:
    key = run.file("key.txt", "\n".join(run.key_lines()))
    new = run.file("other.txt", OTHER)
    recover = ("recover", run.journal, "--recovery-key-file", key, "--new-passphrase-file", new)
    assert run(*recover) == 0
    assert len(run.key_lines()) == 6
    assert run.read(OTHER).person is not None
    assert run(*recover) == 1
    assert "recovery key" in run.err


def test_an_easy_passphrase_is_refused(run: Run) -> None:
    easy = run.file("easy.txt", "password1234")
    assert run("create", run.folder / "Bo.toldonce", "--name", "Bo", "--passphrase-file", easy) == 1
    assert not (run.folder / "Bo.toldonce").exists()


def test_demo_writes_both_and_opens_the_window(tmp_path: Path) -> None:
    run = Run(tmp_path)
    folder = tmp_path / "demo"
    assert run("demo", folder) == 0
    assert DEMO_PASSPHRASE in run.out
    journal, document = folder / "Maya R.toldonce", folder / "Maya R, for Dr Rahal, 2026-05-12.pdf"
    assert str(journal) in run.out
    assert str(document) in run.out
    assert document.is_file()
    assert run.windows == [journal]
    assert run("demo", folder, "--no-window") == 0
    assert run.windows == [journal]
    assert not run.places.state.exists()


def test_demo_leaves_another_journal_alone(tmp_path: Path) -> None:
    run = Run(tmp_path)
    mine = tmp_path / "Maya R.toldonce"
    run("create", mine, "--name", "Maya", *run.secret)
    before = mine.read_bytes()
    assert run("demo", tmp_path, "--no-window") == 1
    assert mine.read_bytes() == before


def test_without_a_command_the_window_opens(tmp_path: Path) -> None:
    run = Run(tmp_path)
    assert run() == 0
    assert run.windows == [None]


def test_self_test_says_each_step(tmp_path: Path) -> None:
    run = Run(tmp_path)
    assert run("--self-test") == 0
    assert run.out.splitlines()[-1] == "Self-test: all is well"
    assert "exported" in run.out


def test_version_and_help(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = Run(tmp_path)
    assert run("--version") == 0
    assert capsys.readouterr().out == f"Told Once {__version__}\n"
    assert run("--help") == 0
    told = capsys.readouterr().out
    for command in ("demo", "create", "log", "list", "import", "export", "take", "check", "backup"):
        assert command in told


def test_a_bug_is_raised_for_the_last_hook(tmp_path: Path) -> None:
    run = Run(tmp_path)

    def broken(_places: Locations) -> Session:
        raise ZeroDivisionError

    around = replace(run.around(io.StringIO(), io.StringIO(), io.StringIO()), make_session=broken)
    with pytest.raises(ZeroDivisionError):
        cli.main(["--self-test"], around)


def test_words_cannot_steer_the_terminal(run: Run) -> None:
    run("log", run.journal, "? what is \x1b[31mred", *run.secret)
    run("list", run.journal, *run.secret)
    assert "\x1b" not in run.out
    assert plain("one\ntwo\x07") == "one / two\N{REPLACEMENT CHARACTER}"


def typing(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Answer what is asked on the terminal; gives the prompts as they come."""
    prompts: list[str] = []
    left = list(answers)

    def getpass(prompt: str, _stream: object) -> str:
        prompts.append(prompt)
        return left.pop(0)

    monkeypatch.setattr("getpass.getpass", getpass)
    return prompts


def test_a_new_passphrase_is_typed_twice(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    prompts = typing(monkeypatch, OTHER, OTHER, OTHER, PASSPHRASE)
    assert run("create", run.folder / "Bo.toldonce", "--name", "Bo") == 0
    assert len(prompts) == 2
    assert run("create", run.folder / "Cy.toldonce", "--name", "Cy") == 1
    assert "not the same" in run.err
    assert not (run.folder / "Cy.toldonce").exists()


def test_without_a_terminal_it_says_how_else(run: Run) -> None:
    assert run("check", run.journal) == 2
    assert "--passphrase-file" in run.err
