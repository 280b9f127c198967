"""A row of `test_advice`: what people write, and what the advice about it makes of it."""

from __future__ import annotations

from typing import NamedTuple

DEBATE = """\
debate: example
title: Should trainers be sent?
sides: {aff: Affirmative, neg: Negative}
values: {peace: Peace, security: Security}
resolutions:
  - claim: plan
    text: Trainers should be sent.
"""
SOURCES = """\
references:
  - {id: article, title: Trainers and troops}
  - {id: smith-2020, title: A trial, author: [{family: Smith, given: Jo}], issued: 2020, URL: "https://example.org/t"}
"""
EMPTY = "position: p\narguments: []\n"

WHERE = {
    "claim": ("positions/p.yaml", "position: p\narguments:\n  - claim: one\n    text: They help.\n    ¤\n"
              "  - {claim: two, text: Two.}\n  - {claim: three, text: Three.}\n"),
    "support": ("positions/p.yaml", "position: p\narguments:\n  - support: one\n    of: plan\n    text: They help.\n"
                "    ¤\n  - {rebuttal: other, of: plan, text: They do not.}\n"),
    "statement": ("positions/p.yaml", "position: p\narguments:\n  ¤\n  - {claim: last, text: The last.}\n"),
    "evidence": ("positions/p.yaml", "position: p\narguments:\n  - claim: one\n    text: They help.\n    evidence:\n"
                 "      - source: article\n        ¤\n"),
    "position": ("positions/p.yaml", "¤\n"),
    "debate": ("debate.yaml", DEBATE + "¤\n"),
    "debate.yaml": ("debate.yaml", "¤\n"),
    "source": ("sources.yaml", SOURCES + "  - id: third\n    ¤\n"),
    "sources.yaml": ("sources.yaml", "¤\n"),
    "argmap.lock": ("argmap.lock", "¤\n"),
    "positions/q.yaml": ("positions/q.yaml", "¤\n"),
    "debate.yaml or none": ("debate.yaml", "¤"),
    "positions/q.yml or none": ("positions/q.yml", "¤"),
    "positions/con.yaml or none": ("positions/con.yaml", "¤"),
    "positions/P.yaml or none": ("positions/P.yaml", "¤"),
    "Latin-1": ("positions/p.yaml", "¤\n"),
}  # fmt: skip
"""A file with a gap, into which the text of a row goes."""


class Row(NamedTuple):
    """A text with a mistake in its place, and the text without."""

    where: str
    wrong: str
    right: str
    by_hand: bool = False
    """Whether the advice takes thought."""
    faults: int | None = 1
    """The mistakes in it; None where that is another test's business."""
    sources: str = ""
    """What comes to sources.yaml by the advice."""

    def files(self, text: str) -> dict[str, str]:
        """The whole debate with a text in its place."""
        file, whole = WHERE[self.where]
        every = {"debate.yaml": DEBATE, "sources.yaml": SOURCES, "positions/p.yaml": EMPTY}
        every[file] = whole.replace("¤", text)
        if "or none" in self.where and not text:
            del every[file]
        return every

    def mended(self) -> dict[str, str]:
        """The debate once the advice was followed."""
        files = self.files(self.right)
        return {**files, "sources.yaml": files["sources.yaml"] + self.sources}

    def given(self) -> dict[str, str | bytes]:
        """The debate with the mistake, as it is read."""
        files = self.files(self.wrong)
        if self.where != "Latin-1":
            return {**files}
        return {**files, "positions/p.yaml": files["positions/p.yaml"].encode("latin-1")}


def rows(
    where: str, *pairs: tuple[str, str], by_hand: bool = False, faults: int | None = 1, sources: str = ""
) -> list[Row]:
    """Rows about one place, for pairs of a wrong text and the right one."""
    return [Row(where, wrong, right, by_hand, faults, sources) for wrong, right in pairs]
