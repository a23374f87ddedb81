"""What goes to a terminal and what does not: colour, links, the bar while it works, the width."""

from __future__ import annotations

import os
import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="needs a POSIX terminal")

ROOT = Path(__file__).parents[2]
SEEDS = [str(ROOT / "seeds" / name) for name in ("01-naktong-review.txt", "03-naktong-review.txt")]
FACTCHECK = ("-m", "factcheck")
WORK = (
    "-c",
    "import time; from factcheck.cli.common import progress\n"
    "with progress() as tell:\n"
    "    time.sleep(1)\n"
    "    if tell: tell(5, 20, 'read')\n"
    "print('done')",
)


def on_a_terminal(
    *arguments: str, python: tuple[str, ...] = FACTCHECK, width: int = 100, streams: str = "both", **environment: str
) -> tuple[str, str]:
    """What a terminal shows of ``streams`` ("both", "out" or "err"), and what a pipe gets of the other."""
    import fcntl
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    wanted = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES")}
    wanted |= {"TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environment}
    to = {stream: theirs if streams in ("both", stream) else subprocess.PIPE for stream in ("out", "err")}
    process = subprocess.Popen(
        [sys.executable, *python, *arguments],
        stdin=subprocess.DEVNULL, stdout=to["out"], stderr=to["err"], env=wanted,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    while part := _read(ours):
        shown += part
    pipe = process.stdout or process.stderr
    piped = pipe.read() if pipe is not None else b""
    assert process.wait(60) in (0, 1)
    os.close(ours)
    return shown.decode().replace("\r\n", "\n"), piped.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""


def test_colour_and_links_on_a_terminal() -> None:
    shown, _ = on_a_terminal("audit", *SEEDS)
    assert "\x1b[1;31mErrors" in shown
    assert f"\x1b]8;;{Path(SEEDS[0]).as_uri()}\x1b\\" in shown


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colour_where_it_is_not_wanted(name: str, value: str) -> None:
    shown, _ = on_a_terminal("audit", *SEEDS, **{name: value})
    assert shown.startswith("Errors")
    assert "\x1b[" not in shown
    assert ("\x1b]8" in shown) is (name == "NO_COLOR")


def test_a_pipe_gets_neither_though_the_other_stream_is_a_terminal() -> None:
    shown, piped = on_a_terminal("audit", *SEEDS, streams="err")
    assert "\x1b" not in piped
    assert piped.startswith("Errors")
    assert "Errors" not in shown


@pytest.mark.parametrize("width", [50, 100, 140])
def test_the_table_is_as_wide_as_the_terminal(width: int) -> None:
    shown, _ = on_a_terminal("audit", *SEEDS, width=width, TERM="dumb")
    frames = {len(line) for line in shown.splitlines() if line.startswith("┌")}
    assert frames == {width}


def test_a_rule_is_explained_within_the_width() -> None:
    shown, _ = on_a_terminal("explain", "no-such-date", width=60)
    assert "\x1b[1mWhat it finds" in shown
    lines = re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines()
    assert max(len(line) for line in lines if not line.strip().startswith("file:")) <= 60


def test_the_bar_is_shown_on_a_terminal_and_wiped_out() -> None:
    shown, piped = on_a_terminal(python=WORK, streams="err")
    assert shown == f"\r\x1b[Kread [{'#' * 6}{' ' * 18}] 5 of 20\r\x1b[K"
    assert piped == "done\n"
    assert on_a_terminal(python=WORK, streams="out") == ("done\n", "")
