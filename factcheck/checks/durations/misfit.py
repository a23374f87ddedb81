"""The conflict of a length that nothing in its paragraph explains. A helper of ``duration_solved``."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.assertions.model import Article
from factcheck.checks.clocks.told import Clock
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.telling import article_name
from factcheck.checks.timelines.points_told import (
    Length,
    Point,
)


def misfit(
    article: Article, length: Length, first: str, second: str, right: str, points: Sequence[Point | Clock]
) -> Conflict:  # fmt: skip
    name = article.document.name
    return Conflict(
        message=f'{article_name(article)} gives "{length.text}", but from {first} to {second} it is {right}.',
        evidence=(
            Evidence(name, length.start, length.end),
            *(Evidence(name, point.start, point.end) for point in points if point.start >= 0),
        ),
        key=("length solved", length.text.lower(), first, second),
        explanation=(f"No two times of the paragraph lie {length.text} apart; {first} and {second} nearly do.",),
        suggestion=f'Write {right} for "{length.text}", or check {first} and {second}.',
        confidence=0.85,
    )
