"""A style read: its options, and its citation and bibliography as elements that set themselves.

Macros are built where they are used, once for each set of name options that they inherit. What calls itself, is nested
too deep or lacks a macro ends in a `StyleError`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element as Xml

from argmap.citations import conditions
from argmap.citations.citation_state import Element, Options
from argmap.citations.dating import DateElement
from argmap.citations.elements import Choose, Group, Label, Number, Term, Value, Variable
from argmap.citations.english import english
from argmap.citations.formatting import PLAIN, Formatting, formatting
from argmap.citations.name_forms import NameForm, Names, NamesForm
from argmap.citations.style_xml import NAMESPACE, StyleError, children, name_of, read
from argmap.citations.terms import Locale, date_parts, locale
from argmap.citations.vetting import vet

DEEPEST = 120
"""Elements within elements, macros counted where they are used; the deepest published style has 72."""

_INHERITED = (
    "and", "delimiter-precedes-et-al", "delimiter-precedes-last", "et-al-min", "et-al-use-first", "et-al-use-last",
    "initialize", "initialize-with", "name-as-sort-order", "sort-separator", "name-form", "name-delimiter",
    "names-delimiter", "names-min", "names-use-first", "names-use-last",
)  # fmt: skip
Scope = tuple[tuple[str, str], ...]
"""Name options that an element inherits."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key to sort by: a variable, or the elements of a macro."""

    variable: str
    elements: Sequence[Element]
    descending: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """`citation` or `bibliography`."""

    elements: Sequence[Element]
    formatting: Formatting
    keys: Sequence[Key]
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Style:
    """A style, ready to set citations."""

    lang: str
    locales: Sequence[Locale]
    options: Options
    citation: Layout
    bibliography: Layout | None


def parent_of(text: str) -> str | None:
    """The name of the style that a dependent style is an alias of; None for an independent one."""
    links = (link for info in children(read(text), "info") for link in children(info, "link"))
    href = next((link.get("href", "") for link in links if link.get("rel") == "independent-parent"), None)
    return href.rstrip("/").rpartition("/")[2] if href is not None else None


def parse(text: str) -> Style:
    """A style from the text of a `.csl` file. Raises `StyleError` where it cannot be used."""
    try:
        return _parsed(text)
    except StyleError as fault:
        raise fault.in_text(text) from fault.__cause__


def _parsed(text: str) -> Style:
    root = read(text)
    if root.tag != f"{NAMESPACE}style":
        said = name_of(root).rpartition("}")[2][:40]
        begin = f'<style xmlns="{NAMESPACE[1:-1]}">'
        raise StyleError(f"it begins with <{said}>, not with {begin}; download it again", at=rf"<(?:\w+:)?{said}\b")
    vet(root, {name for name, _ in english("en-US").terms})
    builder = _Builder({macro.get("name", ""): macro for macro in children(root, "macro")})
    citations = children(root, "citation")
    if len(citations) != 1:
        said = f"it has {len(citations) or 'no'} citation elements and needs one; download it again, or write one"
        raise StyleError(said, at="<(?:\\w+:)?(citation|style)\\b")
    scope = _inherit((), root)
    bibliography = next(iter(children(root, "bibliography")), None)
    citation = builder.layout(citations[0], scope)
    entries = builder.layout(bibliography, scope) if bibliography is not None else None
    options = Options(
        page_range_format=root.get("page-range-format", ""),
        demote=root.get("demote-non-dropping-particle", "display-and-sort"),
        initialize_with_hyphen=root.get("initialize-with-hyphen") != "false",
        sets_letter=builder.sets_letter,
    )
    locales = [locale(entry) for entry in children(root, "locale")]
    lang = root.get("default-locale", "").strip() or "en-US"
    return Style(lang, locales, options, citation, entries)


def _inherit(scope: Scope, element: Xml) -> Scope:
    own = {key: value for key in _INHERITED if (value := element.get(key)) is not None}
    return tuple(sorted((dict(scope) | own).items())) if own else scope


