"""The recovery key: the file key and the file's number as six lines to print and type back.

Each line is 15 characters of Crockford's base32 (no O, I, L or U): 13 that say something and two
that check the 13 and the line's own place. Lines 1 to 4 are the key, lines 5 and 6 the number.
"""

from app.storage.errors import MistypedRecoveryKey, NewerFile, RecoveryKeyLength
from app.storage.keys import KEY_BYTES, NUMBER_BYTES, FileKey

LINES = 6
LINE_CHARACTERS = 15
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_FORGIVEN = str.maketrans("OILU", "011V")
_VALUES = 13
_KEY_LINES = 4
_GROUP = 5
_VERSION = 1  # the bits above the key and above the number


def lines_of(key: FileKey) -> tuple[str, ...]:
    """Write the recovery key as six lines of three groups of five."""
    secret = _digits(int.from_bytes(key.secret, "big") | _VERSION << 8 * KEY_BYTES, _KEY_LINES)
    number = int.from_bytes(key.number, "big") | _VERSION << 8 * NUMBER_BYTES
    values = secret + _digits(number, LINES - _KEY_LINES)
    return tuple(_written(line, values[line * _VALUES : (line + 1) * _VALUES]) for line in range(LINES))


def read(text: str) -> FileKey:
    """Read a recovery key as typed or pasted: any case, any spaces or dashes, O I L U forgiven.

    Raises MistypedRecoveryKey (which lines), RecoveryKeyLength or NewerFile.
    """
    lines = _six_lines(text)
    wrong = tuple(place + 1 for place, line in enumerate(lines) if not _is_right(place, line))
    if wrong:
        raise MistypedRecoveryKey(wrong)
    values = [_ALPHABET.index(character) for line in lines for character in line[:_VALUES]]
    secret = _joined(values[: _KEY_LINES * _VALUES], KEY_BYTES)
    number = _joined(values[_KEY_LINES * _VALUES :], NUMBER_BYTES)
    return FileKey(bytearray(secret), number)


def is_line(key: FileKey, line: int, typed: str) -> bool:
    """Say whether `typed` is line `line` (1 to 6) of this key's recovery key."""
    return _characters(typed) == _characters(lines_of(key)[line - 1])


def _digits(value: int, lines: int) -> list[int]:
    count = lines * _VALUES
    return [value >> 5 * (count - 1 - place) & 31 for place in range(count)]


def _joined(values: list[int], size: int) -> bytes:
    whole = 0
    for value in values:
        whole = whole << 5 | value
    if whole >> 8 * size != _VERSION:
        raise NewerFile
    return (whole & ((1 << 8 * size) - 1)).to_bytes(size, "big")


def _check(line: int, values: list[int]) -> int:
    """Weigh each character by its place. 1021 is prime: one wrong or two swapped always show."""
    weighed = sum((7 + 31 * place) * value for place, value in enumerate(values))
    return (weighed + 13 * line + 5) % 1021


def _written(line: int, values: list[int]) -> str:
    check = _check(line, values)
    text = "".join(_ALPHABET[value] for value in (*values, check >> 5, check & 31))
    return "-".join(text[at : at + _GROUP] for at in range(0, LINE_CHARACTERS, _GROUP))


def _characters(text: str) -> str:
    forgiven = text.upper().translate(_FORGIVEN)
    return "".join(character for character in forgiven if character in _ALPHABET)


def _six_lines(text: str) -> list[str]:
    """Cut what came into six lines: by its own line ends where it has six, else by counting."""
    written = [line for line in map(_characters, text.splitlines()) if line]
    if len(written) == LINES:
        return [_without_its_number(place, line) for place, line in enumerate(written)]
    run = _characters(text)
    if len(run) != LINES * LINE_CHARACTERS:
        raise RecoveryKeyLength(len(run))
    return [run[at : at + LINE_CHARACTERS] for at in range(0, len(run), LINE_CHARACTERS)]


def _without_its_number(place: int, line: str) -> str:
    if len(line) == LINE_CHARACTERS + 1 and line[0] == str(place + 1):
        return line[1:]
    return line


def _is_right(place: int, line: str) -> bool:
    if len(line) != LINE_CHARACTERS:
        return False
    values = [_ALPHABET.index(character) for character in line]
    return _check(place, values[:_VALUES]) == values[-2] << 5 | values[-1]
