"""A passphrase in a file is taken exactly as it stands on its first line."""

from pathlib import Path

import pytest

from app.services.errors import NoSecret
from app.services.secret_file import read_secret


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (b"four quiet words here\n", "four quiet words here"),
        (b"four quiet words here\r\nand more\r\n", "four quiet words here"),
        (b" blanks stay \n", " blanks stay "),
        ("\ufeffÜber den Wolken".encode(), "Über den Wolken"),
        (b"no line end", "no line end"),
    ],
)
def test_the_first_line_as_it_stands(tmp_path: Path, held: bytes, expected: str) -> None:
    path = tmp_path / "secret"
    path.write_bytes(held)
    assert read_secret(path) == expected


def test_several_lines_where_a_key_has_several(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_bytes(b"ONE\r\nTWO\r\nTHREE\r\n")
    assert read_secret(path, 2) == "ONE\nTWO"


@pytest.mark.parametrize("held", [b"", b"\n", b"\xff\xfe\x00"])
def test_nothing_and_no_text_are_no_secret(tmp_path: Path, held: bytes) -> None:
    path = tmp_path / "secret"
    path.write_bytes(held)
    with pytest.raises(NoSecret):
        read_secret(path)


def test_no_file_and_a_folder_are_no_secret(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(NoSecret):
            read_secret(path)