class _Builder:
    """Elements from XML; `macros` are those of the style."""

    def __init__(self, macros: Mapping[str, Xml]) -> None:
        self.macros = macros
        self.built: dict[tuple[str, Scope], tuple[Sequence[Element], int]] = {}
        self.open: list[str] = []
        self.sets_letter = False
        self.deepest = 0

    def layout(self, element: Xml, outer: Scope) -> Layout:
        scope = _inherit(outer, element)
        layouts = children(element, "layout")
        if not layouts:
            name = name_of(element)
            raise StyleError(f"its {name} has no layout; write one in it, or delete it", at=rf"<(?:\w+:)?{name}\b")
        keys = [
            self._key(key, _inherit((), element)) for sort in children(element, "sort") for key in children(sort, "key")
        ]
        elements = self._all(layouts[0], scope, 1)
        return Layout(elements, formatting(layouts[0].attrib), keys, dict(element.attrib))

    def _key(self, key: Xml, outer: Scope) -> Key:
        macro = key.get("macro")
        scope = _inherit(outer, key)
        elements = self._macro(macro, scope, 1) if macro is not None else ()
        return Key(key.get("variable", "").lower(), elements, key.get("sort") == "descending")

    def _all(self, element: Xml, scope: Scope, depth: int) -> Sequence[Element]:
        if depth > DEEPEST:
            raise StyleError(f"its elements are nested more than {DEEPEST} deep")
        self.deepest = max(self.deepest, depth)
        return [self._one(child, scope, depth + 1) for child in element if name_of(child)]

    def _one(self, element: Xml, scope: Scope, depth: int) -> Element:
        name = name_of(element)
        if name == "group":
            return Group(self._all(element, scope, depth), formatting(element.attrib))
        if name == "choose":
            branches = [branch for branch in element if name_of(branch) in ("if", "else-if", "else")]
            return Choose([(_test(branch), self._all(branch, scope, depth)) for branch in branches])
        if name == "names":
            return self._names(element, scope, depth)
        if name == "text" and element.get("macro") is not None:
            elements = self._macro(element.get("macro", ""), scope, depth)
            return Group(elements, formatting(element.attrib), is_macro=True)
        if name == "text" and element.get("variable", "").lower() == "year-suffix":
            self.sets_letter = True
        return _leaf(element)

    def _macro(self, name: str, scope: Scope, depth: int) -> Sequence[Element]:
        if name in self.open:
            at = rf"<macro\s[^>]*name\s*=\s*.{re.escape(name)}."
            message = f"its macro “{name[:60]}” calls itself, directly or through others; break the circle"
            raise StyleError(message, at=at)
        if name not in self.macros:
            at = rf"\bmacro\s*=\s*.{re.escape(name)}."
            raise StyleError(f"it has no macro “{name[:60]}”; define it, or delete what calls it", at=at)
        if (name, scope) not in self.built:
            self.open.append(name)
            before, self.deepest = self.deepest, depth
            elements = self._all(self.macros[name], scope, depth)
            self.built[name, scope] = elements, self.deepest - depth
            self.deepest = max(before, self.deepest)
            self.open.pop()
        elements, below = self.built[name, scope]
        if depth + below > DEEPEST:
            raise StyleError(f"its elements are nested more than {DEEPEST} deep")
        self.deepest = max(self.deepest, depth + below)
        return elements

    def _names(self, element: Xml, scope: Scope, depth: int) -> Names:
        inner = _inherit(scope, element)
        name, et_al = next(iter(children(element, "name")), None), next(iter(children(element, "et-al")), None)
        label = next(iter(children(element, "label")), None)
        order = [name_of(child) for child in element]
        form = NamesForm(
            _name_form(name, inner) if name is not None else None,
            (et_al.get("term", "et-al"), formatting(et_al.attrib)) if et_al is not None else None,
            (label.get("form", "long"), label.get("plural", "contextual"), formatting(label.attrib))
            if label is not None else None,
            label is not None and "name" in order[order.index("label") :],
        )  # fmt: skip
        substitutes = [entry for group in children(element, "substitute") for entry in self._all(group, scope, depth)]
        attributes = {"delimiter": dict(inner).get("names-delimiter", ""), **element.attrib}
        variables = element.get("variable", "").lower().split()
        return Names(variables, form, _name_form(None, inner), substitutes, formatting(attributes))


def _test(branch: Xml) -> conditions.Test:
    return conditions.test(branch.attrib) if name_of(branch) != "else" else lambda state: True


def _leaf(element: Xml) -> Element:
    """An element without elements in it."""
    name, own, variable = name_of(element), formatting(element.attrib), element.get("variable", "").lower()
    form = element.get("form", "")
    if name == "text" and variable:
        return Variable(variable, form == "short", own)
    if name == "text" and element.get("term") is not None:
        return Term(element.get("term", ""), form or "long", element.get("plural") == "true", own)
    if name == "text" and element.get("value") is not None:
        return Value(element.get("value", ""), own)
    if name == "number" and variable:
        return Number(variable, form or "numeric", own)
    if name == "label":
        return Label(variable, form or "long", element.get("plural", "contextual"), own)
    if name == "date":
        return DateElement(variable, form, element.get("date-parts", ""), date_parts(element), own)
    message = f"it has an element <{name[:40]}> that names no variable, macro, term or value; delete it"
    raise StyleError(message, at=rf"<{re.escape(name)}\b")


def _name_form(element: Xml | None, scope: Scope) -> NameForm:
    """The options of a `name`, its own before those around it."""
    around = dict(scope)
    own = element.attrib if element is not None else {}
    get = {**around, **own}.get
    parts = {part.get("name"): formatting(part.attrib) for part in children(element, "name-part")} if (
        element is not None) else {}  # fmt: skip
    return NameForm(
        conjunction=get("and", ""),
        delimiter=own.get("delimiter", around.get("name-delimiter", ", ")),
        before_et_al=get("delimiter-precedes-et-al", "contextual"),
        before_last=get("delimiter-precedes-last", "contextual"),
        et_al_min=_number(get("names-min") or get("et-al-min")),
        et_al_first=_number(get("names-use-first") or get("et-al-use-first")),
        shows_last=(get("names-use-last") or get("et-al-use-last")) == "true",
        form=own.get("form", around.get("name-form", "long")),
        initialize=get("initialize") != "false",
        initial_sign=get("initialize-with"),
        inverted=get("name-as-sort-order", ""),
        separator=get("sort-separator", ", "),
        family=parts.get("family", PLAIN),
        given=parts.get("given", PLAIN),
        formatting=_name_formatting(own),
    )


def _name_formatting(attributes: Mapping[str, str]) -> Formatting:
    return formatting({key: value for key, value in attributes.items() if key != "delimiter"})


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 6 else None
