"""How people who know other programs name targets, number lists, head them, and say that there is nothing yet."""

from __future__ import annotations

from tests.loader.rows.row import rows

A = "- claim: a\n    text: A.\n    "
R = "- {rebuttal: r, of: plan, text: R.}"
S = "- {support: s, of: plan, text: S.}"
T = "- {support: t, of: plan, text: T., premises: "

TARGETS = [
    *rows("statement",
        *((f"- {type}: a {sign} plan\n    text: A.", f"- {type}: a\n    of: plan\n    text: A.")
          for type, sign in (("support", "->"), ("rebuttal", "→"), ("rebuttal", "=>"), ("support", "for"),
                             ("rebuttal", "of"), ("rebuttal", "against"), ("rebuttal", "/"))),
        ("- rebuttal: a (of plan)\n    text: A.", "- rebuttal: a\n    of: plan\n    text: A."),
        ("- {support: a -> plan, text: A.}", "- {support: a, of: plan, text: A.}"),
        (f"{S}\n  {T}[{{id: s}}]}}", f"{S}\n  {T}[s]}}"),
        (f"{S}\n  {T}[{{ref: s}}]}}", f"{S}\n  {T}[s]}}"),
    ),
    *rows("debate",
        ("recommendation: {plan: yes}", "recommendation: {option: plan, because: …}"),
        ("recommendation: {plan: true}", "recommendation: {option: plan, because: …}"),
        ("deadline: soon", "decision: {deadline: soon}"),
    ),
]  # fmt: skip

NUMBERS = [
    *rows("claim",
        ("values: [1. peace, 2. security]", "values: {promotes: [peace, security]}"),
        ("values: {promotes: [1. peace]}", "values: {promotes: [peace]}"),
    ),
    *rows("debate", ("audiences: {hawks: [1) peace, 2) security]}", "audiences: {hawks: [peace, security]}"), faults=2),
]  # fmt: skip

HEADINGS = [
    *rows("position",
        (f"position: p\nsupports:\n  {S}\nrebuttals:\n  {R}", f"position: p\narguments:\n  {S}\n# rebuttals:\n  {R}"),
        (f"position: p\nPro:\n  {S}\nCon:\n  {R}", f"position: p\narguments:\n  {S}\n# Con:\n  {R}"),
        faults=2,
    ),
    *rows("position",
        (f"position: p\narguments:\n  {S}\nrebuttals:\n  {R}", f"position: p\narguments:\n  {S}\n# rebuttals:\n  {R}"),
    ),
    *rows("position",
        (f"position: p\narguments:\n{S}\nrebuttals:\n  {R}", f"position: p\narguments:\n{S}\n# rebuttals:\n{R}"),
        (f"position: p\narguments:\n  {S}\nsummary: S.\nCon:\n  {R}",
         f"position: p\narguments:\n  {S}\n  {R}\nsummary: S."),
        by_hand=True,
    ),
    *rows("position",
        (f"position: p\nnotes:\n  - a\nPro:\n  {S}", f"position: p\n# notes:\n#   - a\narguments:\n  {S}"),
        faults=2,
    ),
    *rows("position",
        (f"position: p\narguments:\n  - pro:\n    {S}\n  - con:\n    {R}",
         f"position: p\narguments:\n    # pro:\n    {S}\n    # con:\n    {R}"),
        by_hand=True, faults=2,
    ),
]  # fmt: skip

NOTHING = [
    *rows("claim",
        *((f"tag: T\n    evidence: {word}", "tag: T")
          for word in ("none yet", "none so far", "to be found", "no source yet", "?", "-", "not yet known", "???")),
        *((f"tag: T\n    {key}: {sign}", "tag: T") for key in ("weigh", "contradicts", "values") for sign in "?-"),
    ),
    *rows("source", *((f"title: T\n    {key}: ?", "title: T") for key in ("issued", "author"))),
    *rows("debate", ("background: B\nas_of: ?", "background: B")),
]  # fmt: skip

CITATIONS = [
    *rows("claim",
        ("evidence: [article and smith-2020]", "evidence: [{source: article}, {source: smith-2020}]"),
        ("evidence: |\n      article\n      Smith 2020", "evidence: [{source: article}, {source: smith-2020}]"),
        ("evidence: source: article", "evidence: [{source: article}]"),
        ("evidence: [source: article, quote: It helps, at: p. 4]",
         "evidence: [{source: article, quote: It helps, at: p. 4}]"),
        ("ignore: [rule: claim-no-evidence, reason: So.]", "ignore: [{rule: claim-no-evidence, reason: So.}]"),
    ),
    *rows("claim", ("evidence: [Smith 2020; Jones 2021]", "evidence: [{source: smith-2020}, {source: jones-2021}]"),
          sources="  - id: jones-2021\n"),
    *rows("claim", ("evidence:\n      - Smith 2020; article",
                    "evidence:\n      - {source: smith-2020}\n      - {source: article}"), by_hand=True),
    *rows("support", ("outweighs: [over: other, because: So.]", "outweighs: [{over: other, because: So.}]")),
    *rows("source",
        ("year: 2020\n    month: 5", "issued: 2020-05"),
        ("month: May\n    year: 2020", "issued: 2020-05"),
        ("day: 3\n    month: 5\n    year: 2020", "issued: 2020-05-03"),
    ),
    *rows("source", ("year: 2020\n    title: T\n    month: 5", "issued: 2020-05\n    title: T"), by_hand=True),
]  # fmt: skip

BRACKETS = [
    *rows("position", *(
        (f"position: p\narguments: [{gap}{{claim: a, text: A.}}{gap}{{claim: b, text: B.}}{gap}]",
         f"position: p\narguments: [{gap}{{claim: a, text: A.}},{gap}{{claim: b, text: B.}}{gap}]")
        for gap in (" ", "\n  ")
    )),
    *rows("statement",
        ('- claim: a\n    text: "They help\n    and so do others',
         '- claim: a\n    text: "They help and so do others"'),
    ),
]  # fmt: skip

HABITS = [*TARGETS, *NUMBERS, *HEADINGS, *NOTHING, *CITATIONS, *BRACKETS]
