"""The order that the text itself states: an answer follows its call, completion the last approval."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Article, Modality, Polarity
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.telling import article_name, how_read, time_words
from factcheck.checks.templates import GAP, Template, may_hold, t, time_template, times_by_sentence
from factcheck.expressions.model import Timex
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.compare import certainly_before, gap_days
from factcheck.temporal.interval import Granularity
from factcheck.text.model import Sentence

_UNTOLD = regex(
    r"\b(?:will|would|could|may|might|should|if|unless|plan(?:s|ned|ning)?|due|scheduled|expected|expects|hope[sd]?|likely|claim\w*"
    r"|den(?:y|ies|ied)|alleg\w+|reportedly|subject to|remain\w*|awaits?|pending|not|never|no longer)\b"
)
_SET_GOING = (
    r"(?:sent|dispatched|despatched|called out|scrambled|launched|deployed|alerted|ordered out|summoned|diverted)"
)
# "The cutter, sent in answer to that call, cleared the pier at 11.12pm"
_ANSWER = regex(
    rf"\b{_SET_GOING}(?: out)? (?:in (?:answer|response|reply) to|after|following|because of) (?:that|the|this|its)"
    rf" (?P<noun>[\w-]+(?: [\w-]+)?),{GAP}{{1,60}}?\bat (?:about |around )?{t('at')}"
)
_ALL = r"(?:every|all(?: of)?(?: the| its)?|the last|the final)"
_WAITED_FOR = (
    r"(?:approvals?|permits?|permissions?|consents?|licen[cs]es?|conditions?|clearances?|hurdles?|signatures?"
    r"|authori[sz]ations?)"
)
_GOT = r"(?:in hand|in place|granted|obtained|secured|met|cleared|satisfied|given|received|fulfilled)"
_WITH_ALL = regex(
    rf"\b[Ww]ith {_ALL} (?:[a-z]+ )?{_WAITED_FOR} (?:now |already |finally )?{_GOT},{GAP}{{1,90}}?"
    rf"\b(?:on|in|at) {t('done')}"
    rf"|\b(?:[Aa]fter|[Oo]nce) {_ALL} (?:[a-z]+ )?{_WAITED_FOR} (?:(?:was|were|had been) )?{_GOT},{GAP}{{1,90}}?"
    rf"\b(?:on|in|at) {t('then')}"
)
_LAST = regex(
    rf"\b[Tt]he (?:last|final|only remaining)(?: of (?:the|its|those))? (?:[a-z]+ ){{0,2}}?{_WAITED_FOR}\b"
    rf"{GAP}{{0,50}}?"
    rf"\b(?:fell away|came(?: through)?|arrived|followed|(?:was|were) (?:only )?(?:granted|given|met|cleared|obtained"
    rf"|secured|received|satisfied|fulfilled|issued|signed)){GAP}{{0,30}}?\b(?:on|in|at) {t('last')}"
)
_AT = rf"{GAP}{{0,40}}?\bat (?:about |around )?"
_CREWS = (
    r"(?:crews?|firefighters|fire engines?|engines?|ambulances?|paramedics|rescuers|rescue boats?|boats?|helicopters?"
    r"|officers|responders|lifeboats?|cutters?|appliances?)"
)
# What comes first and what follows it within an hour or so, each told with a clock time.
_PAIRS: tuple[tuple[str, re.Pattern[str], str, re.Pattern[str]], ...] = (
    (
        "the call for help",
        regex(
            rf"\b(?:(?:alarm|alert) (?:was|had been) (?:raised|given|sounded)|(?:alarm|distress call|emergency call"
            rf"|999 call|911 call|mayday|call) (?:came in|was received|was made|went out|was logged)"
            rf"|[Ff]irefighters were (?:called|alerted)){_AT}{t('at')}"
        ),
        "the arrival of the first to help",
        regex(rf"\b[Tt]he first (?:[a-z]+ )?{_CREWS} (?:arrived|reached|got to|were on the scene){_AT}{t('at')}"),
    ),
    (
        "take-off",
        regex(rf"\b(?:took off|lifted off|departed|left the runway|was airborne){_AT}{t('at')}"),
        "the end of the flight",
        regex(
            rf"\b(?:crashed|ditched|plunged|went down|hit the ground|(?:disappeared|vanished) from (?:the )?radar"
            rf"|lost contact|[Cc]ontact was lost){_AT}{t('at')}"
        ),
    ),
)  # fmt: skip
# "opened on 12 May and closed on 9 May"; "signed on 5 May and took effect on 3 May"
_BOTH = regex(
    rf"\b(?:opened|began|started|kicked off){GAP}{{0,30}}?\b(?:on|at) {t('first')},? (?:and|but) (?:[a-z]+ )?"
    rf"(?:closed|ended|finished|concluded|wound up){GAP}{{0,20}}?\b(?:on|at) {t('then')}"
    rf"|\b(?:adopted|approved|signed|passed|ratified|agreed){GAP}{{0,40}}?\bon {t('before')},? (?:and|but) (?:[a-z]+ )?"
    rf"(?:took effect|came into force|entered into force|came into effect){GAP}{{0,10}}?\b(?:on|from) {t('after')}"
)
_BACKDATED = regex(r"\b(?:retroactiv\w*|backdat\w*|provisional\w*|retrospectiv\w*)\b")
_ZONES = regex(r"\b(?:local time|GMT|UTC|EDT|EST|BST|CET|time zones?)\b")
_PATTERNS = (_ANSWER, _WITH_ALL, _LAST, _BOTH, *(pattern for _, first, _, then in _PAIRS for pattern in (first, then)))
_VALUE = regex(r"T(\d\d):(\d\d)")
_HALF_DAY = 720
# An answer follows within hours: a clock time earlier by more than this is one of the next day.
_ANSWER_MINUTES = 360
_PAIR_MINUTES = 90


@dataclass(frozen=True, slots=True)
class _Stated:
    """A time that the words set in an order, with its sentence."""

    sentence: Sentence
    timex: Timex


def word_conflicts(article: Article) -> Iterator[Conflict]:
    """Conflicts of one article between the order of its words and that of its times."""
    completed: list[_Stated] = []
    lasts: list[_Stated] = []
    blocks = article.document.blocks
    times = times_by_sentence(article)
    clocked: dict[tuple[int, int], list[_Stated]] = {}
    for sentence in article.text.sentences:
        if sentence.start not in times or blocks[sentence.block].repeats is not None:
            continue
        if not may_hold(article, sentence, _PATTERNS):
            continue
        shape = time_template(article, sentence)
        for match in shape.find_all(_ANSWER):
            yield from _answers(article, sentence, shape, match)
        for found, pattern, names in ((completed, _WITH_ALL, ("done", "then")), (lasts, _LAST, ("last",))):
            for match in shape.find_all(pattern):
                mark = next(match[name] for name in names if match[name])
                if not _UNTOLD.search(match[0]):
                    found.append(_Stated(sentence, shape.times[int(mark)]))
        for match in shape.find_all(_BOTH):
            yield from _both(article, sentence, shape, match)
        for number, (_, first, _, then) in enumerate(_PAIRS):
            for side, pattern in enumerate((first, then)):
                for match in shape.find_all(pattern):
                    if not _UNTOLD.search(shape.text) and not _ZONES.search(shape.text):
                        stated = _Stated(sentence, shape.times[int(match["at"])])
                        clocked.setdefault((number, side), []).append(stated)
    for number in range(len(_PAIRS)):
        yield from _pair(article, number, clocked.get((number, 0), []), clocked.get((number, 1), []))
    # One completion and one last approval, or it is not said which belongs to which.
    if len(completed) == 1 and len(lasts) == 1:
        yield from _completed_too_early(article, completed[0], lasts[0])


def _completed_too_early(article: Article, done: _Stated, last: _Stated) -> Iterator[Conflict]:
    first, second = done.timex.interval, last.timex.interval
    if first is None or second is None or max(first.granularity, second.granularity) > Granularity.MONTH:
        return
    gap = gap_days(first, second)
    if not certainly_before(first, second) or gap is None or gap > 365:
        return
    yield _conflict(
        article,
        done,
        last,
        f"{article_name(article)} has it done with everything in hand, {time_words(done.timex)}, before the last "
        f"of what it waited for, {time_words(last.timex)}.",
        f'The text says so itself: "{_words(article, done.sentence)}"',
        f"Check both dates. It would be possible if the last approval came by {time_words(done.timex)}.",
        ("last approval", done.timex.value, last.timex.value),
    )


def _both(article: Article, sentence: Sentence, shape: Template, match: re.Match[str]) -> Iterator[Conflict]:
    """A beginning and an end in one sentence, whose days are the wrong way round."""
    begin = shape.times[int(match["first"] or match["before"])]
    end = shape.times[int(match["then"] or match["after"])]
    first, second = begin.interval, end.interval
    if first is None or second is None or max(first.granularity, second.granularity) > Granularity.DAY:
        return
    # Without its year a day of an earlier month may well be next year's.
    same_month = begin.value[:7] == end.value[:7] and begin.weekday is None and end.weekday is None
    if not same_month and not (begin.year_stated and end.year_stated):
        return
    if _UNTOLD.search(match[0]) or _BACKDATED.search(shape.text) or not certainly_before(second, first):
        return
    yield _conflict(
        article,
        _Stated(sentence, begin),
        _Stated(sentence, end),
        f"{article_name(article)} has the end or effect, {time_words(end)}, before the beginning, {time_words(begin)}.",
        f'One sentence states both: "{_words(article, sentence)}"',
        f"Check both dates. It would be possible if {time_words(end)} came after {time_words(begin)}.",
        ("beginning and end", begin.value, end.value),
    )


def _pair(article: Article, number: int, first: list[_Stated], then: list[_Stated]) -> Iterator[Conflict]:
    """Two clock times of one affair the wrong way round, where the article gives each just one."""
    before, after = {_clock(each.timex) for each in first}, {_clock(each.timex) for each in then}
    if len(before) != 1 or len(after) != 1:
        return
    start, end = before.pop(), after.pop()
    if start is None or end is None or not _one_day(first[0].timex, then[0].timex):
        return
    early = (start - end) % (2 * _HALF_DAY)
    if not 0 < early <= _PAIR_MINUTES:
        return
    what, _, follows, _ = _PAIRS[number]
    yield _conflict(
        article,
        first[0],
        then[0],
        f'{article_name(article)} times {follows} at "{then[0].timex.text}", {early} minutes before {what}, '
        f'"{first[0].timex.text}".',
        f"Of one affair, {what} comes before {follows}.",
        f'Check both times. It would be possible if {follows} came after "{first[0].timex.text}".',
        (what, follows, str(start), str(end)),
    )


def _answers(article: Article, sentence: Sentence, shape: Template, match: re.Match[str]) -> Iterator[Conflict]:
    """An answer timed before what it answers: clock times within hours of each other."""
    if _UNTOLD.search(match[0]):
        return
    answer = shape.times[int(match["at"])]
    noun = match["noun"].lower()
    calls = [
        assertion
        for assertion in article.assertions
        if assertion.trigger.split()[-1] == noun.split()[-1]
        and assertion.trigger.endswith(noun)
        and assertion.modality is Modality.HAPPENED
        and assertion.polarity is Polarity.POSITIVE
        and assertion.time_secure
        and assertion.time is not None
        and _clock(assertion.time) is not None
        and assertion.sentence.start != sentence.start
    ]
    clocks = {_clock(call.time) for call in calls if call.time is not None}
    at = _clock(answer)
    if len(clocks) != 1 or at is None or calls[0].time is None:
        return
    call = calls[0].time
    came = _clock(call)
    if came is None or not _one_day(answer, call):
        return
    # Around midnight the earlier clock time may be the later one.
    early = (came - at) % (2 * _HALF_DAY)
    if 0 < early <= _ANSWER_MINUTES:
        yield _conflict(
            article,
            _Stated(sentence, answer),
            _Stated(calls[0].sentence, call),
            f'{article_name(article)} times what answered the {calls[0].trigger} at "{answer.text}", {early} minutes '
            f'before the {calls[0].trigger} itself, "{call.text}".',
            f'The text says so itself: "{_words(article, sentence)}"',
            f'Check both times. It would be possible if the {calls[0].trigger} came by "{answer.text}".',
            ("answer", calls[0].event, str(at), str(came)),
        )


def _clock(timex: Timex) -> int | None:
    """Minutes from midnight of a stated clock time."""
    found = _VALUE.search(timex.value) if timex.clock_stated else None
    return int(found[1]) * 60 + int(found[2]) if found is not None else None


def _one_day(a: Timex, b: Timex) -> bool:
    """Whether the two may be of one night: the same zone, and no dates that lie apart."""
    if a.interval is None or b.interval is None:
        return True
    gap = gap_days(a.interval, b.interval)
    return a.interval.offset == b.interval.offset and gap is not None and gap <= 1


def _words(article: Article, sentence: Sentence) -> str:
    return " ".join(article.document.text[sentence.start : sentence.end].split())


def _conflict(
    article: Article,
    first: _Stated,
    second: _Stated,
    message: str,
    source: str,
    suggestion: str,
    key: tuple[str, ...],
) -> Conflict:
    name = article.document.name
    return Conflict(
        message=message,
        evidence=(
            Evidence(name, first.timex.start, first.timex.end),
            Evidence(name, second.timex.start, second.timex.end),
        ),
        key=key,
        explanation=(how_read(article, first.timex), how_read(article, second.timex), source),
        suggestion=suggestion,
        confidence=0.85,
    )
