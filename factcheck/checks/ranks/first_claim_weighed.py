"""Claims of rank against sentences of other articles, where evidence and not a full parse says what they speak of.

An instance shares what is counted, its names say of whom and where it was, and the rarer the words it has in common
with the claim, the likelier it is one. A helper of ``first_claim_holds``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.assertions.rank_claims import known_point, within
from factcheck.assertions.rank_words import CHANGES
from factcheck.checks.figures.quantities import quantities_in
from factcheck.checks.figures.scene import Scenes, scenes_of
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.ranks.precedents import is_of_a_history
from factcheck.checks.ranks.rank_lines import Line, scope_met
from factcheck.checks.ranks.rank_told import DEAD, DOWN, Told, families_of, ranks_told
from factcheck.checks.ranks.ranks_compared import other_ranks
from factcheck.checks.stories import Stories, stories
from factcheck.checks.telling import article_name
from factcheck.checks.templates import times_in
from factcheck.checks.word_families import family
from factcheck.expressions.model import Quantity, QuantityKind, Timex
from factcheck.expressions.spelling import fold
from factcheck.identity.model import Corpus
from factcheck.records import dataclass
from factcheck.temporal.interval import DAY, Granularity, instant
from factcheck.text.model import Sentence

# Bits of evidence: names, and names with words, where what is counted is the same word; the same where it is not.
_NAMES, _SUM, _WORDS, _SUM_WITHOUT_HEAD, _SUM_WITH_FIGURE = 1.0, 4.0, 1.5, 6.5, 3.0
_CHANGES = frozenset(f"~{word}" for word in CHANGES)
_CUED = 1.0  # for a word by which one looks back


def ranks_weighed(corpus: Corpus, days_apart: int) -> Iterator[Conflict]:
    """Yield a conflict for each claim that an earlier or a greater instance, or another rank, contradicts."""
    told = [(number, claim) for number, article in enumerate(corpus.articles) for claim in ranks_told(article)]
    if not told or len(corpus.articles) < 2:
        return
    scenes = scenes_of(corpus)
    # Of changes, a sentence seldom tells what changed.
    claims = [
        (number, claim)
        for number, claim in told
        if claim.kind != "nth"
        and corpus.articles[number].document.published.first is not None
        and claim.heads.isdisjoint(_CHANGES)
    ]
    by_family = _lines(corpus, frozenset().union(*(claim.heads | claim.words for _, claim in claims)))
    weigh = _Weigh(corpus, scenes, stories(corpus), days_apart)
    for number, claim in claims:
        found = {
            (line.number, line.index): line
            for word in claim.heads | claim.words
            for line in by_family.get(word, ())
            if line.number != number
        }
        for _, line in sorted(found.items(), key=lambda item: item[0]):
            conflict = weigh.judge(number, claim, line)
            if conflict is not None:
                yield conflict
                break
    yield from other_ranks(corpus, scenes, [(n, c) for n, c in told if c.kind == "nth"])


def _lines(corpus: Corpus, wanted: frozenset[str]) -> dict[str, list[Line]]:
    """The sentences with a time or a quantity under each ``wanted`` family in or beside them."""
    found: dict[str, list[Line]] = {}
    for number, article in enumerate(corpus.articles if wanted else ()):
        for index, sentence in enumerate(article.text.sentences):
            if not (times_in(article, sentence) or quantities_in(article, sentence)):
                continue
            if article.document.blocks[sentence.block].repeats is None:
                line = Line(number, article, index)
                if line.times or line.quantities:
                    for word in (line.families | line.beside) & wanted:
                        found.setdefault(word, []).append(line)
    return found


@dataclass(slots=True)
class _Weigh:
    corpus: Corpus
    scenes: Scenes
    kin: Stories
    days_apart: int

    def judge(self, number: int, claim: Told, line: Line) -> Conflict | None:
        """A conflict if the line tells an instance that the claim excludes."""
        if line.is_question or line.is_ahead or not self._speak_of_one(number, claim, line) or _is_lesser(claim, line):
            return None
        article = self.corpus.articles[number]
        if claim.kind == "first" and is_of_a_history(article, claim.sentence):
            return None  # precedents ask whose accident it was
        if claim.kind == "most":
            return self._greater(number, claim, line)
        when = self._earlier(article, claim, line)
        if when is None or not _on_its_side(article, claim, line):
            return None
        return _conflict(article, claim, line, when.start, when.end, when.text, 0.7)

    def _speak_of_one(self, number: int, claim: Told, line: Line) -> bool:
        here, there = (number, claim.sentence.start), (line.number, line.sentence.start)
        shared = claim.heads & line.families
        if not shared:
            if not self.scenes.named(here, there):
                return False
            types = claim.types, line.types
            if claim.kind == "first" and types[0] and types[1] and not types[0] & types[1]:
                return False
        typed = all(word.startswith("!") for word in shared)
        # "The first hospital with ..." is no event, and the hospital may well be old.
        if claim.loose and (
            not any(word.startswith("!") for word in shared) or _is_of_same(self.corpus.articles[number], claim, line)
        ):
            return False
        names, words = self.scenes.bits(here, there)
        twin = claim.kind == "most" and claim.word in line.text and bool(shared)
        if shared and claim.kind == "first":
            # In articles that share many names what is told of goes without saying.
            names = max(names, min(_NAMES, self.kin.kinship(number, line.number) / 2))
        if names < _NAMES and not twin:
            return False
        if line.is_cued:
            words += _CUED
        if shared:
            # The lexicon's types are wide: where only they agree, some other word has to.
            enough = names >= _NAMES and names + words >= _SUM and (words >= 0.5 or not typed)
        else:
            enough = names >= _NAMES and words >= _WORDS and names + words >= _SUM_WITHOUT_HEAD
        if claim.kind == "most":
            enough = enough or (names >= 1.0 and names + words >= _SUM_WITH_FIGURE) or (twin and words >= 5.0)
            names += twin
        return enough and scope_met(self.corpus.articles[number], claim, line, names)

    def _earlier(self, article: Article, claim: Told, line: Line) -> Timex | None:
        """The date of an instance within the claim's time, well before the claim's own event."""
        published = article.document.published.first
        assert published is not None
        until = instant(published) - self.days_apart * DAY
        dates = [timex for timex in line.times if not _is_since(line, timex)]
        if not dates:
            return None
        for timex in dates:
            point = known_point(timex)
            if point is None or point.start is None or point.end is None:
                return None
            if claim.loose and not (timex.year_stated and point.end < until - 365 * DAY):
                return None
            if (
                point.end > until
                or (claim.since is not None and point.start < claim.since)
                or _knows(article, point.start, point.end)
            ):
                return None
        return dates[0]

    def _greater(self, number: int, claim: Told, line: Line) -> Conflict | None:
        """A conflict if the line has a greater figure (or, for "youngest", a smaller one) than the claim's."""
        article = self.corpus.articles[number]
        own = [q for q in _around(article, claim.sentence) if _is_measured(article, q, claim)]
        theirs = [q for q in line.quantities if _is_measured(line.article, q, claim)]
        beyond: list[Quantity] = []
        for unit in sorted({q.unit or "" for q in own} & {q.unit or "" for q in theirs}):
            mine, others = ([q for q in found if (q.unit or "") == unit] for found in (own, theirs))
            if len({q.value for q in mine}) > 2 or len({q.value for q in others}) > 2:
                continue
            if claim.word in DOWN:
                past = [q for q in others if q.high < min(o.low for o in mine)]
            else:
                past = [q for q in others if q.low > max(o.high for o in mine)]
            if len(past) == len(others):
                beyond += past
        dates = [timex for timex in line.times if not _is_since(line, timex)]
        if not beyond or _names_figure(article, beyond[0]):
            return None
        if dates and self._earlier(article, claim, line) is None:
            return None
        if not dates and not re.search(rf"\brecord\b|\bonce\b|\b{claim.word}\b", line.text):
            return None
        return _conflict(article, claim, line, beyond[0].start, beyond[0].end, beyond[0].text, 0.7)


