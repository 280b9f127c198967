"""Proof standards, by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import pytest

from argmap.documents.document import document
from argmap.documents.formats import text
from argmap.evaluation.base_scores import Strengths
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.framework import Label, Labelling
from argmap.model import Claim, Debate, Evidence, Position, Rebuttal, Source, Standard, Statement, Support, Weight
from argmap.reports.strength_report import standards_blocks
from argmap.strength.gradual import strengths
from argmap.strength.proof_standards import Verdict, verdict, verdicts
from tests.strategies import random_debate
from tests.strength.test_gradual import restless

ORDER: tuple[Standard, ...] = ("scintilla", "preponderance", "clear-and-convincing", "beyond-reasonable-doubt")


def made(*statements: Statement) -> Debate:
    resolution = Claim(id="act", text="Act.", evidence=(Evidence(source="s"),))
    positions = (Position(id="p", arguments=statements),)
    return Debate(id="d", title="D", resolutions=(resolution,), positions=positions, sources={"s": Source(id="s")})


def step(kind: type[Support] | type[Rebuttal], id: str, value: float, **more: object) -> Statement:
    weight = Weight(value=value, because="given")
    return kind.model_validate({"id": id, "of": "act", "text": id, "weight": weight, **more})


def judge(debate: Debate, id: str = "act") -> list[Verdict]:
    ev = evaluate(debate)
    found = strengths(ev)
    return [verdict(ev, found, id, standard) for standard in ORDER]


@pytest.mark.parametrize(
    ("pros", "cons", "met"),
    [
        ([], [], 0),
        ([0.1], [0.9], 1),
        ([0.4], [0.4], 1),
        ([0.41, 0.2], [0.4, 0.3], 2),
        ([0.9], [0.4], 2),  # 0.9 - 0.4 is not more than 0.5
        ([0.95], [0.4], 3),
        ([0.85], [0.3], 3),  # 0.3 is not below 0.3
        ([0.85], [0.29], 4),
        ([0.6], [], 4),
        ([0.5], [], 2),
    ],
)
def test_each_standard_needs_more_than_the_one_before(pros: list[float], cons: list[float], met: int) -> None:
    for_it = [step(Support, f"s{n}", value) for n, value in enumerate(pros)]
    against = [step(Rebuttal, f"r{n}", value) for n, value in enumerate(cons)]
    found = judge(made(*for_it, *against))
    assert [each.met for each in found] == [n < met for n in range(4)]
    assert all((each.lacks is None) is each.met for each in found)
    assert found[0].pro == max(pros, default=0) and found[0].con == max(cons, default=0)


def test_only_what_counts_is_weighed() -> None:
    beaten = step(Support, "beaten", 0.9)
    answer = Rebuttal(id="answer", of="beaten", text="No.")
    lighter = step(Rebuttal, "lighter", 0.8)
    heavier = step(Support, "heavier", 0.2, outweighs=({"over": "lighter", "because": "So."},))
    found = judge(made(beaten, answer, heavier, lighter))[1]
    assert (found.pro, found.by_pro, found.con, found.by_con, found.met) == (0.2, "heavier", 0.0, None, True)


def test_an_undercutter_takes_its_share_of_the_weight() -> None:
    s, u = step(Support, "s", 0.8), Rebuttal(id="u", undercuts="s", text="U.")
    back = Rebuttal(id="back", of="u", text="Back.", weight=Weight(value=0.0, because="given"))
    found = judge(made(s, u, back))[1]
    assert found.pro == pytest.approx(0.8 * 0.7) and found.by_pro == "s"


def test_evidence_speaks_for_a_statement_but_not_for_a_resolution() -> None:
    x = Claim(id="x", text="X.", evidence=(Evidence(source="s"),))
    assert judge(made(x), "x")[0].by_pro == "x"
    assert judge(made(x))[0].lacks == "nothing counts for it"
    assert judge(made(Claim(id="x", text="X.")), "x")[0].met is False


def test_an_accepted_contradiction_speaks_against() -> None:
    x = Claim(id="x", text="X.", weight=Weight(value=0.9, because="given"), contradicts=("y",))
    y = Claim(id="y", text="Y.", weight=Weight(value=0.4, because="given"))
    beats_x = Rebuttal(id="r", of="x", text="R.", weight=Weight(value=0.0, because="given"))
    ev = evaluate(made(x, y, beats_x))
    found = verdict(ev, strengths(ev), "x", "preponderance")
    assert found.by_con == "y" and 0 < found.con < 0.4


@pytest.mark.parametrize(
    ("pros", "cons", "said"),
    [
        ([0.6], [], "s0"),
        ([0.6], [0.3], "s0, against r0"),
        ([0.3, 0.4], [0.4], "what counts for it, 0.40, is not above what counts against it, 0.40 (s1, against r0)"),
        ([], [0.4], "nothing counts for it (against it r0)"),
        ([], [], "nothing counts for it"),
    ],
)
def test_the_table_names_what_was_compared(pros: list[float], cons: list[float], said: str) -> None:
    for_it = [step(Support, f"s{n}", value) for n, value in enumerate(pros)]
    against = [step(Rebuttal, f"r{n}", value) for n, value in enumerate(cons)]
    assert standards_line(judge(made(*for_it, *against))[1:2]).endswith(f"  {said}")


def standards_line(found: Sequence[Verdict]) -> str:
    return text.write(document("", "", standards_blocks(found))).splitlines()[1]


def unclear(id: str) -> tuple[Statement, Statement]:
    """What leaves a statement undecided: two that contradict each other, of which one contests it."""
    return Rebuttal(id=f"{id}-no", of=id, text="No."), Claim(id=f"{id}-yes", text="Yes.", contradicts=(f"{id}-no",))


OPEN: dict[str, tuple[list[Statement], list[bool | None], str]] = {
    "an open objection is no proof that there is none": (
        [step(Support, "s", 0.9), step(Rebuttal, "r", 0.8), *unclear("r")], [True, True, None, None],
        "met if r (0.74) is answered, which is undecided (s)",
    ),
    "unless it would not matter": (
        [step(Support, "s", 0.9), step(Rebuttal, "r", 0.1), *unclear("r")], [True, True, True, True], "s",
    ),
    "nor would anything help": (
        [step(Support, "s", 0.2), step(Rebuttal, "r", 0.1), *unclear("r")], [True, True, False, False],
        "what counts for it leads by 0.20, and has to lead by more than 0.50 (s)",
    ),
    "an open support may yet be one": (
        [step(Support, "s", 0.9), *unclear("s")], [None, None, None, None],
        "nothing counts for it; may yet be met: s (0.84) speaks for it, which is undecided",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OPEN)
def test_what_turns_on_an_open_argument_is_open(name: str) -> None:
    statements, met, said = OPEN[name]
    found = judge(made(*statements))
    assert [each.met for each in found] == met
    assert said in standards_line(found[-1:])


def test_a_verdict_is_open_just_where_what_is_undecided_would_change_it() -> None:
    """By letting each undecided argument count, or not, in all ways."""
    seen = dict.fromkeys((True, False, None), 0)
    for seed in range(400):
        ev = evaluate(random_debate(seed, 8))
        found = strengths(ev)
        for id in ev.labelling.labels:
            for standard in ORDER:
                each = verdict(ev, found, id, standard)
                ways = {verdict(way, found, id, standard).met for way in settled(ev, id)}
                assert each.met is (None if len(ways) > 1 else ways.pop())
                assert bool(each.open_pro or each.open_con) is (each.met is None)
                seen[each.met] += 1
    assert min(seen.values()) > 20


def settled(ev: Evaluation, id: str) -> Iterator[Evaluation]:
    """The same with what is undecided about a statement settled in every way."""
    arguments = [step.id for step in (*ev.graph.supports(id), *ev.graph.rebuttals(id))]
    rivals = list(ev.graph.contradictions.get(id, ()))
    for labels in product((Label.IN, Label.OUT), repeat=len(arguments) + len(rivals)):
        steps, others = (dict(zip(ids, part, strict=True)) for ids, part in (
            (arguments, labels[: len(arguments)]), (rivals, labels[len(arguments) :]),
        ))  # fmt: skip
        parts = ((ev.labelling.labels, others), (ev.labelling.live, steps), (ev.labelling.counts, steps))
        yield ev.with_labelling(Labelling(*({**part, **_where_undecided(part, new)} for part, new in parts)))


def _where_undecided(part: Mapping[str, Label], new: Mapping[str, Label]) -> dict[str, Label]:
    return {id: label for id, label in new.items() if part[id] is Label.UNDEC}


def test_who_is_asked() -> None:
    x, y = Claim(id="x", text="X.", standard="scintilla"), Claim(id="y", text="Y.")
    ev = evaluate(made(x, y, Support(id="bare", of="act", premises=("x",))))
    found: Strengths = strengths(ev)
    assert [each.statement for each in verdicts(ev, found)] == ["x"]
    asked = {each.statement: each.standard for each in verdicts(ev, found, "preponderance")}
    assert asked == {"act": "preponderance", "x": "scintilla", "y": "preponderance"}


def test_what_turns_on_an_unsettled_strength_is_open() -> None:
    debate = restless()
    more = (Position(id="q", arguments=(Support(id="t", of="act", text="T."),)),)
    ev = evaluate(debate.model_copy(update={"positions": (*debate.positions, *more)}))
    every = ev.with_labelling(
        type(ev.labelling)(ev.labelling.labels, dict.fromkeys(ev.labelling.live, ev.label("t")),
                           dict.fromkeys(ev.labelling.counts, ev.label("t")))
    )  # fmt: skip
    found = verdict(every, strengths(ev, "df-quad"), "act", "scintilla")
    assert found.met is None and found.lacks
    assert "open" in standards_line([found])
