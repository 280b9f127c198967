"""JSON Schemas for the files of a debate, made from the model, so that editors complete and check while one types.

An editor reads `1.10`, `2026` and `true` as numbers and truth values where argmap reads text; the schemas therefore
let a text be either. What a schema cannot say (references, unique ids, the order of keys) is left to `argmap check`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from argmap.loader.csl_schema import DATE, open_name
from argmap.loader.vocabulary import NESTS
from argmap.model import Claim, DebateHeader, PositionHeader, Rebuttal, Source, Support
from argmap.model.csl.variables import CARRIED, DATE_VARIABLES, NAME_VARIABLES
from argmap.model.values import DATE_PATTERN, SOURCE_ID_PATTERN

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TOP: tuple[type[BaseModel], ...] = (Claim, Support, Rebuttal, DebateHeader, PositionHeader, Source)
_SAYS_SOMETHING: Schema = {
    "anyOf": [
        {"required": ["text"], "properties": {"text": {"not": {"type": "null"}}}},
        {"required": ["premises"], "properties": {"premises": {"type": "array", "minItems": 1}}},
    ]
}
_NAME: Schema = {"anyOf": [{"$ref": "#/$defs/Name"}, {"type": ["string", "number", "boolean"], "pattern": r"\S"}]}
"""A name given as a text is taken as it stands."""


def schemas() -> dict[str, Schema]:
    """JSON Schemas (2020-12) by kind of file: `debate`, `sources`, `position`."""
    return {"debate": _debate(), "sources": _sources(), "position": _position()}


def _debate() -> Schema:
    parts = _parts(DebateHeader)
    return _file("A debate: debate.yaml", parts, parts.pop("DebateHeader"))


def _sources() -> Schema:
    parts = _parts(Source)
    listed = {"type": "array", "items": {"$ref": "#/$defs/Source"}}
    whole = {
        "type": "object",
        "properties": {"references": listed},
        "required": ["references"],
    }
    return _file("A bibliography in CSL-YAML: sources.yaml", parts, {"anyOf": [whole, listed]})


def _position() -> Schema:
    parts = _parts(Claim, Support, Rebuttal, PositionHeader)
    header = parts.pop("PositionHeader")
    for name, nests in (("Claim", ("supports", "rebuttals")), ("Support", tuple(NESTS)), ("Rebuttal", tuple(NESTS))):
        parts[name]["properties"].update({nest: _answers(nest) for nest in nests})
    for name in ("Support", "Rebuttal"):
        _array(parts[name]["properties"]["premises"])["items"]["oneOf"].append({"$ref": "#/$defs/Claim"})
    parts.update({name: _nested(parts, nest) for nest, name in _NESTED.items()})
    for name, keys in (("Support", ["of"]), ("Rebuttal", ["of", "undercuts"])):
        one = [{"required": [key], "properties": {key: {"type": "string"}}} for key in keys]
        parts[name].setdefault("allOf", []).append({"oneOf": one})
    header["properties"]["arguments"] = {
        "description": "The statements of this position.",
        "type": "array",
        "items": {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in ("Claim", "Support", "Rebuttal")]},
    }
    header["required"] = ["position", "arguments"]
    return _file("A position: positions/*.yaml", parts, header)


_NESTED = {"supports": "NestedSupport", "rebuttals": "NestedRebuttal", "undercutters": "Undercutter"}
_NEST_MEANING = {
    "supports": "Reasons to accept this statement.",
    "rebuttals": "What contests that this statement is true.",
    "undercutters": "What contests the step: even if true, it does not count.",
}


def _array(schema: Schema) -> Schema:
    """The list among what a value may be."""
    found: Schema = next(each for each in schema.get("anyOf", [schema]) if each.get("type") == "array")
    return found


def _answers(nest: str) -> Schema:
    items = {"type": "array", "items": {"$ref": f"#/$defs/{_NESTED[nest]}"}}
    return {"anyOf": [items, {"type": "null"}], "description": _NEST_MEANING[nest]}


def _nested(parts: dict[str, Schema], nest: str) -> Schema:
    """A statement whose place says its target: the key that would say otherwise is left out."""
    type, key = NESTS[nest]
    flat = parts[type.capitalize()]
    other = "undercuts" if key == "of" else "of"
    properties = {name: value for name, value in flat["properties"].items() if name != other}
    return {**flat, "properties": properties, "allOf": [*flat.get("allOf", ())]}


def _file(title: str, parts: dict[str, Schema], root: Schema) -> Schema:
    used = {name: part for name, part in sorted(parts.items()) if name not in ("DebateHeader", "PositionHeader")}
    return {"$schema": _DIALECT, **root, "title": title, "$defs": used}


def _parts(*models: type[BaseModel]) -> dict[str, Schema]:
    """The schemas of some models and of what they are made of, by name, as an editor's parser types the values."""
    _, made = models_json_schema([(model, "validation") for model in models], by_alias=True)
    parts: dict[str, Schema] = {name: _typed(part) for name, part in made["$defs"].items()}
    for model in _TOP:
        if model.__name__ in parts:
            _let_be_empty(parts[model.__name__])
    for name in ("Support", "Rebuttal"):
        if name in parts:
            parts[name]["allOf"] = [_SAYS_SOMETHING]
            parts[name]["required"] = [name.lower()]
    return _csl(parts) if "Source" in parts else parts


