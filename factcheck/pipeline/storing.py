"""Opening the store of a run, setting a damaged one aside, and taking older articles from stores."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from factcheck.config import Settings
from factcheck.errors import UserError
from factcheck.findings.model import Run
from factcheck.pipeline.gathering import Gathered
from factcheck.pipeline.keeping import Keeper
from factcheck.pipeline.means import Means
from factcheck.pipeline.shelf import Card, Packed
from factcheck.pipeline.work import Context
from factcheck.records import replace
from factcheck.ruleset.model import Ruleset
from factcheck.store.database import DamagedError, UnusableError, looks_like_one, move_aside
from factcheck.store.stamp import reading_stamp
from factcheck.store.store import Store

NEAREST = 30
"""Articles of a store that a new one is held against: more tell of its story seldom."""


def is_store(path: str) -> bool:
    """Whether ``path`` is a store and no article."""
    return looks_like_one(Path(path))


def with_store(means: Means, settings: Settings, ruleset: Ruleset, run: Callable[[Keeper | None], Run]) -> Run:
    """``run`` with the means' store, if any. A damaged one is set aside and the run done again with a new one.

    What was amiss is in the run's ``notes``.
    """
    if means.store is None:
        return run(None)
    notes: list[str] = []
    for _ in range(2):
        try:
            store = Store(means.store, today=means.today)
        except DamagedError as error:
            notes.append(_set_aside(means.store, error))
            continue
        except UnusableError as error:
            notes.append(f"nothing was kept: {error}")
            break
        try:
            keeper = Keeper(store, Context(settings, ruleset))
            done = run(keeper)
        except DamagedError as error:
            store.close()
            notes.append(_set_aside(means.store, error))
            continue
        finally:
            store.close()
        if keeper.trouble is not None:
            notes.append(f"not all was kept: {keeper.trouble}")
        return replace(done, notes=(*notes, *done.notes), taken=(keeper.sources, keeper.stories))
    done = run(None)
    return replace(done, notes=(*notes, *done.notes))


def _set_aside(path: Path, error: DamagedError) -> str:
    aside = move_aside(path)
    return f"{path}: the store is damaged ({error}); it is now {aside.name}, and a new one is made"


def with_kept(gathered: Gathered, new: frozenset[str], stores: Sequence[Path], today: int) -> Gathered:
    """With the articles of ``stores`` that are nearest to the new ones; copies of those are left out.

    Raises UserError for a store that is damaged, cannot be read, or was filled by another version of factcheck.
    """
    reader = reading_stamp(gathered.context.settings, gathered.context.ruleset)
    fresh = [card for card in gathered.cards if card.name in new]
    names = {card.name for card in gathered.cards}
    texts = {card.document.digest for card in fresh}
    found: list[Card] = []
    for path in stores:
        try:
            store = Store(path, today=today)
            try:
                _check_reader(store, reader)
                for card in fresh:
                    for kept in store.near(card.keys, NEAREST, reader=reader):
                        if kept.document.name not in names and kept.document.digest not in texts:
                            names.add(kept.document.name)
                            found.append(Card(kept.document, kept.keys, Packed(store.reading(kept.number))))
            finally:
                store.close()
        except (DamagedError, UnusableError) as error:
            raise UserError(f"the store cannot be used: {error}", path=str(path)) from error
    if not found:
        return gathered
    origins = (*gathered.origins, *(len(gathered.origins) for _ in found))
    return replace(gathered, cards=(*gathered.cards, *found), origins=origins)


def _check_reader(store: Store, reader: bytes) -> None:
    if store.is_foreign(reader):
        raise UserError(
            "another version of factcheck, or other event types, filled this store; fill it again: "
            f"factcheck audit --store {store.path} PATH...",
            path=str(store.path),
        )
