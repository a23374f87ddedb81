"""Accuracy and speed of the quantity finder beside quantulum3, on openly licensed gold.

usage: python benchmarks/quantities.py [--data DIR] [--half tune|report|all] [--errors]

Three sets (see the data's README): MEANTIME's values in Wikinews articles, the nearest to what this
project reads; quantulum3's own test sentences; grobid-quantities' scientific abstracts. Each text falls
into one of two halves by a stable hash: "tune" to look at, "report" to publish.

A prediction matches a gold value when their spans overlap and the numbers agree (of a range: the middle
or either end). Value F1 counts those; value+unit F1 asks for the same unit as well, where the gold
knows one. MEANTIME marks no units: those of money and percentages are read off its text, those of counts
and measures are labelled by hand in quantities_units.tsv. Gold without a number ("many") is left out, as
are times (MEANTIME's own time spans are given to both systems) and ordinals.
quantulum3 takes part when it is installed. It tells no counts apart from dimensionless numbers, so
its unit for a count is taken to be whatever it names.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import re
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from factcheck.document.model import Block, BlockKind, Document, SourceMap
from factcheck.expressions.model import QuantityKind, Timex, TimexType
from factcheck.expressions.quantity import find_quantities, numerals
from factcheck.expressions.quantity.nouns import singular
from factcheck.text import read

_HERE = Path(__file__).parent
_UNKNOWN = "?"


@dataclass(frozen=True)
class Value:
    """A span with the numbers that count as right and a unit (None: a bare number; "?": not known)."""

    start: int
    end: int
    numbers: tuple[float, ...]
    unit: str | None


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    gold: tuple[Value, ...]
    times: tuple[tuple[int, int], ...] = ()
    stop: int | None = None


def half_of(name: str) -> str:
    """The half a text belongs to, the same on every machine."""
    return "tune" if sha256(name.encode()).digest()[0] % 2 else "report"


# --- gold ---------------------------------------------------------------------------------------------------


def numbers_in(surface: str) -> tuple[float, ...]:
    """The numbers a gold surface states; of a range both and their middle. Independent of the finder's ranges."""
    folded = re.sub(r"(?<=\d) (?=\d{3})", "", surface.replace("–", "-").replace(" ,", ","))
    found: list[tuple[float, bool]] = []
    position = 0
    while match := numerals.START.search(folded, position):
        numeral = numerals.read(folded, match, len(folded), money=bool(re.search(r"[$£€#]", folded)))
        position = numeral.end if numeral else match.end()
        if numeral and not numeral.ordinal:
            sign = -1 if folded[match.start() - 1 : match.start()] == "-" and match.start() == 1 else 1
            found.append((sign * numeral.value, numeral.scaled))
    values = [value for value, _ in found]
    if len(values) == 2:
        if values[0] * 1000 < values[1] and not found[0][1]:
            factor = next(f for f in (1e9, 1e6, 1e3, 1) if values[1] >= f)
            values[0] *= factor
        values.append((values[0] + values[1]) / 2)
    return tuple(values)


_MONEY_SIGNS = (
    ("US$", "US dollar"),
    ("USD", "US dollar"),
    ("AU$", "Australian dollar"),
    ("A$", "Australian dollar"),
    ("$", "US dollar"),
    ("€", "euro"),
    ("£", "pound sterling"),
    ("yuan", "yuan"),
    ("euro", "euro"),
    ("pound", "pound sterling"),
    ("yen", "yen"),
    ("cent", "US cent"),
)


