"""A statement that makes two claims at once.

Two clauses, each with a subject and a verb of its own, are joined by a semicolon or by ", and". The rule looks for
common verbs only and stays silent where it cannot tell.

Why it matters: evidence for one half looks like evidence for both, and a rebuttal of one half takes down both.

Instead: make two statements of it, each with its own evidence. Where one half is the reason for the other, nest it
under `supports:`; where both are needed together, make them `premises:` of one step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.INFO
HOLDS_OF_PART = True
EXAMPLES = ("""\
  arguments:
    - support: ready-sooner
      of: send-trainers
-     text: Brigades would be ready months sooner, and the alliance would learn from them.  # <-
+     text: Weapons, fuel, and trainers would arrive sooner and stay longer.
      evidence: [{source: report}]
""", """\
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Training abroad takes months; brigades trained at home are ready in weeks.  # <-
      evidence: [{source: report}]
""", """\
  arguments:
    - support: said-so
      of: send-trainers
      text: Moscow has said that advisers, mechanics, and trainers would be targets.
      evidence: [{source: report}]
""")  # fmt: skip

_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|should|must|may|might|cannot|isn't|aren't|"
    r"doesn't|don't|didn't|won't|wouldn't|can't|means|shows|makes|made|gives|gave|takes|took|needed|keeps|kept|"
    r"leaves|left|lets|says|said|stays|stayed|remains|remained|comes|came|goes|went|becomes|became|brings|brought|"
    r"raises|raised|lowers|lowered|depends|rests|follows|followed|began|begins|ended|tells|told|"
    r"knows|knew|wants|wanted|rejects|rejected|requires|required|allows|allowed|risked|faced|leads|led|"
    r"exists|existed|holds|held|worked|helps|helped|shapes|shaped|grows|grew|fell|rose|fails|failed|"
    r"gets|got|puts|turned|lacks|lacked|loses|lost|gained|serves|served|handed|tested)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r";\s+|,\s+and\s+", re.IGNORECASE)
_SUBORDINATE = re.compile(r"\b(?:that|whether|who|which|whose|where|than|as|because|when|while|how)\b", re.IGNORECASE)
_OPENS_CONDITION = re.compile(r"(?:if|when|where|unless|although|though|because|since|while|whether|as|even)\b", re.I)
_OPENS_PHRASE = re.compile(
    r"(?:in|on|at|by|with|for|from|to|of|under|over|not|then|so|thus|thereby|only|perhaps|until|after|before)\b", re.I
)
SUBJECT_WORDS = 6
"""How far from the start of its clause a verb may stand, with its subject before it."""


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each statement with a joint between two whole clauses."""
    for id, statement in ev.debate.statements.items():
        joint = _joint(statement.text) if statement.text else None
        if joint:
            yield Finding(
                ("statements", id, "text"),
                f'makes two claims, joined by "{joint}".',
                "Make two statements of it, each with evidence of its own, so that each can be answered.",
            )


def _joint(text: str) -> str | None:
    """What joins two whole clauses; None where nothing does."""
    if _OPENS_CONDITION.match(text):
        return None
    for found in _JOINT.finditer(text):
        if _has_verb(text[: found.start()]) and _begins_clause(text[found.end() :]):
            return found.group().strip()
    return None


def _has_verb(before: str) -> bool:
    """Whether the clause that ends here has a verb outside what it only reports or lists."""
    innermost = _SUBORDINATE.split(before)[-1]
    return _VERB.search(innermost) is not None and "(" not in before.rpartition(")")[2]


def _begins_clause(after: str) -> bool:
    """Whether a subject and then its verb come next; a verb that comes first shares the subject before it."""
    if any(opening.match(after) for opening in (_SUBORDINATE, _OPENS_CONDITION, _OPENS_PHRASE)):
        return False
    verb = _VERB.search(after)
    if verb is None or verb.start() == 0:
        return False
    subject = after[: verb.start()]
    broken = re.search(r"[,;:.]", subject) or _SUBORDINATE.search(subject)
    return len(subject.split()) <= SUBJECT_WORDS and not broken
