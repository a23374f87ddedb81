"""Score temporal expressions against gold, beside other taggers, by the measures of TempEval-3.

    python benchmarks/timex.py GOLD.jsonl... [--peers] [--half dev|held|all] [--errors] [--forms]

Gold is JSON lines: ``id``, ``dct``, ``text``, ``timexes`` (start, end, type, value), optional
``annotated_end``. Measures (UzZaman et al., "SemEval-2013 Task 1: TempEval-3"): strict F1 (same span),
relaxed F1 (overlapping spans, one to one), type accuracy of the overlapping ones, value F1 (overlapping
and the right value). Each article falls into the development or the held-out half by a hash of its id.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.document.model import UNKNOWN, Basis, Block, BlockKind, Document, Publication, SourceMap
from factcheck.expressions.model import Timex
from factcheck.expressions.time import find_times
from factcheck.text import read

_FOLD = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " ", "`": "'"})
_BLOCK = re.compile(r"\S(?:[^\n]*\S)?")
_NEWS_TYPES = frozenset({"DATE", "TIME"})


class Mention(NamedTuple):
    """A temporal expression as gold or a tagger has it."""

    start: int
    end: int
    type: str
    value: str


def parse_day(dct: str | None) -> date | None:
    """The day of a gold ``dct`` ("2013-06-13T16:59", "03-02-2009"), or None."""
    if not dct:
        return None
    match = re.match(r"(\d{4})-(\d\d?)-(\d\d?)", dct)
    if match:
        return date(int(match[1]), int(match[2]), int(match[3]))
    match = re.match(r"(\d\d)-(\d\d)-(\d{4})", dct)
    return date(int(match[3]), int(match[2]), int(match[1])) if match else None


def document(text: str, day: date | None, name: str = "gold") -> Document:
    """A Document with a paragraph for each line."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, *match.span()) for match in _BLOCK.finditer(text))
    publication = UNKNOWN if day is None else Publication(Basis.STATED, day, day)
    return Document(name, text, text.translate(_FOLD), blocks, SourceMap((0,), (0,), (0,)), publication)


def ours(text: str, day: date | None) -> list[Mention]:
    """factcheck's own expressions; ranges as their ends, for that is how TimeML annotates them."""
    source = document(text, day)
    return list(adapt(find_times(source, read(source))))


def adapt(found: Iterable[Timex]) -> Iterable[Mention]:
    """Timexes as TimeML has them."""
    for timex in found:
        if timex.parts:
            yield from adapt(timex.parts)
        else:
            yield Mention(timex.start, timex.end, timex.type.value, timex.value)


def search_dates(text: str, day: date | None) -> list[Mention]:
    """dateparser's ``search_dates``, English, relative to the article's day."""
    from datetime import datetime

    from dateparser.search import search_dates as search

    settings: dict[str, Any] = {"PREFER_DATES_FROM": "past"}
    if day is not None:
        settings["RELATIVE_BASE"] = datetime(day.year, day.month, day.day)
    mentions, position = [], 0
    for words, moment in search(text, languages=["en"], settings=settings) or []:
        start = text.find(words, position)
        if start < 0:
            continue
        position = start + len(words)
        with_clock = bool(re.search(r"\d:\d\d|[ap]\.?m\b", words))
        value = moment.strftime("%Y-%m-%dT%H:%M") if with_clock else moment.strftime("%Y-%m-%d")
        if re.fullmatch(r"(?:in |since )?\d{4}", words):
            value = moment.strftime("%Y")
        elif re.fullmatch(r"(?:in )?[A-Z][a-z]+\.?(?: \d{4})?", words) and not words.lower().endswith("day"):
            value = moment.strftime("%Y-%m")
        mentions.append(Mention(start, position, "TIME" if with_clock else "DATE", value))
    return mentions


def _spacy(text: str, day: date | None) -> list[Mention]:
    import spacy  # type: ignore[import-not-found]

    global _model
    if _model is None:
        _model = spacy.load("en_core_web_sm")
    return [
        Mention(entity.start_char, entity.end_char, entity.label_, "")
        for entity in _model(text).ents
        if entity.label_ in _NEWS_TYPES
    ]


_model: Any = None


def peers() -> dict[str, Callable[[str, date | None], list[Mention]]]:
    """The other taggers that are installed."""
    found: dict[str, Callable[[str, date | None], list[Mention]]] = {}
    for name, tagger in (("search_dates", search_dates), ("spacy", _spacy)):
        try:
            tagger("It opened on 3 May 2020.", date(2020, 6, 1))
        except (ImportError, OSError):
            print(f"skipped: {name} is not installed (pip install 'factcheck[bench]'; spacy with en_core_web_sm)")
            continue
        found[name] = tagger
    return found


def is_held_out(identifier: str) -> bool:
    """Whether an article belongs to the half that nothing is tuned on."""
    return hashlib.sha256(identifier.encode()).digest()[0] % 2 == 1


def _same_value(gold: str | None, found: str) -> bool:
    return gold is not None and _canonical(gold) == _canonical(found)


def _canonical(value: str) -> str:
    """Values that differ only in writing: 194X and 194, a time's seconds and zone mark."""
    if re.fullmatch(r"\d{2,3}X{1,2}", value):
        value = value.rstrip("X")
    return value


