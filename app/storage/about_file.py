"""Facts about the file itself that must travel with it, such as whether its key was checked."""

from app.storage.vault import Vault

KEY_MADE = "recovery key made"
KEY_CHECKED = "recovery key checked"


def fact(vault: Vault, name: str) -> str:
    """Read a fact, or an empty text where there is none."""
    rows = vault.rows("SELECT value FROM about_file WHERE name = ?", (name,))
    return str(rows[0][0]) if rows else ""


def set_fact(vault: Vault, name: str, value: str) -> None:
    """Write a fact; an empty text removes it."""
    vault.run("DELETE FROM about_file WHERE name = ?", (name,))
    if value:
        vault.run("INSERT INTO about_file (name, value) VALUES (?, ?)", (name, value))
