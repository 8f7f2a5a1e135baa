"""What the person set in the little editors stays set while they go on typing."""

from dataclasses import replace

from app.domain.quick_line import Part, Understood, with_part


def carried(before: Understood, plain: Understood, fresh: Understood) -> Understood | None:
    """FRESH with what was set in BEFORE; PLAIN is the line of BEFORE as it reads without that.

    A part stays while the line up to its end is the same, an assumed one while the line only grows.
    *Only for me* stays until the line is empty: it must never be lost by a letter more.
    Gives None where nothing of it is left.
    """
    kept = fresh
    for one, was in zip(before.parts, plain.parts, strict=False):
        there = _same(one, before.text, kept) if one.value != was.value else None
        if there is not None:
            kept = with_part(kept, there, one.value)
    if before.private != plain.private and (before.private or fresh.text.startswith(before.text)):
        kept = replace(kept, private=before.private)
    return kept if kept != fresh else None


def _same(part: Part, text: str, fresh: Understood) -> Part | None:
    """The part of FRESH that stands where PART stood in TEXT."""
    reaches = part.end if part.typed else len(text)
    if fresh.text[:reaches] != text[:reaches]:
        return None
    for one in fresh.parts:
        where = (one.start, one.end) == (part.start, part.end) or not (one.typed or part.typed)
        if where and (one.role, one.of) == (part.role, part.of):
            return one
    return None
