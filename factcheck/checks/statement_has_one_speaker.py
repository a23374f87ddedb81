"""The same quoted words must be one person's in all articles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.statements import Quote, may_share, quotes, same_words
from factcheck.checks.telling import article_name
from factcheck.expressions.spelling import fold
from factcheck.identity.model import Corpus
from factcheck.identity.spellings import distance, is_slip
from factcheck.patterns import regex

_CROWD = 24  # quotations that share a run of words, beyond which it is a formula
# Who speaks for another.
_MOUTHPIECE = regex(
    r"\b(?:spokes\w+|(?:defen[cs]e )?lawyers?|aide|(?<!us )(?<!district )(?<!state )attorney(?! general)"
    r"|press secretary|interpreter|translator|(?<!special )counsel)\b"
)
# Posts that one person seldom holds two of, and relations within a family: whom a role alone tells.
_POSTS = (
    frozenset({"president"}),
    frozenset({"premier", "prime minister", "chancellor"}),
    frozenset({"minister", "secretary"}),
    frozenset({"mayor"}),
    frozenset({"governor"}),
    frozenset({"judge", "magistrate", "justice"}),
    frozenset({"prosecutor"}),
    frozenset({"pope", "pontiff"}),
    frozenset({"bishop", "archbishop", "cardinal"}),
    frozenset({"ambassador"}),
    frozenset({"general", "colonel", "admiral"}),
    frozenset({"coach", "trainer"}),
    frozenset({"referee"}),
    frozenset({"goalkeeper", "striker", "midfielder", "defender"}),
    frozenset({"nurse", "matron"}),
    frozenset({"doctor", "surgeon", "consultant"}),
    frozenset({"headteacher", "headmaster", "headmistress"}),
    frozenset({"engineer"}),
    frozenset({"farmer"}),
    frozenset({"pilot"}),
)
_KIN = tuple(
    frozenset(words.split())
    for words in ("mother", "father", "aunt", "uncle", "brother", "sister", "wife widow", "husband widower",
                  "son", "daughter", "grandmother", "grandfather", "neighbour neighbor")
)  # fmt: skip


class Options(BaseOptions):
    """What a rule may set."""

    days: int = option(default=31, ge=0, description="Days between two articles within which they quote one occasion.")
    long_days: int = option(default=400, ge=0, description="The same for words that nobody else will have hit upon.")
    long_words: int = option(default=7, ge=1, description="How many words in a row those are.")


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each quotation that two articles give to two persons."""
    if not may_share(corpus):
        return
    told = [list(quotes(corpus, number)) for number in range(len(corpus.articles))]
    shared: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, found in enumerate(told):
        for place, quote in enumerate(found):
            for shingle in dict.fromkeys(quote.shingles):
                shared[shingle].append((number, place))
    tried: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    reported: set[tuple[str, ...]] = set()
    for places in shared.values():
        if not 2 <= len(places) <= _CROWD:
            continue
        for at, there in combinations(places, 2):
            if (at, there) in tried:
                continue
            tried.add((at, there))
            one, other = told[at[0]][at[1]], told[there[0]][there[1]]
            key = (*sorted((one.label, other.label)), *sorted((str(one.number), str(other.number))))
            if key in reported or one.number == other.number or not _near(corpus, one, other, options.long_days):
                continue
            confidence = _are_two(one, other)
            run = same_words(one.words, other.words) if confidence else ()
            if len(run) < options.long_words and not _near(corpus, one, other, options.days):
                continue
            # An article that has both say it knows better.
            if not run or _says(told[one.number], other, run) or _says(told[other.number], one, run):
                continue
            reported.add(key)
            yield _conflict(corpus, one, other, run, confidence)


def _says(quotes_of_article: list[Quote], quote: Quote, run: tuple[str, ...]) -> bool:
    """Whether an article has the speaker of ``quote`` say the words, too."""
    return any(
        (q.speaker == quote.speaker if quote.speaker is not None else q.label == quote.label)
        and same_words(q.words, run)
        for q in quotes_of_article
    )


