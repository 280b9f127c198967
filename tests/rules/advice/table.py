"""Every piece of advice of every rule, with what following it makes of the rule's first example or the one named."""

from __future__ import annotations

from collections.abc import Mapping

from tests.rules.advice.cards import CARDS
from tests.rules.advice.clash import CLASH
from tests.rules.advice.decision import DECISION
from tests.rules.advice.following import Followed
from tests.rules.advice.positions import POSITIONS
from tests.rules.advice.sources import SOURCES
from tests.rules.advice.structure import STRUCTURE

FOLLOWED: Mapping[str, tuple[Followed, ...]] = {
    **STRUCTURE, **SOURCES, **POSITIONS, **CLASH, **CARDS, **DECISION,
}  # fmt: skip
