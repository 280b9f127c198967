"""The search for labellings: a framework as a logic program, and an answer-set solver that looks for its models.

`program` compiles, `encoding` says which models are meant, `search` asks the solver, `ranked` looks for the best
models by set inclusion, `budget` says how long. Only `search` and `encoding` know the solver, and import it when used.
"""

from argmap.semantics.solver.budget import FOREVER, Left, OutOfTime

__all__ = ["FOREVER", "Left", "OutOfTime"]
