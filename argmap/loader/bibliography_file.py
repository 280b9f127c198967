"""The bibliography: CSL-YAML as Zotero and Pandoc write it. Keys of other programs are carried along, and named in one
warning.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import count
from operator import itemgetter
from typing import Any, NamedTuple

from pydantic import ValidationError

from argmap.loader.commas import whole_text
from argmap.loader.faults import Advice, Faults, write
from argmap.loader.forms import flow
from argmap.loader.library import Library
from argmap.loader.mapping_kinds import known_keys
from argmap.loader.near_words import code, quoted
from argmap.loader.nodes import (
    AnyNode,
    MappingNode,
    ScalarNode,
    SequenceNode,
    as_key,
    has_comment,
    is_damaged,
    with_nothing,
)
from argmap.loader.odd_names import look_at_names
from argmap.loader.synonyms import meant_by
from argmap.loader.validate import validate
from argmap.loader.vocabulary import NAME_KEYS, keys, model_at
from argmap.model import Source, SourceNotes
from argmap.model.csl import dates, names
from argmap.model.csl.edtf import without_zeros
from argmap.model.csl.name_slips import parted, slip_of
from argmap.model.csl.variables import (
    CAPITALS,
    CARRIED,
    DATES,
    TYPES,
    Variables,
    given_in,
    type_meant_by,
    words_of_type,
)
from argmap.model.diagnostics import Note, Severity, Span
from argmap.model.values import source_id
from argmap.wording.lists import every_one, listed

_MOST_NAMED = 8
BELOW: dict[str, Collection[str]] = {
    **dict.fromkeys(NAME_KEYS, names.READ),
    **dict.fromkeys(DATES, dates.KEYS),
    "custom": keys(SourceNotes),
}
"""The keys that may stand below a key of a source, or in each item of the list there."""


class Named(NamedTuple):
    """A key of another program."""

    name: str
    """What it is called in a warning."""
    node: AnyNode
    """What is marked: the key, or a type."""
    whole: str | None = None
    """The text before it with the key and its value, between quotes, where all of that may be one text."""
    beside: Collection[str] = ()
    """The keys beside it."""


def others(node: MappingNode, faults: Faults, refused: Sequence[Span] = ()) -> Iterator[Named]:
    """The keys of a source that are neither CSL's nor argmap's, those below `custom`, names and dates as well, but not
    in one that is `refused`: what its keys are meant for is said there.

    One without a value carries nothing along: it is reported, since most often a comma has torn it from a text.
    """
    yield from _unknown(node, keys(Source), "", faults)
    for key, (_, value) in node.entries.items():
        if key in BELOW:
            for part in value.items if isinstance(value, SequenceNode) else [value]:
                is_refused = any(part.start <= span.start < part.end for span in refused)
                if isinstance(part, MappingNode) and not is_refused:
                    yield from _unknown(part, BELOW[key], f"{key}.", faults)


def _unknown(node: MappingNode, known: Collection[str], prefix: str, faults: Faults) -> Iterator[Named]:
    every = frozenset(known)
    for key, (name, value) in node.entries.items():
        if key in every or CAPITALS.get(key) in every or slip_of(key, every):
            continue
        if _is_nothing(value):
            what = f"a source's `{prefix[:-1]}`" if prefix else "a source"
            help = "Put `# ` before it to keep the comment, or delete it" if has_comment(name) else "Delete it"
            help += "; or, where it belongs to the text before it, put the whole text in quotes."
            faults.add("unknown-key", name.span, f"{what} has no key {quoted(key)}", help)
        else:
            yield Named(prefix + key, name, _whole(node, key, prefix) if prefix else None, node.entries.keys())


def _whole(node: MappingNode, key: str, prefix: str) -> str | None:
    """The text that a name, a date or a note would be with a key behind a comma: `{literal: Press, Oxford: OUP}`."""
    names = list(node.entries)
    plain = all(
        part.document.text[part.start] not in "\"'"
        for part in (node.entries[names[names.index(key) - 1]][1], *node.entries[key])
    )
    return whole_text(node, key, model_at(Source, (prefix[:-1],))) if node.is_flow and plain else None


def _is_nothing(value: AnyNode) -> bool:
    return isinstance(value, ScalarNode) and value.data is None and value.start == value.end and not value.broken


def warn(found: list[Named], faults: Faults) -> None:
    """One warning for a whole file, about the keys that are not given twice: these have a fault of their own."""
    twice = {each.notes[0].span for each in faults.found if each.rule == "duplicate-key"}
    found = [each for each in found if each.node.span not in twice]
    if not found:
        return
    counts = Counter(sorted(each.name for each in found))
    message = f"keys that are neither CSL's nor argmap's, carried along as they are: {_listed_with(counts)}"
    place, help = _advice(found, [*counts])
    faults.add("foreign-key", place.span, message, help, severity=Severity.WARNING)


def _listed_with(counts: Counter[str]) -> str:
    """The first few, each with how often it stands there."""
    names = [f"{quoted(name)}{f' ({number} times)' if number > 1 else ''}" for name, number in counts.items()]
    return listed(names, most=_MOST_NAMED)


def _advice(found: list[Named], names: list[str]) -> tuple[AnyNode, str]:
    """What to do about keys, and at which of them: those that are meant for argmap have other names or places."""
    meant = {name: word for name, _, _, beside in sorted(found, key=itemgetter(0)) if (word := _meant(name, beside))}
    notes = [f"`{name}`" for name in names if name in keys(SourceNotes) and name not in meant]
    place = next((each.node for each in found if each.name in meant), found[0].node)
    halves = [name for name in names if name.removeprefix("custom.") == "grade"]
    graded = "A grade has two halves: write `custom: {reliability: B, credibility: 2}`." if halves else ""
    renamed = (
        f"Write {', '.join(f'`{word}` for {quoted(name.removeprefix(_TYPE))}' for name, word in meant.items())}."
        if meant
        else ""
    )
    moved = f"Move {every_one(notes, 'and')} below `custom:`." if notes else ""
    whole = next((f" Or write {code(each.whole)}, if that is one text." for each in found if each.whole), "")
    said = " ".join(filter(None, [renamed, moved, graded])) or (
        _NO_TYPE if names == [*filter(_is_type, names)] else _LEAVE
    )
    return place, said + whole


def _is_type(name: str) -> bool:
    return name.startswith(_TYPE)


_TYPE = "type: "
"""Before a type, in the name of what is not known."""
_NO_TYPE = (
    f"Write one of CSL's types, or leave it, to be cited as a document. They are {every_one(sorted(TYPES), 'and')}."
)
_LEAVE = "Leave what another program wrote. Where a key is meant for argmap, look up its name in the format reference."


def _meant(name: str, beside: Collection[str]) -> str | None:
    """What argmap calls what somebody wrote: a key, or `author.last` for one below another, or a type of source; None
    where the key that is meant is there as well."""
    if name.startswith(_TYPE):
        return _type_meant(name.removeprefix(_TYPE))
    around, _, key = name.rpartition(".")
    word = meant_by(model_at(Source, (around,)), key) or (None if around else _of_bibtex(key))
    return None if word in beside else word


def _of_bibtex(key: str) -> str | None:
    """What CSL calls a field of BibTeX."""
    from argmap.bibliography.bibtex.bibtex_fields import PEOPLE, TEXTS

    return TEXTS.get(key) or PEOPLE.get(key)


def _with_zeros(node: MappingNode) -> Iterator[ScalarNode]:
    """The dates of a source that are texts with zeros. Those of `date-parts` are CSL's own way of writing them."""
    for key, (_, value) in node.entries.items():
        for part in (value.items if isinstance(value, SequenceNode) else [value]) if key in DATES else ():
            texts = [part.child("raw"), part.child("edtf")] if isinstance(part, MappingNode) else [part]
            for text in texts:
                if isinstance(text, ScalarNode) and without_zeros(str(text.data)) != str(text.data):
                    yield text


