"""Lists and mappings that are begun in one form and go on in another, or in the column of their key."""

from __future__ import annotations

from tests.loader.rows.row import rows

A = "- claim: a\n    text: A.\n    "
THREE = "- {claim: three, text: C.}\n"
LONG = "They say that it helps and go on to say so at length" * 2

TWO_FORMS = [
    *(each for wrong, right in (
        ("contradicts: [last]\n      - plan", "contradicts: [last, plan]"),
        ("contradicts: [last]\n    - plan\n    weigh: true", "contradicts: [last, plan]\n    weigh: true"),
        ("contradicts:\n      - last\n      [plan]", "contradicts:\n      - last\n      - plan"),
        ("contradicts:\n      - last\n      plan", "contradicts:\n      - last\n      - plan"),
        ("contradicts: last\n      - plan", "contradicts: [last, plan]"),
        ("contradicts:\n      last\n      plan", "contradicts:\n      [last, plan]"),
        ("evidence: article\n      - smith-2020", "evidence: [{source: article}, {source: smith-2020}]"),
        ("evidence: [{source: article}]\n      - source: smith-2020\n        at: Here",
         "evidence: [{source: article}, {source: smith-2020, at: Here}]"),
        ("evidence: {source: article}\n      - source: smith-2020",
         "evidence: [{source: article}, {source: smith-2020}]"),
        ("evidence: [{source: article}]\n      at: Here", "evidence: [{source: article, at: Here}]"),
        ("evidence: [{source: article}]\n      source: smith-2020",
         "evidence: [{source: article}, {source: smith-2020}]"),
        ("evidence: {source: article}\n      at: Here", "evidence: [{source: article, at: Here}]"),
        ("evidence:\n      - source: article\n      {source: smith-2020}",
         "evidence:\n      - source: article\n      - {source: smith-2020}"),
        ("evidence:\n      - source: article\n      [{source: smith-2020}]",
         "evidence:\n      - source: article\n      - {source: smith-2020}"),
        ("rebuttals: [{rebuttal: b, text: B.}]\n      - {rebuttal: c, text: C.}",
         "rebuttals: [{rebuttal: b, text: B.}, {rebuttal: c, text: C.}]"),
        ("rebuttals: []\n      - rebuttal: b\n        text: B.", "rebuttals: \n      - rebuttal: b\n        text: B."),
        ("risk: {severity: high}\n      likelihood: likely", "risk: {severity: high, likelihood: likely}"),
        ("risk: {severity: high}\n    likelihood: likely", "risk: {severity: high, likelihood: likely}"),
        ("risk:\n    severity: high", "risk:\n      severity: high"),
        ("evidence:\n    source: article", "evidence: [{source: article}]"),
        ("evidence:\n      - source: article\n    quote: So.\n    at: Here",
         "evidence:\n      - source: article\n        quote: So.\n        at: Here"),
    ) for each in rows("statement", (A + wrong, A + right))),
    *rows("statement",
        (f"{THREE}  {A}contradicts:\n      - last\n      [plan, three]",
         f"{THREE}  {A}contradicts:\n      - last\n      - plan\n      - three"),
        (A + f"rebuttals: [{{rebuttal: b, text: {LONG}}}]\n      - {{rebuttal: c, text: {LONG}}}",
         A + f"rebuttals:\n      - {{rebuttal: b, text: {LONG}}}\n      - {{rebuttal: c, text: {LONG}}}"),
        (A + "risk: {severity: high}\n    weigh: true\n    likelihood: likely",
         A + "risk: {severity: high, likelihood: likely}\n    weigh: true"),
        by_hand=True,
    ),
    *rows("debate",
        ("terms: {a: b}\n  c: d", "terms: {a: b, c: d}"),
        ("terms:\n  a: b\n  {c: d}", "terms:\n  a: b\n  c: d"),
        ("terms: {a: b}\nc: d", "terms: {a: b, c: d}"),
        ("terms:\n  a: b\nc: d", "terms:\n  a: b\n  c: d"),
        ("terms:\nc: d\ne: f", "terms:\n  c: d\n  e: f"),
        ("parties: {Kyiv: [a]}\n  Lviv: [b]", "parties: {Kyiv: [a], Lviv: [b]}"),
        ("parties:\n  Kyiv: [a]\n    - b", "parties:\n  Kyiv: [a, b]"),
        ("audiences: {hawks: [peace]}\n  doves: [security]", "audiences: {hawks: [peace], doves: [security]}"),
        ("decision: {maker: A}\ndeadline: 2026-01-01", "decision: {maker: A, deadline: 2026-01-01}"),
    ),
    *rows("debate",
        (f"terms: {{a: {LONG}}}\nc: {LONG * 4}", f"terms: {{a: {LONG}, c: {LONG * 4}}}"),
        by_hand=True,
    ),
    *rows("debate.yaml", *(
        (f"debate: d\ntitle: T\n{wrong}\nresolutions: [{{claim: plan, text: A.}}]",
         f"debate: d\ntitle: T\n{right}\nresolutions: [{{claim: plan, text: A.}}]") for wrong, right in (
            ("sides: {aff: A}\nneg: B", "sides: {aff: A, neg: B}"),
            ("sides:\n  aff: A\nneg: B", "sides:\n  aff: A\n  neg: B"),
        )
    )),
    *rows("debate.yaml", (
        "debate: d\ntitle: T\nresolutions: [{claim: plan, text: A.}]\n  - claim: other\n    text: B.",
        "debate: d\ntitle: T\nresolutions: [{claim: plan, text: A.}, {claim: other, text: B.}]",
    )),
    *rows("sources.yaml",
        ("references: [{id: a, title: A}]\n- id: b\n  title: B", "references: [{id: a, title: A}, {id: b, title: B}]"),
        ("references:\n  - id: a\n    title: A\n  {id: b, title: B}",
         "references:\n  - id: a\n    title: A\n  - {id: b, title: B}"),
    ),
    *rows("position", ("position: p\narguments: []\n  - {claim: b, text: B.}",
                       "position: p\narguments: \n  - {claim: b, text: B.}")),
    *rows("source", ("title: A\n    author: [{family: A}]\n      - family: B",
                     "title: A\n    author: [{family: A}, {family: B}]")),
]  # fmt: skip
