"""Rules of the whole tree that no linter knows."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import app
from app.domain.records.invalid import InvalidRecord, Reason
from app.services import errors
from app.ui import actions

ROOT = Path(__file__).parent.parent
APP = ROOT / "app"
MODULES = sorted(APP.rglob("*.py"))
COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{3}){1,2}\b")
NETWORK = {
    *("socket", "ssl", "http", "urllib", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib"),
    *("requests", "httpx", "aiohttp", "asyncio", "socketserver", "xmlrpc", "webbrowser"),
}
# Where a file may be opened, and why. Everything else goes through `app.storage.files`.
OPENS_FILES = {
    "app/storage/files.py": "the one place that reads, writes and swaps files",
    "app/storage/vault.py": "the journal's first 16 bytes, before there is a connection to it",
    "app/__main__.py": "the null device, in place of a reader who has gone",
    "app/exchange/apple_files.py": "a part of a ZIP that is open already",
    "app/report/endless.py": "a stream inside a PDF that is in memory",
    "app/storage/backups.py": "a backup, which nobody has open, copied back",
}
ABOVE = ("app.ui", "app.cli", "app.bootstrap", "app.__main__")  # these say their own in place
# A field's reason is said beside the field.
SAID_ELSEWHERE: set[type[BaseException]] = {InvalidRecord}


def name_of(path: Path) -> str:
    """A module's path inside the project, the same on every system."""
    return path.relative_to(ROOT).as_posix()


def nodes(path: Path) -> Iterator[ast.AST]:
    """Every node of a module."""
    return ast.walk(ast.parse(path.read_text("utf-8"), filename=name_of(path)))


def where(says: Callable[[ast.AST], bool], *, but: tuple[str, ...] = ()) -> list[str]:
    """The places in app/ for which SAYS is true, as "file:line", outside the paths in BUT."""
    return [
        f"{name_of(path)}:{getattr(node, 'lineno', 0)}"
        for path in MODULES
        if not name_of(path).startswith(but or ("\0",))
        for node in nodes(path)
        if says(node)
    ]


def called(node: ast.AST) -> str:
    """The last name of what a call calls; empty for anything else."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def imported(node: ast.AST) -> list[str]:
    """The modules an import statement names, in full."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def test_colours_stand_in_the_tokens_and_in_the_style_of_the_paper() -> None:
    def is_colour(node: ast.AST) -> bool:
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            return False
        return COLOUR.search(node.value) is not None

    assert where(is_colour, but=("app/report/style.py",)) == []


def test_the_style_sheet_has_no_colour_of_its_own() -> None:
    sheet = (ROOT / "resources" / "app.qss").read_text("utf-8")
    assert re.findall(rf"{COLOUR.pattern}|\brgba?\(|\bhsva?\(", sheet) == []


def test_only_the_theme_sets_a_style_sheet() -> None:
    assert where(lambda node: called(node) == "setStyleSheet", but=("app/ui/theme/",)) == []


def test_nothing_waits_by_turning_the_event_loop_or_sleeping() -> None:
    names = {"processEvents", "sleep", "msleep", "usleep"}
    assert where(lambda node: called(node) in names) == []


def test_no_lambda_is_connected() -> None:
    def connects_lambda(node: ast.AST) -> bool:
        if called(node) != "connect" or not isinstance(node, ast.Call):
            return False
        return any(isinstance(argument, ast.Lambda) for argument in node.args)

    assert where(connects_lambda) == []


def test_no_network_module_is_imported() -> None:
    def reaches_out(node: ast.AST) -> bool:
        names = imported(node)
        return any(name.split(".")[0] in NETWORK or "QtNetwork" in name for name in names)

    assert where(reaches_out) == []


def reads_resources(path: Path) -> bool:
    """Whether a module's reading goes to what ships beside the code."""
    names = [name for node in nodes(path) for name in imported(node)]
    return any(name.startswith("importlib.resources") for name in names)


def is_no_file(node: ast.Call) -> bool:
    """Whether what is opened is a PDF made of bytes, or one of Qt's dialogs, which take no mode."""
    in_memory = ast.unparse(node).startswith("pikepdf.open(io.BytesIO(")
    return in_memory or (isinstance(node.func, ast.Attribute) and node.func.attr == "open" and not node.args)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_are_opened_in_one_place(path: Path) -> None:
    opening = {"open", "write_bytes", "write_text"}
    reading = set() if reads_resources(path) else {"read_bytes", "read_text"}
    found = [
        f"line {node.lineno}"
        for node in nodes(path)
        if isinstance(node, ast.Call) and called(node) in opening | reading and not is_no_file(node)
    ]
    assert found == [] or name_of(path) in OPENS_FILES


def test_the_live_journal_is_opened_by_python_in_one_place_only() -> None:
    vault = APP / "storage" / "vault.py"
    assert [called(node) for node in nodes(vault) if called(node) in {"open", "read_bytes"}] == ["open"]


def test_every_module_says_what_it_is_for() -> None:
    silent = [path for path in MODULES if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert [name_of(path) for path in silent] == []


def known_errors() -> set[type[BaseException]]:
    """Every class of error that the app below its window and its command line defines."""
    for found in pkgutil.walk_packages(app.__path__, "app."):
        if not found.name.startswith(ABOVE):
            importlib.import_module(found.name)
    seen: set[type[BaseException]] = set()
    waiting: list[type[BaseException]] = [Exception]
    while waiting:
        below = waiting.pop().__subclasses__()
        waiting += below
        seen |= {kind for kind in below if kind.__module__.startswith("app.")}
    return {kind for kind in seen if not kind.__module__.startswith(ABOVE)}


def test_every_known_error_has_its_sentence_and_a_next_step() -> None:
    silent = known_errors() - set(errors.SAID) - set(errors.BASES) - SAID_ELSEWHERE
    assert {f"{kind.__module__}.{kind.__name__}" for kind in silent if kind.__name__[0] != "_"} == set()


def test_every_reason_to_refuse_a_field_has_its_sentence() -> None:
    assert set(errors.REASONS) == set(Reason)


def test_sentences_are_whole_and_calm() -> None:
    said = [*errors.SAID.values(), *errors.REASONS.values(), errors.UNKNOWN]
    words = [phrase.english for pair in said for phrase in pair]
    assert [one for one in words if one[-1] not in ".?" or "!" in one] == []


def test_every_action_has_a_key_of_its_own() -> None:
    keys = [key for act in actions.ACTS for key in act.keys]
    assert [act.key for act in actions.ACTS if not act.keys] == []
    assert sorted(keys) == sorted(set(keys))


def test_every_icon_that_is_named_is_there() -> None:
    there = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}
    named = [
        (name_of(path), word.value.value)
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.Call)
        for word in node.keywords
        if word.arg == "icon" and isinstance(word.value, ast.Constant) and word.value.value
    ]
    assert named
    assert [(where, icon) for where, icon in named if icon not in there] == []


def test_pages_read_only_what_may_be_in_view() -> None:
    """While someone types for the person nothing private is in view: pages ask the desk, which knows."""
    whole = re.compile(r"journal\.snapshot")
    found = [
        str(path)
        for path in sorted((ROOT / "app" / "ui").rglob("*.py"))
        if whole.search(path.read_text("utf-8")) and path.name not in {"undone.py", "making.py"}
    ]
    assert found == []
