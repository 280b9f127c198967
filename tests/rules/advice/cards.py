"""Advice of the rules about evidence."""

# ruff: noqa: E501  # an edit is read beside the words that it follows

from __future__ import annotations

from collections.abc import Mapping

from tests.rules.advice.following import Followed

CARD = "        card: Brigades taught at home were ready months sooner than others.\n"
OTHERS = "    publisher: Institute for Examples\n"
NEWER = (
    "references:\n  - {id: seen, type: report, title: B, publisher: P, issued: 2026-03, URL: 'https://example.org/b'}\n"
)
ANSWER = "        text: Brigades take as long at home as abroad.\n"

CARDS: Mapping[str, tuple[Followed, ...]] = {
    "card-cite-incomplete": (
        Followed(
            "Add it",
            ((OTHERS, f"{OTHERS}    author: [{{literal: Institute for Examples}}]\n    accessed: 2025-11-02\n"),),
        ),
        Followed("Add it", ((CARD, f"{CARD}        at: p. 3\n"),), example=1),
        Followed(
            "say why it cannot be known",
            (("    evidence:\n", "    ignore: [{rule: card-cite-incomplete, reason: It shows none.}]\n    evidence:\n"),),
        ),
    ),
    "card-no-qualifications": (
        Followed(
            "Write the post, field or experience that qualifies the author: custom: {qualifications: …}",
            ((OTHERS, f"{OTHERS}    custom: {{qualifications: Taught brigades for years}}\n"),),
        ),
    ),
    "card-ellipsis": (
        Followed(
            "Cut whole sentences with nothing left out, and name what is read aloud under highlight:.",
            (("card: Brigades taught at home were ready ... sooner than others.   # <-",
              "card: Brigades taught at home were ready months sooner than others.\n"
              "        highlight: [Brigades taught at home were ready, sooner]"),),
        ),
        Followed(
            "Quote one stretch without a gap.",
            (("quote: brigades taught at home […] were ready sooner", "quote: brigades taught at home"),),
            example=1,
        ),
        Followed(
            "write card: in place of quote:. Cut whole sentences with nothing left out, and name what is read aloud under "
            "highlight:.",
            (("quote: brigades taught at home […] were ready sooner   # <-",
              "card: The brigades taught at home by us were ready sooner.\n"
              "        highlight: [brigades taught at home, were ready sooner]"),),
            example=1,
        ),
    ),
    "highlight-not-in-card": (
        Followed("Copy the words from the card.", (("quote: Brigades are ready sooner", "quote: ready months sooner"),)),
        Followed("Copy the words from the card, in its order.", (("- are ready     # <-", "- were ready"),)),
        Followed(
            "Copy the passage: card: …",
            (('highlight: ["Brigades taught at home"]',
              'card: Brigades taught at home came.\n        highlight: ["Brigades taught at home"]'),),
        ),
    ),
    "highlight-drops-negation": (
        Followed(
            "Highlight that as well",
            (("          - Small forces          # <-", "          - Small forces do not"),),
        ),
        Followed(
            "cut another card.",
            (("card: Small forces do not by themselves deter a determined attacker.",
              "card: Small forces do deter a determined attacker."),),
        ),
    ),
    "tag-overclaims": (
        Followed("Say in the text what the evidence says", (("text: Trainers will deter", "text: Trainers might deter"),)),
        Followed(
            "cite evidence that is as sure.",
            (("    evidence:\n", "    evidence:\n      - source: audit\n        says: Found that they deterred all attacks.\n"),),
        ),
    ),
    "evidence-predates-event": (
        Followed(
            "Cite somebody who has seen it",
            (("references:\n", NEWER), ("    evidence:\n", "    evidence:\n      - source: seen\n")),
        ),
        Followed("correct the year", (("In 2026 ", "In 2023 "),)),
        Followed(
            "say in the text that it was foreseen.",
            (("trained on the spot were ready", "trained on the spot were foreseen to be ready"),),
        ),
    ),
    "plan-evidence-mismatch": (
        Followed("Find evidence about the plan itself", (("place: Poland ", "place: western Ukraine "),)),
        Followed(
            "say why it holds there too: facets: {…, bridge: …}",
            (("          place: Poland ", "          bridge: The courses are the same.\n          place: Poland "),),
        ),
    ),
    "interest-undeclared": (
        Followed(
            "Write what it stands to win or lose here, or that it has no interest: custom: {interest: …}",
            (("    publisher: Example Arms Ltd\n",
              "    publisher: Example Arms Ltd\n    custom: {interest: It sells what trainers use}\n"),),
        ),
    ),
    "analytic-only-answer": (
        Followed("Cite a source for it", ((ANSWER, f"{ANSWER}        evidence: [{{source: audit}}]\n"),)),
        Followed(
            "give it a support that cites one.",
            ((ANSWER, f"{ANSWER}        supports: [{{support: a, text: It was counted., evidence: [{{source: audit}}]}}]\n"),),
        ),
    ),
    "fact-on-testimony": (
        Followed(
            "Say whose word it is: scheme: position-to-know",
            (("    of: send-trainers\n", "    of: send-trainers\n    scheme: position-to-know\n"),),
            added=frozenset({"critical-question-open"}),
        ),
        Followed(
            "or cite a source for the fact itself",
            (("    evidence: [{source: interview,", "    evidence: [{source: study}, {source: interview,"),),
        ),
    ),
}  # fmt: skip
