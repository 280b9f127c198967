"""Advice of the rules about sources, quotes and what the lock remembers."""

# ruff: noqa: E501  # an edit is read beside the words that it follows

from __future__ import annotations

from collections.abc import Mapping

from tests.rules.advice.following import Followed

AUTHOR = "    author: [{family: Doe}]\n"
NEWER = (
    "  - {id: new, type: report, title: B, publisher: P, issued: 2026-03, URL: 'https://example.org/b'}\narguments:\n"
)

SOURCES: Mapping[str, tuple[Followed, ...]] = {
    "source-unused": (
        Followed(
            "Cite it where it belongs",
            (("arguments: []", "arguments:\n  - {claim: s, role: background, text: It was so., evidence: [{source: doe-2024}]}"),),
        ),
        Followed(
            "remove it",
            (("  - id: doe-2024                     # <-\n    type: report\n    title: On training\n"
              f"{AUTHOR}    issued: 2024-05-08\n    URL: https://example.org/training\n", "  []\n"),),
        ),
    ),
    "source-incomplete": (
        Followed("Add it", ((AUTHOR, f"{AUTHOR}    URL: https://example.org/training\n"),)),
        Followed(
            "say why it cannot be known",
            ((AUTHOR, f"{AUTHOR}    custom: {{ignore: [{{rule: source-incomplete, reason: It is lost.}}]}}\n"),),
        ),
    ),
    "source-undated": (
        Followed("Add issued:", ((AUTHOR, f"{AUTHOR}    issued: 2024\n"),)),
        Followed("the day that it describes: custom: {as_of: …}", ((AUTHOR, f"{AUTHOR}    custom: {{as_of: 2024}}\n"),)),
        Followed(
            "say why neither is known",
            ((AUTHOR, f"{AUTHOR}    custom: {{ignore: [{{rule: source-undated, reason: It shows none.}}]}}\n"),),
        ),
    ),
    "single-source-chain": (
        Followed(
            "Find a second source that does not draw on the first",
            (('{source: report, at: "p. 9"}', '{source: study, at: "p. 9"}'),),
        ),
        Followed(
            "say why one is enough",
            (("    supports:", "    ignore: [{rule: single-source-chain, reason: It is a census.}]\n    supports:"),),
        ),
    ),
    "evidence-stale": (
        Followed("Cite something newer", (("arguments:\n", NEWER), ("    evidence:\n", "    evidence:\n      - source: new\n"))),
        Followed(
            "give the day that last confirmed it: custom: {as_of: …} at the source",
            (("{role: poll}", "{role: poll, as_of: 2026-01}"),),
        ),
    ),
    "quote-too-long": (
        Followed(
            "Quote the words that matter, and say the rest in your own under says:.",
            (("quote: it is our view that on the whole these brigades were ready some months sooner   # <-",
              "quote: ready some months sooner\n        says: That is their view on the whole."),),
        ),
    ),
    "quote-not-in-source": (
        Followed(
            "Quote what is there, and say the rest in your own words under says:.",
            (("quote: these brigades were ready", "quote: these brigades were not ready"),),
        ),
        Followed(
            "snapshots/report.txt:1 has: these brigades were {+not+} ready some months sooner\n"
            "[-…-] is only in the quote, {+…+} only in the source.",
            (("quote: these brigades were ready", "quote: these brigades were not ready"),),
        ),
    ),
    "quote-changed-since-verified": (
        Followed("Put the words back", (("quote: these brigades were ready", "quote: these brigades were not ready"),)),
        Followed(
            "look for these: argmap verify --text report=PATH",
            (("lock:\n", "snapshots:\n  report: We found that these brigades were ready some months sooner.\nlock:\n"),),
        ),
    ),
    "quote-unverified": (
        Followed(
            "Save its text as snapshots/study.txt (.html, .md, .pdf) and run argmap verify",
            (("lock:\n", "snapshots:\n  study: We found that no brigade was ready in time.\nlock:\n"),),
        ),
        Followed(
            "argmap verify --text study=PATH",
            (("lock:\n", "snapshots:\n  study: We found that no brigade was ready in time.\nlock:\n"),),
        ),
    ),
    "suspect-link": (
        Followed(
            "Read both again. Where the step still holds: argmap accept ready-sooner",
            (("link ready-sooner 7da28a17b5fe5ebc", "link ready-sooner 9f9cf2da29df33f3"),),
        ),
    ),
    "likelihood-nonstandard": (
        Followed(
            "Write one of: almost no chance, very unlikely, unlikely, roughly even chance, likely, very likely, almost "
            "certain.",
            (("likelihood: probable ", "likelihood: likely "),),
        ),
    ),
    "unportable-name": (
        Followed(
            "Rename the position: argmap rename con NEW --kind position",
            (("position: con ", "position: conventional "),),
            added=frozenset({"one-sided-coverage"}),  # it was there before, by the old name
        ),
        Followed(
            "Rename the position: argmap rename overview NEW --kind position",
            (("position: overview ", "position: summary "),),
            example=1,
            added=frozenset({"one-sided-coverage"}),
        ),
    ),
}  # fmt: skip
