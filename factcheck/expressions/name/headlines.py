"""Names in headlines, where capitals do not part a name from the words around it."""

from __future__ import annotations

from factcheck.expressions.name.cast import Cast, Referent
from factcheck.expressions.spelling import fold


def find_in_headlines(cast: Cast) -> None:
    """Find known people and bodies inside runs of capitals that headlines make: "Hire Maurice Cheeks"."""
    for index, chunk in enumerate(cast.chunks):
        if not chunk.shouted or index in cast.of:
            continue
        parts = [fold(part) for part in chunk.parts]
        count = len(parts)
        for size in range(min(4, count), 0, -1):
            hit = next(
                (at for at in range(count - size + 1) if _known(cast, " ".join(parts[at : at + size])) is not None),
                None,
            )
            if hit is None:
                continue
            key = " ".join(parts[hit : hit + size])
            referent = _known(cast, key)
            if referent is not None:
                chunk.parts, chunk.key = chunk.parts[hit : hit + size], key
                chunk.start, chunk.end = chunk.tokens[hit].start, chunk.tokens[hit + size - 1].end
                chunk.role = None
                cast.tie(index, referent)
            break


def _known(cast: Cast, key: str) -> Referent | None:
    people = cast.by_surname.get(key, ())
    if len(people) == 1:
        return people[0]
    return cast.by_key.get(key)
