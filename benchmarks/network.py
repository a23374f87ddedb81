"""Time the search for a contradiction in large temporal networks with one planted.

    python benchmarks/network.py [--events 20000]

Dated events, each within its day, every second one ordered before the next; then the same with one statement that
reverses two of them; then undated chains, which have no calendar to lean on. CPU seconds, best of three.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence

from factcheck.temporal.interval import DAY
from factcheck.temporal.network import Constraint, between, negative_cycle


def timed(constraints: Sequence[Constraint[int]]) -> tuple[float, int | None]:
    """CPU seconds, best of three, and the number of steps of the cycle found."""
    best, steps = float("inf"), None
    for _ in range(3):
        begun = time.process_time()
        cycle = negative_cycle(constraints)
        best = min(best, time.process_time() - begun)
        steps = len(cycle) if cycle is not None else None
    return best, steps


def main() -> None:
    """Prints a line for each network."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--events", type=int, default=20_000)
    size = parser.parse_args().events
    origin = -1
    dated = [c for event in range(size) for c in between(origin, event, event * DAY, (event + 1) * DAY - 1)]
    dated += [c for event in range(0, size - 1, 2) for c in between(event, event + 1, 0, None)]
    random.Random(1).shuffle(dated)
    chain = [c for event in range(size - 1) for c in between(event, event + 1, 1, None)]
    networks = {
        "dated, consistent": dated,
        "dated, one cycle planted": [*dated, *between(size * 3 // 4, size // 70, 0, None)],
        "undated chain": chain,
        "undated chain, backwards": chain[::-1],
        "undated chain, bent into a ring": [*chain, *between(size - 1, 0, 1, None)],
    }
    for name, constraints in networks.items():
        seconds, steps = timed(constraints)
        found = f"a cycle of {steps} steps" if steps is not None else "no cycle"
        print(f"{name:34} {len(constraints):7,} constraints  {seconds:.3f} s CPU  {found}")


if __name__ == "__main__":
    main()
