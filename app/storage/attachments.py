"""Files and photos kept inside the journal. Their bytes stay out of the snapshot."""

from dataclasses import dataclass, field

from app.domain.records.record import LARGEST_ATTACHMENT
from app.storage.errors import Damaged, TooLarge
from app.storage.seals import seal_attachment
from app.storage.vault import Vault

LIMIT_BYTES = LARGEST_ATTACHMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAttachment:
    """A file about to be kept. `id` is what a record names it by."""

    id: str
    name: str
    media_type: str
    data: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse what is over the limit."""
        if len(self.data) > LIMIT_BYTES:
            raise TooLarge(len(self.data), LIMIT_BYTES)


def insert_attachment(vault: Vault, change: int, new: NewAttachment) -> bytes:
    """Write one attachment within a change (see `versions.append`); give its seal."""
    seal = seal_attachment(new.id, new.name, new.media_type, new.data)
    vault.run(
        "INSERT INTO attachment (id, change, name, media_type, seal, bytes) VALUES (?, ?, ?, ?, ?, ?)",
        (new.id, change, new.name, new.media_type, seal, new.data),
    )
    return seal


def read_attachment(vault: Vault, identity: str) -> NewAttachment | None:
    """Read one attachment after checking its seal, or None where there is none."""
    rows = vault.rows(
        "SELECT id, name, media_type, bytes, seal FROM attachment WHERE id = ?",
        (identity,),
    )
    if not rows:
        return None
    identity, name, media_type, data, seal = rows[0]
    if seal_attachment(identity, name, media_type, data) != seal:
        raise Damaged("attachment seal")
    return NewAttachment(id=identity, name=name, media_type=media_type, data=data)


def attachment_ids(vault: Vault) -> tuple[str, ...]:
    """Read which attachments there are."""
    return tuple(row[0] for row in vault.rows("SELECT id FROM attachment ORDER BY id"))


def check_attachments(vault: Vault) -> int:
    """Check every attachment's seal; give how many there are."""
    found = attachment_ids(vault)
    for identity in found:
        read_attachment(vault, identity)
    return len(found)
