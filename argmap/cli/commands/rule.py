"""`argmap rule [NAME]`: the manual of the rules and of the loader's faults."""

from __future__ import annotations

import click

from argmap.cli.options.option_types import complete_rule, rule_names
from argmap.wording.near_misses import did_you_mean


@click.command()
@click.argument("name", required=False, shell_complete=complete_rule)
def command(name: str | None) -> None:
    """Explain the rule NAME with examples, or list every rule."""
    if name is None:
        click.echo("\n".join(_list()))
        return
    from argmap.cli.printing.rulebook import pages

    if name not in pages():
        near = did_you_mean(name, rule_names()) or "."
        raise click.UsageError(f"there is no rule {name!r}{near} 'argmap rule' lists them.")
    click.echo(pages()[name].text, nl=False)


def _list() -> list[str]:
    from argmap.loader import FAULTS
    from argmap.rules.rule_pages import rows

    every = [*((fault.name, str(fault.severity), fault.summary) for fault in FAULTS), *rows()]
    width = max(len(name) for name, _, _ in every)
    return [f"{name:<{width}}  {severity:<7}  {summary}" for name, severity, summary in every]
