"""Colours of a map. Every text has at least 4.5:1 on its ground and every line 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).

The families are blue and vermilion, which people with any of the common colour-vision deficiencies tell apart (Okabe
& Ito 2008); and nothing is said by colour alone: sides, signs, line styles and words say it too.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cache

from argmap.maps.errors import MapError

FONT = 'Arial, Helvetica, "Liberation Sans", sans-serif'
MONO = '"Liberation Mono", "DejaVu Sans Mono", Consolas, Menlo, monospace'


@dataclass(frozen=True)
class Theme:
    """The colours of one theme, as `#rrggbb`."""

    name: str
    ground: str
    """Behind everything."""
    panel: str
    """The floor of a position."""
    panel_line: str
    """A hairline around the floor: decoration, since the title and the floor say where a position is."""
    card: str
    """The floor of a card that stands or is undecided."""
    faded: str
    """The floor of a defeated card."""
    ink: str
    quiet: str
    """Less important text: still readable on every floor."""
    pro: str
    con: str
    neutral: str
    """The side of a statement that leads to no resolution, or to both sides of one."""
    pro_ink: str
    con_ink: str
    neutral_ink: str
    """The same for words."""
    on_side: str
    """A sign on a dot of the three colours."""
    resolution: str
    idle: str
    """Lines and dots of what has no force."""
    stands: str
    on_stands: str
    undecided: str
    """The line around the word `undecided`."""
    halo: str
    """Behind what is marked."""
    halo_edge: str
    """Around that, so that it is seen on white paper too."""

    def side(self, side: int) -> str:
        """The colour of a side: 1 for, -1 against, 0 neither."""
        return {1: self.pro, -1: self.con}.get(side, self.neutral)

    def side_ink(self, side: int) -> str:
        """The colour of a side for words."""
        return {1: self.pro_ink, -1: self.con_ink}.get(side, self.neutral_ink)


# Parts that differ in dark or in print differ here too, if only by a shade: `adapting` finds the parts of a finished
# map by their light colours.
LIGHT = Theme(
    name="light", ground="#ffffff", panel="#f3f5f8", panel_line="#c3ccd6", card="#fffffe", faded="#fafbfc",
    ink="#15202b", quiet="#4d5a69", pro="#0f3d8c", con="#d0640a", neutral="#5d6a78",
    pro_ink="#103c8b", con_ink="#8f4100", neutral_ink="#4b5768", on_side="#fefefe",
    resolution="#1b2733", idle="#7c8794", stands="#14532d", on_stands="#fdfefe",
    undecided="#4e5a69", halo="#ffd966", halo_edge="#8a6a00",
)  # fmt: skip
DARK = Theme(
    name="dark", ground="#10161d", panel="#18212b", panel_line="#3a4856", card="#1e2935", faded="#151d26",
    ink="#eef2f6", quiet="#adb8c4", pro="#5b93e6", con="#ffb57d", neutral="#6d7a89",
    pro_ink="#8fbdf8", con_ink="#ffb983", neutral_ink="#b3bec9", on_side="#0c1218",
    resolution="#e6ebf0", idle="#7f8c9a", stands="#8fdcb0", on_stands="#0c1218",
    undecided="#adb8c4", halo="#6b5510", halo_edge="#b3922e",
)  # fmt: skip
PRINT = Theme(
    name="print", ground="#ffffff", panel="#f5f5f5", panel_line="#bdbdbd", card="#ffffff", faded="#ffffff",
    ink="#111111", quiet="#4a4a4a", pro="#111111", con="#7a7a7a", neutral="#484848",
    pro_ink="#111111", con_ink="#4f4f4f", neutral_ink="#333333", on_side="#ffffff",
    resolution="#111111", idle="#8c8c8c", stands="#111111", on_stands="#ffffff",
    undecided="#4a4a4a", halo="#d4d4d4", halo_edge="#6b6b6b",
)  # fmt: skip

AUTO = replace(LIGHT, name="auto")
"""Light, and in an SVG also dark or print, as it is looked at."""

THEMES = {theme.name: theme for theme in (AUTO, LIGHT, DARK, PRINT)}


def theme_named(name: str | Theme) -> Theme:
    """The theme of that name. Raises MapError for an unknown name."""
    if isinstance(name, Theme):
        return name
    if name not in THEMES:
        raise MapError(f"there is no theme {name!r}; choose one of {', '.join(THEMES)}")
    return THEMES[name]


@cache
def adapting() -> str:
    """The style sheet that turns a map in light colours dark on a dark page, and grey on paper.

    It finds elements by their attributes `fill` and `stroke`, so that a program without style sheets shows the map in
    light colours. Its rules hold in maps of the theme `auto` alone: an SVG inside a page shares its styles with it. An
    SVG by itself is printed whole, on one sheet.
    """
    media = (("screen and (prefers-color-scheme: dark)", DARK), ("print", PRINT))
    themes = "".join(f"@media {query} {{{_target(theme)}{_rules(theme)}}}" for query, theme in media)
    return f"{_target(LIGHT)}{themes}@media print{{svg:root{{width:100%;height:100%}}}}"


def _target(theme: Theme) -> str:
    """What an address leads to shines."""
    glow = " ".join(f"drop-shadow(0 0 {wide}px {theme.pro})" for wide in (2, 6))
    return f".{AUTO.name} g:target{{filter:{glow}}}"


def _rules(theme: Theme) -> str:
    changed = {getattr(LIGHT, name): getattr(theme, name) for name in COLOURS}
    return "".join(
        f'.{AUTO.name} [{name}="{light}"]{{{name}:{colour}}}'
        for light, colour in changed.items() if light != colour for name in ("fill", "stroke")
    )  # fmt: skip


COLOURS = tuple(field.name for field in fields(Theme) if field.name != "name")
"""The names of a theme's colours."""