def _csl(parts: dict[str, Schema]) -> dict[str, Schema]:
    """The same with what CSL adds: every form of a date and name, variables that are carried, other programs' keys."""
    source, notes = ({**parts[name], "additionalProperties": True} for name in ("Source", "SourceNotes"))
    names, date = {"type": "array", "items": _NAME}, {"$ref": "#/$defs/Date"}
    other: dict[str, Schema] = {name: {} for name in CARRIED}
    other |= dict.fromkeys(NAME_VARIABLES, names) | dict.fromkeys(DATE_VARIABLES, date)
    own = {name: value for name, value in source["properties"].items() if name not in ("more", "foreign")}
    own |= {name: {**own[name], "anyOf": [names, {"type": "null"}]} for name in ("author", "editor", "translator")}
    own |= {name: {"anyOf": [_WORDS, {"type": "null"}], **_described(own[name])} for name in _MAY_BE_BLANK}
    source["properties"] = own | {name: _or_null(other[name]) for name in sorted(other)}
    notes["properties"] = {name: value for name, value in notes["properties"].items() if name != "foreign"}
    rest = {name: part for name, part in parts.items() if name not in ("CslDate", "Moment")}
    return {**rest, "Date": DATE, "Name": open_name(parts["Name"]), "Source": source, "SourceNotes": notes}


_WORDS: Schema = {"type": ["string", "number", "boolean"]}
_MAY_BE_BLANK = ("title", "publisher", "container-title", "issue", "URL", "DOI", "note")


def _described(schema: Schema) -> Schema:
    return {key: schema[key] for key in ("description",) if key in schema}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]} if schema else {}


def _let_be_empty(part: Schema) -> None:
    """A key without value counts as not given, where it need not be given."""
    for name, value in part["properties"].items():
        if name not in part.get("required", ()) and {"type": "null"} not in value.get("anyOf", ()):
            kept = {key: value.pop(key) for key in ("description",) if key in value}
            part["properties"][name] = {"anyOf": [dict(value), {"type": "null"}], **kept}


def _typed(schema: Any) -> Any:
    """The same schema, for values that YAML has typed already; without titles and defaults, which only repeat."""
    if isinstance(schema, list):
        return [_typed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("format") == "csl-date":
        return {"$ref": "#/$defs/Date", **{key: schema[key] for key in ("description",) if key in schema}}
    if change := _CHANGES.get(str(schema.get("type"))):
        schema = change(schema)
    kept = {key: value for key, value in schema.items() if key != "default" and not _is_title(key, value)}
    return {key: _named(value) if key in _BY_NAME else _typed(value) for key, value in kept.items()}


_BY_NAME = ("properties", "patternProperties", "$defs")


def _named(parts: dict[str, Schema]) -> dict[str, Schema]:
    return {name: _typed(part) for name, part in parts.items()}


def _is_title(key: str, value: Any) -> bool:
    return key == "title" and isinstance(value, str)


def _text(schema: Schema) -> Schema:
    if "enum" in schema or "const" in schema:
        return schema
    pattern = schema.get("pattern")
    if pattern is not None and pattern.startswith(r"^\s*\S+"):
        return {**schema, "type": ["string", "number", "boolean"]}
    if pattern is None:
        rest = {key: value for key, value in schema.items() if key not in ("minLength", "maxLength")}
        return {**rest, "type": ["string", "number", "boolean"], "pattern": r"\S"}
    if pattern == DATE_PATTERN:
        return {**schema, "type": ["string", "integer"], "minimum": 1000, "maximum": 9999}
    if pattern == "^[1-6]$":
        return {**schema, "type": ["string", "integer"], "minimum": 1, "maximum": 6}
    if pattern == SOURCE_ID_PATTERN:
        return {**schema, "type": ["string", "number", "boolean"], "minimum": 0}
    return schema


def _truth(schema: Schema) -> Schema:
    return {**{key: value for key, value in schema.items() if key != "type"}, "enum": [True, False, "true", "false"]}


def _number(schema: Schema) -> Schema:
    pattern = "^-?[0-9]+$" if schema["type"] == "integer" else "^(0|1|0?[.][0-9]+|[01][.]0*)$"
    return {**schema, "type": [schema["type"], "string"], "pattern": pattern}


def _mapping(schema: Schema) -> Schema:
    return {**schema, "additionalProperties": False} if "patternProperties" in schema else schema


_CHANGES: dict[str, Callable[[Schema], Schema]] = {
    "string": _text,
    "boolean": _truth,
    "integer": _number,
    "number": _number,
    "object": _mapping,
}
