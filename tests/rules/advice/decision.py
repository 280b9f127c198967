"""Advice of the rules about decisions."""

# ruff: noqa: E501  # an edit is read beside the words that it follows

from __future__ import annotations

from collections.abc import Mapping

from tests.rules.advice.following import Followed

RISK = "risk: {severity: catastrophic, likelihood: unlikely"

DECISION: Mapping[str, tuple[Followed, ...]] = {
    "impact-calculus-incomplete": (
        Followed(
            "Add timeframe: and reversibility: under risk:, as a judgement if you have nothing better.",
            ((RISK, f"{RISK}, timeframe: weeks, reversibility: irreversible"),),
        ),
        Followed(
            "Add likelihood:, severity:, timeframe: and reversibility: under risk:, as a judgement if you have nothing "
            "better.",
            (("risk: {", f"{RISK}, timeframe: weeks, reversibility: irreversible, "),),
            example=1,
        ),
    ),
    "impact-uncompared": (
        Followed(
            "Write outweighs: [{over: ID, because: …}] at the one that weighs more.",
            (("    role: impact\n    text: Soldiers",
              "    role: impact\n    outweighs: [{over: ready-sooner, because: It is final.}]\n    text: Soldiers"),),
            "The other then no longer counts, which can decide send-trainers.",
        ),
    ),
    "option-no-cons": (
        Followed(
            "Say who loses by it, what it costs or what would make it fail, as a rebuttal of it",
            (("arguments:\n", "arguments:\n  - rebuttal: costs\n    of: train-abroad\n    text: It takes months.\n"
              "    evidence: [{source: audit}]\n"),),
            "it is then undecided until the two are weighed.",
        ),
    ),
    "no-status-quo-option": (
        Followed(
            "Mark the one that keeps things as they are status_quo: true",
            (("  - claim: send-troops\n", "  - claim: send-troops\n    status_quo: true\n"),),
        ),
        Followed(
            "if none does, add what goes on if nothing is decided as a resolution with status_quo: true, and its pros and "
            "cons.",
            (("resolutions:\n", "resolutions:\n  - {claim: wait, status_quo: true, text: Nothing should be sent.}\n"),
             ("arguments:\n", "arguments:\n  - {support: e, of: wait, text: It is safe., evidence: [{source: report}]}\n"
              "  - {rebuttal: f, of: wait, text: It is late., evidence: [{source: study}]}\n")),
        ),
    ),
    "recommendation-unsupported": (
        Followed(
            "Write down what tips the scale, such as outweighs,",
            (("{support: a, of: send-trainers,",
              "{support: a, of: send-trainers, outweighs: [{over: b, because: It can be paid later.}],"),),
            "so that send-trainers stands: argmap explain send-trainers",
        ),
        Followed("Recommend train-abroad instead", (("{option: send-trainers", "{option: train-abroad"),), example=1),
        Followed(
            "write down the arguments",
            (("arguments:\n", "arguments:\n  - {support: g, of: send-trainers, text: It is cheap., evidence: [{source: report}], "
              "outweighs: [{over: b, because: Cheap is not dear.}]}\n"),),
            "so that send-trainers stands: argmap explain send-trainers",
            example=1,
        ),
    ),
    "answer-stale": (
        Followed(
            "Write the answer for that, `undecided: …`",
            (('country."}', 'country.", undecided: It is too early to say.}'),),
        ),
        Followed(
            "look into why it is so: argmap explain send-trainers",
            (("{support: a,", "{support: a, outweighs: [{over: b, because: It saves lives.}],"),),
            "why it is so",
        ),
    ),
    "core-concludes-otherwise": (
        Followed(
            "Mark direct-clash core: true, and send-trainers is undecided there too.",
            (("    text: Soldiers", "    core: true\n    text: Soldiers"),),
        ),
        Followed(
            "Mark the answers that make the difference core: true: argmap explain send-trainers",
            (("        text: There are", "        core: true\n        text: There are"),
             ("        text: A few", "        core: true\n        text: A few")),
            example=1,
        ),
    ),
    "criterion-uneven": (
        Followed(
            "Say how train-abroad does by it, in a support or rebuttal with criterion: cost",
            (("{support: c, of: train-abroad,", "{support: c, of: train-abroad, criterion: cost,"),),
        ),
        Followed(
            "remove the criterion", (("criteria: [{id: cost, name: Cost}]   # <-\n", ""), (" criterion: cost,", ""))
        ),
        Followed(
            "Say how each option does by it, in a support or rebuttal with criterion: safety",
            (("{support: a, of: send-trainers,", "{support: a, of: send-trainers, criterion: safety,"),
             ("{support: c, of: train-abroad,", "{support: c, of: train-abroad, criterion: safety,")),
            example=1,
        ),
    ),
    "loaded-language": (
        Followed(
            "Write the claim without it, and show that it is so.",
            (("Obviously brigades", "Brigades"),),
        ),
        Followed(
            "Write who is meant, by name or office.", (("The Kremlin's henchmen", "The Russian intelligence services"),)
        ),
        Followed(
            "Write civilians killed, or damage to what belongs to civilians.",
            (("bring collateral damage", "kill civilians"),),
            example=1,
        ),
    ),
    "excluded-options-stand": (
        Followed(
            "Say why one is better: a rebuttal of keep-out with premises: [send-trainers]",
            (("arguments:\n", "arguments:\n  - {rebuttal: better, of: keep-out, premises: [send-trainers]}\n"),),
            "which then has to be weighed",
        ),
        Followed("where both can be done, remove excludes:.", (("    excludes: [keep-out]             # <-\n", ""),)),
    ),
}  # fmt: skip
