"""Prints which statements factcheck takes for one event, and why; which it keeps apart, and why.

usage: python why.py PATH...
"""

import sys
import textwrap

import factcheck


def tell(heading: str, line: str) -> None:
    pair, _, levels = line.partition(": ")
    print(f"  {heading} {pair}")
    for level in levels.split("; "):
        print(textwrap.fill(level, 96, initial_indent="    ", subsequent_indent="      "))


found = factcheck.extract(sys.argv[1:], stage="events")
for event in found.corpus.events:
    print(f"{event.type}: {len(event.members)} statements")
    for line in event.evidence:
        tell("one:  ", line)
    for line in event.apart:
        tell("apart:", line)
