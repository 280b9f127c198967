"""From data to the model: pydantic does the checking; what it says is told by `model_faults`."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from argmap.loader.faults import Faults
from argmap.loader.library import Library
from argmap.loader.mapping_kinds import Kind, below, known_keys
from argmap.loader.nodes import MappingNode
from argmap.model import STATEMENT, STEP

M = TypeVar("M", bound=BaseModel)

_ONE_OF = ({"text", "premises"}, {"of", "undercuts"})
"""Keys one of which must be there: where one is wrong, its lack is not a second fault."""


def validate(
    model: type[M], node: MappingNode, data: dict[str, Any], faults: Faults, library: Library | None = None
) -> M | None:
    """An instance, by the keys of the file format only; every fault is reported.

    A key of the format without a value is as if it were not written: nothing is lost by it. Where only optional keys
    are wrong there is an instance without them, so that what refers to it is not lost. Evidence can cite what `library`
    has.
    """
    try:
        return model.model_validate(data, by_alias=True, by_name=False)
    except ValidationError as error:
        errors = [_untagged(each) for each in error.errors(include_url=False)]
    from argmap.loader.model_faults import translate
    from argmap.loader.odd_keys import meant_by_gap, meant_key

    stated = _stated(model, data)
    if stated != data:
        return validate(model, node, stated, faults, library)
    library = library or Library({})
    translate(model, errors, node, faults, library)
    wrong = {each["loc"][0] for each in errors if each["loc"]}
    if not wrong or wrong - data.keys():
        return None
    try:
        rest = {key: value for key, value in data.items() if key not in wrong}
        return model.model_validate(rest, by_alias=True, by_name=False)
    except ValidationError as error:
        said = {str(key) for key in wrong} | {meant_key(model, str(key), data) for key in wrong}
        said |= {meant_by_gap(model, str(key), node, library) for key in wrong}
        if not any(keys & said for keys in _ONE_OF):
            whole = [each for each in error.errors(include_url=False) if not each["loc"]]
            translate(model, whole, node, faults, library)
        return None


def _untagged(error: ErrorDetails) -> ErrorDetails:
    """The error without what a premise is in its route: the file does not have it."""
    loc = error["loc"]
    if loc[:1] == ("premises",) and loc[2:3] in ((STATEMENT,), (STEP,)):
        return {**error, "loc": (*loc[:2], *loc[3:])}
    return error


def _stated(kind: Kind, data: Any) -> Any:
    """The data without the keys of the format that have no value; all the rest stays, to be refused."""
    if isinstance(data, list):
        return [_stated(kind, each) if isinstance(each, dict) else each for each in data]
    known = known_keys(kind)
    if not known or not isinstance(data, dict):
        return data
    return {
        key: _stated(below(kind, key), value) if key in known else value
        for key, value in data.items()
        if value is not None or key not in known
    }
