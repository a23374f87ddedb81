"""Precision and recall of people, organisations and places on hand-labelled articles, and the time they take.

The articles in ``benchmarks/data/names`` are invented for this project. Every mention by name is marked in them:
``<p>`` a person, ``<o>`` an organisation, ``<l>`` a country, city or other place, ``<n>`` another name; ``k`` gives
the full name where the mention is a short form. Demonyms, roles and pronouns are not marked and not counted.
A mention counts as found when its span agrees, titles and post-nominals aside; a place that is also a body
("at Southwark Crown Court") may be found as either.

Usage: ``python benchmarks/names.py [FILE…]``; files given are read without marks, and what is found is printed,
for a reader to judge.
"""

from __future__ import annotations

import re
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.document.model import Document
from factcheck.document.reading import read as read_documents
from factcheck.document.sources import find_sources
from factcheck.expressions.model import Mention, NameType
from factcheck.expressions.name import find_names
from factcheck.expressions.name.words import HONORIFICS, POST_NOMINALS, TITLES
from factcheck.expressions.place import find_places
from factcheck.expressions.spelling import fold
from factcheck.text import read

DATA = Path(__file__).parent / "data" / "names"
_MARK = re.compile(r'<(?P<tag>[polnx])(?: k="(?P<key>[^"]*)")?>(?P<text>.*?)</(?P=tag)>', re.DOTALL)
_KIND = {"p": "person", "o": "organisation", "l": "place", "n": "other"}


@dataclass(frozen=True)
class Gold:
    """A marked mention: its span in the text without marks, and the name it stands for."""

    start: int
    end: int
    kind: str
    text: str
    key: str


@dataclass
class Score:
    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    alias_right: int = 0
    alias_total: int = 0

    def line(self, kind: str) -> str:
        found, gold = self.right + len(self.wrong), self.right + len(self.missed)
        precision = self.right / found if found else 1.0
        recall = self.right / gold if gold else 1.0
        alias = f"  led to the full name {self.alias_right}/{self.alias_total}" if self.alias_total else ""
        return f"{kind:13} precision {precision:.3f}  recall {recall:.3f}  ({self.right} of {gold} found){alias}"


def unmark(marked: str) -> tuple[str, list[Gold]]:
    """The text without marks and the marked mentions, titles and post-nominals taken off."""
    out: list[str] = []
    gold: list[Gold] = []
    at = length = 0
    for match in _MARK.finditer(marked):
        out.append(marked[at : match.start()])
        length += match.start() - at
        text = match["text"]
        words = re.findall(r"\S+", text)
        first, last = 0, len(words)
        if match["tag"] == "p":
            while last - first > 1 and fold(words[first]) in HONORIFICS.keys() | TITLES:
                first += 1
            while last - first > 1 and fold(words[last - 1]) in POST_NOMINALS:
                last -= 1
        core = " ".join(words[first:last])
        start = length + text.index(core)
        gold.append(Gold(start, start + len(core), _KIND[match["tag"]], core, match["key"] or core))
        out.append(text)
        length += len(text)
        at = match.end()
    out.append(marked[at:])
    return "".join(out), gold


def score(path: Path, scores: dict[str, Score]) -> None:
    """Add one labelled article to the scores."""
    text, gold = unmark(path.read_text("utf-8"))
    [document] = [found for found in _documents(text) if isinstance(found, Document)]
    offset = document.text.index(text.strip()[:40]) - text.index(text.strip()[:40])
    read_text = read(document)
    places = find_places(document, read_text)
    names = find_names(document, read_text, places)
    named = {(n.start, n.end): n for n in names if n.mention in {Mention.FULL, Mention.PART}}
    placed = {(p.start, p.end): p for p in places if not p.gentilic}
    seen: set[tuple[int, int]] = set()
    full = {g.text for g in gold}
    for mention in gold:
        span = (mention.start + offset, mention.end + offset)
        if read_text.sentence_at(span[0]) is None:
            seen.add(span)
            continue  # a dateline or credit that the document room has set apart
        entry = scores[mention.kind]
        if mention.kind == "place":
            hit = placed.get(span) is not None
        else:
            name = named.get(span)
            if name is None and mention.text.endswith("."):
                name = named.get((span[0], span[1] - 1))  # the full stop of "Corp." may go
                seen.add((span[0], span[1] - 1))
            hit = name is not None and name.type.value == mention.kind
            if name is not None and mention.kind == "person" and mention.key != mention.text and hit:
                entry.alias_total += 1
                entry.alias_right += fold(name.canonical) == fold(mention.key) or mention.key not in full
        if hit:
            entry.right += 1
        else:
            entry.missed.append(f"{mention.text} ({path.stem})")
        seen.add(span)
    covered = [(g.start + offset, g.end + offset) for g in gold]
    for span, name in named.items():
        if span not in seen and name.type is not NameType.OTHER:
            scores[name.type.value].wrong.append(f"{name.text} ({path.stem})")
        elif span in seen:
            kind = next((g.kind for g in gold if (g.start + offset, g.end + offset) == span), "")
            if kind and name.type is not NameType.OTHER and kind not in {name.type.value, "place"}:
                scores[name.type.value].wrong.append(f"{name.text} ({path.stem})")
    for span, place in placed.items():
        inside = any(start <= span[0] and span[1] <= end for start, end in covered)
        if span not in seen and not inside:
            scores["place"].wrong.append(f"{place.text} ({path.stem})")


def _documents(text: str) -> list[object]:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(text, "utf-8")
        sources, _ = find_sources([str(path)])
        return [document for source in sources for document in read_documents(source)]


def show(paths: list[str]) -> None:
    """Print what is found in articles without labels, one name or place a line with its count."""
    sources, _ = find_sources(paths)
    for source in sources:
        for document in read_documents(source):
            if not isinstance(document, Document):
                continue
            text = read(document)
            places = find_places(document, text)
            print(f"# {document.name}")
            lines: dict[str, int] = {}
            for name in find_names(document, text, places):
                line = f"{name.type.value:12} {name.canonical} [{name.mention.value}] {name.role or ''}"
                lines[line] = lines.get(line, 0) + 1
            for place in places:
                kind = "people" if place.gentilic else "actor" if place.actor else place.kind
                line = f"place        {place.name} [{kind}] {', '.join(place.within)}"
                lines[line] = lines.get(line, 0) + 1
            for line in sorted(lines):
                print(f"  {lines[line]:3} {line}")


def speed() -> None:
    """Time names and places on the labelled articles, read over and over: seconds of CPU per 1,000 words."""
    documents = [d for path in sorted(DATA.glob("*.txt")) for d in _documents(unmark(path.read_text("utf-8"))[0])]
    texts = [(d, read(d)) for d in documents if isinstance(d, Document)] * 40
    words = sum(len(document.text.split()) for document, _ in texts)
    start = time.process_time()
    for document, text in texts:
        find_names(document, text, find_places(document, text))
    print(f"{(time.process_time() - start) / words * 1000:.4f} s of CPU per 1,000 words, {words} words")


def main() -> None:
    if len(sys.argv) > 1:
        show(sys.argv[1:])
        return
    scores = {kind: Score() for kind in _KIND.values()}
    for path in sorted(DATA.glob("*.txt")):
        score(path, scores)
    for kind, entry in scores.items():
        print(entry.line(kind))
        for label, items in (("wrong", entry.wrong), ("missed", entry.missed)):
            if items:
                print(f"    {label}: {', '.join(items)}")
    speed()


if __name__ == "__main__":
    main()
