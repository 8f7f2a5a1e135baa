"""Pages as they are meant to look. `python -m tests.report.goldens` paints them anew; look what changed."""

from pathlib import Path

from PIL import Image

from tests.report import maya, reading

FOLDER = Path(__file__).parent / "golden"
PAGES = {1: "new-clinician-page-1", 2: "treatments-questions-visits", 4: "notes-by-date"}
SCALE = 1.25  # 90 dots per inch


def painted() -> dict[str, Image.Image]:
    """The pages as they look now."""
    data = reading.made(maya.document())
    return {name: reading.picture(data, page, SCALE).convert("RGB") for page, name in PAGES.items()}


def main() -> None:
    """Paint the golden pictures."""
    for name, image in painted().items():
        image.quantize(32).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
