"""What statements say of each other and of sources."""

from __future__ import annotations

from tests.loader.rows.row import rows

REFERENCES = [
    *rows("statement",
        ("- {support: a, of: plam, text: A.}", "- {support: a, of: plan, text: A.}"),
        ("- {claim: plan, text: A.}", "- {claim: plan-2, text: A.}"),
        ("- {rebuttal: a, undercuts: plan, text: A.}", "- {rebuttal: a, of: plan, text: A.}"),
        ("- {support: b, of: plan, premises: [last]}\n  - {rebuttal: a, of: b, text: A.}",
         "- {support: b, of: plan, premises: [last]}\n  - {rebuttal: a, undercuts: b, text: A.}"),
        ("- {support: b, of: plan, premises: [last]}\n  - {claim: a, contradicts: [b], text: A.}",
         "- {support: b, of: plan, premises: [last]}\n  - {claim: a, contradicts: [last], text: A.}"),
        ("- {rebuttal: b, of: last, text: B.}\n  - {support: a, of: plan, text: A., premises: [{step: plan}]}",
         "- {rebuttal: b, of: last, text: B.}\n  - {support: a, of: plan, text: A., premises: [plan]}"),
        ("- {support: b, of: plan, premises: [last]}\n  - {support: a, of: plan, text: A., premises: [b]}",
         "- {support: b, of: plan, premises: [last]}\n  - {support: a, of: plan, text: A., premises: [{step: b}]}"),
        ("- {support: a, of: plan, text: A., premises: [{step: othr}]}\n  - {rebuttal: other, of: plan, text: O.}",
         "- {support: a, of: plan, text: A., premises: [{step: other}]}\n  - {rebuttal: other, of: plan, text: O.}"),
        ("- {support: a, of: plan, text: A., premises: [{support: b, text: B.}]}",
         "- {support: a, of: plan, text: A., premises: [{claim: b, text: B.}]}"),
        ("- {support: b, of: plan, premises: [last, last]}", "- {support: b, of: plan, premises: [last]}"),
        ("- {support: a, of: plan, text: A., outweighs: [{over: last, because: So.}]}\n"
         "  - {rebuttal: b, of: plan, text: B.}",
         "- {support: a, of: plan, text: A., outweighs: [{over: b, because: So.}]}\n"
         "  - {rebuttal: b, of: plan, text: B.}"),
        ("- {support: a, of: plan, text: A., short: Trainers}", "- {support: a, of: plan, text: A.}"),
        ("- {claim: a, text: A., status_quo: yes}", "- {claim: a, text: A., status_quo: true}"),
        ("- {claim: a, text: A., status_quo: partly}", "- {claim: a, text: A., status_quo: true}"),
        ("- {support: a, of: plan, text: A., risk: {option: elsewhere}}",
         "- {support: a, of: plan, text: A., risk: {option: plan}}"),
        ("- {support: a, of: plan, text: A., risk: {option: plam}}",
         "- {support: a, of: plan, text: A., risk: {option: plan}}"),
        ("- {claim: a, text: A., evidence: [{source: artikle}]}",
         "- {claim: a, text: A., evidence: [{source: article}]}"),
        ("- {claim: b, text: B., values: {promotes: [peac]}}", "- {claim: b, text: B., values: {promotes: [peace]}}"),
        ("- {claim: b, text: B., values: {promotes: [peace], demotes: [peace]}}",
         "- {claim: b, text: B., values: {promotes: [peace], demotes: []}}"),
        ("- {support: a, of: plan, text: A., question: likely}", "- {support: a, of: plan, text: A.}"),
        ("- {support: a, of: plan, text: A.}\n  - {rebuttal: b, of: a, text: B., question: likely}",
         "- {support: a, of: plan, text: A.}\n  - {rebuttal: b, of: a, text: B.}"),
        ("- {support: a, of: plan, scheme: expert-opinion, text: A.}\n"
         "  - {rebuttal: b, undercuts: a, text: B., question: expert}",
         "- {support: a, of: plan, scheme: expert-opinion, text: A.}\n"
         "  - {rebuttal: b, undercuts: a, text: B., question: expertise}"),
        ("- {support: a, of: plan, scheme: sign, text: A.}\n  - {rebuttal: b, undercuts: a, text: B., question: x}",
         "- {support: a, of: plan, scheme: sign, text: A.}\n"
         "  - {rebuttal: b, undercuts: a, text: B., question: reliability}"),
    ),
    *rows("statement",
        ("- {support: a, of: elsewhere, text: A.}", "- {support: a, of: plan, text: A.}"),
        ("- {support: a, of: a, text: A.}", "- {support: a, of: plan, text: A.}"),
        ("- {claim: a, text: A., evidence: [{source: unheard-of}]}",
         "- {claim: a, text: A., evidence: [{source: article}]}"),
        ("- {support: a, of: plan, text: A., criterion: cost}", "- {support: a, of: plan, text: A.}"),
        ("- {support: a, of: plan, text: A., tag: It is so for all of the many who have been asked}",
         "- {support: a, of: plan, text: A., tag: It is so for all who were asked}"),
        ("- {claim: b, text: B., values: {promotes: [wealth]}}", "- {claim: b, text: B., values: {promotes: [peace]}}"),
        ("- {support: a, of: plan, text: A.}\n"
         "  - {rebuttal: b, undercuts: a, text: B., outweighs: [{over: all, because: So.}]}",
         "- {support: a, of: plan, text: A.}\n  - {rebuttal: b, undercuts: a, text: B.}"),
        ("- {support: a, of: plan, text: A., outweighs: [{over: last, because: So.}]}",
         "- {support: a, of: plan, text: A.}"),
        ("- {claim: a, text: A., rebuttals: [{rebuttal: c, text: C.}]}\n"
         "  - {support: b, of: plan, premises: [last], rebuttals: [{rebuttal: d, text: D.}]}",
         "- {claim: a, text: A., rebuttals: [{rebuttal: c, text: C.}]}\n"
         "  - {support: b, of: plan, premises: [last], undercutters: [{rebuttal: d, text: D.}]}"),
        ("- {support: b, of: plan, premises: [last]}\n  - {support: a, of: b, text: A.}",
         "- {support: b, of: plan, premises: [last]}\n  - {support: a, of: last, text: A.}"),
        by_hand=True,
    ),
    *rows("debate",
        ("    excludes: [elsewhere]", "    excludes: []"),
        ("recommendation: {option: plam, because: So.}", "recommendation: {option: plan, because: So.}"),
        ("recommendation: {option: none, because: So.}", "recommendation: {option: plan, because: So.}"),
        ("recommendation: {because: So.}", "recommendation: {because: So., option: plan}"),
        ("criteria:\n  - {id: cost, name: Cost}\n  - {id: cost, name: Price}",
         "criteria:\n  - {id: cost, name: Cost}\n  - {id: cost-2, name: Price}"),
        ("audiences: {hawks: [peace, peace]}", "audiences: {hawks: [peace]}"),
    ),
]  # fmt: skip
