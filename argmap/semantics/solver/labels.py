"""Labels by id, put together when they are first asked for: of thousands of labellings few are looked at whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from argmap.evaluation.framework import Label


class Labels(Mapping[str, Label]):
    """The labels of some ids, each of which stands for an atom."""

    def __init__(self, ids: Sequence[str], atoms: Sequence[int], labels: Mapping[int, Label]) -> None:
        self._ids, self._atoms, self._labels = ids, atoms, labels

    @cached_property
    def _by_id(self) -> dict[str, Label]:
        return dict(zip(self._ids, [self._labels[atom] for atom in self._atoms], strict=True))

    def __getitem__(self, id: str) -> Label:
        return self._by_id[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._ids)

    def __repr__(self) -> str:
        return repr(self._by_id)
