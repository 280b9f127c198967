"""JSON Schemas of CSL's dates and names, in every form that is read."""

from __future__ import annotations

from typing import Any

from argmap.model.csl.edtf import STATUS
from argmap.model.values import DATE_PATTERN

Schema = dict[str, Any]

_NUMBER: Schema = {"type": ["integer", "string", "null"], "pattern": "^(-?[0-9]{1,6})?$"}
_WORDS: Schema = {"type": ["string", "number", "boolean", "null"]}
_FLAG: Schema = {"type": ["string", "number", "boolean", "null"]}
_MOMENT: Schema = {"type": "array", "items": _NUMBER, "maxItems": 3}

_DAY = DATE_PATTERN.removeprefix("^").removesuffix("$")
_OPEN = r"(?:00|XX|uu)"
_PARTLY = rf"-?[0-9]{{4}}-(?:2[1-4]|{_OPEN}|(?:0[1-9]|1[0-2])(?=-{_OPEN}))(?:-{_OPEN})?"
_CALENDAR = "(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]|XX|uu))?"
_DECADE = (
    "(?:[0-9]{3}(?:[XxUu]|0s)|[0-9]{2}[XxUu]{2}|[1-9][XxUu]{3}"
    f"|[1-9](?:[0-9]{{2}}[XxUu]|[0-9][XxUu]{{2}}|[XxUu]{{3}})-{_CALENDAR})"
)
_LONG = "[Yy]-?(?:[0-9]{5,}|[0-9]+[Ee][0-9])"
_UNSURE = "(?=[0-9?~%-]*[?~%])[?~%]*-?[0-9]{4}[?~%]*(?:-[?~%]*[0-9]{2}[?~%]*){1,2}"
_ONE = rf"(?:-?{_DAY}|{_PARTLY}|{_LONG}|{_DECADE}|{_UNSURE})(?:S[0-9]{{1,2}})?(?:(?<=-2[1-4])\^\w+)?(?:\\?[~?%])*"
_END = rf"\s*(?:{_ONE}|(?:\.\.|open|unknown)?)\s*"
_TIME = r"(?:[T ][0-9]{2}:[0-9]{2}.*|T[0-9]{2}Z?)?"
_PART = r"[ ]*[0-9XxUu~?%-]*[ ]*"
_SET = rf"[\[{{](?=[^\]}}]*[0-9]){_PART}(?:(?:,|\.\.){_PART})*[\]}}]"
_TEXT = (
    rf"^\s*(?:(?:[Cc]irca|[Cc]a|[Cc])\.?\s*)?"
    rf"(?:{_ONE}{_TIME}|{_END}/{_END}|{_SET})\s*$"
    rf"|^\s*(?:{STATUS})\s*$"
)

_PARTS: Schema = {
    "date-parts": {
        "anyOf": [_NUMBER, _MOMENT, {"type": "array", "items": _MOMENT, "maxItems": 2}],
        "description": "[[year, month, day]], month and day as far as known; the two ends of a range.",
    },
    "literal": {**_WORDS, "description": "The date in words, where no date is known."},
    "raw": {**_WORDS, "description": "The date as somebody wrote it; words where it cannot be read."},
    "edtf": {**_WORDS, "description": "The date in EDTF (ISO 8601-2)."},
    "season": {**_WORDS, "description": "1 (spring) to 4 (winter), or its name."},
    "circa": {**_FLAG, "description": "Whether it is about right only."},
    "year": _NUMBER,
    "month": _NUMBER,
    "day": _NUMBER,
    "other": _WORDS,
}
_SAYS = [
    {"required": [key], "properties": {key: {"not": {"type": "null"}}}}
    for key in ("date-parts", "literal", "edtf", "raw", "year", "other")
]
_MAPPING: Schema = {"type": "object", "properties": _PARTS, "anyOf": [*_SAYS, {"maxProperties": 0}]}

DATE: Schema = {
    "description": "A date as text (2026, 2026-02, 2026-02-28; a range 2024/2026; about 1730~; a season 2015-21), "
    "or as CSL-JSON and CSL-YAML have it.",
    "anyOf": [
        {"type": ["string", "integer"], "pattern": _TEXT, "minimum": 1000, "maximum": 9999},
        _MAPPING,
        {"type": "array", "items": _MAPPING, "maxItems": 2},
    ],
}


def open_name(schema: Schema) -> Schema:
    """A name's schema: what else programs note beside it may stand there; its flags as they write them."""
    properties = {
        **{key: {"type": ["string", "number", "boolean", "null"]} for key in schema["properties"] if key != "more"},
        **{key: {"anyOf": [_WORDS, {"type": "array", "items": _WORDS}]} for key in ("family", "given")},
    }
    named = [
        {"required": [key], "properties": {key: {"not": {"anyOf": [{"type": "null"}, {"pattern": r"^\s*$"}]}}}}
        for key in ("family", "given", "literal", "name")
    ]
    return {"description": "A person or an organisation.", "type": "object", "properties": properties, "anyOf": named}
