"""Every sentence the app says, read out of its code, as the catalogue that translators start from.

A sentence stands in the code as `say("key", "English")`, `count("key", "one", "many", n)` or, in a table, as
`Phrase("key", "English")` or `Counted("key", "one", "many")`. Its English may be a name that the same
function or the module gives one text. Words of a kind share one key and stand in `vocabularies.py`.
"""

import ast
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from vocabularies import vocabularies

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "resources" / "locale" / "told-once.pot"
_SAYING = {"say": 1, "Phrase": 1, "count": 2, "Counted": 2}
"""What says a sentence, and how many forms of it follow the key."""

_Scope = ast.FunctionDef | ast.Module
_Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A sentence by its key, with its English for one and, where things are counted, for many."""

    key: str
    one: str
    many: str = ""


class NotFound(Exception):  # noqa: N818 (what a translator would say of it)
    """Sentences whose words can't be told from the code that says them, each with its place."""


def sentences(folder: Path = ROOT / "app") -> dict[Sentence, set[str]]:
    """Every sentence under FOLDER, and the files that say it; raises NotFound for one that is not told."""
    found: dict[Sentence, set[str]] = {}
    lost: list[str] = []
    for path in sorted(folder.rglob("*.py")):
        where = path.relative_to(folder.parent).as_posix()
        for call, said in _said_in(path):
            if not said:
                lost.append(f"{where}:{call.lineno}: {ast.unparse(call)}")
            for sentence in said:
                found.setdefault(sentence, set()).add(where)
    if lost:
        raise NotFound("\n".join(lost))
    return found


def _said_in(path: Path) -> Iterator[tuple[ast.Call, tuple[Sentence, ...]]]:
    """Every call in a file that says something, with what it can say; nothing where that can't be told."""
    shared = vocabularies()
    tree = ast.parse(path.read_text("utf-8"))
    for scopes, call in _calls(tree, (tree,)):
        forms = _SAYING.get(getattr(call.func, "attr", getattr(call.func, "id", "")), 0)
        if not forms or len(call.args) <= forms or isinstance(call.args[0], ast.Starred):
            continue  # no sentence, or one that stands in a table
        key, *english = (_texts(part, scopes) for part in call.args[: 1 + forms])
        if len(key) == 1 and key[0] in shared:
            yield call, tuple(Sentence(key[0], text) for text in shared[key[0]])
        elif len(key) == 1 and all(english):
            yield call, tuple(Sentence(key[0], *texts) for texts in zip(*english, strict=True))
        else:
            yield call, ()


def _calls(node: ast.AST, scopes: tuple[_Scope, ...]) -> Iterator[tuple[tuple[_Scope, ...], ast.Call]]:
    """Every call below NODE, with the functions it stands in, the innermost last."""
    for child in ast.iter_child_nodes(node):
        inner = (*scopes, child) if isinstance(child, ast.FunctionDef) else scopes
        if isinstance(child, ast.Call):
            yield inner, child
        yield from _calls(child, inner)


def _texts(node: ast.expr, scopes: tuple[_Scope, ...]) -> _Texts:
    """The texts an expression can be; none where the code doesn't tell."""
    if isinstance(node, ast.Constant):
        return (node.value,) if isinstance(node.value, str) else ()
    if isinstance(node, ast.IfExp):
        return _all(node.body, node.orelse, scopes=scopes)
    return _given(node.id, scopes) if isinstance(node, ast.Name) else ()


def _all(*nodes: ast.expr, scopes: tuple[_Scope, ...]) -> _Texts:
    each = [_texts(node, scopes) for node in nodes]
    return tuple(text for texts in each for text in texts) if all(each) else ()


def _given(name: str, scopes: tuple[_Scope, ...]) -> _Texts:
    """What the innermost function, else the module, gives a name; none if that is no text or nowhere."""
    for scope in reversed(scopes):
        values = [
            statement.value
            for statement in ast.walk(scope)
            if isinstance(statement, ast.Assign)
            and any(isinstance(target, ast.Name) and target.id == name for target in statement.targets)
        ]
        if values:
            return _all(*values, scopes=scopes)
    return ()


def catalogue() -> bytes:
    """The catalogue as a gettext template; the same code makes the same bytes."""
    made = Catalog(project="Told Once")
    for sentence, places in sorted(sentences().items()):
        words = (sentence.one, sentence.many) if sentence.many else sentence.one
        made.add(words, context=sentence.key, locations=[(place, 0) for place in sorted(places)])
    written = io.BytesIO()
    write_po(written, made, width=100, include_lineno=False, omit_header=True)
    return _HEAD.encode() + written.getvalue()


_HEAD = """\
# Every sentence Told Once says, by its key. Made by `python3 packaging/dev.py words`; never edited.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def write() -> None:
    """Write the catalogue where translators find it."""
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_bytes(catalogue())


if __name__ == "__main__":
    write()