def _is_lesser(claim: Told, line: Line) -> bool:
    """Whether the clause that tells the date or what is counted weakens it."""
    if not line.weakened:
        return False
    wanted = [timex.start - line.sentence.start for timex in line.times]
    wanted += [at for head in claim.heads for at in line.positions.get(head, ())]
    return not wanted or any(line.clause_at(at) in line.weakened for at in wanted)


def _is_of_same(article: Article, claim: Told, line: Line) -> bool:
    """Whether the line speaks of the person or body that the claim calls the first."""
    words = set(re.findall(r"[\w-]+", fold(line.text)))
    subject = within(article.expressions.names, claim.sentence.start, claim.start)
    return any(fold(name.canonical).split()[-1] in words for name in subject)


def _is_since(line: Line, timex: Timex) -> bool:
    return re.search(r"\b(?:since|until|by|before)\s*$", line.text[: timex.start - line.sentence.start]) is not None


def _knows(article: Article, start: int, end: int) -> bool:
    """Whether an article itself gives a date inside the instance's: then it knows of it, or tells of it."""
    for timex in article.expressions.times:
        point = known_point(timex)
        if point is None or timex.point is not None or point.start is None or point.end is None:
            continue
        if point.granularity <= Granularity.YEAR and point.start < end and start < point.end:
            return True
    return False


