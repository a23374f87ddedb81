"""How well articles are parted into stories: pairs of one topic that stay together, and stories that mix topics.

    python benchmarks/stories.py [GOLD.jsonl] [CLUSTERS]

Gold is ECB+ as JSON lines (the topic is what stands before the underscore of an id); CLUSTERS a folder with a folder of
articles for each story, by default the development benchmark. All are parted as one corpus.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from time import process_time

from factcheck.config import Settings
from factcheck.identity.stories import keys_of, stories
from factcheck.pipeline import read_articles
from factcheck.ruleset import load_ruleset

_TOPIC = re.compile(r"#(\d+)_\d+ecb")


def topic(name: str) -> str | None:
    """The topic of an article by its name."""
    match = _TOPIC.search(name)
    return f"ECB+ {match[1]}" if match else str(Path(name).parent) if ".jsonl" not in name else None


def main() -> int:
    gold = sys.argv[1] if len(sys.argv) > 1 else "/work/shared/data/timex/esc.jsonl"
    clusters = sys.argv[2] if len(sys.argv) > 2 else "/work/shared/bench/dev"
    articles, _ = read_articles([gold, clusters], Settings(), load_ruleset([]))
    keys = [keys_of(article) for article in articles]
    begin = process_time()
    parts = stories(keys)
    spent = process_time() - begin
    home = {number: at for at, part in enumerate(parts) for number in part}
    topics: dict[str, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        if (name := topic(article.document.name)) is not None:
            topics[name].append(number)
    of = {number: name for name, numbers in topics.items() for number in numbers}
    pairs = [pair for numbers in topics.values() for pair in combinations(numbers, 2)]
    kept = sum(home[a] == home[b] for a, b in pairs)
    mixed = sum(len({of[number] for number in part if number in of}) > 1 for part in parts)
    largest = max(map(len, parts))
    print(f"{len(articles)} articles in {len(topics)} topics: {len(parts)} stories, the largest of {largest}")
    print(f"pairs of one topic in one story: {kept / len(pairs):.3f} of {len(pairs):,}")
    print(f"stories of several topics: {mixed}")
    print(f"CPU {spent * 1e6 / len(articles):.0f} microseconds an article")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
