"""The single member that closes a list: "38 Greeks, ten Italians and a Cypriot"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.assertions.model import Article
from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.expressions.quantity.nouns import singular
from factcheck.patterns import regex
from factcheck.text.model import Sentence

_SINGLE = regex(r"(?<=\band )(?:an?|one) (?P<noun>[A-Z][\w'’-]+|[a-z][\w'’-]+(?=[.,;)]|$))")
# "16 were taken: one escaped, five were freed", "three on farming and one on trade"
_ONE = regex(r"(?:(?<=: )|(?<=, )|(?<=; )|(?<=\band ))one(?= (?!of the\b|another\b|that\b|which\b)(?P<noun>[a-z]+))")
_CLOSE = 45
_NO_MEMBER = frozenset("half third quarter fifth tenth dozen hundred thousand million billion few lot bit week month "
                       "year day hour couple majority total lead margin share".split())  # fmt: skip


# "Turkey sent 80 rescuers, Greece 45 and Italy 30": elsewhere a name with a number is that of a thing
_GAPPED = regex(
    r"(?P<first>(?:, (?:the )?[A-Z][a-z]+ \d{1,3}(?:,\d{3})*(?![\w.:-]|,\d)){0,6}),? and (?:the )?[A-Z][a-z]+ "
    r"\d{1,3}(?:,\d{3})*(?![\w:-]|[.,]\d)"
)
_NUMBER = regex(r"\d{1,3}(?:,\d{3})*")
_MONTHS = regex(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")


def _gapped(prose: str, sentence: Sentence, counts: Sequence[Quantity]) -> list[Quantity]:
    """The numbers behind names that go on a list which a count began."""
    found: list[Quantity] = []
    for count in counts:
        comma = prose.find(",", count.end, min(sentence.end, count.end + 50))
        match = _GAPPED.match(prose, comma, sentence.end) if comma >= 0 else None
        if match is None or not match["first"] or _MONTHS.search(match.group()):
            continue
        for number in _NUMBER.finditer(prose, match.start(), match.end()):
            value = float(number.group().replace(",", ""))
            span = (number.start(), number.end())
            if not any(one.start < span[1] and one.end > span[0] for one in counts):
                found.append(Quantity(*span, number.group(), QuantityKind.COUNT, value, value, value))
    return found


def with_singles(article: Article, sentence: Sentence, quantities: Sequence[Quantity]) -> Sequence[Quantity]:
    """The quantities of a sentence with the "a" or "one" that ends a list of counts taken for the number one.

    They are ``quantities`` themselves where there is nothing to add.
    """
    counts = [one for one in quantities if one.kind is QuantityKind.COUNT]
    prose = article.document.prose
    gapped = _gapped(prose, sentence, counts) if counts else []
    if len(counts) < 3:
        return sorted([*quantities, *gapped], key=lambda one: one.start) if gapped else quantities
    result = [*quantities, *gapped]
    for match in (
        *_SINGLE.finditer(prose, counts[0].end, sentence.end),
        *_ONE.finditer(prose, sentence.start, sentence.end),
    ):
        if match.start() < counts[0].end or match["noun"].lower() in _NO_MEMBER:
            continue
        if any(one.start < match.end() and one.end > match.start() for one in result):
            continue
        if _stands_in_a_list(prose, match, quantities):
            noun = singular(match["noun"].lower())
            span = (match.start(), match.end())
            result.append(Quantity(*span, match.group(), QuantityKind.COUNT, 1.0, 1.0, 1.0, noun, noun))
    return sorted(result, key=lambda one: one.start) if len(result) > len(quantities) else quantities


def _stands_in_a_list(prose: str, match: re.Match[str], quantities: Sequence[Quantity]) -> bool:
    """Whether a count stands close before it, or, behind a colon, close after it."""
    before = [one for one in quantities if one.end <= match.start()]
    after = [one for one in quantities if one.start >= match.end()]
    if prose[match.start() - 2 : match.start()] == ": ":
        return bool(
            after
            and after[0].kind is QuantityKind.COUNT
            and after[0].start - match.end() < _CLOSE
            and re.search(r"[,;]| and ", prose[match.end() : after[0].start])
        )
    gap = prose[before[-1].end : match.start()] if before else "."
    return (
        bool(before)
        and before[-1].kind is QuantityKind.COUNT
        and len(gap) <= _CLOSE
        and not re.search(r"[.;:]", gap)
        and gap.count(",") <= 1
    )