def meantime(folder: Path) -> list[Case]:
    units: dict[tuple[str, int], str | None] = {}
    for line in (_HERE / "quantities_units.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, offset, unit = line.split("\t")
            units[name, int(offset)] = None if unit == "-" else singular(unit) if unit.islower() else unit
    spans = {}
    for line in (folder / "timex" / "meantime.jsonl").open(encoding="utf-8"):
        record = json.loads(line)
        spans[record["id"]] = tuple((timex["start"], timex["end"]) for timex in record["timexes"])
    cases = []
    for line in (folder / "quantities" / "meantime_values.jsonl").open(encoding="utf-8"):
        record = json.loads(line)
        name = record["id"]
        gold = []
        for value in record["quantities"]:
            numbers = numbers_in(value["surface"])
            if not numbers:
                continue
            if value["label"] == "MONEY":
                unit = next((unit for sign, unit in _MONEY_SIGNS if sign in value["surface"]), _UNKNOWN)
            elif value["label"] == "PERCENT":
                unit = "percent"
            else:
                unit = units.get((name.split("_")[0], value["start"]), _UNKNOWN)
            gold.append(Value(value["start"], value["end"], numbers, unit))
        cases.append(Case(name, record["text"], tuple(gold), spans.get(name, ()), record["annotated_end"]))
    return cases


def quantulum_tests(folder: Path) -> list[Case]:
    cases = []
    for line in (folder / "quantities" / "quantulum3.jsonl").open(encoding="utf-8"):
        record = json.loads(line)
        gold = []
        for value in record["quantities"]:
            if value["value"] is None or value["start"] is None:
                continue
            unit = value["unit"]
            gold.append(Value(value["start"], value["end"], (float(value["value"]),), _canonical(unit)))
        cases.append(Case(record["text"], record["text"], tuple(gold)))
    return cases


def grobid(folder: Path) -> list[Case]:
    cases = []
    for line in (folder / "quantities" / "grobid_quantities.jsonl").open(encoding="utf-8"):
        record = json.loads(line)
        gold = []
        for value in record["quantities"]:
            numbers: tuple[float, ...] = ()
            for number in value["nums"]:
                numbers += numbers_in(number["text"])[:1]
            if numbers:
                if len(numbers) == 2:
                    numbers += (sum(numbers) / 2,)
                gold.append(Value(value["start"], value["end"], numbers, _UNKNOWN))
        cases.append(Case(record["id"], record["text"], tuple(gold)))
    return cases


_ALIASES = {
    "dollar": "US dollar",
    "united states dollar": "US dollar",
    "dimensionless": None,
    "percentage": "percent",
    "pound-mass": "pound",
    "cent": "US cent",
    "pennies": "penny",
}


def _canonical(unit: str | None) -> str | None:
    if unit is None:
        return None
    unit = unit.replace("meter", "metre").replace("liter", "litre")
    return _ALIASES.get(unit.lower(), unit)


# --- systems ------------------------------------------------------------------------------------------------


def _document(case: Case) -> Document:
    blocks = []
    offset = 0
    for line in case.text.split("\n"):
        if line.strip():
            start = offset + len(line) - len(line.lstrip())
            blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(line.strip())))
        offset += len(line) + 1
    return Document(case.name, case.text, case.text, tuple(blocks), SourceMap((0,), (0,), (0,)))


def ours(cases: list[Case]) -> tuple[list[list[Value]], float]:
    """Predictions and the CPU seconds the finder took (reading sentences apart)."""
    prepared = []
    for case in cases:
        document = _document(case)
        times = tuple(Timex(start, end, case.text[start:end], TimexType.DATE, "") for start, end in sorted(case.times))
        prepared.append((document, read(document), times))
    clock = time.process_time()
    found = [find_quantities(*each) for each in prepared]
    clock = time.process_time() - clock
    result = []
    for quantities in found:
        values = []
        for quantity in quantities:
            if quantity.kind is QuantityKind.ORDINAL:
                continue
            numbers = [quantity.value]
            if abs(quantity.low) != float("inf") and abs(quantity.high) != float("inf"):
                middle = (quantity.low + quantity.high) / 2
                if abs(middle - quantity.value) < 1e-9 * max(1.0, abs(middle)):
                    numbers += [quantity.low, quantity.high]
            values.append(Value(quantity.start, quantity.end, tuple(numbers), quantity.unit))
        result.append(values)
    return result, clock


def quantulum(cases: list[Case]) -> tuple[list[list[Value]], float]:
    """quantulum3's predictions, without its classifier, on each paragraph."""
    from quantulum3 import parser  # type: ignore[import-not-found]

    parser.parse("5 km", classifier_path=None)
    clock = time.process_time()
    raw: list[list[tuple[int, Any]]] = []
    for case in cases:
        offset = 0
        each: list[tuple[int, Any]] = []
        for line in case.text.split("\n"):
            if line.strip():
                with contextlib.suppress(Exception):  # it fails on some texts
                    each.extend((offset, quantity) for quantity in parser.parse(line))
            offset += len(line) + 1
        raw.append(each)
    clock = time.process_time() - clock
    result = []
    for each in raw:
        values = []
        for offset, quantity in each:
            unit = _canonical(quantity.unit.name)
            values.append(Value(offset + quantity.span[0], offset + quantity.span[1], (float(quantity.value),), unit))
        result.append(values)
    return result, clock


# --- scores -------------------------------------------------------------------------------------------------


def _equal(left: Iterable[float], right: Iterable[float]) -> bool:
    return any(abs(a - b) <= 1e-3 * max(abs(a), abs(b)) + 1e-12 for a in left for b in right)


def _same_unit(gold: str | None, predicted: str | None) -> bool:
    return gold == _UNKNOWN or (gold or "").lower() == (predicted or "").lower()


