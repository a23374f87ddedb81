"""A rule file as it is written. The descriptions here become the reference in ``docs/rules/``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from factcheck.ruleset.fields import Moment, RuleName, Words
from factcheck.ruleset.written_facts import WrittenFact, WrittenOrder
from factcheck.userfile.validation import validate
from factcheck.userfile.yaml_file import read_yaml
from factcheck.vocabulary import Category, Level, Severity

_FROZEN = ConfigDict(frozen=True, extra="forbid")


class ExampleArticle(BaseModel):
    """A small article of an example. ``published`` is a date or moment in ISO 8601, or left out if unknown."""

    model_config = _FROZEN

    text: Words
    published: Moment | None = None
    title: str | None = None
    source: str | None = None


class Example(BaseModel):
    """Articles with the quotes that one finding cites: ``articles``, or for a single one its keys themselves.

    ``facts`` and ``order`` are what the user is taken to know, as in a file of facts.
    """

    model_config = _FROZEN

    articles: tuple[ExampleArticle, ...] = ()
    text: Words | None = None
    published: Moment | None = None
    title: str | None = None
    source: str | None = None
    quotes: tuple[Words, ...] = ()
    note: Words | None = None
    facts: tuple[WrittenFact, ...] = ()
    order: tuple[WrittenOrder, ...] = ()

    @model_validator(mode="after")
    def _is_one_way(self) -> Example:
        if self.articles:
            for key in ("text", "published", "title", "source"):
                if getattr(self, key) is not None:
                    raise ValueError(f"'{key}' stands beside 'articles'; move it into one of them")
        elif self.text is None:
            raise ValueError("has neither 'text' nor 'articles'")
        return self

    @property
    def all_articles(self) -> tuple[ExampleArticle, ...]:
        """The articles, whichever way they are written."""
        if self.text is None:
            return self.articles
        return (ExampleArticle(text=self.text, published=self.published, title=self.title, source=self.source),)


class Examples(BaseModel):
    """``bad`` is found, ``good`` is silent, ``known_miss`` should be found and is not yet."""

    model_config = _FROZEN

    bad: Annotated[tuple[Example, ...], Field(min_length=1)]
    good: Annotated[tuple[Example, ...], Field(min_length=1)]
    known_miss: tuple[Example, ...] = ()


class RuleFile(BaseModel):
    """A rule as it is written."""

    model_config = _FROZEN

    name: RuleName = Field(description="what reports call it: lower-case words with hyphens")
    category: Category = Field(description="the kind of discrepancy")
    check: str = Field(description="the algorithm: a module of factcheck/checks/")
    options: dict[str, Any] = Field({}, description="the check's options")
    severity: Severity = Field(description="error: cannot all be true; warning: a probable slip; info: no mistake")
    severity_by_event: dict[str, Level] = Field(
        {}, description="a severity of its own for conflicts of an event type, or off"
    )
    what: Words = Field(description="what it finds, in one or two sentences")
    why: Words = Field(description="why an editor wants to know")
    known_problems: tuple[Words, ...] = Field((), description="where it is silent or wrong")
    references: tuple[Words, ...] = Field((), description="where the convention or method is described")
    examples: Examples = Field(description="small articles that run as tests")


def read_examples(path: Path) -> Examples:
    """The examples in a rule's file. Raises UserError where it is no longer a rule's file."""
    return validate(RuleFile, read_yaml(path)).examples
