"""The well-founded model of a debate, straight from the definition and as slow as that is.

Nothing here is shared with argmap's own engine. Facts are pairs such as ("live", "a"). `consequences(debate,
assumed)` is the least set of facts closed under the rules of evaluation where "not F" is read as "F is not in
`assumed`" (the reduct of Gelfond and Lifschitz). The well-founded model is the alternating fixpoint (Van Gelder
1993): what is true is the least fixpoint of applying that twice; what is not even a consequence of the truths is
false.
"""

from __future__ import annotations

from itertools import combinations

from argmap.model import Claim, Debate, Rebuttal, Statement, Support

Fact = tuple[str, str]
Facts = frozenset[Fact]


def well_founded(debate: Debate) -> tuple[Facts, Facts]:
    """What is true, and what is possible (true or undecided)."""
    true: Facts = frozenset()
    while True:
        possible = consequences(debate, true)
        more = consequences(debate, possible)
        if more == true:
            return true, possible
        true = more


def partial_stable_models(debate: Debate) -> list[tuple[Facts, Facts]]:
    """Every (true, possible) that is its own alternation (Przymusinski 1990): by trying all sets of facts."""
    found, facts = [], sorted(consequences(debate, frozenset()))
    for size in range(len(facts) + 1):
        for chosen in combinations(facts, size):
            true = frozenset(chosen)
            possible = consequences(debate, true)
            if true <= possible and consequences(debate, possible) == true:
                found.append((true, possible))
    return found


def consequences(debate: Debate, assumed: Facts) -> Facts:
    """The least facts closed under the rules, with negations judged by what is assumed."""
    facts: set[Fact] = set()
    while True:
        new = {fact for s in debate.statements.values() for fact in _derive(debate, s, facts, assumed)} - facts
        if not new:
            return frozenset(facts)
        facts |= new


def _derive(debate: Debate, s: Statement, facts: set[Fact], assumed: Facts) -> list[Fact]:
    new: list[Fact] = []
    if not isinstance(s, Claim):
        if _is_live(debate, s, facts, assumed):
            new.append(("live", s.id))
        weighed = s.of is not None and _is_weighed(debate, s.of)  # nobody weighs an undercutter
        outweighers = [t.id for t in _steps(debate) if weighed and _is_weighed(debate, t.target) and _outweighs(t, s)]
        if ("live", s.id) in facts and not any(("live", t) in assumed for t in outweighers):
            new.append(("counts", s.id))
    if s.text is not None:
        new += _judge(debate, s, facts, assumed)
    return new


def _is_live(debate: Debate, s: Support | Rebuttal, facts: set[Fact], assumed: Facts) -> bool:
    own = s.text is None or ("accepted", s.id) in facts
    wanted = [("accepted", p) if isinstance(p, str) else ("live", p.step) for p in s.premises]
    premises = all(fact in facts for fact in wanted)
    undercut = any(("live", u.id) in assumed for u in _steps(debate) if isinstance(u, Rebuttal) and u.undercuts == s.id)
    return own and premises and not undercut


def _outweighs(t: Support | Rebuttal, s: Support | Rebuttal) -> bool:
    """Whether t says that it outweighs s; what comes first (`over: all`) is weighed only with what does so, too."""
    t_first, s_first = (any(comparison.over == "all" for comparison in each.outweighs) for each in (t, s))
    said = any(comparison.over == s.id for comparison in t.outweighs)
    if t_first == s_first:
        return said
    rivals = t.of is not None and t.of == s.of and isinstance(t, Support) != isinstance(s, Support)
    return t_first and (said or rivals)


def _is_weighed(debate: Debate, id: str) -> bool:
    return id in debate.resolution_ids or debate.statements[id].weigh


def _judge(debate: Debate, x: Statement, facts: set[Fact], assumed: Facts) -> list[Fact]:
    resolution, weighed = x.id in debate.resolution_ids, _is_weighed(debate, x.id)
    sup = [s for s in _steps(debate) if isinstance(s, Support) and s.of == x.id]
    att = [s for s in _steps(debate) if isinstance(s, Rebuttal) and s.of == x.id]
    rivals = {y.id for y in debate.statements.values() if x.id in y.contradicts} | set(x.contradicts)
    ground = any(("counts" if weighed else "live", s.id) in facts for s in sup)
    if not resolution:
        ground = ground or bool(x.evidence) or (not sup and not x.undeveloped)
    if not weighed:
        beaten = any(("live", r.id) in assumed for r in att) or any(("accepted", y) in assumed for y in rivals)
        return [("accepted", x.id)] if ground and not beaten else []
    new = [("accepted", x.id)] if ground and ("rejected", x.id) not in assumed else []
    against = any(("counts", r.id) in facts for r in att) or any(("accepted", y) in facts for y in rivals)
    return [*new, ("rejected", x.id)] if against and ("accepted", x.id) not in assumed else new


def _steps(debate: Debate) -> list[Support | Rebuttal]:
    return [s for s in debate.statements.values() if not isinstance(s, Claim)]
