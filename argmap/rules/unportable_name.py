"""A position whose id cannot be the name of a file.

Its map is maps/ID.svg. On Windows no file is called con, nul or the like, whatever its ending; and overview, map and
changes are the names of other maps of the debate.

Why it matters: the map of one position would overwrite another map, or nobody on Windows could check out the branch.

Instead: give the position another id with `argmap rename`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Severity
from argmap.model.portable_names import trouble_with_map
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.ERROR
EXAMPLES = ("""\
- position: con                        # <-
+ position: cons
  arguments:
    - rebuttal: direct-clash
      of: send-trainers
      text: Soldiers of two nuclear powers would be firing at each other.
      evidence: [{source: study}]
""", """\
  position: overview                   # <-
  arguments:
    - rebuttal: direct-clash
      of: send-trainers
      text: Soldiers of two nuclear powers would be firing at each other.
      evidence: [{source: study}]
""")  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each position with such an id."""
    for position in ev.debate.positions:
        if trouble := trouble_with_map(position.id):
            help = f"Rename the position: argmap rename {position.id} NEW --kind position"
            yield Finding(("positions", position.id), f"{trouble}.", help)
