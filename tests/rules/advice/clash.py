"""Advice of the rules about turns, defence, and what a side says against itself."""

# ruff: noqa: E501  # an edit is read beside the words that it follows

from __future__ import annotations

from collections.abc import Mapping

from tests.rules.advice.following import Followed

UNITE = """\
        rebuttals:
          - rebuttal: trainers-unite
            turn: link
            text: A shared mission would bring the allies together.
            evidence: [{source: history}]
"""
EUROPE = """\
    rebuttals:
      - rebuttal: europe-on-its-own
        turn: impact                 # <-
        text: A Europe that stands on its own would be safer.
        evidence: [{source: essay}]
"""
STRONGER = """\
    rebuttals:
      - rebuttal: quarrels-strengthen
        turn: internal-link          # <-
        text: Allies who quarrel spend more, each for itself.
        evidence: [{source: budget}]
"""
TODAY = "        text: The allies have kept together so far.\n        evidence: [{source: survey}]\n"
NOT_UNIQUE = "[{rebuttal: at-odds, role: uniqueness, text: They are at odds today., evidence: [{source: speech}]}]\n"
GROWING = "        text: The budgets for defence are growing.\n"
MINDS = """\
        rebuttals:
          - rebuttal: nobody-minds
            text: No government has said that trainers would trouble it.
            evidence: [{source: speech}]
"""
PASS = """\
    undercutters:
      - rebuttal: quarrels-pass
        role: impact
        text: Quarrels in the alliance have passed without harm so far.
        evidence: [{source: book}]
"""
THERE = """\
      - rebuttal: they-are-there-already # <-
        role: uniqueness
        text: Advisers of several states have been there for years.
        evidence: [{source: paper}]
        contradicts: [nobody-is-there]
"""
ALREADY = """\
    rebuttals:
      - rebuttal: they-are-there-already   # <-
        role: uniqueness
        text: Advisers of several states have been there for years.
        evidence: [{source: paper}]
        rebuttals:
          - rebuttal: advisers-are-no-soldiers
            text: Advisers at embassies are not soldiers.
            contradicts: [they-are-there-already]
            evidence: [{source: law}]
"""
PROVOKED = "    text: Moscow would be provoked by trainers.\n"
LONG = """\
  - support: war-will-be-long
    of: send-trainers
    text: The war will last for years yet.
    evidence: [{source: report}]
"""
RECKLESS = """\
    ignore: [{rule: double-edged, reason: "An example of just that."}]
    rebuttals:
      - rebuttal: moscow-is-reckless # <-
        text: Moscow takes risks that others avoid.
        evidence: [{source: history}]
"""
RESTRAINT = """\
  - rebuttal: restraint-would-end
    of: send-trainers
    premises: [moscow-is-deterred]
    text: A restraint that works so far would end with soldiers on the spot.
    evidence: [{source: essay}]
"""
DOUBLE_EDGED = '    ignore: [{rule: double-edged, reason: "An example of just that."}]\n'
AT_ODDS = """\
        rebuttals:
          - rebuttal: at-odds-already
            role: uniqueness         # <-
"""
SAID = """\
            text: The allies have been at odds over money since the spring.
            evidence: [{source: speech}]
"""
AGAIN = "unless something else takes it down."

