"""The last step of every format: an outline and its metadata to a Document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.document import published
from factcheck.document.blocks import Outline
from factcheck.document.model import Basis, Document, SourceMap
from factcheck.document.published import Stated
from factcheck.hashing import blake2b
from factcheck.records import replace


def digest(text: str) -> str:
    """A short hash that two copies of one text share."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def document(
    name: str,
    text: str,
    prose: str,
    outline: Outline,
    source_map: SourceMap,
    *,
    title: str | None = None,
    source: str | None = None,
    metadata: Sequence[Stated] = (),
    modified: Sequence[Stated] = (),
    addressed: date | None = None,
    language: str | None = None,
    unread: Sequence[str] = (),
) -> Document:
    """Put an article together. Metadata, where given, go before what the text shows.

    ``unread`` says which of them could not be read.
    """
    decision = published.decide(
        prose,
        outline.stamps,
        outline.dateline,
        metadata=metadata,
        modified=modified,
        addressed=addressed,
        language=language,
    )
    publication = decision.published
    if unread and publication.basis is Basis.UNKNOWN:
        publication = replace(publication, how=tuple(unread))
    dateline = outline.dateline
    return Document(
        name=name,
        text=text,
        prose=_joined(prose, outline),
        blocks=outline.blocks,
        source_map=source_map,
        published=publication,
        modified=decision.modified,
        title=title or outline.title,
        source=source or outline.masthead or (dateline.agency if dateline else None),
        place_line=dateline.place if dateline else None,
        offset=decision.offset,
        digest=digest(text),
        unread=tuple(unread),
    )


def _joined(prose: str, outline: Outline) -> str:
    """``prose`` with the line ends inside a block as spaces: a wrapped date is one date."""
    pieces: list[str] = []
    done = 0
    for block in outline.blocks:
        inside = prose[block.start : block.end]
        if "\n" in inside:
            pieces.append(prose[done : block.start])
            pieces.append(inside.replace("\n", " "))
            done = block.end
    pieces.append(prose[done:])
    return "".join(pieces)
