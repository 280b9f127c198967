"""A small debate in which everything that a map can show occurs, and one whose every text is hostile."""

from __future__ import annotations

from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.model import (
    Claim,
    Comparison,
    Debate,
    Evidence,
    Position,
    Rebuttal,
    Source,
    SourceNotes,
    Statement,
    Support,
)
from argmap.model.csl.names import Name

HOSTILE = "</svg><script>alert(1)</script> \"quoted\" 'single' & \\N \\l {a|b} <b> \x1b ]]> --> %s"
LONG_ID = "an-identifier-that-goes-on-and-on-until-it-has-as-many-letters-as-are-allowed"


def _cites(*sources: str) -> tuple[Evidence, ...]:
    return tuple(Evidence(source=source, at="p. 4", says=f"What {source} adds.") for source in sources)


def _source(id: str, grade: str) -> Source:
    notes = SourceNotes(reliability=grade[0], credibility=grade[1])
    return Source(id=id, title=id, author=(Name(family="Doe"),), issued="2024", custom=notes)


SAFETY: tuple[Statement, ...] = (
    Rebuttal(id="cars-are-needed", of="close-road", text="Shops in the park are supplied by car.", role="link",
             evidence=_cites("survey"), outweighs=(Comparison(over="air-is-cleaner", because="Shops come first."),)),
    Rebuttal(id="deliveries-at-night", undercuts="cars-are-needed", text="Deliveries can come at night.",
             evidence=_cites("survey")),
    Rebuttal(id="night-is-loud", of="deliveries-at-night", text="Night deliveries wake the neighbours.",
             undeveloped=True),
    Support(id="fewer-accidents", of="close-road", text="Closing the road prevents accidents.", role="internal-link",
            premises=("cars-cause-accidents", "children-cross"), evidence=_cites("count", "survey")),
    Claim(id="cars-cause-accidents", text="Most accidents in the park involve a car.", evidence=_cites("count")),
    Claim(id="children-cross", text="Children cross the road on their way to school.", contradicts=("no-children",)),
    Claim(id="no-children", text="No children live near the park."),
    Support(id="by-accidents", of="build-tunnel", premises=("cars-cause-accidents",)),
)  # fmt: skip
AIR: tuple[Statement, ...] = (
    Support(id="air-is-cleaner", of="close-road", text="The air becomes cleaner.", evidence=_cites("survey")),
    Rebuttal(id=LONG_ID, of="air-is-cleaner", role="internal-link", text="Cars only take another way."),
    Rebuttal(id="tunnel-air", of="build-tunnel", text="Tunnels need ventilation.", weigh=True),
    Rebuttal(id="shops-can-walk", of="cars-are-needed", text="Shops can use handcarts."),
    Support(id="one-another", of="the-other", text="Because of the other."),
    Support(id="the-other", of="one-another", text="Because of the one."),
)  # fmt: skip


def park() -> Evaluation:
    """Should the road through the park be closed?"""
    return evaluate(
        Debate(
            id="park",
            title="Should the road through the park be closed?",
            as_of="2026-02-28",
            resolutions=(
                Claim(id="close-road", text="The town should close the road through the park."),
                Claim(id="build-tunnel", text="The town should put the road into a tunnel.", side="con"),
            ),
            positions=(
                Position(id="safety", kind="advantage", title="Safety", arguments=SAFETY),
                Position(id="air", title="Air", arguments=AIR),
                Position(id="empty"),
            ),
            sources={"survey": _source("survey", "C3"), "count": _source("count", "A2")},
        )
    )


def hostile() -> Evaluation:
    """The park's graph with a hostile string in every text."""
    debate = park().debate

    def spoil(statement: Statement) -> Statement:
        return statement.model_copy(update={"text": HOSTILE} if statement.text else {})

    changes = {
        "title": HOSTILE,
        "sides": {"pro": HOSTILE, "con": HOSTILE},
        "resolutions": tuple(spoil(claim) for claim in debate.resolutions),
        "positions": tuple(
            p.model_copy(update={"title": HOSTILE, "arguments": tuple(spoil(s) for s in p.arguments)})
            for p in debate.positions
        ),
        "sources": {key: s.model_copy(update={"title": HOSTILE}) for key, s in debate.sources.items()},
    }
    fields = {name: getattr(debate, name) for name in Debate.model_fields}  # not model_copy: it keeps what is cached
    return evaluate(Debate.model_construct(**{**fields, **changes}))


def single(text: str) -> Evaluation:
    """A debate of one statement."""
    return evaluate(Debate(id="single", title="One", resolutions=(Claim(id="only", text=text),)))
