"""Time and memory by size, on generated articles whose conflicts are known.

    python benchmarks/scaling.py [--sizes 100,1000,10000,100000] [--jobs 2] [--hot] [--folder DIR]

For each size: articles and words, CPU seconds, wall clock, words a second of CPU, peak memory of the parent and of the
largest worker, planted conflicts found, and findings that were not planted. Then the exponent of CPU time over the
number of articles, fitted by least squares to the logarithms of all sizes from 1,000 on. Linux only (/proc).
"""

from __future__ import annotations

import argparse
import json
import math
import tempfile
from pathlib import Path

from generated import articles, has_wrong_day, has_wrong_weekday
from measured import Cost, factcheck


def write(count: int, path: Path, *, hot: bool) -> int:
    """Writes the articles; returns their words."""
    words = 0
    with path.open("w", encoding="utf-8") as file:
        for one in articles(count, hot=hot):
            words += len(one["text"].split())
            file.write(json.dumps(one) + "\n")
    return words


def judged(report: Path, count: int, *, hot: bool) -> tuple[int, int, int]:
    """How many planted conflicts there are, how many were found, and how many other errors and warnings were told."""
    found: set[tuple[str, int]] = set()
    others = 0
    with report.open(encoding="utf-8") as file:
        findings = [json.loads(line) for line in file]
    planted = {("date-conflict", 0)} if hot else set()
    for number in range(0 if hot else count):
        story, teller = divmod(number, 4)
        if has_wrong_day(story, teller):
            planted.add(("date-conflict", story))
        if has_wrong_weekday(story, teller):
            planted.add(("weekday-mismatch", story))
    for finding in findings:
        if finding.get("severity") not in ("error", "warning"):
            continue
        stories = {int(place["document"].rsplit("#s", 1)[1][:7]) for place in finding["locations"]}
        key = (finding["category"], min(stories))
        if len(stories) == 1 and key in planted:
            found.add(key)
        else:
            others += 1
    return len(planted), len(found), others


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sizes", default="100,1000,10000")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--hot", action="store_true", help="all articles tell of one event")
    parser.add_argument("--folder", help="where the corpora are written")
    options = parser.parse_args()
    points: list[tuple[float, float]] = []
    print(
        f"{'articles':>9} {'words':>12} {'CPU s':>8} {'wall s':>8} {'words/s':>8} "
        f"{'parent MB':>9} {'worker MB':>9}  found"
    )
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        for count in map(int, options.sizes.split(",")):
            path, report = Path(folder) / f"{count}.jsonl", Path(folder) / f"{count}-report.jsonl"
            words = write(count, path, hot=options.hot)
            cost = factcheck(
                "audit", str(path), "--no-store", "--format", "jsonl", "--jobs", str(options.jobs), output=report
            )
            tell(count, words, cost, judged(report, count, hot=options.hot))
            path.unlink()
            if count >= 1000:
                points.append((math.log(count), math.log(cost.cpu)))
    if len(points) > 1:
        print(f"exponent of CPU time: {slope(points):.3f}")
    return 0


def tell(count: int, words: int, cost: Cost, found: tuple[int, int, int]) -> None:
    planted, right, others = found
    print(
        f"{count:>9,} {words:>12,} {cost.cpu:>8.1f} {cost.wall:>8.1f} {words / cost.cpu:>8,.0f} {cost.parent:>9.0f} "
        f"{cost.worker:>9.0f}  {right} of {planted} planted, {others} not planted" + ("" if cost.code == 1 else " !"),
        flush=True,
    )
    if cost.code not in (0, 1):
        print(cost.errors[-2000:])


def slope(points: list[tuple[float, float]]) -> float:
    """Of the least-squares line."""
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)


if __name__ == "__main__":
    raise SystemExit(main())
