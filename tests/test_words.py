"""What the app says to a person: one sentence for one key, in the words of the interface."""

import ast
import re
from collections import defaultdict
from pathlib import Path

APP = Path(__file__).parent.parent / "app"
# interface.md 10: what is never said, and what the app never does
NEVER_SAID = (
    *("failed", "failure", "oops", "fatal", "invalid", "credentials"),
    *("overdue", "non-compliant", "compliance", "adherence", "outstanding", "correlation", "caused by"),
    *("simply", "great job", "well done", "streak", "provider", "HCP", "OTC", "discontinued"),
)
ARGUMENTS = {"say": slice(1, 2), "count": slice(1, 3)}


def sentences() -> list[tuple[str, str, tuple[str, ...]]]:
    """Every sentence in the code: where it stands, its key, and its English forms."""
    return [
        (f"{path.relative_to(APP)}:{node.lineno}", key.value, english)
        for path in sorted(APP.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and len(node.args) > 1
        if isinstance(key := node.args[0], ast.Constant) and isinstance(key.value, str)
        if (english := english_of(node))
    ]


def english_of(call: ast.Call) -> tuple[str, ...]:
    """The English of a call to `say` or `count`; empty for other calls and for words made elsewhere."""
    wanted = ARGUMENTS.get(getattr(call.func, "attr", getattr(call.func, "id", "")))
    found = call.args[wanted] if wanted else []
    texts = [one.value for one in found if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return tuple(texts) if len(texts) == len(found) else ()


def test_there_are_sentences_to_look_at() -> None:
    assert len(sentences()) > 100


def test_a_key_stands_for_one_sentence() -> None:
    said: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for _, key, english in sentences():
        said[key].add(english)
    assert {key: forms for key, forms in said.items() if len(forms) > 1} == {}


def test_nothing_is_said_that_blames_cheers_or_talks_down() -> None:
    never = re.compile("|".join(rf"\b{re.escape(words)}\b" for words in NEVER_SAID), re.IGNORECASE)
    found = [
        (where, text)
        for where, _, forms in sentences()
        for text in forms
        if never.search(text) or "!" in text
    ]
    assert found == []
