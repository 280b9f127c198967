"""`argmap rule [NAME]`: the manual of the rules and of the loader's faults."""

from __future__ import annotations

import click

from argmap.cli.words import did_you_mean


def _complete_rule(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    return [name for name in _names() if name.startswith(incomplete)]


def _names() -> list[str]:
    from argmap.loader import FAULTS
    from argmap.rules import BY_NAME

    return [*(fault.name for fault in FAULTS), *BY_NAME]


@click.command(short_help="Explain a rule, or list them all.")
@click.argument("name", required=False, shell_complete=_complete_rule)
def command(name: str | None) -> None:
    """Explain the rule NAME with examples, or list every rule."""
    if name is None:
        click.echo("\n".join(_list()))
        return
    from argmap.rules import BY_NAME
    from argmap.rules.manual import manual

    if name in BY_NAME:
        click.echo(manual(name), nl=False)
    elif name in _names():
        click.echo(_fault_page(name), nl=False)
    else:
        raise click.UsageError(f"there is no rule {name!r}{did_you_mean(name, _names())}. 'argmap rule' lists them.")


def _list() -> list[str]:
    from argmap.loader import FAULTS
    from argmap.rules.manual import rows

    every = [*((fault.name, str(fault.severity), fault.summary) for fault in FAULTS), *rows()]
    width = max(len(name) for name, _, _ in every)
    return [f"{name:<{width}}  {severity:<7}  {summary}" for name, severity, summary in every]


def _fault_page(name: str) -> str:
    from textwrap import indent

    from argmap.loader import FAULTS

    fault = next(fault for fault in FAULTS if fault.name == name)
    parts = [f"{fault.name} ({fault.severity})", fault.summary, fault.manual]
    for title, example in (("Reported:", fault.bad), ("Not reported:", fault.good)):
        if example:
            text = example if isinstance(example, str) else repr(example)
            parts.append(f"{title}\n\n{indent(text.rstrip(), '    ')}")
    return "\n\n".join(part.strip() for part in parts) + "\n"
