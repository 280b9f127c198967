"""Evidence as policy debate keeps it: what is cut, what is read aloud, what the tag makes of it, and who says so."""

from argmap.rules.cards import (
    analytic_only_answer,
    card_cite_incomplete,
    card_ellipsis,
    card_no_qualifications,
    evidence_predates_event,
    fact_on_testimony,
    highlight_drops_negation,
    highlight_not_in_card,
    interest_undeclared,
    plan_evidence_mismatch,
    tag_overclaims,
)
from argmap.rules.rule_protocol import Rule

CARD_RULES: tuple[Rule, ...] = (
    card_cite_incomplete,
    card_no_qualifications,
    card_ellipsis,
    highlight_not_in_card,
    highlight_drops_negation,
    tag_overclaims,
    evidence_predates_event,
    plan_evidence_mismatch,
    interest_undeclared,
    fact_on_testimony,
    analytic_only_answer,
)
"""The rules about evidence, in the order of the manual."""
