"""From data to the model: pydantic does the checking, and what it says is put into words that help."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from argmap.loader.faults import Faults
from argmap.loader.library import Library
from argmap.loader.nodes import MappingNode
from argmap.loader.strays import meant_key
from argmap.loader.translate import translate

M = TypeVar("M", bound=BaseModel)

_ONE_OF = ({"text", "premises"}, {"of", "undercuts"})
"""Keys of which one must be there: where one is wrong, its lack is no second fault."""


def validate(
    model: type[M], node: MappingNode, data: dict[str, Any], faults: Faults, library: Library | None = None
) -> M | None:
    """An instance, by the keys of the file format only; every fault is reported.

    Where only optional keys are wrong there is an instance without them, so that what refers to it is not lost.
    `library` has what evidence can cite.
    """
    try:
        return model.model_validate(data, by_alias=True, by_name=False)
    except ValidationError as error:
        errors = error.errors(include_url=False)
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
        if not any(keys & said for keys in _ONE_OF):
            whole = [each for each in error.errors(include_url=False) if not each["loc"]]
            translate(model, whole, node, faults, library)
        return None
