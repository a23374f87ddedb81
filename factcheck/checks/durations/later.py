"""So many years from one year to another: "entered the monastery in 1998 and left it in 2009, eleven years later".

A helper of ``duration_fits_ends``.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.sentence_words import words_in
from factcheck.checks.telling import article_name
from factcheck.checks.timelines.points_told import NUMBER, number_of
from factcheck.patterns import regex

_YEAR = r"(?:1[5-9]|20)\d\d"
_LATER = regex(
    rf"\b(?:[Ii]n|[Ss]ince) (?:[A-Z][a-z]+ )?(?P<first>{_YEAR})\b(?P<gap>[^.;:()\d]{{3,90}}?) in (?:[A-Z][a-z]+ )?"
    rf"(?P<last>{_YEAR}), (?:just |only |exactly )?(?P<number>{NUMBER}) years later(?=[.,;)]|$)"
)
_OTHER = regex(r"\b(?:when|before|after|who|which|whose|until|while|than|born|where)\b")
_MOST_OFF = 12  # years: what is farther off is counted from something else


def years_later(article: Article) -> Iterator[Conflict]:
    """Yield a conflict for each count of years that two years beside it do not give, by more than one."""
    words, prose, name = words_in(article), article.document.prose, article.document.name
    for sentence in article.text.sentences:
        if not words[sentence.start] >= {"later", "years"}:
            continue
        for match in _LATER.finditer(prose, sentence.start, sentence.end):
            passed = int(match["last"]) - int(match["first"])
            off = abs(number_of(match["number"]) - passed)
            if passed <= 0 or not 1 < off <= _MOST_OFF or _OTHER.search(match["gap"]):
                continue
            said = f"{match['number']} years later"
            yield Conflict(
                message=f'{article_name(article)} gives "{said}", but from {match["first"]} to {match["last"]} it is '
                f"{passed} years.",
                evidence=(
                    Evidence(name, match.start("number"), match.end()),
                    Evidence(name, match.start("last"), match.end("last")),
                    Evidence(name, match.start("first"), match.end("first")),
                ),
                key=("years later", match["number"].lower(), match["first"], match["last"]),
                explanation=(f"{match['last']} - {match['first']} = {passed}.",),
                suggestion=f'Write {passed} for "{match["number"]}", or check {match["first"]} and {match["last"]}.',
                confidence=0.88,
            )
