"""The common calls of ``audit`` and ``check``, understood without click (:mod:`factcheck.cli.later` says why).

Only what is plainly right is taken: known options, each with a value that it may have. Help, mistakes, and whatever
else there is to say about a call are click's; so is all that is seldom given.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from factcheck.report.formats import FORMATS
from factcheck.vocabulary import Severity

_FLAGS = {"--no-store": "no_store", "--quiet": "quiet", "--steps": "steps", "--verbose": "verbose"}
_VALUES = {
    "--baseline": "baseline",
    "--config": "config",
    "--fail-on": "fail_on",
    "--severity": "severity",
    "--store": "store",
}
_LISTS = {"--against": "against", "--format": "formats", "--output": "outputs", "--rules": "rules"}
_SEVERITIES = tuple(Severity)
_CHOICES: dict[str, Sequence[str]] = {
    "formats": FORMATS,
    "fail_on": (*_SEVERITIES, "never"),
    "severity": _SEVERITIES,
}
_DEFAULTS: dict[str, Any] = {
    **dict.fromkeys(_FLAGS.values(), False),
    **dict.fromkeys(_VALUES.values()),
    **dict.fromkeys(_LISTS.values(), ()),
    "changed_since": None,
    "resume": False,
}


def call_of(command: str, arguments: Sequence[str]) -> Callable[[], int] | None:
    """What is to be done for the arguments of ``audit`` or ``check``; None where click is to say."""
    # For Windows, click finds the files that "*.txt" stands for; and it completes what is typed in a shell.
    options = None if os.name == "nt" or "_FACTCHECK_COMPLETE" in os.environ else _options(arguments)
    if options is None:
        return None
    paths, against = options.pop("paths"), options.pop("against")
    if not paths or bool(against) != (command == "check"):
        return None
    return partial(_judged, command, paths, against, options)


def _judged(command: str, paths: tuple[str, ...], against: tuple[str, ...], options: dict[str, Any]) -> int:
    from factcheck.cli.engines import Engine
    from factcheck.cli.judging import judge_and_tell

    if command == "audit":
        from factcheck.pipeline import audit

        return judge_and_tell(partial(audit, paths), paths, engine=Engine(), **options)
    from factcheck.pipeline import check

    return judge_and_tell(partial(check, paths, against), paths, against, engine=Engine(), **options)


def _options(arguments: Sequence[str]) -> dict[str, Any] | None:
    """The values of all options, and ``paths``; None where anything is not plainly right."""
    found = dict(_DEFAULTS)
    paths: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if not argument.startswith("-") or argument == "-":
            paths.append(argument)
            continue
        if argument in _FLAGS:
            found[_FLAGS[argument]] = True
            continue
        option, equals, value = argument.partition("=")
        name = _VALUES.get(option) or _LISTS.get(option)
        given = value if equals else next(waiting, "")
        if name is None or not given or given.startswith("-") or given not in _CHOICES.get(name, (given,)):
            return None
        found[name] = (*found[name], given) if option in _LISTS else given
    return {**found, "paths": tuple(paths)}
