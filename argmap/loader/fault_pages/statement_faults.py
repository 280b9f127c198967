"""Faults of a statement in itself: what it is, what it says, what it answers to."""

from argmap.loader.faults import Fault
from argmap.model.diagnostics import Severity

_HEAD = "position: escalation\narguments:\n"
_CLASH = _HEAD + "  - rebuttal: direct-clash\n    of: send-trainers\n    text: They would clash.\n"
_GOOD = _CLASH + '    undercutters:\n      - {rebuttal: far-away, text: "They are far from the front."}\n'

STATEMENTS = (
    Fault(
        "missing-type",
        Severity.ERROR,
        "A statement that does not say what it is.",
        "The first key of a statement names its type (claim, support or rebuttal), and its value is the id.",
        bad=_HEAD + "  - rebutal: direct-clash\n    of: send-trainers\n    text: They would clash.\n",
        good=_CLASH,
    ),
    Fault(
        "two-types",
        Severity.ERROR,
        "A statement of two types.",
        "A statement is a claim, a support or a rebuttal. What supports one thing and contests another is two steps; "
        "the second may be a bare step with the first as its premise.",
        bad=_HEAD + "  - claim: direct-clash\n    rebuttal: c\n    of: send-trainers\n    text: They would clash.\n",
        good=_CLASH,
    ),
    Fault(
        "type-not-first",
        Severity.ERROR,
        "A statement whose first key is not the one that names its type.",
        "A reader should see at once what a statement is, and its id.",
        bad=_HEAD + "  - text: They would clash.\n    rebuttal: direct-clash\n    of: send-trainers\n",
        good=_CLASH,
    ),
    Fault(
        "wrong-nesting",
        Severity.ERROR,
        "A statement in a place where its type cannot stand.",
        "Below `supports` stand supports, below `rebuttals` and `undercutters` rebuttals. Resolutions are claims, and "
        "what answers to them stands in positions.",
        bad=_CLASH + '    supports:\n      - {rebuttal: far-away, text: "They are far from the front."}\n',
        good=_CLASH + '    rebuttals:\n      - {rebuttal: far-away, text: "They are far from the front."}\n',
    ),
    Fault(
        "says-nothing",
        Severity.ERROR,
        "A support or rebuttal with neither text nor premises.",
        "With a text it is a statement. Without one it is a bare step, which leads from premises that exist to what it "
        "supports or contests.",
        bad=_HEAD + "  - rebuttal: direct-clash\n    of: send-trainers\n",
        good=_CLASH,
    ),
    Fault(
        "no-target",
        Severity.ERROR,
        "A support or rebuttal without a target.",
        "A support names what it supports (`of`); a rebuttal what it contests (`of`) or the step that it undercuts "
        "(`undercuts`). A nested one needs neither: its place says it. What answers to nothing is a claim.",
        bad=_HEAD + "  - rebuttal: direct-clash\n    text: They would clash.\n",
        good=_CLASH,
    ),
    Fault(
        "two-targets",
        Severity.ERROR,
        "A support or rebuttal with two targets.",
        "A step has one target: a rebuttal contests what a statement says (`of`) or its step (`undercuts`), and a "
        "nested statement answers to what it stands below. For a second target write a bare step with the first "
        "statement as its premise.",
        bad=_CLASH + '    rebuttals:\n      - {rebuttal: far-away, of: send-trainers, text: "They are far away."}\n',
        good=_GOOD,
    ),
    Fault(
        "support-undercuts",
        Severity.ERROR,
        "A support with `undercuts`.",
        "Only a rebuttal contests a step. A support names the statement that it supports.",
        bad=_HEAD + '  - {support: experience, undercuts: send-trainers, text: "It worked before."}\n',
        good=_HEAD + '  - {support: experience, of: send-trainers, text: "It worked before."}\n',
    ),
    Fault(
        "claim-with-target",
        Severity.ERROR,
        "A claim with `of` or `undercuts`.",
        "A claim answers to nothing: it is a resolution, or a premise that steps share. With a target it is a support "
        "or a rebuttal.",
        bad=_HEAD + '  - {claim: experience, of: send-trainers, text: "It worked before."}\n',
        good=_HEAD + '  - {support: experience, of: send-trainers, text: "It worked before."}\n',
    ),
)
