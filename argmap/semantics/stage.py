"""Stage: as little is left undecided as can be without contradiction, even where not all is defended (Verheij 1996).

On a Dung framework: the conflict-free sets S with a maximal range, that is S and what S attacks; S is in, what it
attacks out, the rest undecided (Caminada 2010). In a debate, what may be assumed is that nothing defeats: of each
contested statement that no rebuttal of it is live and nothing that contradicts it is accepted, of each weighed one
that it is not rejected, and that it is not accepted; of each step with undercutters that none of them is live, of each
with outweighers that none of these is. A set of assumptions is conflict-free iff what follows from it by the rules of
`argmap.evaluation.framework` denies none of them (the framework read as a flat assumption-based one: Bondarenko, Dung,
Kowalski & Toni 1997). What follows is in; out is what does not even follow when everything is assumed that is not
denied; the rest is undecided. The stage labellings are those with a minimal set of undecided statements and steps.

As on Dung frameworks, nobody is bound to accept a statement only because nothing speaks against it; so, unlike the
others, a stage labelling may leave undecided what the grounded labelling accepts.
For a framework without supports, undercutters and weighing that is the classical definition word for word. Where
there are stable labellings, they are the stage labellings.
"""

from __future__ import annotations

from argmap.semantics.solver.encoding import conflict_free
from argmap.semantics.solver.least_undecided import LeastUndecided

CODE = "STG"
NAME = "stage"

_answers = LeastUndecided(conflict_free, many=True)
labellings, count, find = _answers.labellings, _answers.count, _answers.find
accepting, not_accepting = _answers.accepting, _answers.not_accepting
