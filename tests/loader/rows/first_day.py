"""What a new user writes on the first day: habits of JSON, LaTeX, Markdown and other programs."""

from __future__ import annotations

from tests.loader.rows.row import rows

A = "- claim: a\n    text: A.\n    "
TEXT = "- claim: a\n    text: "

BACKSLASHES = [
    *rows("statement", *(
        (TEXT + f'"{text}"', TEXT + f"'{text}'")
        for text in (r"C:\new", r"C:\temp\file", r"see D:\data\new folder\test.txt", r"\textit{x}",
                     r"3 \times 4", r"\beta is \alpha", r"\frac{1}{2}", r"\emph{x}", r"\vec x", r"\rho is", r"$\nu$",
                     r"C:\Users\new")
    )),
    *rows("statement",
        (TEXT + r'"It is \textbf{so}.\nAnd so."', TEXT + r'"It is \\textbf{so}.\nAnd so."'),
        (TEXT + r'''"it's \times 4"''', TEXT + r'''"it's \\times 4"'''),
        (TEXT + r'"\\\\server\new"', TEXT + r"'\\server\new'"),
    ),
]  # fmt: skip

QUOTES = [
    *rows("statement",
        ("- {'claim': 'a', 'text': 'it's so'}", """- {'claim': 'a', 'text': "it's so"}"""),
        ("- {'claim': 'a', 'text': 'It's so, it's true', 'weigh': true}",
         """- {'claim': 'a', 'text': "It's so, it's true", 'weigh': true}"""),
        ("- {'support': 'a', 'of': 'plan', 'text': 'The city's plan: isn't good'}",
         """- {'support': 'a', 'of': 'plan', 'text': "The city's plan: isn't good"}"""),
        ("- {'claim': 'a', 'text': 'The boys' plan'}", """- {'claim': 'a', 'text': "The boys' plan"}"""),
        ("- {'claim': 'a', 'text': 'it''s so, isn't it'}", """- {'claim': 'a', 'text': "it's so, isn't it"}"""),
        ('- {"claim": "a", "text": "He said "yes" to it"}', """- {"claim": "a", "text": 'He said "yes" to it'}"""),
        ("- {\n    'claim': 'a',\n    'text': 'It's so'\n    }",
         "- {\n    'claim': 'a',\n    'text': \"It's so\"\n    }"),
        ("- 'claim': 'a'\n    'text': 'it's so'", "- 'claim': 'a'\n    'text': \"it's so\""),
    ),
    *rows("source",
        ("author: [{'family': 'O'Brien', 'given': 'Jo'}]",
         """author: [{'family': "O'Brien", 'given': 'Jo'}]"""),
    ),
    *rows("sources.yaml",
        ("[{'id': 'a', 'title': 'It's so', 'author': [{'family': 'O'Brien'}]}]",
         """[{'id': 'a', 'title': "It's so", 'author': [{'family': "O'Brien"}]}]"""),
        faults=2,
    ),
]  # fmt: skip

NOTES = [
    *rows("statement", *(
        (f"- {{claim: a, text: A.}}\n{line}\n  - {{claim: b, text: B.}}",
         f"- {{claim: a, text: A.}}\n# {line}\n  - {{claim: b, text: B.}}")
        for line in ("... and so on", "--- and so on", "--- Second part ---", "...etc")
    )),
    *rows("position", *(
        (given, "\n".join(f"# {line}" if line == note else line for line in given.split("\n")))
        for given, note in (
            ("position: p\narguments: []\n... to be done", "... to be done"),
            ("position: p\narguments: []\n--- to be done", "--- to be done"),
            ("--- Position ---\nposition: p\narguments: []", "--- Position ---"),
            ("position: p\narguments: []\n-----", "-----"),
            ("position: p\narguments:\n=====\n  - {claim: a, text: A.}", "====="),
            ("position: p\n*****\narguments: []", "*****"),
            ("Our position\nposition: p\narguments: []", "Our position"),
            ("position: p\narguments: []\nmore to come", "more to come"),
        )
    )),
    *rows("position",
        ("position: p\narguments:\n  Pro:\n  - {claim: a, text: A.}",
         "position: p\narguments:\n  # Pro:\n  - {claim: a, text: A.}"),
    ),
    *rows("position",
        ("Title\n=====\nposition: p\narguments: []", "# Title\n# =====\nposition: p\narguments: []"),
        faults=2,
    ),
    *rows("position", ("position: p\narguments: []\n--- {position: q, arguments: []}", "position: p\narguments: []"),
        by_hand=True),
    *rows("sources.yaml",
        ("references:\n  Books\n  - id: a\n    title: A", "references:\n  # Books\n  - id: a\n    title: A"),
        ("references:\n  Books:\n  - id: a\n    title: A", "references:\n  # Books:\n  - id: a\n    title: A"),
    ),
    *rows("sources.yaml",
        ("references:\n  Books:\n    - id: a\n  Papers:\n    - id: b", "references:\n    - id: a\n    - id: b"),
        by_hand=True,
    ),
    *rows("statement",
        ("- claim: a\n    hello there", '- claim: a\n    text: "hello there"'),
        (f"{A}weigh: true\n    (see below)\n    tag: A", f"{A}weigh: true\n    # (see below)\n    tag: A"),
        (f"{A[:-4]}  Now the second:\n  - {{claim: b, text: B.}}",
         f"{A[:-4]}  # Now the second:\n  - {{claim: b, text: B.}}"),
    ),
]  # fmt: skip

