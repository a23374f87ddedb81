"""Plain text to a Document. The reader's text is the file's decoded text, unchanged."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.document import assemble, blocks, lines, positions
from factcheck.document.model import Document, SourceMap
from factcheck.document.prose import fold
from factcheck.document.published import Stated


def read(
    name: str,
    text: str,
    *,
    source_map: SourceMap | None = None,
    title: str | None = None,
    source: str | None = None,
    metadata: Sequence[Stated] = (),
    unread: Sequence[str] = (),
) -> Document:
    """One article from its text; what the caller knows (from a ``.jsonl`` line) goes before what it shows."""
    prose = fold(text)
    outline = blocks.outline(prose, lines.drafts(prose))
    return assemble.document(
        name,
        text,
        prose,
        outline,
        source_map if source_map is not None else positions.unchanged(text),
        title=title,
        source=source,
        metadata=metadata,
        unread=unread,
    )
