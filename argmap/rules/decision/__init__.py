"""What a decision needs: options with their cons, impacts weighed against each other, a recommendation that holds."""

from argmap.rules.decision import (
    answer_stale,
    core_concludes_otherwise,
    criterion_uneven,
    excluded_options_stand,
    impact_calculus_incomplete,
    impact_uncompared,
    loaded_language,
    no_status_quo_option,
    option_no_cons,
    recommendation_unsupported,
)
from argmap.rules.rule_protocol import Rule

DECISION_RULES: tuple[Rule, ...] = (
    impact_calculus_incomplete,
    impact_uncompared,
    option_no_cons,
    no_status_quo_option,
    excluded_options_stand,
    recommendation_unsupported,
    answer_stale,
    core_concludes_otherwise,
    criterion_uneven,
    loaded_language,
)
"""The rules about deciding, in the order of the manual."""
