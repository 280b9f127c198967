"""Advice of the rules about structure, and about `ignore:`."""

# ruff: noqa: E501  # an edit is read beside the words that it follows

from __future__ import annotations

from collections.abc import Mapping

from tests.rules.advice.following import Followed

RESOLUTION = "of: send-trainers\n    text:"
CLASH = "  - rebuttal: clash\n    of: send-trainers\n    text: They would be hit.\n    evidence: [{source: audit}]\n"
REPORT = "    text: Brigades trained on the spot are ready months sooner.\n"
CITED = f"{REPORT}    evidence: [{{source: report}}]\n"
IGNORED = "    ignore:\n      - rule: claim-no-evidence"

STRUCTURE: Mapping[str, tuple[Followed, ...]] = {
    "orphan-claim": (
        Followed(
            "Nest it under what it answers to, as a support or rebuttal",
            (("claim: winters-are-long          # <-", "support: winters-are-long\n    of: send-trainers"),),
            "it then counts, and what stands may change.",
            added=frozenset({"one-sided-coverage"}),
        ),
        Followed(
            "name it in the premises: of a step",
            (("arguments:\n", "arguments:\n  - {rebuttal: r, of: send-trainers, premises: [winters-are-long]}\n"
              "  - {support: s, of: send-trainers, text: It ends soon., evidence: [{source: report}]}\n"),),
            "it then counts, and what stands may change.",
            added=frozenset({"one-sided-coverage"}),
        ),
        Followed("give it role: background", (("    text:", "    role: background\n    text:"),)),
        Followed(
            "Add the rebuttal by which it competes: `- rebuttal: example-competes`, `of: send-trainers`, `premises: [send-drones]`",
            (("arguments:\n", "arguments:\n  - rebuttal: example-competes\n    of: send-trainers\n    premises: [send-drones]\n"
              "  - {support: s, of: send-trainers, text: It ends soon., evidence: [{source: report}]}\n"),),
            "it then counts, and what stands may change.",
            example=1,
            added=frozenset({"one-sided-coverage"}),
        ),
    ),
    "circular-support": (
        Followed(
            "Cut one step of the circle, and cite a source for the statement that then has no reason",
            (("  - support: deterred\n    of: attacks-stay-away\n    premises: [presence-deters]\n", ""),
             ("text: Attacks stay away where allied soldiers are.\n",
              "text: Attacks stay away where allied soldiers are.\n    evidence: [{source: report}]\n")),
            "what rested on the circle alone can then stand.",
        ),
    ),
    "outweighs-both-ways": (
        Followed(
            "Keep the comparison that you can defend and remove the other",
            (('    outweighs: [{over: ready-sooner, because: "A clash cannot be undone."}]\n', ""),),
            "what it names as lighter then no longer counts",
        ),
        Followed(
            "remove `over: all` from one",
            (('    outweighs: [{over: all, because: "Else nothing can be decided."}]\n', ""),),
            "Let the one that is settled first name the other",
            example=1,
        ),
        Followed(
            "add {over: no-mandate, because: …} to outweighs: of no-plan-by-the-rules",
            (('debate."}]', 'debate."}, {over: no-mandate, because: It is so.}]'),),
            "which then no longer counts",
            example=1,
        ),
    ),
    "key-without-effect": (
        Followed(
            "Move it to a premise (it-worked)",
            (('    weight: {value: 0.9, because: "The years are on record."}   # <-\n', ""),
             ("    evidence: [{source: report}]\n",
              "    evidence: [{source: report}]\n    weight: {value: 0.9, because: The years are on record.}\n")),
        ),
        Followed("give it-would-work-again a text", (("    weight:", "    text: So it would work.\n    weight:"),)),
        Followed(
            "Mark ready-sooner weigh: true",
            (("ready months sooner.\n", "ready months sooner.\n    weigh: true\n"),),
            "so that its pros and cons are weighed and one rebuttal no longer defeats it",
            example=3,
        ),
        Followed(
            "leave the comparison out and answer the rebuttal",
            (('        outweighs: [{over: nothing-changes, because: "It is measured."}]   # <-\n', ""),
             ("on the way to the front.\n", "on the way to the front.\n        undercutters: [{rebuttal: not-all, text: Not all "
              "of it., evidence: [{source: report}]}]\n")),
            "ready-sooner stands",
            example=3,
        ),
        Followed("Remove short:", (("    short: It worked   # <-\n", ""),), example=1),
        Followed(
            "move it to a resolution",
            (("    short: It worked   # <-\n", ""),
             ("arguments:\n",
              "resolutions:\n  - {claim: send-trainers, short: Send, text: Send trainers.}\narguments:\n")),
            example=1,
        ),
        Followed(
            "Add the other options to resolutions:",
            (("arguments:\n",
              "resolutions:\n  - {claim: send-trainers, text: Send trainers.}\n  - {claim: wait, text: Wait.}\narguments:\n"),),
            example=1,
            added=frozenset(
                {"orphan-claim", "one-sided-coverage", "unanswered-rebuttal", "option-no-cons", "criterion-uneven"}
            ),
        ),
        Followed(
            "remove criteria: and each criterion:",
            (("criteria: [{id: cost, name: Cost}]   # <-\n", ""),),
            example=1,
        ),
        Followed(
            "Add answer:",
            (("    confidence: ", "    answer: {stands: Yes.}\n    confidence: "),),
            example=2,
        ),
        Followed(
            "remove confidence:",
            (('    confidence: {level: low, because: "Nobody has tried it."}   # <-\n', ""),),
            example=2,
        ),
        Followed("Remove core:", (("    core: true                         # <-\n", ""),), example=2),
        Followed(
            "Remove the comparison, and answer no-mandate",
            (('    outweighs: [{over: no-mandate, because: "The front does not wait."}]   # <-\n', ""),
             ("    evidence: [{source: study}]\n", "    evidence: [{source: study}]\n    undercutters: [{rebuttal: not-so, text: "
              "They may., evidence: [{source: report}]}]\n")),
            "which then no longer stops anything",
            example=4,
        ),
    ),
    "side-mismatch": (
        Followed("Remove side:", (("    side: pro                        # <-\n", ""),)),
        Followed("write side: con", (("side: pro ", "side: con "),)),
        Followed(
            "If pro is right, correct what direct-clash answers to, or whether it is a support or a rebuttal",
            (("rebuttal: direct-clash", "support: direct-clash"),),
            "that changes what stands",
        ),
    ),
    "double-edged": (
        Followed(
            "If one way is a slip, remove or correct that step",
            (("  - rebuttal: provokes\n    of: send-trainers\n    premises: [russia-watches]\n", ""),),
            "which may change how send-trainers stands",
            added=frozenset({"one-sided-coverage"}),
        ),
        Followed("if both are meant", (("    text:", "    ignore: [{rule: double-edged, reason: So it is.}]\n    text:"),)),
    ),
    "claim-no-evidence": (
        Followed("Cite a source under evidence:", ((REPORT, CITED),)),
        Followed(
            "give its reasons under supports:",
            ((REPORT, f"{REPORT}    supports: [{{support: s, text: So it was., evidence: [{{source: report}}]}}]\n"),),
        ),
        Followed(
            "mark it undeveloped: true", ((REPORT, f"{REPORT}    undeveloped: true\n"),), "(it then no longer stands)"
        ),
    ),
    "duplicate-claim": (
        Followed(
            "Keep ready-sooner with the evidence of both, and make sooner-ready a step: premises: [ready-sooner] in place "
            "of text:",
            (("evidence: [{source: report}]", "evidence: [{source: report}, {source: study}]"),
             ("text: The brigades, trained on the spot, are ready months sooner   # <-\n    evidence: [{source: study}]",
              "premises: [ready-sooner]")),
        ),
        Followed(
            "Keep red-lines with the evidence of both, and make lines-crossed a step: premises: [red-lines] in place of "
            "text:",
            (("evidence: [{source: report}]", "evidence: [{source: report}, {source: study}]"),
             ("text: Red lines that Moscow announced in earlier years were crossed without the answer it had threatened.   "
              "# <-\n    evidence: [{source: study}]", "premises: [red-lines]")),
            example=1,
        ),
    ),
    "compound-claim": (
        Followed(
            "Make two statements of it, each with evidence of its own, so that each can be answered.",
            ((", and the alliance would learn from them.", "."),
             ("arguments:\n", "arguments:\n  - {support: learns, of: send-trainers, text: The alliance would learn., "
              "evidence: [{source: study}]}\n")),
        ),
    ),
    "unanswered-rebuttal": (
        Followed(
            "Answer it with a rebuttal",
            (("not deterred attacks.\n", "not deterred attacks.\n        rebuttals: [{rebuttal: r, text: They have., "
              "evidence: [{source: report}]}]\n"),),
            "what it alone takes down counts again",
        ),
        Followed(
            "undercut its step",
            (("not deterred attacks.\n", "not deterred attacks.\n        undercutters: [{rebuttal: r, text: Not there., "
              "evidence: [{source: report}]}]\n"),),
            "what it alone takes down counts again",
        ),
        Followed("concede it", (("        text:", "        ignore: [{rule: unanswered-rebuttal, reason: Yes.}]\n        text:"),)),
    ),
    "one-sided-coverage": (
        Followed(
            "Write the best answer of the other side, fairly enough that they would sign it.",
            (("arguments:\n", f"arguments:\n{CLASH}"),),
            "What it answers then no longer stands, until you reply or weigh.",
        ),
    ),
    "critical-question-open": (
        Followed(
            "Answer at least 2 with question: KEY, by a support",
            (("    evidence:", "    supports:\n      - {support: a, question: able, text: It can., evidence: [{source: s}]}\n"
              "      - {support: w, question: willing, text: It does., evidence: [{source: s}]}\n    evidence:"),),
        ),
        Followed(
            "by a rebuttal or undercutter, after which it no longer counts.",
            (("    evidence:", "    rebuttals:\n      - {rebuttal: a, question: able, text: It cannot., evidence: [{source: s}]}\n"
              "      - {rebuttal: w, question: willing, text: It will not., evidence: [{source: s}]}\n    evidence:"),),
            "after which it no longer counts",
        ),
        Followed(
            "able: Are those who threaten able to do what they say? All: argmap questions moscow-threatens",
            (("    evidence:", "    supports:\n      - {support: a, question: able, text: It can., evidence: [{source: s}]}\n"
              "      - {support: y, question: yielding, text: It invites more., evidence: [{source: s}]}\n    evidence:"),),
        ),
    ),
    "suppression-without-reason": (
        Followed("Say why the finding is accepted: reason: …",
                 (("claim-no-evidence      # <-", "claim-no-evidence\n        reason: Both agree."),)),
    ),
    "suppression-expired": (
        Followed(
            "Mend what it covered and remove it",
            ((f"{IGNORED}\n        reason: A study is announced for the summer.\n        until: 2020-08               # <-\n",
              "    evidence: [{source: report}]\n"),),
        ),
        Followed("look again and set a new until:", (("until: 2020-08 ", "until: 2999-08 "),)),
    ),
    "suppression-unused": (
        Followed("Remove it.", ((f"{IGNORED}      # <-\n        reason: Both sides agree on it.\n", ""),)),
    ),
    "suppression-unknown-rule": (
        Followed("Write rule: claim-no-evidence; all rules: argmap rule", (("claim-without-evidence ", "claim-no-evidence "),)),
    ),
}  # fmt: skip
