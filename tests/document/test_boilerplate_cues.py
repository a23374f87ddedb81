"""Pleas inside a line are found whatever their case: the cheap first look for cue words leaves none out."""

from __future__ import annotations

import pytest

from factcheck.document.boilerplate import _ANYWHERE, Scope, scope

LINES = """
Readers can sign up for our daily newsletter
Why not subscribe and save this spring
To go on, log in or register first
It is free, sign in or subscribe below
Become a member and keep us going
The best of the week in your inbox
For the timetable click here
Then click the share button at the end
You can also follow us on the usual channels
Use the list to translate this site
Press the button below the author name
This page contains copyrighted material of others
A fair use notice applies
Reprinted with permission of the Tallow Gazette
Tallow Gazette Group, all rights reserved
We use cookies so that you agree with everything
Accept all cookies
You can manage your preferences here
The Gazette is a reader-owned newspaper
You have two free articles left
For tips call our newsroom or write to desk@gazette.example
For corrections e-mail desk@gazette.example
Her address is [email protected]
The views expressed here are the author's own
Please consider a donation to us
Please share this story widely
Please help us keep our journalism alive
For more like this see the archive
Gazette terms. Privacy
Gazette ethics. Careers
""".strip().splitlines()


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("written", [str, str.upper])
def test_pleas_are_found(line: str, written: type[str]) -> None:
    shown = written(line)
    if _ANYWHERE.search(shown):  # "Become" in capitals is an outcry, no plea
        assert scope(shown) is not None
    if written is str:
        assert scope(line) is Scope.LINE


def test_plain_lines_are_none() -> None:
    assert scope("The members signed the accord and will share the managers of the port.") is None
