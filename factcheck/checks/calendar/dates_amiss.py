"""Times of the clock that no clock shows, and dates to come of what is told as past. A helper of ``date_exists``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.telling import article_name
from factcheck.checks.timelines.points_told import points_by_sentence
from factcheck.patterns import regex
from factcheck.temporal.interval import DAY, instant

_CLOCK = regex(
    r"\b(?:at|from|until|till|by|around|about|since|between|and|before|after|to|shortly after|just after|just before) "
    r"(?P<time>(?P<h>\d{1,2}):(?P<m>\d\d)(?P<half> ?[ap]\.?m\b)?)(?![\d:.%])"
)
_CLOCK_LEAD = regex(r"\b(?:at|from|until|till|around|since) $")
_DID = regex(
    r"\b(?:told|said|died|was|were|met|left|won|took|came|went|made|held|sent|wrote|fell|began|broke|shot|struck"
    r"|sold|bought"
    r"|[a-z]{3,}ed)\b[^.;:]{0,60}? (?:on|in)(?: the)? $"
)
_TO_COME = regex(
    r"\b(?:will|would|due|plan\w*|schedul\w*|expect\w*|until|till|by|to be|set|agreed?|postpon\w*|extend\w*"
    r"|announc\w*|promis\w*"
    r"|delay\w*|deadline|before|ahead|if|dates?|calendar|moved|pushed|put (?:off|back)|vow\w*|aim\w*|target\w*"
    r"|fixed|call\w* for"
    r"|order\w*|book\w*|contract\w*|valid|expir\w*|mandate|be|from|for|to|should|shall|may|might|could|can|next"
    r"|forecast\w*"
    r"|project\w*|estimat\w*|slated|pencil\w*|commit\w*|reschedul\w*|adjourn\w*|maturing|adopt\w*|pledg\w*"
    r"|propos\w*|name[ds]"
    r"|designat\w*|select\w*|award\w*|chosen|elect\w*|appoint\w*|hop\w*|invit\w*|cancel\w*|call\w*|dated|limit\w*"
    r"|ban\w*"
    r"|approv\w*|bring\w*|ends?|ending|run\w*|starts?|starting|opens?|opening|mean\w*|imagin\w*|novel|film"
    r"|fiction\w*|capp?ed)\b",
    re.IGNORECASE,
)
_KNOWN = regex(
    r"\b(?:does not exist|doesn't exist|do not exist|did not exist|no such|never existed|non-?existent|impossible"
    r"|(?:is|was) not a (?:real|valid)|invalid|mistak\w+|typo\w*|misprint\w*|wrong date|fictitious|never (?:comes"
    r"|came))\b",
    re.IGNORECASE,
)


_YEAR = regex(r"\b20\d\d\b")


def is_known(article: Article, offset: int) -> bool:
    """Whether the text itself says that its date does not exist."""
    sentence = article.text.sentence_at(offset)
    return sentence is not None and _KNOWN.search(article.document.prose, sentence.start, sentence.end) is not None


def dates_amiss(article: Article) -> Iterator[Conflict]:
    """Yield a conflict for each impossible time of the clock and each past told of a date to come."""
    prose, name = article.document.prose, article.document.name
    flagged = [(timex.start, timex.end) for timex in article.expressions.times if timex.impossible]
    published = article.document.published.day
    told = points_by_sentence(article)
    for sentence in article.text.sentences:
        if article.document.blocks[sentence.block].repeats is not None:
            continue
        figured = prose.find(":", sentence.start, sentence.end) >= 0
        for match in _CLOCK.finditer(prose, sentence.start, sentence.end) if figured else ():
            hour, minute = int(match["h"]), int(match["m"])
            start, end = match.span("time")
            if (hour < 24 and minute < 60) or (hour, minute) == (24, 0):
                continue
            if not _CLOCK_LEAD.search(prose, max(0, start - 9), start):
                continue
            if any(one < end and start < other for one, other in flagged) or is_known(article, start):
                continue
            yield Conflict(
                message=f'{article_name(article)} writes "{match["time"]}", a time that no clock shows.',
                evidence=(Evidence(name, start, end),),
                key=("no such time", match["time"]),
                explanation=("Hours end at 24:00 and minutes at 59.",),
                suggestion="Check the time.",
                confidence=0.9,
            )
        if published is None:
            continue
        for point in told.get(sentence.start, ()):
            if not point.year_stated or not instant(published) + DAY < point.low <= instant(published) + 800 * DAY:
                continue
            if not _YEAR.search(prose, sentence.start, sentence.end):
                continue
            before = prose[max(sentence.start, point.start - 90) : point.start]
            if _DID.search(before) is None or _TO_COME.search(
                re.sub(r"\bto (?=[a-z]*(?:reporters|[A-Z]))", "", before)
            ):
                continue
            yield Conflict(
                message=f"{article_name(article)} tells as past what it dates {point.text}, after it appeared on "
                f"{published.strftime('%-d %B %Y')}.",
                evidence=(Evidence(name, point.start, point.end),),
                key=("past to come", point.text),
                explanation=(f"{point.text} is after {published.isoformat()}.",),
                suggestion=f"Check {point.text}.",
                confidence=0.85,
            )
