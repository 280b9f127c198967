"""A key that changes nothing where it stands.

A bare step (premises and no text) says nothing of its own. So evidence, a weight, a standard of proof, or a mark such
as `undeveloped` has nothing to be about. A comparison decides only where pros and cons are weighed: any rebuttal that
counts defeats a contested statement, even if a support of it `outweighs` that rebuttal. Nor does it decide against what
comes first (`over: all`), which is settled before anything is weighed. `short`, `excludes`, `status_quo`, `answer` and
`confidence` speak of an option: on a claim of a position they say nothing. `confidence` says how sure an `answer` is,
and needs one. A resolution belongs to the core, whether or not it is marked `core: true`. And `criteria` compare
options, so they need two.

Why it matters: whoever wrote the key believes that it changes what stands. It does not.

Instead: write the key on the premise that it is about, or give the step a text; `undeveloped`, `weigh` and
`contradicts` then change what stands. For a comparison, mark the target `weigh: true`, so that one rebuttal no longer
defeats it, or leave the comparison out and answer the rebuttal.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.model import OF_RESOLUTIONS, Claim, Step, Support
from argmap.model.diagnostics import Finding, Related, Severity
from argmap.rules.rule_protocol import Options
from argmap.wording.lists import listed

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  arguments:
    - claim: it-worked
      text: Trainers were in the country for seven years.
      evidence: [{source: report}]
+     weight: {value: 0.9, because: "The years are on record."}
    - support: it-would-work-again
      of: send-trainers
      premises: [it-worked]
-     weight: {value: 0.9, because: "The years are on record."}   # <-
""", """\
  criteria: [{id: cost, name: Cost}]   # <-
  arguments:
    - claim: it-worked
      short: It worked   # <-
      text: Trainers were in the country for seven years.
      evidence: [{source: report}]
    - {support: so, of: send-trainers, premises: [it-worked]}
""", """\
  resolutions:
    - claim: send-trainers
      text: NATO members should send trainers to Ukraine.
      confidence: {level: low, because: "Nobody has tried it."}   # <-
      core: true                         # <-
  arguments:
    - {support: it-worked, of: send-trainers, text: "It worked before.", evidence: [{source: report}]}
""")  # fmt: skip

_OF_A_STATEMENT = ("evidence", "weight", "standard", "undeveloped", "weigh", "contradicts")
"""Not `values`: what an audience makes of a bare step hangs on the values that it names."""
_EFFECTS = {
    "weigh": "its pros and cons are then weighed, and one rebuttal no longer defeats it",
    "contradicts": "it then stands only if what it contradicts does not",
}
"""What a key changes where it has an effect, if that changes what stands."""


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each key without an effect, where it stands."""
    if ev.debate.criteria and len(ev.debate.resolutions) < 2:
        yield Finding(
            ("criteria",),
            "criteria have no effect: they compare options, and the debate has one resolution.",
            "Add the other options to resolutions:, or remove criteria: and each criterion:.",
        )
    weighed = {id for id, weigh in zip(ev.framework.statements, ev.framework.weighed, strict=True) if weigh}
    for step in ev.debate.statements.values():
        if isinstance(step, Claim):
            yield from _of_an_option(ev, step)
            continue
        for key in _OF_A_STATEMENT if step.is_bare else ():
            if getattr(step, key):
                message = f"{key} has no effect: {step.id} is a bare step and says nothing of its own."
                yield Finding(("statements", step.id, key), message, _on_a_premise(step, key))
        if step.outweighs and step.target not in weighed:
            yield _compared(ev, step)
        else:
            yield from _too_late(ev, step)


def _of_an_option(ev: Evaluation, claim: Claim) -> Iterator[Finding]:
    if claim.id in ev.debate.resolution_ids and claim.confidence and not claim.answer:
        message = f"confidence has no effect: it says how sure the answer is, and {claim.id} has no answer."
        yield Finding(("statements", claim.id, "confidence"), message, "Add answer:, or remove confidence:.")
    if claim.id in ev.debate.resolution_ids and claim.core:
        message = "core has no effect: a resolution always belongs to the core."
        yield Finding(("statements", claim.id, "core"), message, "Remove core:.")
    for key in OF_RESOLUTIONS if claim.id not in ev.debate.resolution_ids else ():
        if getattr(claim, key):
            message = f"{key} has no effect: {claim.id} is a claim of a position, and only a resolution has it."
            yield Finding(("statements", claim.id, key), message, f"Remove {key}:, or move it to a resolution.")


def _on_a_premise(step: Step, key: str) -> str:
    premises = listed(step.premise_ids[:3], "or")
    if key == "undeveloped":
        return f"Remove it. On a premise ({premises}) it says that this one has no ground yet and does not stand."
    effect = f": {_EFFECTS[key]}" if key in _EFFECTS else ""
    return f"Move it to a premise ({premises}), or give {step.id} a text{effect}."


def _compared(ev: Evaluation, step: Step) -> Finding:
    target, defeated = step.target, ev.label(step.target) is Label.OUT
    message = f"outweighs has no effect: {target} is contested, so one rebuttal defeats it, outweighed or not."
    weigh = f"Mark {target} weigh: true, so that its pros and cons are weighed and one rebuttal no longer defeats it"
    answer = f" and answer the rebuttal, and {target} stands" if isinstance(step, Support) and defeated else ""
    return Finding(("statements", step.id, "outweighs"), message, f"{weigh}; or leave the comparison out{answer}.")


def _too_late(ev: Evaluation, step: Step) -> Iterator[Finding]:
    """Each comparison with what is settled before anything is weighed."""
    for index, over in enumerate(each.over for each in step.outweighs):
        if ev.graph.comes_too_late(step, over):
            yield Finding(
                ("statements", step.id, "outweighs", index),
                f"outweighs has no effect: {over} comes first (over: all), and is settled before anything is weighed.",
                f"Remove the comparison, and answer {over}, which then no longer stops anything.",
                (Related(("statements", over), "comes first"),),
            )
