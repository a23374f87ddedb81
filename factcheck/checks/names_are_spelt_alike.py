"""One person or body is spelt one way, in an article and across the articles of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.checks.misspelt_names import misspelt
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.telling import article_name
from factcheck.expressions.model import Mention, Name, NameType
from factcheck.expressions.spelling import fold
from factcheck.identity.entities import Bearer, bearers, cluster
from factcheck.identity.model import Corpus
from factcheck.identity.unread import unread
from factcheck.identity.variants import Variant, variants


class Options(BaseOptions):
    """What a rule may set."""

    across_articles: bool = option(
        default=True, description="Compare spellings of different articles, not only within one."
    )
    minimum_weight: float = option(
        default=4.5, description="Evidence in bits that the sentences around two spellings speak of one bearer."
    )
    most_cited: int = option(
        default=12, ge=2, description="How many mentions of each spelling a finding cites at most."
    )


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each pair of spellings that role or company show to be one name."""
    told: list[Conflict] = []
    for conflict in _read(corpus, options):
        told.append(conflict)
        yield conflict
    if options.across_articles:
        yield from _beside_alike(corpus, options, told)


def _read(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Pairs of which at least one spelling was read as a name."""
    articles = corpus.articles
    found = bearers(articles)
    for variant in variants(articles, found, cluster(found)):
        left, right = [found[i] for i in variant.left], [found[i] for i in variant.right]
        if not options.across_articles and not {b.document for b in left} & {b.document for b in right}:
            continue
        yield _conflict(corpus, variant, left, right, options)
    if options.across_articles:
        yield from _passed_over(corpus, found, options)


def _conflict(corpus: Corpus, variant: Variant, left: list[Bearer], right: list[Bearer], options: Options) -> Conflict:
    documents = [{bearer.document for bearer in side} for side in (left, right)]
    # The spelling of more articles comes first; where they are even, that of more mentions.
    if (len(documents[1]), sum(b.count for b in right)) > (len(documents[0]), sum(b.count for b in left)):
        left, right = right, left
        documents.reverse()
    usual, odd = _spelling(left), _spelling(right)
    kind = "person" if variant.type is NameType.PERSON else "body"
    usual_at, odd_at = _mentions(corpus, left), _mentions(corpus, right)
    first, second = corpus.by_name[usual_at[0].document], corpus.by_name[odd_at[0].document]
    many, few = len(documents[0]), len(documents[1])
    if many > few:
        weight = f'{many} of {len(documents[0] | documents[1])} articles write "{usual}"'
        suggestion = f'Check the spelling; "{usual}" is the more frequent.'
    else:
        weight = "both spellings are as frequent"
        suggestion = "Check which spelling is right."
    if first is second:
        message = f'One {kind} is "{usual}" and "{odd}" in {article_name(first)}.'
    else:
        message = f'One {kind} is "{usual}" in {article_name(first)} and "{odd}" in {article_name(second)}; {weight}.'
    cited = _interleaved(usual_at[: options.most_cited], odd_at[: options.most_cited])
    return Conflict(
        message,
        tuple(cited),
        ("name-variant", *sorted((usual, odd))),
        (
            f'"{usual}" and "{odd}" differ by a letter or two.',
            f"{variant.reason[0].upper()}{variant.reason[1:]}.",
            weight + ".",
        ),
        suggestion,
        0.9 if many > few else 0.8,
    )


def _passed_over(corpus: Corpus, found: list[Bearer], options: Options) -> Iterator[Conflict]:
    """Slips that only another article shows to be a name, each spelling with all who write the usual one."""
    reported: set[tuple[str, str, str]] = set()
    for slip in unread(corpus.articles, found):
        name = found[slip.bearer]
        key = (slip.document, slip.text, " ".join(name.words))
        if key in reported:
            continue
        reported.add(key)
        usual = [bearer for bearer in found if bearer.signature == name.signature]
        at = _mentions(corpus, usual)
        here = corpus.by_name[slip.document]
        many = len({bearer.document for bearer in usual})
        weight = f'"{name.canonical}" stands in {many} article{"s" if many != 1 else ""}'
        yield Conflict(
            f'"{slip.text}" in {article_name(here)} is "{name.canonical}" in '
            f"{article_name(corpus.by_name[at[0].document])}.",
            (at[0], Evidence(slip.document, slip.start, slip.end), *at[1 : options.most_cited]),
            ("name-variant", *sorted((name.canonical, slip.text))),
            (f'"{name.canonical}" and "{slip.text}" differ by a letter or two.', weight + "."),
            f"Check the spelling; {weight}.",
            0.85 if many > 1 else 0.75,
        )


def _beside_alike(corpus: Corpus, options: Options, told: list[Conflict]) -> Iterator[Conflict]:
    """Spellings in sentences that speak of one bearer, whether or not they were read as names."""
    reported = [{word for name in conflict.key[1:] for word in fold(name).split()} for conflict in told]
    for slip in misspelt(corpus, options.minimum_weight):
        if any({slip.a.word, slip.b.word} <= words for words in reported):
            continue
        articles = [corpus.articles[one.number] for one in (slip.a, slip.b)]
        texts = [
            " ".join(article.document.text[one.start : one.end].split())
            for one, article in zip((slip.a, slip.b), articles, strict=True)
        ]
        yield Conflict(
            f'What seems to be one name is "{texts[0]}" in {article_name(articles[0])} and "{texts[1]}" in '
            f"{article_name(articles[1])}.",
            tuple(Evidence(corpus.articles[one.number].document.name, one.start, one.end) for one in (slip.a, slip.b)),
            ("name-variant", *sorted(texts)),
            (f'"{texts[0]}" and "{texts[1]}" differ in one word.', *slip.reasons),
            "Check which spelling is right.",
            0.75,
        )


def _spelling(side: list[Bearer]) -> str:
    counts: Counter[str] = Counter()
    for bearer in side:
        counts[bearer.canonical] += bearer.count
    return min(counts, key=lambda name: (-counts[name], name))


def _mentions(corpus: Corpus, side: list[Bearer]) -> list[Evidence]:
    """The mentions that show the spelling: the first of each article, then the others."""
    firsts: list[Evidence] = []
    others: list[Evidence] = []
    for bearer in side:
        names: list[Name] = [
            name
            for name in corpus.by_name[bearer.document].expressions.names
            if name.canonical == bearer.canonical and name.mention in {Mention.FULL, Mention.PART}
        ]
        names.sort(key=lambda name: (name.mention is not Mention.FULL, name.start))
        for rank, name in enumerate(names):
            (firsts if rank == 0 else others).append(Evidence(bearer.document, name.start, name.end))
    return [*firsts, *others]


def _interleaved(left: list[Evidence], right: list[Evidence]) -> list[Evidence]:
    """The two values first, then what else is cited of each."""
    return [left[0], right[0], *left[1:], *right[1:]]
