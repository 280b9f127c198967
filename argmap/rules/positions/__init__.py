"""Whether a position is whole: the parts that policy debate asks of each kind."""

from argmap.rules.positions import (
    advantage_no_solvency,
    case_no_inherency,
    counterplan_links_to_net_benefit,
    counterplan_no_net_benefit,
    counterplan_no_solvency,
    counterplan_no_text,
    disad_no_impact,
    disad_no_link,
    disad_no_uniqueness,
    internal_link_gap,
    kritik_no_alternative,
    parts_as_alternatives,
    perm_unanswered,
    topicality_incomplete,
)
from argmap.rules.rule_protocol import Rule

POSITION_RULES: tuple[Rule, ...] = (
    parts_as_alternatives,
    disad_no_uniqueness,
    disad_no_link,
    disad_no_impact,
    internal_link_gap,
    advantage_no_solvency,
    case_no_inherency,
    topicality_incomplete,
    counterplan_no_text,
    counterplan_no_solvency,
    counterplan_no_net_benefit,
    counterplan_links_to_net_benefit,
    perm_unanswered,
    kritik_no_alternative,
)
"""The rules about positions, in the order of the manual."""
