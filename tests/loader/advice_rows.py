"""What people write, and what the advice about it makes of it: the rows of `test_advice`."""

from __future__ import annotations

from typing import NamedTuple

DEBATE = """\
debate: example
title: Should trainers be sent?
sides: {aff: Affirmative, neg: Negative}
values: {peace: Peace, security: Security}
resolutions:
  - claim: plan
    text: Trainers should be sent.
"""
SOURCES = """\
references:
  - {id: article, title: Trainers and troops}
  - {id: smith-2020, title: A trial, author: [{family: Smith, given: Jo}], issued: 2020, URL: "https://example.org/t"}
"""
EMPTY = "position: p\narguments: []\n"

WHERE = {
    "claim": ("positions/p.yaml", "position: p\narguments:\n  - claim: one\n    text: They help.\n    ¤\n"
              "  - {claim: two, text: Two.}\n  - {claim: three, text: Three.}\n"),
    "support": ("positions/p.yaml", "position: p\narguments:\n  - support: one\n    of: plan\n    text: They help.\n"
                "    ¤\n  - {rebuttal: other, of: plan, text: They do not.}\n"),
    "statement": ("positions/p.yaml", "position: p\narguments:\n  ¤\n  - {claim: last, text: The last.}\n"),
    "evidence": ("positions/p.yaml", "position: p\narguments:\n  - claim: one\n    text: They help.\n    evidence:\n"
                 "      - source: article\n        ¤\n"),
    "position": ("positions/p.yaml", "¤\n"),
    "debate": ("debate.yaml", DEBATE + "¤\n"),
    "debate.yaml": ("debate.yaml", "¤\n"),
    "source": ("sources.yaml", SOURCES + "  - id: third\n    ¤\n"),
    "sources.yaml": ("sources.yaml", "¤\n"),
    "argmap.lock": ("argmap.lock", "¤\n"),
}  # fmt: skip
"""A file with a gap, into which the text of a row goes."""


class Row(NamedTuple):
    """A text with a mistake in its place, and the text without."""

    where: str
    wrong: str
    right: str
    by_hand: bool = False
    """Whether the advice takes thought."""
    faults: int | None = 1
    """The mistakes in it; None where that is another test's business."""

    def files(self, text: str) -> dict[str, str]:
        """The whole debate with a text in its place."""
        file, whole = WHERE[self.where]
        every = {"debate.yaml": DEBATE, "sources.yaml": SOURCES, "positions/p.yaml": EMPTY}
        return {**every, file: whole.replace("¤", text)}


def rows(where: str, *pairs: tuple[str, str], by_hand: bool = False, faults: int | None = 1) -> list[Row]:
    return [Row(where, wrong, right, by_hand, faults) for wrong, right in pairs]


