"""Which articles the user means, and each of them read.

``find_sources`` looks at the file system only; ``read`` opens one source, so that sources can be
sent to other processes and read there.
"""

from __future__ import annotations

import io
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from factcheck.document import encoding
from factcheck.document.model import Document
from factcheck.errors import Skipped
from factcheck.userfile.descriptors import irregular, is_descriptor, read_descriptor

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".jsonl")
"""What is taken for an article inside a folder. A file that is named outright may be called anything."""

MAX_BYTES = 20 * 1024 * 1024
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """An article or a file of articles.

    ``data`` holds what cannot be opened again (standard input, a pipe), or a part of a ``.jsonl`` file that begins
    with its line ``first_line``.
    """

    path: str
    data: bytes | None = None
    first_line: int = 1


def find_sources(paths: Sequence[str], *, max_bytes: int = MAX_BYTES) -> tuple[list[Source], list[Skipped]]:
    """The sources behind ``paths`` in a stable order, each once, and what is no source and why.

    Folders are searched to their depth, sorted by name; hidden entries and links that lead back are passed over.
    """
    sources: list[Source] = []
    skipped: list[Skipped] = []
    seen: set[str] = set()
    for path in paths:
        if path == STANDARD_INPUT:
            if STANDARD_INPUT not in seen:
                seen.add(STANDARD_INPUT)
                given = _standard_input(max_bytes)
                if isinstance(given, Source):
                    sources.append(given)
                else:
                    skipped.append(given)
            continue
        if not path:
            skipped.append(Skipped('""', "an empty path"))
            continue
        try:
            mode = Path(path).stat().st_mode
        except (OSError, ValueError) as error:
            skipped.append(Skipped(path, _missing(path, error)))
            continue
        if stat.S_ISDIR(mode):
            below = list(_below(path))
            if not below:
                skipped.append(Skipped(path, f"no articles in this folder ({' '.join(SUFFIXES)})"))
            for found in below:
                if isinstance(found, Skipped):
                    skipped.append(found)
                elif (real := os.path.realpath(found)) not in seen:
                    seen.add(real)
                    sources.append(Source(found))
            continue
        real = os.path.realpath(path)
        if real in seen:
            continue
        seen.add(real)
        if is_descriptor(path) and (stat.S_ISFIFO(mode) or stat.S_ISREG(mode)):
            try:
                sources.append(Source(path, read_descriptor(path, max_bytes + 1)))
            except OSError as error:
                skipped.append(Skipped(path, _trouble(error)))
        elif stat.S_ISREG(mode):
            sources.append(Source(path))
        else:
            skipped.append(Skipped(path, irregular(mode)))
    return sources, skipped


def _standard_input(max_bytes: int) -> Source | Skipped:
    if sys.stdin is None:  # started with "<&-"
        return Skipped(STANDARD_INPUT, "standard input is closed")
    try:
        return Source(STANDARD_INPUT, sys.stdin.buffer.read(max_bytes + 1))
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) else None
        return Skipped(STANDARD_INPUT, f"standard input cannot be read: {said or error}")


def _missing(path: str, error: OSError | ValueError) -> str:
    if isinstance(error, ValueError):
        return "not a path"
    if isinstance(error, FileNotFoundError) and Path(path).is_symlink():
        return "a link that leads nowhere"
    return _trouble(error)


def _trouble(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "no such file or folder"
        case PermissionError():
            return "no permission to read it"
        case IsADirectoryError():
            return "a folder, not a file"
        case _:
            return f"cannot be read: {error.strerror or type(error).__name__}"


def _below(folder: str) -> Iterator[str | Skipped]:
    """The articles in a folder and its folders, depth first, sorted by name."""
    pending: list[tuple[str, frozenset[tuple[int, int]]]] = [(folder, frozenset())]
    while pending:
        path, above = pending.pop()
        if above and not Path(path).is_dir():
            yield path
            continue
        try:
            status = Path(path).stat()
            identity = (status.st_dev, status.st_ino)
            if identity in above:
                continue
            with os.scandir(path) as listing:
                names = sorted(
                    (entry.name for entry in listing if not entry.name.startswith(".") and _wanted(entry)), reverse=True
                )
        except OSError as error:
            yield Skipped(path, _trouble(error))
            continue
        inside = above | {identity}
        pending.extend((f"{path.rstrip('/')}/{name}", inside) for name in names)


def _wanted(entry: os.DirEntry[str]) -> bool:
    try:
        name = PurePath(entry.name.lower())
        # A folder's own README is no article; named on the command line it is read all the same.
        return entry.is_dir() or (name.suffix in SUFFIXES and name.stem != "readme")
    except OSError:
        return False


def read(source: Source, *, max_bytes: int = MAX_BYTES) -> Iterator[Document | Skipped]:
    """The article of a source, or those of a ``.jsonl`` file one by one; Skipped for what cannot be read.

    After an article whose date is stated but cannot be read comes a Skipped that says so. ``max_bytes`` bounds
    an article's file, and a line of a ``.jsonl`` file. Never raises for what stands in a file.
    """
    suffix = PurePath(source.path).suffix.lower()
    try:
        if source.data is not None:
            suffix = suffix if suffix in SUFFIXES else _sniffed(source.data)
            if suffix == ".jsonl":
                yield from _rows(source.path, io.BytesIO(source.data), max_bytes, source.first_line)
            else:
                yield from _article(source.path, source.data, suffix, max_bytes)
            return
        status = Path(source.path).stat()
        if not stat.S_ISREG(status.st_mode):
            yield Skipped(source.path, irregular(status.st_mode))
            return
        if suffix == ".jsonl":
            with Path(source.path).open("rb") as file:
                yield from _rows(source.path, rows_of(file, max_bytes), max_bytes)
            return
        if status.st_size > max_bytes:
            yield Skipped(source.path, _too_large(status.st_size, max_bytes))
            return
        with Path(source.path).open("rb") as file:
            data = file.read(max_bytes + 1)
        if suffix not in SUFFIXES:
            suffix = _sniffed(data)
        if suffix == ".jsonl":
            yield from _rows(source.path, io.BytesIO(data), max_bytes)
        else:
            yield from _article(source.path, data, suffix, max_bytes)
    except (OSError, ValueError) as error:
        yield Skipped(source.path, _missing(source.path, error))


def _rows(path: str, rows: Iterable[bytes], max_bytes: int, first_line: int = 1) -> Iterator[Document | Skipped]:
    from factcheck.document import jsonl

    return jsonl.read(path, rows, max_bytes=max_bytes, first_line=first_line)


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


def _article(path: str, data: bytes, suffix: str, max_bytes: int) -> Iterator[Document | Skipped]:
    found = _document(path, data, suffix, max_bytes)
    yield found
    if isinstance(found, Document):
        yield from (Skipped(path, reason) for reason in found.unread)


def _document(path: str, data: bytes, suffix: str, max_bytes: int) -> Document | Skipped:
    if len(data) > max_bytes:
        return Skipped(path, f"larger than the limit of {max_bytes / 1_048_576:.1f} MB")
    is_page = suffix in (".html", ".htm")
    try:
        text = encoding.decode(data, encoding.declared_charset(data) if is_page else None)
    except encoding.UnreadableError as error:
        return Skipped(path, str(error))
    if not text.strip():
        return Skipped(path, "empty file")
    if is_page:
        from factcheck.document import html

        document = html.read(path, text)
        return document if document is not None else Skipped(path, "no text in this page")
    if suffix in (".md", ".markdown"):
        from factcheck.document import markdown

        return markdown.read(path, text)
    from factcheck.document import plain

    return plain.read(path, text)
