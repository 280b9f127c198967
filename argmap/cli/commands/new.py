"""`argmap new NAME`: a small debate that checks, draws and builds, to write over."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from argmap.cli.debates.workspace import shown
from argmap.cli.options.choices import OneOf
from argmap.cli.options.option_types import with_table
from argmap.model.portable_names import trouble_with
from argmap.model.values import ID_PATTERN

FIRST = "first"
KINDS = {
    FIRST: "two positions, to see how it works",
    "policy": "case, disadvantage, counterplan, kritik and topicality, each with an answer",
    "decision": "three options, judged by the same two criteria",
    "class": "ten reasons in one file, without sources",
}
"""The patterns, by the name of their folder."""


@click.command(cls=with_table("Kinds", KINDS.items))
@click.argument("name")
@click.option("--title", help="The question under debate. [default: the name in words]")
@click.option("--kind", type=OneOf([*KINDS]), default=FIRST, show_default=True, help="The template to start from.")
def command(name: str, title: str | None, kind: str) -> None:
    """Make arguments/NAME: a small debate to write over."""
    from argmap.cli.debates.git_attributes import DRIVER
    from argmap.cli.debates.new_debate import make

    require_name(name)
    folder = make(name, _files(kind, name, title or f"{name.replace('-', ' ').capitalize()}?"))
    click.echo(f"Made {shown(folder)}/: {KINDS[kind]}. Now:", err=True)
    for line in (f"argmap check {name}", f"argmap build {name}"):
        click.echo(f"  {line}", err=True)
    click.echo(f"So that git merges debates entry by entry, run once in each clone:\n  {DRIVER}", err=True)


def require_name(name: str) -> None:
    """Raise a usage error for what cannot name a debate."""
    if not re.match(ID_PATTERN, name):
        raise click.UsageError(
            f"{name!r} cannot name a debate: use small letters, digits and hyphens, as in school-start."
        )
    if trouble := trouble_with(name):
        raise click.UsageError(f"{name!r} cannot name a debate: {trouble}. Choose another name.")


def _files(kind: str, name: str, title: str) -> dict[str, str]:
    template = Path(__file__).parent.parent / "template" / kind
    return {
        path.relative_to(template).as_posix(): path.read_text(encoding="utf-8")
        .replace("{{name}}", name)
        .replace("{{title}}", json.dumps(title, ensure_ascii=False))
        for path in sorted(template.rglob("*.yaml"))
    }
