"""Parting a corpus into stories: what belongs together stays, what does not is not compared, order does not matter."""

from __future__ import annotations

from array import array

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.identity import stories as module
from factcheck.identity.stories import LARGEST_STORY, SMALL, stories


def keys(*numbers: int) -> module.Keys:
    return array("Q", sorted(set(numbers)))


def test_a_small_corpus_is_one_story() -> None:
    assert stories([]) == []
    assert stories([keys(number) for number in range(SMALL)]) == [list(range(SMALL))]


def test_articles_that_share_names_are_one_story_and_others_apart() -> None:
    corpus = [keys(story, 1000 + story, 5000 + article) for story in range(30) for article in range(3)]
    assert stories(corpus) == [[3 * story, 3 * story + 1, 3 * story + 2] for story in range(30)]


def test_a_name_that_everybody_has_joins_nothing() -> None:
    corpus = [keys(7, *(100 + 10 * number + part for part in range(6))) for number in range(60)]
    assert stories(corpus) == [[number] for number in range(60)]


def test_what_hangs_together_by_few_names_is_parted_where_it_is_too_large() -> None:
    """Stories of five that chance names chain: together they are more than can be linked at once."""
    corpus = []
    for story in range(100):
        for article in range(5):
            own = [10_000 * (story + 1) + part for part in range(8)]
            chain = [story, story + 1] if article == 0 else []
            corpus.append(keys(*own, *chain, 9_000_000 + 5 * story + article))
    parts = stories(corpus)
    assert max(map(len, parts)) <= LARGEST_STORY
    assert all({number // 5 for number in part} for part in parts)
    home = {number: at for at, part in enumerate(parts) for number in part}
    assert all(home[5 * story] == home[5 * story + 4] for story in range(100))


def test_one_matter_of_very_many_articles_stays_one_story() -> None:
    corpus = [keys(1, 2, module._CLAIM | 3, 100 + number) for number in range(LARGEST_STORY * 2)]
    assert stories(corpus) == [list(range(LARGEST_STORY * 2))]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sets(st.integers(0, 40), max_size=6), min_size=SMALL + 1, max_size=60), st.randoms())
def test_every_article_is_in_one_story_whatever_the_order(sets: list[set[int]], random: object) -> None:
    corpus = [keys(*one) for one in sets]
    parts = stories(corpus)
    assert sorted(number for part in parts for number in part) == list(range(len(corpus)))
    order = list(range(len(corpus)))
    random.shuffle(order)  # type: ignore[attr-defined]
    again = stories([corpus[number] for number in order])
    assert sorted(sorted(order[number] for number in part) for part in again) == sorted(parts)