def _are_two(one: Quote, other: Quote) -> float:
    """How surely two speakers are two persons, each speaking for himself; 0 where they may be one."""
    for first, second in ((one, other), (other, one)):
        if _mentions(first, second):
            return 0.0
    if one.speaker is not None and other.speaker is not None:
        if one.speaker == other.speaker or not _names_differ(one, other):
            return 0.0
        return 0.85
    return 0.6 if _roles_differ(one.roles, other.roles) else 0.0


def _mentions(one: Quote, other: Quote) -> bool:
    """Whether the words around a quotation name the other's speaker: it may be told on, or said for him."""
    if other.speaker is not None:
        named = [word for word in _words_of(other.label) if len(word) > 2][-1:]
        if one.speaker is not None:
            named = [word for word in named if word not in _words_of(one.label)]
        if any(re.search(rf"\b{re.escape(word)}\b", fold(one.nearby)) for word in named):
            return True
    if not any(_MOUTHPIECE.search(role) for role in one.roles):
        return False
    heads = {head for role in other.roles for head in (_head(role),) if head}
    said_for = " ".join(one.roles) + " " + one.nearby[-220:]
    return (
        not heads
        or any(re.search(rf"\b{re.escape(head)}\b", said_for) for head in heads)
        or not any(re.search(r"\b(?:for|of)\b", role) for role in one.roles)
    )


def _words_of(label: str) -> list[str]:
    return [word for word in re.split(r"[\s'\".-]+", fold(label)) if word]


def _names_differ(one: Quote, other: Quote) -> bool:
    """Whether two names are two persons' however they are spelt; one family name may be that of two relatives."""
    first, second = _words_of(one.label), _words_of(other.label)
    near = [
        (a, b) for a in first for b in second
        if a == b or is_slip(a, b) or (len(a) > 3 and len(b) > 3 and distance(a, b) <= 2)
        or (min(len(a), len(b)) > 2 and (a.startswith(b) or b.startswith(a)))
    ]  # fmt: skip
    if not near:
        return True
    if near == [(first[-1], second[-1])] and first[-1] == second[-1] and len(first) == len(second) == 2:
        return _roles_differ(one.roles, other.roles)
    return False


def _roles_differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two roles are two persons': two posts, or two relations."""
    for table in (_POSTS, _KIN):
        first, second = (
            {place for role in roles for place, words in enumerate(table) if words & set(_heads(role))}
            for roles in (one, other)
        )
        if first and second and not first & second:
            return True
    return False


def _heads(role: str) -> tuple[str, ...]:
    head = _head(role)
    main = re.split(r" (?:of|at|for|in|to|from) ", role, maxsplit=1)[0].split()
    return (head, " ".join(main[-2:]))


def _head(role: str) -> str:
    """The noun of a role: "fire chief of Oslo" gives "chief"."""
    words = re.split(r" (?:of|at|for|in|to|from|with) |,", role, maxsplit=1)[0].split()
    return words[-1] if words else ""


def _near(corpus: Corpus, one: Quote, other: Quote, days: int) -> bool:
    first, second = (corpus.articles[quote.number].document.published.first for quote in (one, other))
    return first is None or second is None or abs((first - second).days) <= days


def _conflict(corpus: Corpus, one: Quote, other: Quote, run: tuple[str, ...], confidence: float) -> Conflict:
    first, second = corpus.articles[one.number], corpus.articles[other.number]
    words = " ".join(first.document.text[one.span.start : one.span.end].split())
    short = words if len(words) <= 120 else f'{words[:117]}..."'
    return Conflict(
        message=f"{article_name(first)} has {one.label} say {short}; {article_name(second)} has {other.label} say it.",
        evidence=(
            Evidence(first.document.name, one.span.start, one.span.end),
            Evidence(second.document.name, other.span.start, other.span.end),
        ),
        key=("quote", *sorted((one.speaker or one.label, other.speaker or other.label)), " ".join(run)),
        explanation=(
            f'Both quotations have the words "{" ".join(run)}".',
            f"{article_name(first)} names {one.label}, {article_name(second)} names {other.label}.",
        ),
        suggestion="Check the recording or the agency's copy for who said it.",
        confidence=confidence,
    )
