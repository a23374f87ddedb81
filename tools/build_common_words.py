"""Build ``factcheck/checks/data/common_words.txt``: how common the commonest families of words are in news.

Each line is a share of sentences, in ten-thousandths and rounded to a power of two, and the families that have it.
Counted in invented articles of the project's own (the development benchmark and short cases), no other people's text.

Usage: ``python tools/build_common_words.py PATH…`` with what ``factcheck audit`` reads.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

from factcheck.checks.word_families import content
from factcheck.document.model import Document
from factcheck.document.reading import read
from factcheck.document.sources import find_sources
from factcheck.text.reading import read as sentences_of

DATA = Path(__file__).resolve().parents[1] / "factcheck/checks/data/common_words.txt"
_LEAST = 0.0012


def main() -> None:
    """Count the sentences that hold each family and write those held by enough."""
    held: Counter[str] = Counter()
    articles: dict[str, int] = defaultdict(int)
    number = 0
    for source in find_sources(sys.argv[1:])[0]:
        for document in read(source):
            if not isinstance(document, Document):
                continue
            seen = set()
            for sentence in sentences_of(document).sentences:
                words = {word for word, proper, _ in content(sentence.tokens) if not proper}
                held.update(words)
                seen |= words
                number += 1
            for word in seen:
                articles[word] += 1
    lines: dict[int, list[str]] = defaultdict(list)
    for word, count in held.items():
        # A word that few articles repeat is their subject, not a common word.
        share = min(count, 2 * articles[word]) / number
        if share >= _LEAST and word.isascii() and word.isalpha():
            lines[round(math.log2(share * 10_000))].append(word)
    text = "".join(f"{2**power} {' '.join(sorted(words))}\n" for power, words in sorted(lines.items(), reverse=True))
    DATA.write_text(text, "utf-8")
    print(number, sum(map(len, lines.values())), "families")


if __name__ == "__main__":
    main()