def _warn_of_zeros(found: list[ScalarNode], faults: Faults) -> None:
    """One note for a whole file."""
    counts = Counter(str(node.data).strip() for node in found)
    if not counts:
        return
    message = f"zeros in a date stand for what is not known, so argmap leaves them out: {_listed_with(counts)}"
    meant = [(without_zeros(text), text) for text in [*counts][:_MOST_NAMED]]
    help = f"Write {', '.join(f'`{short}`' + f' for {quoted(text)}' * (len(meant) > 1) for short, text in meant)}."
    faults.add("date-zeros", found[0].span, message, help, severity=Severity.INFO)


def bibliography(root: AnyNode, faults: Faults) -> dict[str, tuple[Source | None, MappingNode]]:
    """Every source by its id, with its node; None for one that is named and cannot be read."""
    found: dict[str, tuple[Source | None, MappingNode]] = {}
    foreign: list[Named] = []
    zeros: list[ScalarNode] = []
    for node in _references(root, faults, foreign):
        if isinstance(node, MappingNode):
            _take(node, found, faults, foreign)
            zeros += _with_zeros(node)
        elif not is_damaged(node):
            from argmap.loader.reshape import to_mapping

            wanted = to_mapping("references", node, Library({}), ["id", "title"], is_item=True)
            report = faults.lack if node.data is None else faults.add
            report("wrong-type", wanted.span, "a source must be a mapping", wanted.advice)
    warn(foreign, faults)
    _warn_of_zeros(zeros, faults)
    return found


