"""From the command line to the parts of a review: versions, policy, links, and what is said of them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from argmap.cli.comparing.compared_debates import Compared, Comparing
from argmap.cli.comparing.permalinks import Permalinks, head_of
from argmap.cli.comparing.review_settings import baseline_told, settings_of, settings_told
from argmap.cli.comparing.versions import Version, versions
from argmap.cli.debates.workspace import Workspace
from argmap.cli.settings.config import Config
from argmap.model.diagnostics import Diagnostic, Severity, SourceMap
from argmap.repository import GitError, Repository
from argmap.reviews.comment import LAYOUT, Frame
from argmap.reviews.comment import places as comment
from argmap.reviews.comment.gate import CONDITIONS, NEVER, SYNONYMS, Breach, breaches, is_condition
from argmap.reviews.comment.part import Part
from argmap.system.paths import real
from argmap.wording.counts import counted
from argmap.wording.lists import listed
from argmap.wording.markdown_text import code
from argmap.wording.near_misses import did_you_mean


@dataclass(frozen=True)
class Reviewed:
    """The debates, and around them what the comment says of the versions and of the policy."""

    parts: tuple[Part, ...]
    base: str
    head: str
    policy: tuple[str, ...]
    settings: tuple[str, ...] = ()
    """What the change does to the settings, a sentence each."""
    commit: str = ""
    layout: tuple[str, ...] = LAYOUT

    @property
    def general(self) -> tuple[Breach, ...]:
        """The conditions that are broken whatever debate the change is about."""
        return (Breach("settings", ()),) if self.settings and "settings" in self.policy else ()

    @property
    def broken(self) -> list[tuple[str, Breach]]:
        """The conditions that are broken, with the debate that breaks them."""
        of_all = [("the settings", breach) for breach in self.general]
        return [*of_all, *((part.name, breach) for part in self.parts for breach in part.breaches)]

    @property
    def is_unchanged(self) -> bool:
        """Whether there is nothing to tell of any debate."""
        return not self.settings and all(part.is_unchanged for part in self.parts)

    def frame(self, marker: str, page: str = "") -> Frame:
        """What the comment says around its parts."""
        return Frame(
            marker, self.base, self.head, self.policy, self.general, self.settings, page, self.commit, self.layout
        )


def conditions(given: Sequence[str], settled: Sequence[str]) -> tuple[str, ...]:
    """The conditions of the command line (lists with commas, too), else of the settings.

    Raises a usage error for a name that is neither a condition nor a rule.
    """
    names = [name.strip() for words in given or settled for name in words.split(",") if name.strip()]
    if NEVER in names and len(set(names)) > 1:
        raise click.UsageError("--fail-on: 'never' cannot be combined with other conditions.")
    for name in names:
        if not (is_condition(name) or name == NEVER or name in SYNONYMS or name in _rules()):
            known = [*(condition.name for condition in CONDITIONS), NEVER, *SYNONYMS, *_rules()]
            raise click.UsageError(
                f"--fail-on: there is no condition and no rule {name!r}{did_you_mean(name, known) or '.'} "
                "See 'argmap review --help' and 'argmap rule'."
            )
    return tuple(dict.fromkeys(names))


def _rules() -> list[str]:
    from argmap.loader import FAULTS
    from argmap.rules import BY_NAME

    return [*BY_NAME, *(fault.name for fault in FAULTS)]


def reviewed(
    base: str | None, head: str | None, debates: Sequence[str], policy: Sequence[str], environment: Mapping[str, str],
    baseline: str | None = None,
) -> Reviewed:  # fmt: skip
    """Review the debates named, or all that one of the two versions has. `baseline` is that of `check`, where it is not
    that of the settings. Raises a usage error as `versions` does."""
    from argmap.cli.debates.checked_debates import Chosen
    from argmap.cli.options.strengths import semantics_for

    workspace = Workspace.here()
    earlier, later = versions(base, head, workspace)
    config = settings_of(earlier, workspace)
    conditions((), workspace.config.review.fail_on)  # those of here are not to be wrong when they apply
    names = conditions(policy, config.review.fail_on)
    chosen = Chosen.by(config, (), ())
    comparing = Comparing(chosen, datetime.date.today(), config, config.review.threshold, semantics_for(config))
    links = _Links(Permalinks.of(environment, earlier.commit, later.commit), workspace, later)
    every = comparing.debates(earlier, later, debates, workspace.under(config))
    parts = [_part(each, names, links) for each in every]
    own = settings_of(later, workspace)
    told = tuple(line + _left_out(every, comparing, own) for line in settings_told(config, own, earlier.name))
    told += baseline_told(Path(baseline) if baseline else workspace.under(config).baseline, earlier, later)
    commit = later.commit or head_of(environment)
    return Reviewed(tuple(parts), earlier.name, later.name, names, told, commit, config.review.layout)


def _left_out(every: Sequence[Compared], comparing: Comparing, own: Config) -> str:
    """What the change's own settings would no longer report of the debates as they are after it."""
    from argmap.cli.debates.checked_debates import Chosen

    rules = comparing.chosen.rules - Chosen.by(own, (), ()).rules
    found = [
        finding
        for each in every
        if rules and each.review and each.after
        for finding in comparing.chosen._replace(rules=rules).said_of(each.review.after, each.after, comparing.today)
    ]
    if not found:
        return ""
    subjects = listed(dict.fromkeys(code(each.subject or each.span.file) for each in found), most=3)
    verb = "is" if len(found) == 1 else "are"
    return f" By the new ones {counted(len(found), 'finding')} {verb} no longer reported: {subjects}."


