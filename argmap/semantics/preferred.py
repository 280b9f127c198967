"""Preferred: as much is decided as can be without contradiction (Dung 1995).

The preferred labellings are the complete ones that are maximal: no other complete labelling keeps all that is in and
all that is out, and decides more. On programs these are the regular models (You & Yuan 1994): the partial stable
models with a maximal set of true atoms (Wu, Caminada & Gabbay 2009 for argumentation frameworks, Caminada & Schulz
2017 for flat assumption-based ones). More true atoms means more false ones and the other way round, so it is the same
to maximise what is in, what is out, or both, as long as *all* atoms are looked at. Accepted statements alone would not
do: a weighed statement with pros and cons that nobody has compared may be accepted or rejected, both are preferred,
and to prefer the one that accepts more would settle by counting what the debate leaves open. On a Dung framework the
accepted arguments decide everything else, so there it is the classical definition word for word.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.framework import Framework, Labelling
from argmap.evaluation.grounded import grounded
from argmap.semantics.single_labelling import accepts
from argmap.semantics.solver.budget import FOREVER, Left
from argmap.semantics.solver.encoding import partial_stable
from argmap.semantics.solver.ranked import Ranked
from argmap.semantics.solver.search import Search

CODE = "PR"
NAME = "preferred"


def _ranked(framework: Framework, left: Left) -> Ranked:
    """What occurs under a negation decides everything else, so it is enough to want that."""
    search = Search(framework, partial_stable, left)
    wanted = [search.literals.true[atom] for atom in search.program.denied]
    return Ranked(search, wanted, tried=wanted)


def labellings(framework: Framework, left: Left = FOREVER) -> Iterator[Labelling]:
    """Every preferred labelling, as they are found."""
    return (found.labelling() for found in _ranked(framework, left).every())


def count(framework: Framework, left: Left = FOREVER) -> Iterator[None]:
    """One None for each preferred labelling, as they are found. Raises OutOfTime."""
    return _ranked(framework, left).count()


def find(framework: Framework, left: Left = FOREVER) -> Labelling | None:
    """One preferred labelling; there always is one. Raises OutOfTime."""
    found = _ranked(framework, left).best()
    return found.labelling() if found else None


def accepting(framework: Framework, id: str, left: Left = FOREVER) -> Labelling | None:
    """One that accepts. The best complete labelling that accepts is preferred: a better one would accept too."""
    ranked = _ranked(framework, left)
    found = ranked.best([ranked.search.true(id)])
    return found.labelling() if found else None


def not_accepting(framework: Framework, id: str, left: Left = FOREVER) -> Labelling | None:
    """One that does not accept: at once where some complete labelling rejects, since a better one rejects too;
    else by refutation."""
    if accepts(grounded(framework), id):
        return None
    ranked = _ranked(framework, left)
    search = ranked.search
    found = ranked.best([-search.possible(id)]) or ranked.best_with([-search.true(id)])
    return found.labelling() if found else None
