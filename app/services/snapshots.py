"""From what stands in the file to values: one version to a record, the newest of each to a journal."""

from app.domain.journal import Journal
from app.domain.records.record import Record, RecordId
from app.storage import codec, upcasts
from app.storage.versions import Loaded, Version


def record_of(version: Version) -> Record:
    """Read one version, of whatever shape it was written in. Raises Damaged or NewerFile."""
    return codec.decode(version.kind, upcasts.upcast(version.kind, version.body, version.shape))


def snapshot_of(loaded: Loaded) -> Journal:
    """Read every record's newest version. Raises Damaged or NewerFile."""
    return Journal({RecordId(one.record): record_of(one) for one in loaded.newest})
