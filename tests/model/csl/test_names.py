"""Names in every form in which programs write them."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from argmap.model.csl.names import Name

NAMES: list[tuple[Any, dict[str, Any], str, str]] = [
    # what is written, what it comes to, the name in a citation, the whole name
    ({"family": "Doe", "given": ""}, {"family": "Doe"}, "Doe", "Doe"),
    ({"family": "Doe", "given": None, "suffix": " "}, {"family": "Doe"}, "Doe", "Doe"),
    ({"given": "Plato"}, {"given": "Plato"}, "Plato", "Plato"),
    ({"literal": "Harbour Council"}, {"literal": "Harbour Council"}, "Harbour Council", "Harbour Council"),
    ("Harbour Council", {"literal": "Harbour Council"}, "Harbour Council", "Harbour Council"),
    ({"family": "Harbour Council", "isInstitution": "1"}, {"literal": "Harbour Council"}, "Harbour Council",
     "Harbour Council"),
    ({"name": "Harbour Council"}, {"literal": "Harbour Council"}, "Harbour Council", "Harbour Council"),
    ({"family": "Doe", "given": ["A.", "B."]}, {"family": "Doe", "given": "A. B."}, "Doe", "A. B. Doe"),
    ({"family": "van der Berg", "given": "Jan"}, {"non_dropping_particle": "van der", "family": "Berg", "given": "Jan"},
     "van der Berg", "Jan van der Berg"),
    ({"family": "van der Berg", "given": "Jan", "parse-names": "false"},
     {"family": "van der Berg", "given": "Jan", "parse_names": False},
     "van der Berg", "Jan van der Berg"),
    ({"family": '"van Rossum"', "given": "A."}, {"family": "van Rossum", "given": "A.", "parse_names": False},
     "van Rossum", "A. van Rossum"),
    ({"family": "Van Dyke", "given": "X"}, {"family": "Van Dyke", "given": "X"}, "Van Dyke", "X Van Dyke"),
    ({"family": "Berg", "given": "Jan van der"}, {"family": "Berg", "given": "Jan", "dropping_particle": "van der"},
     "Berg", "Jan van der Berg"),
    ({"family": "d'Ormesson", "given": "Jean"}, {"non_dropping_particle": "d'", "family": "Ormesson", "given": "Jean"},
     "d'Ormesson", "Jean d'Ormesson"),
    ({"family": "de’ Medici", "given": "L."}, {"non_dropping_particle": "de’", "family": "Medici", "given": "L."},
     "de’ Medici", "L. de’ Medici"),
    ({"family": "al-Hakim", "given": "T."}, {"non_dropping_particle": "al-", "family": "Hakim", "given": "T."},
     "al-Hakim", "T. al-Hakim"),
    ({"family": "'t Hooft", "given": "G."}, {"non_dropping_particle": "'t", "family": "Hooft", "given": "G."},
     "'t Hooft", "G. 't Hooft"),
    *((written, {"literal": "others"}, "others", "others")
      for written in ("et al.", "and others", {"family": "et al"}, {"literal": "others"}, {"name": "& others"})),
    *((written, {"literal": "Harbour Council"}, "Harbour Council", "Harbour Council")
      for written in ("{Harbour Council}", {"family": "{{Harbour Council}}"})),
    ({"family": "van der Berg", "non-dropping-particle": "van der", "given": "J."},
     {"non_dropping_particle": "van der", "family": "Berg", "given": "J."}, "van der Berg", "J. van der Berg"),
    ({"family": "van der Berg", "dropping-particle": "van der", "given": "J."},
     {"dropping_particle": "van der", "family": "Berg", "given": "J."}, "Berg", "J. van der Berg"),
    ({"family": "Doe", "given": "Martin, Jr."}, {"family": "Doe", "given": "Martin", "suffix": "Jr."}, "Doe",
     "Martin Doe Jr."),
    ({"family": "Doe", "given": "Jr., Martin"}, {"family": "Doe", "given": "Martin", "suffix": "Jr."}, "Doe",
     "Martin Doe Jr."),
    ({"family": "Doe", "given": "Martin,! III"},
     {"family": "Doe", "given": "Martin", "suffix": "III", "comma_suffix": True}, "Doe", "Martin Doe, III"),
    ({"family": "Doe, Jr.", "given": "M."}, {"family": "Doe", "given": "M.", "suffix": "Jr.", "comma_suffix": True},
     "Doe", "M. Doe, Jr."),
    ({"family": "Doe", "suffix": "III", "comma-suffix": 1, "static-ordering": "true"},
     {"family": "Doe", "suffix": "III", "comma_suffix": True, "static_ordering": True}, "Doe", "Doe, III"),
    ({"family": "hooks", "given": "bell"}, {"family": "hooks", "given": "bell"}, "hooks", "bell hooks"),
    ({"family": "cummings", "given": "e. e."}, {"family": "cummings", "given": "e. e."}, "cummings", "e. e. cummings"),
    ({"family": "毛", "given": "泽东"}, {"family": "毛", "given": "泽东"}, "毛", "泽东 毛"),
    ({"family": "O'Neill", "given": "Roe"}, {"family": "O'Neill", "given": "Roe"}, "O'Neill", "Roe O'Neill"),
    ({"family": "Doe", "ORCID": "0000"}, {"family": "Doe", "more": {"ORCID": "0000"}}, "Doe", "Doe"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "read", "short", "whole"), NAMES, ids=repr)
def test_every_form_is_one_name(written: Any, read: dict[str, Any], short: str, whole: str) -> None:
    name = Name.model_validate(written, by_alias=True, by_name=False)
    assert name.model_dump(exclude_defaults=True) == read
    assert (name.short, str(name)) == (short, whole)


@pytest.mark.parametrize(("written", "read"), [(written, read) for written, read, _, _ in NAMES], ids=repr)
def test_a_name_that_was_read_stays_as_it_is(written: Any, read: dict[str, Any]) -> None:
    name = Name.model_validate(written)
    assert Name.model_validate(name.model_dump()) == name


@pytest.mark.parametrize(
    ("written", "kind"),
    [({}, "value_error"), ({"given": "", "family": None}, "value_error"), ({"famly": "Doe"}, "extra_forbidden"),
     ({"family": ["x", {}]}, "string_type"), (["Doe"], "model_type"), ({"family": "Doe", "comma-suffix": "perhaps"},
      "value_error")],
)  # fmt: skip
def test_what_is_no_name_is_a_fault(written: Any, kind: str) -> None:
    with pytest.raises(ValidationError) as raised:
        Name.model_validate(written, by_alias=True, by_name=False)
    assert kind in {error["type"] for error in raised.value.errors()}
