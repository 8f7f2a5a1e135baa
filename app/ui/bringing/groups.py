"""How suggestions are kept or left together: by their kind, and numbers of a body each by its name."""

from collections.abc import Sequence

from app.domain.records import Measurement, Record
from app.i18n import Words
from app.ui.bringing.describing import kind_name

_MOST_NAMES = 24
Groups = dict[str, list[Record]]


def groups_of(records: Sequence[Record]) -> Groups:
    """The suggestions by the key of their group, in the order they come."""
    names = {record.name for record in records if isinstance(record, Measurement)}
    by_name = 1 < len(names) <= _MOST_NAMES
    groups: Groups = {}
    for record in records:
        own = isinstance(record, Measurement) and by_name
        key = f"{record.KIND}: {getattr(record, 'name', '')}" if own else record.KIND
        groups.setdefault(key, []).append(record)
    return groups


def group_name(key: str, words: Words) -> str:
    """What a group is called: its kind, or the name of what was measured."""
    kind, _, name = key.partition(": ")
    return name or kind_name(kind, words)
