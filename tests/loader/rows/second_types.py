"""Statements that stand in one another, or are named where one is written."""

from __future__ import annotations

from tests.loader.rows.row import rows

_A = "- support: a\n    of: plan\n    text: A."

NAMED = [
    *rows("claim",
        ("supports: [two]", "supports: [{support: from-two, premises: [two]}]"),
        ("supports: two", "supports: [{support: from-two, premises: [two]}]"),
        ("rebuttals:\n      - two", "rebuttals:\n      - {rebuttal: from-two, premises: [two]}"),
        ("rebuttals: two and three",
         "rebuttals: [{rebuttal: from-two, premises: [two]}, {rebuttal: from-three, premises: [three]}]"),
        ("supports: [twoo]", "supports: [{support: from-two, premises: [two]}]"),
        ("supports: [{support: two}]", "supports: [{support: from-two, premises: [two]}]"),
        ("supports: {two: They train.}", 'supports: [{support: two-2, text: "They train."}]'),
        ("because: two", "supports: [{support: from-two, premises: [two]}]"),
    ),
    *rows("claim", ("supports: [two, three]",
        "supports: [{support: from-two, premises: [two]}, {support: from-three, premises: [three]}]"), faults=2),
    *rows("support", ("undercutters: other", "undercutters: [{rebuttal: from-other, premises: [other]}]")),
    *rows("statement",
        ("- last\n  - {claim: a, text: A.}", "- {claim: a, text: A.}"),
        ("- claim: last\n  - {claim: a, text: A.}", "- {claim: a, text: A.}"),
        ("- support: s\n    of: plan\n    premises: [{claim: last}]",
         "- support: s\n    of: plan\n    premises: [last]"),
    ),
]  # fmt: skip

SECOND = [
    *rows("statement",
        (f"{_A}\n    rebuttal: They do not.", f'{_A}\n    rebuttals: [{{rebuttal: they-not, text: "They do not."}}]'),
        (f"{_A}\n    rebuttal: b", f"{_A}\n    rebuttals: [{{rebuttal: b, text: …}}]"),
        (f"{_A}\n    support: last", f"{_A}\n    supports: [{{support: from-last, premises: [last]}}]"),
        (f"{_A}\n    support: [last, So.]",
         f"{_A}\n    supports: [{{support: from-last, premises: [last]}}, {{support: so, text: So.}}]"),
        (f"{_A}\n    rebuttal:\n      text: Not so.",
         f'{_A}\n    rebuttals: [{{rebuttal: not-so, text: "Not so."}}]'),
        ("- {support: a, of: plan, text: A., rebuttal: b, text: But no.}",
         "- {support: a, of: plan, text: A., rebuttals: [{rebuttal: b, text: But no.}]}"),
    ),
    *rows("statement",
        (f"{_A}\n    rebuttal: b\n    text: |\n      But\n      no.",
         f"{_A}\n    rebuttals:\n      - rebuttal: b\n        text: |\n          But\n          no."),
        (f"{_A}\n    rebuttal: b\n    of: a\n    text: But no.",
         f"{_A}\n    rebuttals:\n      - rebuttal: b\n        of: a\n        text: But no."),
        (f"{_A}\n    rebuttal: b\n    of: plan\n    text: B.", f"{_A}\n  - rebuttal: b\n    of: plan\n    text: B."),
        (f"{_A}\n    claim: b\n    text: B.", f"{_A}\n  - claim: b\n    text: B."),
        ("- {support: a, of: plan, text: A., rebuttal: b, of: plan, text: B.}",
         "- {support: a, of: plan, text: A.}\n  - {rebuttal: b, of: plan, text: B.}"),
        (f"{_A}\n    rebuttals: [{{rebuttal: c, text: C.}}]\n    rebuttal: b\n    text: But no.",
         f"{_A}\n    rebuttals: [{{rebuttal: c, text: C.}}, {{rebuttal: b, text: But no.}}]"),
        (f"{_A}\n    rebuttal:\n      - But no.  # ours\n      - No.",
         f"{_A}\n    rebuttals:\n      - {{rebuttal: b, text: But no.}}  # ours\n      - {{rebuttal: so, text: No.}}"),
        (f"{_A}\n    support: b\n    of: plan\n    text: B.", f"{_A}\n  - support: b\n    of: plan\n    text: B."),
        ("- claim: a\n    text: A.\n    claim: b\n    text: B.",
         "- claim: a\n    text: A.\n  - claim: b\n    text: B."),
        by_hand=True,
    ),
]  # fmt: skip

BEGUN = [
    *rows("statement",
        ("- rebutt", "- {rebuttal: name, of: plan, text: …}"),
        ("- claim", "- {claim: name, text: …}"),
        ("- claim: a\n    text: A.\n    rebutt", "- claim: a\n    text: A.\n    rebuttals:"),
        ("- claim: a\n    text: A.\n    contradicts\n      - last",
         "- claim: a\n    text: A.\n    contradicts:\n      - last"),
        ("- claim: a\n    text: It goes\n    on", '- claim: a\n    text: "It goes on"'),
    ),
    *rows("evidence", ("quot", "quote:")),
    *rows("statement",
        ("- claim: a\n    text: {It hurts}", '- claim: a\n    text: "{It hurts}"'),
        ("- claim: a\n    text: {It hurts, badly}", '- claim: a\n    text: "{It hurts, badly}"'),
    ),
    *rows("statement", ("- {claim: a, text: A., claim:b}", '- {claim: a, text: "A., claim:b"}')),
    *rows("statement", ("- {claim: a, claim:b, text: A.}", "- {claim: a, text: A.}")),
]  # fmt: skip
