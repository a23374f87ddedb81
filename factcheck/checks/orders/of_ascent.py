"""The order of a rocket's ascent, told in minutes and seconds after lift-off.

First-stage cutoff, separation, ignition of the next stage, and the release of what it carries come in this order on
every rocket that stages in line. An elapsed time is read from lift-off ("at two minutes and 29 seconds") or from the
one told before it ("three seconds later").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.sentence_words import all_words
from factcheck.checks.telling import article_name
from factcheck.expressions.quantity.numerals import START
from factcheck.expressions.quantity.numerals import read as read_number
from factcheck.pattern_words import may_find
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.text.model import Sentence

_LIFTOFF = r"(?:lift-?off|launch|blast-?off|take-?off|leaving the pad)"
_AMOUNT = r"(?:[\d.]+|[a-z]+(?:-[a-z]+)?) (?:hours?|minutes?|seconds?)"
_LENGTH = rf"{_AMOUNT}(?:,? (?:and )?{_AMOUNT}){{0,2}}"
_ELAPSED = regex(
    rf"(?P<since>{_LENGTH}) (?:after|into|from) (?:{_LIFTOFF}|(?:the|its) (?:{_LIFTOFF}|flight))"
    rf"|(?P<later>{_LENGTH}) (?:later|after that|afterwards)|\bat (?P<at>{_LENGTH})(?! (?:after|later|before|to|long))"
)
_PHASES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "first-stage cutoff",
        regex(
            r"\b(?:first stage|first-stage engines?|booster|boosters|main engines?)\b[^.;]{0,40}?"
            r"\b(?:shut down|shut off|cut off|cut out|burned out|burnt out)\b"
        ),
    ),
    (
        "stage separation",
        regex(
            r"\b(?:stages?|booster)\b[^.;,]{0,20}?\b(?:came apart|separated|parted|fell away|dropped away)\b"
            r"|\bstage separation\b"
        ),
    ),
    (
        "ignition of the upper stage",
        regex(
            r"\b(?:upper|second) stage\b[^.;]{0,40}?\b(?:lit|ignited|fired)\b"
            r"|\b(?:upper|second)[ -]stage(?: engine)? (?:ignition|ignited|lit|fired)\b"
        ),
    ),
    (
        "release of the payload",
        regex(
            r"\b(?:satellites?|payloads?|capsule|spacecraft|probe)\b[^.;,]{0,40}?\b(?:was|were) (?:released|deployed)\b"
            r"|\b(?:released|deployed) (?:the|its|all)\b[^.;,]{0,30}?\b(?:satellites?|payloads?|capsule|probe)\b"
        ),
    ),
)  # fmt: skip
_UNTOLD = regex(
    r"\b(?:will|would|could|should|planned|due|expected|was to|were to|normally|simulat\w+|previous|earlier)\b"
)
_HINT = regex(rf"\b{_LIFTOFF}\b", re.IGNORECASE)
_SECONDS = {"hour": 3600.0, "minute": 60.0, "second": 1.0}
_PIECE = regex(r"(?P<number>[\d.]+|[a-z]+(?:-[a-z]+)?) (?P<unit>hour|minute|second)s?")


@dataclass(frozen=True, slots=True)
class _Step:
    """A phase of the ascent (an index into the phases) with its seconds after lift-off."""

    phase: int
    seconds: float
    sentence: Sentence
    start: int
    end: int
    text: str


def ascent_conflicts(article: Article) -> Iterator[Conflict]:
    """A conflict for each two phases of one ascent that are timed against their order."""
    prose = article.document.prose
    if "second" not in prose or not may_find(_HINT, all_words(article)) or not _HINT.search(prose):
        return
    steps: list[_Step] = []
    block = -1
    last: float | None = None
    for sentence in article.text.sentences:
        if sentence.block != block:
            # A paragraph may tell of another flight.
            yield from _judge(article, steps)
            block, last, steps = sentence.block, None, []
        last = _read(prose, sentence, last, steps)
    yield from _judge(article, steps)


def _read(prose: str, sentence: Sentence, last: float | None, steps: list[_Step]) -> float | None:
    """Adds the sentence's steps; returns the latest elapsed time, from which "later" counts."""
    text = prose[sentence.start : sentence.end]
    if "second" not in text or _plans(text):
        return last
    position = 0
    found: list[tuple[re.Match[str], float]] = []
    for match in _ELAPSED.finditer(text):
        seconds = _seconds(match["since"] or match["at"] or match["later"])
        if seconds is None or (match["later"] and last is None) or (match["at"] and not steps and last is None):
            continue
        last = seconds + (last or 0.0) if match["later"] else seconds
        found.append((match, last))
    for index, (match, seconds) in enumerate(found):
        # The phase of a time stands in its own clause: up to the next "and" before the next time.
        following = found[index + 1][0].start() if index + 1 < len(found) else len(text)
        cut = text.rfind(" and ", match.end(), following)
        stop = cut if index + 1 < len(found) and cut >= 0 else following
        part = text[position:stop]
        phases = [number for number, (_, pattern) in enumerate(_PHASES) if pattern.search(part)]
        if len(phases) == 1:
            start = sentence.start + match.start()
            steps.append(_Step(phases[0], seconds, sentence, start, sentence.start + match.end(), match[0]))
        position = stop
    return last


def _plans(text: str) -> bool:
    """Whether a sentence tells of what was meant to be, or of another flight."""
    return bool(_UNTOLD.search(text))


def _seconds(text: str) -> float | None:
    total = 0.0
    for piece in _PIECE.finditer(text):
        number = START.search(piece["number"])
        numeral = read_number(piece["number"], number, len(piece["number"])) if number else None
        if numeral is None or numeral.ordinal or numeral.fraction or numeral.end < len(piece["number"]):
            return None
        total += float(numeral.value) * _SECONDS[piece["unit"]]
    return total or None


def _judge(article: Article, steps: list[_Step]) -> Iterator[Conflict]:
    for late in steps:
        # The phase right before it says most.
        before = [step for step in steps if step.phase < late.phase and step.seconds > late.seconds]
        if before:
            yield _conflict(article, max(before, key=lambda step: (step.phase, -step.start)), late)


def _conflict(article: Article, early: _Step, late: _Step) -> Conflict:
    name = article.document.name
    first, then = _PHASES[early.phase][0], _PHASES[late.phase][0]
    return Conflict(
        message=f"{article_name(article)} times the {then} at {late.seconds:g} seconds after lift-off "
        f'("{late.text}"), before the {first} at {early.seconds:g} seconds ("{early.text}").',
        evidence=(Evidence(name, early.start, early.end), Evidence(name, late.start, late.end)),
        key=("ascent", first, then, f"{early.seconds:g}", f"{late.seconds:g}"),
        explanation=(
            f"A rocket's {first} comes before the {then}.",
            'Times with "later" count from the one told before, others from lift-off.',
        ),
        suggestion=f"Check both times. It would be possible if the {then} came after {early.seconds:g} seconds.",
        confidence=0.85,
    )
