"""The texts of sources from the disk, and the quotes of a debate looked for in them."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

from argmap.cli.debates.checked_debates import Chosen, as_checked, load_or_stop
from argmap.cli.debates.file_changes import change, working_in
from argmap.cli.input_fault import InputFault
from argmap.cli.printing.report import Checked
from argmap.cli.quote_checking.extraction import reading
from argmap.evidence.lock import FILE, Lock
from argmap.evidence.snapshots import Unreadable, snapshot
from argmap.evidence.verification import (
    ENDINGS,
    Place,
    QuoteStanding,
    Snapshot,
    Verification,
    quotes,
    recorded,
    standings,
    verify,
)
from argmap.files import read_snapshots
from argmap.loader import Loaded, fault
from argmap.model.diagnostics import Diagnostic
from argmap.model.values import file_stem, source_id
from argmap.system.transactions import FileChange
from argmap.wording.counts import counted
from argmap.wording.sentences import capital

RULES = ("quote-not-in-source", "quote-changed-since-verified", "quote-unverified")
"""What `argmap verify` reports."""


@dataclass(frozen=True)
class Verified:
    """One debate after its quotes were looked for."""

    loaded: Loaded
    checked: Checked
    verification: Verification
    lock: Lock

    @property
    def totals(self) -> dict[str, int]:
        """How many of the quotes were found now, or before, or not, and have changed since or were never looked for."""
        words = [record["outcome"] for record in self.records()]
        return {outcome: words.count(outcome) for outcome in ("found", "verified", "missing", "changed", "unverified")}

    def records(self) -> list[dict[str, Any]]:
        """Each quote, for programs: what became of it, and where it stands in the text."""
        assert self.loaded.debate is not None  # load_or_stop has seen to it
        standing = standings(self.loaded.debate, self.lock)
        return [
            {
                "statement": quote.place.statement,
                "evidence": quote.place.evidence,
                "key": quote.place.key,
                "source": quote.source,
                **self._outcome(quote.place, standing[quote.place]),
            }
            for quote in quotes(self.loaded.debate)
        ]

    def _outcome(self, place: Place, standing: QuoteStanding) -> dict[str, Any]:
        if place in self.verification.found:
            text, found = self.verification.found[place]
            return {"outcome": "found", "snapshot": text.name, "start": found.start, "end": found.end}
        if place in self.verification.missing:
            return {"outcome": "missing", "snapshot": self.verification.missing[place].snapshot.name}
        names = {
            QuoteStanding.VERIFIED: "verified",
            QuoteStanding.CHANGED: "changed",
            QuoteStanding.UNVERIFIED: "unverified",
        }
        return {"outcome": names[standing]}


def verify_folder(folder: Path, given: Mapping[str, Snapshot], chosen: Chosen, today: datetime.date) -> Verified:
    """Look for the quotes of a debate in its snapshots, and in the texts given in their place. Stops as
    `load_or_stop`; raises a usage error where a package is missing."""
    from argmap.evaluation.evaluated import evaluate

    loaded = load_or_stop(folder)
    assert loaded.debate is not None
    texts, faults = _snapshots(folder, loaded.debate.sources)
    verification = verify(loaded.debate, {**texts, **given})
    lock = recorded(loaded.lock, loaded.debate, verification)
    evaluation = replace(evaluate(loaded.debate), lock=lock, verification=verification)
    found = chosen.said_of(evaluation, loaded, today)
    checked = as_checked(loaded, folder, [*loaded.diagnostics, *faults, *found])._replace(ran=chosen.rules)
    return Verified(loaded, checked, verification, lock)


def _snapshots(folder: Path, sources: Collection[str]) -> tuple[dict[str, Snapshot], list[Diagnostic]]:
    """The snapshot of each source that has one, and what is wrong with those that cannot be read."""
    files, faults = read_snapshots(folder, ENDINGS)
    known, texts = {file_stem(id): id for id in sources} | {id: id for id in sources}, dict[str, Snapshot]()
    with reading() as reader:
        for name in sorted(files, key=lambda name: ENDINGS.index(PurePath(name).suffix.lower())):
            id = known.get(source_id(PurePath(name).stem))
            if id is not None and id not in texts:
                try:
                    texts[id] = snapshot(name, files[name], reader.extract)
                except Unreadable as error:
                    hint = "See 'argmap rule snapshot-unreadable'."
                    faults.append(fault("snapshot-unreadable", name, str(error), hint))
    return texts, faults


def write_lock(folder: Path, loaded: Loaded, lock: Lock) -> bool:
    """Write a debate's lock where it differs from the file, and say whether it did. An empty one is not begun."""
    before = loaded.source_map.texts.get(FILE)
    if lock.text() == before or (before is None and not lock):
        return False
    path = folder / FILE
    now = path.read_bytes() if path.is_file() else None
    if now is not None and now.decode("utf-8-sig", "replace") != before:
        raise InputFault(f"{path} changed while argmap was at work. It is untouched: run the command again.")
    with working_in(folder):
        change(folder, {FILE: FileChange(now, lock.text().encode())})
    return True


def summary(every: Iterable[Verified]) -> str:
    """The closing line: how many quotes there are, and what became of them; and what was left out."""
    totals: dict[str, int] = {}
    left_out = ""
    for verified in every:
        if verified.verification.is_cut_short:
            left_out = "\nThe missing quotes are too long to show the nearest words of the source for each."
        for outcome, number in verified.totals.items():
            totals[outcome] = totals.get(outcome, 0) + number
    words = {
        "found": "found in {whose}",
        "verified": "verified before (no text of their source here)",
        "missing": "not in {whose}",
        "changed": "changed since verified",
        "unverified": "never verified",
    }
    whose = {outcome: "its source" if total == 1 else "their sources" for outcome, total in totals.items()}
    parts = [f"{totals[it]:,} {words[it].format(whose=whose[it])}" for it in words if totals.get(it)]
    return f"{capital(counted(sum(totals.values()), 'quote'))}: {', '.join(parts) or 'nothing to verify'}.{left_out}"
