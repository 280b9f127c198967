"""Cases: names, labels, what stands in for names, et al."""

from __future__ import annotations

from tests.citations.small import Case, by, people, works

_ONE_TO_FIVE = works(
    *(by("; ".join(["Ada Ames", "Bo Bell", "Cy Cole", "Di Dunn", "Ed Earl"][:n])) for n in range(1, 6))
)
_PARTICLES = works(
    {"author": [{"family": "Marne", "given": "Ode", "dropping-particle": "de"}]},
    {"author": [{"family": "Marne", "given": "Ode", "non-dropping-particle": "van der"}]},
    {"author": [{"family": "Marne", "given": "Ode", "dropping-particle": "de", "non-dropping-particle": "la"}]},
    {"author": [{"family": "Marne", "given": "Ode", "non-dropping-particle": "d’"}]},
    {"author": [{"family": "Marne", "given": "Ode", "non-dropping-particle": "al-"}]},
    {"author": [{"family": "van Marne", "given": "Ode"}]},
    {"author": [{"family": "de la Marne", "given": "Ode"}]},
    {"author": [{"family": "Von Marne", "given": "Ode"}]},
    {"author": [{"family": "Marne", "given": "Ode de"}]},
    {"author": [{"family": "Marne", "given": "Ode", "suffix": "Jr."}]},
    {"author": [{"family": "Marne", "given": "Ode", "suffix": "Jr.", "comma-suffix": True}]},
    {"author": [{"family": "Marne", "given": "Ode", "suffix": "III", "dropping-particle": "de"}]},
    {"author": [{"family": "Marne", "given": ""}]},
    {"author": [{"family": "", "given": "Ode"}]},
    {"author": [{"given": "Ode"}]},
    {"author": [{"literal": "The Marne Society"}]},
    {"author": [{"family": "毛", "given": "平林"}]},
    {"author": [{"family": "Марн", "given": "Одетта Ивановна"}]},
    {"author": [{"family": "‘Marne’", "given": "“Ode”"}]},
    {"author": [{"family": "Marne <i>x</i>", "given": "Ode & Co."}]},
)
_GIVEN = works(
    *({"author": [{"family": "Marne", "given": given}]}
      for given in ("Ode", "Ode Ann", "O", "O.", "O. A.", "O.A.", "OA", "Jean-Luc", "J.-L.", "Ode de", "Philip", "Ph.", "Yu.",
                    "Ode-Ann Bo", "ode", "Ode ‘Dee’", "É.", "Thérèse", "Ode J. R.", "Rich. A.", "mc", "Иван", "Ode, Jr."))
)  # fmt: skip
_ROLES = works(
    {"editor": people("Ada Ames"), "title": "A"},
    {"editor": people("Ada Ames; Bo Bell"), "title": "B"},
    {"translator": people("Cy Cole"), "title": "C"},
    {"editor": people("Ada Ames"), "translator": people("Ada Ames"), "title": "D"},
    {"editor": people("Ada Ames; Bo Bell"), "translator": people("Ada Ames; Bo Bell"), "title": "E"},
    {"editor": people("Ada Ames"), "translator": people("Bo Bell"), "title": "F"},
    {"director": people("Di Dunn"), "title": "G"},
    {"author": people("Ed Earl"), "editor": people("Ada Ames"), "title": "H"},
    {"title": "I", "container-title": "Holder"},
    {"container-title": "Only holder"},
    {},
)
_EDITOR = '<names variable="editor">{}</names><text variable="title" prefix=". "/>'


def _name(attributes: str = "", inner: str = "") -> str:
    return f'<names variable="author"><name {attributes}>{inner}</name></names>'


_SUBSTITUTE = '<names variable="author"><name/><label prefix=" (" suffix=")"/><substitute>{}</substitute></names> <text variable="title" prefix=". "/>'

