"""The same document gives the same bytes, anywhere, any time."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from app.domain.derived.document import Block
from tests.report import maya, reading

ROOT = Path(__file__).parents[2]
PRINT_SUM = """
import hashlib
from tests.report import maya, reading
print(hashlib.sha256(reading.made(maya.document())).hexdigest())
"""


def sum_elsewhere(zone: str, seed: str) -> str:
    """The sum of the file as another process makes it."""
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C"}
    asked = [sys.executable, "-c", PRINT_SUM]
    found = subprocess.run(asked, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return found.stdout.strip()


def test_two_processes_in_two_time_zones_make_the_same_file() -> None:
    here = hashlib.sha256(reading.made(maya.document())).hexdigest()
    assert sum_elsewhere("Pacific/Auckland", "1") == here
    assert sum_elsewhere("America/Los_Angeles", "2") == here


def test_what_was_drawn_before_makes_no_difference() -> None:
    first = reading.made(maya.document())
    reading.made(reading.with_notes(maya.text("Ж ≥ 😩 something else")))
    assert reading.made(maya.document()) == first


def test_a_front_that_is_not_drawn_leaves_no_trace() -> None:
    front = maya.front()
    kept_back = Block(heading="Secret heading", lines=(maya.text("zyxwvut " * 3000),))
    document = replace(maya.document(), fronts=(replace(front, parts=(*front.parts, kept_back)), front))
    data = reading.made(document)
    assert data == reading.made(maya.document())
    assert b"zyxwvut" not in reading.decompressed(data)


def test_the_file_says_nothing_of_the_machine() -> None:
    plain = reading.decompressed(reading.made(maya.document()))
    for word in (str(ROOT), os.path.expanduser("~"), "ReportLab", "pikepdf", "reportlab"):  # noqa: PTH111 (as text)
        assert word.encode() not in plain
