"""A small debate in which each kind of reason occurs once: ferries."""

from __future__ import annotations

from functools import cache

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


def cites(source: str, *, at: str | None = None) -> tuple[Evidence, ...]:
    return (Evidence(source=source, at=at),)


def outweighs(over: str, because: str) -> tuple[Comparison, ...]:
    return (Comparison(over=over, because=because),)


RESOLUTIONS = (
    Claim(id="build-bridge", text="The city should build a bridge."),
    Claim(id="keep-ferry", text="The city should keep the ferry."),
    Claim(id="dig-tunnel", text="The city should dig a tunnel."),
    Claim(id="run-buses", text="The city should run night buses."),
    Claim(id="sell-boats", text="The city should sell its boats."),
)

STATEMENTS: tuple[Statement, ...] = (
    Support(id="quicker", of="build-bridge", text="A bridge is quicker than the ferry.", evidence=cites("survey")),
    Support(id="jobs", of="build-bridge", text="Building brings jobs."),
    Rebuttal(id="jobs-elsewhere", undercuts="jobs", text="The builders would come from elsewhere."),
    Rebuttal(id="some-are-local", undercuts="jobs-elsewhere", text="Half of the contract goes to local firms."),
    Rebuttal(id="no-local-firms", of="some-are-local", text="There are no local firms.", evidence=cites("register")),
    Rebuttal(id="costly", of="build-bridge", text="A bridge costs more than the city has."),
    Rebuttal(id="ugly", of="build-bridge", text="A bridge spoils the view.", undeveloped=True),
    Support(
        id="ferry-is-cheap",
        of="keep-ferry",
        text="The ferry is cheap.",
        outweighs=outweighs("ferry-is-slow", "Nobody is in a hurry here."),
    ),
    Rebuttal(id="ferry-is-slow", of="keep-ferry", text="The ferry is slow."),
    Rebuttal(id="ferry-sinks", of="keep-ferry", text="The ferry is unsafe."),
    Rebuttal(id="new-hull", of="ferry-sinks", text="It has a new hull."),
    Support(id="tunnel-is-dry", of="dig-tunnel", text="A tunnel keeps people dry."),
    Rebuttal(id="tunnels-leak", of="tunnel-is-dry", text="Tunnels leak.", evidence=cites("survey", at="p. 3")),
    Rebuttal(id="not-modern-ones", of="tunnels-leak", text="Modern tunnels do not leak."),
    Rebuttal(id="ours-would", of="not-modern-ones", text="Our ground is wet.", evidence=cites("register")),
    Support(id="late-workers", of="run-buses", text="People work late.", outweighs=()),
    Rebuttal(
        id="empty-buses",
        of="run-buses",
        text="The buses would be empty.",
        outweighs=outweighs("late-workers", "There are few of them."),
    ),
    Claim(id="rumour", text="The mayor owns a boat."),
    Support(id="said-by-paper", of="rumour", text="The paper says so."),
    Support(id="paper-heard-it", of="said-by-paper", text="The paper has it from the town."),
    Support(id="town-read-it", of="paper-heard-it", premises=("rumour",)),
    Claim(id="noisy", text="Traffic is noisy."),
    Rebuttal(id="quiet-cars", of="noisy", text="Cars become quiet."),
    Rebuttal(id="tyres-are-loud", of="quiet-cars", text="Tyres stay loud.", contradicts=("tyres-are-soft",)),
    Claim(id="tyres-are-soft", text="Tyres become soft."),
    Support(id="soft-quiet", of="quiet-cars", premises=("tyres-are-soft",)),
    Rebuttal(id="softness-is-not-silence", undercuts="soft-quiet", text="Soft is not silent."),
    Claim(id="blocked", text="Ships could no longer pass.", evidence=cites("register")),
    Rebuttal(id="high-enough", of="blocked", text="The bridge is high enough."),
    Rebuttal(id="masts", of="high-enough", text="Masts are higher.", evidence=cites("survey")),
    Rebuttal(id="masts-fold", of="blocked", text="Masts can be folded."),
    Claim(id="tides", text="The tides are strong here.", weigh=True),
    Rebuttal(id="tides-measured", of="tides", text="They were measured and found weak."),
)

SOURCES = {
    "survey": Source(id="survey", custom=SourceNotes(reliability="B", credibility="2")),
    "register": Source(id="register"),
}


@cache
def ferries() -> Evaluation:
    positions = (Position(id="crossing", arguments=STATEMENTS),)
    return evaluate(
        Debate(id="ferries", title="How to cross", resolutions=RESOLUTIONS, positions=positions, sources=SOURCES)
    )
