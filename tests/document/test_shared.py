"""The development material beside the repository, where it is there: publication dates against its gold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from factcheck.document.model import BlockKind, Document
from factcheck.document.reading import read
from factcheck.document.sources import Source, find_sources

SHARED = Path(__file__).parents[2].parent / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared")
SEED_DAYS = {"000": "2023-09-08", "001": "None", "002": "None", "003": "None", "004": "2023-09-12"}


def the(path: Path) -> Document:
    (document,) = read(Source(str(path)))
    assert isinstance(document, Document)
    return document


def test_seeds() -> None:
    found = {path.name[:3]: str(the(path).published.day) for path in sorted((SHARED / "seeds").glob("*.txt"))}
    assert found == SEED_DAYS


def test_benchmark_dates() -> None:
    wrong = []
    for gold in sorted((SHARED / "bench" / "dev").glob("*/gold.yaml")):
        for entry in yaml.safe_load(gold.read_text())["docs"]:
            day = the(gold.parent / entry["file"]).published.day
            if str(day) != str(entry["published"]):
                wrong.append((entry["file"], day, entry["published"]))
    assert wrong == []


def test_every_quote_stands_in_a_block_that_makes_statements() -> None:
    """A quote of the gold in boilerplate or metadata could never be reported."""
    lost = []
    for gold in sorted((SHARED / "bench" / "dev").glob("*/gold.yaml")):
        parsed = yaml.safe_load(gold.read_text())
        items = [*parsed["discrepancies"], *parsed["controls"]]
        sides = [side for item in items for key in ("a", "b", "a_also", "b_also") for side in _sides(item.get(key))]
        for file in sorted({side["doc"] for side in sides}):
            document = the(gold.parent / file)
            stated = [
                _words(document.text[block.start : block.end])
                for block in document.blocks
                if block.kind not in (BlockKind.METADATA, BlockKind.BOILERPLATE)
            ]
            for side in sides:
                quote = _words(side["quote"])
                if side["doc"] == file and not any(quote in text for text in stated):
                    lost.append((file, side["quote"]))
    assert lost == []


def _words(text: str) -> str:
    return " ".join(re.sub(r"[*_|#]", " ", text).split())


def _sides(value: object) -> list[dict[str, str]]:
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, dict) else []


def test_real_news_keeps_its_paragraphs() -> None:
    sources, skipped = find_sources([str(SHARED / "seeds")])
    assert len(sources) == 5
    assert skipped == []
    for source in sources:
        for document in read(source):
            assert isinstance(document, Document)
            kept = sum(b.end - b.start for b in document.blocks if b.kind is BlockKind.PARAGRAPH)
            assert kept * 10 > len(document.text) * 6
