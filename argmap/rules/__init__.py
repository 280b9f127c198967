"""What can be said against an argument without taking a side: one file, one rule.

To add a rule, write a module as `argmap.rules.rule_protocol` describes it and name it in `RULES`.
"""

from argmap.rules import (
    circular_support,
    claim_no_evidence,
    compound_claim,
    critical_question_open,
    double_edged,
    duplicate_claim,
    evidence_stale,
    key_without_effect,
    likelihood_nonstandard,
    one_sided_coverage,
    orphan_claim,
    outweighs_both_ways,
    quote_changed_since_verified,
    quote_not_in_source,
    quote_too_long,
    quote_unverified,
    side_mismatch,
    single_source_chain,
    source_incomplete,
    source_undated,
    source_unused,
    suppression_expired,
    suppression_unknown_rule,
    suppression_unused,
    suppression_without_reason,
    suspect_link,
    unanswered_rebuttal,
    unportable_name,
)
from argmap.rules.cards import CARD_RULES
from argmap.rules.clash import CLASH_RULES
from argmap.rules.decision import DECISION_RULES
from argmap.rules.positions import POSITION_RULES
from argmap.rules.rule_protocol import Described, Options, Rule, SuppressionRule, name_of

RULES: tuple[Rule, ...] = (
    orphan_claim,
    circular_support,
    outweighs_both_ways,
    key_without_effect,
    side_mismatch,
    double_edged,
    claim_no_evidence,
    duplicate_claim,
    compound_claim,
    unanswered_rebuttal,
    one_sided_coverage,
    critical_question_open,
    source_unused,
    source_incomplete,
    source_undated,
    single_source_chain,
    evidence_stale,
    quote_too_long,
    quote_not_in_source,
    quote_changed_since_verified,
    quote_unverified,
    suspect_link,
    likelihood_nonstandard,
    unportable_name,
    *POSITION_RULES,
    *CLASH_RULES,
    *CARD_RULES,
    *DECISION_RULES,
)
"""The rules about the argument, in the order of the manual."""

SUPPRESSION_RULES: tuple[SuppressionRule, ...] = (
    suppression_without_reason,
    suppression_expired,
    suppression_unused,
    suppression_unknown_rule,
)
"""The rules about `ignore:`, which look at what the others came to."""

BY_NAME: dict[str, Described] = {name_of(rule): rule for rule in (*RULES, *SUPPRESSION_RULES)}
"""Every rule by its name."""

__all__ = ["BY_NAME", "RULES", "SUPPRESSION_RULES", "Options"]
