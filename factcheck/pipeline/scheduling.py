"""Judging the stories of a run, in this process or in workers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from functools import partial

from factcheck.pipeline.engine import in_order
from factcheck.pipeline.gathering import Gathered, Progress, context_file
from factcheck.pipeline.shelf import Place
from factcheck.pipeline.work import Judged, judge_shelved, judge_story

_BATCH = 32  # articles of one task, unless a story has more


def judge_stories(
    gathered: Gathered,
    parts: Sequence[Sequence[int]],
    executor: Executor | None,
    progress: Progress | None,
    *,
    corpora: bool,
) -> Iterator[Judged]:
    """What came of each story, in their order. ``parts`` are the stories' articles by the numbers of their cards."""
    # A very large story is gone through in portions; articles of one time stand together in them.
    places = [[gathered.cards[number].place for number in sorted(part, key=partial(_when, gathered))] for part in parts]
    total = len(places)
    judged: Iterator[Judged]
    if executor is None or gathered.folder is None:
        context = replace(gathered.context, corpora=corpora)
        judged = (judge_story(context, story) for story in places)
    else:
        work = partial(judge_shelved, str(context_file(gathered.folder)), corpora)
        judged = (one for batch in in_order(executor, work, _batched(places)) for one in batch)
    for done, one in enumerate(judged, 1):
        yield one
        if progress is not None:
            progress(done, total, "judged")


def _when(gathered: Gathered, number: int) -> tuple[str, str]:
    document = gathered.cards[number].document
    return str(document.published.first or document.published.last or ""), document.name


def _batched(places: Sequence[Sequence[Place]]) -> Iterator[list[Sequence[Place]]]:
    batch: list[Sequence[Place]] = []
    size = 0
    for story in places:
        batch.append(story)
        size += len(story)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
