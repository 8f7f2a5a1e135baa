"""Small pictures of every screen that are kept, and how a new one is compared with its kept one.

A third of the size and 255 colours: enough to see what moved, vanished or changed colour, and little to keep.
"""

from pathlib import Path

from PIL import Image, ImageChops

FOLDER = Path(__file__).parent / "kept"
_COLOURS = 255
SMALLER = 3
_BLOCK = 4  # px of the small picture: letters drawn a little otherwise are even in it
_NEAR = 8  # of 255, how far the mean of a block may be away
RANDOM = {"first-run-recovery": 0.1, "first-run-computer": 0.01}
"""Screens with something new each time, a key or the name of a folder, and how much of them may differ."""

UNSETTLED = ("keep-safe-trash", "share-password", "timeline-life", "typing-")
"""Screens with a message, random words, or work that may still go on: taken and kept, not compared."""

MOST = 0.004  # the share of blocks that may be further away in a picture that still counts as the same


def small(path: Path) -> Image.Image:
    """A picture at a third of its size."""
    with Image.open(path) as whole:
        picture = whole.convert("RGB")
    return picture.resize((picture.width // SMALLER, picture.height // SMALLER), Image.Resampling.BOX)


def keep(folder: Path) -> None:
    """Make the kept pictures anew from those in `folder`; one whose screen is gone goes too."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for path in sorted(folder.glob("*.png")):
        few = small(path).quantize(_COLOURS, dither=Image.Dither.NONE)
        few.save(FOLDER / path.name, optimize=True)


def share_that_differs(path: Path) -> float:
    """How much of a picture differs from its kept one, 0 to 1; 1 where the sizes differ."""
    now = small(path)
    with Image.open(FOLDER / path.name) as kept:
        before = kept.convert("RGB")
    if now.size != before.size:
        return 1.0
    blocks = (max(1, now.width // _BLOCK), max(1, now.height // _BLOCK))
    means = ImageChops.difference(
        now.resize(blocks, Image.Resampling.BOX), before.resize(blocks, Image.Resampling.BOX)
    )
    red, green, blue = (channel.point(_is_far) for channel in means.split())
    far = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()[255]
    return far / (blocks[0] * blocks[1])


def differs(path: Path) -> bool:
    """Whether a picture is no longer like its kept one."""
    most = next((share for name, share in RANDOM.items() if path.name.startswith(name)), MOST)
    return share_that_differs(path) > most


def _is_far(difference: int) -> int:
    return 255 if difference > _NEAR else 0
