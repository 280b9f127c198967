"""The semantics, in the order of the manual. To add one, write a module as `argmap.semantics.tasks` describes it
and name it here."""

from argmap.semantics import (
    complete,
    ideal,
    preferred,
    semi_stable,
    stable,
    stage,
)
from argmap.semantics import (
    grounded_semantics as grounded,
)
from argmap.semantics.tasks import Semantics

SEMANTICS: tuple[Semantics, ...] = (grounded, complete, preferred, stable, semi_stable, stage, ideal)

BY_CODE: dict[str, Semantics] = {semantics.CODE: semantics for semantics in SEMANTICS}
"""Every semantics by the letters that the competitions on computational models of argumentation (ICCMA) give it."""
