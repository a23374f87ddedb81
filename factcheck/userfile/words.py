"""Suggestions for misspelt names."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``"; did you mean 'x'?"`` for the nearest known word, else the list of them where it is short, else ``""``."""
    import difflib

    names = sorted(known)
    folded = {name.casefold().replace("_", "-"): name for name in names}
    close = difflib.get_close_matches(word.casefold().replace("_", "-"), folded, n=1, cutoff=0.6)
    if close:
        return f"; did you mean '{folded[close[0]]}'?"
    return f"; known are {', '.join(names)}" if 0 < len(names) <= 40 else ""
