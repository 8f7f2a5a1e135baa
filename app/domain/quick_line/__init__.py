"""From one typed line to a record, and what was understood of it."""

from app.domain.quick_line.dates import WhenRead, day_it_counts_to, read_when
from app.domain.quick_line.echo import Echo, EchoPart, echo
from app.domain.quick_line.grammar import parse
from app.domain.quick_line.speaking import day_words, dose_words, severity_words, when_words
from app.domain.quick_line.understood import (
    Choice,
    Named,
    NameKind,
    Part,
    Role,
    Understood,
    What,
    with_part,
)
from app.domain.quick_line.vocabulary import Vocabulary
from app.domain.quick_line.write_days import readings_of_yesterday
from app.domain.quick_line.writing import choose, records

__all__ = [
    "Choice",
    "Echo",
    "EchoPart",
    "NameKind",
    "Named",
    "Part",
    "Role",
    "Understood",
    "Vocabulary",
    "What",
    "WhenRead",
    "choose",
    "day_it_counts_to",
    "day_words",
    "dose_words",
    "echo",
    "parse",
    "read_when",
    "readings_of_yesterday",
    "records",
    "severity_words",
    "when_words",
    "with_part",
]
