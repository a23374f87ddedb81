"""Repairs by the rest of the corpus: what other articles give for the values of a finding.

A check says what would make its statements true. Whether another article supports that, or one of the two sides, is
the same question for every check, so it is asked here once, of finished findings: figures, lengths of time, ages,
dates and places alike. Places, severity and fingerprint of a finding stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.checks.other_readings import Library, Reading
from factcheck.checks.telling import article_name
from factcheck.findings.model import Finding, Location
from factcheck.identity.model import Corpus
from factcheck.patterns import regex
from factcheck.records import replace
from factcheck.vocabulary import Severity

_MOST_ASKED = 100  # findings of one run that the corpus is asked about
_MOST_PLACES = 8  # of a finding
_MOST_TOLD, _MOST_LINES = 2, 12  # readings in a suggestion, and in the explanation
_NUMBER = regex(r"\d+(?:[.,]\d+)*")


def with_support(findings: Iterable[Finding], corpus: Corpus) -> tuple[Finding, ...]:
    """The findings, each with what articles that it does not quote give for its values, if any do.

    What asks for no correction (of severity info) is left as it is.
    """
    library = Library(corpus)
    found: list[Finding] = []
    asked = 0
    for finding in findings:
        if finding.severity is not Severity.INFO and len(corpus.articles) > 1 and asked < _MOST_ASKED:
            asked += 1
            finding = _supported(finding, library)
        found.append(finding)
    return tuple(found)


def _supported(finding: Finding, library: Library) -> Finding:
    quoted = {place.document for place in finding.locations}
    agreeing: dict[tuple[str, int], tuple[Location, Reading]] = {}
    differing: dict[tuple[str, int], tuple[Location, Reading]] = {}
    for place in finding.locations[:_MOST_PLACES]:
        for reading in library.readings(place.document, place.start, place.end):
            key = (reading.article.document.name, reading.start)
            useful = reading.sure or reading.agrees or _fits(finding, place, reading)
            if key[0] not in quoted and useful:
                (agreeing if reading.agrees else differing).setdefault(key, (place, reading))
    # Who differs from one side of a conflict agrees with the other, most often.
    for key in agreeing:
        differing.pop(key, None)
    lines = [_differs(finding, *pair) for _, pair in sorted(differing.items())]
    if len(quoted) <= _MOST_PLACES:  # where so many are quoted, who agrees with them is counted already
        lines += [_agrees(*pair) for _, pair in sorted(agreeing.items())]
    lines = [line for line in dict.fromkeys(lines) if line not in finding.explanation]
    if not lines:
        return finding
    # What would make it true goes first.
    lines.sort(key=lambda line: not line.endswith("would fit."))
    return replace(
        finding,
        suggestion=" ".join([*([finding.suggestion] if finding.suggestion else []), *lines[:_MOST_TOLD]]),
        explanation=(*finding.explanation, *lines[:_MOST_LINES]),
    )


def _agrees(place: Location, reading: Reading) -> str:
    return f"{article_name(reading.article)} also gives {reading.words}."


def _differs(finding: Finding, place: Location, reading: Reading) -> str:
    told = f'{article_name(reading.article)} gives {reading.words} for "{place.quote}"'
    return f"{told}, which would fit." if _fits(finding, place, reading) else f"{told}."


def _fits(finding: Finding, place: Location, reading: Reading) -> bool:
    """Whether the other article's value is the one that the suggestion asks for."""
    asked = set(_NUMBER.findall(finding.suggestion or "")) - set(_NUMBER.findall(place.quote))
    return bool(asked & set(_NUMBER.findall(reading.words)))
