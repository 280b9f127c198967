"""Whether what one side says against a position, or says in two places, holds together."""

from argmap.rules.clash import (
    defence_only_block,
    double_turn,
    link_turn_no_nonunique,
    nonunique_against_inherency,
    own_side_contradiction,
    relation_type_mismatch,
    turn_with_own_defence,
    turn_without_offence,
)
from argmap.rules.rule_protocol import Rule

CLASH_RULES: tuple[Rule, ...] = (
    double_turn,
    turn_without_offence,
    link_turn_no_nonunique,
    turn_with_own_defence,
    nonunique_against_inherency,
    own_side_contradiction,
    defence_only_block,
    relation_type_mismatch,
)
"""The rules about what one side says, in the order of the manual."""
