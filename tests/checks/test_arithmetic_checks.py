"""The arithmetic checks on what rule examples do not show: hostile text, tables, several articles, wording."""

from __future__ import annotations

import importlib
import time
from datetime import date
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.assertions.model import Article
from factcheck.checks.model import Conflict
from factcheck.document.model import Basis, Block, BlockKind, Document, Publication, SourceMap
from factcheck.expressions.model import Expressions
from factcheck.expressions.quantity import find_quantities
from factcheck.expressions.time import find_times
from factcheck.identity.model import Corpus
from factcheck.text import read

_NAMES = (
    "conversion_holds",
    "percent_fits_numbers",
    "parts_fit_total",
    "age_fits_dates",
    "duration_fits_ends",
    "anniversary_fits_years",
)


def _article(
    text: str, day: date = date(2025, 6, 20), name: str = "a.txt", kinds: dict[int, BlockKind] | None = None
) -> Article:
    """An article of one block a line; ``kinds`` names the blocks that are no paragraphs."""
    blocks = []
    offset = 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            start = offset + len(line) - len(line.lstrip())
            kind = (kinds or {}).get(number, BlockKind.PARAGRAPH)
            blocks.append(Block(kind, start, start + len(line.strip())))
        offset += len(line) + 1
    published = Publication(Basis.STATED, day, day)
    document = Document(name, text, text, tuple(blocks), SourceMap((0,), (0,), (0,)), published)
    sentences = read(document)
    times = find_times(document, sentences)
    return Article(document, sentences, Expressions(times, find_quantities(document, sentences, times)))


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"factcheck.checks.{name}")


def _conflicts(name: str, *articles: Article) -> list[Conflict]:
    module = _module(name)
    return list(module.check(Corpus(tuple(articles)), module.Options()))


def _table(*lines: str) -> Article:
    return _article(
        "\n".join(lines), kinds={number: BlockKind.ROW for number in range(len(lines)) if "  " in lines[number]}
    )


def test_a_total_row_that_misses_its_column() -> None:
    rows = ["Region  Votes", "North  1,200", "South  900", "Total  2,200"]
    (found,) = _conflicts("parts_fit_total", _table(*rows))
    assert "2,100" in found.message
    assert "2,200" in found.message
    assert _conflicts("parts_fit_total", _table(*rows[:-1], "Total  2,100")) == []


def test_columns_that_do_not_add_up_by_nature_are_left_alone() -> None:
    assert _conflicts("parts_fit_total", _table("City  Rate", "Leeds  4.1", "Hull  3.9", "All  4.0")) == []
    assert _conflicts("parts_fit_total", _table("City  Year", "Leeds  1901", "Hull  1899", "Total  7")) == []


def test_one_wrong_share_in_a_table() -> None:
    rows = ["Name  Votes  %", "Ahn  5,100  51.0", "Beck  3,900  39.0", "Cole  700  7.0", "Dorn  300  3.0"]
    assert _conflicts("percent_fits_numbers", _table(*rows)) == []
    wrong = [row.replace("39.0", "36.0") for row in rows]
    (found,) = _conflicts("percent_fits_numbers", _table(*wrong))
    assert "Beck" in found.message
    # Shares of another whole (the votes cast, say) miss everywhere: no slip.
    other = [rows[0], "Ahn  5,100  48.0", "Beck  3,900  36.7", "Cole  700  6.6", "Dorn  300  2.8"]
    assert _conflicts("percent_fits_numbers", _table(*other)) == []


def test_ages_compare_in_either_order_of_articles() -> None:
    first = _article("The founder, Ada Quill, 61, will stay.", date(2025, 9, 8), "1.txt")
    second = _article("Ada Quill, 64, leaves today.", date(2026, 2, 3), "2.txt")
    one, other = _conflicts("age_fits_dates", first, second), _conflicts("age_fits_dates", second, first)
    assert len(one) == len(other) == 1
    assert one[0].message == other[0].message


@pytest.mark.parametrize(("age", "wrong"), [(61, False), (62, False), (63, True), (60, True)])
def test_how_far_an_age_may_move_in_five_months(age: int, wrong: bool) -> None:
    first = _article("The founder, Ada Quill, 61, will stay.", date(2025, 9, 8), "1.txt")
    second = _article(f"Ada Quill, {age}, leaves today.", date(2026, 2, 3), "2.txt")
    assert bool(_conflicts("age_fits_dates", first, second)) is wrong


def test_a_swapped_conversion_is_told_as_such() -> None:
    (found,) = _conflicts("conversion_holds", _article("The tank weighs 340 kg (154 pounds) when empty."))
    assert "750 pounds" in found.message
    assert found.suggestion is not None
    assert "wrong way round" in found.suggestion


@pytest.mark.parametrize(
    ("printed", "right"), [("180", True), ("181", True), ("160", False), ("200", False), ("290", False)]
)
def test_conversions_to_the_precision_they_are_printed_in(printed: str, right: bool) -> None:
    found = _conflicts("conversion_holds", _article(f"The town lies 290 kilometers ({printed} miles) to the south."))
    assert (found == []) is right


_WORDS = """from to of the a
    rise fall up down by 12% 40 per cent £412m £375m 1,200 38 61 killed : , . ; ( ) and men women
    children nine of-the remaining still missing
    Jo Lund, 52, born in 1971 began at 10:15 a.m. ended 11:50 after two
    hours lift-off 290 km (180 miles) votes margin total made up of years 50 basis points turnout was with voters
    or 39.1% minutes on 3 May 2021, 12 days after before the vote , took office will leave
    That is was 22 years ago target its tenth anniversary centenary founded in 1911
    The passengers in all by a quarter point in Leeds""".split()
_PIECES = st.sampled_from(_WORDS)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=40))
def test_words_in_any_order_raise_nothing(pieces: list[str]) -> None:
    article = _article(" ".join(pieces))
    for name in _NAMES:
        found = _conflicts(name, article)
        assert found == _conflicts(name, article)
        for conflict in found:
            assert 0 < conflict.confidence <= 1
            assert all(one.start < one.end <= len(article.document.text) for one in conflict.evidence)


@pytest.mark.parametrize(
    "piece",
    [
        "1 of the 2, ",
        "from 3 to 4, ",
        "up 5% ",
        "3 men and ",
        "Jo Lund, 52, born ",
        "at 10:15, ",
        "5 km (3 miles) ",
        "‹N0› ",
        "on 3 May, 12 days after ",
        "from 1991 to 2003, ",
        "That was 22 years ago. ",
        "Founded in 1911, its 90th anniversary came. ",
        "The 9 passengers were 3 Danes, 4 Swedes and 5 Finns. ",
        "500 in Leeds, 400 in York, ",
        "the target was 40, 30% of the target, ",
    ],
)
def test_long_sentences_cost_linear_time(piece: str) -> None:
    def cost(size: int) -> float:
        article = _article(piece * (size // len(piece)))
        clock = time.process_time()
        for name in _NAMES:
            _conflicts(name, article)
        return time.process_time() - clock

    cost(1_000)
    small, large = cost(8_000), cost(64_000)
    assert large < 30 * max(small, 0.02)
