"""Premises that are written in their place, and steps that are needed."""

from __future__ import annotations

import pytest

from argmap.loader import Loaded, read
from argmap.model import Claim, StepPremise, Support

DEBATE = "debate: d\ntitle: D\nresolutions: [{claim: plan, text: Do it.}]\n"


def load(arguments: str) -> Loaded:
    return read({"debate.yaml": DEBATE, "positions/p.yaml": f"position: p\narguments:\n{arguments}"})


def said(arguments: str) -> list[str]:
    return [f"{each.rule} {each.span.line}:{each.span.column}" for each in load(arguments).diagnostics]


NESTED = """\
  - support: case
    of: plan
    text: It ends the harm.
    premises:
      - known
      - claim: harm
        role: harms
        text: There is harm.
        rebuttals: [{rebuttal: no-harm, text: There is none.}]
      - {step: other}
  - {claim: known, text: Known.}
  - {support: other, of: plan, text: Another reason.}
"""


def test_a_premise_is_a_statement_by_id_one_in_its_place_or_a_step() -> None:
    loaded = load(NESTED)
    assert loaded.ok and loaded.debate
    case = loaded.debate.statements["case"]
    assert isinstance(case, Support)
    assert case.premises == ("known", "harm", StepPremise(step="other"))
    assert (case.needed, case.needed_steps) == (("known", "harm"), ("other",))
    assert list(loaded.debate.statements) == ["plan", "case", "harm", "no-harm", "known", "other"]
    assert isinstance(loaded.debate.statements["harm"], Claim)


def test_nested_and_flat_are_one_debate() -> None:
    flat = NESTED.replace(
        """      - claim: harm
        role: harms
        text: There is harm.
        rebuttals: [{rebuttal: no-harm, text: There is none.}]
""",
        "      - harm\n",
    ).replace(
        "  - {claim: known",
        "  - {claim: harm, role: harms, text: There is harm.}\n"
        "  - {rebuttal: no-harm, of: harm, text: There is none.}\n  - {claim: known",
    )
    assert load(flat).debate == load(NESTED).debate


def test_premises_nest_to_any_depth() -> None:
    depth = 300
    text = "  - {support: s0, of: plan, text: S., premises: ["
    text += "".join(
        f"{{claim: c{n}, text: C., supports: [{{support: s{n + 1}, text: S., premises: [" for n in range(depth)
    )
    text += "{claim: last, text: Last.}" + "]}]}" * depth + "]}\n"
    loaded = load(text)
    assert loaded.ok and loaded.debate and len(loaded.debate.statements) == 2 * depth + 3


STEP = "  - {support: s, of: plan, text: S., premises: "


@pytest.mark.parametrize(
    ("arguments", "faults"),
    [
        (STEP + "[{claim: c, text: C.}]}\n", []),
        (STEP + "[{step: nobody}]}\n", ["unknown-target 3:56"]),
        (STEP + "[{step: s}]}\n", ["self-reference 3:56"]),
        (STEP + "[{step: plan}]}\n", ["premise-without-step 3:49"]),
        (STEP + "[{step: }]}\n", ["missing-key 3:50"]),
        (STEP + "[{step: plan, text: x}]}\n", ["unknown-key 3:62"]),
        (STEP + "[{text: C.}]}\n", ["missing-type 3:50"]),
        (STEP + "[{support: c, text: C.}]}\n", ["wrong-nesting 3:50"]),
        (STEP + "[{claim: C d, text: C.}]}\n", ["bad-id 3:57"]),
        (STEP + "[{claim: c}]}\n", ["missing-key 3:57"]),
        (STEP + "[{claim: plan, text: C.}]}\n", ["duplicate-id 3:57"]),
        (STEP + "[{claim: c, text: C., of: plan}]}\n", ["claim-with-target 3:70"]),
        ("  - {claim: s, text: S., premises: [{claim: c, text: C.}]}\n", ["unknown-key 3:26"]),
        (STEP + "{claim: c, text: C.}}\n", ["wrong-type 3:48"]),
        (STEP + "[[c]]}\n", ["wrong-type 3:49"]),
    ],
)
def test_what_is_wrong_is_said_once_and_where_it_stands(arguments: str, faults: list[str]) -> None:
    assert said(arguments) == faults


def test_a_list_among_premises_is_told_what_a_premise_may_be() -> None:
    (fault,) = load(f"{STEP}[[known, other]]}}\n").diagnostics
    assert fault.message == "a premise is a statement or a step"
    assert (fault.help or "").startswith("Take the inner brackets away")
