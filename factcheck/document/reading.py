"""One source read to its articles, so that sources can be sent to other processes and read there."""

from __future__ import annotations

import io
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from factcheck.document import encoding
from factcheck.document.model import Document
from factcheck.document.sources import COLLECTIONS, MAX_BYTES, Source, missing
from factcheck.errors import Skipped
from factcheck.records import replace
from factcheck.userfile.descriptors import irregular


def read(source: Source, *, max_bytes: int = MAX_BYTES) -> Iterator[Document | Skipped]:
    """The article of a source, or those of a file of many articles one by one; Skipped for what cannot be read.

    After an article whose date is stated but cannot be read comes a Skipped that says so. ``max_bytes`` bounds
    an article's file, a page of a web archive, and a line of JSON. Never raises for what stands in a file.
    """
    if source.problem is not None:
        yield source.problem
        return
    if source.data is None and source.format in COLLECTIONS:
        from factcheck.document.splitting import split

        for piece in split(source, max_bytes=max_bytes):
            yield from read(piece, max_bytes=max_bytes)
        return
    opened = with_data(source, max_bytes=max_bytes)
    if isinstance(opened, Skipped):
        yield opened
        return
    data = opened.data or b""
    form = opened.format or _sniffed(data)
    try:
        if form in COLLECTIONS:
            yield from _rows(opened, form, io.BytesIO(data), max_bytes)
        else:
            yield from _article(opened, data, form, max_bytes)
    except (OSError, ValueError) as error:
        yield Skipped(source.path, missing(source.path, error))


def with_data(source: Source, *, max_bytes: int = MAX_BYTES) -> Source | Skipped:
    """The source with its file's content; Skipped where that cannot be had or is larger than ``max_bytes``."""
    if source.data is not None:
        return source
    try:
        path = Path(source.path)
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Skipped(source.path, irregular(status.st_mode))
        if status.st_size > max_bytes:
            return Skipped(source.path, _too_large(status.st_size, max_bytes))
        with path.open("rb") as file:
            return replace(source, data=file.read(max_bytes + 1))
    except (OSError, ValueError) as error:
        return Skipped(source.path, missing(source.path, error))


def _rows(source: Source, form: str, rows: Iterable[bytes], max_bytes: int) -> Iterator[Document | Skipped]:
    from factcheck.document import jsonl

    in_table = form == ".parquet"
    return jsonl.read(source.path, rows, max_bytes=max_bytes, first_line=source.first_line, in_table=in_table)


def rows_of(file: BinaryIO, max_bytes: int) -> Iterator[bytes]:
    """The lines of a file; of one longer than ``max_bytes`` only so much that it shows."""
    while row := file.readline(max_bytes + 2):
        yield row
        while len(row) == max_bytes + 2 and not row.endswith(b"\n"):
            row = file.readline(max_bytes + 2)


def _too_large(size: int, max_bytes: int) -> str:
    return f"{size / 1_048_576:.1f} MB, larger than the limit of {max_bytes / 1_048_576:.1f} MB"


_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)
_OBJECT = re.compile(rb'\s*\{\s*"')


def _sniffed(data: bytes) -> str:
    """The format of a file whose name does not tell it."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if _PAGE.match(start):
        return ".html"
    if _OBJECT.match(start) and b'"text"' in data[:1_000_000]:
        return ".jsonl"
    return ".md" if start.startswith((b"---\n", b"---\r\n", b"# ")) else ".txt"


def _article(source: Source, data: bytes, form: str, max_bytes: int) -> Iterator[Document | Skipped]:
    found = _document(source, data, form, max_bytes)
    yield found
    if isinstance(found, Document):
        yield from (Skipped(source.path, reason) for reason in found.unread)


def _document(source: Source, data: bytes, form: str, max_bytes: int) -> Document | Skipped:
    path = source.path
    if len(data) > max_bytes:
        return Skipped(path, f"larger than the limit of {max_bytes / 1_048_576:.1f} MB")
    is_page = form in (".html", ".htm")
    try:
        text = encoding.decode(data, (source.charset or encoding.declared_charset(data)) if is_page else None)
    except encoding.UnreadableError as error:
        return Skipped(path, str(error))
    if not text.strip():
        return Skipped(path, "empty file")
    if is_page:
        from factcheck.document import html

        document = html.read(path, text, address=source.address)
        return document if document is not None else Skipped(path, "no text in this page")
    if form in (".md", ".markdown"):
        from factcheck.document import markdown

        return markdown.read(path, text)
    from factcheck.document import plain

    return plain.read(path, text)
