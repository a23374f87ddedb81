"""Plans and promises that a later article says came to nothing or to the opposite, with or without a date.

The sentence of the plan and the later one must share enough (:mod:`common_ground`), and the later one must undo: a verb
of undoing, the plan's own act denied, its opposite, or an act that the earlier article had ruled out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from factcheck.assertions.model import Article
from factcheck.checks.common_ground import Ground, Passage, ground_of
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.plans import schedule_words as words
from factcheck.checks.sentence_words import words_in
from factcheck.checks.telling import article_name
from factcheck.checks.word_families import content, family
from factcheck.document.model import BlockKind
from factcheck.identity.model import Corpus
from factcheck.pattern_words import DIGIT, may_find
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.text.model import Sentence

_MOST_DAYS = 700
_MOST = 40
_ONE_STORY = 5.0  # bits of names from which on two articles tell one story, in which a denied act is the planned one
_RARE = 2.0  # bits of the act
_DENIED = "what was planned is denied"
_TELLING = 1.5  # bits from which on a word leads to later sentences
_PLAN = regex(
    r"\b(?:will|shall|(?:is|are) (?:due|set|to)(?! (?:be )?blame)|expects?|hopes?|(?<!had )hoped|plans?|promise[sd]?"
    r"|pledge[sd]?|vow(?:s|ed)"
    r"|aims?|intends?|agreed to|would|no plans|rule[sd]? out) "
)
_RULED_OUT = regex(r"\b(?:no plans? (?:to|for)|will not|won['’]t|would not|rule[sd]? out|never)\b")
_UNDOING = regex(
    r"\b(?:cancel(?:s|l?ed|l?ing)|scrap(?:s|ped|ping)|abandon(?:s|ed|ing)|call(?:s|ed|ing) off|shelv(?:es|ed|ing)"
    r"|t(?:ears|ore|orn|earing) up|walk(?:s|ed|ing) away from|pull(?:s|ed|ing) out|withdr(?:ew|awn|aws)|ditch(?:es|ed)"
    r"|collaps(?:es|ed|ing)|f(?:alls|ell|allen) (?:through|apart)|br(?:eaks|oke|oken) down|overturn(?:s|ed|ing)"
    r"|revers(?:es|ed|ing)|rescind(?:s|ed)|revok(?:es|ed)|block(?:s|ed)|drop(?:s|ped)|halt(?:s|ed)|suspend(?:s|ed)"
    r"|postpon(?:es|ed|ing)|fail(?:s|ed) to|missed|rejected|scuppered|instead)\b"
)
_NOT = regex(r"\b(?:not|never|no longer|nor|without)\b|n['’]t\b")
_NOT_DONE = regex(
    r"(?:\b(?:did|has|have|had|was|were|is|are) (?:still )?not|n['’]t) (?:yet |even |ever )?(?:been )?([a-z]{3,})\b"
)
_ALL = regex(r"\b(?:[Aa]ll|[Ee]very|[Ee]ach|entire|whole)\b")
_PART = regex(
    r"\b\d\d?(?:\.\d+)?(?:%| per ?cent\b| percent\b)|\b(?:only|just) [\d,]+\b|\b(?:half"
    r"|two-thirds|most|a third) of\b"
)
_ACTED = regex(
    r"\b(?:is|are|was|were|has|have|had|will)\b [a-z]+(?:ing|ed)\b|\b[a-z]+(?:ed|ing)\b|\b(?:quits?|leaves?"
    r"|left|sold)\b"
)
_OPPOSITE = regex(r"\b(?:shut|closed?|idle|dark|stays?|open|remains?|kept|saved|reprieve\w*)\b")
# Each cue with words of which one stands in what it finds.
_CUES: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (
        _UNDOING,
        frozenset(
            """cancels canceled cancelled canceling cancelling scraps scrapped scrapping abandons abandoned abandoning
            calls called calling shelves shelved shelving tears tore torn tearing walks walked walking pulls pulled
            pulling withdrew withdrawn withdraws ditches ditched collapses collapsed collapsing falls fell fallen
            breaks broke broken overturns overturned overturning reverses reversed reversing rescinds rescinded
            revokes revoked blocks blocked drops dropped halts halted suspends suspended postpones postponed
            postponing fails failed missed rejected scuppered instead""".split()
        ),
    ),
    (_NOT, frozenset("not never longer nor without t".split())),
    (_PART, frozenset((DIGIT, *"only just half two most third".split()))),
    (_OPPOSITE, frozenset("shut close closed idle dark stay stays open remain remains kept saved reprieve".split())),
)
_PLANNING = frozenset(
    """will shall expect expects hope hopes hoped plan plans promise promises promised pledge pledges pledged vows vowed
    aim aims intend intends agreed would rule rules ruled""".split()
)
_BEING, _DUE = frozenset({"is", "are"}), frozenset({"due", "set", "to"})


def _cue(text: str, words: frozenset[str]) -> re.Match[str] | None:
    """The first sign, in the order of their force, that something planned was undone, or just done."""
    for pattern, wanted in _CUES:
        if not words.isdisjoint(wanted) or (pattern is _OPPOSITE and "reprieve" in text):
            found = pattern.search(text)
            if found is not None:
                return found
    return _ACTED.search(text) if may_find(_ACTED, words) else None


_OPPOSITES = (
    ({"open", "reop", "resum", "restart", "back", "start"}, {"shut", "clos", "idl", "stay", "dark"}),
    ({"clos", "shut", "end"}, {"open", "surviv", "reprie", "sav"}),
    ({"stay", "keep", "retain"}, {"depart", "move", "mov", "quit", "relocat", "clos", "shut"}),
    ({"truc", "ceasefir", "peac"}, {"collaps", "break", "shell"}),
)
_AWAY = frozenset(map(family, "leave move quit relocate sell close shut cut axe raise resign run stand".split()))


@dataclass(frozen=True, slots=True)
class _Said:
    article: int
    sentence: Sentence
    passage: Passage
    text: str
    start: int
    end: int
    ruled_out: bool = False
    act: frozenset[str] = frozenset()  # of a plan: the families of what it tells from ``start`` on
    # Of a later sentence: whether it has a word of undoing, and the families behind each of its negations.
    undoing: bool = False
    negated: tuple[frozenset[str], ...] = ()


def reversals(corpus: Corpus, least: float, told: Collection[tuple[int, int]] = ()) -> Iterator[Conflict]:
    """Each plan with the later sentence that undoes it, with ``least`` bits of shared words; no sentence twice.

    ``told`` are sentences (article, start) whose plans were found otherwise.
    """
    days = [article.document.published.day for article in corpus.articles]
    dated = sorted({day for day in days if day is not None})
    if len(dated) < 2:
        return
    found_plans = list(_plans(corpus, dated[-1], told))
    if not found_plans:
        return
    ground = ground_of(corpus)
    plans = [_said(ground, *plan) for plan in found_plans]
    wanted = frozenset(
        word
        for word in frozenset().union(*(plan.passage.words for plan in plans))
        if ground.weights.bits(word) >= _TELLING
    )
    later: dict[str, list[_Said]] = defaultdict(list)
    for one in _undone(corpus, ground, wanted):
        for word in one.passage.own & wanted:
            later[word].append(one)
    found: list[tuple[float, _Said, _Said, str, str]] = []
    for plan in plans:
        best: tuple[float, _Said, _Said, str, str] | None = None
        candidates = {
            (one.article, one.sentence.start): one for word in plan.passage.words for one in later.get(word, ())[:_MOST]
        }
        for _, one in sorted(candidates.items()):
            if not _follows(days[plan.article], days[one.article]):
                continue
            why = _undoes(ground, plan, one)
            if not why:
                continue
            shared = ground.shared(plan.passage, one.passage)
            bits = shared.bits
            known = ground.kinship(plan.article, one.article)
            sure = bits >= least and shared.named >= 2
            denied = why.startswith(_DENIED) and known >= _ONE_STORY
            if (sure or denied) and (best is None or bits > best[0]):
                best = bits, plan, one, why, ", ".join(shared.words)
        if best is not None:
            found.append(best)
    taken: set[tuple[int, int]] = set()
    for bits, plan, one, why, both in sorted(found, key=lambda it: (-it[0], it[1].article, it[1].start)):
        if (one.article, one.sentence.start) not in taken:
            taken.add((one.article, one.sentence.start))
            yield _conflict(corpus, plan, one, bits, why, both)


_Plan = tuple[int, Sentence, str, re.Match[str], bool]


def _read(article: Article) -> Iterator[Sentence]:
    for sentence in article.text.sentences:
        if sentence.kind not in (BlockKind.HEADING, BlockKind.ROW) and 4 < len(sentence.tokens) < 100:
            yield sentence


def _plans(corpus: Corpus, last: date, told: Collection[tuple[int, int]]) -> Iterator[_Plan]:
    """The plans of articles before the ``last`` day, each with its sentence, its cue and whether it rules out."""
    for number, article in enumerate(corpus.articles):
        if article.document.published.day is None or article.document.published.day >= last:
            continue
        words_of = words_in(article)
        for sentence in _read(article):
            spoken = words_of[sentence.start]
            if spoken.isdisjoint(_PLANNING) and (spoken.isdisjoint(_BEING) or spoken.isdisjoint(_DUE)):
                continue
            text = article.document.prose[sentence.start : sentence.end]
            cue = _PLAN.search(text)
            if cue is not None and (number, sentence.start) not in told and not words.UNSURE.search(text):
                out = _RULED_OUT.search(text) is not None
                if out or not _NOT.search(text):
                    yield number, sentence, text, cue, out


def _said(ground: Ground, number: int, sentence: Sentence, text: str, cue: re.Match[str], out: bool) -> _Said:
    place = sentence.start + cue.start(), sentence.start + cue.end() - 1
    act = frozenset(word for word, proper, token in content(sentence.tokens) if not proper and token.start >= place[0])
    return _Said(number, sentence, ground.passage(number, sentence), text, *place, out, act)


def _undone(corpus: Corpus, ground: Ground, wanted: frozenset[str]) -> Iterator[_Said]:
    """The sentences with one of the ``wanted`` words that tell of something undone, or just done."""
    for number, article in enumerate(corpus.articles):
        if article.document.published.day is None:
            continue
        words_of = words_in(article)
        for sentence in _read(article):
            passage = ground.passage(number, sentence)
            if passage.own.isdisjoint(wanted):
                continue
            text = article.document.prose[sentence.start : sentence.end]
            spoken = words_of[sentence.start]
            undone = _cue(text, spoken)
            if undone is not None:
                place = sentence.start + undone.start(), sentence.start + undone.end()
                undoing = may_find(_UNDOING, spoken) and _UNDOING.search(text) is not None
                negated = tuple(_behind_negations(text)) if may_find(_NOT, spoken) else ()
                yield _Said(number, sentence, passage, text, *place, undoing=undoing, negated=negated)


def _behind_negations(text: str) -> Iterator[frozenset[str]]:
    for match in _NOT.finditer(text):
        behind = re.findall(r"[a-z]{3,}", text[match.end() : match.end() + 30].lower())
        yield frozenset(map(family, behind))


def _follows(first: date | None, second: date | None) -> bool:
    return first is not None and second is not None and 0 < (second - first).days <= _MOST_DAYS


def _undoes(ground: Ground, plan: _Said, one: _Said) -> str:
    """How a sentence undoes a plan, in a few words; empty where it does not."""
    named = plan.passage.proper & one.passage.proper
    strange = one.passage.proper - ground.known[plan.article]
    if strange and (not named or (len(named) < 2 and plan.passage.proper - ground.known[one.article])):
        return ""
    act, done = plan.act, one.passage.own
    if plan.ruled_out:
        both = act & done & _AWAY or (done & _AWAY if act & _AWAY else set())
        still = one.negated
        return f"what was ruled out is told as done ({', '.join(sorted(both))})" if both and not still else ""
    if one.undoing:
        return "the later sentence tells of an end or of something else"
    if _ALL.search(plan.text) and len(act & done) >= 2 and (part := _PART.search(one.text)):
        return f"what was to be all is a part ({part[0]})"
    for before, after in _OPPOSITES:
        if act & before and done & after - set(plan.passage.words):
            return f"the opposite is told ({', '.join(sorted(done & after))})"
    if one.negated:
        for match in _NOT_DONE.finditer(one.text):
            if (word := family(match[1])) in act and ground.weights.bits(word) >= _RARE:
                return f"{_DENIED} ({word})"
    for behind in one.negated:
        if denied := {word for word in behind & act if ground.weights.bits(word) >= _TELLING}:
            return f"part of what was planned is denied ({', '.join(sorted(denied))})"
    return ""


def _conflict(corpus: Corpus, plan: _Said, one: _Said, bits: float, why: str, both: str) -> Conflict:
    first, second = corpus.articles[plan.article], corpus.articles[one.article]
    told, undone = (
        " ".join(corpus.articles[said.article].document.text[said.sentence.start : said.sentence.end].split())[:160]
        for said in (plan, one)
    )
    return Conflict(
        message=f'{article_name(first)} tells of a plan: "{told}"; {article_name(second)} says: "{undone}".',
        evidence=(
            Evidence(first.document.name, plan.start, plan.end),
            Evidence(second.document.name, one.start, one.end),
        ),
        key=("reversal", told, undone),
        explanation=(f"Both sentences have {both} ({bits:.1f} bits); {why}.",),
        suggestion="Nothing to correct: a plan was overtaken. Update the earlier article if it is still read.",
        confidence=round(min(0.8, 0.4 + 0.04 * bits), 2),
    )