@dataclass(frozen=True)
class _Links:
    permalinks: Permalinks
    workspace: Workspace
    later: Version

    def places(self, folder: Path, before: SourceMap | None, after: SourceMap | None) -> comment.Places:
        """Where a debate's two versions can be looked at: by CI's variables, else by the setting `link-base`."""
        old, new = self.permalinks.folder(self._path(folder))
        if new is None and self.later.commit is None and self.workspace.config.link_base:
            new = f"{self.workspace.config.link_base.rstrip('/')}/{self._inside(folder)}"
        return comment.Places(comment.Version(old, before or SourceMap()), comment.Version(new, after or SourceMap()))

    def _path(self, folder: Path) -> str:
        """From the root of the git repository, which is what services count from."""
        try:
            return Repository.around(self.workspace.root).path_of(folder)
        except GitError:
            return self._inside(folder)

    def _inside(self, folder: Path) -> str:
        try:
            return real(folder).relative_to(real(self.workspace.root)).as_posix()
        except ValueError:
            return folder.name


def _part(found: Compared, policy: Sequence[str], links: _Links) -> Part:
    before, after = (loaded.source_map if loaded else None for loaded in (found.before, found.after))
    review = found.review
    unreadable = _unreadable(found) if not found.is_readable and policy and NEVER not in policy else ()
    broken = breaches(policy, review) if review else ()
    errors = tuple(d for d in found.after.diagnostics if d.severity is Severity.ERROR) if found.after else ()
    places = links.places(found.folder, before, after)
    return Part(found.name, review, places, () if review else errors, breaches=(*unreadable, *broken))


def _unreadable(found: Compared) -> tuple[Breach]:
    """A debate that can no longer be read to the end breaks every policy but `never`."""
    if found.review is None:
        return (Breach("unreadable", ("debate.yaml",)),)
    return (Breach("unreadable", tuple(each.file for each in found.review.unread if each.after)),)


def as_data(found: Reviewed) -> dict[str, Any]:
    """The review for programs: the versions, the policy and what breaks it, each debate as `argmap diff` gives it."""
    from argmap.reviews.review_json import to_json

    return {
        "base": found.base,
        "head": found.head,
        "policy": {
            "conditions": list(found.policy),
            "broken": [
                {"debate": name, "condition": breach.condition, "by": list(breach.by)} for name, breach in found.broken
            ],
        },
        "debates": {part.name: to_json(part.review) for part in found.parts if part.review},
        "unreadable": {part.name: list(map(_fault, part.faults)) for part in found.parts if part.review is None},
    }


def _fault(found: Diagnostic) -> dict[str, Any]:
    place = {"file": found.span.file, "line": found.span.line, "column": found.span.column}
    return {"rule": found.rule, "severity": str(found.severity), "message": found.message, **place}
