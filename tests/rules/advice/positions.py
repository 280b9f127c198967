"""Advice of the rules about the parts of positions."""

# ruff: noqa: E501  # an edit is read beside the words that it follows

from __future__ import annotations

from collections.abc import Mapping

from tests.rules.advice.following import Followed


def adding(says: str, place: str, role: str, example: int = 0, depth: int = 4) -> Followed:
    """A claim with a role, or several, to the premises of the statement whose text is given."""
    roles = role.split()
    listed = ", ".join(
        f"{{claim: new-{each}, role: {each}, text: It is {each}., evidence: [{{source: atlas}}]}}" for each in roles
    )
    indent = " " * depth
    return Followed(says, ((f"text: {place}\n", f"text: {place}\n{indent}premises: [{listed}]\n"),), example=example)


def needing(says: str, named: str, role: str, example: int = 0) -> Followed:
    """The same behind the premises that are named in brackets."""
    new = f"{{claim: new, role: {role}, text: It is so., evidence: [{{source: atlas}}]}}"
    return Followed(says, ((f"premises: [{named}]", f"premises: [{named}, {new}]"),), example=example)


def beside(says: str, place: str, role: str, example: int = 0) -> Followed:
    """The same as the first of the premises that are there."""
    new = f"      - {{claim: new, role: {role}, text: It is so., evidence: [{{source: atlas}}]}}\n"
    return Followed(says, ((place, f"{place}{new}"),), example=example)


PREMISES = "    premises:\n"
PLAN = "  - {claim: text, role: plan, text: Courses abroad should be doubled.}\n"
OTHER = (
    "resolutions:\n  - {claim: send-trainers, text: Trainers should be sent.}\n"
    "  - {claim: abroad, side: con, text: Courses abroad should be doubled.}\n"
)


def part(id: str, role: str, text: str, source: str, step: str = "") -> str:
    """A part as the step that it was, or as a claim among premises."""
    lead = (f"  - {step}: {id}", "    of: send-trainers") if step else (f"      - claim: {id}",)
    lines = (f"role: {role}", f"text: {text}", f"evidence: [{{source: {source}}}]")
    return "\n".join([*lead, *(f"{'    ' if step else '        '}{line}" for line in lines), ""])


_READ = ("read-as-provocation", "link", "Moscow would take allied trainers for a provocation.", "study")
_QUARREL = ("allies-would-quarrel", "internal-link", "The allies would quarrel over who sends whom.", "report")
_LONGER = ("courses-get-longer", "link", "Trainers on the spot let Ukraine lengthen its courses.", "study")
READ, READ_CLAIM = part(*_READ, "rebuttal"), part(*_READ)
QUARREL, QUARREL_CLAIM = part(*_QUARREL, "rebuttal"), part(*_QUARREL)
LONGER, LONGER_CLAIM = part(*_LONGER, "support"), part(*_LONGER)
KEPT_APART = part(
    "kept-apart-so-far", "uniqueness", "The two alliances have kept their soldiers apart so far.", "survey"
)
HARM = part("harm", "impact", "Many would die.", "atlas", "rebuttal")
MILLIONS = "    text: A war between nuclear powers would kill millions.\n    evidence: [{source: report}]\n"
TARGETS = """\
  - rebuttal: helpers-are-targets-too
    of: quiet-areas
    premises: [soldiers-are-targets]
"""
BENEFIT = "with role: net-benefit that says what the plan cannot gain or avoid"
AVOIDED = "for a disadvantage that the counterplan avoids, premises: [{step: DISADVANTAGE}] in place of text:."
PERM = "        evidence: [{source: audit}]\n"
KEPT = (
    "        undercutters: [{rebuttal: kept, text: Whoever does both keeps the danger., evidence: [{source: study}]}]\n"
)

