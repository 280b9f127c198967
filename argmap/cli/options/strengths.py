"""Strengths beside the labels, where somebody asks for them: a command's option, or the settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.cli.settings.config import Config
    from argmap.evaluation.evaluated import Evaluation


def measured(ev: Evaluation, asked: str | None, config: Config) -> Evaluation:
    """The debate with the strengths of its statements, by the semantics asked for or else by that of the settings; as
    it is where neither names one. Base scores are those of the settings, by which documents give no number."""
    name = asked or config.strength
    if name is None:
        return ev
    from argmap.evaluation.base_scores import Weights
    from argmap.strength.gradual import strengths

    found = strengths(ev, name, Weights(config.weights))
    return replace(ev, strengths=replace(found, told=asked is not None))


def semantics_for(config: Config) -> str:
    """The gradual semantics for what always has strengths: that of the settings, or else the usual one."""
    from argmap.strength.gradual import DEFAULT

    return config.strength or DEFAULT
