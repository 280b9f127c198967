"""The argument model: what a debate is, as frozen values.

A `Claim` is a statement. A `Support` is a statement with a step to the one thing it supports, a `Rebuttal` a
statement with a step against the one thing it contests: a statement (`of`) or another step (`undercuts`). Ids are
unique in a debate and name the statement and its step alike.

Nothing here reads files, knows lines and columns, labels or colours. Field names are the keys of the file format;
the key that names a statement's type (`claim`, `support`, `rebuttal`) is the alias of `id`.
"""

from __future__ import annotations

from argmap.model.debate import (
    Criterion,
    Debate,
    DebateHeader,
    Decision,
    Position,
    PositionHeader,
    PositionKind,
    Recommendation,
)
from argmap.model.source import Source, SourceNotes
from argmap.model.statement import (
    ALL,
    LIKELIHOODS,
    OF_RESOLUTIONS,
    STATEMENT,
    STEP,
    Answer,
    Claim,
    Comparison,
    Confidence,
    Evidence,
    Facets,
    Grade,
    Premise,
    Rebuttal,
    Risk,
    Role,
    SchemeName,
    Stakes,
    Standard,
    Statement,
    StatusQuo,
    Step,
    StepPremise,
    Support,
    Weight,
    Words4,
    Words10,
)
from argmap.model.values import Suppression

__all__ = [
    "ALL", "LIKELIHOODS", "OF_RESOLUTIONS", "STATEMENT", "STEP", "Answer", "Claim", "Comparison", "Confidence",
    "Criterion", "Debate", "DebateHeader", "Decision", "Evidence", "Facets", "Grade", "Position", "PositionHeader",
    "PositionKind", "Premise", "Rebuttal", "Recommendation", "Risk", "Role", "SchemeName", "Source", "SourceNotes",
    "Stakes", "Standard", "Statement", "StatusQuo", "Step", "StepPremise", "Support", "Suppression", "Weight",
    "Words4", "Words10",
]  # fmt: skip
