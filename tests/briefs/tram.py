"""A small debate with one of everything, for the briefs: options, weighing, undercuts, turns, premises, risks, gaps."""

from __future__ import annotations

from typing import Any

from argmap import briefs
from argmap.briefs import Selection
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.model import Claim, Debate

SOURCES: dict[str, Any] = {
    "doe": {"id": "doe", "type": "report", "title": "Trams and traffic", "author": [{"family": "Doe", "given": "Jane"}],
            "issued": "2024-03-01", "publisher": "City Institute", "URL": "https://example.org/trams?a=1&b=2",
            "custom": {"reliability": "A", "credibility": "2", "why": "An audit of ten cities."}},
    "doe-later": {"id": "doe-later", "type": "report", "title": "Counting again",
                  "author": [{"family": "Doe", "given": "Jane"}], "issued": "2024-09",
                  "custom": {"reliability": "B", "credibility": "2"}},
    "herald": {"id": "herald", "type": "article-newspaper", "title": "Buses full again", "publisher": "The Herald",
               "issued": "2025", "URL": "https://herald.example/buses",
               "custom": {"reliability": "C", "credibility": "3"}},
    "leaflet": {"id": "leaflet", "type": "pamphlet", "title": "Stop the trams", "publisher": "Road Users"},
}  # fmt: skip

CASE: list[dict[str, Any]] = [
    {"support": "frees-roads", "of": "build-tram", "role": "advantage", "text": "A tram line frees road space.",
     "evidence": [{"source": "doe", "at": "p. 4", "quote": "a fifth fewer cars", "says": "Measured it in ten cities."},
                  {"source": "doe-later", "says": "Found the same a year later."}],
     "outweighs": [{"over": "dear", "because": "Space cannot be bought; money can be borrowed."}]},
    {"support": "people-switch", "of": "frees-roads", "role": "link", "text": "Drivers switch to trams.",
     "evidence": [{"source": "doe"}]},
    {"claim": "air-matters", "text": "Clean air matters."},
    {"claim": "cars-foul-air", "text": "Cars foul the air.", "evidence": [{"source": "herald"}]},
    {"support": "cleaner-air", "of": "build-tram", "premises": ["air-matters", "cars-foul-air"]},
    {"rebuttal": "reserve-fund", "of": "takes-years", "text": "Works can be built in stages."},
]  # fmt: skip

COST: list[dict[str, Any]] = [
    {"rebuttal": "dear", "of": "build-tram", "role": "impact", "text": "The line costs more than the city has.",
     "evidence": [{"source": "herald"}],
     "risk": {"likelihood": "likely", "severity": "high", "timeframe": "years", "reversibility": "hard to reverse",
              "mitigation": "Build the first stage only"}},
    {"rebuttal": "takes-years", "of": "build-tram", "role": "link", "text": "Building takes years.",
     "evidence": [{"source": "leaflet"}]},
    {"rebuttal": "same-drivers", "undercuts": "people-switch", "turn": "link",
     "text": "Those who switch make room for new drivers.", "evidence": [{"source": "doe-later"}]},
    {"rebuttal": "not-new", "of": "same-drivers", "undeveloped": "true", "text": "Nobody has seen such drivers."},
    {"claim": "ridership-unknown", "role": "question", "text": "How many would ride is not known.",
     "contradicts": ["people-switch"], "undeveloped": "true"},
]  # fmt: skip

BUSES: list[dict[str, Any]] = [
    {"support": "buses-are-here", "of": "keep-buses", "role": "solvency", "text": "Buses run already.",
     "evidence": [{"source": "herald"}]},
    {"rebuttal": "buses-are-full", "of": "keep-buses", "text": "Buses are full.", "evidence": [{"source": "herald"}]},
]  # fmt: skip


def tram(**changes: Any) -> Debate:
    """The debate, with keys of its header replaced."""
    header: dict[str, Any] = {
        "debate": "city-tram", "title": "Should the city build a tram?", "as_of": "2026-02-28",
        "background": "The council votes in spring.\n\nTwo lines were proposed.",
        "decision": {"maker": "The city council", "deadline": "1 May 2026"},
        "sides": {"pro": "For the tram", "con": "Against the tram"},
        "resolutions": [
            {"claim": "build-tram", "text": "The city should build the tram."},
            {"claim": "keep-buses", "text": "The city should keep its buses.", "side": "con", "status_quo": "true"},
        ],
        "terms": {"tram": "a train in the street"},
        "positions": [
            {"position": "roads", "kind": "advantage", "title": "Room on the roads", "arguments": CASE,
             "summary": "Trams carry more people in less space."},
            {"position": "cost", "kind": "disadvantage", "title": "What it costs", "arguments": COST},
            {"position": "buses", "kind": "counterplan", "arguments": BUSES},
        ],
        "sources": SOURCES,
    }  # fmt: skip
    return Debate.model_validate(header | changes)


def evaluated(**changes: Any) -> Evaluation:
    """The debate with its standing."""
    return evaluate(tram(**changes))


