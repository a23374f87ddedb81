"""The folding of a text to prose: code point for code point, so that offsets stay what they are.

Typographic quotation marks and apostrophes become ``"`` and ``'``, all manner of spaces one space, the
non-breaking hyphen and the minus sign ``-``. En and em dashes stay: ranges and asides are told by them.
Line ends other than ``\\n`` are folded so that only ``\\n`` ends a line.
"""

from __future__ import annotations

_SINGLE = "‘’‚‛‹›′ʼ＇"
_DOUBLE = "“”„‟«»″＂"
_SPACES = "\t\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u202f\u205f\u3000\u2028\u2029" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROLS = "".join(chr(code) for code in range(0x20) if chr(code) not in "\n\r\t\v\f\x1c\x1d\x1e\x1f") + "\x7f"

_FOLD: dict[int, str] = {
    **dict.fromkeys(map(ord, _SINGLE), "'"),
    **dict.fromkeys(map(ord, _DOUBLE), '"'),
    **dict.fromkeys(map(ord, _SPACES + _INVISIBLE + _CONTROLS), " "),
    ord("\u2010"): "-",
    ord("\u2011"): "-",
    ord("\u2212"): "-",
    ord("\u2012"): "\u2013",
    ord("\u2015"): "\u2014",
}


def fold(text: str) -> str:
    """The prose of ``text``: the same length, typography folded. Line ends become ``\\n`` or `` \\n``."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text.translate(_FOLD)


def blanked(prose: str, spans: list[tuple[int, int]]) -> str:
    """``prose`` with the given spans (sorted, not overlapping) replaced by as many spaces."""
    if not spans:
        return prose
    pieces: list[str] = []
    done = 0
    for start, end in spans:
        pieces.append(prose[done:start])
        pieces.append(" " * (end - start))
        done = end
    pieces.append(prose[done:])
    return "".join(pieces)
