"""Names, words and addresses that belong to nobody: people made of syllables, works at example.org."""

from __future__ import annotations

from itertools import product


def _words(text: str) -> list[str]:
    return text.split()


_STARTS = _words(
    "Bel Cor Dra Fen Gal Hol Jas Kel Lor Mer Nor Pel Rav Sol Tam Vel Ber Cas Dul Fal Gris Har Jom Kor Lim Mol Nim Par "
    "Ros Sten Tur Vor Wil Yar"
)
_MIDDLES = _words("a e i o u an er is or el um in ov ar ile ona uri esk")
_ENDS = _words("bric dane gard kov lund mont nick quist rell stam thorp vey wick")
_GIVEN = _words("Adra Bennet Cilla Doran Elva Finn Greta Hale Ines Jorun Kaj Livia Marek")
_ADJECTIVES = _words(
    "quiet northern hollow silver restless paper borrowed late common brittle wooden early foreign humble painted "
    "distant patient crooked gentle hidden ancient sunken windy narrow broken golden"
)
_NOUNS = _words("harbour ledger orchard signal bridge granary lantern meadow canal archive kiln")
_MATTERS = _words("tides wages clocks maps winters salt letters rivers glass voting bees rail")

_FAMILIES = [start + middle + end for middle, end, start in product(_MIDDLES, _ENDS, _STARTS)]
_PHRASES = [f"{a} {n} of {m}" for n, m, a in product(_NOUNS, _MATTERS, _ADJECTIVES)]


class Invented:
    """Family names, given names and phrases in a fixed order, each family and each phrase once."""

    def __init__(self) -> None:
        self._families = iter(_FAMILIES)
        self._phrases = iter(_PHRASES)
        self._given = 0
        self._character = 0x4E10
        self._cyrillic = 0

    def family(self) -> str:
        return next(self._families)

    def given(self) -> str:
        self._given += 1
        return _GIVEN[self._given % len(_GIVEN)]

    def character(self) -> str:
        """A Chinese character, each once."""
        self._character += 1
        return chr(self._character)

    def cyrillic(self) -> str:
        """The beginning of a family name, each once."""
        self._cyrillic += 1
        first, second = divmod(self._cyrillic, 20)
        return "БВГДЖЗКЛМН"[first % 10] + "аеиоу"[second % 5] + "рлнст"[second // 5]

    def person(self, **more: object) -> dict[str, object]:
        return {"family": self.family(), "given": self.given(), **more}

    def phrase(self) -> str:
        """Such as `quiet harbour of tides`."""
        return next(self._phrases)