BRACES = [
    *rows("claim",
        ("values: {peace}", "values: {promotes: [peace]}"),
        ("values: {peace, security}", "values: {promotes: [peace, security]}"),
        ("values: {promotes: {peace}}", "values: {promotes: [peace]}"),
        ("values: {peace: promote}", "values: {promotes: [peace]}"),
        ("values: {peace: up, security: down}", "values: {promotes: [peace], demotes: [security]}"),
        ("values: {peace: '+', security: '-'}", "values: {promotes: [peace], demotes: [security]}"),
        ("values: [peace: promotes]", "values: {promotes: [peace]}"),
        ("values: [peace: promotes, security: harms]", "values: {promotes: [peace], demotes: [security]}"),
        ("values: promotes peace, harms security", "values: {promotes: [peace], demotes: [security]}"),
        ("values: +peace, -security", "values: {promotes: [peace], demotes: [security]}"),
        ("contradicts: {two}", "contradicts: [two]"),
        ("contradicts: {two, three}", "contradicts: [two, three]"),
        ("evidence: {article}", "evidence: [{source: article}]"),
    ),
    *rows("claim", ("contradicts: {two, and three}", "contradicts: [two, three]"), by_hand=True),
    *rows("debate",
        ("decision: Should the city ban cars?", 'question: "Should the city ban cars?"'),
        ("decision: Whether to ban cars", 'question: "Whether to ban cars"'),
        ("decision:\n  - Should we?", 'question: "Should we?"'),
    ),
    *rows("debate",
        ("question: Q?\ndecision: Should we?", "question: Should we?"),
        ("decision: {question: Should we?}", "question: Should we?"),
        by_hand=True,
    ),
]  # fmt: skip

SOURCES = [
    *rows("sources.yaml", *(
        (f"references:\n  - {key}: smith-2020\n    title: T", "references:\n  - id: smith-2020\n    title: T")
        for key in ("key", "citekey", "citation-key", "citation_key", "bibkey", "label", "ref", "ID")
    )),
    *rows("source",
        ("URL: <https://example.org/a>", 'URL: "https://example.org/a"'),
        ("URL: (https://example.org/a)", 'URL: "https://example.org/a"'),
        ("DOI: <10.1000/xyz>", "DOI: 10.1000/xyz"),
        (r"URL: \url{https://example.org/a}", 'URL: "https://example.org/a"'),
        ('URL: "[a page](https://example.org/a)"', 'URL: "https://example.org/a"'),
        ("author:\n      - Smith, John", "author:\n      - {family: Smith, given: John}"),
        ('author: ["Doe, Jane; Smith, Jo"]', "author: [{family: Doe, given: Jane}, {family: Smith, given: Jo}]"),
        ("type: conferencePaper", "type: paper-conference"),
        ("type: incollection", "type: chapter"),
        ("type: CPAPER", "type: paper-conference"),
        ("type: PhD thesis", "type: thesis"),
    ),
    *rows("source",
        ("type: sonnet", "type: document"),
        ("fooBar: x", "note: x"),
        by_hand=True,
    ),
]  # fmt: skip