NAMES: dict[str, Case] = {
    f"name {attributes or 'without attributes'}": Case(_name(attributes), _ONE_TO_FIVE)
    for attributes in (
        "", 'and="text"', 'and="symbol"', 'delimiter="/"', 'and="text" delimiter-precedes-last="always"',
        'and="text" delimiter-precedes-last="never"', 'and="text" delimiter-precedes-last="contextual"',
        'and="text" delimiter-precedes-last="after-inverted-name" name-as-sort-order="first"',
        'and="text" delimiter-precedes-last="after-inverted-name" name-as-sort-order="all"',
        'et-al-min="3" et-al-use-first="1"', 'et-al-min="3" et-al-use-first="2"', 'et-al-min="4" et-al-use-first="3"',
        'et-al-min="3" et-al-use-first="1" delimiter-precedes-et-al="always"',
        'et-al-min="3" et-al-use-first="2" delimiter-precedes-et-al="never"',
        'et-al-min="2" et-al-use-first="1" delimiter-precedes-et-al="after-inverted-name" name-as-sort-order="first"',
        'et-al-min="4" et-al-use-first="1" et-al-use-last="true"', 'et-al-min="5" et-al-use-first="3" et-al-use-last="true"',
        'et-al-min="4" et-al-use-first="2" et-al-use-last="true" and="text"', 'form="short"', 'form="count"',
        'form="short" and="text" et-al-min="3" et-al-use-first="1"', 'name-as-sort-order="first"', 'name-as-sort-order="all"',
        'name-as-sort-order="all" sort-separator=" "', 'initialize-with="."', 'initialize-with=". "', 'initialize-with=""',
        'initialize-with=". " name-as-sort-order="all" sort-separator=", " and="symbol"', 'prefix="<" suffix=">"'.replace("<", "(").replace(">", ")"),
        'font-style="italic"', 'font-variant="small-caps" and="text"', 'et-al-min="1" et-al-use-first="1"', 'et-al-min="2" et-al-use-first="0"',
    )
} | {
    f"{kind} with {attributes or 'nothing'}, {options or 'no options'}": Case(_name(attributes), items, style=options)
    for kind, items in (("particles", _PARTICLES), ("given names", _GIVEN))
    for attributes in ("", 'form="short"', 'name-as-sort-order="all"', 'name-as-sort-order="all" initialize-with=". "', 'initialize-with=". "',
                       'initialize-with=""', 'initialize="false" initialize-with=". "', 'initialize="false" initialize-with="."')
    for options in ("", 'demote-non-dropping-particle="never"', 'demote-non-dropping-particle="sort-only"',
                    'demote-non-dropping-particle="display-and-sort"', 'initialize-with-hyphen="false"')
    if kind == "particles" or "demote" not in options
} | {
    "parts in capitals": Case(_name("", '<name-part name="family" text-case="uppercase"/><name-part name="given" font-style="italic"/>'), _PARTICLES),
    "parts with affixes": Case(_name('name-as-sort-order="first"', '<name-part name="family" prefix="{" suffix="}" font-variant="small-caps"/><name-part name="given" prefix="(" suffix=")"/>'), _PARTICLES),
    "parts in other cases": Case(_name("", '<name-part name="family" text-case="lowercase"/><name-part name="given" text-case="capitalize-first"/>'), _PARTICLES),
    "et al. in italics": Case('<names variable="author"><name et-al-min="3" et-al-use-first="1"/><et-al font-style="italic"/></names>', _ONE_TO_FIVE),
    "and others": Case('<names variable="author"><name et-al-min="3" et-al-use-first="1"/><et-al term="and others"/></names>', _ONE_TO_FIVE),
    "delimiter of names": Case('<names variable="author editor" delimiter="; "><name/><label prefix=" (" suffix=")"/></names>', _ROLES),
    "names with affixes": Case('<names variable="author" prefix="[" suffix="]" font-weight="bold"><name and="text"/></names>', _ONE_TO_FIVE),
    "options on the style": Case(_name(), _ONE_TO_FIVE, style='and="text" et-al-min="4" et-al-use-first="2" initialize-with="."'),
    "options on citation and bibliography": Case(_name(), _ONE_TO_FIVE, citation='et-al-min="3" et-al-use-first="1" name-form="short"', bibliography='et-al-min="4" et-al-use-first="3" name-as-sort-order="first" and="symbol"'),
    "delimiter of names on the style": Case(_name(), _ONE_TO_FIVE, style='name-delimiter=" + "'),
    "delimiters of names elements on the style": Case('<names variable="author editor"><name/></names>', _ROLES, style='names-delimiter=" | "'),
    "roles": Case('<names variable="editor translator director" delimiter="; "><name/><label form="short" prefix=" "/></names>', _ROLES),
    "roles as verbs": Case('<names variable="editor translator" delimiter="; "><label form="verb" suffix=" "/><name/></names>', _ROLES),
    "roles as short verbs": Case('<names variable="editor translator"><label form="verb-short" suffix=" " text-case="capitalize-first"/><name/></names>', _ROLES),
    "labels without stops": Case('<names variable="editor"><name/><label form="short" strip-periods="true" prefix=", " plural="never"/></names>', _ROLES),
    "labels always plural": Case('<names variable="editor"><name/><label plural="always" prefix=", "/></names>', _ROLES),
    "no names": Case(_EDITOR.format('<name/><label prefix=" ("  suffix=")"/>'), _ROLES),
    "editor stands in": Case(_SUBSTITUTE.format('<names variable="editor"/>'), _ROLES),
    "editor stands in with a form of its own": Case(_SUBSTITUTE.format('<names variable="editor"><name form="short"/></names>'), _ROLES),
    "one after the other": Case(_SUBSTITUTE.format('<names variable="editor"/><names variable="translator"/><text variable="container-title"/><text variable="title"/>'), _ROLES),
    "what stands in is not said again": Case(_SUBSTITUTE.format('<text variable="title"/>') + '<text variable="title" prefix=" / "/>', _ROLES),
    "a macro stands in": Case(_SUBSTITUTE.format('<text macro="m"/>') + '<text macro="m" prefix=" / "/>', _ROLES, macros='<macro name="m"><text variable="title"/><text value=" [x]"/></macro>'),
    "a choice stands in": Case(_SUBSTITUTE.format('<choose><if variable="container-title"><text variable="container-title"/></if><else><names variable="editor"/></else></choose>') + '<names variable="editor" prefix=" / "/>', _ROLES),
    "a group stands in": Case(_SUBSTITUTE.format('<group delimiter=", "><text variable="title"/><text value="x"/></group>'), _ROLES),
    "a value stands in": Case(_SUBSTITUTE.format('<text value="Anon"/>'), _ROLES),
    "a term stands in": Case(_SUBSTITUTE.format('<text term="anonymous"/>'), _ROLES),
    "a date stands in": Case(_SUBSTITUTE.format('<date variable="issued"><date-part name="year"/></date>') + '<date variable="issued" form="numeric" prefix=" / "/>', works({"title": "A", "issued": {"date-parts": [[2001, 2]]}}, {"title": "B"})),
    "two variables stand in": Case(_SUBSTITUTE.format('<names variable="editor translator"/>'), _ROLES),
    "a name named others": Case(_name('and="text"'), works(by("Ada Ames; [others]"), by("Ada Ames; Bo Bell; [others]"), by("Ada Ames; others"))),
}  # fmt: skip
