"""Whole articles, read as an editor reads them: see articles/ and articles.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from factcheck.document.model import Document
from factcheck.document.reading import read
from factcheck.document.sources import Source

HERE = Path(__file__).parent
EXPECTED = yaml.safe_load((HERE / "articles.yaml").read_text(encoding="utf-8"))


def test_every_article_is_described() -> None:
    assert sorted(EXPECTED) == sorted(path.name for path in (HERE / "articles").iterdir())


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_article(name: str) -> None:
    (document,) = read(Source(str(HERE / "articles" / name)))
    assert isinstance(document, Document)
    expected = EXPECTED[name]
    blocks = []
    for block in document.blocks:
        start = " ".join(document.text[block.start : block.end].split())[:48].strip()
        blocks.append([block.kind.value, start, *([] if block.repeats is None else [block.repeats])])
    assert blocks == expected["blocks"]
    published = document.published
    assert [published.basis.value, published.first, published.last] == expected["published"]
    assert published.how
    assert (str(document.modified) if document.modified else None) == expected.get("modified")
    for key in ("title", "source", "place_line", "offset"):
        assert getattr(document, key) == expected.get(key), key