def _names_figure(article: Article, figure: Quantity) -> bool:
    return any(q.value == figure.value for q in article.expressions.quantities)


def _around(article: Article, sentence: Sentence) -> list[Quantity]:
    """The figures of a sentence, or of the one before it or after it where it has none."""
    sentences = article.text.sentences
    place = bisect_left(sentences, sentence.start, key=lambda one: one.start)
    for one in (sentence, *sentences[max(0, place - 1) : place], *sentences[place + 1 : place + 2]):
        found = list(within(article.expressions.quantities, one.start, one.end))
        if found:
            return found
    return []


def _is_measured(article: Article, figure: Quantity, claim: Told) -> bool:
    """Whether a figure is of the kind that the superlative goes by."""
    if figure.kind in (QuantityKind.ORDINAL, QuantityKind.SCORE, QuantityKind.PERCENT):
        return False
    if claim.word in {"most", "fewest"}:
        named = figure.measured.split()[-1] if figure.measured else ""
        return figure.kind is QuantityKind.COUNT and family(named) in claim.heads
    if claim.word in DEAD:
        return figure.kind is QuantityKind.COUNT and figure.measured in (
            None,
            "dead",
            "person",
            "people",
            "death",
            "life",
        )
    if claim.word in {"youngest", "oldest"}:
        return figure.kind is QuantityKind.AGE or figure.unit == "year"
    if claim.word in {"highest", "costliest", "priciest", "dearest", "cheapest"} and figure.kind is QuantityKind.MONEY:
        return True
    return figure.kind in (QuantityKind.MEASURE, QuantityKind.MONEY)


def _on_its_side(article: Article, claim: Told, line: Line) -> bool:
    """Whether who does it in the claim does it in the line: named before its verb, or after it with "of" or "by"."""
    if claim.verb is None:
        return True
    before = claim.region[0], claim.verb
    subjects = [
        fold(n.canonical).split()[-1]
        for n in within(article.expressions.names, *before)
        if n.mention.value in ("full", "part")
    ] or [fold(p.text).split()[-1] for p in within(article.expressions.places, *before) if not p.gentilic]
    if len(subjects) != 1:
        return True
    head = next((t for t in line.sentence.tokens if families_of([t]) & claim.heads), None)
    place = fold(line.text).find(subjects[0])
    if head is None or place < 0:
        return True
    if place < head.start - line.sentence.start:
        return True
    return re.search(r"\b(?:of|by) (?:[\w-]+ ){0,2}$", line.text[:place]) is not None


def _conflict(
    article: Article, claim: Told, line: Line, start: int, end: int, what: str, confidence: float
) -> Conflict:
    phrase = " ".join(article.document.text[claim.start : claim.end].split())
    sentence = " ".join(line.article.document.text[line.sentence.start : line.sentence.end].split())
    return Conflict(
        message=f'{article_name(article)} tells of "{phrase}"; {article_name(line.article)} tells of one before or '
        f"beyond it, {' '.join(what.split())}.",
        evidence=(
            Evidence(article.document.name, claim.start, claim.end),
            Evidence(line.article.document.name, start, end),
        ),
        key=("rank weighed", *sorted(h for h in claim.heads if not h.startswith("~")), " ".join(what.split())),
        explanation=(f'{article_name(line.article)}: "{sentence}"',),
        suggestion="Check whether there was one before; if the claim means less, say what it leaves out.",
        confidence=confidence,
    )
