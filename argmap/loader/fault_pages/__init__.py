"""Every fault that the loader reports, with its manual page."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.loader.fault_pages.file_faults import FILES
from argmap.loader.fault_pages.lock_faults import LOCKS
from argmap.loader.fault_pages.reference_faults import REFERENCES
from argmap.loader.fault_pages.shape_faults import SHAPE
from argmap.loader.fault_pages.statement_faults import STATEMENTS
from argmap.loader.fault_pages.yaml_faults import YAML_TEXT
from argmap.loader.faults import Example, Fault

FAULTS: tuple[Fault, ...] = (*FILES, *YAML_TEXT, *SHAPE, *STATEMENTS, *REFERENCES, *LOCKS)
"""In the order in which a reader meets them: the file, its YAML, its keys, a statement, what it refers to, the lock."""

_BESIDE: dict[str, str | bytes] = {
    "debate.yaml": (
        "debate: example\ntitle: Should trainers be sent?\nresolutions:\n"
        "  - claim: send-trainers\n    text: Trainers should be sent.\n"
    ),
    "sources.yaml": "references:\n  - id: article\n    title: Trainers and troops\n",
}


def example(fault: Fault, given: Example) -> dict[str, str | bytes]:
    """The files of a debate in which one of a fault's two examples stands where it belongs."""
    files = {**_BESIDE, **(given if isinstance(given, Mapping) else {fault.file: given})}
    return {file: text for file, text in files.items() if text is not None}
