"""Which articles a suppression's path means, where they stand in a file of many."""

from __future__ import annotations

import pytest

from factcheck.findings.suppressing import fits


@pytest.mark.parametrize(
    ("pattern", "document", "meant"),
    [
        ("a.jsonl", "x/a.jsonl#7", True),
        ("a.jsonl#7", "x/a.jsonl#7", True),
        ("a.jsonl#8", "x/a.jsonl#7", False),
        ("crawl.warc.gz", "./crawl.warc.gz#https://a.example/b", True),
        ("crawl.warc.gz#https://a.example/b", "x/crawl.warc.gz#https://a.example/b", True),
        ("crawl.warc.gz#https://a.example/*", "crawl.warc.gz#https://a.example/b", True),
        ("crawl.warc.gz#https://a.example/*", "crawl.warc.gz#https://b.example/b", False),
    ],
)
def test_paths_of_suppressions(pattern: str, document: str, meant: bool) -> None:
    assert fits(pattern, document) is meant
