"""Grounded: the least committed complete labelling (Dung 1995), the well-founded model of the program.

There is exactly one, found in about linear time without a solver: see `argmap.evaluation.grounded`.
"""

from __future__ import annotations

from argmap.evaluation.grounded import grounded
from argmap.semantics.single_labelling import SingleLabelling

CODE = "GR"
NAME = "grounded"

_answers = SingleLabelling(lambda framework, left: grounded(framework))
labellings, count, find = _answers.labellings, _answers.count, _answers.find
accepting, not_accepting = _answers.accepting, _answers.not_accepting
