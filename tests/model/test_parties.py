"""In which sources a party speaks."""

from __future__ import annotations

from typing import Any

import pytest

from argmap.model import Debate
from argmap.model.parties import voices


def speaking(parties: dict[str, list[str]], **source: Any) -> dict[str, tuple[str, str]]:
    return {id: (voice.name, voice.party) for id, voice in voices(Debate.model_validate({
        "debate": "d", "title": "T", "resolutions": [{"claim": "x", "text": "X."}], "parties": parties,
        "sources": {"s": {"id": "s", **source}},
    })).items()}  # fmt: skip


@pytest.mark.parametrize(
    ("names", "source", "name"),
    [
        (["Herald"], {"publisher": "The Herald"}, "Herald"), (["Herald"], {"publisher": "Heralds"}, None),
        (["Herald"], {"publisher": "The Post-Herald"}, None), (["herald"], {"container-title": "HERALD"}, "HERALD"),
        (["Doe"], {"author": [{"family": "Doe", "given": "Jane"}]}, "Doe"),
        (["Jane Doe"], {"author": [{"family": "Doe", "given": "Jane"}]}, "Jane Doe"),
        (["Herald"], {"custom": {"via": "The Herald, via others"}}, "Herald"),
        (["Herald"], {"custom": {"via": "The Herald", "role": "treaty"}}, None),
        (["Herald"], {"title": "Herald"}, None),
        ([], {"publisher": "Shops"}, "Shops"), ([], {"publisher": "Friends of Shops"}, None),
        (["Straße"], {"publisher": "Die Straße"}, "Straße"), (["Kizilay"], {"publisher": "Kızılay"}, "Kızılay"),
        (["City News", "City"], {"publisher": "City News"}, "City News"), (["a.b"], {"publisher": "axb"}, None),
    ],
)  # fmt: skip
def test_a_party_speaks_where_one_of_its_names_stands(
    names: list[str], source: dict[str, Any], name: str | None
) -> None:
    assert speaking({"Shops": names}, **source) == ({"s": (name, "Shops")} if name else {})


def test_without_parties_nobody_speaks() -> None:
    assert speaking({}, publisher="The Herald") == {}


def test_the_longest_name_says_whose_it_is() -> None:
    parties = {"Town": ["Herald"], "State": ["State Herald"]}
    assert speaking(parties, publisher="The State Herald") == {"s": ("State Herald", "State")}