def score(
    cases: list[Case], predictions: list[list[Value]], errors: bool, *, per_number: bool = True
) -> dict[str, float]:
    matched = with_unit = predicted_total = gold_total = known = 0
    for case, values in zip(cases, predictions, strict=True):
        stop = case.stop if case.stop is not None else len(case.text)
        kept = [
            value
            for value in values
            if (value.start < stop and not any(start < value.end and value.start < end for start, end in case.times))
            or any(value.start < gold.end and gold.start < value.end for gold in case.gold)
        ]
        gold = _outermost([g for g in case.gold if g.start < stop])
        used: set[int] = set()
        for wanted in gold:
            hit = None
            for index, value in enumerate(kept):
                if index in used or not (value.start < wanted.end and wanted.start < value.end):
                    continue
                if _equal(wanted.numbers, value.numbers):
                    hit = index
                    break
            gold_total += 1
            if hit is None:
                if errors:
                    near = [v.numbers for v in kept if v.start < wanted.end and wanted.start < v.end]
                    print(f"MISS  {wanted.numbers} {_show(case.text, wanted)} near {near}")
                continue
            used.add(hit)
            matched += 1
            if _same_unit(wanted.unit, kept[hit].unit):
                with_unit += 1
            elif errors:
                print(f"UNIT  {wanted.unit!r} not {kept[hit].unit!r}: {_show(case.text, wanted)}")
            known += wanted.unit != _UNKNOWN
        for index, value in enumerate(kept):
            if index in used:
                continue
            inside = any(value.start < g.end and g.start < value.end for g in gold)
            # The further ends of a range whose other end matched are no false alarms.
            if inside and any(
                _equal(g.numbers, value.numbers) for g in gold if g.start < value.end and value.start < g.end
            ):
                continue
            predicted_total += 1
            if errors:
                print(f"EXTRA {value.numbers} {value.unit} {_show(case.text, value)}")
    predicted_total += matched
    return {
        "gold": gold_total,
        "precision": matched / max(1, predicted_total),
        "recall": matched / max(1, gold_total),
        "value": 2 * matched / max(1, predicted_total + gold_total),
        "value+unit": 2 * with_unit / max(1, predicted_total + gold_total),
        "units known": known,
    }


def _outermost(gold: list[Value]) -> list[Value]:
    """Of nested gold values ("$5.9 billion, or $9.66" beside "$9.66") those that hold no other."""
    return [
        one
        for one in gold
        if not any(
            other is not one
            and one.start <= other.start
            and other.end <= one.end
            and len(one.numbers) > len(other.numbers)
            for other in gold
        )
    ]


def _show(text: str, value: Value) -> str:
    left = text[max(0, value.start - 30) : value.start]
    return f"{left}[{text[value.start : value.end]}]{text[value.end : value.end + 35]}".replace("\n", " ")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("/work/shared/data"))
    parser.add_argument("--half", choices=("tune", "report", "all"), default="report")
    parser.add_argument("--errors", action="store_true", help="print what was missed, misread or made up")
    parser.add_argument("--only", help="one set: meantime, quantulum3 or grobid")
    args = parser.parse_args()
    if not (args.data / "quantities").is_dir():
        print(f"no gold in {args.data}", file=sys.stderr)
        return 2
    systems: list[tuple[str, Callable[[list[Case]], tuple[list[list[Value]], float]]]] = [("factcheck", ours)]
    try:
        import quantulum3  # type: ignore[import-not-found]  # noqa: F401

        systems.append(("quantulum3", quantulum))
    except ImportError:
        print("quantulum3 is not installed: factcheck alone")
    print(f"{'set':<12}{'system':<12}{'gold':>6}{'P':>8}{'R':>8}{'value F1':>10}{'+unit F1':>10}{'s/1000 words':>14}")
    for name, load in (("meantime", meantime), ("quantulum3", quantulum_tests), ("grobid", grobid)):
        if args.only and args.only != name:
            continue
        cases = [case for case in load(args.data) if args.half in {"all", half_of(case.name)}]
        words = sum(len(case.text.split()) for case in cases)
        for system, predict in systems:
            predictions, seconds = predict(cases)
            result = score(cases, predictions, args.errors and system == "factcheck")
            unit = f"{100 * result['value+unit']:>10.1f}" if result["units known"] else f"{'-':>10}"
            print(
                f"{name:<12}{system:<12}{result['gold']:>6.0f}{100 * result['precision']:>8.1f}"
                f"{100 * result['recall']:>8.1f}{100 * result['value']:>10.1f}{unit}{1000 * seconds / words:>14.4f}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
