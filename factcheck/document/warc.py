"""Web archives (``.warc``, ``.warc.gz``; ISO 28500): the pages that a crawler fetched, one by one.

A page is a response whose status is 2xx and whose type is HTML. Everything else is counted and passed over. What a
record says of the time it was fetched is no date of publication.

warcio reads the records' headers and undoes chunks; compressed bodies are opened here, since what they unpack to must
stay within ``max_bytes``.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, cast

from factcheck.document import packing
from factcheck.document.sources import Source
from factcheck.document.splitting import problem
from factcheck.errors import Skipped
from factcheck.patterns import regex

_HEADERS = 256 * 1024  # bytes of a record's headers; more is an attack
_KINDS = 40  # kinds of records that are counted apart
_TOLD = 6  # of them named
_CHARSET = regex(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_PAGES = ("text/html", "application/xhtml+xml")
_ENCODINGS = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}


class _BrokenError(ValueError):
    """The file, or one page of it, cannot be read; the message says why."""


def split(source: Source, *, max_bytes: int) -> Iterator[Source]:
    """The pages of an archive, each with its address; then what was passed over, and where the archive is damaged."""
    path = source.path
    try:
        import warcio.recordloader  # noqa: F401
    except ImportError:
        yield problem(Skipped(path, "reading web archives needs warcio: pip install 'factcheck[warc]'"))
        return
    if not Path(path).stat().st_size:
        yield problem(Skipped(path, "empty file"))
        return
    passed = Counter[str]()
    records = 0
    with gzip.open(path) if packing.is_gzip(path) else Path(path).open("rb") as file:
        try:
            for found in _records(path, _Bounded(cast(BinaryIO, file)), max_bytes):
                records += 1
                if isinstance(found, Source):
                    yield found
                else:
                    passed[found if found in passed or len(passed) < _KINDS else "of other kinds"] += 1
        except (*packing.ERRORS, _BrokenError) as error:
            yield problem(Skipped(path, _broken(path, error, records)))
    if passed:
        yield problem(Skipped(path, _passed_over(passed), harmless=True))


def _broken(path: str, error: Exception, records: int) -> str:
    if not isinstance(error, _BrokenError):
        return packing.told(path, error, f"record {records:,}" if records else None)
    if not records:
        return f"not a web archive: {error}"
    return f"{error}; what stands after record {records:,} is not judged"


def _passed_over(passed: Counter[str]) -> str:
    told = [f"{count:,} {kind}" for kind, count in sorted(passed.items(), key=lambda item: (-item[1], item[0]))]
    more = [f"{len(told) - _TOLD} more kinds"] if len(told) > _TOLD else []
    total = passed.total()
    what = "record that is no page was" if total == 1 else "records that are no pages were"
    return f"{total:,} {what} passed over: {', '.join([*told[:_TOLD], *more])}"


class _Bounded:
    """A file of which no line, and no record's headers, can fill the memory."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.headers = 0
        """Bytes of headers since a record began."""

    def readline(self, length: int | None = None) -> bytes:
        line = self._file.readline(_HEADERS if length is None else min(length, _HEADERS))
        self.headers += len(line)
        if self.headers > _HEADERS:
            raise _BrokenError(f"headers of more than {_HEADERS:,} bytes")
        return line

    def read(self, length: int) -> bytes:
        return self._file.read(length)


def _records(path: str, stream: _Bounded, max_bytes: int) -> Iterator[Source | str]:
    """Each record as a page, or as the kind of what is none. Raises _BrokenError where no record can follow."""
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.recordloader import ArcWarcRecordLoader

    loader = ArcWarcRecordLoader(verify_http=False)
    while True:
        stream.headers = 0
        line = stream.readline()
        if not line:
            return
        if not line.strip():
            continue
        try:
            record = loader.parse_record_stream(stream, statusline=line, known_format="warc", no_record_parse=True)
        except ArchiveLoadFailed:
            raise _BrokenError("no record of a web archive stands where one should begin") from None
        except EOFError:
            raise _BrokenError("ends in the middle of a record") from None
        if record.length is None or not hasattr(record.raw_stream, "limit"):
            raise _BrokenError("a record does not tell its length")
        stream.headers = 0
        found = _page(path, record, loader, max_bytes)
        while record.raw_stream.limit > 0 and record.raw_stream.read(1 << 16):
            pass
        if record.raw_stream.limit > 0:
            raise _BrokenError("ends in the middle of a record")
        yield found


def _page(path: str, record: Any, loader: Any, max_bytes: int) -> Source | str:
    """The page of a record; where there is none, what it is instead."""
    if record.rec_type != "response":
        return str(record.rec_type or "without a type")[:40]
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    if not address.startswith(("http://", "https://")):
        return "without an address on the web"
    try:
        http = loader.http_parser.parse(record.raw_stream)
    except (EOFError, ValueError):
        return "without HTTP headers"
    status = http.get_statuscode()
    if not status.startswith("2"):
        return f"with status {status[:3]}" if status[:3].isdecimal() else "without a status"
    stated = http.get_header("Content-Type") or ""
    kind = stated.partition(";")[0].strip().lower()
    if kind not in _PAGES:
        return kind[:40] or "without a content type"
    name = f"{path}#{address}"
    try:
        data = _body(record, http, max_bytes)
    except _BrokenError as error:
        return problem(Skipped(name, str(error)))
    charset = _CHARSET.search(stated)
    return Source(name, data, kind=".html", address=address, charset=charset[1] if charset else None)


def _body(record: Any, http: Any, max_bytes: int) -> bytes:
    from warcio.bufferedreaders import ChunkedDataReader
    from warcio.limitreader import LimitReader

    most = max_bytes + 1
    if (http.get_header("Transfer-Encoding") or "").strip().lower() == "chunked":
        # A chunk can claim two gigabytes: it gets no more than a page may have, with room for the marks between chunks.
        raw = LimitReader(record.raw_stream, min(record.raw_stream.limit, 2 * most))
        data = bytes(ChunkedDataReader(raw).read(most))
    else:
        data = bytes(record.raw_stream.read(most))
    if len(data) == most and record.raw_stream.limit > 0:
        return data  # reading it tells that it is too large
    encoding = (http.get_header("Content-Encoding") or "").strip().lower()
    if encoding in ("", "identity", "none") or data[:512].lstrip()[:1] == b"<":
        return data  # some crawlers unpack what they fetch and keep the header
    if encoding not in _ENCODINGS:
        raise _BrokenError(f'its content encoding "{encoding[:20]}" is not known here')
    for bits in (_ENCODINGS[encoding], -zlib.MAX_WBITS):  # "deflate" is often sent without its own header
        unpacker = zlib.decompressobj(bits)
        with suppress(zlib.error):
            unpacked = unpacker.decompress(data, most)
            if unpacker.eof or len(unpacked) == most:
                return unpacked
    raise _BrokenError(f"its {encoding} data are damaged")
