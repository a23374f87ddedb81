"""The same quoted words must be one person's in all articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pydantic import Field

from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.statements import Quote, quotes
from factcheck.checks.telling import article_name
from factcheck.identity.model import Corpus

_CROWD = 12  # quotations that share a run of words, beyond which it is a formula
# Who speaks for another.
_MOUTHPIECES = ("spokes", "lawyer", "aide", "attorney", "press secretary", "interpreter", "translator")


class Options(BaseOptions):
    """What a rule may set."""

    days: int = Field(default=31, ge=0, description="Days between two articles within which they quote one occasion.")


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each quotation that two articles give to two persons."""
    shared: dict[tuple[str, ...], list[Quote]] = defaultdict(list)
    said: set[tuple[tuple[str, ...], str, int]] = set()
    for number in range(len(corpus.articles)):
        for quote in quotes(corpus, number):
            for shingle in quote.shingles:
                shared[shingle].append(quote)
                said.add((shingle, quote.speaker, number))
    reported: set[tuple[str, ...]] = set()
    for shingle, found in shared.items():
        if not 2 <= len(found) <= _CROWD:
            continue
        for index, one in enumerate(found):
            for other in found[index + 1 :]:
                key = (*sorted((one.speaker, other.speaker)), *sorted((str(one.number), str(other.number))))
                if key in reported or not _are_two(one, other) or not _near(corpus, one, other, options):
                    continue
                # An article that has both say it knows better.
                if any((shingle, a.speaker, b.number) in said for a, b in ((one, other), (other, one))):
                    continue
                reported.add(key)
                yield _conflict(corpus, one, other, shingle)


def _are_two(one: Quote, other: Quote) -> bool:
    """Whether two speakers are certainly two persons, each speaking for himself."""
    if one.number == other.number or one.speaker == other.speaker:
        return False
    if set(one.label.lower().split()) & set(other.label.lower().split()):
        return False
    return not any(word in quote.role for quote in (one, other) for word in _MOUTHPIECES)


def _near(corpus: Corpus, one: Quote, other: Quote, options: Options) -> bool:
    first, second = (corpus.articles[quote.number].document.published.first for quote in (one, other))
    return first is None or second is None or abs((first - second).days) <= options.days


def _conflict(corpus: Corpus, one: Quote, other: Quote, shingle: tuple[str, ...]) -> Conflict:
    first, second = corpus.articles[one.number], corpus.articles[other.number]
    words = " ".join(first.document.text[one.span.start : one.span.end].split())
    short = words if len(words) <= 120 else f'{words[:117]}..."'
    return Conflict(
        message=f"{article_name(first)} has {one.label} say {short}; {article_name(second)} has {other.label} say it.",
        evidence=(
            Evidence(first.document.name, one.span.start, one.span.end),
            Evidence(second.document.name, other.span.start, other.span.end),
        ),
        key=("quote", *sorted((one.speaker, other.speaker)), " ".join(shingle)),
        explanation=(
            f'Both quotations have the words "{" ".join(shingle)}".',
            f"{article_name(first)} names {one.label}, {article_name(second)} names {other.label}.",
        ),
        suggestion="Check the recording or the agency's copy for who said it.",
        confidence=0.85,
    )
