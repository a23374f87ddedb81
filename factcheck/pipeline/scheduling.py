"""Judging the stories of a run, in this process or in workers."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from functools import partial

from factcheck.pipeline.engine import in_order
from factcheck.pipeline.gathering import Gathered, context_file
from factcheck.pipeline.means import Means
from factcheck.pipeline.shelf import Place
from factcheck.pipeline.work import Judged, judge_shelved, judge_story
from factcheck.records import replace

_BATCH = 32  # articles of one task, unless a story has more


def judge_stories(
    gathered: Gathered,
    parts: Sequence[Sequence[int]],
    means: Means,
    *,
    corpora: bool,
) -> Iterator[Judged]:
    """What came of each story, in their order. ``parts`` are the stories' articles by the numbers of their cards."""
    keeper = gathered.keeper
    # A very large story is gone through in portions; articles of one time stand together in them.
    numbers = [sorted(part, key=partial(_when, gathered)) for part in parts]
    keys = [keeper.story_key([gathered.cards[number] for number in part]) if keeper else b"" for part in numbers]
    waiting: deque[tuple[bytes, Judged | None]] = deque()

    def unknown() -> Iterator[list[Place]]:
        for part, key in zip(numbers, keys, strict=True):
            known = keeper.story(key) if keeper is not None and not corpora else None
            waiting.append((key, known))
            if known is None:
                places = (gathered.cards[number].place for number in part)
                yield [keeper.take_out(place) if keeper is not None else place for place in places]

    def all_judged() -> Iterator[Judged]:
        for judged in _judged(unknown(), gathered, means, corpora=corpora):
            while waiting and (known := waiting[0][1]) is not None:
                waiting.popleft()
                yield known
            key, _ = waiting.popleft()
            if keeper is not None:
                keeper.keep_story(key, judged)
            yield judged
        yield from (known for _, known in waiting if known is not None)

    for done, one in enumerate(all_judged(), 1):
        yield one
        if means.progress is not None:
            means.progress(done, len(numbers), "judged")


def _judged(stories: Iterator[list[Place]], gathered: Gathered, means: Means, *, corpora: bool) -> Iterator[Judged]:
    if means.executor is None or gathered.folder is None:
        context = replace(gathered.context, corpora=corpora)
        return (judge_story(context, story) for story in stories)
    work = partial(judge_shelved, str(context_file(gathered.folder)), corpora)
    batches = in_order(means.executor, work, _batched(stories), means.under_way)
    return (one for batch in batches for one in batch)


def _when(gathered: Gathered, number: int) -> tuple[str, str]:
    document = gathered.cards[number].document
    return str(document.published.first or document.published.last or ""), document.name


def _batched(places: Iterator[list[Place]]) -> Iterator[list[Sequence[Place]]]:
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
