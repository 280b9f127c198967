"""Semi-stable: as little is left undecided as a complete labelling can leave (Verheij 1996; Caminada 2006).

The semi-stable labellings are the complete ones with a minimal set of undecided statements and steps (live, and
counting), by set inclusion. On programs the idea is that of the L-stable models (Eiter, Leone & Saccà 1997); what is
undecided is counted over what a labelling speaks of, so that auxiliary atoms of an encoding have no say. Where there
are stable labellings, they are the semi-stable ones; every semi-stable labelling is preferred. On a Dung framework it
is the classical definition.
"""

from __future__ import annotations

from argmap.semantics.solver.encoding import partial_stable
from argmap.semantics.solver.least_undecided import LeastUndecided

CODE = "SST"
NAME = "semi-stable"

_answers = LeastUndecided(partial_stable, many=False)
labellings, count, find = _answers.labellings, _answers.count, _answers.find
accepting, not_accepting = _answers.accepting, _answers.not_accepting
