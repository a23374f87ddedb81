"""``factcheck init``."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from factcheck.cli.common import named_path
from factcheck.cli.writing import write

SETTINGS = "factcheck.toml"


@click.command(
    "init",
    help=f"""Write {SETTINGS} and a folder with a sample rule, event type and fact into DIR, or here.

Every setting stands in {SETTINGS} with its default, commented out. A file that is there already is left as it is.""",
    epilog="""\b
Examples:
  factcheck init
  factcheck init newsroom/

\b
Exit codes:
  0  written, or there already
  2  a file could not be written""",
)
@click.argument("folder", default=".", metavar="[DIR]", type=named_path())
def command(folder: str) -> int:
    """Write settings and a sample rule."""
    from factcheck.errors import UserError
    from factcheck.report.safe import for_terminal

    here = Path(folder)
    for name, text in starter_files():
        path = here / name
        if path.exists() or path.is_symlink():
            click.echo(f"kept {for_terminal(str(path))}, which is there already")
            continue
        if name == SETTINGS and _has_settings(here / "pyproject.toml"):
            click.echo(f"{for_terminal(str(here / 'pyproject.toml'))} has settings, so no {SETTINGS} is written")
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(f"cannot be made: {error.strerror or error}", path=str(path.parent)) from None
        write(text, str(path))
        click.echo(f"wrote {for_terminal(str(path))}")
    click.echo("next: factcheck rules test, then factcheck audit PATH...")
    return 0


def starter_files() -> list[tuple[str, str]]:
    """The files that come with the package, by their way below the folder, sorted."""
    return sorted(_below(resources.files("factcheck") / "starter", ""))


def _below(folder: Traversable, way: str) -> Iterator[tuple[str, str]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _below(item, f"{way}{item.name}/")
        elif item.name.endswith((".toml", ".yaml")):
            yield f"{way}{item.name}", item.read_text(encoding="utf-8")


def _has_settings(path: Path) -> bool:
    """Whether a pyproject.toml has settings; a broken one is told when it is read for an audit."""
    import tomllib

    try:
        return "factcheck" in tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {})
    except (OSError, ValueError):
        return False
