"""Articles in JSON lines: one object a line with ``id`` and ``text``; the rows of a table come as such lines, too.

Positions lead into the file: the line, and the column inside the string literal of ``text``, with
its escapes counted as they are written.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from factcheck.document import encoding, plain, published, stamps
from factcheck.document.model import Document, SourceMap
from factcheck.document.published import Stated
from factcheck.errors import Skipped
from factcheck.patterns import regex

_SPACE = regex(r"[ \t\r\n]*")
_ESCAPE = regex(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")
_SURROGATE = regex("[\ud800-\udfff]")
_ENOUGH = 10
_PLAINLY = {
    "Invalid control character": "a control character in a string (a line break is written \\n, a tab \\t)",
    "Unterminated string": "a string that begins here does not end",
    "Invalid \\escape": "a backslash that begins no escape (a backslash itself is written \\\\)",
    "Invalid \\uXXXX escape": "\\u without four hexadecimal digits",
    "Expecting value": "a value is missing",
}
_DECODER = json.JSONDecoder()


class _BrokenError(ValueError):
    """The line is no article; the message says what is wrong."""


class _ForeignError(_BrokenError):
    """The line does not even look like JSON; many of them are a file of another kind."""


def read(
    path: str, rows: Iterable[bytes], *, max_bytes: int, first_line: int = 1, in_table: bool = False
) -> Iterator[Document | Skipped]:
    """The articles of a ``.jsonl`` file, lazily; a line that is none comes back as Skipped ``PATH:LINE``.

    So does a publication date that cannot be read, after its article. A file of another kind is told once.
    ``first_line`` is the number of the first of ``rows`` where they are a later part of a file known to be of JSON
    lines; an id of an earlier part is not known here. The lines of a table (``in_table``) stand in no file: their
    number is that of the row, and positions lead into the text alone.
    """
    seen: dict[str, int] = {}
    foreign: list[Skipped] = []  # the first lines, as long as none is JSON
    is_json = first_line > 1
    first = b"{" if is_json else b""
    for number, row in enumerate(rows, first_line):
        if number == 1:
            row = row.removeprefix(codecs.BOM_UTF8)
        if not row.strip():
            continue
        if not first and row.strip() in (b"[", b"{"):
            yield Skipped(path, "JSON that is spread over several lines; here each article is one object on one line")
            return
        first = first or row
        found: list[Document | Skipped]
        try:
            if len(row) > max_bytes:
                raise _BrokenError(f"longer than {max_bytes:,} bytes")
            article = _article(path, row, number, in_table)
            key = article.name[len(path) + 1 :]
            if key in seen:
                where = f"in row {seen[key]}" if in_table else f"on line {seen[key]}"
                raise _BrokenError(f'the id "{key}" stands {where} already')
            seen[key] = number
            found = [article, *(Skipped(f"{path}:{number}", reason) for reason in article.unread)]
        except _BrokenError as error:
            skipped = Skipped(f"{path}:{number}", str(error))
            found = [skipped]
            if isinstance(error, _ForeignError) and not is_json:
                foreign.append(skipped)
                if len(foreign) == _ENOUGH:
                    break
                continue
        is_json = True
        yield from foreign
        foreign = []
        yield from found
    if len(foreign) > 1:
        yield Skipped(path, _kind(first))
    else:
        yield from foreign
    if not first:
        yield Skipped(path, "empty file")


def _kind(row: bytes) -> str:
    """What to say of a file that begins with this line and is no file of JSON lines."""
    try:
        encoding.decode(row)
    except encoding.UnreadableError as error:
        return str(error)
    return "not a file with a JSON object on each line, in UTF-8"


def _article(path: str, row: bytes, number: int, in_table: bool) -> Document:
    try:
        line = row.decode("utf-8")
    except UnicodeDecodeError:
        raise _ForeignError("not UTF-8") from None
    values, literal = _fields(line)
    text, key = values.get("text"), values.get("id")
    if isinstance(key, bool) or not isinstance(key, (str, int)) or key == "":
        raise _BrokenError('no "id" (a string or a whole number)')
    if not isinstance(text, str) or not text.strip():
        raise _BrokenError('no "text" (a string that is not empty)')
    start, end = literal
    source_map = None if in_table else _map(line, start, end, number)
    given = values.get("published")
    value = _word(values, "published") if isinstance(given, str) else None if given is None else json.dumps(given)
    stamp = stamps.value(value) if value and isinstance(given, str) else None
    return plain.read(
        f"{path}#{_SURROGATE.sub('?', str(key))}",
        _SURROGATE.sub("\ufffd", text),
        source_map=source_map,
        title=_word(values, "title"),
        source=_word(values, "source"),
        metadata=[Stated('the field "published"', stamp)] if stamp else [],
        unread=[published.unread("published", value)] if value and not stamp else [],
    )


def _word(values: dict[str, Any], key: str) -> str | None:
    value = values.get(key)
    return _SURROGATE.sub("\ufffd", value).strip() or None if isinstance(value, str) else None


def _fields(line: str) -> tuple[dict[str, Any], tuple[int, int]]:
    """The object's members, and where the literal of ``text`` stands, without its quotation marks."""
    values: dict[str, Any] = {}
    literal = (0, 0)
    try:
        at = _after_space(line, 0)
        if line[at] != "{":
            raise _ForeignError("not a JSON object")
        at = _after_space(line, at + 1)
        while line[at] != "}":
            if line[at] != '"':
                raise _BrokenError(f"not valid JSON at column {at + 1}")
            key, at = scanstring(line, at + 1, True)
            at = _after_space(line, at)
            if line[at] != ":":
                raise _BrokenError(f"not valid JSON at column {at + 1}")
            at = _after_space(line, at + 1)
            begin = at
            values[key], at = _DECODER.raw_decode(line, at)
            if key == "text":
                literal = (begin + 1, at - 1)
            at = _after_space(line, at)
            if line[at] == ",":
                at = _after_space(line, at + 1)
                if line[at] != '"':
                    raise _BrokenError(f"not valid JSON at column {at + 1}")
            elif line[at] != "}":
                raise _BrokenError(f"not valid JSON at column {at + 1}")
        if _after_space(line, at + 1) != len(line):
            raise _BrokenError(f"more than one JSON object, at column {at + 2}")
    except json.JSONDecodeError as error:
        said = re.sub(r"(?: starting)? at$|: $", "", error.msg)
        raise _BrokenError(f"not valid JSON at column {error.pos + 1}: {_PLAINLY.get(said, said.lower())}") from None
    except IndexError:
        raise _BrokenError("not valid JSON: the line ends too early") from None
    except (RecursionError, ValueError) as error:
        if isinstance(error, _BrokenError):
            raise
        raise _BrokenError("JSON that cannot be read: nested too deeply or a number too long") from None
    return values, literal


def _after_space(line: str, at: int) -> int:
    match = _SPACE.match(line, at)
    return match.end() if match else at


def _map(line: str, start: int, end: int, number: int) -> SourceMap:
    """From code points of the text to columns of the line; each escape is written longer than it reads."""
    starts, sources = [0], [start]
    shorter = 0
    for match in _ESCAPE.finditer(line, start, end):
        after = match.end()
        offset = match.start() - start - shorter + 1
        shorter += after - match.start() - 1
        starts.append(offset)
        sources.append(after)
    return SourceMap(tuple(starts), tuple(sources), (0,), number)
