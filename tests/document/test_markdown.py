"""Markdown marks become spaces of the same length; what a reader sees stays."""

from __future__ import annotations

import pytest

from factcheck.document import markdown


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("**Jo Bell**, 48, *sang* __loud__ly", "Jo Bell , 48, sang loud ly"),
        ("a [link](https://x.example/a_(b)?c \"t\") here", "a link here"),
        ("a [link][ref] here", "a link here"),
        ("`code` and ~~struck~~ and snake_case_name", "code and struck and snake_case_name"),
        ("5 * 3 is 15 and 2 < 3", "5 * 3 is 15 and 2 < 3"),
        ("\\*not emphasis\\*", "*not emphasis *"),
        ("R&amp;D&nbsp;costs &#163;5 &mdash; 2<br>3", "R& D costs £ 5 — 2 3"),
        ("said<!-- nothing --> so <https://x.example/>", "said so"),
        ("> quoted\n> on", "quoted on"),
        ("## Title ##", "Title"),
        ("1. one\n2) two", "one two"),
        ("| a | b |\n|:--|--:|\n| c | d |", "a b c d"),
        ("text[^1]\n\n[^1]: note", "text note"),
        ("“It’s” a 10‑day", "\"It's\" a 10-day"),
    ],
)  # fmt: skip
def test_prose(text: str, prose: str) -> None:
    document = markdown.read("a.md", text)
    assert len(document.prose) == len(text)
    assert " ".join(document.prose.split()) == prose


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Title\n=====\n\nOne line\nruns on here.", ["heading", "paragraph"]),
        ("- one\n  goes on\n- two\n\n1. three", ["item", "item", "item"]),
        ("![The bridge at dusk](b.jpg)\n*The bridge on Monday.*", ["caption", "caption"]),
        ("![IMG_2210.jpg](b.jpg)\n\nIt fell, the mayor of the town has said.", ["paragraph"]),
        ("```\nx = 1\n```", ["boilerplate"]),
        ("A | B\n--|--\n1 | 2", ["row", "row"]),
        ("***\n\n---\n\n- - -", []),
        ("a  \nb", ["paragraph", "paragraph"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    found = [block.kind.value for block in markdown.read("a.md", text).blocks]
    assert [kind if kind != "heading" or "heading" in kinds else "paragraph" for kind in found] == kinds


@pytest.mark.parametrize(
    ("matter", "said"),
    [
        ("date: next week", '"next week" in the field "date" cannot be read as a date; the article is read without it'),
        ("date: 2024-02-30 10:00", '"2024-02-30 10:00" in the field "date" cannot be read as a date; '),
        ("date: 2024-02-29", None),
        ("published: true\ndate:", None),
        ("created: by hand\ndate: 2024-02-29", None),
    ],
)
def test_a_front_matter_date_that_is_none_is_told(matter: str, said: str | None) -> None:
    document = markdown.read("a.md", f"---\n{matter}\n---\n\nThe bridge fell on Monday.\n")
    if said is None:
        assert document.unread == ()
    else:
        (told,) = document.unread
        assert told.startswith(said)
        assert document.published.how == document.unread
