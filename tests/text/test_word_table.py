"""Word tables: right for every word, and no larger than they may be."""

from __future__ import annotations

from factcheck.text import word_table
from factcheck.text.word_table import WordTable


def test_each_word_is_worked_out_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    table = WordTable(length)
    assert [table["port"], table["port"], table["of"]] == [4, 4, 2]
    assert asked == ["port", "of"]


def test_hostile_words_do_not_fill_it() -> None:
    table = WordTable(len)
    assert table["x" * 5000] == 5000
    assert [table[f"w{number}"] for number in range(word_table._MOST + 5)][-1] == len(f"w{word_table._MOST + 4}")
    assert len(table) == word_table._MOST
