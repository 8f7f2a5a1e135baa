"""The yardstick of the bench draws the same pages."""

from PIL import ImageChops

from tests.report import maya, reading, untagged


def test_untagged_pages_look_the_same() -> None:
    plain, tagged = untagged.render_untagged(maya.document()), reading.made(maya.document())
    for page in range(1, 5):
        difference = ImageChops.difference(reading.picture(plain, page), reading.picture(tagged, page))
        assert difference.getbbox() is None
    assert b"StructTreeRoot" not in plain
