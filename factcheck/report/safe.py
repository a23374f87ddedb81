"""Article text is untrusted: what a terminal or a Markdown page would obey is made visible instead."""

from __future__ import annotations

import re

from factcheck.patterns import regex

# Controls (ESC, CSI, DEL ...), bidirectional overrides and isolates, line separators, tags, lone surrogates.
_OBEYED = "\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\ud800-\\udfff"
_CONTROLS = regex(f"[{_OBEYED}\\U000e0000-\\U000e007f]")
_JSON_CONTROLS = regex("[\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\ud800-\\udfff]")
_MARKS = regex(r"([\\`*_{}\[\]()#+!|~$:-])")
_NUMBERED = regex(r"^(\d+)([.)])")
_NOTHING = "<!-- -->"
# What GitHub links without being asked: mentions, issue numbers, addresses.
_LINKED = regex(r"@|(?<=www)\.|//|\bGH(?=\\?-\d)", re.IGNORECASE)


def for_terminal(text: str) -> str:
    """The text with control and direction characters written out (``\\x1b``, ``\\u202e``)."""
    return _CONTROLS.sub(lambda found: _escaped(found[0]), text)


def for_json(text: str) -> str:
    """JSON with the few characters escaped that JSON allows and a terminal or a page would obey."""
    return _JSON_CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def for_markdown(text: str) -> str:
    """Plain text as inline Markdown that shows exactly it: no markup, no HTML, no mention, no link, one line."""
    text = for_terminal(" ".join(text.split()))
    text = _MARKS.sub(r"\\\1", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _NUMBERED.sub(r"\1\\\2", text)
    text = _LINKED.sub(lambda found: found[0][0] + _NOTHING + found[0][1:], text)
    return re.sub(r"\\#(?=\d)", "\\\\#" + _NOTHING, text)


def _escaped(character: str) -> str:
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
