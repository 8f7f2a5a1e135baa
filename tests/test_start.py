"""The start of the program: what is loaded, what is said, what a bug may show."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.__main__ import tell_of_bug
from app.bootstrap import has_platform, paper
from app.domain import records
from app.domain.derived.document import Paper
from app.storage.files import SUFFIX

ROOT = Path(__file__).parents[1]
SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


def start(*words: str, screen: str = "") -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in SCREENS}
    environment |= {"PYTHONPATH": str(ROOT)} | ({"QT_QPA_PLATFORM": screen} if screen else {})
    return subprocess.run(
        [sys.executable, *words], env=environment, capture_output=True, text=True, check=False, timeout=120
    )


def test_a_command_loads_no_window() -> None:
    code = (
        "import sys; sys.argv = ['told-once', '--version']\n"
        "from app.__main__ import main\n"
        "code = main()\n"
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'app.ui'))]\n"
        "sys.exit(code)"
    )
    done = start("-c", code)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Told Once ")


def test_the_cover_loads_nothing_that_only_an_open_journal_needs() -> None:
    waiting = (
        "app.domain.derived",
        "app.domain.quick_line",
        "app.domain.records.kinds",
        "app.domain.records.symptoms",
        "app.domain.records.visits",
        "app.exchange.fhir",
        "app.ui.pages.first_run",
        "app.ui.tabs",
    )
    code = (
        "import sys\n"
        "import app.bootstrap, app.ui.told_once\n"
        f"sys.exit(', '.join(name for name in sys.modules if name.startswith({waiting})) or 0)"
    )
    done = start("-c", code, screen="offscreen")
    assert (done.returncode, done.stderr) == (0, "")


def test_every_kind_of_record_is_there_by_name() -> None:
    for name in records.__all__:
        assert getattr(records, name) is not None
    with pytest.raises(AttributeError):
        _ = records.Nothing


def test_without_a_screen_it_says_so_and_nothing_more() -> None:
    done = start("-m", "app")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "no screen" in done.stderr


def test_the_demo_is_done_also_where_no_window_can_open(tmp_path: Path) -> None:
    done = start("-m", "app", "demo", str(tmp_path / "demo"))
    assert done.returncode == 0
    assert "no screen" in done.stderr
    assert "Passphrase:" in done.stdout


def test_the_self_test_goes_through_where_nobody_sees_the_window() -> None:
    done = start("-m", "app", "--self-test")
    assert done.returncode == 0, done.stderr
    assert "opened a window" in done.stdout


def test_whoever_reads_our_output_may_stop() -> None:
    code = (
        "import subprocess, sys\n"
        "ours = subprocess.Popen([sys.executable, '-m', 'app', '--help'], stdout=subprocess.PIPE, "
        "stderr=subprocess.PIPE)\n"
        "ours.stdout.close()\n"
        "told = ours.stderr.read()\n"
        "assert not told, told\n"
        "assert ours.wait() == 0"
    )
    assert start("-c", code).returncode == 0


def test_a_bug_shows_its_place_and_nothing_of_the_person(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        int("my knee, and my passphrase")
    except ValueError as error:
        tell_of_bug(ValueError, error)
    told = capsys.readouterr().err
    assert "knee" not in told
    assert "ValueError" in told
    assert "Your journal is safe." in told


def test_ctrl_c_while_it_still_loads_ends_it_without_a_word() -> None:
    code = (
        "import sys\n"
        "class Pressed:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'app.services.session':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Pressed())\n"
        "from app.__main__ import main\n"
        "sys.exit(main())"
    )
    done = start("-c", code)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_a_lock_starts_afresh_on_the_cover_of_the_journal_that_was_chosen() -> None:
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from app import bootstrap\n"
        "from app.storage.locations import locations\n"
        "os.execve = lambda _program, _words, environment: print(\n"
        "    environment['TOLD_ONCE_LOCKED'], environment.get('TOLD_ONCE_NEXT', 'the same'))\n"
        "bootstrap.start_afresh(locations(), 'switch', Path('other.toldonce'))\n"
        "bootstrap.start_afresh(locations(), 'you')\n"
    )
    done = start("-c", code)
    assert (done.stdout, done.stderr) == ("switch other.toldonce\nyou the same\n", "")


def test_a_journal_s_file_alone_opens_the_window_on_its_cover(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from app import bootstrap\n"
        "bootstrap.open_window = lambda _words, _places, path: print(path) or 0\n"
        "sys.exit(bootstrap.main(sys.argv[1:]))\n"
    )
    journal = tmp_path / "Ada.toldonce"
    assert start("-c", code, str(journal)).stdout == f"{journal}\n"
    assert start("-c", code, "Ada.toldonce").stdout == f"{Path.cwd() / 'Ada.toldonce'}\n"
    assert start("-c", code, "Ada.txt").returncode == 2


def test_the_desktop_knows_which_files_are_journals() -> None:
    folder, name = ROOT / "packaging" / "linux", "org.toldonce.ToldOnce"
    entry = (folder / f"{name}.desktop").read_text("utf-8").splitlines()
    kind = next(line for line in entry if line.startswith("MimeType=")).removeprefix("MimeType=").rstrip(";")
    assert "Exec=told-once %f" in entry
    described = (folder / f"{name}.xml").read_text("utf-8")
    assert f'type="{kind}"' in described
    assert f'pattern="*{SUFFIX}"' in described


def test_ctrl_c_is_no_bug(capsys: pytest.CaptureFixture[str]) -> None:
    tell_of_bug(KeyboardInterrupt, KeyboardInterrupt())
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "en_US.UTF-8"}, Paper.LETTER),
        ({"LC_PAPER": "fr_CA.UTF-8", "LANG": "en_GB.UTF-8"}, Paper.LETTER),
        ({"LANG": "en_GB.UTF-8"}, Paper.A4),
        ({"LANG": "C"}, Paper.A4),
        ({}, Paper.A4),
    ],
)
def test_the_paper_is_that_of_the_country(environment: dict[str, str], expected: Paper) -> None:
    assert paper(environment) is expected


def test_a_screen_is_one_of_three_kinds() -> None:
    assert not has_platform({"TERM": "xterm", "DISPLAY": ""})
    assert has_platform({"QT_QPA_PLATFORM": "offscreen"})
