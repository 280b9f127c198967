"""`argmap manual [PAGE]`: the pages of `argmap/manual/`, whose list is its index."""

from __future__ import annotations

import re
from pathlib import Path

import click

from argmap.cli.input_fault import InputFault
from argmap.wording.near_misses import did_you_mean

FOLDER = Path(__file__).parent.parent.parent / "manual"
_ROW = re.compile(r"^- \[([\w-]+)\]\(\1\.md\): (.+)$", re.M)


def pages() -> dict[str, str]:
    """What each page is about, by its name, in the order of the index."""
    return dict(_ROW.findall((FOLDER / "index.md").read_text(encoding="utf-8")))


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    return [name for name in pages() if name.startswith(incomplete)]


@click.command()
@click.argument("page", required=False, shell_complete=_complete)
def command(page: str | None) -> None:
    """Show PAGE of the manual, in your pager where the output is a terminal. Without PAGE, list the pages."""
    every = pages()
    if page is None:
        width = max(map(len, every))
        click.echo("\n".join(f"{name:<{width}}  {about}" for name, about in every.items()))
        return
    if page not in every:
        raise InputFault(f"there is no page {page!r}{did_you_mean(page, every) or '.'} {_elsewhere(page)}")
    text = (FOLDER / f"{page}.md").read_text(encoding="utf-8")
    click.echo_via_pager(re.sub(r"^<!--.*-->\n", "", text, flags=re.M).rstrip("\n"))


def _elsewhere(name: str) -> str:
    """Where to look for what is not a page: a rule and a command have pages of their own."""
    from argmap.cli.main import COMMANDS
    from argmap.cli.options.option_types import rule_names

    if name in COMMANDS:
        return f"'argmap {name} --help' describes the command."
    return f"'argmap rule {name}' explains the rule." if name in rule_names() else "'argmap manual' lists them."
