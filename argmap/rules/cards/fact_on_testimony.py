"""A statement of fact that rests on what somebody said, and on nothing else.

All the evidence of a statement has `said_by:`, no support backs it, and no `scheme:` says that it argues from a
witness or an expert.

Why it matters: that a minister denied a danger is evidence that the minister said so. Whether there is none depends on
what the minister is in a position to know, and stands to win by saying it. The grade of a paper that relays it is not
that of the fact, and is left out where evidence is compared.

Instead: say that it is what they said: `scheme: position-to-know`, `expert-opinion` or `witness-testimony`, which bring
the questions to put. Or word the statement as what was said, or cite a source for the fact itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Claim
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options
from argmap.wording.lists import listed

SEVERITY = Severity.WARNING
HOLDS_OF_PART = True
EXAMPLES = ("""\
  arguments:
    - support: no-danger               # <-
      of: send-trainers
      text: The mission would not draw an attack.
-     evidence: [{source: interview, said_by: "The defence minister", says: "Denies that there is a danger."}]
+     evidence:
+       - {source: interview, said_by: "The defence minister", says: "Denies that there is a danger."}
+       - {source: study, says: "Counts no attack on missions of this kind."}
""",)  # fmt: skip

TESTIMONY = frozenset({"expert-opinion", "position-to-know", "witness-testimony"})
"""Ways of arguing that say whose word it is."""


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each statement that cites testimony alone."""
    for id, statement in ev.debate.statements.items():
        if not statement.is_testimony or ev.graph.supports(id):
            continue
        scheme = None if isinstance(statement, Claim) else statement.scheme
        if scheme not in TESTIMONY:
            who = listed(list(dict.fromkeys(piece.said_by for piece in statement.evidence if piece.said_by)))
            claim = isinstance(statement, Claim)
            say = "Word it as what was said" if claim else "Say whose word it is: scheme: position-to-know"
            yield Finding(
                ("statements", id),
                f"rests on what {who} said, and on nothing else.",
                f"{say}; or cite a source for the fact itself.",
            )
