"""`argmap rule [NAME]`: the manual of the rules and of the loader's faults."""

from __future__ import annotations

import click

from argmap.cli.options.option_types import complete_rule, rule_names
from argmap.wording.near_misses import did_you_mean


@click.command()
@click.argument("name", required=False, shell_complete=complete_rule)
def command(name: str | None) -> None:
    """Explain the rule NAME with examples, or list every rule."""
    from argmap.cli.printing.rulebook import pages

    if name is None:
        width = max(map(len, pages()))
        for page in pages().values():
            click.echo(f"{page.name:<{width}}  {page.severity:<7}  {page.summary}")
    elif name not in pages():
        near = did_you_mean(name, rule_names()) or "."
        raise click.UsageError(f"there is no rule {name!r}{near} 'argmap rule' lists them.")
    else:
        click.echo(pages()[name].text, nl=False)