FORMS = [
    *rows("claim",
        ("evidence: Smith 2020, p. 4", "evidence: [{source: smith-2020, at: p. 4}]"),
        ("evidence: smith-2020", "evidence: [{source: smith-2020}]"),
        ("evidence: [smith-2020]", "evidence: [{source: smith-2020}]"),
        ("evidence: [[article]]", "evidence: [{source: article}]"),
        ("evidence: {source: smith-2020}", "evidence: [{source: smith-2020}]"),
        ("evidence: {smith-2020: p. 4}", "evidence: [{source: smith-2020, at: p. 4}]"),
        ("evidence:\n      source: smith-2020\n      at: p. 4", "evidence:\n      [{source: smith-2020, at: p. 4}]"),
        ("evidence: https://example.org/t", "evidence: [{source: smith-2020}]"),
        ("evidence:\n      - Smith 2020", "evidence:\n      - {source: smith-2020}"),
        ("evidence: They say that it helps a lot.", "evidence: [{source: article, says: They say that it helps a lot.}]"),
        ("evidence: [{source: Smith 2020}]", "evidence: [{source: smith-2020}]"),
        ("evidence: [{source: [article, smith-2020]}]", "evidence: [{source: article}]"),
        ("evidence: [{source: article, highlight: word, card: A word.}]",
         "evidence: [{source: article, highlight: [word], card: A word.}]"),
        ("evidence: [{source: article, facets: Kyiv}]", "evidence: [{source: article, facets: {place: Kyiv}}]"),
        ("evidence: [{source: article, grade: b2}]", "evidence: [{source: article, grade: B2}]"),
        ("contradicts: two", "contradicts: [two]"),
        ("contradicts: two, three", "contradicts: [two, three]"),
        ("contradicts: two and three", "contradicts: [two, three]"),
        ("contradicts: {two: null}", "contradicts: [two]"),
        ("ignore: claim-no-evidence", "ignore: [{rule: claim-no-evidence, reason: …}]"),
        ("ignore: [claim-no-evidence]", "ignore: [{rule: claim-no-evidence, reason: …}]"),
        ("ignore: {rule: claim-no-evidence, reason: So.}", "ignore: [{rule: claim-no-evidence, reason: So.}]"),
        ("ignore: {claim-no-evidence: So.}", "ignore: [{rule: claim-no-evidence, reason: So.}]"),
        ("weight: 0.4", "weight: {value: 0.4, because: …}"),
        ("weight: 0,4", "weight: {value: 0.4, because: …}"),
        ("weight: [0.4]", "weight: {value: 0.4, because: …}"),
        ("weight: high", "weight: {value: 0.7, because: …}"),
        ("weight: {value: 0,5, because: So.}", "weight: {value: 0.5, because: So.}"),
        ("weight: {value: '0,5', because: So.}", "weight: {value: 0.5, because: So.}"),
        ("weight: {value: much, because: So.}", "weight: {value: 0.7, because: So.}"),
        ("risk: high", "risk: {severity: high}"),
        ("risk: very likely", "risk: {likelihood: very likely}"),
        ("risk: [weeks]", "risk: {timeframe: weeks}"),
        ("risk: war", "risk: {likelihood: likely, severity: high}"),
        ("values: peace", "values: {promotes: [peace]}"),
        ("values: [peace, security]", "values: {promotes: [peace, security]}"),
        ("values: {promotes: peace}", "values: {promotes: [peace]}"),
        ("facets: Ukraine", "facets: {place: Ukraine}"),
        ("supports: They train.", "supports: [{support: they-train, text: They train.}]"),
        ("supports: {support: x, text: They train.}", "supports: [{support: x, text: They train.}]"),
        ("supports: {x: They train.}", "supports: [{support: x, text: They train.}]"),
        ("supports: [They train.]", "supports: [{support: they-train, text: They train.}]"),
        ("rebuttals: They do not.", "rebuttals: [{rebuttal: they-not, text: They do not.}]"),
        ("supports:\n      support: x\n      text: They train.", "supports:\n      [{support: x, text: They train.}]"),
        ("role: [impact]", "role: impact"),
        ("role: [link, impact]", "role: link"),
        ("role: {a: b}", "role: uniqueness"),
        ("weigh: [true]", "weigh: true"),
        ("weigh: yes", "weigh: true"),
        ("weigh: perhaps", "weigh: true"),
    ),
    *rows("support",
        ("outweighs: other", "outweighs: [{over: other, because: …}]"),
        ("outweighs: [other]", "outweighs: [{over: other, because: …}]"),
        ("outweighs: {over: other, because: So.}", "outweighs: [{over: other, because: So.}]"),
        ("outweighs: {other: So.}", "outweighs: [{over: other, because: So.}]"),
        ("premises: other", "premises: [other]"),
        ("undercutters: Not so.", "undercutters: [{rebuttal: not-so, text: Not so.}]"),
    ),
    *rows("debate",
        ("terms: trainer", "terms: {trainer: …}"),
        ("terms: [trainer, troops]", "terms: {trainer: …, troops: …}"),
        ("terms: [{trainer: One who trains.}, {troops: Others.}]", "terms: {trainer: One who trains., troops: Others.}"),
        ("parties: Moscow", "parties: {Moscow: []}"),
        ("parties: [Moscow, Kyiv]", "parties: {Moscow: [], Kyiv: []}"),
        ("parties: {Moscow: Kremlin}", "parties: {Moscow: [Kremlin]}"),
        ("audiences: hawks", "audiences: {hawks: []}"),
        ("audiences: {hawks: security}", "audiences: {hawks: [security]}"),
        ("audiences: {hawks: security > peace}", "audiences: {hawks: [security, peace]}"),
        ("decision: Parliament", "decision: {maker: Parliament}"),
        ("decision: June 2026", "decision: {deadline: June 2026}"),
        ("decision: {maker: [Council, Parliament]}", "decision: {maker: Council}"),
        ("recommendation: plan", "recommendation: {option: plan, because: …}"),
        ("background: [War]", 'background: "[War]"'),
        ("background: {War: since 2022}", 'background: "{War: since 2022}"'),
        ("ignore: one-sided-coverage", "ignore: [{rule: one-sided-coverage, reason: …}]"),
    ),
    *rows("debate.yaml",
        ("debate: x\ntitle: X\nresolutions: The plan is good.",
         "debate: x\ntitle: X\nresolutions: [{claim: plan-good, text: The plan is good.}]"),
        ("debate: x\ntitle: X\nresolutions: [The plan is good.]",
         "debate: x\ntitle: X\nresolutions: [{claim: plan-good, text: The plan is good.}]"),
        ("debate: x\ntitle: X\nresolutions: {plan: The plan is good.}",
         "debate: x\ntitle: X\nresolutions: [{claim: plan, text: The plan is good.}]"),
        ("debate: x\ntitle: X\nresolutions:\n  claim: plan\n  text: Good.",
         "debate: x\ntitle: X\nresolutions:\n  [{claim: plan, text: Good.}]"),
    ),
    *rows("source",
        ("author: Harbour Council", "author: [{literal: Harbour Council}]"),
        ("author: Jane Doe", "author: [{literal: Jane Doe}]"),
        ("author: Doe, Jane", "author: [{family: Doe, given: Jane}]"),
        ("author: {family: Doe}", "author: [{family: Doe}]"),
        ("title: [Note]", 'title: "[Note]"'),
        ("custom: B2", "custom: {reliability: B, credibility: 2}"),
        ("custom: A good study.", "custom: {why: A good study.}"),
    ),
]  # fmt: skip

