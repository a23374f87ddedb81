"""What tells a finding from others through edits elsewhere: no offsets, no line numbers, no folders."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.findings.model import Location
from factcheck.hashing import blake2b

SIZE = 8
"""Bytes: among a million findings two share a fingerprint with a chance of 1 in 37 million."""


def fingerprint(rule: str, key: Sequence[str], locations: Sequence[Location]) -> str:
    """Hexadecimal BLAKE2b of the rule, the conflict's key, and the two primary quotes with their files' names.

    The file's name without its folder is part of it, so that one slip in two articles is two findings
    and yet an archive may move.
    """
    quotes = sorted({(file_name(place.document), place.quote.casefold()) for place in locations[:2]})
    parts = [rule, *key, *(part for quote in quotes for part in quote)]
    # a length before each part keeps ("ab", "c") and ("a", "bc") apart
    data = b"".join(b"%d:%s" % (len(raw), raw) for raw in (part.encode("utf-8", "surrogatepass") for part in parts))
    return blake2b(data, digest_size=SIZE).hexdigest()


def file_name(document: str) -> str:
    """A document's name without its folders; of a row of a ``.jsonl`` file with the row's own name."""
    path, mark, identifier = document.partition("#")
    return path.replace("\\", "/").rsplit("/", 1)[-1] + mark + identifier
