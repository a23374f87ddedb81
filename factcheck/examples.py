"""Runs the examples that rules carry: the rules' own tests."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from factcheck.config import Settings
from factcheck.errors import UserError
from factcheck.findings.collecting import collect
from factcheck.findings.model import Finding
from factcheck.identity.model import Corpus
from factcheck.pipeline import link_articles, load_knowledge, read_articles, run_rule
from factcheck.records import dataclass, replace
from factcheck.ruleset.facts import example_reference, ordered
from factcheck.ruleset.model import Kind, Rule, Ruleset, folded
from factcheck.ruleset.written_rules import Example

KINDS: tuple[Kind, ...] = ("bad", "good", "known_miss")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one example; ``failure`` says what is wrong, None if it is as the rule says."""

    rule: Rule
    kind: Kind
    number: int
    failure: str | None = None

    @property
    def label(self) -> str:
        """``bad example 2``."""
        return f"{self.kind.replace('_', ' ')} example {self.number + 1}"


def run_examples(rule: Rule, ruleset: Ruleset) -> Iterator[Outcome]:
    """Every example of a rule, in the file's order of kinds."""
    for kind in KINDS:
        for number in range(len(getattr(rule.examples, kind))):
            yield run_example(rule, kind, number, ruleset)


def run_example(rule: Rule, kind: Kind, number: int, ruleset: Ruleset) -> Outcome:
    """One example (``number`` from 0), judged by its rule alone.

    A ``bad`` one must give one finding that cites each quote; a ``good`` one must give none; a
    ``known_miss`` must not be found, or it is a ``bad`` example by now.
    """
    example: Example = getattr(rule.examples, kind)[number]
    corpus = example_corpus(example, ruleset, rule.path)
    findings = collect(run_rule(rule, corpus, Settings()))
    return Outcome(rule, kind, number, _failure(kind, example, corpus, findings))


def mistake_of(outcome: Outcome) -> UserError:
    """A failed example as a mistake in the rule's file, at its place there."""
    from factcheck.userfile.model import mistake
    from factcheck.userfile.yaml_file import read_yaml

    written = read_yaml(Path(outcome.rule.path))
    return mistake(written, ("examples", outcome.kind, outcome.number), f"{outcome.label}: {outcome.failure}")


def example_corpus(example: Example, ruleset: Ruleset, where: str = "example") -> Corpus:
    """The example's articles, read as a ``.jsonl`` file would be; they are named ``example.jsonl#1``, ``#2`` ...

    Of facts it knows its own alone, which stand in the file ``where``: a user's facts must not decide whether a
    rule's example holds.
    """
    lines = []
    for number, article in enumerate(example.all_articles, start=1):
        keys = article.model_dump(exclude_none=True)
        lines.append(json.dumps({"id": str(number), **keys}) + "\n")
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        path = Path(folder, "example.jsonl")
        path.write_text("".join(lines), encoding="utf-8")
        articles, skipped = read_articles([str(path)], Settings(), ruleset)
    if skipped:
        raise UserError(f"an example cannot be read: {skipped[0].reason}")
    knowledge = load_knowledge(ruleset.event_files, ruleset.alias_files)
    if example.facts or example.order:
        lexicon = knowledge.lexicon
        reference = example_reference(example.facts, example.order, where, lexicon, knowledge.aliases)
        knowledge = replace(knowledge, lexicon=ordered(lexicon, reference.orders), reference=reference)
    return link_articles(articles, knowledge)


def _failure(kind: Kind, example: Example, corpus: Corpus, findings: tuple[Finding, ...]) -> str | None:
    right = [finding for finding in findings if _cites_all(finding, example.quotes, corpus)]
    if kind == "good":
        return f"should be silent, but: {_told(findings)}" if findings else None
    if kind == "known_miss":
        return "is found now; move it to 'bad'" if right else None
    if not right:
        return f"not found with its quotes; instead: {_told(findings)}" if findings else "not found"
    others = tuple(finding for finding in findings if finding not in right)
    return f"found, but also: {_told(others)}" if others else None


def _told(findings: tuple[Finding, ...]) -> str:
    return "; ".join(
        f"{finding.message} [{', '.join(place.quote for place in finding.locations)}]" for finding in findings
    )


def _cites_all(finding: Finding, quotes: tuple[str, ...], corpus: Corpus) -> bool:
    """Whether each quote overlaps a place of the finding, and no two quotes share a place."""
    free = list(finding.locations)
    for quote in quotes:
        found = next(
            (
                place
                for place in free
                if any(
                    start < place.end and place.start < end
                    for start, end in _occurrences(corpus.by_name[place.document].document.text, quote)
                )
            ),
            None,
        )
        if found is None:
            return False
        free.remove(found)
    return True


def _occurrences(text: str, quote: str) -> Iterator[tuple[int, int]]:
    """Where the quote stands in the text, any run of white space in it matching any other."""
    import re

    pattern = re.compile(r"\s+".join(re.escape(word) for word in folded(quote).split(" ")))
    for match in pattern.finditer(text):
        yield match.span()
