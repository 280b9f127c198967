"""An author cited as an authority, without qualifications.

The rule looks at a source by a person where evidence cites a `card:` from it, or a step of the scheme `expert-opinion`
uses it. A source whose author is a body, or unknown, has nobody to qualify.

Why it matters: a claim that rests on a person's word weighs as much as that person's knowledge of the matter. "Doe,
2024" does not say whether Doe is a general, a columnist or a student.

Instead: write `custom: {qualifications: …}`: the post, field or experience that gives the author knowledge of the
matter. If you find nothing, say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Claim, Debate, Source, Statement
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  references:
    - id: doe-2025                     # <-
-     type: webpage
+     type: book
      title: On training
      author: [{family: Doe, given: Jane}]
-     publisher: Institute for Examples
-     issued: 2025-05-08
-     accessed: 2025-11-02
-     URL: https://example.org/training
+     publisher: Example Press
+     issued: 2025
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
-     evidence:
-       - source: doe-2025
-         card: Brigades taught at home were ready months sooner than others.
+     evidence: [{source: doe-2025}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each source whose author should be qualified and is not, with the first statement that cites it as such."""
    asked = unqualified(ev.debate)
    for id, source in ev.debate.sources.items():
        if id in asked:
            yield Finding(
                ("sources", id),
                f"does not say what qualifies {_person(source)}, on whose word {asked[id]} rests.",
                "Write the post, field or experience that qualifies the author: custom: {qualifications: …}",
            )


def unqualified(debate: Debate) -> dict[str, str]:
    """The sources by a person who counts as an authority and is not qualified, each with the first statement that
    rests on it."""
    found: dict[str, str] = {}
    for id, statement in debate.statements.items():
        for evidence in statement.evidence:
            source = debate.sources.get(evidence.source)
            if source and (evidence.card or _is_testimony(statement)) and _person(source):
                found.setdefault(evidence.source, id)
    return {id: statement for id, statement in found.items() if not debate.sources[id].custom.qualifications}


def _is_testimony(statement: Statement) -> bool:
    return not isinstance(statement, Claim) and statement.scheme == "expert-opinion"


def _person(source: Source) -> str | None:
    """The first author who is a person."""
    return next((name.short for name in source.author if name.family), None)
