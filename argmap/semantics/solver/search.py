"""Asking the solver: one question at a time, within the time that is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.evaluation.framework import Framework, Label, Labelling
from argmap.semantics.solver.budget import FOREVER, Left, OutOfTime
from argmap.semantics.solver.encoding import Literals
from argmap.semantics.solver.labels import Labels
from argmap.semantics.solver.program import Program
from argmap.wording.extras import MissingExtra

if TYPE_CHECKING:
    import clingo

Encoding = Callable[[Program, "clingo.backend.Backend"], Literals]

_OPTIONS = ("--warn=none", "--configuration=crafty", "--sat-prepro=no")
"""The solver's setting for hard crafted problems: half the time of its usual one on dense frameworks. Preprocessing,
which belongs to it, is left out: it takes as much time as it saves, and minutes on the largest frameworks, in which
nothing can interrupt it."""

_SLICE = 0.2
"""Seconds after which a running search looks at the clock, and at whether it was interrupted."""


class Search:
    """The models of a framework's program, of the kind that an encoding names.

    Literals are the solver's integers; the negative of one is its denial. Raises MissingExtra where the solver is
    not installed, and OutOfTime, from every question, when no time is left.
    """

    def __init__(self, framework: Framework, encoding: Encoding, left: Left) -> None:
        self._solver = _solver()
        self.framework, self.left = framework, left
        self._timed = left is not FOREVER
        self._guards: list[int] = []
        self._options: dict[tuple[str, str], Any] = {("solve", "enum_mode"): "auto", ("solve", "models"): 1}
        self.program = Program.of(framework)
        self.control = self._solver.Control(list(_OPTIONS), logger=_silent)
        self._steps = {id: n for n, id in enumerate(framework.steps)}
        self._statements = {id: n for n, id in enumerate(framework.statements)}
        with self.control.backend() as backend:
            self.literals = encoding(self.program, backend)
        both = [*self.literals.true, *self.literals.possible]
        self.watched = list(dict.fromkeys(both))

    def atom(self, id: str) -> int:
        """The atom that says that a statement is accepted, or a bare step live. Raises KeyError for another id."""
        if id in self._statements:
            return self.program.accepted[self._statements[id]]
        return self.program.live[self._steps[id]]

    def true(self, id: str) -> int:
        """The literal that says so is true; where its atom is denied, it is false or undecided."""
        return self.literals.true[self.atom(id)]

    def possible(self, id: str) -> int:
        """The literal that says so is possible; where it is denied, it is false."""
        return self.literals.possible[self.atom(id)]

    def never_all(self, literals: Iterable[int]) -> None:
        """From now on, no model has all of these."""
        with self.control.backend() as backend:
            backend.add_rule([], list(literals))

    def at_least_one(self, literals: Iterable[int]) -> None:
        """From now on, every model has one of these."""
        self.never_all(-each for each in literals)

    def guard(self, literals: Iterable[int]) -> int:
        """A literal to assume: every model that has it has one of these. Without it nothing changes."""
        with self.control.backend() as backend:
            guard: int = backend.add_atom()
            backend.add_rule([guard], choice=True)
            backend.add_rule([], [guard, *[-each for each in literals]])
        self._guards.append(guard)
        return guard

    def watch(self, literals: Iterable[int]) -> None:
        """Remember in models whether these hold."""
        self.watched = list(dict.fromkeys([*self.watched, *map(abs, literals)]))

    def prefer(self, literals: Sequence[int]) -> None:
        """Make the solver try these first, so that the first model found has as many of them as can be: no other
        model has all of its preferred literals and one more (Giunchiglia & Maratea 2006)."""
        kind = self._solver.backend.HeuristicType
        with self.control.backend() as backend:
            for each in literals:
                sign = kind.True_ if each > 0 else kind.False_
                backend.add_heuristic(abs(each), sign, 1, 1, [])
        self._configure("solver", "heuristic", "Domain")

    def project(self, literals: Iterable[int]) -> None:
        """Count models that agree on these as one."""
        with self.control.backend() as backend:
            backend.add_project(list(literals))
        self._configure("solve", "project", "project")

    def first(self, assumed: Sequence[int] = ()) -> Found | None:
        """A model that has all of the assumed literals."""
        self._configure("solve", "enum_mode", "auto")
        self._configure("solve", "models", 1)
        with self._asked(assumed) as handle:
            model = self._next(handle)
            return Found.of(self, model) if model else None

    def every(self, assumed: Sequence[int] = (), mode: str = "auto") -> Iterator[Found]:
        """Every model that has them, as they are found; with the mode `domRec`, those best by `prefer` alone. The
        search stands still between two, and must be used up or closed before the next question."""
        yield from (Found.of(self, model) for model in self._models(assumed, mode))

    def count(self, assumed: Sequence[int] = (), mode: str = "auto") -> Iterator[None]:
        """As `every`, for those who only count."""
        yield from (None for _ in self._models(assumed, mode))

    def _models(self, assumed: Sequence[int], mode: str) -> Iterator[clingo.Model]:
        self._configure("solve", "enum_mode", mode)
        self._configure("solve", "models", 0)
        with self._asked(assumed) as handle:
            while model := self._next(handle):
                yield model

    def _configure(self, part: str, key: str, value: Any) -> None:
        """Set an option of the solver, which takes its time, only where it is not set so already."""
        if self._options.get((part, key)) != value:
            self._options[part, key] = value
            setattr(getattr(self.control.configuration, part), key, value)

    @contextmanager
    def _asked(self, assumed: Sequence[int]) -> Iterator[clingo.SolveHandle]:
        given = set(assumed)
        unused = [-guard for guard in self._guards if guard not in given]
        with self.control.solve(assumptions=[*assumed, *unused], yield_=True, async_=self._timed) as handle:
            yield handle

    def _next(self, handle: clingo.SolveHandle) -> clingo.Model | None:
        handle.resume()
        while self._timed and not handle.wait(max(0.0, min(_SLICE, self.left()))):
            if self.left() <= 0:
                handle.cancel()
                raise OutOfTime
        model: clingo.Model | None = handle.model()
        return model


@dataclass(frozen=True)
class Found:
    """A model, kept when the solver has gone on."""

    search: Search
    true: frozenset[int]
    """Those of the search's watched literals that are true in it."""

    @staticmethod
    def of(search: Search, model: clingo.Model) -> Found:
        """Read the model while the solver still holds it."""
        return Found(search, frozenset(filter(model.is_true, search.watched)))

    def has(self, literal: int) -> bool:
        """Whether a watched literal, or the denial of one, holds."""
        return literal in self.true if literal > 0 else -literal not in self.true

    def labelling(self) -> Labelling:
        """What the model says of statements and steps."""
        search, framework = self.search, self.search.framework
        literals, program = search.literals, search.program
        labels = {
            atom: Label.IN
            if literals.true[atom] in self.true
            else Label.UNDEC
            if literals.possible[atom] in self.true
            else Label.OUT
            for atom in program.shown
        }
        return Labelling(
            Labels(framework.statements, program.accepted, labels),
            Labels(framework.steps, program.live, labels),
            Labels(framework.steps, program.counts, labels),
        )


def _solver() -> Any:
    try:
        import clingo
        import clingo.backend
    except ImportError as error:
        raise MissingExtra("this semantics", "solver") from error
    return clingo


def _silent(_code: object, _message: str) -> None:
    """The solver's own messages are for those who write programs by hand."""
