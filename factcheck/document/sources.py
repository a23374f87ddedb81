"""Which articles the user means: paths, folders, standard input, pipes. Looks at the file system only."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.errors import Skipped
from factcheck.records import dataclass
from factcheck.userfile.descriptors import irregular, is_descriptor, read_descriptor

ARTICLES = (".txt", ".md", ".markdown", ".html", ".htm")
COLLECTIONS = (".jsonl", ".jsonl.gz", ".warc", ".warc.gz", ".parquet")
"""Files of many articles, which are read piece by piece."""
SUFFIXES = (*ARTICLES, *COLLECTIONS)
"""What is taken for an article inside a folder. A file that is named outright may be called anything."""

MAX_BYTES = 20 * 1024 * 1024
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """An article or a file of articles.

    ``data`` holds what cannot be opened again (standard input, a pipe), or a piece of a file of many articles. Such a
    piece says in ``kind`` how it is to be read, an ending of :data:`SUFFIXES`: lines of JSON that begin with the file's
    line (or row) ``first_line``, or one page of a web archive, whose ``address`` and ``charset`` are those of the
    record and which ``path`` names. ``problem`` stands for what could not be read at this point of the file. Where a
    piece is ``in_lines``, each line of it is an article that can be read alone.
    """

    path: str
    data: bytes | None = None
    first_line: int = 1
    kind: str | None = None
    address: str | None = None
    charset: str | None = None
    problem: Skipped | None = None
    in_lines: bool = False

    @property
    def format(self) -> str:
        """The ending that tells how it is to be read; "" where only the content can tell."""
        return self.kind or suffix_of(self.path)


def suffix_of(path: str) -> str:
    """The ending of a file's name that is one of :data:`SUFFIXES`, or ""."""
    name = path.lower()
    return next((suffix for suffix in SUFFIXES if name.endswith(suffix)), "")


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
            skipped.append(Skipped(path, missing(path, error)))
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
                skipped.append(Skipped(path, trouble(error)))
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


def missing(path: str, error: OSError | ValueError) -> str:
    """Why a path cannot be opened."""
    if isinstance(error, ValueError):
        return "not a path"
    if isinstance(error, FileNotFoundError) and Path(path).is_symlink():
        return "a link that leads nowhere"
    return trouble(error)


def trouble(error: OSError) -> str:
    """What is wrong with a file, as a reason to skip it."""
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
            yield Skipped(path, trouble(error))
            continue
        inside = above | {identity}
        pending.extend((f"{path.rstrip('/')}/{name}", inside) for name in names)


def _wanted(entry: os.DirEntry[str]) -> bool:
    try:
        suffix = suffix_of(entry.name)
        # A folder's own README is no article; named on the command line it is read all the same.
        return entry.is_dir() or (suffix != "" and entry.name.lower() != f"readme{suffix}")
    except OSError:
        return False