@dataclass
class Score:
    """Counts over articles, and the measures made of them."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    type: int = 0
    value: int = 0
    errors: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, gold: list[Mention], found: list[Mention], text: str, identifier: str) -> None:
        """Count one article."""
        self.gold += len(gold)
        self.found += len(found)
        spans = {(mention.start, mention.end) for mention in found}
        self.strict += sum((mention.start, mention.end) in spans for mention in gold)
        taken: set[int] = set()
        for mention in gold:
            best, overlap = None, 0
            for index, other in enumerate(found):
                common = min(mention.end, other.end) - max(mention.start, other.start)
                if index not in taken and common > overlap:
                    best, overlap = index, common
            shown = _context(text, mention)
            if best is None:
                self.errors.append(("missed", identifier, f"{mention.type} {mention.value} {shown}"))
                continue
            taken.add(best)
            other = found[best]
            self.relaxed += 1
            self.type += mention.type == other.type
            right = _same_value(mention.value, other.value)
            self.value += right
            if not right:
                self.errors.append(
                    ("value", identifier, f"{mention.type} {mention.value} not {other.type} {other.value} {shown}")
                )
            elif mention.type != other.type:
                self.errors.append(("type", identifier, f"{mention.type} not {other.type} {shown}"))
            if (mention.start, mention.end) != (other.start, other.end):
                self.errors.append(("span", identifier, f"{shown} not [{text[other.start : other.end]}]"))
        for index, other in enumerate(found):
            if index not in taken:
                self.errors.append(("spurious", identifier, f"{other.type} {other.value} {_context(text, other)}"))

    def f1(self, right: int) -> float:
        """F1 in percent."""
        return 200.0 * right / (self.gold + self.found) if self.gold + self.found else 100.0

    def line(self) -> str:
        accuracy = 100.0 * self.type / self.relaxed if self.relaxed else 100.0
        return (
            f"strict {self.f1(self.strict):5.1f}  relaxed {self.f1(self.relaxed):5.1f}  type {accuracy:5.1f}  "
            f"value {self.f1(self.value):5.1f}  gold {self.gold}  found {self.found}"
        )


def _context(text: str, mention: Mention) -> str:
    before = text[max(0, mention.start - 45) : mention.start]
    return f"{before}[{text[mention.start : mention.end]}]{text[mention.end : mention.end + 30]}".replace("\n", "|")


def load(path: Path, half: str) -> list[dict[str, Any]]:
    """The articles of a gold file that belong to a half ("dev", "held") or all of them."""
    articles = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    if half == "all":
        return articles
    return [article for article in articles if is_held_out(article["id"]) == (half == "held")]


def gold_mentions(article: dict[str, Any]) -> list[Mention]:
    """The gold expressions of an article that lie in its annotated part."""
    limit = article.get("annotated_end") or len(article["text"])
    return [
        Mention(timex["start"], timex["end"], timex["type"] or "DATE", timex["value"])
        for timex in article["timexes"]
        if timex["end"] <= limit and timex["start"] < timex["end"]
    ]


def _in_lines(text: str, gold: list[Mention], found: list[Mention]) -> list[Mention]:
    """The found mentions in lines that have a gold one: for gold that leaves most lines unannotated."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    lines = {bisect_right(starts, mention.start) for mention in gold}
    return [mention for mention in found if bisect_right(starts, mention.start) in lines]


def run(
    tagger: Callable[[str, date | None], list[Mention]], articles: list[dict[str, Any]], lines: bool = False
) -> tuple[Score, Score, float]:
    """Scores over all types and over DATE and TIME, and CPU seconds per 1,000 words."""
    everything, news = Score(), Score()
    words = 0
    seconds = 0.0
    for article in articles:
        limit = article.get("annotated_end") or len(article["text"])
        words += len(article["text"].split())
        began = time.process_time()
        found = tagger(article["text"], parse_day(article.get("dct")))
        seconds += time.process_time() - began
        found = [mention for mention in found if mention.start < limit]
        gold = gold_mentions(article)
        if lines:
            found = _in_lines(article["text"], gold, found)
        everything.add(gold, found, article["text"], article["id"])
        news.add(
            [mention for mention in gold if mention.type in _NEWS_TYPES],
            [mention for mention in found if mention.type in _NEWS_TYPES],
            article["text"],
            article["id"],
        )
    return everything, news, 1000 * seconds / max(words, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--half", choices=("dev", "held", "all"), default="held")
    parser.add_argument("--peers", action="store_true", help="run the other installed taggers too")
    parser.add_argument("--errors", action="store_true", help="list every error with its context")
    parser.add_argument("--forms", action="store_true", help="count errors by kind and form")
    parser.add_argument("--news", action="store_true", help="errors of DATE and TIME only")
    parser.add_argument("--lines", action="store_true", help="score only lines that have gold (EventStoryLine)")
    options = parser.parse_args()
    taggers: dict[str, Callable[[str, date | None], list[Mention]]] = {"factcheck": ours}
    if options.peers:
        taggers |= peers()
    ours("Warm up on 3 May 2020.", date(2020, 6, 1))
    for path in options.gold:
        articles = load(path, options.half)
        print(f"{path.name}, {options.half}: {len(articles)} articles")
        for name, tagger in taggers.items():
            everything, news, cost = run(tagger, articles, options.lines)
            print(f"  {name:14} all        {everything.line()}")
            print(f"  {'':14} DATE+TIME  {news.line()}  {cost:.4f} CPU s per 1,000 words")
            if name != "factcheck":
                continue
            errors = news.errors if options.news else everything.errors
            if options.errors:
                for kind, identifier, line in sorted(errors):
                    print(f"    {kind:8} {identifier[:18]:18} {line}")
            if options.forms:
                forms = Counter(
                    (kind, re.sub(r"\d", "9", line[line.find("[") + 1 : line.find("]")].lower()))
                    for kind, _, line in errors
                )
                for (kind, form), number in forms.most_common(60):
                    print(f"    {number:4} {kind:8} {form}")


if __name__ == "__main__":
    main()
