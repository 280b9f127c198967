"""What a single labelling says."""

from __future__ import annotations

from argmap.evaluation.framework import Label, Labelling


def accepts(labelling: Labelling, id: str) -> bool:
    """Whether a labelling accepts a statement; for a bare step, whether it is live. Raises KeyError for another id."""
    label = labelling.labels.get(id) or labelling.live[id]
    return label is Label.IN
