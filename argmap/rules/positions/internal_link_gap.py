"""A link and an impact, and nothing leads from one to the other.

The position (a disadvantage, advantage, case or kritik) has a link and an impact on the side that runs it; in an
advantage or a case an `advantage` will do for the impact. But no impact rests on a link, by supports and premises over
as many internal links as it takes, and no statement rests on both. A single way is enough, in this position or through
others.

Why it matters: that the plan provokes someone, and that a war would be terrible, are two true sentences and no
argument. What is missing is why the one brings the other, and most chains break there.

Instead: write the link as a claim below the `premises:` of the impact, with another of `role: internal-link` beside it
where the way is long; or name both in the `premises:` of one step. If they belong to two different arguments, give each
its own part.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.graph import Graph
from argmap.model import Claim, Role
from argmap.model.diagnostics import Finding, Related, Severity
from argmap.rules.positions.position_parts import Shell, alternatives, grounds, made_premise, reach, shells, upward
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  kind: disadvantage
  arguments:
    - rebuttal: read-as-provocation
      of: send-trainers
      role: link
      text: Moscow would take allied trainers for a provocation.
      evidence: [{source: study}]
      premises:
        - claim: kept-apart-so-far
          role: uniqueness
          text: The two alliances have kept their soldiers apart so far.
          evidence: [{source: survey}]
    - rebuttal: nuclear-war
      of: send-trainers
      role: impact                     # <-
      text: A war between nuclear powers would kill millions.
      evidence: [{source: report}]
""", """\
  kind: disadvantage
  arguments:
    - claim: kept-apart-so-far
      role: uniqueness
      text: The two alliances have kept their soldiers apart so far.
      evidence: [{source: survey}]
    - claim: shots-are-likely
      role: link
      text: Moscow would fire at allied trainers.
      evidence: [{source: study}]
    - claim: nuclear-war
      role: impact
      text: A war between nuclear powers would kill millions.
      evidence: [{source: report}]
    - rebuttal: escalation
      of: send-trainers
      premises: [kept-apart-so-far, shots-are-likely, nuclear-war]
""")  # fmt: skip

LINKS: tuple[Role, ...] = ("link", "internal-link")


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each position whose links lead to none of its impacts, at the first impact."""
    for shell in shells(ev.graph, "disadvantage", "advantage", "case", "kritik"):
        links, ends = _parts(shell, LINKS), _parts(shell, _ends(shell))
        if links and ends and not _joined(ev.graph, shell, links, ends) and not _told(ev.graph, links[0], ends[0]):
            yield Finding(
                ("statements", ends[0], "role"),
                f"no way leads from the link {links[0]} to this {ev.debate.statements[ends[0]].role}.",
                f"{_help(ev, links[0], ends[0])}, and add a claim with role: internal-link there where the way is "
                "long; or add a step with both in its premises:, which then counts as well.",
                (Related(("statements", links[0]), "the link is here"),),
            )


def _told(graph: Graph, link: str, end: str) -> bool:
    """Whether both are parts of one argument that are written as alternatives: see parts-as-alternatives."""
    step = graph.debate.statements[link]
    written = alternatives(graph, step.target) if not isinstance(step, Claim) else ()
    return any({link, end} <= {part.id for part in parts} for _, parts in written)


def _help(ev: Evaluation, link: str, end: str) -> str:
    """The link becomes a premise of the impact, or of the step that uses it; where there is none, of a new one."""
    step = ev.debate.statements[end]
    user = step if not isinstance(step, Claim) else next(iter(ev.graph.uses(end)), None)
    premises = f"the premises: of {user.id if user else f'a step that needs {end} as well'}"
    said = made_premise(ev.graph, ev.debate.statements[link], premises)
    return f"{said[0].upper()}{said[1:]}"


def _ends(shell: Shell) -> tuple[Role, ...]:
    return ("impact", "advantage") if shell.kind in ("advantage", "case") else ("impact",)


def _parts(shell: Shell, roles: tuple[Role, ...]) -> list[str]:
    return [id for role in roles for id in shell.parts.get(role, ())]


def _joined(graph: Graph, shell: Shell, links: list[str], ends: list[str]) -> bool:
    """Whether something rests both on a link and on an impact, or is the one and rests on the other."""
    over_links, over_ends = (reach(ids, lambda id: upward(graph, id)) for ids in (links, ends))
    if (over_links.keys() & over_ends.keys()) - graph.debate.resolution_ids:
        return True
    return any(graph.debate.statements[id].role in _ends(shell) for id in over_links) or any(
        graph.debate.statements[id].role in LINKS for id in reach(ends, lambda id: grounds(graph, id))
    )