def saying(text: str) -> Evaluation:
    """A debate that says one thing wherever text may stand."""
    risk = {"likelihood": text, "mitigation": text}
    facets = {"actor": text, "bridge": text}
    evidence = [{"source": "s", "at": text, "quote": text, "says": text, "facets": facets},
                {"source": "s", "card": f"Before {text} after.", "highlight": [text, "lost"]}]  # fmt: skip
    arguments = [
        {"support": "pro-claim", "of": "whole", "text": text, "evidence": evidence, "risk": risk,
         "outweighs": [{"over": "con-claim", "because": text}]},
        {"rebuttal": "con-claim", "of": "whole", "text": text, "role": "question"},
        {"rebuttal": "cut", "undercuts": "pro-claim", "text": text},
        {"support": "bare", "of": "pro-claim", "premises": ["whole", "con-claim"]},
    ]  # fmt: skip
    source = {"id": "s", "title": text, "author": [{"family": text, "given": text}], "publisher": text,
              "container-title": text, "custom": {
        "reliability": "B", "credibility": "2", "why": text, "qualifications": text, "interest": text,
    }}  # fmt: skip
    return evaluate(Debate.model_validate({
        "debate": "d", "title": text, "question": text, "background": text, "sides": {"pro": text, "con": text},
        "decision": {"maker": text, "deadline": text}, "resolutions": [{"claim": "whole", "text": text}],
        "terms": {text: text}, "sources": {"s": source}, "parties": {text: [text]},
        "recommendation": {"option": "whole", "because": text},
        "positions": [{"position": "p", "title": text, "summary": text, "arguments": arguments}],
    }))  # fmt: skip


def carded(highlight: bool = True, option: str = "keep-buses", **changes: Any) -> Evaluation:
    """The debate with passages as cut, qualifications and interests, parties, facets and a recommendation."""
    return evaluate(dressed(tram(**changes), highlight, option))


PASSAGE = (
    "We counted cars in ten cities for two years. In each of them, after a line had opened, a fifth fewer cars came "
    "into the centre, and nearly all of the drivers whom we asked said that they had changed to the tram.\n\n"
    "How far this holds for towns without a dense centre, the data do not say."
)

READ = [
    "In each of them",
    "a fifth fewer cars came into the centre",
    "drivers",
    "had changed to the tram. How far this",
]


def dressed(debate: Debate, highlight: bool, option: str) -> Debate:
    """A debate with everything that debaters, judges and deciders ask of the evidence."""
    data = debate.model_dump(by_alias=True, exclude_defaults=True)
    data["recommendation"] = {"option": option, "because": "it costs nothing that the city does not have"}
    data["parties"] = {"Road Users": ["Road Users"], "City": ["City Institute", "City Transport"], "Shops": []}
    doe, later, herald, leaflet = (data["sources"][id] for id in ("doe", "doe-later", "herald", "leaflet"))
    doe["custom"] |= {"qualifications": "Professor of transport for 20 years.", "interest": "The city pays for it"}
    later["custom"] |= {"qualifications": "professor of transport"}
    herald["custom"] |= {"interest": "Sells its papers on buses"}
    leaflet["custom"] = {}
    statements = {x["support" if "support" in x else "rebuttal" if "rebuttal" in x else "claim"]: x
                  for position in data["positions"] for x in position["arguments"]}  # fmt: skip
    data["resolutions"][0]["facets"] = {"place": "this city", "time": "now"}
    frees, later_found = statements["frees-roads"]["evidence"]
    elsewhere = {"place": "ten other cities", "time": "2022", "bridge": "All ten are of its size."}
    frees |= {"card": PASSAGE, "highlight": READ if highlight else [], "facets": elsewhere}
    later_found |= {"facets": elsewhere}
    (cost,), (same,) = statements["dear"]["evidence"], statements["same-drivers"]["evidence"]
    cost |= {"card": "The line, the council heard, will cost more than the city has."}
    same |= {"card": PASSAGE, "highlight": ["a fifth fewer", "nobody changed"], "facets": {"place": "London"}}
    return Debate.model_validate(data)


def selected(ev: Evaluation, kind: str, **chosen: Any) -> Selection:
    """A selection with what a kind of brief cannot do without: the first resolution, or the first argument."""
    by = next(brief.BY for brief in briefs.BRIEFS if kind == brief.NAME)
    if by == "resolution":
        chosen.setdefault("resolution", ev.debate.resolutions[0].id)
    if by == "of":
        steps = (x.id for x in ev.debate.statements.values() if not isinstance(x, Claim))
        chosen.setdefault("of", next(steps, None))
    return Selection(**chosen)


def written(ev: Evaluation, kind: str, format: str = "markdown", style: str | None = None, **chosen: Any) -> str:
    """A brief of any kind."""
    text = briefs.write(ev, kind, format, selected(ev, kind, **chosen), style)
    assert isinstance(text, str)
    return text
