"""GitLab's Code Quality report, against the form that its documentation gives."""

from __future__ import annotations

import json

import jsonschema
from syrupy.assertion import SnapshotAssertion

from argmap.cli.ci.formats.gitlab import as_gitlab
from argmap.cli.printing.report import Checked
from tests.cli.ci.formats.examples import CHECKED, DUPLICATE, many, odd

FORM = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^[a-z0-9-]+$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/|\.\./)"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"minimum": 1}}},
                },
            },
        },
    },
}


def test_gitlab(snapshot: SnapshotAssertion) -> None:
    assert as_gitlab([CHECKED]) == snapshot


def test_the_form_is_the_documented_one() -> None:
    for every in ([CHECKED], [CHECKED, odd()], [], [Checked(many(30))]):
        jsonschema.validate(json.loads(as_gitlab(every)), FORM)


def test_fingerprints_are_unique_so_that_gitlab_drops_none() -> None:
    every = [CHECKED, CHECKED._replace(home="other"), Checked([DUPLICATE] * 3)]
    found = [issue["fingerprint"] for issue in json.loads(as_gitlab(every))]
    assert len(set(found)) == len(found) == 11
