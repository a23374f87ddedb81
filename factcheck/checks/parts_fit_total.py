"""Parts that are said to make up a total must add up to it.

Where the text says that the parts are all there are (a list after a colon, "made up of", men, women and
children, "the remaining 120", a table with a row of totals) any other sum is a conflict; where it only lists
them beside a total ("in all", "of which"), one that just misses the total. Differences, margins of votes and
products of a price and a number are sums, too. ``arithmetic`` has a file for each.

Grammars and a solver (``plausible_sums``) stand side by side. Measured with each left out in turn: the grammars judge
any difference where the words say that the parts are all there are, and alone find 47 of 103 sums of the tests and 10
of the invented articles; the solver needs no words, but only trusts a near miss, and alone finds what no grammar
foresaw (2 there, and 3 of 4 of the short texts set aside).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from factcheck.assertions.model import Article
from factcheck.checks.arithmetic import item_lists, listed, margins, nearby, plausible_sums, reported, sums
from factcheck.checks.arithmetic.durations import durations
from factcheck.checks.arithmetic.nearby import Said, said
from factcheck.checks.arithmetic.products import products
from factcheck.checks.arithmetic.singles import with_singles
from factcheck.checks.arithmetic.sums import Sum
from factcheck.checks.arithmetic.table_totals import columns
from factcheck.checks.figures import quantities as figures
from factcheck.checks.model import Conflict, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.tables import tables
from factcheck.checks.templates import figure_template, template, times_by_sentence
from factcheck.expressions.model import Quantity
from factcheck.identity.model import Corpus
from factcheck.text.model import Sentence


class Options(BaseOptions):
    """What a rule may set."""

    tables: bool = option(default=True, description="Whether totals in tables are added up.")


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each list of parts, table, product or margin that does not add up."""
    for article in corpus.articles:
        yield from _in_prose(article)
        if options.tables:
            for table in tables(article):
                yield from columns(article, table)


_NEAR = 200  # characters around a sentence that may tell of further victims


def _in_prose(article: Article) -> Iterator[Conflict]:
    previous: tuple[Sentence, Sequence[Quantity]] | None = None
    told: reported.Reported = {}
    before: list[Said] = []
    done: set[int] = set()
    prose, dated = article.document.prose, times_by_sentence(article)
    # How many sentences of each paragraph may tell of parts or of a total.
    telling = Counter(
        sentence.block
        for sentence, quantities in figures.by_sentence(article)
        if quantities or len(dated.get(sentence.start, ())) > 1
    )
    for sentence, quantities in figures.by_sentence(article):
        times = dated.get(sentence.start, ())
        whole = with_singles(article, sentence, quantities) if quantities else quantities
        found: list[Sum] = []
        if len(whole) > 1 or len(times) > 1 or (quantities and telling[sentence.block] > 1):
            same = whole is quantities
            shape = figure_template(article, sentence) if same else template(article, sentence, whole, times)
            if len(whole) > 1:
                found += listed.sums(shape, prose[max(0, sentence.start - _NEAR) : sentence.end + _NEAR])
                found += reported.sums(article, shape, told)
                found += margins.votes(shape)
            if telling[sentence.block] > 1:
                now = said(shape, sentence.block)
                found += nearby.sums(before, now)
                before = [*before[-2:], now]
            yield from _judged(article, found, done)
            if len(whole) > 1:
                yield from margins.differences(article, shape)
                yield from products(article, shape)
            yield from durations(article, shape, previous)
        if quantities:
            reported.remember(article, sentence, quantities, told)
        previous = (sentence, quantities)
    sentences = figures.by_sentence(article)
    found = [*item_lists.sums(article, sentences), *plausible_sums.sums(article, sentences)]
    yield from _judged(article, found, done)


def _judged(article: Article, found: Iterable[Sum], done: set[int]) -> Iterator[Conflict]:
    """The conflicts of sums that share no figure with one before; the figures of each are added to ``done``."""
    for each in found:
        if not any(one.start in done for one in (*each.totals, *each.parts)):
            conflict = sums.judge(article, each)
            if conflict is not None:
                done.update(one.start for one in (*each.totals, *each.parts))
                yield conflict
