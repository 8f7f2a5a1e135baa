"""Every screen looks as it did when its picture was kept: `python3 packaging/dev.py pictures --keep`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.e2e.desktop import ROOT
from tests.ui import kept_pictures

_MAY_DIFFER = 20  # of 468: the message of the screen before may stay or be gone; a change of looks is in many
_LONG = 900  # seconds, on a machine that does much else


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture of every screen, taken now in a process of its own."""
    folder = tmp_path_factory.mktemp("pictures")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-m", "tests.ui.pictures", str(folder)]
    done = subprocess.run(
        words, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=_LONG, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.timeout(_LONG)
def test_every_screen_has_its_kept_picture(taken: Path) -> None:
    """A new screen is looked at and kept; one that is gone goes from the kept ones too."""
    now = {path.name for path in taken.glob("*.png")}
    assert now == {path.name for path in kept_pictures.FOLDER.glob("*.png")}


@pytest.mark.timeout(_LONG)
def test_every_screen_looks_as_it_was_kept(taken: Path) -> None:
    """The names and shares of those that differ; after a look at them, `dev.py pictures --keep`."""
    differing = {
        path.name: round(kept_pictures.share_that_differs(path), 4)
        for path in sorted(taken.glob("*.png"))
        if not path.name.startswith(kept_pictures.UNSETTLED) and kept_pictures.differs(path)
    }
    assert len(differing) <= _MAY_DIFFER, differing


def test_a_word_that_vanished_is_seen(tmp_path: Path) -> None:
    """What is compared is small and coarse, and still notices one short line of text gone."""
    name = "today-day.png"
    smaller = kept_pictures.SMALLER
    with Image.open(kept_pictures.FOLDER / name) as kept:
        whole = kept.convert("RGB").resize((kept.width * smaller, kept.height * smaller))
    whole.save(tmp_path / name)
    assert not kept_pictures.differs(tmp_path / name)
    ImageDraw.Draw(whole).rectangle((1060, 120, 1320, 140), fill=whole.getpixel((1050, 700)))
    whole.save(tmp_path / name)
    assert kept_pictures.differs(tmp_path / name)
