"""Two articles that tell one event must put it in one place, though no participant links the two statements.

What the linked events give (:mod:`same_event_places_agree`) comes first; here the evidence of names, words and figures
in common (:mod:`retold`) finds statements of one kind of event in two places; neither article knows the other's.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import same_event_places_agree
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.retelling.retold import Retelling, Weighing, event_told
from factcheck.checks.retelling.retold_statements import Statement, nearest, placed
from factcheck.checks.retelling.told_elsewhere import told_elsewhere
from factcheck.checks.telling import article_name, place_words
from factcheck.expressions.model import Place
from factcheck.identity.model import Corpus
from factcheck.identity.places import SITES, elsewhere, fold


class Options(BaseOptions):
    """What a rule may set."""

    enough: float = option(default=8.5, description="Evidence in bits that two statements are of one event.")
    enough_with_names: float = option(default=8.0, description="The same where the two sentences share telling names.")
    enough_for_acts: float = option(default=6.5, description="The same where the two tell of one act in other words.")


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each two statements that the evidence takes for one event in two places."""
    statements = list(placed(corpus))
    weighing = Weighing(corpus, statements)
    known: set[frozenset[str]] | None = None
    reported: set[tuple[str, ...]] = set()
    found = []
    for a, b in nearest(statements):
        if not _can_clash(a, b):
            continue
        retelling = weighing.weigh(a, b)
        if any(level.veto for level in retelling.levels) or not _in_one_place(corpus, retelling):
            continue
        if retelling.is_sure(options.enough, options.enough_with_names) and weighing.is_best(retelling):
            found.append(retelling)
    found += told_elsewhere(corpus, weighing.told_apart, options.enough_for_acts)
    for retelling in sorted(found, key=lambda one: -one.bits):
        places = [one.place for one in (retelling.first, retelling.second) if one.place is not None]
        names = sorted(fold(place.name) for place in places)
        key = (sorted(retelling.kinds)[0], *names)
        if known is None:
            known = {
                frozenset(conflict.key[1:])
                for conflict in same_event_places_agree.check(corpus, same_event_places_agree.Options())
            }
        if tuple(names) in reported or frozenset(names) in known:
            continue
        reported.add(tuple(names))
        yield _conflict(corpus, retelling, key)


def _in_one_place(corpus: Corpus, found: Retelling) -> bool:
    """Whether what both tell happens in one place."""
    types = corpus.lexicon.types
    return any(kind not in types or types[kind].one_place for kind in found.kinds)


def _can_clash(a: Statement, b: Statement) -> bool:
    """Whether the places are of one kind and lie apart, and neither article names the other's."""
    first, second = a.place, b.place
    assert first is not None and second is not None
    if not elsewhere(first, second) or not (first.kind == second.kind or {first.kind, second.kind} <= SITES):
        return False
    if a.is_of_several or b.is_of_several:
        return False
    return not (_knows(a, second) or _knows(b, first))


def _knows(one: Statement, place: Place) -> bool:
    """Whether the article has the place's name anywhere, be it read as a place or not."""
    if place.name in one.article.document.prose or place.text in one.article.document.prose:
        return True
    return any(fold(other.name) == fold(place.name) for other in one.article.expressions.places)


def _conflict(corpus: Corpus, found: Retelling, key: tuple[str, ...]) -> Conflict:
    a, b = found.first, found.second
    assert a.place is not None and b.place is not None
    return Conflict(
        message=f"{article_name(a.article)} seems to put {event_told(corpus, found)} in "
        f"{place_words(a.place)}, {article_name(b.article)} in {place_words(b.place)}.",
        evidence=tuple(
            Evidence(one.article.document.name, one.place.start, one.place.end)
            for one in (a, b)
            if one.place is not None
        ),
        key=key,
        explanation=(f"Neither place lies in the other: {place_words(a.place)}; {place_words(b.place)}.", found.why),
        suggestion="Check where it happened, or say what tells the two events apart.",
        confidence=round(min(0.85, 0.5 + 0.02 * found.bits), 2),
    )