CLASH: Mapping[str, tuple[Followed, ...]] = {
    "double-turn": (
        Followed("Drop trainers-unite", ((UNITE, ""),), f"what it contests then stands again, {AGAIN}",
                 added=frozenset({"turn-without-offence"})),
        Followed("europe-on-its-own", ((EUROPE, ""),), f"what it contests then stands again, {AGAIN}",
                 added=frozenset({"turn-without-offence"})),
        Followed("quarrels-strengthen", ((STRONGER, ""),), f"what it contests then stands again, {AGAIN}", example=1,
                 added=frozenset({"turn-without-offence"})),
    ),
    "link-turn-no-nonunique": (
        Followed(
            "Contest united-today, with role: uniqueness",
            ((TODAY, f"{TODAY}        rebuttals: {NOT_UNIQUE}"),),
            "after which it no longer counts",
        ),
        Followed("remove turn:, if you mean only 'no link'", (("            turn: link               # <-\n", ""),)),
        Followed(
            "Contest budgets-are-growing, with role: uniqueness",
            ((GROWING, f"{GROWING}        rebuttals: {NOT_UNIQUE}"),),
            "after which it no longer counts",
            example=1,
        ),
    ),
    "turn-with-own-defence": (
        Followed("To win on the turn, drop that defence", ((MINDS, ""),), "what it alone takes down counts again"),
        Followed("To win on the turn, drop that defence", ((PASS, ""),), example=1),
        Followed(
            "to keep both, knowing this",
            (("      - rebuttal: europe-on-its-own\n", "      - rebuttal: europe-on-its-own\n        ignore: [{rule: "
              "turn-with-own-defence, reason: Even if.}]\n"),),
        ),
    ),
    "nonunique-against-inherency": (
        Followed(
            "Say in they-are-there-already how what is done already differs from the plan, and remove contradicts:",
            (("Advisers of several states have been there for years.", "Advisers at embassies have been there for years."),
             ("        contradicts: [nobody-is-there]\n", "")),
            "what it alone contradicts or answers then counts again.",
        ),
        Followed(
            "drop it",
            ((f"    undercutters:\n{THERE}", ""),),
            "what it alone contradicts or answers then counts again.",
        ),
        Followed(
            "Rest it-has-been-already on other reasons than what denies mandates-forbid-it",
            (("      - rebuttal: it-has-been-already\n        premises: [advisers-are-there]\n",
              "      - rebuttal: it-has-been-already\n        text: Moscow has called itself provoked for years.\n"
              "        evidence: [{source: history}]\n"),
             ('    ignore: [{rule: double-edged, reason: "It is used twice."}]\n', "")),
            example=1,
        ),
        Followed(
            "drop it",
            (("    undercutters:\n      - rebuttal: it-has-been-already\n        premises: [advisers-are-there]\n"
              "        role: uniqueness             # <-\n", ""),
             ('    ignore: [{rule: double-edged, reason: "It is used twice."}]\n', "")),
            "what it alone answers counts again.",
            example=1,
        ),
        Followed(
            "Drop they-are-there-already",
            ((ALREADY, ""),),
            f"nobody-is-there then stands again, {AGAIN}",
            example=2,
        ),
        Followed(
            "let it undercut the argument that is not unique, for reasons other than the plan's",
            ((ALREADY, ""), (PROVOKED, f"{PROVOKED}    under{ALREADY.strip().replace('rebuttals', 'cutters', 1)}\n")),
            f"nobody-is-there then stands again, {AGAIN}",
            example=2,
        ),
    ),
    "own-side-contradiction": (
        Followed("Drop one of the two", ((LONG, ""), ("    contradicts: [war-will-be-long]  # <-\n", "")),
                 f"What is left then stands, {AGAIN}"),
        Followed(
            "narrow them until both can be so and remove contradicts:.",
            (("for years yet", "until the spring"), ("    contradicts: [war-will-be-long]  # <-\n", "")),
            f"What is left then stands, {AGAIN}",
        ),
        Followed(
            "Drop moscow-is-reckless",
            ((RECKLESS, DOUBLE_EDGED),),
            "moscow-is-deterred stands again, unless something else takes it down",
            example=1,
        ),
        Followed(
            "drop restraint-would-end",
            ((RESTRAINT, ""), (DOUBLE_EDGED, "")),
            example=1,
            added=frozenset({"one-sided-coverage"}),
        ),
        Followed(
            "build it on something of its own",
            (("    premises: [moscow-is-deterred]\n", ""), (DOUBLE_EDGED, "")),
            "it counts if that stands.",
            example=1,
        ),
    ),
    "defence-only-block": (
        Followed(
            "Put a turn in place of the defence about one part",
            (("            undercutters:\n              - rebuttal: said-for-home\n                text: They said so before "
              "elections at home.\n",
              "            rebuttals:\n              - rebuttal: said-for-home\n                turn: link\n                text: "
              "They would unite them.\n"),),
            "what it contests no longer stands",
            added=frozenset({"turn-without-offence", "link-turn-no-nonunique"}),
        ),
        Followed(
            "say on an argument of that side why it outweighs alliance-splits",
            (("arguments:\n", "arguments:\n  - {support: u, of: send-trainers, text: It saves towns., evidence: [{source: "
              "audit}], outweighs: [{over: alliance-splits, because: Quarrels pass.}]}\n"),),
            "which then no longer counts: outweighs: [{over: alliance-splits, because: …}]",
        ),
    ),
    "relation-type-mismatch": (
        Followed(
            "Let it undercut the step of alliance-splits (granted, but it does not count)",
            ((AT_ODDS + SAID, "    under" + (AT_ODDS + SAID).replace("\n    ", "\n").replace("rebuttals", "cutters", 1).lstrip()),),
            "trainers-divide then stands again.",
        ),
        Followed(
            "let it contest the uniqueness",
            ((AT_ODDS, "      - claim: united\n        role: uniqueness\n        text: They are united.\n"
              f"        evidence: [{{source: audit}}]\n{AT_ODDS}"),),
            "trainers-divide then stands again.",
        ),
        Followed(
            "If it is a part of the same argument, make it a support",
            ((AT_ODDS, AT_ODDS.replace("rebuttals", "supports").replace("rebuttal:", "support:")),),
            "trainers-divide then stands again.",
            added=frozenset({"one-sided-coverage"}),
        ),
        Followed(
            "Let it contest the impact",
            ((EUROPE.replace("    ", "        ", 1).replace("\n  ", "\n      ").replace("impact                 #", "impact             #"), EUROPE),),
            "which is then answered, not trainers-divide",
            example=2,
        ),
        Followed("correct its turn:", (("turn: impact ", "turn: link "),), example=2),
        Followed("the role: of trainers-divide.", (("        role: link\n", "        role: impact\n"),), example=2),
        Followed(
            "Write it as a rebuttal, under undercutters: of abroad-is-enough or of the step by which the counterplan "
            "competes",
            (("    supports:\n      - support: do-both", "    undercutters:\n      - rebuttal: do-both"),),
            "which then no longer counts.",
            example=3,
        ),
        Followed("Write kind: advantage", (("kind: disadvantage ", "kind: advantage "),), example=1),
        Followed(
            "let its statements contest the resolution",
            (("support: alliance-unites", "rebuttal: alliance-unites"),),
            "which changes how that stands.",
            example=1,
            added=frozenset({"one-sided-coverage"}),
        ),
    ),
    "turn-without-offence": (
        Followed(
            "Write a support of send-trainers from smaller-is-faster, united-so-far and some-would-leave: `- support: ID`, "
            "`of: send-trainers`, `premises: [smaller-is-faster, united-so-far, some-would-leave]`",
            (("            evidence: [{source: history}]\n", "            evidence: [{source: history}]\n  - {support: faster, of: "
              "send-trainers, premises: [smaller-is-faster, united-so-far, some-would-leave]}\n"),),
            "which then counts for it.",
        ),
    ),
}  # fmt: skip
