"""A criterion that judges some options and not others.

Statements name a criterion of debate.yaml with `criterion:`, but for one of the resolutions no such statement is for it
or against it. The rule also reports a criterion that nobody names at all.

Why it matters: criteria are there to compare options by the same things. An option that is not judged by one looks as
though it had no cost there, or no merit.

Instead: say how the option does by it, even if it does well: a support or rebuttal with that `criterion:`. Or remove
the criterion.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.criteria import judged
from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options
from argmap.wording.lists import listed

SEVERITY = Severity.INFO
EXAMPLES = ("""\
  criteria: [{id: cost, name: Cost}]   # <-
  resolutions:
    - {claim: send-trainers, text: "NATO members should send trainers to Ukraine."}
    - {claim: train-abroad, status_quo: true, text: "NATO members should train Ukrainians abroad as they do now."}
  arguments:
    - {support: a, of: send-trainers, text: "It works.", evidence: [{source: report}]}
    - {rebuttal: b, of: send-trainers, criterion: cost, text: "It is dear.", evidence: [{source: study}]}
-   - {support: c, of: train-abroad, text: "It is known.", evidence: [{source: report}]}
+   - {support: c, of: train-abroad, criterion: cost, text: "It costs little.", evidence: [{source: report}]}
    - {rebuttal: d, of: train-abroad, text: "It takes long.", evidence: [{source: study}]}
""", """\
  criteria: [{id: safety, name: Safety}]   # <-
  resolutions:
    - {claim: send-trainers, text: "NATO members should send trainers to Ukraine."}
    - {claim: train-abroad, status_quo: true, text: "NATO members should train Ukrainians abroad as they do now."}
  arguments:
    - {support: a, of: send-trainers, text: "It works.", evidence: [{source: report}]}
    - {rebuttal: b, of: send-trainers, text: "It is dear.", evidence: [{source: study}]}
    - {support: c, of: train-abroad, text: "It is known.", evidence: [{source: report}]}
    - {rebuttal: d, of: train-abroad, text: "It takes long.", evidence: [{source: study}]}
""")  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each criterion by which not all options are judged; one option alone there is nothing to compare with."""
    if len(ev.debate.resolutions) < 2:  # see key-without-effect
        return
    cells = judged(ev)
    for index, criterion in enumerate(ev.debate.criteria):
        row = [cell for cell in cells if cell.criterion is criterion]
        if missing := [cell.option.id for cell in row if not (cell.pros or cell.cons)]:
            every, either = len(missing) == len(row), _few(missing, "or")
            yield Finding(
                ("criteria", index),
                f"{criterion.id} judges no option." if every else f"{criterion.id} does not judge {either}.",
                f"Say how {'each option does' if every else _do(missing)} by it, in a support or rebuttal with "
                f"criterion: {criterion.id}; or remove the criterion.",
            )


def _do(ids: list[str]) -> str:
    return f"{_few(ids, 'and')} {'do' if len(ids) > 1 else 'does'}"


def _few(ids: list[str], last: str) -> str:
    return listed(ids, last, most=3)