IDS = [
    *rows("statement",
        ("- claim: The USFG should ban X now or never.",
         "- claim: usfg-should-ban-x-now\n    text: The USFG should ban X now or never."),
        ('- support: "It helps them, and us."\n    of: plan',
         '- support: helps-them-us\n    text: "It helps them, and us."\n    of: plan'),
        ("- {rebuttal: It does not help, of: plan}", "- {rebuttal: not-help, text: It does not help, of: plan}"),
        ("- claim: Send_Trainers\n    text: Do.", "- claim: send-trainers\n    text: Do."),
        ("- claim: SendTrainers\n    text: Do.", "- claim: send-trainers\n    text: Do."),
        ("- claim: Café\n    text: Do.", "- claim: cafe\n    text: Do."),
        ("- claim: a.b\n    text: Do.", "- claim: a-b\n    text: Do."),
        ("- claim: a-\n    text: Do.", "- claim: a\n    text: Do."),
        ("- claim: 2026\n    text: Do.", "- claim: no-2026\n    text: Do."),
        ("- claim: The city should ban cars in its centre\n    text: Do.", "- claim: city-should-ban-cars-centre\n    text: Do."),
        (f"- claim: {'a' * 50}-{'b' * 50}\n    text: Do.", f"- claim: {'a' * 50}\n    text: Do."),
        ("- {claim: send trainers, text: Do.}\n  - {rebuttal: no, of: send trainers, text: No.}",
         "- {claim: send-trainers, text: Do.}\n  - {rebuttal: no, of: send-trainers, text: No.}"),
        faults=None,
    ),
    *rows("statement", ("- claim: анализ\n    text: Do.", "- claim: first-reason\n    text: Do.")),
    *rows("statement",
        ("- claim: Помощь нужна сейчас", "- claim: help-now\n    text: Помощь нужна сейчас"),
        ("- claim: >\n      The plan\n      is good.", "- claim: plan-good\n    text: >\n      The plan\n      is good."),
        by_hand=True,
    ),
    *rows("debate.yaml",
        ("debate: Should school start later?\nresolutions: [{claim: a, text: A.}]",
         "debate: should-school-start-later\ntitle: Should school start later?\nresolutions: [{claim: a, text: A.}]"),
        ("debate: Should school start later?\ntitle: School\nresolutions: [{claim: a, text: A.}]",
         "debate: should-school-start-later\nquestion: Should school start later?\ntitle: School\n"
         "resolutions: [{claim: a, text: A.}]"),
    ),
    *rows("position",
        ("position: The safety of pupils\narguments: []", "position: safety-pupils\ntitle: The safety of pupils\narguments: []"),
    ),
    *rows("debate", ("audiences: {The hawks: [peace]}", "audiences: {the-hawks: [peace]}")),
    *rows("sources.yaml", ('references: [{id: "Smith, 2020"}]', "references: [{id: smith-2020}]")),
]  # fmt: skip

