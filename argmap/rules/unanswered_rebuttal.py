"""A rebuttal that takes down an argument and that nobody has tried to answer.

It stands and defeats what it contests, or answers the step that it undercuts. There is no rebuttal of it and no
undercutter of its step. The rule reports only the first answer to an argument: where both sides have spoken, somebody
has to have the last word. The blocks brief lists all that is open, replies to answers too, and `perm-unanswered` looks
at a permutation (`role: permutation`).

Why it matters: in a debate, silence is consent. Whoever has nothing to say to the first answer has dropped the
argument, and the other side will point to that first.

Instead: answer it with a rebuttal or undercut its step, and what it alone takes down counts again; or concede it by a
reasoned `ignore:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.reasons import unanswered
from argmap.model import Rebuttal
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  arguments:
    - support: presence-deters
      of: send-trainers
      text: A presence of allied soldiers deters attacks.
      evidence: [{source: report}]
      rebuttals:
        - rebuttal: tripwires-do-not-deter   # <-
          text: Small tripwire forces have not deterred attacks.
          evidence: [{source: study}]
+         rebuttals:
+           - rebuttal: other-theatres
+             text: The forces that were studied stood in other theatres.
+             evidence: [{source: report}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each live rebuttal that nothing answers and that is the first word against an argument."""
    answers = _within_answers(ev)
    for id in unanswered(ev):
        rebuttal = ev.debate.statements[id]
        if not isinstance(rebuttal, Rebuttal) or rebuttal.target in answers or rebuttal.role == "permutation":
            continue
        what = f"the step of {rebuttal.undercuts}" if rebuttal.undercuts else rebuttal.target
        yield Finding(
            ("statements", id),
            f"takes down {what}, and nothing answers it.",
            "Answer it with a rebuttal or undercut its step, and what it alone takes down counts again; or concede it: "
            "ignore: [{rule: unanswered-rebuttal, reason: …}]",
        )


def _within_answers(ev: Evaluation) -> set[str]:
    """The answers of either side to an argument of the other, and all that supports them."""
    found = {r.id for r in ev.debate.rebuttals if r.undercuts or not ev.graph.is_weighed(r.target)}
    todo = list(found)
    while todo:
        for support in ev.graph.supports(todo.pop()):
            if support.id not in found:
                found.add(support.id)
                todo.append(support.id)
    return found
