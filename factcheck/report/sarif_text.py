"""How words and addresses are written in SARIF: messages without links or placeholders of their own, and URIs."""

from __future__ import annotations

from urllib.parse import quote

from factcheck.report.safe import for_terminal
from factcheck.vocabulary import Severity

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def message(text: str) -> str:
    """Text that shows as it stands: no placeholder (3.11.5), no embedded link (3.11.6), no control character."""
    return for_terminal(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")


def link(text: str, number: int) -> str:
    """A link from a message to the related location of this number (3.11.6)."""
    shown = message(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return f"[{shown}]({number})"


def uri_of(path: str) -> str:
    """A path with slashes as a URI reference: relative as it was given, absolute as ``file:``; percent-encoded."""
    try:
        raw = path.encode("utf-8", "surrogateescape")  # the bytes of a file name that is not UTF-8
    except UnicodeEncodeError:
        raw = path.encode("utf-8", "replace")
    if path.startswith("/"):
        return "file://" + quote(raw)
    if path[1:3] == ":/":  # a Windows drive
        return f"file:///{path[:2]}" + quote(raw[2:])
    return quote(raw)