DATES = [
    *rows("source",
        ("issued: 12/01/2026", "issued: 2026-01-12"),
        ("issued: 02/13/2026", "issued: 2026-02-13"),
        ("issued: 13/02/2026", "issued: 2026-02-13"),
        ("issued: 05/05/2026", "issued: 2026-05-05"),
        ("issued: 28.02.2026", "issued: 2026-02-28"),
        ("issued: 5 Jan 2026", "issued: 2026-01-05"),
        ("issued: 5th of January, 2026", "issued: 2026-01-05"),
        ("issued: January 5, 2026", "issued: 2026-01-05"),
        ("issued: Monday, 5 January 2026", "issued: 2026-01-05"),
        ("issued: Jan. 2026", "issued: 2026-01"),
        ("issued: Sept. 2025", "issued: 2025-09"),
        ("issued: 5-Jan-2026", "issued: 2026-01-05"),
        ("issued: 2026 January 5", "issued: 2026-01-05"),
        ("issued: 2026/1/5", "issued: 2026-01-05"),
        ("issued: 2026-1-5", "issued: 2026-01-05"),
        ("issued: 20260105", "issued: 2026-01-05"),
        ("issued: 01/2026", "issued: 2026-01"),
        ("accessed: 5 Jan 2026", "accessed: 2026-01-05"),
        ("issued: spring 2026", "issued: {date-parts: [[2026]], season: 1}"),
        ("issued: early 2026", "issued: 2026"),
        ("issued: 2020 to 2021", "issued: {date-parts: [[2020], [2021]]}"),
        ("custom: {as_of: 5 Jan 2026}", "custom: {as_of: 2026-01-05}"),
        ("issued: forthcoming", "issued: 2026"),
        ("issued: 5.1.26", "issued: 2026"),
    ),
    *rows("source",
        ("issued: n.d.\n    title: T", "title: T"),
        ("issued: undated\n    title: T", "title: T"),
        ("accessed: unknown\n    title: T", "title: T"),
    ),
    *rows("source", ("issued: 2026-02-30", "issued: 2026-02")),
    *rows("debate",
        ("as_of: 5 Jan 2026", "as_of: 2026-01-05"),
        ("as_of: spring 2026", "as_of: 2026"),
        ("as_of: c. 2026", "as_of: 2026"),
        ("as_of: 2025-2026", "as_of: 2026"),
        ("as_of: today", "as_of: 2026"),
        ("as_of: 2026-01-05T10:00", "as_of: 2026-01-05"),
    ),
    *rows("debate", ("as_of: 2026-13", "as_of: 2026"), ("as_of: 2026-02-30", "as_of: 2026-02")),
    *rows("claim", ("ignore: [{rule: x, reason: y, until: 5 Jan 2026}]", "ignore: [{rule: x, reason: y, until: 2026-01-05}]")),
]  # fmt: skip

KEYS = [
    *rows("claim",
        ("evidnce: []", "evidence: []"),
        ("Evidence: []", "evidence: []"),
        ("source: smith-2020", "evidence: [{source: smith-2020}]"),
        ("sources: [smith-2020, article]", "evidence: [{source: smith-2020}, {source: article}]"),
        ("citation: Smith 2020, p. 4", "evidence: [{source: smith-2020, at: p. 4}]"),
        ("because: They train.", "supports: [{support: they-train, text: They train.}]"),
        ("reasons: [They train.]", "supports: [{support: they-train, text: They train.}]"),
        ("objections: [They do not.]", "rebuttals: [{rebuttal: they-not, text: They do not.}]"),
        ("contradict: two", "contradicts: [two]"),
        ("note: Ask Jo.", "# note: Ask Jo."),
        ("quote: So.", "evidence: [{source: article, quote: So.}]"),
        ("role: link\n    scheme: sign", "role: link"),
        ("role: link\n    turn: link", "role: link"),
        ("role: link\n    colour: red", "role: link"),
        ("role: link\n    note: |\n      Ask Jo,\n      or Al.", "role: link"),
        ("evidence: [{source: article, note: Ask Jo.}]", "evidence: [{source: article, says: Ask Jo.}]"),
        ("evidence: [{source: article, page: p. 4}]", "evidence: [{source: article, at: p. 4}]"),
        ("evidence: [{id: article}]", "evidence: [{source: article}]"),
        ("evidence: [{source: article, text: So.}]", "evidence: [{source: article, says: So.}]"),
    ),
    *rows("claim", ("<<: {weigh: true}", "weigh: true"), by_hand=True),
]  # fmt: skip

ROWS: list[Row] = [*FORMS, *IDS, *DATES, *KEYS]
