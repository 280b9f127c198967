"""What a comment is made of: one part a debate, with its review, or with the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field

from argmap.model.diagnostics import Diagnostic
from argmap.reviews.comment.gate import Breach
from argmap.reviews.comment.places import Places
from argmap.reviews.result import Review


@dataclass(frozen=True)
class Part:
    """What a comment says of one debate: its review, and where its files are."""

    name: str
    """As commands call it: its folder's name."""
    review: Review | None
    """None where the later version cannot be evaluated; `faults` then says why."""
    places: Places = field(default_factory=Places)
    faults: tuple[Diagnostic, ...] = ()
    breaches: tuple[Breach, ...] = ()
    """The conditions of the policy that it breaks."""

    @property
    def is_unchanged(self) -> bool:
        """Whether there is nothing to tell: no change, and nothing that the checks newly report."""
        if self.review is None:
            return False
        return self.review.says_nothing

    @property
    def is_readable(self) -> bool:
        """Whether all of the later version was read."""
        return self.review is not None and self.review.is_readable

    @property
    def title(self) -> str:
        """The debate's heading."""
        if self.review is None:
            return self.name
        after = self.review.after.debate
        return after.title if after.resolutions else self.review.before.debate.title

    @property
    def weight(self) -> tuple[bool, bool, bool]:
        """What a reviewer wants to see first: what cannot be read, a policy that is broken, a resolution that flips."""
        flips = self.review is not None and any(flip.is_resolution for flip in self.review.flips)
        return self.is_readable, not self.breaches, not flips
