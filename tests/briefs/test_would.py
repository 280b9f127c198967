"""Each sentence of the memo that says what would be, or what is enough, holds: the change is made, and the debate
evaluated with it. A sentence of that kind that nobody tries here is a fault as well."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import given, settings

import argmap
from argmap import briefs
from argmap.documents.document import Block, Heading, Item, Items, Line, Paragraph, Ref, Run, Tag
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.framework import Framework, Label, Labelling
from argmap.evaluation.grounded import grounded
from argmap.evaluation.reasons import Order, live_in, tally
from argmap.model import Claim, Debate, Support
from argmap.wording.counts import in_words
from tests.briefs.tram import evaluated
from tests.strategies import debates, random_debate

LABELS = {"stand": Label.IN, "be defeated": Label.OUT, "be undecided": Label.UNDEC}
MADE = {"make it stand": Label.IN, "defeat it": Label.OUT}
MAKE = r"(make it stand|defeat it)"
WOULD = r"It would (?:also )?(stand|be defeated|be undecided) if "


MANY = 30
"""In debates with more statements than this, that no three of them turn an option is tried of each alone only."""


def numbered(words: str) -> int:
    """`seven` as 7, `13` as 13."""
    return int(words) if words.isdigit() else [in_words(n) for n in range(11)].index(words.lower())


class Said:
    """A line of the memo about an option: its words with `<id>` for each statement named, and the lines below it."""

    def __init__(self, ev: Evaluation, option: str, line: Line, items: Sequence[Item] = ()) -> None:
        self.ev, self.option, self.line, self.words, self.ids = ev, option, line, words(line), refs(line)
        self.items, self.below = items, [refs(each.line) for each in items]

    def label(self, framework: Framework) -> Label:
        return grounded(framework).labels[self.option]

    def refuted(self, ids: Iterable[str]) -> Labelling:
        """Settled as not accepted; a bare step undercut."""
        framework = self.ev.framework
        for id in ids:
            if id in framework.statements:
                framework = framework.with_settled(framework.statements.index(id), accepted=False)
            else:
                framework = framework.with_undercutter(framework.steps.index(id))
        return grounded(framework)

    def compared(self, heavier: str, lighter: Iterable[str]) -> Label:
        steps = self.ev.framework.steps
        return self.label(self.ev.framework.with_comparison(steps.index(heavier), [steps.index(x) for x in lighter]))

    def in_play(self, against: bool) -> list[str]:
        found = tally(self.ev, self.option)
        pile = found.rebuttals if against else found.supports
        return [*pile.counting, *pile.undecided]


def words(line: Line) -> str:
    return "".join(
        f"<{part.to}>" if isinstance(part, Ref) else part.text for part in line if isinstance(part, Ref | Run)
    )


def refs(line: Line) -> list[str]:
    return [part.to for part in line if isinstance(part, Ref) and not part.to.startswith("source_")]


def said(ev: Evaluation, kind: str) -> Iterator[Said]:
    """What the memo says of each option: under its heading, and where it is spoken of alone."""
    option = ev.debate.resolutions[0].id  # of which the bottom line speaks, where there is no other
    for block in briefs.compose(ev, kind).blocks:
        if isinstance(block, Heading) and block.anchor in ev.debate.resolution_ids:
            option = block.anchor
        elif isinstance(block, Paragraph):
            named = refs(block.line)
            option = named[0] if re.match(r"“<[\w-]+>” ", words(block.line)) else option
            yield Said(ev, option, block.line)
        yield from _listed(ev, option, [block])


def _listed(ev: Evaluation, option: str, blocks: Iterable[Block | Item]) -> Iterator[Said]:
    for items in (block for block in blocks if isinstance(block, Items)):
        for item in items.items:
            below = [each for block in item.below if isinstance(block, Items) for each in block.items]
            yield Said(ev, option, item.line, below)


def _rests_on_one(s: Said, found: re.Match[str]) -> None:
    assert s.refuted(s.ids).labels[s.option] is not Label.IN


def _enough(s: Said, found: re.Match[str]) -> None:
    pros = tally(s.ev, s.option).supports.counting
    assert set(s.ids) <= set(pros)
    for pro in pros:
        assert s.refuted(x for x in pros if x != pro).labels[s.option] is Label.IN


def _one_refuted(s: Said, found: re.Match[str]) -> None:
    assert s.refuted(s.ids[:1]).labels[s.option] is LABELS[found[1]]
    for lighter in s.ids[1:]:
        assert (s.ids[0], lighter) in {(w.heavier, w.lighter) for w in tally(s.ev, s.option).comparisons}


def _any_refuted(s: Said, found: re.Match[str]) -> None:
    assert s.ids or s.below
    for id in s.ids or [id for ids in s.below for id in ids]:
        assert s.refuted([id]).labels[s.option] is LABELS[found[1]]


def _all_refuted(s: Said, found: re.Match[str]) -> None:
    assert len(s.below) == (2 if found[2] == "both" else numbered(found[2].split()[1]))
    for chosen in product(*s.below):
        assert s.refuted(chosen).labels[s.option] is LABELS[found[1]]


def _held_off(s: Said, found: re.Match[str]) -> None:
    graph, con = s.ev.graph, s.ev.debate.statements[s.ids[0]]
    assert not isinstance(con, Claim)
    said_by = [con.id, *con.premise_ids]
    live = [
        x.id for x in [*(r for id in said_by for r in graph.rebuttals(id)), *graph.undercutters(con.id)]
        if s.ev.labelling.live[x.id] is not Label.OUT
    ]  # fmt: skip
    after = s.refuted(live)
    label = Label.OUT if found[1] == "defeat it" else Label.UNDEC
    assert after.live[con.id] is Label.IN and after.labels[s.option] is label


def _any_con(s: Said, found: re.Match[str]) -> None:
    framework = s.ev.framework
    assert s.label(framework.with_rebuttal(framework.statements.index(s.option))) is not Label.IN


def _outweighed(s: Said, found: re.Match[str]) -> None:
    """`if A outweighed B and C`, or `if any one of these outweighed all four arguments against it that …`."""
    heavier = [id for ids in s.below for id in ids] or s.ids[:1]
    named = s.ids if s.below else s.ids[1:]
    more = re.search(r" and (\w+) more\.", s.words)
    lighter = s.in_play(against=found[1] == "stand") if more or not named else named
    if number := re.search(r"outweighed all (\S+) arguments", s.words):
        assert numbered(number[1]) == len(lighter)
    assert not more or len(lighter) == len(named) + numbered(more[1])
    assert heavier and all(s.compared(id, lighter) is LABELS[found[1]] for id in heavier)


def _moves(s: Said, found: re.Match[str]) -> None:
    """`To make it stand, do one of these:`, and below it what to do: each alone does it, or all together."""
    wanted, together = MADE[found[1]], found[2] not in ("this", "one of these")
    moves = [(said, revived) for each in s.items for said, revived in _ways_to_do(s, each)]
    assert moves
    for chosen in product(*(ways for ways, _ in moves)) if together else [(way,) for ways, _ in moves for way in ways]:
        framework = s.ev.framework
        for change in chosen:
            framework = change(framework)
        assert grounded(framework).labels[s.option] is wanted
    for ways, revived in moves if not together else ():
        labels = [grounded(way(s.ev.framework)).labels for way in ways]
        assert all(s.ev.label(id) is not each[id] is Label.IN for id in revived for each in labels)


Way = Callable[[Framework], Framework]


def _ways_to_do(s: Said, item: Item) -> Iterator[tuple[list[Way], list[str]]]:
    """What an item asks to be done, in every way that it allows; and what it says that this revives."""
    said, _, revived = words(item.line).partition(" (revives ")
    first, *others = [list(re.findall(r"<([\w-]+)>", part)) for part in (said, revived)]
    below = [id for block in item.below if isinstance(block, Items) for each in block.items for id in refs(each.line)]
    if said.startswith("show that "):
        heavier, lighter = (below, first) if below else (first[:1], first[1:])
        if more := re.search(r" and (\w+) more", said):
            step = s.ev.debate.statements[heavier[0]]
            piles = tally(s.ev, step.target)  # type: ignore[union-attr]
            pile = piles.rebuttals if isinstance(step, Support) else piles.supports
            every = [*pile.counting, *pile.undecided]
            assert set(lighter) < set(every) and len(lighter) + numbered(more[1]) <= len(every)
            lighter = every
        yield [partial(_comparing, id, lighter) for id in heavier], others[0]
    elif said.startswith("find evidence"):
        yield [partial(_supporting, first[0])], others[0]
    elif said.startswith("answer "):
        yield _answering(s.ev.framework, first[0], said), others[0]
    else:
        assert re.fullmatch(r"and \w+ other ways", said), said


def _comparing(heavier: str, lighter: list[str], f: Framework) -> Framework:
    return f.with_comparison(f.steps.index(heavier), [f.steps.index(id) for id in lighter])


def _supporting(id: str, f: Framework) -> Framework:
    return f.with_support(f.statements.index(id))


def _answering(framework: Framework, id: str, said: str) -> list[Way]:
    cut: Way = lambda f: f.with_undercutter(f.steps.index(id))  # noqa: E731
    rebut: Way = lambda f: f.with_rebuttal(f.statements.index(id))  # noqa: E731
    ways = [cut] if id in framework.steps and "this is not so" not in said else []
    return ways + ([rebut] if id in framework.statements and "does not count here" not in said else [])


def _settled(s: Said, found: re.Match[str]) -> None:
    """`It would stand if an argument for it, such as A, outweighed B and C.`"""
    _outweighed(s, found)
    against = found[1] == "stand"
    lighter = s.in_play(against) if " more." in s.words else s.ids[1:]
    own = tally(s.ev, s.option)
    able = live_in(s.ev, own.supports if against else own.rebuttals)
    assert len(able) > 1 and all(s.compared(id, lighter) is LABELS[found[1]] for id in able)
    for fewer in combinations(lighter, len(lighter) - 1):
        assert not any(s.compared(id, fewer) is LABELS[found[1]] for id in able)


def _no_few(s: Said, found: re.Match[str]) -> None:
    size = 1 if found[1] == "single" else numbered(found[1])
    for option in s.ids or [s.option]:
        others = [id for id in s.ev.framework.statements if id != option]
        for n in range(1, (size if len(others) < MANY else 1) + 1):
            for ids in combinations(others, n):
                assert s.refuted(ids).labels[option] is s.ev.label(option)


def _no_step(s: Said, found: re.Match[str]) -> None:
    framework, written = s.ev.framework, Order(s.ev.graph.written)
    tried = [framework.with_undercutter(n) for n, _ in enumerate(framework.steps)]
    tried += [framework.with_rebuttal(n) for n, id in enumerate(framework.statements) if id != s.option]
    tried += [framework.with_support(n) for n in range(len(framework.statements))]
    for weighed in filter(s.ev.graph.is_weighed, framework.statements):
        found_ = tally(s.ev, weighed)
        for own, other in ((found_.supports, found_.rebuttals), (found_.rebuttals, found_.supports)):
            for id in live_in(s.ev, own):
                over = written.open_to(id, (*other.counting, *other.undecided))  # none turns a written one round
                tried.append(framework.with_comparison(framework.steps.index(id), map(framework.steps.index, over)))
    assert not any(s.label(each) is MADE[found[1]] for each in tried)


def _by_comparisons(s: Said, found: re.Match[str]) -> None:
    """`Without the two comparisons that the debate's editors have made it would be undecided.`"""
    debate = s.ev.debate.model_dump(by_alias=True, exclude_defaults=True)
    for position in debate["positions"]:
        for statement in position.get("arguments", ()):
            if statement.get("of") == s.option:
                statement.pop("outweighs", None)
    assert evaluate(Debate.model_validate(debate)).label(s.option) is LABELS[found[2]]


def _one_comparison(s: Said, found: re.Match[str]) -> None:
    """`It turns on one comparison that nobody has made: whether A outweighs B.`"""
    [option] = [claim.id for claim in s.ev.debate.resolutions if s.ev.label(claim.id) is Label.UNDEC]
    here, (pro, con) = Said(s.ev, option, ()), s.ids
    assert here.compared(pro, [con]) is Label.IN and here.compared(con, [pro]) is Label.OUT


def _first(s: Said, found: re.Match[str]) -> None:
    """`It turns on what nobody has settled: which comes first, A, B or C.`"""
    [option] = [claim.id for claim in s.ev.debate.resolutions if s.ev.label(claim.id) is Label.UNDEC]
    here, counted = Said(s.ev, option, ()), tally(s.ev, option)
    pros, cons = counted.supports.counting, counted.rebuttals.counting
    assert set(s.ids) <= {*pros, *cons}
    assert here.compared(pros[0], cons) is Label.IN and here.compared(cons[0], pros) is Label.OUT


def _nearest(s: Said, found: re.Match[str]) -> None:
    """`Nearest to an answer is A. Two comparisons in its favour would make it stand and one comparison against it …`"""
    resolutions = [s.ids[0]] if "Nearest" in s.words else sorted(s.ev.debate.resolution_ids)
    for number, verb in re.findall(
        r"(\w+) comparisons? (?:in its favour|against it) would (make it stand|defeat it)", s.words
    ):
        here = Said(s.ev, resolutions[0], ())
        stands = verb == "make it stand"
        lighter = here.in_play(against=stands)
        found_ = tally(s.ev, here.option)
        able = live_in(s.ev, found_.supports if stands else found_.rebuttals)
        size = numbered(number)
        tried = [here.compared(id, each) for id in able for each in combinations(lighter, size)]
        fewer = [here.compared(id, each) for id in able for each in combinations(lighter, size - 1)]
        label = Label.IN if stands else Label.OUT
        assert label in tried and label not in fewer


TRIED: dict[str, Callable[[Said, re.Match[str]], None]] = {
    r"It rests on one consideration alone: “<[\w-]+>”\.": _rests_on_one,
    r"It rests on \w+ considerations, (?:either|any) of which is enough: .+": _enough,
    WOULD + r"“<[\w-]+>” were refuted(?:, which outweighs .+)?\.": _one_refuted,
    WOULD + r"any one of these were refuted:.*": _any_refuted,
    WOULD + r"(both|all \w+) of these were refuted:": _all_refuted,
    r"“<[\w-]+>” would (defeat it|have to be weighed against it) if the (?:\w+ )?answers? to that were .*answered\.": (
        _held_off
    ),
    r"Any consideration against it that is not answered would have to be weighed\.": _any_con,
    WOULD + r"“<[\w-]+>” outweighed .+": _outweighed,
    rf"To {MAKE}, do (this|one of these|both of these|all \w+ of these)(?: \(fewer may do\))?:": _moves,
    WOULD + r"an argument (?:for|against) it, such as “<[\w-]+>”, outweighed .+\.": _settled,
    r"No (\w+) refutations? changes? how .+ stands\.": _no_few,
    rf"No single support, comparison or answer to another statement would {MAKE}(?:, nor would .+)?\.": _no_step,
    r".+ Without the (\w+ )?comparisons? that the debate’s editors have made it would (.+)\.": _by_comparisons,
    r"It turns on one comparison that nobody has made: whether .+": _one_comparison,
    r"It turns on what nobody has settled: which comes first, .+": _first,
    r".*\w+ comparisons? (?:in its favour|against it) would (?:make it stand|defeat it).*": _nearest,
}  # fmt: skip
"""What the memo says would be, or is enough, and how it is tried."""


TELLING = re.compile(r"\bwould\b|\benough\b|^To .+, do |\bNo \w+ refutations?\b|rests on one|turns on")


def try_all(ev: Evaluation, others: bool = False) -> list[str]:
    """Try each such sentence; the patterns of those that were there. With `others` the debate's own texts may have
    such words."""
    met = []
    for each in (*said(ev, "policy"), *said(ev, "policy-short")):
        about_it = not any(isinstance(part, Tag) for part in each.line)  # and is not what a statement itself says
        if about_it and re.search(
            r"\bwould\b|\benough\b|^To .+, do |\bNo \w+ refutations?\b|rests on one|turns on", each.words
        ):
            pattern, found = next(
                ((p, m) for p in TRIED if (m := re.fullmatch(p, each.words))), (None, None)
            )  # fmt: skip
            if others and not pattern:
                continue
            assert pattern and found, f"nobody tries this: {each.words}"
            TRIED[pattern](each, found)
            met.append(pattern)
    return met


@settings(deadline=None)
@given(debates())
def test_what_the_memo_says_would_be_comes_to_be(debate: Debate) -> None:
    try_all(evaluate(debate))


def test_each_such_sentence_is_said_of_some_debate() -> None:
    met = {pattern for seed in range(1500) for pattern in try_all(evaluate(random_debate(seed)))}
    assert met == set(TRIED)


def test_nor_does_a_debate_in_use_say_what_would_not_be() -> None:
    flagship = Path(__file__).parents[2] / "arguments" / "nato-ukraine"
    assert len(try_all(evaluate(argmap.load(flagship)), others=True)) > 20 and try_all(evaluated())


def two_pros(**outweighs: list[str]) -> Debate:
    """An option with two pros and two cons, and what outweighs what."""
    steps = [("support", "a"), ("support", "b"), ("rebuttal", "x"), ("rebuttal", "y")]
    return Debate.model_validate({
        "debate": "d", "title": "T", "resolutions": [{"claim": "do-it", "text": "Do it."}],
        "positions": [{"position": "p", "arguments": [
            {kind: id, "of": "do-it", "text": f"{id} is so.",
             "outweighs": [{"over": over, "because": "So."} for over in outweighs.get(id, [])]}
            for kind, id in steps
        ]}],
    })  # fmt: skip


@pytest.mark.parametrize(("outweighs", "is_enough", "loss"), [
    ({"a": ["x", "y"]}, False, "would be undecided if “[a is so](#a)” were refuted, which outweighs “[x is so](#x)”"),
    ({"a": ["x", "y"], "b": ["x", "y"]}, True, ""),
])  # fmt: skip
def test_a_consideration_that_holds_off_the_other_side_is_not_spared(
    outweighs: dict[str, list[str]], is_enough: bool, loss: str
) -> None:
    changes = briefs.write(evaluate(two_pros(**outweighs)), "policy").partition("## What would change")[2]
    assert ("either of which is enough" in changes) is is_enough
    assert loss in changes and ("would be undecided" in changes.partition("## What decides")[0]) is bool(loss)
