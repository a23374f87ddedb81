"""Signs that a list is the whole of a figure told before it: as many parts as groups are named, "of these", places.

"35 restaurants in three districts: 17 in the old town, eleven at the port and nine ..." names three groups and gives
three parts. "Of these, 45 came from Lerwick and 38 from Stornoway" counts nobody twice, for nobody comes from both.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.assertions.model import Article
from factcheck.checks.templates import times_in
from factcheck.checks.timelines.points_told import NUMBER, number_of
from factcheck.expressions.model import Quantity
from factcheck.expressions.quantity.nouns import singular
from factcheck.patterns import regex
from factcheck.text.model import Sentence

GROUPS = regex(
    r"\b(?:over|in|into|among|between|from|to|at|on|across|by|for|through|of)(?: the| its| their| all)? "
    rf"(?P<number>{NUMBER})(?: [a-z][a-z-]+)? [a-z-]+(?:s|ren|men)\b",
)
_OF_THESE = regex(
    r"^(?:[Oo]f|[Aa]mong|[Oo]ut of) (?:these|them|those|the (?:[a-z-]+ )?(?P<noun>[a-z-]+)),?(?: only| just)? $"
)
# Who may be in two places at once, or stay away from both.
_MAY_STAY_AWAY = regex(
    r"\b(?:came|come|turned|attend\w*|took part|take part|joined|struck|walked out|signed|answered|replied|respond\w*"
    r"|present|open(?:ed)?|free|empty|full|both|none|neither)\b"
)
_WAY = (
    r"(?:(?:from|to|into|in|at|for|near|by) (?:the )?[\w'’-]+|(?:north|south|east|west)(?:wards?)?|home|abroad|inland"
    r"|upstream|downstream|ashore)\b"
)
_THERE = regex(
    r"^ (?:[a-z]+ )?(?:(?:were|was|are|have been|had been|will be) )?(?:walk|went|go|gone|c[ao]me|sent|flown|flew|taken"
    r"|driven|drove|moved?|left|return\w*|liv\w+|stay\w*|settled|landed|fled|crossed|headed|sailed|travelled|shipped"
    rf"|lent|handed|transferred|born|buried|held|kept|planted|built|stand|stood|lie)[a-z]*(?: [a-z]+)? {_WAY}"
)
_GO_ON = regex(rf"^ {_WAY}")


def named_groups(article: Article, where: Sentence, listed: Sentence, parts: Sequence[Quantity]) -> bool:
    """Whether the sentence of the total, or the list's head, names as many groups as it has parts."""
    prose = article.document.prose
    if where is not listed:
        if any(time.start < parts[0].start for time in times_in(article, listed)):
            return False  # "The choir has singers from three towns. Last year ..."
        if _MAY_STAY_AWAY.search(prose, listed.start, listed.end):
            return False
    stop = parts[0].start
    return any(
        number_of(match["number"]) == len(parts) and match["number"].lower() not in ("a", "an")
        for match in GROUPS.finditer(prose, min(where.start, listed.start), max(where.end, stop))
        if match.end() <= stop and (where.start <= match.start() < where.end or match.start() >= listed.start)
    )


def group_count(article: Article, listed: Sentence, run: Sequence[Quantity]) -> bool:
    """Whether the first figure of a run counts the others: "in three shifts, 90 in the first, 90 in the second ..."."""
    if len(run) < 3 or run[0].value != len(run) - 1 or run[0].unit is None:
        return False
    before = article.document.prose[listed.start : run[0].end + 40]
    return any(match.start("number") == run[0].start - listed.start for match in GROUPS.finditer(before))


def of_these(article: Article, where: Sentence, listed: Sentence, parts: Sequence[Quantity], total: Quantity) -> bool:
    """Whether the list begins "Of these" or "Of the lorries" right behind the sentence that has so many lorries."""
    if where is listed or where.end > listed.start or where.block != listed.block:
        return False
    match = _OF_THESE.match(article.document.prose[listed.start : parts[0].start])
    if match is None:
        return False
    noun = match["noun"]
    return noun is None or singular(noun) in (total.unit, (total.measured or "").rpartition(" ")[2])


def at_places(prose: str, listed: Sentence, parts: Sequence[Quantity]) -> bool:
    """Whether each part is put at, or on the way to, another place: "41 walked south and 32 north"."""
    ends = [*(part.start for part in parts[1:]), listed.end]
    labels = [prose[part.end : end] for part, end in zip(parts, ends, strict=True)]
    if _THERE.match(labels[0]) is None or not all(_GO_ON.match(label) for label in labels[1:]):
        return False
    ways = [labels[0].split(",")[0].removesuffix(" and "), *labels[1:]]
    return len({way.strip(" .,;") for way in ways}) == len(parts)