LACKING = [
    *rows("debate.yaml", *(
        (wrong, right)
        for right, key, words in (
            ("debate: d\ntitle: T\nresolutions: [{claim: plan, text: A.}]", "debate", "slug name identifier"),
            ("debate: d\ntitle: T\nresolutions: [{claim: plan, text: A.}]", "title", "headline label"),
            ("debate: d\ntitle: T\nresolutions: [{claim: plan, text: A.}]", "resolutions", "resolved theses"),
        )
        for word in words.split() for wrong in [right.replace(f"{key}: ", f"{word}: ", 1)]
    )),
    *rows("position",
        ("slug: p\narguments: []", "position: p\narguments: []"),
        ("position: p\nlist: []", "position: p\narguments: []"),
    ),
    *rows("claim",
        ("evidence: [{doc: article, at: p. 4}]", "evidence: [{source: article, at: p. 4}]"),
        ("weight: {amount: 0.5, because: So.}", "weight: {value: 0.5, because: So.}"),
        ("weight: {value: 0.5, since: So.}", "weight: {value: 0.5, because: So.}"),
        ("confidence: {how: high, because: So.}", "confidence: {level: high, because: So.}"),
        ("ignore: [{check: claim-no-evidence, reason: So.}]", "ignore: [{rule: claim-no-evidence, reason: So.}]"),
        ("strength: {value: 0.5, because: So.}", "weight: {value: 0.5, because: So.}"),
        ("tagline: They help", "tag: They help"),
        ("incompatible: [two]", "contradicts: [two]"),
    ),
    *rows("support", ("outweighs: [{what: other, because: So.}]", "outweighs: [{over: other, because: So.}]")),
    *rows("statement",
        ("- rebuttal: a\n    responds_to: plan\n    text: A.", "- rebuttal: a\n    of: plan\n    text: A."),
        ("- support: a\n    supports: plan\n    text: A.", "- support: a\n    of: plan\n    text: A."),
        ("- rebuttal: a\n    rebuttals: plan\n    text: A.", "- rebuttal: a\n    of: plan\n    text: A."),
        ("- {support: s, of: plan, text: S.}\n  - {support: a, of: plan, text: A., premises: [{support: s}]}",
         "- {support: s, of: plan, text: S.}\n  - {support: a, of: plan, text: A., premises: [{step: s}]}"),
    ),
    *rows("sources.yaml", *((f"{word}:\n  - {{id: a, title: T}}", "references:\n  - {id: a, title: T}")
                            for word in ("citations", "library", "entries"))),
    *rows("source", ("series: S", "collection-title: S"), ("pagetotal: 3", "number-of-pages: 3"),
        ("lang: en", "language: en")),
]  # fmt: skip
"""Other words for a key that has to be there."""

KINDS = [
    *rows("statement",
        ("- claim: {id: a, text: A.}", "- {claim: a, text: A.}"),
        ("- claim:\n      id: a\n      text: They help.", '- {claim: a, text: "They help."}'),
        ("- support: {text: They help.}\n    of: plan", '- {support: they-help, text: "They help.", of: plan}'),
        ("- support: plan\n    text: They help.", "- support: they-help\n    of: plan\n    text: They help."),
        (f"{A}weight: 8/10", f"{A}weight: {{value: 0.8, because: …}}"),
        (f"{A}evidence: [{{article}}]", f"{A}evidence: [{{source: article}}]"),
        (f"{A}evidence:\n      - url: https://example.org/t", f"{A}evidence:\n      - {{source: smith-2020}}"),
    ),
    *rows("statement", (f"- claim: {{text: {'They help. ' * 40}}}", "- {claim: a, text: They help.}"), by_hand=True),
]  # fmt: skip
"""A mapping in the place of a word, a word in the place of a mapping, a target in the place of an id."""

PLACES = [
    *rows("statement",
        (f"{A}rebuttals: b: They do not.", f'{A}rebuttals: [{{rebuttal: b, text: "They do not."}}]'),
        (f"{A}ignore: claim-no-evidence: we know", f'{A}ignore: [{{rule: claim-no-evidence, reason: "we know"}}]'),
        (f"{A}evidence: article: p. 4", f'{A}evidence: [{{source: article, at: "p. 4"}}]'),
        (f"{A[:-4]}      - rebuttal: b\n        of: plan\n        text: B.",
         f"{A[:-4]}  - rebuttal: b\n    of: plan\n    text: B."),
    ),
    *rows("statement",
        (f"{A[:-4]}\n    - rebuttal: b\n      text: B.",
         f"{A[:-4]}    rebuttals:\n    - rebuttal: b\n      text: B."),
        (f"{A[:-4]}      - support: b\n        text: B.",
         f"{A[:-4]}    supports:\n      - support: b\n        text: B."),
        by_hand=True,
    ),
    *rows("evidence", ("grade: {reliability: B, credibility: 2}", "grade: B2"), ("at: [p. 4]", 'at: "p. 4"')),
    *rows("source",
        ("URL: [https://example.org]", "URL: https://example.org"),
        ("author: {last: Doe, first: Jane}", "author: [{family: Doe, given: Jane}]"),
        ("author: {org: ACME}", "author: [{literal: ACME}]"),
    ),
    *rows("source", ("URL: https://a.org, https://b.org", "URL: https://a.org"), by_hand=True),
    *rows("sources.yaml", ("- id: a\n  title: A\n  - id: b", "- id: a\n  title: A\n- id: b")),
]  # fmt: skip
"""What stands in the column, or the form, of something else."""

FIRST_DAY = [*BACKSLASHES, *QUOTES, *NOTES, *BRACES, *SOURCES, *LACKING, *KINDS, *PLACES]
