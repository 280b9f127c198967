"""A part that is added where the help says is found, in whatever debate."""

from __future__ import annotations

import random
import re

import pytest

from argmap.evaluation.evaluated import evaluate
from argmap.model import Claim, Debate, Position, Rebuttal, Statement, StepPremise, Support
from argmap.rules import BY_NAME, Options
from tests.rules.dressed import dress, with_positions
from tests.strategies import build

RULES = (
    "disad-no-uniqueness", "disad-no-link", "disad-no-impact", "advantage-no-solvency", "case-no-inherency",
    "counterplan-no-solvency", "counterplan-no-net-benefit", "counterplan-no-text", "kritik-no-alternative",
    "topicality-incomplete",
)  # fmt: skip
NEW = "new-part"
Parts = tuple[list[Statement], dict[str, Statement]]


def followed(debate: Debate, position: str, help: str) -> Debate:
    """The debate with what the help asks for. Fails where it asks for what the format does not allow."""
    added, changed = _below(debate, help) or _beside(debate, help)
    return with_positions(debate, [_with(each, position, added, changed) for each in debate.positions])


def _below(debate: Debate, help: str) -> Parts | None:
    """Supports under a statement, or claims to the premises of a step."""
    roles = re.findall(r"role: ([a-z-]+)", help)
    if found := re.match(r"Under (\S+), add", help):
        place = debate.statements[found[1]]
        assert isinstance(place, Claim) or not place.is_bare, "a bare step has no supports"
        return [Support(id=f"{NEW}-{role}", of=place.id, role=role, text="A part.") for role in roles], {}
    found = re.match(r"To the premises: of (\S+), add (?:(\S+), which no step uses yet, and )?(?:a claim|claims)", help)
    found = found or re.match(r"State it as a claim with .* name it in the premises: of ([^\s;]+?)[;.]", help)
    if help.startswith(("State it as a claim with role: alternative.", "State it as a resolution with side: ")):
        return [Claim(id=NEW, role="alternative" if "alternative" in help else "plan", text="A part.")], {}
    if found is None:
        return None
    step = debate.statements[found[1]]
    assert not isinstance(step, Claim), "a claim has no premises"
    claims = [Claim(id=f"{NEW}-{role}", role=role, text="A part.") for role in roles]
    more = [found[2]] if len(found.groups()) > 1 and found[2] else []
    premises = (*step.premises, *more, *(claim.id for claim in claims))
    return [*claims], {step.id: step.model_copy(update={"premises": premises})}


def _beside(debate: Debate, help: str) -> Parts:
    """Another step to the same target, which may come to need what the first said."""
    found = re.match(
        r"Add an? (support|rebuttal|undercutter) of (\S+)(?: and one of (\S+))? with role: ([a-z-]+)", help
    )
    assert found, help
    made, key = Support if found[1] == "support" else Rebuttal, "undercuts" if found[1] == "undercutter" else "of"
    ends = [end for end in (found[2], found[3]) if end]
    steps = [made(id=f"{NEW}{n}", role=found[4], text="A part.", **{key: end}) for n, end in enumerate(ends, 1)]
    if whole := re.search(r"and write {step: (\S+)} into its premises:", help):
        return [steps[0].model_copy(update={"premises": (StepPremise(step=whole[1]),)}), *steps[1:]], {}
    below = re.search(r"and make (\S+) a claim below its premises:", help)
    if below is None:
        return [*steps], {}
    step = debate.statements[below[1]]
    assert not isinstance(step, Claim)
    fields = {name: getattr(step, name) for name in Claim.model_fields if hasattr(step, name)}
    needing = steps[0].model_copy(update={"premises": (step.id, *step.premises)})
    return [needing, *steps[1:]], {step.id: Claim(**fields)}


def _with(position: Position, to: str, added: list[Statement], changed: dict[str, Statement]) -> Position:
    arguments = [changed.get(statement.id, statement) for statement in position.arguments]
    return position.model_copy(update={"arguments": (*arguments, *(added if position.id == to else ()))})


@pytest.mark.parametrize("start", range(0, 1200, 100))
def test_a_part_that_is_added_as_the_help_says_is_found(start: int) -> None:
    for seed in range(start, start + 100):
        chosen = random.Random(seed)
        debate = dress(build(chosen.choice, 12), chosen.choice)
        ev = evaluate(debate)
        for rule in RULES:
            for finding in BY_NAME[rule].check(ev, Options()):  # type: ignore[attr-defined]
                after = evaluate(followed(debate, str(finding.at[1]), finding.help))
                left = [each.at for each in BY_NAME[rule].check(after, Options())]  # type: ignore[attr-defined]
                assert finding.at not in left, (seed, rule, finding.help)
