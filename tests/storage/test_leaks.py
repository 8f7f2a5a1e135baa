"""No word of the person's in any file but the one they asked for."""

from datetime import date
from pathlib import Path

from app.storage import backups, rekey, versions
from app.storage.attachments import NewAttachment
from app.storage.drafts import save_draft
from app.storage.versions import append
from tests.storage.cheap import AT, PASSPHRASE, body, new_key, new_vault
from tests.storage.dying import NEVER, Say, die_in

MARKER = "kestrelmarker"


def words_in(folder: Path) -> list[str]:
    """Search every file under a folder for the marker, as text of one or two bytes a letter."""
    wanted = (MARKER.encode(), MARKER.encode("utf-16-le"), PASSPHRASE.encode())
    return [
        path.name
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(word in path.read_bytes() for word in wanted)
    ]


def test_nothing_is_ever_written_in_clear(tmp_path: Path) -> None:
    path = tmp_path / f"{MARKER[:3]}.toldonce"

    def living(say: Say) -> None:
        held = new_vault(path)
        with held.transaction():
            append(
                held,
                at=AT,
                what=MARKER,
                bodies=[body(MARKER, f"{MARKER} " * 2000)],
                attachments=[
                    NewAttachment(id="a", name=MARKER, media_type="t", data=MARKER.encode() * 9000),
                ],
            )
        save_draft(held, "place", MARKER, AT)
        held.rows("SELECT body FROM version ORDER BY body || 'x'")
        backups.make(held, tmp_path / "backups", date(2026, 5, 12))
        rekey.rekey(held, new_key("another one"))
        with held.transaction():
            versions.forget(held, [MARKER], at=AT, what="x")
        versions.compact(held)
        held.run("PRAGMA cache_size = 5")
        with held.transaction():
            append(held, at=AT, what="x", bodies=[body("b", MARKER * 20_000)])
            say("in the middle" if words_in(tmp_path) == [] else "in clear")
        say("done" if words_in(tmp_path) == [] else "in clear")
        held.close()

    assert die_in(living, NEVER) == ["in the middle", "done"]
    assert words_in(tmp_path) == []
    assert len(list(tmp_path.rglob("*.toldonce"))) == 2


def test_the_search_itself_would_find_it(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text(f"here is {MARKER}")
    assert words_in(tmp_path) == ["plain"]
