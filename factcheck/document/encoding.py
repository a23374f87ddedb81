"""Bytes to text: byte order mark, then UTF-8, then what the file declares, then Windows-1252.

There is no statistical guess. Newsroom files that are neither UTF-8 nor declare an encoding are
Windows-1252 so often that the one fallback is right more often than a detector on a short article.
"""

from __future__ import annotations

import codecs
import re

from factcheck.patterns import regex


class UnreadableError(ValueError):
    """The bytes are no text; the message says why, as a reason to skip the file."""


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = ((b"%PDF-", "a PDF file"), (b"PK\x03\x04", "a ZIP or office file"), (b"{\\rtf", "an RTF file"))
_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]+)"""
    rb"""|<\?xml\b[^>]{0,100}?\bencoding\s*=\s*["']([\w.:-]+)""",
    re.I,
)
_CONTROL = regex(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_NON_ASCII = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
_SNIFFED = 4096


def declared_charset(data: bytes) -> str | None:
    """The charset that an HTML or XML file declares near its start, or None."""
    match = _DECLARED.search(data, 0, _SNIFFED)
    if match is None:
        return None
    return (match.group(1) or match.group(2)).decode("ascii", "replace")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data`` without a byte order mark. Raises UnreadableError for what is no text."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(f"{what}, not text")
    text = _decoded(data, declared)
    controls = sum(1 for _ in _CONTROL.finditer(text, 0, 1 << 16))
    if "\x00" in text or controls > 8 + min(len(text), 1 << 16) // 100:
        raise UnreadableError("binary file")
    # A lone surrogate can come of UTF-16 only; it could not be written to a report.
    return text.encode("utf-8", "replace").decode("utf-8") if _has_surrogate(text) else text


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\x00" in data:
        return _without_mark(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared is not None and (known := _text_codec(declared)) not in (None, "utf-8"):
        try:
            return data.decode(known)
        except (UnicodeDecodeError, ValueError):
            pass
    # A few broken bytes among many good sequences: a damaged UTF-8 file, not another encoding.
    repaired = data.decode("utf-8", "replace")
    if repaired.count("\ufffd") * 10 < len(_NON_ASCII.findall(data)):
        return repaired
    return data.decode("cp1252", "replace")


def _without_mark(data: bytes) -> str:
    """UTF-16 that lacks its mark shows as a zero in every second byte of Western text."""
    sample = data[:2000]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if zeros and zeros.count(0) * 10 > len(zeros) * 7:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                break
    raise UnreadableError("binary file")


def _text_codec(name: str) -> str | None:
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    # Codecs such as base64 or zip turn bytes into bytes; only text encodings will do.
    return info.name if getattr(info, "_is_text_encoding", True) else None


def _has_surrogate(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False