def _take(
    node: MappingNode, found: dict[str, tuple[Source | None, MappingNode]], faults: Faults, foreign: list[Named]
) -> None:
    source, name = _source(node, faults, foreign), node.child("id")
    if name is None or not isinstance(name.data, str):
        return
    id = source_id(name.data)
    if id not in found:
        found[id] = source, node
        return
    first = found[id][1].child("id") or node
    number = next(n for n in count(2) if f"{id}-{n}" not in found)
    advice = write(f"{id}-{number}", "Write another id, such as {}, or put the two together.")
    message = f"two sources are called {quoted(id)}"
    faults.add("duplicate-source", name.span, message, advice, (Note(first.span, "first here"),))


def _references(root: AnyNode, faults: Faults, foreign: list[Named]) -> list[AnyNode]:
    """The list below `references:`; a bare list will do as well. Pandoc has other keys beside it."""
    if isinstance(root, SequenceNode):
        return root.items
    if not isinstance(root, MappingNode) or not (root.cut or "references" in root.entries):
        return _unlisted(root, faults)
    if "references" not in root.entries and any(map(_is_meant, root.entries)):
        return _unlisted(root, faults)
    for key, (name, _) in root.entries.items():
        if key != "references" and slip_of(key, frozenset({"references"})):
            faults.add("unknown-key", name.span, f"sources.yaml has no key {quoted(key)}", _ONE_KEY)
        elif key != "references":
            foreign.append(Named(key, name))
    return _listed(root, faults)


_ONE_KEY = "Delete it: the file has one key, `references`."
_SAID_FOR = frozenset({"sources", "source", "bibliography", "bib", "items", "refs", "literature", "works"})


def _is_meant(key: str) -> bool:
    """Whether a key is another word for `references`, or that word misspelt."""
    return key.lower() in _SAID_FOR or slip_of(key, frozenset({"references"})) is not None


def _unlisted(root: AnyNode, faults: Faults) -> list[AnyNode]:
    """The sources of a file without `references:`, which may have another word for it or none."""
    entries = root.entries if isinstance(root, MappingNode) else {}
    for key, (name, value) in entries.items():
        if _is_meant(key) or (len(entries) == 1 and key not in keys(Source) and isinstance(value, SequenceNode)):
            faults.add(
                "unknown-key", name.span, f"sources.yaml has no key {quoted(key)}", write(as_key(name, "references"))
            )
            return value.items if isinstance(value, SequenceNode) else []
    from argmap.loader.reshape import to_list

    found = to_list("references", root, keys(Source).__contains__, Library({}))
    faults.add("wrong-type", found.span, "the bibliography must be a list of sources", found.advice)
    return []


def _listed(root: MappingNode, faults: Faults) -> list[AnyNode]:
    listed = root.child("references")
    if isinstance(listed, SequenceNode):
        return listed.items
    if listed is None or is_damaged(listed) or root.cut:
        return []
    if listed.data is None:
        faults.lack("wrong-type", with_nothing(root, "references"), "`references` is empty", write("references: []"))
        return []
    from argmap.loader.reshape import to_list

    found = to_list("references", listed, keys(Source).__contains__, Library({}))
    faults.add("wrong-type", found.span, found.message, found.advice)
    return []


def _source(node: MappingNode, faults: Faults, named: list[Named]) -> Source | None:
    """A source; other variables of CSL, and keys that are none of CSL's, are carried with it."""
    if node.data.keys() - known_keys(Source):
        from argmap.loader.outdented import adopt_inside

        adopt_inside(node, Source, faults)
    if "id" not in node.data:
        _name(node, faults)
    given, more, foreign = _parts(node.data)
    known = len(faults.found)
    variables = validate(Variables, node, more, faults) if more else None
    source = validate(Source, node, given, faults)
    look_at_names(node, faults)
    _look_at_addresses(node, faults)
    parts = _date_in_parts(node, faults)
    refused = [fault.span for fault in faults.found[known:]]
    named += (each for each in others(node, faults, refused) if each.name not in parts)
    if "type" in foreign:
        named.append(Named(_TYPE + foreign["type"].strip(), node.entries["type"][1]))
    if source is None or not (more or foreign):
        return source
    return source.model_copy(update={"more": given_in(variables) if variables else {}, "foreign": foreign})