POSITIONS: Mapping[str, tuple[Followed, ...]] = {
    "disad-no-uniqueness": (
        beside(
            "To the premises: of direct-clash, add a claim with role: uniqueness that says why it will not come as things stand.",
            PREMISES, "uniqueness",
        ),
        needing(
            "To the premises: of budget-would-break, add a claim with role: uniqueness that says why it will not come as "
            "things stand.", "missions-are-dear, deficits-hurt", "uniqueness", 1,
        ),
    ),
    "disad-no-link": (
        beside(
            "To the premises: of direct-clash, add a claim with role: link that says what about the plan sets it off.",
            PREMISES, "link",
        ),
        beside(
            "To the premises: of stocks-run-out, add a claim with role: link that says what about the plan sets it off.",
            PREMISES, "link", 1,
        ),
    ),
    "disad-no-impact": (
        Followed(
            "Add a rebuttal of send-trainers with role: impact that says what harm comes of read-as-provocation, and make "
            "read-as-provocation a claim below its premises:, with its own premises beside it.",
            ((READ + PREMISES, f"{HARM}{PREMISES}{READ_CLAIM}"),),
        ),
        Followed(
            "Add a rebuttal of send-trainers with role: impact that says what harm comes of allies-would-quarrel, and make "
            "allies-would-quarrel a claim below its premises:, with its own premises beside it.",
            ((QUARREL + PREMISES, f"{HARM}{PREMISES}{QUARREL_CLAIM}"),),
            example=1,
        ),
    ),
    "internal-link-gap": (
        Followed(
            "Make read-as-provocation a claim below the premises: of nuclear-war, with its own premises beside it",
            ((READ + PREMISES + KEPT_APART, ""), (MILLIONS, f"{MILLIONS}{PREMISES}{READ_CLAIM}{KEPT_APART}")),
        ),
        Followed(
            "add a claim with role: internal-link there where the way is long",
            ((READ + PREMISES + KEPT_APART, ""),
             (MILLIONS, f"{MILLIONS}{PREMISES}{READ_CLAIM}      - {{claim: way, role: internal-link, text: It would answer., "
              f"evidence: [{{source: atlas}}]}}\n{KEPT_APART}")),
        ),
        Followed(
            "add a step with both in its premises:, which then counts as well.",
            (("arguments:\n", "arguments:\n  - {rebuttal: both, of: send-trainers, premises: [read-as-provocation, "
              "nuclear-war]}\n"),),
        ),
        Followed(
            "Make courses-get-longer a claim below the premises: of lines-hold",
            ((LONGER, ""), ("      - claim: months-to-learn\n", f"{LONGER_CLAIM}      - claim: months-to-learn\n")),
            example=1,
        ),
    ),
    "advantage-no-solvency": (
        beside(
            "To the premises: of brigades-break, add a claim with role: solvency that says how, and how far, the plan works.",
            PREMISES, "solvency",
        ),
        beside(
            "To the premises: of attacks-cease, add a claim with role: solvency that says how, and how far, the plan works.",
            PREMISES, "solvency", 1,
        ),
    ),
    "case-no-inherency": (
        beside(
            "To the premises: of trainers-lengthen-courses, add a claim with role: inherency that says who must act, and what "
            "keeps them from it today.",
            PREMISES, "inherency",
        ),
        needing(
            "To the premises: of money-is-missing, add a claim with role: inherency that says who must act, and "
            "what keeps them from it today.", "the-plan", "inherency", 1,
        ),
    ),
    "topicality-incomplete": (
        Followed(
            "To the premises: of advisers-are-not-sent, add claims with role: standards (why this reading is the better one) and "
            "role: voters (why it decides the round).",
            ((PREMISES, f"{PREMISES}      - {{claim: fair, role: standards, text: It keeps the topic small.}}\n"
              "      - {claim: decides, role: voters, text: Fairness decides.}\n"),),
        ),
        Followed(
            "To the premises: of one-member-is-not-nato, add a claim with role: voters (why it decides the round).",
            ((PREMISES, f"{PREMISES}      - {{claim: decides, role: voters, text: Fairness decides.}}\n"),), example=1,
        ),
    ),
    "counterplan-no-text": (
        Followed(
            "State it as a claim with role: plan, and name it in the premises: of spares-the-danger",
            (("arguments:\n", f"arguments:\n{PLAN}"), (PREMISES, f"{PREMISES}      - text\n")),
        ),
        Followed(
            "State it as a claim with role: plan, and name it in the premises: of haste-divides",
            (("arguments:\n", f"arguments:\n{PLAN}"), ("    role: net-benefit\n", "    role: net-benefit\n    premises: [text]\n")),
            example=1,
        ),
        Followed(
            "as a resolution with side: con, and let a step of this position support it.",
            (("position:", f"{OTHER}position:"),
             ("arguments:\n", "arguments:\n  - {support: instead, of: abroad, premises: [spares-the-danger]}\n")),
            added=frozenset({"option-no-cons"}),
        ),
    ),
    "counterplan-no-solvency": (
        adding(
            "To the premises: of spares-the-danger, add a claim with role: solvency that says how much of the case the counterplan "
            "solves.",
            "Courses abroad put no teacher within reach of missiles.", "solvency",
        ),
        needing(
            "To the premises: of haste-divides, add a claim with role: solvency that says how much of the case the "
            "counterplan solves.", "ask-all-allies", "solvency", 1,
        ),
    ),
    "counterplan-no-net-benefit": (
        Followed(
            f"Add a support of train-abroad {BENEFIT}",
            (("arguments:\n", "arguments:\n  - {support: safe, of: train-abroad, role: net-benefit, text: It is safe., "
              "evidence: [{source: atlas}]}\n"),),
            added=frozenset({"parts-as-alternatives"}),
        ),
        Followed(
            f"Add a rebuttal of send-trainers {BENEFIT}",
            (("arguments:\n", "arguments:\n  - {rebuttal: unity, of: send-trainers, role: net-benefit, text: It keeps unity., "
              "evidence: [{source: atlas}]}\n"),),
            example=1,
        ),
        Followed(
            AVOIDED,
            (("arguments:\n", "arguments:\n  - {rebuttal: quarrel, of: send-trainers, text: They quarrel., evidence: [{source: atlas}]}\n"
              "  - {rebuttal: unity, of: send-trainers, role: net-benefit, premises: [{step: quarrel}]}\n"),),
            example=1,
        ),
        Followed(
            "Write {step: haste-divides} in place of quarrels-weaken",
            (("quarrels-weaken]   # <-", "{step: haste-divides}]"),), example=2,
        ),
    ),
    "counterplan-links-to-net-benefit": (
        Followed(
            "Answer helpers-are-targets-too",
            ((TARGETS, f"{TARGETS}    undercutters: [{{rebuttal: no, text: They carry no arms., evidence: [{{source: atlas}}]}}]\n"),),
            "which then no longer counts",
        ),
        Followed(
            "rest spares-the-danger on what the two do not share",
            (("    premises: [soldiers-are-targets]\n    role: net-benefit                # <-\n",
              "    text: Helpers cost less.\n    evidence: [{source: atlas}]\n    role: net-benefit\n"),
             ('    ignore: [{rule: double-edged, reason: "It is held against both."}]\n', "")),
            added=frozenset({"parts-as-alternatives"}),
        ),
    ),
    "perm-unanswered": (
        Followed("Answer why both cannot be done", ((PERM, PERM + KEPT),), "what it alone takes down counts again"),
        Followed(
            "why both together still have the cost that the net benefit avoids",
            ((PERM, PERM + KEPT),), "what it alone takes down counts again",
        ),
        Followed(
            "Answer why both cannot be done",
            (("    evidence: [{source: audit}]\n", "    evidence: [{source: audit}]\n" + KEPT.replace("        under", "    under")),),
            "it no longer counts against train-abroad", example=1,
        ),
        Followed(
            "concede it",
            (("        role: permutation\n", "        role: permutation\n        ignore: [{rule: perm-unanswered, reason: Yes.}]\n"),),
        ),
    ),
    "kritik-no-alternative": (
        Followed(
            "State it as a claim with role: alternative, and name it in the premises: of fear-breeds-war.",
            (("arguments:\n", "arguments:\n  - {claim: instead, role: alternative, text: Talk before you arm.}\n"),
             (PREMISES, f"{PREMISES}      - instead\n")),
        ),
        Followed(
            "State it as a claim with role: alternative, and name it in the premises: of experts-speak-for-others.",
            (("arguments:\n", "arguments:\n  - {claim: instead, role: alternative, text: Ask those who live there.}\n"),
             (PREMISES, f"{PREMISES}      - instead\n")),
            example=1,
        ),
    ),
    "parts-as-alternatives": (
        Followed(
            "Make kept-apart-so-far and read-as-provocation claims below premises: of direct-clash, which then needs every "
            "one of them.",
            (("    supports:\n      - support: kept-apart-so-far", "    premises:\n      - claim: kept-apart-so-far"),
             ("      - support: read-as-provocation", "      - claim: read-as-provocation")),
        ),
        Followed(
            "Make drones-work and drones-are-safer claims below premises: of drones, which then needs every one of them.",
            (("  - support: drones                  # <-\n", "  - support: drones\n    premises: [drones-work, drones-are-safer]\n"),
             ("  - support: drones-work\n    of: drones\n", "  - claim: drones-work\n"),
             ("  - support: drones-are-safer\n    of: drones\n", "  - claim: drones-are-safer\n")),
            example=1,
        ),
        Followed(
            "Make the parts claims, and add a rebuttal of send-trainers (`- rebuttal: example-disadvantage`, "
            "`of: send-trainers`) that lists them all below premises:.",
            (("arguments:\n", "arguments:\n  - rebuttal: example-disadvantage\n    of: send-trainers\n"
              "    premises: [kept-apart-so-far, read-as-provocation, direct-clash]\n"),
             ("  - rebuttal: kept-apart-so-far\n    of: send-trainers                # <-\n", "  - claim: kept-apart-so-far\n"),
             ("  - rebuttal: read-as-provocation\n    of: send-trainers\n", "  - claim: read-as-provocation\n"),
             ("  - rebuttal: direct-clash\n    of: send-trainers\n", "  - claim: direct-clash\n")),
            example=2,
        ),
    ),
}  # fmt: skip
