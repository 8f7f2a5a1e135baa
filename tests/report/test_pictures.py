"""Pages look as they did when somebody last looked at them beside the designs."""

from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from tests.report import goldens

ALLOWED = 1.2  # of 255, in the mean: another version of the renderer smooths edges otherwise
MOVED = 2.0  # what a text moved by one and a half points makes; it must be told


def difference(one: Image.Image, other: Image.Image) -> float:
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


def test_pages_look_as_they_did(tmp_path: Path) -> None:
    told = {}
    for name, image in goldens.painted().items():
        golden = Image.open(goldens.FOLDER / f"{name}.png").convert("RGB")
        assert golden.size == image.size
        told[name] = difference(golden, image)
        ImageChops.difference(golden, image).save(tmp_path / f"{name}-difference.png")
    assert {name: how for name, how in told.items() if how > ALLOWED} == {}, f"see {tmp_path}"


def test_a_moved_page_is_told() -> None:
    for image in goldens.painted().values():
        moved = Image.new("RGB", image.size, "white")
        moved.paste(image, (0, 2))
        assert difference(image, moved) > MOVED


def test_greyscale_keeps_every_shape() -> None:
    """Nothing is told by hue alone: what differs from white in colour does so in grey."""
    for image in goldens.painted().values():
        grey = image.convert("L")
        coloured = ImageChops.difference(image, Image.new("RGB", image.size, "white")).convert("L")
        faint = [1 for g, c in zip(grey.tobytes(), coloured.tobytes(), strict=True) if c > 60 and g > 215]
        assert len(faint) == 0
