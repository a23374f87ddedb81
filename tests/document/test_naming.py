"""What articles are called in messages."""

from __future__ import annotations

import pytest

from factcheck.document.naming import short_name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("articles/a.txt", "a.txt"),
        ("a.txt", "a.txt"),
        ("archive/a.jsonl#7", "a.jsonl#7"),
        ("-", "-"),
        ("/", "/"),
        ("", ""),
        ("c/crawl.warc.gz#https://a.example/", "a.example"),
        ("c/crawl.warc.gz#http://a.example/2024/index.html", "a.example/2024/index.html"),
        (f"crawl.warc#https://a.example/{'x' * 80}/index.html", f"a.example/…{'x' * 19}/index.html"),
        (f"crawl.warc#https://{'x' * 90}", f"{'x' * 60}/…{'x' * 30}"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert short_name(name) == short