def _date_in_parts(node: MappingNode, faults: Faults) -> list[str]:
    """Warn of a date whose parts stand under keys of their own, one after the other; and their names."""
    names = [key for key in node.entries if key in ("year", "month", "day")]
    if "month" not in names or "year" not in names or "issued" in node.entries:
        return []
    from argmap.loader.spoken_dates import month_of

    every, parts = list(node.entries), {key: str(node.data[key] or "").strip() for key in names}
    month = month_of(parts["month"]) or parts["month"]
    meant = "-".join(str(each).zfill(2) for each in (parts["year"], month, parts.get("day")) if each)
    first = every.index(names[0])
    if not re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?", meant):
        return []
    span = node.document.span(node.entries[names[0]][0].start, node.entries[names[-1]][1].end)
    message = "the date of a source stands under one key, `issued`"
    advice = write(f"issued: {meant}")
    if every[first : first + len(names)] != names:
        rest = every_one((f"`{key}`" for key in names if key != "year"), "and")
        span, advice = node.entries["year"][0].span, Advice(f"Make `year` `issued: {meant}`, and delete {rest}.")
    faults.add("foreign-key", span, message, advice, severity=Severity.WARNING)
    return names


_BRACKETED = re.compile(r"[<(\[]([^\s<>()\[\]]+)[>)\]]|\\(?:url|href)\{([^\s{}]+)\}|\[[^\]]*\]\(([^\s()]+)\)")


def _look_at_addresses(node: MappingNode, faults: Faults) -> None:
    """Warn of each address with the brackets around it that other notations want."""
    for key in ("URL", "DOI"):
        value = node.child(key)
        text = value.data.strip() if isinstance(value, ScalarNode) and value.data else ""
        if value is not None and (found := _BRACKETED.fullmatch(text)) is not None:
            advice = write(flow(found[found.lastindex or 0]), at=value.span)
            message = f"brackets stand around the `{key}`, and would be a part of it"
            faults.add("bad-value", value.span, message, advice, severity=Severity.WARNING)
        elif value is not None and "://" in text and re.search(r"\s[^\s#]", text):  # `x #page=4`: told elsewhere
            help = "Keep one address here, and move what else it says to `note`."
            faults.add("bad-value", value.span, "an address has no spaces in it", help, severity=Severity.WARNING)


def _name(node: MappingNode, faults: Faults) -> None:
    """Report a source whose id stands under another key, and read it as it is meant."""
    meant = (key for key, value in node.data.items() if meant_by(Source, key) == "id" and isinstance(value, str))
    if (key := next(meant, None)) is None:
        return
    name = node.entries[key][0]
    advice = write(as_key(name, "id"))
    faults.add("missing-key", name.span, f"a source needs `id`, and has {quoted(key)} for it", advice)
    node.entries["id"], node.data["id"] = node.entries.pop(key), node.data.pop(key)


def _parts(data: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """What a source's keys are: argmap's own, other variables of CSL, and those of other programs."""
    named_so = {key: CAPITALS[key] for key in data if key in CAPITALS and CAPITALS[key] not in data}
    known, foreign = parted({named_so.get(key, key): value for key, value in data.items()}, keys(Source))
    given = {key: value for key, value in known.items() if key not in _KNOWN or not _is_blank(key, value)}
    more: dict[str, Any] = {key: given.pop(key) for key in [*given] if key in CARRIED}
    if (type := _unknown_type(given)) is not None:
        given["type"] = _type_meant(type) or "document"
        foreign["type"] = type
    return given, more, foreign


def is_sound(data: Mapping[str, Any]) -> bool:
    """Whether the data of a source, none of whose keys is empty, has no fault: in a tenth of the time that it takes to
    write it as YAML and read that, which says what the fault is."""
    given, more, _ = _parts(data)
    try:
        Source.model_validate(given, by_alias=True, by_name=False)
        Variables.model_validate(more, by_alias=True, by_name=False)
    except ValidationError:
        return False
    return True


_KNOWN = frozenset(keys(Source))


def _is_blank(key: str, value: object) -> bool:
    """Programs write `title: ""` where they know none; an id of no letters is a fault."""
    return value is None or (isinstance(value, str) and not value.strip() and key != "id")


def _unknown_type(given: Mapping[str, Any]) -> str | None:
    """A type that is none of CSL's, nor one of them misspelt: such a source is a document, as CSL has it."""
    type = given.get("type")
    if not isinstance(type, str) or type.strip() in TYPES:
        return None
    slip = slip_of(type, TYPES)
    return type if slip is None or _type_meant(type.strip()) not in (None, slip) else None


def _type_meant(word: str) -> str | None:
    """CSL's name for a type that people, BibTeX or RIS call so, or that has it in it: `PhD thesis`."""
    from argmap.bibliography.bibtex.bibtex_fields import TYPES as OF_BIBTEX
    from argmap.bibliography.ris import TYPES as OF_RIS

    named = type_meant_by(word) or OF_BIBTEX.get(word.lower()) or OF_RIS.get(word.upper())
    within = [] if slip_of(word, TYPES) else [each for each in words_of_type(word[:40]) if each in TYPES]
    return named or (within[0] if len(within) == 1 else None)
