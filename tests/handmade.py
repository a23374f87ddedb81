"""Documents built by hand, for tests of the rooms that read expressions."""

from __future__ import annotations

import re

from factcheck.assertions.model import Article
from factcheck.document.model import Block, BlockKind, Document, SourceMap
from factcheck.expressions.model import Expressions
from factcheck.expressions.name import find_names
from factcheck.expressions.place import find_places
from factcheck.text import Text, read


def document(text: str, name: str = "a.txt") -> Document:
    """A document of one paragraph a line; a line that starts with ``# `` is a heading."""
    prose = text.translate(str.maketrans({"’": "'", "“": '"', "”": '"', "–": "-", "\u00a0": " "}))
    blocks = []
    for match in re.finditer(r"(# )?([^\n]*\S)", prose):
        kind = BlockKind.HEADING if match[1] else BlockKind.PARAGRAPH
        blocks.append(Block(kind, match.start(2), match.end(2)))
    return Document(name, text, prose, tuple(blocks), SourceMap((0,), (0,), (0,)))


def article(text: str, name: str = "a.txt") -> Article:
    """A document read up to its names."""
    made = document(text, name)
    words: Text = read(made)
    places = find_places(made, words)
    return Article(made, words, Expressions(places=places, names=find_names(made, words, places)))
