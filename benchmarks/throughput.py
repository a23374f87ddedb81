"""Words a second by stage, and of a whole audit beside other libraries that do a part of it, in one run.

    python benchmarks/throughput.py [--articles 2000] [--folder /work/shared/bench/dev]

The articles of the folder are repeated: first as they are and audited as one corpus, in which a copy is judged once;
then with a line of its own in each repetition, so that nothing is a copy, each cluster audited alone: what news not
seen before costs. CPU time of this process. Beside the latter dateparser's ``search_dates``, quantulum3 and spaCy's
small English model on the same texts, each where it is installed. Ratios are what
counts: seconds depend on the machine and on what else it does.
"""

from __future__ import annotations

import argparse
import gc
import resource
import tempfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, suppress
from importlib import import_module
from io import StringIO
from pathlib import Path
from time import process_time
from typing import Any

from factcheck.assertions import find_assertions, find_unlisted
from factcheck.config import Settings
from factcheck.document.model import Document
from factcheck.document.reading import read
from factcheck.document.sources import find_sources
from factcheck.expressions.model import Expressions
from factcheck.expressions.name import find_names
from factcheck.expressions.place import find_places
from factcheck.expressions.quantity import find_quantities
from factcheck.expressions.time import find_times
from factcheck.pipeline import Means, audit, load_knowledge
from factcheck.ruleset import load_ruleset
from factcheck.text import read as read_text

_SAMPLE = 60  # articles that the other libraries are given


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--folder", default="/work/shared/bench/dev")
    options = parser.parse_args()
    gc.set_threshold(50_000, 20, 100)  # as the command line does
    clusters = [path for path in sorted(Path(options.folder).iterdir()) if path.is_dir()]
    documents = [one for path in clusters for one in _documents(path)]
    words = sum(len(one.text.split()) for one in documents)
    print(f"{len(documents)} articles, {words:,} words, repeated")
    for name, seconds in _stages(documents).items():
        print(f"  {name:<22}{seconds * 1e6 / words:>8.2f} microseconds a word")
    for what, way in (("one corpus with copies", _one_corpus), ("whole audit", _each_alone)):
        seconds, articles = way(clusters, options.articles)
        total = words * articles / len(documents)
        print(
            f"{what}, {articles:,} articles: {seconds * 1e6 / total:.2f} microseconds a word, "
            f"{total / seconds:,.0f} words and {articles / seconds:,.0f} articles a second of CPU"
        )
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    texts = [one.text for one in documents[:_SAMPLE]]
    sample = sum(len(text.split()) for text in texts)
    for name, work in _others():
        begin = process_time()
        for text in texts:
            with redirect_stderr(StringIO()), suppress(Exception):
                work(text)
        other = (process_time() - begin) / sample
        ratio = other / (seconds / total)
        print(f"  {name:<22}{other * 1e6:>8.2f} microseconds a word, {ratio:.1f} times the whole audit")
    return 0


def _documents(folder: Path) -> list[Document]:
    sources, _ = find_sources([str(folder)])
    return [item for source in sources for item in read(source) if isinstance(item, Document)]


def _stages(documents: list[Document]) -> dict[str, float]:
    """The least of three rounds for each step of reading, after one that warms it."""
    ruleset = load_ruleset([])
    knowledge = load_knowledge(ruleset.event_files, ruleset.alias_files)
    best: dict[str, float] = {}
    for _ in range(4):
        spent: dict[str, float] = {}

        def timed(name: str, work: Callable[..., Any], *arguments: Any, spent: dict[str, float] = spent) -> Any:
            begin = process_time()
            result = work(*arguments)
            spent[name] = spent.get(name, 0.0) + process_time() - begin
            return result

        for document in documents:
            text = timed("sentences", read_text, document)
            times = timed("times", find_times, document, text)
            places = timed("places", find_places, document, text)
            names = timed("names", find_names, document, text, places, knowledge.aliases)
            quantities = timed("quantities", find_quantities, document, text, times)
            parts = (document, text, Expressions(times, quantities, places, names))
            timed("assertions", find_assertions, *parts, knowledge.lexicon)
            timed("assertions, open", find_unlisted, *parts, knowledge.lexicon)
        best = {name: min(best.get(name, seconds), seconds) for name, seconds in spent.items()}
    return best


def _edition(clusters: list[Path], folder: Path, number: int, line: str) -> list[Path]:
    """Writes the clusters' articles, each with ``line`` at its end, to folders of their own; gives these back."""
    paths = []
    for cluster in clusters:
        path = folder / f"{cluster.name}-{number:05}"
        path.mkdir()
        paths.append(path)
        for document in sorted(cluster.iterdir()):
            if document.suffix in (".txt", ".html", ".md"):
                (path / document.name).write_text(document.read_text(encoding="utf-8") + line, encoding="utf-8")
    return paths


def _one_corpus(clusters: list[Path], count: int) -> tuple[float, int]:
    """CPU seconds and articles of one audit of a folder with all clusters repeated, as they are."""
    with tempfile.TemporaryDirectory() as folder:
        number = articles = 0
        while articles < count:
            paths = _edition(clusters, Path(folder), number, "")
            articles += sum(len(list(path.iterdir())) for path in paths)
            number += 1
        return _audited(folder), articles


def _each_alone(clusters: list[Path], count: int) -> tuple[float, int]:
    """CPU seconds and articles of audits of the clusters, each alone and with a line of its own in each article."""
    seconds, articles = 0.0, 0
    with tempfile.TemporaryDirectory() as folder:
        number = 0
        while articles < count:
            for path in _edition(clusters, Path(folder), number, f"\n\nEdition {number}\n"):
                seconds += _audited(str(path))
                articles += len(list(path.iterdir()))
            number += 1
    return seconds, articles


def _audited(path: str) -> float:
    settings, ruleset = Settings(), load_ruleset([])
    begin = process_time()
    audit([path], settings, ruleset, Means(keep_corpus=0))
    return process_time() - begin


def _others() -> Iterator[tuple[str, Callable[[str], object]]]:
    with suppress(ImportError):
        search = import_module("dateparser.search").search_dates
        yield "search_dates", lambda text: search(text, languages=["en"])
    with suppress(ImportError):
        yield "quantulum3", import_module("quantulum3.parser").parse
    with suppress(ImportError, OSError):
        yield "spaCy en_core_web_sm", import_module("spacy").load("en_core_web_sm")


if __name__ == "__main__":
    raise SystemExit(main())
