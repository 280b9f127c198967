"""The addresses of a repository's files at a commit, as GitHub Actions and GitLab CI name them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_COMMIT = re.compile(r"[0-9a-f]{7,64}")


@dataclass(frozen=True)
class Permalinks:
    """Where the two versions of a pull request can be looked at: `…/blob/COMMIT`; None where that is not known."""

    before: str | None = None
    after: str | None = None

    @classmethod
    def of(cls, environment: Mapping[str, str], base: str | None, head: str | None) -> Permalinks:
        """By the environment; `base` and `head` are commits, `head` is None for the work tree.

        In a run for a pull request GitHub checks out a merge that nobody can look up afterwards: what is linked is the
        head of the branch, by the event.
        """
        if environment.get("GITHUB_REPOSITORY"):
            before = later = f"{home(environment)}/blob"
            now = head_of(environment)
        elif environment.get("CI_PROJECT_URL"):
            before = f"{home(environment)}/-/blob"
            later = f"{environment.get('CI_MERGE_REQUEST_SOURCE_PROJECT_URL') or environment['CI_PROJECT_URL']}/-/blob"
            now = head_of(environment)
        else:
            return cls()
        return cls(_at(before, base or ""), _at(later, head or now))

    def folder(self, path: str) -> tuple[str | None, str | None]:
        """The addresses of a folder, by its path from the root of the repository, before and after."""
        inside = "" if path in ("", ".") else f"/{path}"
        return self.before and self.before + inside, self.after and self.after + inside


def _at(home: str, commit: str) -> str | None:
    return f"{home}/{commit}" if _COMMIT.fullmatch(commit) else None


def home(environment: Mapping[str, str]) -> str:
    """The address of the repository, as the service tells it."""
    server = environment.get("GITHUB_SERVER_URL", "https://github.com").rstrip("/")
    return environment.get("CI_PROJECT_URL") or f"{server}/{environment.get('GITHUB_REPOSITORY', '')}"


def head_of(environment: Mapping[str, str]) -> str:
    """The commit that is reviewed, as the service tells it; nothing where none does."""
    if environment.get("GITHUB_REPOSITORY"):
        return _head_of(event(environment)) or environment.get("GITHUB_SHA", "")
    return environment.get("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA") or environment.get("CI_COMMIT_SHA", "")


def _head_of(happened: Mapping[str, Any]) -> str | None:
    found: Any = happened.get("pull_request")
    for key in ("head", "sha"):
        found = found.get(key) if isinstance(found, dict) else None
    return found if isinstance(found, str) else None


def event(environment: Mapping[str, str]) -> Mapping[str, Any]:
    """What happened, as GitHub Actions tells it; empty where it does not."""
    path = environment.get("GITHUB_EVENT_PATH")
    try:
        found = json.loads(Path(path).read_text(encoding="utf-8")) if path else {}
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
