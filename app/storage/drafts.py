"""Words being typed: kept in the journal itself, so that a lock or a crash loses nothing."""

from app.storage.vault import Vault


def save_draft(vault: Vault, place: str, body: str, written: str) -> None:
    """Keep what stands in `place` (a name such as `today/line`). `written` is ISO 8601."""
    vault.run(
        "INSERT INTO draft (place, body, written) VALUES (?, ?, ?)"
        " ON CONFLICT (place) DO UPDATE SET body = excluded.body, written = excluded.written",
        (place, body, written),
    )


def drop_draft(vault: Vault, place: str) -> None:
    """Forget what stood in `place`: it has been saved as a record, or thrown away."""
    vault.run("DELETE FROM draft WHERE place = ?", (place,))


def written(vault: Vault) -> dict[str, str]:
    """Read when each draft was last kept (ISO 8601), by its place."""
    return dict(vault.rows("SELECT place, written FROM draft ORDER BY place"))


def drafts(vault: Vault) -> dict[str, str]:
    """Read every draft by its place."""
    return dict(vault.rows("SELECT place, body FROM draft ORDER BY place"))
