"""Time zones as newsrooms print them, in minutes east of UTC."""

from __future__ import annotations

from factcheck.patterns import regex

# None: more than one zone goes by that name (Irish, Indian and Israeli IST; Atlantic and Arabian AST),
# or the offset depends on the season. CST and PST are taken for the American ones, as in the news they are.
_OFFSETS: dict[str, int | None] = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "CEST": 120, "MEZ": 60, "MESZ": 120,
    "EET": 120, "EEST": 180, "MSK": 180, "TRT": 180, "SAST": 120, "CAT": 120, "EAT": 180, "WAT": 60, "PKT": 300,
    "NPT": 345, "ICT": 420, "WIB": 420, "SGT": 480, "HKT": 480, "PHT": 480, "AWST": 480, "KST": 540, "JST": 540,
    "ACST": 570, "ACDT": 630, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "EST": -300, "EDT": -240,
    "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480,
    "HST": -600, "BRT": -180, "ART": -180, "CLT": -240, "GST": 240, "IRST": 210,
    "IST": None, "AST": None, "ET": None, "CT": None, "MT": None, "PT": None,
}  # fmt: skip
MONTH_FIRST = frozenset("EST EDT CST CDT MST MDT PST PDT AKST AKDT HST ET CT MT PT".split())
"""Zones whose newspapers write the month before the day in numbers."""

PATTERN = (
    r"(?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?\d{2})?(?!\d)|[+-]\d{2}:?\d{2}(?!\d)|(?-i:(?:\b|(?<=\d))(?:"
    + "|".join(sorted(_OFFSETS, key=len, reverse=True))
    + r")\b)"
)
_NUMERIC = regex(r"([+-])\s?(\d{1,2}):?(\d{2})?$")


def offset(name: str) -> int | None:
    """Minutes east of UTC of a zone such as ``KST``, ``GMT+8``, ``+06:00``; None where it is not certain."""
    match = _NUMERIC.search(name)
    if match is not None:
        minutes = int(match.group(2)) * 60 + int(match.group(3) or 0)
        return None if minutes > 14 * 60 else minutes if match.group(1) == "+" else -minutes
    return _OFFSETS.get(name.upper())
