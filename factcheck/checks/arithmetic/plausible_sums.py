"""Sums that no phrase announces: a list of figures beside one figure that they just fail to make.

"Valmora's athletes flew home with 19 medals. They won six golds, five silvers and nine bronzes": that the parts come
so near to a figure told right before them, and to no other, is itself evidence that they are meant to make it. The
evidence is added up in bits, as for linked events: how many parts, how near they come, whether the difference is a slip
of one digit, words of totals, whether the list counts what the total counts. A list that makes some figure near it
exactly is explained and says nothing of the others.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article
from factcheck.checks.arithmetic.groups import at_places, group_count, named_groups, of_these
from factcheck.checks.arithmetic.precision import written_step
from factcheck.checks.arithmetic.rolls import singles
from factcheck.checks.arithmetic.sum_words import (
    EITHER_OR,
    IN_TWO,
    MAJORITY,
    MAY_BE_ABSENT,
    OF_THEM,
    OPEN,
    PART_OF_IT,
    PLACING,
    RELATED,
    REST,
    SEPARATOR,
    TOTAL,
    TURNS,
    UNREAD,
)
from factcheck.checks.arithmetic.sums import Claim, Sum
from factcheck.checks.templates import times_in
from factcheck.expressions.model import Bound, Quantity, QuantityKind
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.text.model import Sentence

MINIMUM = 4.0  # bits
MINIMUM_SHORT = 5.0
_NEAREST, _NEAR = 0.06, 0.1  # by what part of the total the parts may miss it
_LONGEST_GAP = 80
_WINDOW = 3  # sentences on either side of the list in which its total may stand
_MOST_FIGURES = 24  # in one sentence
_ADDABLE = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE})


@dataclass(frozen=True, slots=True)
class _List:
    sentence: Sentence
    parts: tuple[Quantity, ...]


def sums(article: Article, told: Sequence[tuple[Sentence, Sequence[Quantity]]]) -> Iterator[Sum]:
    """The sums that figures of neighbouring sentences (``told``, in text order) seem meant to make."""
    for index, (sentence, quantities) in enumerate(told):
        if len(quantities) < 2:
            continue
        for parts, only in _lists(article, sentence, quantities):
            near = [
                (other, quantity)
                for other, others in told[max(0, index - _WINDOW) : index + _WINDOW + 1]
                if other.block == sentence.block
                if len(others) <= _MOST_FIGURES
                for quantity in others
                if quantity not in parts and only in (None, quantity) and _can_be_total(quantity, parts)
            ]
            added = sum(part.value for part in parts)
            if any(_makes(added, parts, quantity) for _, quantity in near):
                continue
            if _adds_more(article, sentence, parts) and any(
                _makes(added - parts[-1].value, parts[:-1], quantity) for _, quantity in near
            ):
                continue
            near = [pair for pair in near if not _half_of_a_total(article.document.prose, pair[1], quantities)]
            weighed = [(_evidence(article, _List(sentence, parts), other, total), total) for other, total in near]
            # Parts that exceed the whole cannot be; parts that fall short may only be those worth telling.
            likely = [
                (weight, total)
                for weight, total in weighed
                if weight >= (MINIMUM if added > total.value else MINIMUM_SHORT)
            ]
            if likely and len({total.value for _, total in likely}) == 1:
                weight, total = max(likely, key=lambda pair: pair[0])
                yield Sum(parts, (total,), Claim.LIKELY, confidence=round(min(0.9, 0.5 + 0.05 * weight), 2))
                break  # the longest list that comes near is what the text means


def _lists(
    article: Article, sentence: Sentence, quantities: Sequence[Quantity]
) -> Iterator[tuple[tuple[Quantity, ...], Quantity | None]]:
    """Runs of two figures or more that stand side by side, each with the only total it may have, if there is one."""
    usable = [quantity for quantity in quantities if quantity.kind in _ADDABLE]
    if len(usable) > _MOST_FIGURES:
        return  # a table without lines, or a hostile text
    prose = article.document.prose
    run: list[Quantity] = []
    for quantity in usable:
        if run and _joined(prose, run[-1], quantity):
            run.append(quantity)
            continue
        yield from _ways(article, sentence, run)
        run = [quantity]
    yield from _ways(article, sentence, run)


def _ways(
    article: Article, sentence: Sentence, run: Sequence[Quantity]
) -> Iterator[tuple[tuple[Quantity, ...], Quantity | None]]:
    """A run as a list; or its first or last figure as the total ("18m will be met by 9m, 4m and 3m")."""
    prose = article.document.prose
    if group_count(article, sentence, run):
        run = run[1:]
    if len(run) >= 2 and not UNREAD.search(prose, run[-1].end, sentence.end):
        yield tuple(run), None
    if len(run) >= 3:
        yield tuple(run[1:]), run[0]
        yield tuple(run[:-1]), run[-1]


def _joined(prose: str, left: Quantity, right: Quantity) -> bool:
    gap = prose[left.end : right.start]
    if len(gap) > _LONGEST_GAP or not SEPARATOR.search(gap) or RELATED.search(PLACING.sub(" ", gap)):
        return False
    if TURNS.search(gap):
        return False
    return _alike(left, right)


def _alike(left: Quantity, right: Quantity) -> bool:
    if left.kind is not right.kind:
        # "£9.5m, 4m and 3.5m": a bare number beside money is money, if it is as large.
        bare, money = (left, right) if left.kind is QuantityKind.COUNT else (right, left)
        return bare.kind is QuantityKind.COUNT and bare.unit is None and bare.value >= 1000 and _is_money(money)
    return left.kind is QuantityKind.COUNT or left.unit == right.unit


def _is_money(quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.MONEY


def _can_be_total(quantity: Quantity, parts: Sequence[Quantity]) -> bool:
    return (
        quantity.kind in _ADDABLE
        and quantity.bound is Bound.EXACT
        and all(part.bound is Bound.EXACT and part.value > 0 for part in parts)
        and all(_alike(quantity, part) for part in parts)
        and quantity.value > max(part.value for part in parts)
    )


def _half_of_a_total(prose: str, total: Quantity, quantities: Sequence[Quantity]) -> bool:
    """Whether the figure is one of two that make the total together: "44 passengers and five crew"."""
    for other in quantities:
        gap = prose[min(total.end, other.end) : max(total.start, other.start)]
        if other is not total and len(gap) < 24 and re.fullmatch(r"(?: [a-z]+){0,2} and (?:a |its )?", gap):
            return True
    return False


def _makes(added: float, parts: Sequence[Quantity], total: Quantity) -> bool:
    """Whether the parts make the total as far as all are rounded."""
    loose = sum(written_step(part) for part in parts) / 2 + written_step(total) / 2
    exact = all(one.kind is QuantityKind.COUNT and written_step(one) <= 1 for one in (*parts, total))
    return abs(added - total.value) <= (0.0 if exact else loose)


def _evidence(article: Article, found: _List, where: Sentence, total: Quantity) -> float:
    """Bits for the list being meant to make the total; far below nothing where something speaks against it."""
    parts, prose = found.parts, article.document.prose
    added = sum(part.value for part in parts)
    miss = abs(added - total.value) / total.value
    slip = _is_slip(added, total.value)
    if miss > 2 * _NEAR:
        return -9.0
    grouped = named_groups(article, where, found.sentence, parts) and _of_its_kind(parts, total)
    opened = of_these(article, where, found.sentence, parts, total)
    placed = (grouped or opened) and at_places(prose, found.sentence, parts)
    may_be_far = placed or ((grouped or slip) and len(parts) > 2)
    if miss > (2 * _NEAR if may_be_far else _NEAR):
        return -9.0
    other_part = PART_OF_IT.search(prose, max(where.start, total.start - 40), total.start)
    if other_part is not None and not any(abs(part.end - other_part.start()) <= 1 for part in parts):
        return -9.0  # "Fourteen of the 31 boats": they are a part, too
    body = PLACING.sub(" ", prose[parts[0].start : found.sentence.end])
    if IN_TWO.search(body):
        return -9.0
    if _adds_more(article, found.sentence, parts):
        body = body.replace(" more ", " ", 1)
    if MAY_BE_ABSENT.search(body) and (added < total.value or not _exclude_each_other(body, total)):
        return -9.0
    before = prose[found.sentence.start : parts[0].start]
    around = prose[max(where.start, total.start - 40) : min(where.end, total.end + 40)]
    if (
        OPEN.search(body)
        or (OPEN.search(before[-40:]) and not grouped)
        or OPEN.search(prose[where.start : total.start][-25:])
    ):
        return -9.0
    if added < total.value and REST.search(prose, parts[-1].end, found.sentence.end):
        return -9.0
    lacking = total.value - added
    if total.kind is QuantityKind.COUNT and 0 < lacking <= singles(prose[where.start : found.sentence.end]):
        return -9.0  # "one escaped in July", "and a nurse": a part without a figure
    bits = {2: 0.0, 3: 2.0}.get(len(parts), 2.5)
    bits += 1.5 if slip else 1.0 if miss <= _NEAREST else 0.0
    if TOTAL.search(around) or TOTAL.search(before + body):
        bits += 2.0
    if where is found.sentence or where.end <= found.sentence.start:
        bits += 0.5
    bits += _same_thing(prose, parts, total)
    bits += 1.0 * (added > total.value and _parallel(prose, parts)) + 2.5 * grouped + 2.0 * opened + 2.0 * placed
    if where is not found.sentence and not grouped and _dated_one_by_one(article, parts):
        return -9.0  # "Fifty died in May. Thirty died in June, 12 in July and nine in August"
    return bits


_LED = regex(r"(?: [a-z]+)? (from|for|in|to|by|on|at|with)\b")


def _parallel(prose: str, parts: Sequence[Quantity]) -> bool:
    """Whether all parts are told in the same way: "380,000 from the state and 290,000 from donors"."""
    led = [_LED.match(prose, part.end) for part in parts]
    return all(led) and len({one[1] for one in led if one}) == 1


def _exclude_each_other(body: str, total: Quantity) -> bool:
    """Whether the parts are ways to vote of which each member of the total has one; the total is no vote itself."""
    return EITHER_OR.search(body) is not None and total.unit != "vote" and not MAJORITY.search(body)


def _of_its_kind(parts: Sequence[Quantity], total: Quantity) -> bool:
    return total.kind is not QuantityKind.COUNT or {_noun(part) for part in parts} <= {None, total.unit}


def _noun(part: Quantity) -> str | None:
    """The noun that stands with a part; a bare number may have that of a figure before the list."""
    return part.unit if " " in part.text else None


def _adds_more(article: Article, sentence: Sentence, parts: Sequence[Quantity]) -> bool:
    """Whether the last part is told as an addition: "six at Arla and four at Brod; two more walked out"."""
    last = parts[-1]
    prose = article.document.prose
    if len(parts) < 3 or not (" more" in last.text or prose.startswith(" more ", last.end)):
        return False
    return not any(time.start > last.end for time in times_in(article, sentence))


def _dated_one_by_one(article: Article, parts: Sequence[Quantity]) -> bool:
    times = article.expressions.times
    first = bisect_left(times, parts[0].start, key=lambda timex: timex.start)
    last = bisect_left(times, parts[-1].end, key=lambda timex: timex.start)
    return last - first >= len(parts) - 1


def _same_thing(prose: str, parts: Sequence[Quantity], total: Quantity) -> float:
    """How far the list counts what the total counts."""
    if _is_money(total) or total.kind is QuantityKind.MEASURE:
        return 1.5
    nouns = {_noun(part) for part in parts} - {None}
    if total.unit is None:
        return 0.0
    if nouns and total.unit in nouns:
        return 1.5 if len(nouns) == 1 else -2.0  # "four people and two companies" make no seven companies
    if not nouns or OF_THEM.match(prose, parts[0].end):
        return 2.0  # "some 540 will go in Germany, 380 in Britain": they have no noun but the total's
    return 0.0 if len(nouns) == len(parts) else 0.5


def _is_slip(added: float, total: float) -> bool:
    """Whether the two differ in one digit only, by one count, or by two digits changed about."""
    one, two = f"{added:.6g}", f"{total:.6g}"
    if abs(added - total) == 1 and total >= 5:
        return True
    if len(one) != len(two) or max(added, total) < 10:
        return False
    apart = [index for index in range(len(one)) if one[index] != two[index]]
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(one) == sorted(two)
    return swapped or (len(apart) == 1 and abs(added - total) / total <= 0.2)
