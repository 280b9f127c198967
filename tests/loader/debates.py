"""Small debates as texts, for the tests of the loader."""

from argmap.loader import Loaded, read

DEBATE = """\
debate: example
title: Should trainers be sent?
resolutions:
  - claim: send-trainers
    text: Trainers should be sent.
"""
SOURCES = "references:\n  - id: article\n    title: Trainers and troops\n"


def load(arguments: str = "", **files: str | bytes) -> Loaded:
    """A debate with a position whose arguments are given; `debate`, `sources` and `position` replace whole files."""
    texts: dict[str, str | bytes] = {
        "debate.yaml": files.get("debate", DEBATE),
        "sources.yaml": files.get("sources", SOURCES),
        "positions/p.yaml": files.get("position", f"position: p\narguments:\n{arguments}" if arguments else EMPTY),
    }
    return read(texts)


EMPTY = "position: p\narguments: []\n"


def said(loaded: Loaded) -> list[str]:
    """Each fault as `rule line:column-end_column`."""
    return [f"{d.rule} {d.span.line}:{d.span.column}-{d.span.end_column}" for d in loaded.diagnostics]
