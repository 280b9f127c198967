"""A debate as one of its audiences hears it, where a command names one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.wording.near_misses import did_you_mean

if TYPE_CHECKING:
    from argmap.evaluation.evaluated import Evaluation


def heard(ev: Evaluation, audience: str | None) -> Evaluation:
    """The debate as that audience hears it, or as it is where none is named. Raises a usage error for an unknown
    one."""
    if audience is None:
        return ev
    require_audiences(ev)
    if audience not in ev.debate.audiences:
        hint = did_you_mean(audience, ev.debate.audiences) or "."
        raise click.UsageError(
            f"{ev.debate.id} has no audience {audience!r}{hint} Audiences: {', '.join(ev.debate.audiences)}."
        )
    from argmap.evaluation.audiences import for_audience

    return for_audience(ev, audience)


def require_audiences(ev: Evaluation) -> None:
    """Raise a usage error where a debate names no audiences."""
    if not ev.debate.audiences:
        raise click.UsageError(
            f"{ev.debate.id} names no audiences: add `audiences: {{NAME: [VALUE, …]}}` to debate.yaml."
        )
