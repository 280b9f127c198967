"""As much of GitHub's runner as a composite action needs: its `run` steps, by the real shell, with the environment.

Steps that use other actions are not run; `used` has those whose condition holds, with their inputs.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT, needs

ACTION = ROOT / ".github/actions/argmap/action.yml"
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
_COMPARISON = re.compile(r"(\S+) (==|!=) '([^']*)'")


@dataclass
class Run:
    """What came of a run of the action."""

    result: str = "success"
    log: str = ""
    outputs: dict[str, str] = field(default_factory=dict)
    used: dict[str, dict[str, str]] = field(default_factory=dict)
    """Inputs of other actions, by the name of the action, without its commit."""
    kept: dict[str, str] = field(default_factory=dict)
    """Artifacts and their paths."""
    summary: str = ""
    steps: dict[str, dict[str, str]] = field(default_factory=dict)


class Runner:
    """A runner whose workspace is a git repository."""

    def __init__(self, workspace: Path, temporary: Path, event: Mapping[str, Any] | None = None) -> None:
        needs("bash")
        self.workspace, self.temporary = workspace, temporary
        self.event = dict(event or {})
        self.environment: dict[str, str] = {}
        self.installed: dict[str, str] | None = {"bin": str(Path(sys.executable).parent), "out": str(temporary / "out")}
        """The outputs of the step that installs argmap, where it is passed over; None to run it."""

    def __call__(self, **inputs: str) -> Run:
        action = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        assert not given.keys() - action["inputs"].keys()
        (self.temporary / "out").mkdir(parents=True, exist_ok=True)
        run = Run(steps={"install": dict(self.installed or {})})
        context = {"github.token": ""}
        context |= {f"github.event.{path}": value for path, value in _leaves(self.event)}
        defaults = {name: str(one.get("default", "")) for name, one in action["inputs"].items()}
        context |= {f"inputs.{name}": self._filled(value, context) for name, value in (defaults | given).items()}
        for step in action["runs"]["steps"]:
            self._step(step, context, run)
        run.outputs = {
            name: self._filled(one["value"], self._with(run, context)) for name, one in action["outputs"].items()
        }
        return run

    def _step(self, step: Mapping[str, Any], context: Mapping[str, str], run: Run) -> None:
        context = self._with(run, context)
        if run.result != "success" or not _holds(step.get("if", ""), context):
            return
        if "uses" in step:
            given = {name: self._filled(str(value), context) for name, value in step["with"].items()}
            run.used[step["uses"].partition("@")[0]] = given
            if step["uses"].startswith("actions/upload-artifact@"):
                run.kept[given["name"]] = given["path"]
        elif not (step.get("id") == "install" and self.installed):
            self._shell(step, context, run)

    def _shell(self, step: Mapping[str, Any], context: Mapping[str, str], run: Run) -> None:
        assert step["shell"] == "bash" and "${{" not in step["run"]
        script, output, summary = (self.temporary / name for name in ("script.sh", "output", "summary"))
        script.write_text(step["run"])
        output.write_text("")
        summary.touch()
        environment = {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "HOME": str(self.temporary), "CI": "true",
            "LANG": "C.UTF-8", "GITHUB_ACTIONS": "true", "GITHUB_ACTION_PATH": str(ACTION.parent),
            "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_TEMP": str(self.temporary), "ARGMAP_CACHE": str(self.temporary / "cache"),
            "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
        } | self.environment  # fmt: skip
        environment |= {name: self._filled(str(value), context) for name, value in step.get("env", {}).items()}
        folder = self.workspace / self._filled(step.get("working-directory", "."), context)
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
            cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=900,
        )  # fmt: skip
        run.log += f"== {step['name']}\n{done.stdout}"
        run.summary = summary.read_text()
        run.steps[step.get("id", step["name"])] = dict(line.split("=", 1) for line in output.read_text().splitlines())
        if done.returncode:
            run.result = f"{step['name']} failed with {done.returncode}"

    def _filled(self, text: str, context: Mapping[str, str]) -> str:
        return _EXPRESSION.sub(lambda found: _value(found[1], context), text)

    def _with(self, run: Run, context: Mapping[str, str]) -> dict[str, str]:
        outputs = {f"steps.{id}.outputs.{name}": value for id, one in run.steps.items() for name, value in one.items()}
        return {**context, **outputs}


def _value(name: str, context: Mapping[str, str]) -> str:
    assert re.fullmatch(r"[\w.-]+", name), f"an expression that this runner does not know: {name}"
    assert name in context or name.startswith(("steps.", "github.event.")), f"nothing is called {name}"
    return context.get(name, "")


def _holds(condition: str, context: Mapping[str, str]) -> bool:
    parts = condition.split(" && ") if condition else []
    found = [_COMPARISON.fullmatch(part) for part in parts]
    assert all(found), f"a condition that this runner does not know: {condition}"
    return all((_value(one[1], context) == one[3]) is (one[2] == "==") for one in found if one)


def _leaves(value: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    found = []
    for name, each in value.items():
        found += _leaves(each, f"{prefix}{name}.") if isinstance(each, Mapping) else [(f"{prefix}{name}", str(each))]
    return found
